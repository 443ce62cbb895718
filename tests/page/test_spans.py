"""Any text at all: every span slices to what it claims, and the blocks are markdown-it's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import assume, given, settings
from markdown_it import MarkdownIt

from doclint.page import Code, Html, Kind, Page, Segment, Table
from doclint.page.blocks.filled import DEFINITION
from doclint.page.inline.pieces import PieceKind
from doclint.page.markdown import parse
from doclint.page.model import Definition, Directive, Placed, Syntax
from doclint.text import Span
from tests.page.hostile import texts

STOCK = MarkdownIt("commonmark", {"inline_definitions": True, "maxNesting": 60}).enable("table")

MADE_UP = re.compile(r" {0,3}<\?(?:x*\?)?>[ \t]*\n?")
"""HTML in the place of directives."""

EXAMPLES = settings(max_examples=150, deadline=None)


def placed(page: Page) -> Iterator[Placed]:
    yield from page.segments()
    for block in page.blocks:
        if isinstance(block, Code | Directive | Html):
            yield block


def same(content: str, raw: str) -> bool:
    """Whether content is what stands in the file, but for line ends and an escaped pipe."""
    return content in (re.sub(r"\r\n?", "\n", raw), raw.replace("\\|", "|"))


def assert_placed(block: Placed, text: str) -> None:
    for index, (at, start, end) in enumerate(block.runs):
        stop = block.runs[index + 1].at if index + 1 < len(block.runs) else len(block.text)
        content, raw = block.text[at:stop], text[start:end]
        if start == end:
            assert not content.strip(" \n"), "only columns of a tab, or the line end a text lacks, have no place"
        else:
            assert same(content, raw) or (content == f"{raw}\n" and end == len(text))
    assert block.span.start >= 0
    assert block.span.end <= len(text)


@EXAMPLES
@given(texts)
def test_runs_slice_to_the_content(text: str) -> None:
    page = parse(text)
    for block in placed(page):
        assert_placed(block, text)


@EXAMPLES
@given(texts)
def test_places_keep_the_order_of_the_content(text: str) -> None:
    for block in placed(parse(text)):
        size = len(block.text)
        starts = [block.place(at, at).start for at in range(size + 1)]
        ends = [block.place(0, at).end for at in range(1, size + 1)]
        assert starts == sorted(starts)
        assert ends == sorted(ends)
        if size:
            assert block.place(0, size) == block.span


@EXAMPLES
@given(texts)
def test_blocks_stand_in_order(text: str) -> None:
    page = parse(text)
    done = page.front.end
    for block in page.blocks:
        span = block.label_span if isinstance(block, Definition) else block.span
        whole = block.whole if isinstance(block, Code) else span
        assert done <= whole.start <= span.start <= span.end
        done = span.end


@EXAMPLES
@given(texts)
def test_inline_pieces_slice_to_their_text(text: str) -> None:
    for segment in parse(text).segments():
        for piece in segment.inline.pieces:
            raw, inner = piece.span.of(text), piece.inner.of(text)
            assert segment.span.start <= piece.span.start <= piece.inner.start
            assert piece.inner.end <= piece.span.end <= segment.span.end
            assert piece.plain.of(segment.plain) == "" or piece.plain.end <= len(segment.plain)
            if len(segment.runs) > 1:
                # a line's prefix or an escaped pipe stands between
                continue
            if piece.kind is PieceKind.CODE:
                assert piece.text == inner.replace("\n", " ").replace("\0", "\ufffd")
                assert (raw[0], raw[-1]) == ("`", "`")
            elif piece.kind is PieceKind.LINK:
                assert raw.startswith("[" + inner + "]")
            elif piece.kind is PieceKind.IMAGE:
                assert raw.startswith("![" + inner + "]")
            elif piece.kind in (PieceKind.STRONG, PieceKind.EMPHASIS):
                width = 2 if piece.kind is PieceKind.STRONG else 1
                assert raw == raw[:width] + inner + raw[:width]
                assert set(raw[:width]) in ({"*"}, {"_"})
            elif piece.kind is PieceKind.HTML:
                assert (raw[0], raw[-1]) == ("<", ">")
            if piece.target_span is not None:
                assert piece.target_span.of(text).replace("\0", "\ufffd") == piece.target


@EXAMPLES
@given(texts)
def test_plain_text_leads_back_to_where_it_was_read(text: str) -> None:
    for segment in parse(text).segments():
        inline = segment.inline
        for index, chunk in enumerate(inline.chunks):
            stop = inline.chunks[index + 1].at if index + 1 < len(inline.chunks) else len(inline.plain)
            if chunk.literal:
                assert inline.plain[chunk.at : stop] == segment.text[chunk.start : chunk.end]
                if stop > chunk.at:
                    assert inline.place(chunk.at, stop) == segment.place(chunk.start, chunk.end)


@EXAMPLES
@given(texts)
def test_definitions_and_front_matter_slice_to_their_text(text: str) -> None:
    page = parse(text)
    for entry in page.front.entries:
        assert entry.key_span.of(text) == entry.key
        if entry.span is not None:
            assert entry.span.of(text) == entry.value
    for block in page.blocks:
        if isinstance(block, Definition):
            assert block.label_span.of(text) == block.label
            if block.target_span is not None:
                assert block.target_span.of(text) == block.target
        elif isinstance(block, Code):
            assert block.info_span.of(text) == block.info


@EXAMPLES
@given(texts)
def test_directives_slice_to_what_they_say(text: str) -> None:
    for directive in parse(text).directives:
        for word, span in (
            (directive.name, directive.name_span),
            (directive.label, directive.label_span or Span(0, 0)),
            *((item.key, item.key_span) for item in directive.attributes),
            *((item.value, item.span) for item in directive.attributes),
        ):
            raw = span.of(text).replace("\0", "\ufffd")
            word = "".join(word.replace("\0", "\ufffd").split())
            assert any(word in "".join(form.split()) for form in (raw, raw.replace("\\|", "|")))
            assert not word or directive.span.start <= span.start <= span.end <= directive.span.end


@EXAMPLES
@given(texts)
def test_blocks_are_those_of_markdown_it(text: str) -> None:
    assume(not any(map(is_filled_in, text.splitlines())))
    page = parse(text)
    stock = list(stock_blocks(without_directives(page)[page.front.end :]))
    ours = list(our_blocks(page))
    assert page.unplaced >= len(stock) - len(ours)
    if page.unplaced:
        # a definition whose label runs over a quote's prefix, or what is nested too deep
        stock = [block for block in stock if block[0] != "definition"]
        ours = [block for block in ours if block[0] != "definition"]
    assert ours == stock


def is_filled_in(line: str) -> bool:
    """Whether a definition has an address with spaces in what is filled in, which Markdown alone reads as text."""
    found = DEFINITION.search(line)
    return found is not None and any(map(str.isspace, found["url"]))


def without_directives(page: Page) -> str:
    """The text with HTML of the same length in the place of lines of directives, which it parts in the same way."""
    text = page.text
    for first, last in directive_lines(page):
        raw = text[first:last]
        is_code = raw.startswith("{") and re.search(r"(?: {4}|\t)[ \t]*\Z", text[:first])
        assume(not is_code and not page.is_mdx and "\n" not in raw and "\r" not in raw)
        text = f"{text[:first]}<?{'x' * (last - first - 4)}{'?>' if last - first > 3 else '>'}{text[last:]}"
    return text


def directive_lines(page: Page) -> Iterator[tuple[int, int]]:
    """From the first to the last directive of each line that has any; there is nothing between them."""
    blocks = [block for block in page.blocks if isinstance(block, Directive)]
    assume(not any(block.syntax is Syntax.ADMONITION for block in blocks))
    start = end = -1
    for block in blocks:
        if start >= 0 and not page.text[end : block.span.start].strip(" \t"):
            end = block.span.end
            continue
        if start >= 0:
            yield start, end
        start, end = block.span
    if start >= 0:
        yield start, end


def stock_blocks(text: str) -> Iterator[tuple[str, ...]]:
    cells: list[str] = []
    heading = ""
    in_row = False
    for token in STOCK.parse(text):
        if token.type == "tr_open":
            in_row, cells = True, []
        elif token.type == "tr_close":
            in_row = False
            yield ("row", *cells)
        elif token.type == "heading_open":
            heading = token.tag
        elif token.type == "inline":
            if in_row:
                cells.append(token.content)
            else:
                yield (heading or "text", token.content)
            heading = ""
        elif token.type == "fence":
            yield ("fence", token.info.strip(), ended(token.content))
        elif token.type == "html_block" and MADE_UP.fullmatch(token.content):
            yield ("directives",)
        elif token.type in ("code_block", "html_block"):
            yield (token.type, ended(token.content))
        elif token.type == "definition":
            yield ("definition", token.meta["label"])


def our_blocks(page: Page) -> Iterator[tuple[str, ...]]:
    """The same of a page; a row has as many cells as the header, missing ones are empty."""
    lines = {first for first, _ in directive_lines(page)}
    for block in page.blocks:
        if isinstance(block, Directive):
            if block.span.start in lines:
                yield ("directives",)
        elif isinstance(block, Table):
            width = len(block.header.cells)
            for row in (block.header, *block.rows):
                cells = [cell.text for cell in row.cells][:width]
                yield ("row", *map(normal, cells), *[""] * (width - len(cells)))
        elif isinstance(block, Segment):
            yield (f"h{block.level}" if block.kind is Kind.HEADING else "text", normal(block.text))
        elif isinstance(block, Code):
            yield (
                ("fence", normal(block.info), normal(block.text))
                if block.fenced
                else ("code_block", normal(block.text))
            )
        elif isinstance(block, Html):
            yield ("html_block", normal(block.text))
        else:
            yield ("definition", normal(block.label))


def ended(content: str) -> str:
    """With the last line end, which markdown-it leaves out where the text does."""
    return content if not content or content.endswith("\n") else f"{content}\n"


def normal(content: str) -> str:
    return content.replace("\0", "\ufffd")
