"""Comments in pages that silence rules: `<!-- doclint-disable RULE... -- reason -->`, and as MDX and Hugo write them.

A comment in the English page holds for all its translations: what it silences are findings whose place in the English
lies in its lines, so that it works where a translator dropped or moved it. Comments are part of both pages' bytes, so
that what they decide may be cached with the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from doclint.engine import rulebook
from doclint.engine.finding import Finding
from doclint.engine.packs import NO_PACKS, Packs
from doclint.engine.rulebook import Rule
from doclint.engine.silence.comment import COMMENT, MARK, Comment, comments
from doclint.engine.silence.lines import Index, Silence, silences
from doclint.engine.silence.named import id_of, rules_of
from doclint.engine.subject import Subject
from doclint.page import Html, Page, Segment
from doclint.pair import Pair
from doclint.pair.remark import Remark
from doclint.text import Lines
from doclint.text.errors import ConfigError
from doclint.text.lazypattern import lazy

ONLY = lazy(rf"(?:(?:{COMMENT.pattern})\s*)+", re.DOTALL)
SUPPRESSED = "suppressed by a comment"


def without_comments(page: Page) -> Page:
    """The page itself, less the blocks that are comments to doclint: the other side has none to lay beside them."""
    if MARK in page.text:
        page.blocks = [
            one for one in page.blocks if not (isinstance(one, Html | Segment) and ONLY.fullmatch(one.text.strip()))
        ]
    return page


def is_spoken_to(pair: Pair) -> bool:
    """Whether the page or its English may hold a comment to doclint."""
    return MARK in pair.target.text or (pair.source is not None and MARK in pair.source.text)


def apply(subject: Subject, findings: Sequence[Finding], ran: Sequence[Rule], packs: Packs = NO_PACKS) -> list[Finding]:
    """The findings that no comment silences.

    The pair is told how many were silenced, and what is to be said of the target's comments themselves.
    `packs` have the rules that comments may name besides doclint's.
    """
    pair = subject.pair
    source = pair.source if pair.source and pair.source.view is None else None
    here = comments(pair.target, subject.file_text)
    there = comments(source, source.text) if source else []
    if not here and not there:
        return list(findings)
    own = list(silences(here, Lines(subject.file_text), packs))
    ours = Index(own)
    english = Index(silences(there, Lines(source.text), packs) if source else ())
    kept: list[Finding] = []
    used: set[int] = set()
    for finding in findings:
        at_source = finding.source.line if finding.source and finding.source_line else 0
        spoken = {id_of(name, packs) for name in (finding.rule, *finding.also)}
        hit = ours.at(finding.place.start.line, spoken)
        used.update(id(one.comment) for one in hit)
        # line 0 is no line: what has no place in the English is silenced by comments on the whole file only
        hit += english.at(at_source, spoken)
        if not hit:
            kept.append(finding)
    copied = {comment.said for comment in there}
    idle = [one for one in own if id(one.comment) not in used and one.comment.said not in copied]
    silent = [_unused(one) for one in idle if _could_speak(one, pair, ran, packs)]
    pair.remarks = (*_unknown(here, packs), *silent)
    pair.suppressed = len(findings) - len(kept)
    return kept


def _unknown(found: Sequence[Comment], packs: Packs) -> Iterator[Remark]:
    for comment in found:
        for word in comment.words:
            try:
                rulebook.named(list(rules_of(packs)), [word.text])
            except ConfigError as error:
                yield Remark("unknown", word.span, f"the comment names {error}", word.text)


def _unused(silence: Silence) -> Remark:
    words = " ".join(word.text for word in silence.comment.words) or "all rules"
    message = f'"doclint-{silence.comment.verb}" of {words} silences nothing: remove it'
    return Remark("unused", silence.comment.span, message, words)


def _could_speak(silence: Silence, pair: Pair, ran: Sequence[Rule], packs: Packs) -> bool:
    """Whether the silenced rules all ran with what they need, so that their silence says something."""
    able = {rule.id for rule in ran if rule.needs <= pair.trust}
    wanted = {rule.id for rule in rules_of(packs) if rule.id in silence.rules and rule.is_default}
    if silence.comment.words:
        return bool(silence.rules) and silence.rules <= able
    return wanted <= able
