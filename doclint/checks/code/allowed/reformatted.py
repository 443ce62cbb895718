"""Whether one example is another one that was only formatted anew: other line breaks, commas and brackets of style."""

from __future__ import annotations

from doclint.checks.code.lostlines import STRING
from doclint.text.lazypattern import lazy

COMMENT = lazy(r"(?:(?<!:)//|(?:^|(?<=\s))\#\s).*|/\*.*?\*/")
ARROW = lazy(r"\((\w+)\)\s*=>")
"""A function of one parameter, around which brackets may stand."""

COMMA = lazy(r",(?=[)\]}])")
BETWEEN_WORDS = lazy(r"(?<=\w)[\s;]+(?=\w)")
BESIDE_SIGNS = lazy(r"(?<!\w)[\s;]+|[\s;]+(?!\w)")
LONGEST = 20_000


def is_reformatted(source: str, target: str) -> bool:
    """Whether nothing but white space, comments, texts and signs of style differ."""
    return max(len(source), len(target)) <= LONGEST and _bare(source) == _bare(target)


def _bare(code: str) -> str:
    plain = ARROW.sub(r"\1=>", COMMENT.sub("", STRING.sub('""', code)))
    return COMMA.sub("", BESIDE_SIGNS.sub("", BETWEEN_WORDS.sub(" ", plain)))
