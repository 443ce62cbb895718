"""The protected words that segments of a translation lost: found on the raw text, and parsed only where one is missing.

A word that moved to another segment of the page, as sentences do, is not lost: the whole page must have it less often.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from doclint.page import Kind, Segment
from doclint.page.inline.pieces import Inline, Piece, PieceKind
from doclint.pair.alignment.align import Match
from doclint.pair.words.alike import SURELY_LIKE, score
from doclint.pair.words.protected import BY_SOUND, Evidence
from doclint.pair.words.seen import is_seen, least
from doclint.pair.words.slips import meant
from doclint.pair.words.vocabulary import Vocabulary
from doclint.text import manywords, words
from doclint.text.shapes import SUSPECT, Shape, shapes

PROTECTED = "protected by the configuration"

HEADINGS = (Kind.HEADING, Kind.TITLE, Kind.DESCRIPTION)


class Place(StrEnum):
    """As what a word stands in the English."""

    LINK = "link"
    """The whole text of a link."""
    BOLD = "bold"
    """All that some bold text says."""
    TEXT = "text"


class Lost(NamedTuple):
    """A protected word that a segment lost."""

    match: Match[Segment]
    name: str
    place: Place
    is_sure: bool
    """Whether its spelling alone makes it a name; else it is lost only where one sees what became of it."""
    is_partly: bool
    """Whether it still stands in the target segment, less often than in the English."""
    evidence: str

    def is_damaged(self, found: str) -> bool:
        """Whether a text is so like the word that it is what became of it, and not merely a translation."""
        if self.is_sure:
            return score(self.name, found) >= self.least
        return is_seen(self.name, found, self.evidence, in_text=_is_running(self.place, self.match))

    @property
    def least(self) -> float:
        """How like the word some words of the target must be, for it to be called damaged and not merely left out."""
        if not self.is_sure:
            return least(self.name, self.evidence)
        return SURELY_LIKE if self.is_partly else 0.0


def _is_running(place: Place, match: Match[Segment]) -> bool:
    """Whether a word stands in running text; in headings, as links and in bold, brands do as often as names."""
    return place is Place.TEXT and match.source.kind not in HEADINGS


def lost(differing: Sequence[Match[Segment]], vocabulary: Vocabulary) -> Iterator[Lost]:
    """The protected words that segments which differ have lost, in the order of the segments."""
    suspects = dict.fromkeys(shape for it in differing for shape in _missing(it.source.text, it.target.text))
    if not suspects:
        return
    source = "\n".join(match.source.text for match in differing)
    target = "\n".join(match.target.text for match in differing)
    if "<!--" in target:  # a comment that ended up behind a paragraph
        source, target = _without_comments(source), _without_comments(target)
    evidence = Evidence(source, vocabulary, target)
    rarer = manywords.rarer([shape.word for shape in suspects], source.replace("\\", ""), target.replace("\\", ""))
    found = {shape.word: (shape, why) for shape in suspects if shape.word in rarer and (why := evidence.of(shape))}
    if not found:
        return
    missing = sorted(found, key=lambda word: -len(word))
    wholes: dict[str, list[str]] = {}
    for longer, parts in zip(missing, manywords.held(missing, missing), strict=True):
        for word in parts:
            wholes.setdefault(word, []).append(longer)
    texts = [match.source.text.replace("\\", "") for match in differing]
    for match, text, names in zip(differing, texts, manywords.held(missing, texts), strict=True):
        if not names:
            continue
        raw = _without_comments(match.target.text).replace("\\", "")
        fewer = [name for name in names if words.count(name, text) > words.count(name, raw)]
        if not fewer:
            continue
        here, ours, theirs = set(names), Read.of(match.source.inline), Read.of(match.target.inline)
        for name in fewer:
            if any(theirs.standing({word}) >= max(ours.standing({word}), 1) for word in meant(name, vocabulary)):
                continue
            longer_here = [other for other in wholes[name] if other != name and other in here]
            shape, why = found[name]
            for place, is_partly in _places(name, ours, theirs, longer_here):
                if why in BY_SOUND and not _is_running(place, match):
                    continue
                yield Lost(match, name, place, shape.is_sure, is_partly, why)


def terms_lost(differing: Sequence[Match[Segment]], terms: Iterable[str]) -> Iterator[Lost]:
    """The words and phrases of a team that segments which differ have lost, the longest first."""
    source, target = _joined(it.source.text for it in differing), _joined(it.target.text for it in differing)
    missing = [term for term in terms if words.count(term, source, endings=False) > words.count(term, target)]
    for match in differing if missing else ():
        ours, theirs = _joined([match.source.plain]), _joined([match.target.plain])
        for term in sorted(missing, key=lambda term: (-len(term), term)):
            still = words.count(term, theirs)
            if words.count(term, ours, endings=False) > still:
                yield Lost(match, term, Place.TEXT, True, still > 0, PROTECTED)


def _joined(texts: Iterable[str]) -> str:
    """Texts in one, with single spaces, since a phrase may run on in the next line."""
    return " ".join(word for text in texts for word in text.split())


def _without_comments(text: str) -> str:
    if "<!--" not in text:
        return text
    first, *rest = text.split("<!--")
    return first + "".join(part.partition("-->")[2] if "-->" in part else part for part in rest)


@lru_cache(1000)
def _missing(source: str, target: str) -> tuple[Shape, ...]:
    """The words spelt like names that a text has more often than its translation: lost, if the page has them no more.

    Remembered, since the pages of a site repeat their sentences.
    """
    source, target = source.replace("\\", ""), _without_comments(target).replace("\\", "")
    if not SUSPECT.search(source):
        return ()
    ours, theirs = Counter(source.split()), Counter(target.split())
    rest = [
        word
        for word, count in ours.items()
        if not (word.isalpha() and (word.islower() or word.istitle()))
        and count > theirs.get(word, 0)
        and SUSPECT.search(word)
    ]
    found = dict.fromkeys(shape for word in rest for shape in shapes(word))
    return tuple(it for it in found if words.count(it.word, source) > words.count(it.word, target))


class Read(NamedTuple):
    """What is read of a segment, sorted once for all the names that are looked for in it."""

    inline: Inline
    alike: dict[str, list[Piece]]
    """The pieces by their text."""
    codes: str
    """What stands in code spans, each on a line."""
    links: list[str]
    """The texts of links that are no code."""
    bold: Counter[str]

    @classmethod
    def of(cls, inline: Inline) -> Read:
        """Of one segment."""
        if not inline.pieces:
            return cls(inline, {}, "", [], Counter())
        alike: dict[str, list[Piece]] = {}
        for piece in inline.pieces:
            alike.setdefault(piece.text, []).append(piece)
        codes = inline.of(PieceKind.CODE)
        covered = {piece.plain for piece in codes}
        links = [piece.text for piece in inline.of(PieceKind.LINK) if piece.plain not in covered]
        bold = Counter(piece.text.strip() for piece in inline.of(PieceKind.STRONG))
        return cls(inline, alike, "\n".join(piece.text for piece in codes), links, bold)

    def standing(self, forms: Collection[str]) -> int:
        """How often a word stands, in one of its forms, in what is read of the segment; markup ends a word."""
        plain = self.inline.plain
        edges = sorted({edge for form in forms for piece in self.alike.get(form, ()) for edge in piece.plain})
        text = "\n".join(plain[start:end] for start, end in pairwise([0, *edges, len(plain)])) if edges else plain
        return max(words.count(form, text) for form in forms)


def _places(name: str, source: Read, target: Read, longer: list[str]) -> Iterator[tuple[Place, bool]]:
    """As what the target segment lost the word, each with whether it still stands there elsewhere.

    Singular for plural is what grammar asks, but for the text of a link. Within one of the `longer` names the word is
    a part of that.
    """
    plain = source.inline.plain
    if not words.count(name, plain):
        return
    forms = {name, words.singular(name)}
    inside = sum(words.count(name, other) * words.count(other, plain) for other in longer)
    in_code = max(words.count(form, source.codes) for form in forms)
    stood, still = source.standing(forms) - inside, target.standing(forms)
    linked = sum(text.strip() == name for text in source.links if name in text)
    if linked:
        linked -= sum(words.stands_in(name, piece.text) for piece in target.inline.of(PieceKind.LINK))
    if linked > 0 and source.standing({name}) > target.standing({name}):
        yield Place.LINK, False
    if min(stood - still, stood - in_code) > max(linked, 0):
        yield Place.BOLD if source.bold[name] > target.bold[name] else Place.TEXT, still > 0
