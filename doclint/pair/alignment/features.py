"""What a block holds that a translator keeps: by this it is known again on the other page.

Code spans, link targets, numbers and words spelt as names are kept in running text; tokens outside of comments and
strings in code; keys in tables; tags and attributes in HTML. A heading is known by its id. English that a translator
left in a comment before a block names the English block word by word.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from doclint.page import Block, Code, Html, Kind, Segment, Table
from doclint.text.lazypattern import lazy

MARK = lazy(
    r"""(?=[`\]］)）{$\w-])  # what none of these begins with is passed over at once
      (?:(?P<fence>`+)(?P<code>[^`\n]+)(?P=fence)
      | (?:[\]］][ \t]?[:：]?[ \t]?\\?[(（]{1,2}|[)）\]］][ \t]?[\[［](?=[^\s\[\]]*[/.\#][^\s\[\]]*[\]］]))
        \s*<?(?:[^()（）\s<>\#?]*/)?(?P<link>(?:(?![()<>\]\#?/])[!-~])+|[^()（）\s<>\]\#?/]+)
      | \{\{[<%]\s*(?P<shortcode>/?[\w-]+)
      | (?P<name>--[A-Za-z][\w-]+|(?<![A-Za-z_$])[A-Za-z_$][a-z$]*+[A-Z_./\d-][\w$./-]*[\w$]|\d+(?:[.,:]\d+)*))""",
    re.VERBOSE | re.ASCII,
)
"""A link counts where its form is broken, too: it may be all that the block is known by."""
TOKEN = lazy(r"[A-Za-z_$][\w$]*|\d+(?:\.\d+)*", re.ASCII)
QUIET = lazy(r"""(?:(?<=\s)|^)(?:\#|//|--\s|;|%)[^\n]*|/\*.*?\*/|"[^"\n]*"|'[^'\n]*'""", re.MULTILINE | re.DOTALL)
"""What may be a comment or a string in code, in whatever language: a translator may have translated it."""

TAG = lazy(r"</?[A-Za-z][\w.-]*|[\w-]+=\"[^\"]*\"")
COMMENT = lazy(r"<!--.*?-->", re.DOTALL)
WORD = lazy(r"[^\W\d_]{2,}")
LATIN = lazy(r"[a-z]{4,}", re.ASCII)
SLUG_DROPS = re.compile(r"[^\w\- ]+")

LONGEST_KEPT = 1000
"""Code points of a text whose marks are remembered."""

LONGEST = 20_000
"""Code points of a block that are looked at."""


class Held(NamedTuple):
    """What is known of one block."""

    form: str
    """Only blocks of one form can stand side by side."""
    level: int
    """Of a heading 1 to 6, of a table the number of its columns."""
    marks: frozenset[str]
    length: int
    """Code points."""
    slug: str | None = None
    """Of a heading: its id, or the one its text gets."""
    words: frozenset[str] = frozenset()
    """Of running text: its words in plain Latin letters, of which a translator takes some over as they are."""
    english: frozenset[str] | None = None
    """Of a translated block: the words of the English left in a comment before it."""


def slug(heading: Segment) -> str:
    """The anchor of a heading: the one written there, or the one that its text gets on the site.

    As GitHub and Microsoft build it: lower case, punctuation dropped, spaces to hyphens.
    """
    text = heading.text
    if text.replace(" ", "").isalnum():  # no anchor, no markup, nothing to drop
        return text.strip().lower().replace(" ", "-")
    return heading.slug or SLUG_DROPS.sub("", heading.plain.strip().lower()).replace(" ", "-")


def held(block: Block) -> Held:
    """What a block holds."""
    if isinstance(block, Segment):
        text = block.text[:LONGEST]
        if block.kind is Kind.HEADING:
            return Held("heading", block.level, _marks(text), len(text), slug(block), _latin(text))
        return Held(block.kind, 0, _marks(text), len(text), words=_latin(text))
    if isinstance(block, Table):
        cells = [row.cells[0].text for row in block.rows if row.cells]
        marks = frozenset().union(*map(_marks, cells), (cell.strip() for cell in cells if cell.isascii()))
        return Held("table", len(block.header.cells), marks, sum(map(len, cells)))
    if isinstance(block, Code):
        text = block.text[:LONGEST]
        return Held("code", 0, frozenset(TOKEN.findall(QUIET.sub("", text) or text)), len(text))
    text = block.text[:LONGEST] if isinstance(block, Html) else ""
    if isinstance(block, Html) and block.is_comment:
        return Held("comment", 0, frozenset((" ".join(text.split()),)), len(text))
    return Held("html", 0, frozenset(TAG.findall(text)) | _marks(COMMENT.sub("", text)), len(text))


def _marks(text: str) -> frozenset[str]:
    return (_remembered if len(text) <= LONGEST_KEPT else _read)(text)


@lru_cache(5000)
def _remembered(text: str) -> frozenset[str]:
    """Of the English, which each of its translations is held to, and of sentences that a site repeats."""
    return _read(text)


def _read(text: str) -> frozenset[str]:
    """Also how many code spans and links there are, since a damaged one is still one."""
    marks: set[str] = set()
    counts: Counter[str | None] = Counter()
    for match in MARK.finditer(text):
        kind = match.lastgroup
        counts[kind] += 1
        mark = match[kind or 0]
        marks.add(mark.strip() if kind == "code" else mark.lower())
    marks.update(f"{counts[kind]} {kind}" for kind in ("code", "link") if counts[kind])
    return frozenset(marks)


def _latin(text: str) -> frozenset[str]:
    return frozenset(LATIN.findall(text.lower()))


def words(block: Block) -> frozenset[str]:
    """The words of an English block, to be held against English in a comment."""
    return words_in(getattr(block, "text", ""))


def words_in(text: str) -> frozenset[str]:
    """The words of an English text, likewise."""
    return frozenset(WORD.findall(text[:LONGEST].lower()))


def form(block: Block) -> tuple[str, int]:
    """The form of a block, and its level where that tells: pages with the same forms in order have one shape."""
    if isinstance(block, Segment):
        return block.kind, block.level
    if isinstance(block, Table):
        return "table", len(block.header.cells)
    if isinstance(block, Html):
        return "comment" if block.is_comment else "html", 0
    return type(block).__name__, 0
