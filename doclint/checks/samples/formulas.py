"""Formulas, which each writes with spaces and signs as he likes: `x[0]⋅y[0]+1` and `x[0] * y[0] + 1`."""

from __future__ import annotations

from collections.abc import Iterable

from doclint.text.lazypattern import lazy

SIGNS = str.maketrans({"×": "*", "⋅": "*", "·": "*", "\u2212": "-", "÷": "/"})
"""Signs of mathematics, for which a keyboard has others."""

OPERATION = lazy(r"[\w)\]]\s*[-+*/×⋅·\u2212÷,]\s*[\w(.]")
TYPESET = lazy(r"[(\[×⋅·\u2212÷]")
"""What no name of a file, a type or a package has."""

OTHER = lazy(r"(?:\A|\s)[-/*][^\s\d]|[\"'`$|&;:\\@#{}]")
"""A flag, a path, or signs of a shell and of text."""

SPACED = lazy(r"\s*([-+*/=<>])\s*|\s*(,)\s+")


def is_same_formula(expected: str, found: str) -> bool:
    """Whether two formulas differ in nothing but the spaces around their signs, or the sign for times."""
    return expected != found and all(map(_is_formula, (expected, found))) and _bare(expected) == _bare(found)


def formulas_of(texts: Iterable[str], others: Iterable[str]) -> set[str]:
    """The texts that are a formula which stands among the others, written in another way."""
    ours = [text for text in texts if _is_formula(text)]
    there = [text for text in others if _is_formula(text)] if ours else []
    return {text for text in ours if any(is_same_formula(text, other) for other in there)}


def _is_formula(text: str) -> bool:
    if not TYPESET.search(text) or not OPERATION.search(text):
        return False
    return OTHER.search(text) is None


def _bare(formula: str) -> str:
    return SPACED.sub(r"\1\2", formula.translate(SIGNS))
