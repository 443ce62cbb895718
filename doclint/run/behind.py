"""A page behind its English: one note for each part that changed there, and one for a page that is mostly behind.

Rules see words; a translator gets on with a part: what it read when it was translated, what it reads now, the commit.
Where most of what differs comes of changed English, what nobody can tell is left until the page is in step again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from doclint.engine import Finding, Rule, Says, Testimony, Verdict, Witnesses, engine
from doclint.engine.finding import Place
from doclint.engine.subject import Subject
from doclint.pair import Pair
from doclint.pair.remark import Remark
from doclint.text import Span
from doclint.text.plural import counted

if TYPE_CHECKING:
    from doclint.run.witnesses.parts import Parts
    from doclint.run.witnesses.trail import Reader

RULE = "page-behind"
MUTED = "to review once the page is in step with its English"
FEWEST = 3
"""Changed parts that make a page one to be synced first, where they are more than all other findings."""
IDS = "anchor-changed"
"""The rule whose notes alone leave a page in step: ids that the English got in one commit change no word of it."""
WORDS = 3
"""That a note names; all of them stand in the wordings."""


class Behind(NamedTuple):
    """The findings on a page, and how many were left out."""

    findings: list[Finding]
    muted: int = 0


def gathered(findings: list[Finding], subject: Subject, rules: Iterable[Rule], read: Callable[[], Reader]) -> Behind:
    """The findings with those on one part of changed English made one; `read` gives what knows the parts of a page."""
    changed = [one for one in findings if one.verdict is Verdict.SOURCE_CHANGED]
    if not changed:
        return Behind(findings)
    places = {one.place.span: one.witnesses for one in changed}
    others = [one for one in findings if one.verdict is not Verdict.SOURCE_CHANGED and not _follows(one, places)]
    notes = [_note(some) for some in _by_part(changed, read().parts(subject.file_text))]
    muted = 0
    rule = next((rule for rule in rules if rule.name == RULE), None)
    of_words = sum({note.rule, *note.also} != {IDS} for note in notes)
    if rule and of_words >= FEWEST and of_words > len(others):
        told = [one for one in others if one.verdict is not Verdict.NEEDS_REVIEW or _was_right(one)]
        muted = len(others) - len(told)
        others = told
        notes += _page(rule, subject, notes)
    return Behind(sorted([*others, *notes], key=lambda one: one.place.span), muted)


def _follows(finding: Finding, changed: Mapping[Span, Iterable[Testimony]]) -> bool:
    """Whether it comes of changed English as well: a link to a section whose English heading has another id now."""
    section = finding.found.rpartition("#")[2]
    heard = () if finding.witnesses or finding.breaks_build else changed.get(finding.place.span, ())
    return any(one.says is Says.CHANGED and section in one.then for one in heard)


def _was_right(finding: Finding) -> bool:
    """Whether the page itself tells what became of the words, however far it is behind."""
    return any(one.says is Says.WAS_RIGHT for one in finding.witnesses)


def _by_part(changed: Iterable[Finding], known: Parts) -> list[list[Finding]]:
    """The findings on each part of a page, in its order."""
    from doclint.run.witnesses.trail import part_at

    groups: dict[Span, list[Finding]] = {}
    for one in changed:
        span = one.place.span
        groups.setdefault(part_at(known, span) or span, []).append(one)
    return list(groups.values())


def _note(findings: Sequence[Finding]) -> Finding:
    """What is said of one part."""
    first, last = findings[0], max(findings, key=lambda one: one.place.span.end)
    said = _said(findings)
    place = Place(Span(first.place.span.start, last.place.span.end), first.place.start, last.place.end)
    rules = dict.fromkeys(name for one in findings for name in (one.rule, *one.also))
    return first._replace(
        place=place,
        message=f"the English changed here{_with(said[0].commit)}: {_words(findings) or first.message}",
        evidence="; ".join(dict.fromkeys(one.why for one in said if one.why)),
        witnesses=said,
        also=tuple(name for name in rules if name != first.rule),
    )


def _said(findings: Sequence[Finding]) -> tuple[Testimony, ...]:
    """What the witnesses said, first the one whose wording explains most of the found words."""
    said = list(dict.fromkeys(one for finding in findings for one in finding.witnesses))
    words = [one.found for one in findings if one.found]

    def explains(one: Testimony) -> tuple[bool, int]:
        return one.says is Says.CHANGED, sum(word in one.then for word in words)

    best = max(said, key=explains)
    return best, *(one for one in said if one != best)


def _with(commit: str) -> str:
    return f" with {commit[:10]}" if commit else ""


def _words(findings: Sequence[Finding]) -> str:
    pairs = dict.fromkeys((one.found, one.expected or "") for one in findings)
    words = [_word(*pair) for pair in pairs if any(pair)]
    more = [f"{len(words) - WORDS} more"] if len(words) > WORDS else []
    return ", ".join([*words[:WORDS], *more])


def _word(found: str, expected: str) -> str:
    if found in ("", expected):
        return f'"{expected}" is new'
    return f'"{found}" is now "{expected}"' if expected else f'"{found}" is missing'


def _page(rule: Rule, subject: Subject, notes: Sequence[Finding]) -> list[Finding]:
    """The note on the page as a whole."""
    message = f"sync this page first: the English changed in {counted(len(notes), 'part')} of it since"
    pair = Pair(subject.pair.target, remarks=(Remark("behind", Span(0, 0), message),))
    made, _ = engine.check(subject._replace(pair=pair, witnesses=Witnesses()), [rule])
    alike = {name: getattr(notes[0], name) for name in ("locale", "trust", "meta")}
    return [one._replace(verdict=Verdict.SOURCE_CHANGED, **alike) for one in made]
