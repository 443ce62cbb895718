"""What is read without the parser reads as the parser would."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from doclint.page import Code, Html, Segment, Table
from doclint.page.frontmatter import FrontMatter
from doclint.page.inline import plain, reading
from doclint.page.markdown import parse

PARTS = st.sampled_from(
    [*"ab ж名()[]<>*_`\\!&~{}|#\"'", '<a name="x-y"></a>', "<a name='x'></a>", "[имя](../a/b.md)", "[x](a_b.md#c)", "](", "(a)", "[a]", "**", "**б б**", "`a (b)`", "[!INCLUDE [a](b.md)]", "\0", ":::"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=6).map("".join))
@example('<a name="parcel"></a>Тип parcel')
@example("Коллекция [parcel](../parcel.md), пусто")
@example("[a](b)[c](d)")
@example("[a_b_](c.md)")
@example("![a](b.md)")
@example("[a](javascript:b)")
@example("Ein **Paket** ist `offen`! Siehe [hier](b.md) (neu).")
@example("a**b**c **d**e**f** ****g**")
@example("`a``b` [!INCLUDE [c](d.md)](e) **f.** **(g**")
def test_any_text(content: str) -> None:
    for segment in parse(f"# {content}\n\n{content}\n\n|{content}|\n|-|\n|{content}|\n").segments():
        quick, is_heading = segment.inline, segment.kind == "heading"
        with patch.object(plain, "marks", lambda *_, **__: None), patch.object(reading, "LONGEST_KEPT", -1):
            slow = reading.parse(segment, segment.page.references, is_mdx=False, is_heading=is_heading)
        assert (quick.plain, quick.pieces) == (slow.plain, slow.pieces)
        size = len(segment.plain)
        for start in range(size):
            assert segment.inline.place(start, size) == slow.place(start, size)


LINES = st.lists(
    st.tuples(
        st.sampled_from(["", " ", "   ", "    ", "\t", "> ", "- ", "  ", "1. "]),
        st.text("#`~|-:= \tаb\\", max_size=9)
        | st.sampled_from(
            ["# б #", "## b ##", "```", "````", "~~~ b", "|a|b|", "|-|-|", "-|:-:", "a|б\\|c", "---", "<b>"]
        ),
    ).map("".join),
    max_size=9,
).map(lambda lines: "".join(f"{line}\n" for line in lines))


def blocks_of_stock(text: str) -> list[object]:
    """What markdown-it's own rules make of a text."""
    found: list[object] = []
    row: list[str] | None = None
    opened = ""
    for token in MarkdownIt("commonmark", {"maxNesting": 60}).enable("table").parse(text):
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            found.append(row)
            row = None
        elif token.type == "inline":
            if row is None:
                found.append((opened, token.content))
            else:
                row.append(token.content)
        elif token.type in ("fence", "code_block", "html_block"):
            found.append((token.info.strip(), token.content))
        opened = token.tag if token.type == "heading_open" else ""
    return found


def blocks_of_ours(text: str) -> list[object]:
    found: list[object] = []
    for block in parse(text, front=FrontMatter()).blocks:
        if isinstance(block, Segment):
            found.append((f"h{block.level}" if block.level else "", block.text))
        elif isinstance(block, Table):
            width = len(block.header.cells)
            rows = [[cell.text for cell in row.cells] for row in (block.header, *block.rows)]
            found += [(row + [""] * width)[:width] for row in rows]
        elif isinstance(block, Code):
            found.append((block.info, block.text))
        elif isinstance(block, Html):
            found.append(("", block.text))
    return found


@given(LINES)
@settings(max_examples=300, deadline=None)
def test_the_plain_forms_of_blocks(text: str) -> None:
    assume(not parse(text).directives)
    assert blocks_of_ours(text) == blocks_of_stock(text)
    assert blocks_of_ours(text.replace("\n", "\r\n")) == blocks_of_stock(text)
