"""One Markdown file as blocks and inline pieces, each with its exact place in the untouched text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from doclint.page import anchors
from doclint.page.directives import reader
from doclint.page.directives.directive import Attribute as Attribute
from doclint.page.directives.directive import Directive as Directive
from doclint.page.directives.directive import Syntax as Syntax
from doclint.page.placed import Placed as Placed
from doclint.page.placed import Run as Run
from doclint.text import Span
from doclint.text.lazypattern import lazy

if TYPE_CHECKING:
    from doclint.page.frontmatter import FrontMatter
    from doclint.page.inline.pieces import Inline


class Kind(StrEnum):
    """What a segment is on the page."""

    TITLE = "title"
    DESCRIPTION = "description"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"


@dataclass(slots=True, eq=False)
class Segment(Placed):
    """Running text: a title, a heading, a paragraph, a list item's text, a table cell."""

    kind: Kind
    page: Page
    level: int = 0
    """Of a heading: 1 to 6."""
    quoted: bool = False
    """Whether it stands in a block quote."""
    _inline: Inline | None = field(default=None, init=False, repr=False)

    @property
    def inline(self) -> Inline:
        """The inline pieces, parsed when first asked for."""
        if self._inline is None:
            from doclint.page.inline.read import read

            self._inline = read(self, self.kind, self.page.references, is_mdx=self.page.is_mdx)
        return self._inline

    @property
    def plain(self) -> str:
        """What a reader sees: markup, tags and link targets gone, entities and escapes decoded."""
        return self.inline.plain

    @property
    def slug(self) -> str | None:
        """Of a heading: its explicit anchor, `<a name="slug"></a>` before the text or `{#slug}` after it."""
        anchor = anchors.anchor(self.text) if self.kind is Kind.HEADING else None
        return anchor.slug if anchor else None

    @property
    def tab(self) -> str | None:
        """Of a heading: the id of the tab that it opens, `http` of `# [HTTP](#tab/http)`."""
        return anchors.tab(self.text) if self.kind is Kind.HEADING else None

    @property
    def raw(self) -> str:
        """The segment exactly as it stands in the file."""
        return self.span.of(self.page.text)


@dataclass(slots=True, eq=False)
class Row:
    """A table row; `cells` may be fewer or more than the header's."""

    span: Span
    cells: tuple[Segment, ...]


@dataclass(slots=True, eq=False)
class Table:
    """A GFM table."""

    span: Span
    header: Row
    rows: tuple[Row, ...]


DIRECTIVE = lazy(r"\s*\{([A-Za-z][\w:+-]*)\}")
CODE_DIRECTIVES = ("code", "code-block", "sourcecode", "code-cell", "highlight")
CHUNKS = frozenset(
    "r python sql bash sh julia js css rcpp stan ojs dot mermaid perl ruby go rust c cpp java json".split()
)
"""Languages of code that a page runs, which R Markdown and Quarto write as directives are: `{python}`."""


PARTING = str.maketrans("{[,", "   ")
"""Signs that end the language of a fence: attributes stand behind them, or the label of a tab (`sh[As a guest]`)."""


@dataclass(slots=True, eq=False)
class Code(Placed):
    """A fenced or indented code block; its content ends with a line feed unless empty."""

    whole: Span
    """With its fences."""
    info: str = ""
    info_span: Span = Span(0, 0)
    fenced: bool = True
    closed: bool = True

    @property
    def language(self) -> str:
        """The first word of the info string, lower case, without attributes (`json`); what holds text is Markdown."""
        words = self.info.translate(PARTING).split()
        if words and (directive := DIRECTIVE.match(self.info)) and directive[1].lower() not in CHUNKS:
            return words[1].lower() if directive[1] in CODE_DIRECTIVES and len(words) > 1 else "markdown"
        return words[0].lower() if words else ""


@dataclass(slots=True, eq=False)
class Html(Placed):
    """A block of HTML: a comment, or tags that Markdown leaves alone."""

    @property
    def is_comment(self) -> bool:
        return self.text.lstrip(" \t").startswith("<!--")


@dataclass(slots=True, eq=False)
class Definition:
    """A link reference definition: `[label]: target`."""

    label: str
    label_span: Span
    target: str
    target_span: Span | None
    """None where its place is unknown; `target` is then the destination as a browser gets it."""


MARKS = ("{{<", ":::", "{%")
"""What begins a directive in running text; comments are none."""

SPAN = lazy(r"`[^`\n]+`")

MDX_MARKS = ("{", ":::", "<")

Block = Segment | Table | Code | Html | Definition | Directive


@dataclass(eq=False)
class Page:
    """A page; every span counts code points of `text`, 0-based, half open."""

    path: str
    text: str
    front: FrontMatter
    blocks: list[Block] = field(default_factory=list)
    trouble: str = ""
    """Why the file could not be read as a page; then there is no text."""
    is_mdx: bool = False
    """Whether the file's ending says so, or an import."""
    unplaced: int = 0
    """Blocks left out because their exact place is unknown."""
    references: dict[str, dict[str, object]] = field(default_factory=dict)
    """What the inline parser needs to know about reference definitions."""
    view: Placed | None = None
    """Of one side of a side-by-side page: where each stretch of `text` lies in the file."""

    def locate(self, span: Span) -> Span:
        """The span in the file of a span in `text`: the same, but for one side of a side-by-side page."""
        return self.view.place(*span) if self.view else span

    def is_whole(self, span: Span) -> bool:
        """Whether the span lies in the file in one piece, so that it can be replaced there."""
        place = self.locate(span)
        return place.end - place.start == span.end - span.start

    def let_go(self) -> None:
        """Be of no more use. A page and its parts know each other: Python would have to look for them to free them."""
        vars(self).clear()

    @cached_property
    def title(self) -> Segment | None:
        """The front matter's title as a segment."""
        return self._entry("title", Kind.TITLE)

    @cached_property
    def description(self) -> Segment | None:
        """The front matter's description as a segment."""
        return self._entry("description", Kind.DESCRIPTION)

    def _entry(self, key: str, kind: Kind) -> Segment | None:
        entry = self.front.get(key)
        if entry is None or entry.span is None:
            return None
        return Segment(entry.value, (Run(0, *entry.span),), kind=kind, page=self)

    @cached_property
    def headings(self) -> list[Segment]:
        return [block for block in self.blocks if isinstance(block, Segment) and block.kind is Kind.HEADING]

    @cached_property
    def tables(self) -> list[Table]:
        return [block for block in self.blocks if isinstance(block, Table)]

    @cached_property
    def codes(self) -> list[Code]:
        return [block for block in self.blocks if isinstance(block, Code)]

    @cached_property
    def code_text(self) -> str:
        """All that stands in code blocks and, as far as its marks tell, in code spans."""
        return "\n".join([*(code.text for code in self.codes), *SPAN.findall(self.text)])

    @cached_property
    def directives(self) -> list[Directive]:
        """Directives in the order of the page, those in running text included."""
        found = [block for block in self.blocks if isinstance(block, Directive)]
        marks = MDX_MARKS if self.is_mdx else MARKS
        if any(mark in self.text for mark in marks):
            for segment in self.segments():
                if any(mark in segment.text for mark in marks):
                    found += [
                        _in_text(self, piece.span) for piece in segment.inline.pieces if piece.kind == "directive"
                    ]
        return sorted(found, key=lambda directive: directive.span)

    def segments(self) -> Iterator[Segment]:
        """Title, headings, paragraphs, list items and cells in the order of the page."""
        if self.title is not None:
            yield self.title
        for block in self.blocks:
            if isinstance(block, Segment):
                yield block
            elif isinstance(block, Table):
                for row in (block.header, *block.rows):
                    yield from row.cells


def _in_text(page: Page, span: Span) -> Directive:
    """A directive in running text; a quote's prefix in it is read with it."""
    text = span.of(page.text)
    return reader.read(Placed(text, (Run(0, *span),)), reader.syntax_of(text))
