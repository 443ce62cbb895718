"""What became of a protected word: the problem for a cell that should read the same, or for a name lost in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from doclint import words
from doclint.align import Confidence, Match
from doclint.damage import Damage, judge, likeness
from doclint.page.inline import PieceKind
from doclint.page.model import Segment
from doclint.problem import Fix, Problem
from doclint.text import Span

LIKE_ENOUGH = 0.6
"""A word of the target at least this like the lost name is taken to be what became of it."""

LONGEST = 500
"""Code points; in a longer text one does not look for what became of a name."""

PIECE = re.compile(r"[^\W_][\w@.$-]*[^\W_]|[^\W_]")


class Spot(NamedTuple):
    """A stretch of a segment's plain text."""

    start: int
    end: int
    text: str


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
    return _problem(
        match, expected.rstrip("."), _whole(target.plain), judge(expected, found, members), evidence=evidence
    )


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
    return _problem(match, expected, Spot(start, end, found), damage, evidence=evidence, is_sure=is_sure)


def names_lost(
    match: Match[Segment], names: Iterable[str], *, members: Collection[str] = (), evidence: str = ""
) -> Iterator[Problem]:
    """A problem for each of the names that stands in the source segment and not in the target segment.

    The place is the word that became of it, where one can be told: the text of the link with the same
    target, the word that is most like it, or the only word there is. Else it is the whole text.
    """
    names = dict.fromkeys(names)
    if not names:
        return
    target = match.target.plain
    marked = {piece.text for piece in match.target.inline.pieces}
    lost = [name for name in names if name not in marked and not words.stands_in(name, target)]
    taken: list[Spot] = []
    for name in lost:
        spot = _linked(name, match) or _remains(name, match, taken)
        if spot is None and match.source.plain.strip() == name:
            spot = _only_word(target)
        if spot is not None and spot.text == name:
            continue  # it stands, with letters on its edges that make no other word of it
        if spot is not None:
            taken.append(spot)
            yield _problem(match, name, spot, judge(name, spot.text, members), evidence=evidence)
        else:
            whole = _whole(target)
            damage = Damage.TRANSLATED if whole.text else Damage.DROPPED
            yield _problem(match, name, whole, damage, evidence=evidence, is_sure=False)


def _whole(text: str) -> Spot:
    stripped = text.strip()
    start = text.find(stripped)
    return Spot(start, start + len(stripped), stripped)


def _only_word(text: str) -> Spot | None:
    """The whole text, where it is a single word."""
    whole = _whole(text)
    return whole if len(whole.text.split()) == 1 else None


def _linked(name: str, match: Match[Segment]) -> Spot | None:
    """The text of the target's link to where the name's link leads, if it is the only one."""
    sides = [segment.inline.of(PieceKind.LINK) for segment in (match.source, match.target)]
    leads = {link.target for link in sides[0] if link.text == name}
    if len(leads) != 1:
        return None
    ours, theirs = ([link for link in side if link.target in leads] for side in sides)
    if len(ours) != 1 or len(theirs) != 1 or not theirs[0].text.strip():
        return None
    return Spot(theirs[0].plain.start, theirs[0].plain.end, theirs[0].text)


def _remains(name: str, match: Match[Segment], taken: list[Spot]) -> Spot | None:
    """The words of the target that became of the name: the name in other letters or script, spaced or misspelt."""
    if len(match.target.plain) > LONGEST:
        return None
    own = {piece.text.casefold() for piece in _pieces(match.source.plain)}
    best: tuple[float, Spot] | None = None
    for spot in _windows(match.target.plain):
        if any(spot.start < other.end and other.start < spot.end for other in taken):
            continue
        if spot.text.casefold() in own and spot.text.casefold() != name.casefold():
            continue
        score = _score(name, spot.text)
        if score >= LIKE_ENOUGH and (best is None or score > best[0]):
            best = score, spot
    return best[1] if best else None


def _score(name: str, text: str) -> float:
    letters = "".join(text.split()).casefold()
    wanted = name.casefold()
    if letters == wanted:
        return 1.5
    if not 0.3 < len(letters) / len(wanted) < 3.5:
        return 0.0
    # a name that stands untouched in the text is itself, not what became of another one
    if words.is_name(text):
        from rapidfuzz.distance.Indel import normalized_similarity

        alike = float(normalized_similarity(letters, wanted))
        return alike if alike >= 0.85 else 0.0
    return likeness(name, text)


def _pieces(text: str) -> list[Spot]:
    """Words, cut also where the script changes, since a name may be glued to kana, and kana to kanji."""
    spots: list[Spot] = []
    for match in PIECE.finditer(text):
        start = match.start()
        for index in range(match.start() + 1, match.end()):
            before, here = text[index - 1], text[index]
            if here.isalnum() and before.isalnum() and _is_seam(before, here):
                spots.append(Spot(start, index, text[start:index]))
                start = index
        spots.append(Spot(start, match.end(), text[start : match.end()]))
    return spots


def _is_seam(before: str, here: str) -> bool:
    if here.isascii() or before.isascii():
        return here.isascii() != before.isascii()
    return here.isalpha() and before.isalpha() and words.script(here) != words.script(before)


def _windows(text: str) -> Iterator[Spot]:
    """One to four neighbouring pieces."""
    pieces = _pieces(text)[:200]
    for width in range(1, 5):
        for first in range(len(pieces) - width + 1):
            start, end = pieces[first].start, pieces[first + width - 1].end
            yield Spot(start, end, text[start:end])


def _problem(
    match: Match[Segment], expected: str, spot: Spot, damage: Damage, *, evidence: str, is_sure: bool = True
) -> Problem:
    source, target = match.source, match.target
    span = target.inline.place(spot.start, spot.end)
    at = words.find(expected, source.plain)
    source_span = source.inline.place(at, at + len(expected)) if at >= 0 else source.span
    raw = source_span.of(source.page.text) if at >= 0 else expected
    return Problem(
        span=span,
        found=spot.text,
        expected=expected,
        damage=damage,
        fix=_fix(span, spot, target, raw, is_safe=match.confidence is Confidence.HIGH) if is_sure else None,
        confidence=match.confidence if is_sure else min(match.confidence, Confidence.MEDIUM),
        evidence=evidence,
        source=source,
        source_span=source_span,
        target=target,
    )


def _fix(span: Span, spot: Spot, target: Segment, raw: str, *, is_safe: bool) -> Fix | None:
    """The word put back; only where the damaged text holds no markup of its own."""
    if span.of(target.page.text).replace("\\", "") != spot.text.replace("\\", "") or "\n" in spot.text:
        return None
    return Fix.safe(span, raw) if is_safe else Fix.unsafe(span, raw)
