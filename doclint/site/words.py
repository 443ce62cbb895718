"""The words of pages, read off their raw text: names and plain words of English ones, words of prose of others.

By regular expressions and not by the parser, which takes a hundred times as long. They know no indented code, and
take what stands in a comment for text: both make more words known, and what is known proves nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from doclint.site import apispec
from doclint.site.wordbook import LONGEST
from doclint.text import shapes, words
from doclint.text.lazypattern import lazy
from doclint.text.words import one_line

RUN = lazy(r"[\w@$#./-]+")
"""A word with the signs that names hold."""

CODE = lazy(
    r"[`~](?:"
    r"(?P<more>``+|~~+)[^\n`]*\n(?P<block>(?:[^\n]*+\n)*?)(?:[ >\t]*+[`~](?P=more)|[^\n]*\Z)"
    r"|(?<=`)(?<!``)(?P<two>`?)(?!`)(?P<span>(?:[^\n]|\n(?!\s*\n)){1,500}?)(?<!`)`(?P=two)(?!`))"
)
"""A fenced block or a code span; it begins with one sign of two, which is what makes it quick."""

CODE_KEY = lazy(r"^[ \t-]*+[\"']?([\w$.@-]++)[\"']?[ \t]*+:(?=\s)", re.MULTILINE)
"""A key of JSON or YAML on a line of code."""

ROW = lazy(r"\n[ \t]*+\|[ \t]*+`?([\w$.@-]++)`?[ \t]*+\|")
"""A row with a word alone in its first cell."""

ID = lazy(r"\{#([\w.-]++)\}")
"""A heading's id."""

PART = lazy(r"[^\W\d_][^\W\d_A-Z]*|[A-Z]+")
"""A piece of a word as camel humps, `_`, `-`, `.` and digits cut it."""

NO_PROSE = lazy(
    r"\A---\n.*?^---$|<!--.*?-->|\{\{.*?\}\}|<[^<>\n]{1,500}>|\]\([^()\n]{0,500}\)|https?://\S+|\{#[^{}\n]*\}",
    re.MULTILINE | re.DOTALL,
)
"""What is no running text, besides code: front matter, comments, shortcodes, tags, addresses."""

WORD = lazy(r"[^\W\d_]{2,}")

LEAST = 3
"""Pages of a locale besides the page itself that make a word one of its language."""


class English(NamedTuple):
    """What one English page adds to the words of its site."""

    names: set[str]
    """Code spans, keys of code and tables, ids of headings, and, outside of blocks, words spelt as names.

    Other words in blocks are none: `greeting` or `myList` in the samples of ten pages is still a sample.
    """
    runs: set[str]
    """All words, with the signs in them."""
    keys: set[str]
    """Those of the names that are keys of code and tables."""


def read(text: str, spelt: Spelt) -> English:
    """The names and words of an English page; `spelt` remembers which words are spelt as names."""
    names, keys = set(ID.findall(text)), row_keys(text)
    outside: list[str] = []
    blocks: set[str] = set()
    end = 0
    for match in CODE.finditer(text):
        block = match["block"]
        if block is None:
            names.add(one_line(match["span"]))
            continue
        keys.update(CODE_KEY.findall(block))
        blocks.update(RUN.findall(block))
        outside.append(text[end : match.start()])
        end = match.end()
    runs = set(RUN.findall("\n".join((*outside, text[end:]))))
    names.update(spelt.names(runs))
    return English({name for name in names | keys if len(name) <= LONGEST}, runs | blocks, keys)


class Spelt:
    """The names in words with signs, looked at once each: the pages of a site repeat their words."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._spelt: set[str] = set()
        self._names: dict[str, list[str]] = {}

    def names(self, runs: set[str]) -> Iterator[str]:
        """The words among them that are spelt as names."""
        for run in runs - self._seen:
            if shapes.SUSPECT.search(run) and (found := [shape.word for shape in shapes.shapes(run)]):
                self._names[run] = found
                self._spelt.add(run)
        self._seen |= runs
        for run in runs & self._spelt:
            yield from self._names[run]


def row_keys(text: str) -> set[str]:
    """What stands alone in the first cell of a row."""
    return set(ROW.findall(text))


def count_in_code(word: str, text: str) -> int:
    """In how many code spans and blocks of a page a word stands by itself."""
    return sum(words.stands_in(word, match[0]) for match in CODE.finditer(text)) if word in text else 0


def parts(text: str) -> set[str]:
    """The pieces of words in a text, as one compares them."""
    return {part.casefold() for part in PART.findall(text)}


def prose(text: str) -> set[str]:
    """The words of a page outside of code, as one compares them."""
    plain = NO_PROSE.sub(" ", CODE.sub(" ", text.replace("\r\n", "\n")))
    return {word.casefold() for word in WORD.findall(plain)}


def of_english(pages: Iterable[str], specs: Iterable[str] = ()) -> dict[str, int]:
    """`n:NAME`: on how many pages it is a name; `w:word`: that it is a piece of a word on some page.

    `k:NAME`: on how many it is a key of code or a table. `s:NAME`: that an API description defines it.
    """
    counts: Counter[str] = Counter()
    keys: Counter[str] = Counter()
    runs: set[str] = set()
    spelt = Spelt()
    for text in pages:
        page = read(text, spelt)
        counts.update(page.names)
        keys.update(page.keys)
        runs |= page.runs
    book = {f"n:{name}": count for name, count in counts.items()}
    book |= {f"k:{name}": count for name, count in keys.items() if len(name) <= LONGEST}
    for spec in specs:
        found = apispec.defined(spec)
        book |= {f"s:{one_line(name)}": 1 for name in found if len(name) <= LONGEST}
        runs |= {run for name in found for run in RUN.findall(name)}
    return book | {f"w:{part.casefold()}": 1 for run in runs for part in PART.findall(run)}


def of_locale(pages: Iterable[str]) -> dict[str, int]:
    """`p:word`: on how many pages it stands in prose, where these are enough to make it one of the language."""
    counts: Counter[str] = Counter()
    for text in pages:
        counts.update(prose(text))
    return {f"p:{word}": count for word, count in counts.items() if count >= LEAST}
