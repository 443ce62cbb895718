"""What became of a protected word: the problem for a cell that should read the same, or for a name lost in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

from doclint.checks.difference import Difference
from doclint.checks.problem import Fix, Problem
from doclint.page import Segment
from doclint.page.inline.pieces import PieceKind
from doclint.pair.alignment.align import Match
from doclint.pair.words.alike import SIGNS, SURELY_LIKE
from doclint.pair.words.candidates import in_parts, remains
from doclint.pair.words.lost import Lost, Place
from doclint.pair.words.marked import bold, bold_others, linked
from doclint.pair.words.protected import KEPT
from doclint.pair.words.spots import Spot, only_word, untouched, whole
from doclint.text import Severity, Span, words
from doclint.text.damage import Damage, judge
from doclint.text.lazypattern import lazy

MOST_BESIDE = 3
"""Letters that machines put beside a number: `pbm-2`."""

LONGEST_ENDING = 3
"""Letters that grammar puts behind a name."""

PRIMITIVE = lazy(
    r"\b(?:string|boolean|bool|integer|int|number|float|double|decimal|char|byte|binary|date|datetime|datetimeoffset|time"
    r"|timeofday|timestamp|duration|guid|uuid|object|array|stream|single|short|long|void)\b",
    re.IGNORECASE,
)
"""The name of a primitive type, which is an English word as well."""

ADDRESS = frozenset("/()[]")
"""What stands in a link beside its words."""


def same(a: str, b: str) -> bool:
    """Whether two cells read the same; a full stop at the end and the form of accents are free."""
    return a == b or _bare(a) == _bare(b)


def _bare(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split())).rstrip(".。")


def cell_changed(match: Match[Segment], *, members: Collection[str] = (), evidence: str = "") -> Problem | None:
    """The problem when a cell that is one protected word does not read the same; None when it does."""
    source, target = match.source, match.target
    expected, found = source.plain.strip(), target.plain.strip()
    if same(expected, found):
        return None
    damage = judge(expected, found, members)
    problem = problem_at(match, expected.rstrip("."), whole(target.plain), damage, evidence=evidence)
    if problem.fix and words.is_number(expected) and _has_words(found):
        return problem._replace(fix=Fix(problem.fix.edits, is_safe=False))  # of another cell, which would be gone
    return problem


def _has_words(found: str) -> bool:
    """Whether more than a number, or a sign that a machine put beside it, stands in a cell."""
    letters = sum(map(str.isalpha, found))
    return letters > 0 and (len(found.split()) > 1 or (letters > MOST_BESIDE and any(map(str.isdigit, found))))


def part_changed(
    match: Match[Segment],
    expected: str,
    start: int,
    end: int,
    *,
    members: Collection[str] = (),
    evidence: str = "",
    is_sure: bool = True,
) -> Problem:
    """The problem when a stretch of the target's plain text stands where a protected word should.

    Not sure that it is just this stretch: no fix is offered then.
    """
    found = match.target.plain[start:end]
    damage = judge(expected, found, members) if found else Damage.DROPPED
    return problem_at(match, expected, Spot(start, end, found), damage, evidence=evidence, is_sure=is_sure)


def names_lost(
    match: Match[Segment], names: Iterable[str], *, members: Collection[str] = (), evidence: str = ""
) -> Iterator[Problem]:
    """A problem for each of the names that stands in the source segment and not in the target segment.

    The place is the word that became of it, where one can be told: the text of the link with the same
    target, the word that is most like it, or the only word there is. Else it is the whole text.
    """
    # a part of a longer word, as of `DEPOT_DOOR_*`, is looked for in no other way than it was found
    names = [name for name in dict.fromkeys(names) if words.stands_in(name, match.source.plain)]
    if not names:
        return
    target = match.target.plain
    marked = {text for piece in match.target.inline.pieces for text in (piece.text, piece.text.strip(SIGNS))}
    taken: list[Spot] = []
    for name in (name for name in names if name not in marked and not words.stands_in(name, target)):
        problem = name_lost(match, name, taken=taken, members=members, evidence=evidence)
        if problem:
            yield problem


def name_lost(
    match: Match[Segment],
    name: str,
    *,
    taken: list[Spot],
    members: Collection[str] = (),
    evidence: str = "",
    least: float = 0,
) -> Problem | None:
    """The problem of a name that the target segment lost; its place is added to those `taken`.

    With `least` the name counts as lost only where some words are at least so like it.
    """
    source, target = match.source, match.target
    spot = linked(name, source, target)
    if spot is None or spot.text == name:
        spot = bold(name, source, target)
    if spot is None or spot.likeness < least:
        others = [*taken, *untouched(name, target.plain), *bold_others(name, source, target)]
        spot = remains(name, source.plain, target.plain, others)
    if spot is None or spot.likeness < least:
        spot = in_parts(name, source.plain, target.plain) or spot
    if spot is None and source.plain.strip() == name and (spot := only_word(target.plain)):
        spot = spot._replace(likeness=0.0)
    if spot is not None and spot.text == name:
        return None  # it stands, with letters on its edges that make no other word of it
    if spot is not None and _is_spaced_there_too(name, spot.text, source.page.text):
        return None
    if spot is not None and spot.likeness >= least:
        taken.append(spot)
        return problem_at(match, name, spot, judge(name, spot.text, members), evidence=evidence)
    if least:
        return None
    spot = whole(target.plain)
    damage = Damage.TRANSLATED if spot.text else Damage.DROPPED
    problem = problem_at(match, name, spot, damage, evidence=evidence, is_sure=False)
    is_all = damage is Damage.DROPPED or source.plain.strip(SIGNS) == name
    return problem if is_all else problem._replace(message=f'the text does not say "{name}", as the English does')


def _is_spaced_there_too(name: str, found: str, english: str) -> bool:
    """Whether the words of a name stand apart in the English as well, so that either is right: `Strict Mode`."""
    return " " in found and "".join(found.split()) == name and words.stands_in(found, english)


def lost_in_text(lost: Lost, taken: list[Spot]) -> Problem | None:
    """The problem of a protected word that running text lost; None where it may have been left out or translated.

    Put back without asking are only capitals and spaces in the text of a link, whose target is a witness: elsewhere in
    a sentence nothing but the word's own looks says where it stood.
    """
    least = lost.least
    problem = name_lost(lost.match, lost.name, taken=taken, evidence=lost.evidence, least=least)
    if problem is None or not (lost.is_sure or lost.is_damaged(problem.found)):
        return None
    if not lost.is_sure and is_inflected(lost.name, problem.found):
        return None
    capital = lost.name[:1].upper() + lost.name[1:]
    if not lost.is_sure and problem.found == capital and words.stands_in(capital, lost.match.source.page.text):
        return None  # so does the English where a sentence begins
    is_safe = lost.place is Place.LINK and problem.damage in (Damage.RECASED, Damage.SPACED)
    if problem.fix and not is_safe:
        problem = problem._replace(fix=Fix(problem.fix.edits, is_safe=False))
    is_mild = lost.evidence == KEPT and problem.damage is Damage.RECASED
    return problem._replace(severity=Severity.NOTE) if is_mild else problem


def is_inflected(name: str, found: str) -> bool:
    """Whether a word that may be a brand has nothing more than an ending, as grammar asks in many a language."""
    ending = found.removeprefix(name)
    return ending != found and name[-1:].isalpha() and len(ending) <= LONGEST_ENDING and ending.islower()


def problem_at(
    match: Match[Segment], expected: str, spot: Spot, damage: Damage, *, evidence: str, is_sure: bool = True
) -> Problem:
    """The problem of a word that should stand at a spot of the target; without a fix where the spot is not sure."""
    source, target = match.source, match.target
    span = target.inline.place(spot.start, spot.end)
    at = words.find(expected, source.plain)
    source_span = source.inline.place(at, at + len(expected)) if at >= 0 else source.span
    raw = source_span.of(source.page.text) if at >= 0 else expected
    is_safe = match.is_sure and spot.likeness >= SURELY_LIKE
    is_safe = is_safe and not _has_lost_its_link(match, expected, spot) and not _brings_another(match, expected, spot)
    return Difference(match, span, source_span).problem(
        spot.text,
        expected,
        evidence=evidence,
        damage=damage,
        put=raw if is_sure and _is_plain(span, spot, target) else None,
        is_safe=is_safe,
        is_sure=is_sure,
    )


def _has_lost_its_link(match: Match[Segment], name: str, spot: Spot) -> bool:
    """Whether the spot is what is left of the word's link, so that with the rest the address would go."""
    links = ([piece for piece in side.inline.pieces if piece.kind is PieceKind.LINK] for side in match[:2])
    found, wanted = spot.text.casefold(), name.casefold()
    is_more = words.stands_in(name, spot.text) or (wanted != found and wanted in found)
    return (is_more or not ADDRESS.isdisjoint(found)) and len(next(links)) > len(next(links))


def _brings_another(match: Match[Segment], name: str, spot: Spot) -> bool:
    """Whether a name that the English has elsewhere stands beside the word: with the damage it would be gone."""
    rest = spot.text.replace(name, " ", 1)
    others = (token.rstrip(".") for token in words.TOKEN.findall(rest)) if rest != spot.text else ()
    named = [other for other in others if words.is_name(other) or "-" in other]
    return any(words.stands_in(other, text.text) for other in named for text in match.source.page.segments())


def _is_plain(span: Span, spot: Spot, target: Segment) -> bool:
    """Whether the damaged text holds no markup of its own, and none is empty around it."""
    if not spot.text and target.text and any(piece.kind is PieceKind.LINK for piece in target.inline.pieces):
        return False
    return span.of(target.page.text).replace("\\", "") == spot.text.replace("\\", "") and "\n" not in spot.text


def is_in_pre(segment: Segment) -> bool:
    """Whether a text is the rest of a `<pre>` that a blank line cut: code, which Markdown reads as a paragraph."""
    text, at = segment.page.text, segment.span.start
    return text.rfind("<pre", 0, at) > text.rfind("</pre", 0, at)
