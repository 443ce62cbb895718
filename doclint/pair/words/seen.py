"""Whether words of a translation are what became of a name that may as well be a brand, or a word of the language."""

from __future__ import annotations

from doclint.pair.words.alike import SAME_LETTERS, SURELY_LIKE, score
from doclint.pair.words.candidates import in_parts
from doclint.pair.words.protected import BESIDE_A_DOT, BY_SOUND, KEPT, SOUND
from doclint.text.shapes import KEBAB, PASCAL
from doclint.text.sound.romanize import WORD_PART, is_foreign

MOST_OF_A_BRAND = 2
"""Words in it, as a rule."""


def least(name: str, evidence: str) -> float:
    """How like an unsure name words must be, for it to be called damaged and not merely put into words."""
    is_by_letters = evidence in (KEPT, BESIDE_A_DOT) or name.startswith("/") or KEBAB.fullmatch(name)
    return SAME_LETTERS if is_by_letters and not PASCAL.fullmatch(name) else SURELY_LIKE


def is_seen(name: str, found: str, evidence: str, *, in_text: bool) -> bool:
    """Whether a text is so like an unsure name that it is what became of it.

    By its sound only `in_text`, which runs on.
    """
    like = score(name, found)
    if evidence == BESIDE_A_DOT:
        return like >= SAME_LETTERS and any(map(str.isspace, found))
    if like < SAME_LETTERS and name.count(".") and in_parts(name, "", found):
        return True
    if evidence in (KEPT, *BY_SOUND) and PASCAL.fullmatch(name):
        if any(map(is_foreign, found)):
            return in_text and like >= SURELY_LIKE and not _is_loan(found) and _is_no_brand(name, found, evidence)
        return evidence == KEPT and like >= SAME_LETTERS
    return like >= least(name, evidence) and not _is_loan(found)


def _is_no_brand(name: str, found: str, evidence: str) -> bool:
    """Whether the page knows a name, it has three words, or got a capital inside, as no language has: brands and
    loanwords are written by their sound as well (`Веб-сокеты`)."""
    has_capital = any(char.isupper() for char in found[1:])
    return evidence == SOUND or has_capital or len(WORD_PART.findall(name)) > MOST_OF_A_BRAND


def _is_loan(found: str) -> bool:
    """Whether a text holds letters without case: there the plain word for the thing is a regular loanword."""
    return any(is_foreign(char) and char.lower() == char.upper() for char in found)
