"""The same page with other bytes: byte order mark, other line ends, tabs, U+2028, no final newline."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from doclint.page import Code, Html, Page, Segment, Table
from doclint.page.markdown import parse
from doclint.page.model import Definition, Directive
from doclint.text.spans import decode, encode
from tests.conftest import fixture_pages
from tests.page.hostile import PAGE

Change = Callable[[str], str]


def with_separators(text: str) -> str:
    """A line separator, which ends no line in Markdown, between two letters of running text."""
    front = parse(text).front.end
    return text[:front] + re.sub(r"(?<=[a-zа-я]) (?=[a-zа-я])", "\u2028", text[front:])


def with_tabs(text: str) -> str:
    """Tabs where four spaces begin a line."""
    return re.sub(r"(?m)^(?: {4})+", lambda found: "\t" * (len(found[0]) // 4), text)


VARIANTS: dict[str, tuple[Change, Change]] = {
    "BOM": (lambda text: f"\ufeff{text}", lambda raw: raw),
    "CRLF": (lambda text: text.replace("\n", "\r\n"), lambda raw: raw.replace("\r\n", "\n")),
    "lone CR": (lambda text: text.replace("\n", "\r"), lambda raw: raw.replace("\r", "\n")),
    "U+2028": (with_separators, lambda raw: raw.replace("\u2028", " ")),
    "tabs": (with_tabs, lambda raw: raw.replace("\t", "    ")),
    "no final newline": (lambda text: text.rstrip("\n"), lambda raw: raw),
    "BOM, CRLF and no final newline": (
        lambda text: "\ufeff" + text.rstrip("\n").replace("\n", "\r\n"),
        lambda raw: raw.replace("\r\n", "\n"),
    ),
}
"""The change, and what turns a slice of the changed text back."""


def slices(page: Page) -> Iterator[tuple[str, ...]]:
    """Each thing on the page by its kind and the text that its spans cover."""
    text = page.text
    for entry in page.front.entries:
        yield ("entry", entry.key_span.of(text), entry.span.of(text) if entry.span else "")
    for segment in page.segments():
        yield (segment.kind, segment.raw)
        yield from ((piece.kind, piece.span.of(text), piece.inner.of(text)) for piece in segment.inline.pieces)
    for block in page.blocks:
        if isinstance(block, Code):
            yield ("code", block.info, block.span.of(text).rstrip("\r\n"), block.whole.of(text).rstrip("\r\n"))
        elif isinstance(block, Directive):
            yield ("directive", block.marker, block.name, block.label, block.span.of(text))
        elif isinstance(block, Html):
            yield ("html", block.span.of(text).rstrip("\r\n"))
        elif isinstance(block, Definition):
            yield ("definition", block.label, block.target)
        elif isinstance(block, Table):
            yield ("table", block.span.of(text))
        else:
            assert isinstance(block, Segment)


def assert_same(text: str, name: str) -> None:
    change, back = VARIANTS[name]
    page, other = parse(text), parse(change(text))
    assert decode(encode(other.text)) == other.text
    assert other.unplaced == page.unplaced
    # spaces within a slice may have come from a tab, and the other way about
    expected = [tuple(map(back, part)) for part in slices(page)]
    assert [tuple(map(back, part)) for part in slices(other)] == expected


@pytest.mark.parametrize("name", VARIANTS)
def test_fixtures(name: str) -> None:
    for text in (PAGE, *(decode(path.read_bytes()) for path in fixture_pages())):
        assert_same(text, name)


@pytest.mark.corpus
@pytest.mark.parametrize("name", VARIANTS)
def test_corpus(corpus: Path, name: str) -> None:
    for path in sorted(corpus.glob("*/**/*.md"))[::80]:
        assert_same(decode(path.read_bytes()), name)
