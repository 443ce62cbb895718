"""Strings in the statements of MDX, which end in the middle of a word, or begin with the quotes of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doclint.checks import Fix, Problem
from doclint.checks.mdx.parsed import MdxSide, unparsed
from doclint.text import Span
from doclint.text.damage import Damage
from doclint.text.lazypattern import lazy

EXPORT = lazy(r"^(?:export[ \t]|const[ \t]|import[ \t]).*", re.MULTILINE)
OTHER_QUOTES = lazy(r"[=(,:\[][ \t]*([‘’‚“”„«»「」『』])")
STRING = lazy(r"""(["'])(?:(?!\1)[^\\\n]|\\.)*\1""")


def mdx_strings(source: MdxSide, target: MdxSide) -> Iterator[Problem]:
    """Strings of a statement that end in the middle of a word, as at the apostrophe of a translation."""
    if "export" not in source.text:
        return
    if not any(True for _ in _quoted_otherwise(source)):
        for at in _quoted_otherwise(target):
            message = f'"{target.text[at]}" does not begin a string, so the page does not parse'
            yield unparsed(Span(at, at + 1), target.text[at], None, None, message)
    if any(True for _ in _ended_early(source)):
        return
    for start, at, end in _ended_early(target):
        found = target.text[start:end]
        put = f"{target.text[start:at]}\\{target.text[at:end]}"
        message = f'the string ends before "{target.text[at + 1 : end]}", so the page does not parse'
        one = unparsed(Span(start, end), found, put, Damage.PUNCTUATION_ADDED, message)
        yield one._replace(fix=Fix.unsafe(Span(at, at), "\\"))


def _quoted_otherwise(page: MdxSide) -> Iterator[int]:
    """Where a value of a statement begins with a quotation mark of running text."""
    for line in EXPORT.finditer(page.bare):
        text = STRING.sub(lambda string: '"' * len(string[0]), line[0])
        yield from (line.start() + match.start(1) for match in OTHER_QUOTES.finditer(text))


def _ended_early(page: MdxSide) -> Iterator[tuple[int, int, int]]:
    """Where the word before such an end begins, the sign that ends the string, and the last such sign of its line."""
    for line in EXPORT.finditer(page.bare):
        for string in STRING.finditer(line[0]):
            at = line.start() + string.end() - 1
            last = line.start() + line[0].rfind(string[1])
            if page.text[at + 1 : at + 2].isalpha() and last > at:
                begin = at
                while page.text[begin - 1].isalpha():
                    begin -= 1
                yield begin, at, last + 1
                break
