"""What became of a name that a text lost: the words in it that are the name in other letters, spaced or misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from doclint.pair.words.alike import LATIN_LIKE, LIKE_ENOUGH, SAME_LETTERS, SIGNS, SURELY_LIKE, score
from doclint.pair.words.spots import Spot, pieces, windows
from doclint.text import words

SHORT = 10
"""Letters; the ordinary words of a page are like a shorter name by chance, so it takes more."""

LIKE_A_SHORT_NAME = 0.75

LESS_PER_WORD = 0.02
"""What one more word must add, so that a particle behind a name is not taken for a part of it."""

LONGEST = 1000
"""Code points; in a longer text one does not look for what became of a name."""

FEWEST_DOTS = 2
"""In a name of so many dots each word may have become a sentence."""

FEWEST_WINDOWS = 4
"""Words that may together be what became of a name; a name of more parts may have become as many."""

JOINTS = "/-_"
"""What joins a piece to others of a longer word."""


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
    for spot in windows(target, signs, max(FEWEST_WINDOWS, bare.count(".") + 1)):
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
