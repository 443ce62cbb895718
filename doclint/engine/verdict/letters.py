"""The witness that looks at the found words alone: could anybody have written them in English?

Letters that the expected word does not have and English has not, other capitals, white space put in or taken out, and
full-width or typographic signs for plain ones come from translating, whatever the English said at any time.
"""

from __future__ import annotations

import unicodedata

from doclint.checks import Problem
from doclint.engine.verdict.testimony import Says, Testimony
from doclint.text.damage import Damage

WITNESS = "letters"

RESHAPED = {
    Damage.TRANSLITERATED: "the expected word in other letters",
    Damage.RECASED: "the expected word with other capitals",
    Damage.SPACED: "the expected word with other spaces",
}
"""Damage that leaves the expected word itself, only written otherwise."""


def testify(problem: Problem) -> Testimony:
    """What the letters of a problem's found words say."""
    expected, found = problem.expected or "", problem.found
    if not expected:
        return Testimony(WITNESS, Says.UNKNOWN)
    strange = [char for char in found if not char.isascii() and char not in expected]
    letters = [char for char in strange if char.isalpha()]
    if letters and not any(char.isalpha() and not char.isascii() for char in expected):
        return Testimony(WITNESS, Says.DAMAGED, f'"{letters[0]}" is no letter of the English')
    if problem.damage in RESHAPED:
        return Testimony(WITNESS, Says.DAMAGED, f'"{found}" is {RESHAPED[problem.damage]}')
    signs = [char for char in strange if unicodedata.category(char)[0] in "PSZCN"]
    if signs:
        return Testimony(WITNESS, Says.DAMAGED, f'U+{ord(signs[0]):04X} "{signs[0]}" is no sign of the English')
    return Testimony(WITNESS, Says.UNKNOWN)
