"""The witness that looks at the found words alone: could anybody have written them in English?

Where names stand - in code, in a link's address, in a column of names, in a heading whose anchor is the word - letters
and signs that English does not have come from translating, whatever the English said at any time. So does the expected
word written by its sound. Elsewhere they may translate English that was prose once, and other capitals, spaces and
quotation marks may be those of an older English: such words are `strange`, no more. Where only few words can stand, a
rule knows them and says so itself (`Problem.is_no_english`).
"""

from __future__ import annotations

import unicodedata

from doclint.checks import Problem
from doclint.checks.code.spans import code_spans
from doclint.checks.code.tokens import SHELLS
from doclint.engine.verdict.testimony import Says, Testimony
from doclint.page import Code, Html, Segment
from doclint.page.model import Directive
from doclint.pair import Pair
from doclint.text.damage import Damage
from doclint.text.words import letters_of

WITNESS = "letters"

RESHAPED = {
    Damage.RECASED: "the expected word in other capitals or character forms",
    Damage.SPACED: "the expected word with other spaces or invisible characters",
}
"""Damage that leaves the expected word itself, only written otherwise."""

BEFORE = tuple("._$@-/\"'`")
BEHIND = tuple("._:=([-/\"'`")
"""What touches names in code and seldom words of prose."""

WIDE = ("W", "F", "H")
"""East Asian widths of signs that no English text has; quotation marks and dashes are none of them."""


def testify(problem: Problem, pair: Pair) -> Testimony:
    """What the letters of a problem's found words say."""
    expected, found = problem.expected or "", problem.found
    if not expected:
        return Testimony(WITNESS, Says.UNKNOWN)
    if problem.is_no_english:
        return Testimony(WITNESS, Says.DAMAGED, f'no English has "{found}" in that place')
    if problem.damage is Damage.TRANSLITERATED:
        return Testimony(WITNESS, Says.DAMAGED, f'"{found}" is the expected word in other letters')
    if problem.damage is Damage.SPACED and _is_address(problem):
        return Testimony(WITNESS, Says.DAMAGED, f'"{found}" leads nowhere: no address has white space')
    strange = [char for char in found if not char.isascii() and char not in expected]
    letters = [char for char in strange if char.isalpha()]
    if letters and not any(char.isalpha() and not char.isascii() for char in expected):
        says = Says.DAMAGED if is_place_of_names(problem, pair) else Says.STRANGE
        return Testimony(WITNESS, says, f'"{letters[0]}" is not a letter that English uses')
    signs = [char for char in strange if unicodedata.category(char)[0] in "PSZCN"]
    foreign = [char for char in signs if _is_foreign(char)]
    if _is_flag(expected) and is_in_code(problem, pair.target.text) and (dash := _dash_before(found)):
        return Testimony(WITNESS, Says.DAMAGED, _sign(dash))
    if foreign and (problem.damage in RESHAPED or is_place_of_names(problem, pair)):
        return Testimony(WITNESS, Says.DAMAGED, _sign(foreign[0]))
    if problem.damage in RESHAPED:
        return Testimony(WITNESS, Says.STRANGE, f'"{found}" is {RESHAPED[problem.damage]}')
    return Testimony(WITNESS, Says.STRANGE, _sign(signs[0])) if signs else Testimony(WITNESS, Says.UNKNOWN)


def _is_address(problem: Problem) -> bool:
    """Whether the expected words are where a link of the English leads."""
    part, span = problem.source, problem.source_span
    if not isinstance(part, Segment) or span is None or " " in (problem.expected or ""):
        return False
    return any(one.target_span and one.target_span.overlaps(span) for one in part.inline.pieces)


def _is_flag(expected: str) -> bool:
    return expected.startswith("--") and expected[2:3].isalnum()


def _dash_before(found: str) -> str:
    """The sign in the place of a flag's hyphens where it is a dash; no command line reads it."""
    return found[:1] if found[:1] not in "-" and unicodedata.category(found[0]) == "Pd" else ""


def _is_foreign(char: str) -> bool:
    """Whether a sign is one of another script, or one that nobody sees, which no author puts in."""
    return unicodedata.east_asian_width(char) in WIDE or unicodedata.category(char) in ("Cf", "Cc")


def _sign(char: str) -> str:
    return f'U+{ord(char):04X} "{char}" is not a sign that English uses'


def is_place_of_names(problem: Problem, pair: Pair) -> bool:
    """Whether only a name can be meant where the found words stand; elsewhere an older English may have had prose."""
    part = problem.target
    if is_in_code(problem, pair.target.text):
        return True
    if not isinstance(part, Segment):
        return not isinstance(part, Code | Html) or (isinstance(part, Code) and part.language in SHELLS)
    if any(one.target_span and one.target_span.overlaps(problem.span) for one in part.inline.pieces):
        return True
    return id(part) in pair.names or _letters(problem.expected or "") == _letters(part.slug or "")


def is_in_code(problem: Problem, text: str) -> bool:
    """Whether the found words stand in code, where only a name can be meant; prose may translate prose of then.

    A line of a block may be prose, too (what tags enclose, what a program prints): a sign of code must touch the word.
    """
    part, (start, end) = problem.target, problem.span
    if isinstance(part, Segment):
        is_role = text[start - 1 : start] == "{" and text[end : end + 2] == "}`"
        return is_role or any(code.whole.overlaps(problem.span) for code in code_spans(part))
    if isinstance(part, Code):
        if part.info_span.start <= start < part.info_span.end:
            return True
        return text[start - 1 : start] in BEFORE or text[end : end + 1] in BEHIND
    return isinstance(part, Directive)


def _letters(text: str) -> str:
    return letters_of(text).casefold()
