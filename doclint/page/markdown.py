"""Text -> Page: markdown-it finds the blocks, we say where they are."""

from __future__ import annotations

from typing import Any

from markdown_it.token import Token

from doclint.page import frontmatter
from doclint.page.blocks.rows import TRIM, Cell
from doclint.page.blocks.rules import parser
from doclint.page.blocks.state import CONTAINERS, Cut, PlacedState, RowCut
from doclint.page.directives import reader
from doclint.page.frontmatter import FrontMatter
from doclint.page.model import Block, Code, Definition, Html, Kind, Page, Placed, Row, Run, Segment, Table
from doclint.text import Span
from doclint.text.lazypattern import lazy

TRANSLATORS = "CO_OP_TRANSLATOR_METADATA"
"""In a comment at the head: co-op-translator's front matter, which no source has."""

BEFORE_TARGET = lazy(r"[ \t]*(?:\n\r?[ \t>]*)?")
"""Between a definition's colon and its destination; on the next line stands the prefix of a quote or list."""


CONTAINERS_END = tuple(name.replace("open", "close") for name in CONTAINERS)


def parse(text: str, path: str = "", *, view: Placed | None = None, front: FrontMatter | None = None) -> Page:
    """The page of a text, whose front matter may be known already.

    Never fails: what cannot be placed exactly is left out and counted.
    """
    front = front or frontmatter.read(text)
    page = Page(path, text, front, view=view, is_mdx=path.endswith(".mdx"))
    env: dict[str, Any] = {}
    md = parser()
    state = PlacedState(text, front.end, md, env, is_mdx=page.is_mdx)
    md.block.tokenize(state, state.line, state.lineMax)
    page.references = env.get("references", {})
    page.unplaced = state.lost
    page.is_mdx = state.is_mdx
    _Builder(page, state).build()
    first = page.blocks[0] if page.blocks else None
    if isinstance(first, Html) and TRANSLATORS in first.text:
        del page.blocks[0]
    return page


class _Builder:
    """Walks the tokens once and appends blocks to the page."""

    def __init__(self, page: Page, state: PlacedState) -> None:
        self.page = page
        self.state = state
        self.containers: list[str] = []

    def build(self) -> None:
        heading: Token | None = None
        for token in self.state.kept:
            kind = token.type
            if kind == "inline":
                self._add(self._running_text(token, heading))
                heading = None
            elif kind == "heading_open":
                heading = token
            elif kind == "table_close":
                self._add(self._table(token.meta["rows"]))
            elif kind in ("fence", "code_block"):
                self._add(self._code(token))
            elif kind == "html_block":
                text, runs, _ = token.meta["cut"]
                self._add(Html(text, tuple(runs)))
            elif kind == "definition":
                self._add(self._definition(token))
            elif kind == "directive":
                self._directives(token)
            elif kind in CONTAINERS:
                self.containers.append(kind)
            elif kind in CONTAINERS_END:
                self.containers.pop()

    def _add(self, block: Block | None) -> None:
        if block is None:
            self.page.unplaced += 1
        else:
            self.page.blocks.append(block)

    def _running_text(self, token: Token, heading: Token | None) -> Segment | None:
        content = token.content
        quoted = "blockquote_open" in self.containers
        if heading is None:
            kind = Kind.ITEM if self.containers and self.containers[-1] == "list_item_open" else Kind.PARAGRAPH
            runs = _trimmed(token.meta["cut"], content)
            return Segment(content, runs, kind=kind, page=self.page, quoted=quoted) if runs else None
        level = int(heading.tag[1])
        if heading.markup.startswith("#"):
            start = heading.meta["at"] + level
            text = self.state.src
            while content and text[start] in TRIM:
                start += 1
            runs = (Run(0, start, start + len(content)),)
            if not text.startswith(content, start):
                return None
            content = self.page.text[start : start + len(content)]
        else:
            runs = _trimmed(token.meta["cut"], content)
        if not runs:
            return None
        return Segment(content, runs, kind=Kind.HEADING, page=self.page, level=level, quoted=quoted)

    def _table(self, cuts: list[RowCut]) -> Table | None:
        if not cuts:
            return None
        made = [self._row(*cut) for cut in cuts]
        return Table(Span(made[0].span.start, made[-1].span.end), made[0], tuple(made[1:]))

    def _row(self, start: int, end: int, cells: list[Cell]) -> Row:
        page = self.page
        quoted = "blockquote_open" in self.containers
        made = [Segment(text, runs, kind=Kind.CELL, page=page, quoted=quoted) for text, runs in cells]
        return Row(Span(start, end), tuple(made))

    def _code(self, token: Token) -> Code | None:
        text, runs, line = token.meta["cut"]
        start = token.meta["at"]
        if token.type == "code_block":
            at, first, end = runs[-1]
            runs[-1] = Run(at, first, self.state.after_line_end(end))
            return Code(f"{text}\n", tuple(runs), whole=Span(runs[0].start, end), fenced=False)
        assert token.map is not None
        last = token.map[1]
        info_start = start + len(token.markup)
        info = token.info.strip()
        info_start += len(token.info) - len(token.info.lstrip()) if info else 0
        info = self.page.text[info_start : info_start + len(info)]
        end = self.state.eMarks[last - 1]
        if not runs:
            runs = [Run(0, end, end)]
        return Code(
            text,
            tuple(runs),
            whole=Span(start, end),
            info=info,
            info_span=Span(info_start, info_start + len(info)),
            closed=line < last,
        )

    def _directives(self, token: Token) -> None:
        text, runs, _ = token.meta["cut"]
        for start, end in token.meta["parts"]:
            placed = Placed(text, tuple(runs)).cut(start, end)
            self.page.blocks.append(reader.read(placed, token.meta["syntax"]))

    def _definition(self, token: Token) -> Definition | None:
        assert token.map is not None
        start, end = self.state.bMarks[token.map[0]], self.state.eMarks[token.map[1] - 1]
        text = self.state.src
        at = text.find(f"[{token.meta['label']}]:", start, end)
        if at < 0:
            return None
        label_span = Span(at + 1, at + 1 + len(token.meta["label"]))
        target_span = self._target(label_span.end + 2, end, token.meta["url"])
        target = target_span.of(self.page.text) if target_span else str(token.meta["url"])
        return Definition(label_span.of(self.page.text), label_span, target, target_span)

    def _target(self, start: int, end: int, url: str) -> Span | None:
        """Where a definition's destination stands, on the label's line or the next."""
        md, text = self.state.md, self.state.src
        first = BEFORE_TARGET.match(text, start, end)
        assert first is not None
        if "{{" in url and text.startswith(url, first.end()):
            return Span(first.end(), first.end() + len(url))
        found = md.helpers.parseLinkDestination(text, first.end(), end)
        if not found.ok or md.normalizeLink(found.str) != url:
            return None
        inside = text[first.end()] == "<"
        return Span(first.end() + inside, found.pos - inside)


def _trimmed(cut: Cut, content: str) -> tuple[Run, ...] | None:
    """The runs of `content`, which is the cut text without the white space around it."""
    text, runs, _ = cut
    if not content:
        return (Run(0, runs[0].start, runs[0].start),)
    if content == text:
        return tuple(runs)
    lead = len(text) - len(text.lstrip(TRIM))
    if not text.startswith(content, lead):
        return None
    return Placed(text, tuple(runs)).cut(lead, lead + len(content)).runs
