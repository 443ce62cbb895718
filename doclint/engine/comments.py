"""Comments in pages that silence rules: `<!-- doclint-disable RULE... -- reason -->`, and as MDX and Hugo write them.

A comment in the English page holds for all its translations: what it silences are findings whose place in the English
lies in its lines, so that it works where a translator dropped or moved it. Comments are part of both pages' bytes, so
that what they decide may be cached with the rest.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from doclint.engine import rulebook
from doclint.engine.finding import Finding
from doclint.engine.packs import NO_PACKS, Packs
from doclint.engine.rulebook import Rule
from doclint.engine.subject import Subject
from doclint.page import Html, Page, Segment
from doclint.pair import Pair
from doclint.pair.pair import Remark
from doclint.text import Lines, Span
from doclint.text.errors import ConfigError
from doclint.text.lazypattern import lazy

MARK = "doclint-"
COMMENT = lazy(
    r"(?:<!--|\{/\*|\{\{(?:- )?/\*)\s{0,9}doclint-(disable(?:-next-line|-line|-file)?|enable)(?![\w-])"
    r"(.{0,1000}?)(?:-->|\*/(?:(?: -)?\}\}|\}))",
    re.DOTALL,
)
ONLY = lazy(rf"(?:(?:{COMMENT.pattern})\s*)+", re.DOTALL)
REASON = lazy(r"(?:^|\s)(?:--|[–—])(?:\s|$)")
"""What follows is for people; a translator may have made a dash of the hyphens."""
WORD = lazy(r"[^\s,]+")
BLANK = lazy(r"\s*")
SUPPRESSED = "suppressed by a comment"
ENDLESS = 1 << 60


class Word(NamedTuple):
    """A rule as a comment names it."""

    text: str
    span: Span


class Comment(NamedTuple):
    """One comment."""

    verb: str
    words: tuple[Word, ...]
    """Empty: all rules."""
    span: Span
    """In the page's text."""
    end: int
    """In the file."""
    line: int
    """In the file, as the end is."""

    @property
    def said(self) -> tuple[str, ...]:
        """What it says, wherever it stands."""
        return (self.verb, *(word.text for word in self.words))


class Silence(NamedTuple):
    """Lines of a page in which rules are silent."""

    comment: Comment
    lines: range
    rules: frozenset[str]
    """Ids."""


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
    own = list(_silences(here, Lines(subject.file_text), packs))
    ours = _Index(own)
    english = _Index(_silences(there, Lines(source.text), packs) if source else ())
    kept: list[Finding] = []
    used: set[int] = set()
    for finding in findings:
        at_source = finding.source.line if finding.source and finding.source_line else 0
        spoken = {_id(name, packs) for name in (finding.rule, *finding.also)}
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


class _Index:
    """Which lines are silent: a page may have as many comments as findings."""

    def __init__(self, silences: Iterable[Silence]) -> None:
        self.whole: list[Silence] = []
        self.lines: dict[int, list[Silence]] = {}
        self.stretches: dict[str, list[Silence]] = {}
        """By rule, in the order of the page."""
        for one in silences:
            if one.lines.start == 0:
                self.whole.append(one)
            elif one.lines.stop == one.lines.start + 1:
                self.lines.setdefault(one.lines.start, []).append(one)
            else:
                for rule in one.rules:
                    self.stretches.setdefault(rule, []).append(one)
        for stretches in self.stretches.values():
            stretches.sort(key=lambda one: one.lines.start)

    def at(self, line: int, rules: set[str]) -> list[Silence]:
        """What silences one of these rules on a line; on line 0, which is none, what silences the whole file."""
        found = [one for one in (*self.whole, *self.lines.get(line, ())) if one.rules & rules]
        for rule in rules:
            stretches = self.stretches.get(rule, [])
            last = bisect_right(stretches, line, key=lambda one: one.lines.start) - 1
            while last >= 0 and line in stretches[last].lines:
                found.append(stretches[last])
                last -= 1
        return found


def comments(page: Page, file_text: str) -> list[Comment]:
    """The comments of a page in their order; what stands in code is an example of one."""
    text = page.text
    if MARK not in text:
        return []
    lines = Lines(file_text)
    codes = list(_codes(page))
    starts = [span.start for span in codes]
    found = []
    for match in COMMENT.finditer(text):
        nearest = bisect_right(starts, match.start()) - 1
        if nearest >= 0 and match.start() < codes[nearest].end:
            continue
        reason = REASON.search(match[2])
        said = match[2][: reason.start()] if reason else match[2]
        words = tuple(
            Word(word[0], Span(match.start(2) + word.start(), match.start(2) + word.end()))
            for word in WORD.finditer(said)
        )
        span = Span(*match.span())
        place = page.locate(span)
        found.append(Comment(match[1], words, span, place.end, lines.position(place.start).line))
    return found


def _codes(page: Page) -> Iterator[Span]:
    """Where code stands, blocks and spans in running text, in their order."""
    spans = [code.whole for code in page.codes]
    for segment in page.segments():
        if MARK in segment.text:
            spans += [piece.span for piece in segment.inline.pieces if piece.kind == "code"]
    yield from sorted(spans)


def _silences(found: Sequence[Comment], lines: Lines, packs: Packs) -> Iterator[Silence]:
    """The lines that comments silence; what is not enabled again is silent to the end."""
    open_: dict[str, tuple[Comment, int]] = {}
    closed: list[tuple[Comment, range, set[str]]] = []
    for comment in found:
        rules = _named(comment, packs)
        if comment.verb == "disable":
            open_ |= {rule: (comment, comment.line) for rule in rules if rule not in open_}
        elif comment.verb == "enable":
            for rule in rules & open_.keys():
                opened, line = open_.pop(rule)
                closed.append((opened, range(line, comment.line + 1), {rule}))
        else:
            closed.append((comment, _lines(comment, lines), rules))
    for rule, (opened, line) in open_.items():
        closed.append((opened, range(line, ENDLESS), {rule}))
    grouped: dict[tuple[int, range], tuple[Comment, set[str]]] = {}
    for comment, silent, rules in closed:
        grouped.setdefault((id(comment), silent), (comment, set()))[1].update(rules)
    for (_, silent), (comment, rules) in grouped.items():
        yield Silence(comment, silent, frozenset(rules))


def _lines(comment: Comment, lines: Lines) -> range:
    """The lines that a comment on one line, on the next, or on the file is about."""
    if comment.verb == "disable-file":
        return range(ENDLESS)
    if comment.verb == "disable-line":
        return range(comment.line, comment.line + 1)
    behind, text = lines.position(comment.end).line, lines.text
    below = text.find("\n", comment.end) + 1 or len(text)
    gap = BLANK.match(text, below)
    blank = text.count("\n", below, gap.end() if gap else below)
    return range(behind + blank + 1, behind + blank + 2)


@cache
def _rules(packs: Packs) -> tuple[Rule, ...]:
    return tuple(rulebook.load(packs))


@cache
def _id(name: str, packs: Packs) -> str:
    return next((rule.id for rule in _rules(packs) if rule.name == name), name)


def _named(comment: Comment, packs: Packs) -> set[str]:
    """The ids that a comment names; all where it names none."""
    rules = list(_rules(packs))
    if not comment.words:
        return {rule.id for rule in rules}
    return {rule for word in comment.words for rule in _ids(word.text, packs)}


@cache
def _ids(word: str, packs: Packs) -> frozenset[str]:
    try:
        return frozenset(rulebook.named(list(_rules(packs)), [word]))
    except ConfigError:
        return frozenset()


def _unknown(found: Sequence[Comment], packs: Packs) -> Iterator[Remark]:
    for comment in found:
        for word in comment.words:
            try:
                rulebook.named(list(_rules(packs)), [word.text])
            except ConfigError as error:
                yield Remark("unknown", word.span, f"the comment names {error}", word.text)


def _unused(silence: Silence) -> Remark:
    words = " ".join(word.text for word in silence.comment.words) or "all rules"
    message = f'"doclint-{silence.comment.verb}" of {words} silences nothing: remove it'
    return Remark("unused", silence.comment.span, message, words)


def _could_speak(silence: Silence, pair: Pair, ran: Sequence[Rule], packs: Packs) -> bool:
    """Whether the silenced rules all ran with what they need, so that their silence says something."""
    able = {rule.id for rule in ran if rule.needs <= pair.trust}
    wanted = {rule.id for rule in _rules(packs) if rule.id in silence.rules and rule.is_default}
    if silence.comment.words:
        return bool(silence.rules) and silence.rules <= able
    return wanted <= able
