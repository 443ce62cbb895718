"""A term of the team's glossary has one rendering in a language; with another, readers think of another thing.

The glossary says it: a column for each language, or TBX (see the page on configuration). Looked for is any of the renderings in
the text beside the English one that has the term; endings do not count, so that most of each word must stand there, in any order.
A forbidden rendering is reported where it stands. Left alone are terms in code, the English term
itself, and texts of which it is not sure that they belong together.
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
    Policy,
    Problem,
    Rendering,
    Segment,
    Severity,
    Trust,
    find_word,
    singular,
)

ID = "DL210"
NAME = "term-rendered-otherwise"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED

TEAM = Policy(
    renderings={
        "ru": (Rendering("depot", "ru", ("склад",), ("депо",)), Rendering("delivery van", "ru", ("фургон доставки",))),
        "ja": (Rendering("depot", "ja", ("集配所",)),),
        "de": (Rendering("depot", "de", ("Lager",), ("Halle",)),),
    }
)

BAD = [
    Bad(
        source="# Tours\n\nThe `tour` starts at the depot.\n",
        target="# Туры\n\n`tour` начинается в ⟦депо⟧.\n",
        expected=("склад",),
        policy=TEAM,
        locale="ru-RU",
    ),
    Bad(  # letters that are two as small ones, and code whose letters the term has, too
        source="# Tours\n\nThe street of `d` has a depot.\n",
        target="# Touren\n\nDie Straße von `d` hat eine ⟦Halle⟧.\n",
        expected=("Lager",),
        policy=TEAM,
        locale="de",
    ),
    Bad(
        source="# Tours\n\nThe `tour` ends at two depots.\n",
        target="# ツアー\n\n⟦`tour` は 2 つの倉庫で終わります。⟧\n",
        policy=TEAM,
        locale="ja-JP",
    ),
]
GOOD = [
    Good(
        source="# Tours\n\nThe `tour` needs a Delivery van and depots.\n",
        target="# Туры\n\nДля `tour` нужен доставочный фургон, и на складах доставки.\n",
        policy=TEAM,
        locale="ru-RU",
    ),
    Good(
        source="# Tours\n\nThe `depot` of a `tour`.\n",
        target="# ツアー\n\n`tour` の `depot` です。\n",
        policy=TEAM,
        locale="ja-JP",
    ),
    Good(
        source="# Tours\n\nA `tour` to a depot.\n",
        target="# Touren\n\nEine `tour` zum Lager.\n",
        policy=TEAM,
        locale="de",
    ),
]

STEM = 0.6
"""The share of a word that stands whatever its ending."""
SHORT = 4
"""Letters of a word that has no ending to spare."""


def check(pair: Pair) -> Iterator[Problem]:
    if not pair.policy.renderings or pair.source is None:
        return
    english = pair.source.text.casefold()
    wanted = [one for one in pair.policy.renderings_for(pair.locale or "") if one.term.casefold() in english]
    for match in pair.differing if wanted else ():
        if match.is_sure:
            text = match.source.text.casefold()
            for one in wanted:
                if one.term.casefold() in text and is_said(one.term, match.source):
                    yield from otherwise(match, one)


def is_said(term: str, segment: Segment) -> bool:
    """Whether a text has the term outside of code, in the singular or plural; capitals inside a term count."""
    plain = segment.plain
    for start, end in (piece.plain for piece in segment.inline.of(PieceKind.CODE, PieceKind.AUTOLINK)):
        plain = plain[:start] + " " * (end - start) + plain[end:]
    if term[1:].islower():
        term, plain = term.casefold(), plain.casefold()
    words = plain.split()
    return find_word(term, plain) >= 0 or (len(term.split()) == 1 and term in map(singular, words_of(words)))


def words_of(words: list[str]) -> Iterator[str]:
    return ("".join(filter(str.isalnum, word)) for word in words)


def otherwise(match: Match[Segment], wanted: Rendering) -> Iterator[Problem]:
    """The problem of a text that has none of the renderings, at the forbidden one that it has."""
    plain = bare(match.target.plain)
    if any(has(plain, right) for right in wanted.right) or find_word(bare(wanted.term), plain) >= 0:
        return
    right, target = " or ".join(f'"{one}"' for one in wanted.right), match.target
    for wrong in wanted.forbidden:
        if found := re.search(re.escape(wrong), target.plain, re.IGNORECASE):
            yield Difference(match, target.inline.place(*found.span())).problem(
                found[0],
                wanted.right[0],
                evidence="glossary",
                message=f'"{found[0]}" stands for "{wanted.term}", which the glossary renders as {right}',
            )
            return
    yield Difference(match, target.span).problem(
        target.plain,
        evidence="glossary",
        message=f'"{wanted.term}" in the English is not rendered as {right} here, as the glossary has it',
    )


def has(plain: str, rendering: str) -> bool:
    """Whether a text has most of each word of a rendering, in any order."""
    return all(stem in plain for stem in stems(rendering))


@lru_cache(10_000)
def stems(rendering: str) -> tuple[str, ...]:
    words = bare(rendering).split()
    return tuple(word if len(word) <= SHORT else word[: max(SHORT, round(STEM * len(word)))] for word in words)


def bare(text: str) -> str:
    """Small letters without the marks on them, which endings change: `Häuser` is `hauser`."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in parts if unicodedata.category(char) != "Mn")
