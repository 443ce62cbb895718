"""A name with a letter of another script, or with a sign that does not show, reads right and is found by nobody.

Machines and keyboards put a Cyrillic `а` or a Greek `Ο` where a Latin letter belongs, and zero-width spaces into long
names: searching, copying and linking fail, and no reader sees why. Reported is a word of running text, of a heading or
of a cell that is a word of the English letter by letter, but for letters of another script among its Latin ones, or for
invisible signs between them. Left alone are endings put to a name, and what the English writes so itself.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from doclint.api import (
    Bad,
    Difference,
    Good,
    Match,
    Pair,
    PieceKind,
    Problem,
    Segment,
    Severity,
    Span,
    Trust,
    blocks_in,
    in_other_number,
    lazy,
    script,
    stands_in,
)

ID = "DL209"
NAME = "name-lookalike"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="# Tours\n\nThe `tour` needs Courier and a Depot.\n",
        target="# Туры\n\nДля `tour` нужны ⟦Соurier⟧ и ⟦Depоt⟧.\n",
        expected=("Courier", "Depot"),
        fixed="# Туры\n\nДля `tour` нужны Courier и Depot.\n",
    ),
    Bad(
        source="# Tours\n\nThe `tour` needs CourierService.\n",
        target="# ツアー\n\n`tour` には ⟦Courier\u200bService⟧ が必要です。\n",
        expected=("CourierService",),
        fixed="# ツアー\n\n`tour` には CourierService が必要です。\n",
    ),
]
GOOD = [
    Good(
        source="# Tours\n\nThe `tour` has JSON files and a Depot, 100ms.\n",
        target="# Туры\n\nУ `tour` есть JSONы и склад DepotА, web-сайт, 100мс.\n",
    ),
    Good(source="# Tours\n\nThe `tour` takes 9 usec.\n", target="# Touren\n\nDie `tour` dauert 9 µsec.\n"),
    Good(  # the plural of another language
        source="# Tours\n\nThe `tour` needs URLs and IDs.\n",
        target="# Туры\n\nДля `tour` нужны URLы и IDы.\n",
    ),
    Good(
        source="# Tours\n\nThe `tour` needs a Courier, Post\u200bOffice.\n",
        target="# सेवा\n\n`tour` को Courier\u200b और Post\u200bOffice चाहिए।\n",
    ),
]

SIGNS = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
"""Signs that do not show: zero-width spaces and joiners, and the hyphen that shows at the end of a line alone."""
MICRO = "\u00b5\u03bc"
"""The sign of a millionth, which stands for the `u` of `usec`, and the Greek letter that is written for it."""
LONG = 5
"""Letters; a shorter word is like many, so that the English of the same text must have it."""
BREAKS = "\u200b\u00ad"
"""Those that say where a line may end, which people put into long names."""
HIDDEN = lazy(rf"(?<![A-Za-z0-9_.])[A-Za-z0-9_.]++(?<!\.)(?:[{SIGNS}]+[A-Za-z0-9_.]+)+")
WORD = lazy(r"[^\W_]{3,}")
LATIN = lazy(r"[A-Za-z0-9]{3,}")
ENDING = lazy(r"[\x00-\x7f]+[^\x00-\x7f]+")
"""A word whose letters of another script stand at its end alone, which may be grammar's: `Nodы` for `Nodes`."""
SURROGATES = range(0xD8, 0xE0)
MIXED = lazy(r"[A-Za-z](?:(?=[^\x00-\x7f\W_])|(?<=[^\x00-\x7f\W_]\w))")
"""Letters of two alphabets beside each other, which nearly no page in another script has: looked for before all words are."""
SIDES = bytes(ord("x") if byte > 127 else ord("a") if chr(byte).isalpha() else ord(" ") for byte in range(256))
"""What a byte of UTF-8 is: a part of a character beyond ASCII, a Latin letter, anything else."""
HIDING = (PieceKind.CODE, PieceKind.AUTOLINK, PieceKind.HTML, PieceKind.DIRECTIVE)


def check(pair: Pair) -> Iterator[Problem]:
    text = pair.target.text
    if pair.source is None or text.isascii():
        return
    is_hidden = any(sign in text for sign in SIGNS)
    has_capitals = any(map(has_cased, blocks_in(text)))  # asked first, since quickly told
    strange = frozenset(filter(is_cased, set(text))) if has_capitals and is_mixed(text) else frozenset()
    if not (is_hidden or strange):
        return
    words = frozenset(LATIN.findall(pair.source.text))
    for match in pair.segments:
        if not match.target.text.isascii():
            yield from disguised(match, words, is_hidden=is_hidden, strange=strange)


def is_mixed(text: str) -> bool:
    """Whether letters of two alphabets stand beside each other; where none touches a sign beyond ASCII, bytes tell."""
    sides = text.encode("utf-8", "surrogatepass").translate(SIDES)
    return (b"ax" in sides or b"xa" in sides) and MIXED.search(text) is not None


@lru_cache(256)
def has_cased(block: int) -> bool:
    """Whether such letters may be in a block of 256 characters; what UTF-16 writes with two halves may be one."""
    return block in SURROGATES or any(is_cased(chr(char)) for char in range(256 * block, 256 * block + 256))


def is_cased(char: str) -> bool:
    """Whether a letter is of another script with capitals, whose letters look like Latin ones."""
    return not char.isascii() and char not in MICRO and char.lower() != char.upper() and script(char) != "LATIN"


def disguised(
    match: Match[Segment], words: frozenset[str], *, is_hidden: bool, strange: frozenset[str]
) -> Iterator[Problem]:
    """The words of a text that are English ones but for how they are spelt inside."""
    plain = match.target.plain
    found: list[tuple[Span, str]] = []
    if is_hidden:
        for one in HIDDEN.finditer(plain):
            name = "".join(char for char in one[0] if char not in SIGNS)
            if name in match.source.text or name in words:
                found.append((Span(*one.span()), name))
    if not strange.isdisjoint(plain):
        others = ((one, english(one[0], words, strange)) for one in WORD.finditer(plain) if not one[0].isascii())
        known = ((at, one) for at, one in others if one and (len(one) >= LONG or stands_in(one, match.source.text)))
        found += [(Span(*at.span()), expected) for at, expected in known]
    hiding = [piece.span for piece in match.target.inline.of(*HIDING)] if found else []
    for at, expected in found:
        span = match.target.inline.place(*at)
        word = at.of(plain)
        if word not in match.source.text and not any(span.overlaps(one) for one in hiding):
            yield problem(match, span, word, expected)


def english(word: str, words: frozenset[str], strange: frozenset[str]) -> str | None:
    """The only English word that this one is but for some letters of another script; None where it is another word.

    Letters at the end alone may be an ending, where what stands before them is a word.
    """
    others = [char for char in word if char in strange]
    latin = sum(char.isascii() and char.isalpha() for char in word)
    if not others or len(others) > latin or not all(char.isascii() or char in strange for char in word):
        return None
    form = re.compile("".join(re.escape(char) if char.isascii() else of_case(char) for char in word))
    alike = [one for one in words if len(one) == len(word) and form.fullmatch(one)]
    stem = word.rstrip("".join(strange))
    if len(alike) != 1 or stem in words or in_other_number(stem, alike[0]):
        return None
    return alike[0]


def of_case(char: str) -> str:
    """What a Latin letter may be that looks like another script's: a capital for a capital."""
    return "[A-Z]" if char.isupper() else "[a-z]"


def problem(match: Match[Segment], span: Span, word: str, expected: str) -> Problem:
    names = sorted({f"U+{ord(char):04X} {unicodedata.name(char, '').lower()}" for char in word if not char.isascii()})
    is_whole = span.of(match.target.page.text) == word
    is_mild = not set(word).isdisjoint(BREAKS) or ENDING.fullmatch(word) is not None
    return Difference(match, span).problem(
        word,
        expected,
        evidence="a word of the English page",
        message=f'"{word}" looks like "{expected}", but has {" and ".join(names)}',
        put=expected if is_whole else None,
        severity=Severity.WARNING if is_mild else None,
        is_no_english=not is_mild,
    )
