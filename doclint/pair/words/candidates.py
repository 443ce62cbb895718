"""What became of a name that a text lost: the words in it that are the name in other letters, spaced or misspelt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from doclint.page import Segment
from doclint.page.inline.pieces import Piece, PieceKind
from doclint.pair.links import link_address
from doclint.text import words
from doclint.text.damage import likeness
from doclint.text.lazypattern import lazy
from doclint.text.shapes import names_in
from doclint.text.sound.romanize import is_foreign, latin_letters, similarity

LIKE_ENOUGH = 0.6
"""A word of the target at least this like the lost name is taken to be what became of it."""

SHORT = 10
"""Letters; the ordinary words of a page are like a shorter name by chance, so it takes more."""

LIKE_A_SHORT_NAME = 0.75

SURELY_LIKE = 0.8
"""So like the name that putting it back cannot leave a part: `календаря` is not all that became of calendarView."""

SAME_LETTERS = 1.5
"""The likeness of words that differ only by case and spaces."""

OTHER_NUMBER = 1.2

LATIN_LIKE = 0.85
"""In plain letters a name is like many others, and so is a word of another language."""

NO_WORD_LIKE = 0.45
"""Below this a look at the letters tells that the sound will not do."""

LESS_PER_WORD = 0.02
"""What one more word must add, so that a particle behind a name is not taken for a part of it."""

LONGEST = 1000
"""Code points; in a longer text one does not look for what became of a name."""

MOST_PIECES = 200

FEWEST_DOTS = 2
"""In a name of so many dots each word may have become a sentence."""

FEWEST_WINDOWS = 4
"""Words that may together be what became of a name; a name of more parts may have become as many."""

PIECE = lazy(r"[^\W_][\w@.$]*[^\W_]|[^\W_]")
GAP = lazy(r"[^\s\w.。@$/–—-]")
"""What no damage puts into a name: a comma, quotes, brackets."""
SIGNS = "/$@#-_."
JOINTS = "/-_"
"""What joins a piece to others of a longer word."""


class Spot(NamedTuple):
    """A stretch of a segment's plain text, and how like it is to the name it was."""

    start: int
    end: int
    text: str
    likeness: float = 1.0


def remains(name: str, source: str, target: str, taken: Iterable[Spot] = ()) -> Spot | None:
    """The words of the target that became of the name; None where nothing in it is like the name."""
    return None if len(target) > LONGEST else _remains(name, source, target, tuple(taken))


@lru_cache(4000)
def _remains(name: str, source: str, target: str, taken: tuple[Spot, ...]) -> Spot | None:
    """Remembered, since a title comes back as a heading, and the pages of a site repeat their sentences."""
    own = {piece.text.casefold() for piece in pieces(source)}
    bare = name.lstrip(SIGNS)
    signs = name.removesuffix(bare)
    enough = LIKE_ENOUGH if len(bare) >= SHORT else LIKE_A_SHORT_NAME
    best, height = None, 0.0
    for spot in _windows(target, signs, max(FEWEST_WINDOWS, bare.count(".") + 1)):
        like = score(name, spot.text)  # first, since it is remembered and rules out nearly all of them
        if like < enough or any(spot.start < other.end and other.start < spot.end for other in taken):
            continue
        is_other_number = words.in_other_number(name.casefold(), spot.text.casefold())
        is_own = spot.text.casefold() in own or (signs != "" and words.stands_in(spot.text, source))
        if is_own and spot.text.casefold() != name.casefold() and not is_other_number:
            continue
        if " " in spot.text and any(words.is_name(word) and word.casefold() in own for word in spot.text.split()):
            continue  # another name of the English, with a word beside it
        is_piece = {target[max(spot.start - 1, 0)], target[spot.end : spot.end + 1]} & set(JOINTS)
        is_recased = name not in spot.text and name.casefold() in spot.text.casefold()
        if is_piece and is_recased and source.replace(name, "\0").count(spot.text) >= target.count(spot.text):
            continue  # a piece of a longer word that the English has, too
        if like - spot.text.count(" ") * LESS_PER_WORD > height:
            best, height = spot._replace(likeness=like), like - spot.text.count(" ") * LESS_PER_WORD
    is_part = best is not None and best.text.casefold() in bare.casefold() and best.likeness < SAME_LETTERS
    if best and is_part and (len(best.text) < LATIN_LIKE * len(bare) or best.text.casefold() in own):
        return best._replace(likeness=min(best.likeness, LIKE_ENOUGH))  # the rest may stand beside it, translated
    return best


def in_parts(name: str, source: str, target: str) -> Spot | None:
    """The only words of the target with as many dots between them as in the name: `Группа. Чтение` of Group.Read.

    Sentences of one word do not follow one another. What the source has, in whatever capitals, is another name.
    """
    dots = name.count(".")
    if dots < FEWEST_DOTS or len(target) > LONGEST:
        return None
    form = rf"(?<![^\W_])[^\W\d_]{{2,}}(?:\s?[.。．]\s?[^\W\d_]{{2,}}){{{dots}}}(?![^\W_])"
    found = [one for one in re.finditer(form, target) if "".join(one[0].split()).casefold() not in source.casefold()]
    return Spot(found[0].start(), found[0].end(), found[0][0], SURELY_LIKE) if len(found) == 1 else None


def untouched(name: str, text: str) -> Iterator[Spot]:
    """Where the name still stands in the text."""
    at = words.find(name, text)
    while at >= 0:
        yield Spot(at, at + len(name), name)
        at = words.find(name, text, at + len(name))


def whole(text: str) -> Spot:
    """The whole text without white space around it."""
    stripped = text.strip()
    start = text.find(stripped)
    return Spot(start, start + len(stripped), stripped)


def only_word(text: str) -> Spot | None:
    """The whole text, where it is a single word."""
    spot = whole(text)
    return spot if len(spot.text.split()) == 1 else None


def linked(name: str, source: Segment, target: Segment) -> Spot | None:
    """The text of the target's link to where the name's link leads, if it is the only one."""
    addresses = {
        link_address(link, source.page) for link in source.inline.of(PieceKind.LINK) if link.text.strip() == name
    }
    if len(addresses) != 1:
        return None
    ours, theirs = (
        [link for link in side.inline.of(PieceKind.LINK) if link_address(link, side.page) in addresses]
        for side in (source, target)
    )
    if len(ours) != 1 or len(theirs) != 1 or not theirs[0].text.strip():
        return None
    return Spot(theirs[0].plain.start, theirs[0].plain.end, theirs[0].text)


def bold(name: str, source: Segment, target: Segment) -> Spot | None:
    """The bold words of the target that became of a bold name: those most like it, or the only ones left."""
    ours, theirs = (side.inline.of(PieceKind.STRONG) for side in (source, target))
    lost = _without(ours, theirs)
    rest = [piece for piece in _without(theirs, ours) if not names_in(piece.text)]
    if not rest or name not in (piece.text.strip() for piece in lost):
        return None
    scores = [score(name, piece.text) for piece in rest]
    best = max(scores)
    if best < LIKE_ENOUGH and (len(lost) > 1 or len(rest) > 1):
        return None
    piece = rest[scores.index(best)]
    return Spot(piece.plain.start, piece.plain.end, piece.text, best)


def bold_others(name: str, source: Segment, target: Segment) -> list[Spot]:
    """The bold words of the target, where the name is not bold in the source, which has as many."""
    ours, theirs = (side.inline.of(PieceKind.STRONG) for side in (source, target))
    is_among = any(words.stands_in(name, piece.text) for piece in ours)
    return [] if is_among or len(ours) != len(theirs) else [Spot(*piece.plain, piece.text) for piece in theirs]


def _without(pieces: list[Piece], others: list[Piece]) -> list[Piece]:
    """The pieces that are more than the others of the same text."""
    left = Counter(piece.text for piece in others)
    rest = []
    for piece in pieces:
        if left[piece.text] > 0:
            left[piece.text] -= 1
        else:
            rest.append(piece)
    return rest


@lru_cache(20_000)
def score(name: str, text: str) -> float:
    """How like a name some words are: as sounds, or in plain letters as letters.

    Remembered, since several rules ask it of the same words, and a title comes back as a heading and in the text.
    """
    letters = "".join(text.split()).casefold().lstrip(SIGNS)
    wanted = _wanted(name)
    if letters == wanted:
        return SAME_LETTERS
    if words.in_other_number(name.casefold(), text.casefold()):
        return OTHER_NUMBER
    if text.startswith(name) and text[len(name)].isupper() and text.isalnum():
        return LATIN_LIKE  # the name with a word more, as another one has
    if not 0.3 < len(letters) / len(wanted) < 3.5:
        return 0.0
    alike = similarity()
    # a name that stands untouched in the text is itself, not what became of another one
    if letters.isascii() or not any(map(is_foreign, letters)):
        return float(alike(letters, wanted, score_cutoff=LATIN_LIKE))
    rough = "".join(map(latin_letters, text.split()))
    if alike(rough, wanted) < NO_WORD_LIKE:
        return 0.0
    return likeness(name, text)


@lru_cache(1000)
def _wanted(name: str) -> str:
    """The letters of a name, which is held against each word of a text."""
    return "".join(name.split()).casefold().lstrip(SIGNS)


def pieces(text: str) -> list[Spot]:
    """Words, cut also where the script changes, since a name may be glued to kana, and kana to kanji."""
    spots: list[Spot] = []
    for start, end in words.runs(PIECE, text):
        before = text[start]
        for index in () if _is_whole(text[start:end]) else range(start + 1, end):
            here = text[index]
            if here.isalnum() and before.isalnum() and _is_seam(before, here):
                spots.append(Spot(start, index, text[start:index]))
                start = index
            before = before if words.is_sign(here) else here
        spots.append(Spot(start, end, text[start:end]))
    return spots


def _is_whole(word: str) -> bool:
    """Whether all letters of a word are of one script, as those of nearly every word, so that it has no seam."""
    return word.isascii() or len({*map(_kind, word)} - {""}) < 2


@lru_cache(10_000)
def _kind(char: str) -> str:
    """The script of a letter beyond ASCII; empty of a sign, which parts nothing."""
    if not char.isalnum():
        return ""
    return "ASCII" if char.isascii() else words.script(char) if char.isalpha() else "DIGIT"


def _is_seam(before: str, here: str) -> bool:
    if here.isascii() or before.isascii():
        return here.isascii() != before.isascii()
    return here.isalpha() and before.isalpha() and words.script(here) != words.script(before)


def _windows(text: str, signs: str, most: int) -> Iterator[Spot]:
    """One to `most` neighbouring pieces, with nothing between them but spaces and signs that names are joined by.

    Of a name that begins with signs only those that still have them.
    """
    spots = pieces(text)[:MOST_PIECES]
    joined = [not GAP.search(text, one.end, other.start) for one, other in pairwise(spots)]
    for first, spot in enumerate(spots):
        start = spot.start - len(signs)
        if start < 0 or not text.startswith(signs, start):
            continue
        for last in range(first, min(first + most, len(spots))):
            if last > first and not joined[last - 1]:
                break
            yield Spot(start, spots[last].end, text[start : spots[last].end])
