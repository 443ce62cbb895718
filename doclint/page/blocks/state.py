"""Markdown-it's block state over a text that is not touched, with a record of where content was cut from."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.ruler import StateBase
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from doclint.page.blocks.lines import for_rules, marks
from doclint.page.blocks.rows import Cell, split
from doclint.page.placed import Run
from doclint.text.lazypattern import lazy

KEPT = frozenset(
    "heading_open inline fence code_block html_block definition "
    "blockquote_open blockquote_close list_item_open list_item_close directive admonition_open admonition_close".split()
)
"""The tokens a page is made from; the others are never built."""

CLOSER = lazy(
    r"""\{(?:\{[<%]|%)-?\s*(?:/\s*(?P<slash>[^\s%>}/]+)|end(?P<end>[^\s%>}]+))|
    ^[ \t\r>]*</(?P<tag>[^\s<>/]+)\s*>[ \t]*$""",
    re.VERBOSE | re.MULTILINE,
)
"""`{{% /tab %}}`, `{% endtab %}`, `</Tab>` on a line of its own."""

CODE_END = lazy(r"\{%-?\s*end(highlight|codeblock)\s*-?%\}|\{\{[<%]\s*/\s*(highlight)\s*[%>]\}\}")
"""The last line of a block of code that a generator's tags hold."""

CONTAINERS = ("blockquote_open", "list_item_open", "admonition_open")

Cut = tuple[str, list[Run], int]
"""What `getLines` cut: content, its runs, and the line after its last."""


RowCut = tuple[int, int, list[Cell]]
"""Where a table row begins and ends, and its cells."""


class _Kept(Token):
    """A token with what the page is made from; a whole one takes twice as long to make."""

    __slots__ = ()

    def __init__(self, ttype: str, tag: str) -> None:
        self.type, self.tag = ttype, tag
        self.markup = self.content = self.info = ""
        self.map = None
        self.meta = {}


class PlacedState(StateBlock):
    """A block state whose offsets are those of the file.

    markdown-it normalizes line ends before it parses, which moves every offset. Here the lines are
    cut from the text as it is; the rules see `\\r\\n` as `\\n\\r`, of the same length, with the
    carriage return outside of any line. What a rule cuts with `getLines` is remembered with the
    token it becomes. A NUL, which CommonMark reads as U+FFFD, is so for the rules and stays in what is cut.
    """

    def __init__(self, text: str, start: int, md: MarkdownIt, env: dict[str, Any], *, is_mdx: bool = False) -> None:
        StateBase.__init__(self, for_rules(text), md, env)
        self.text = text
        self.tokens: list[Token] = []
        self.blkIndent = self.line = self.level = 0
        self.tight = False
        self.ddIndent = self.listIndent = -1
        self.parentType = "root"
        self.result = ""
        self.is_mdx = False
        self.inside: list[str] = []
        """The names of the components that are open, in a page that is not MDX."""
        self._code_enabled = True
        self.kept: list[Token] = []
        self.lost = 0
        """Containers nested so deep that markdown-it leaves out what they hold."""
        self.tried = 0
        """The line up to which no directive of several lines ends."""
        self.cells = 0
        """Of tables, twice: those that markdown-it makes up for short rows as well."""
        self._spare = Token("", "", 0)
        self._has_returns = "\r" in text
        self.cut: Cut = ("", [], 0)
        self.bMarks, self.eMarks, self.tShift, self.sCount = marks(text, start)
        self.lineMax = len(self.bMarks) - 1
        self.bsCount = [0] * (self.lineMax + 1)
        if is_mdx:
            self.read_as_mdx()

    def read_as_mdx(self) -> None:
        """From here on; MDX has no indented code."""
        self.is_mdx = True
        self._code_enabled = False

    @property
    def has_code(self) -> bool:
        """Whether four columns of indent make code here."""
        return self._code_enabled

    def enter(self, name: str) -> None:
        """A component opens: what it holds is indented for the eye, and is no code."""
        self.inside.append(name)
        self._code_enabled = False

    def leave(self, name: str) -> None:
        """A component closes, and with it whatever opened inside it."""
        if name in self.inside:
            del self.inside[len(self.inside) - 1 - self.inside[::-1].index(name) :]
            self._code_enabled = not (self.inside or self.is_mdx)

    def row(self, line: int) -> RowCut:
        """The line as a table row."""
        start, end = self.bMarks[line] + self.tShift[line], self.eMarks[line]
        return start, end, split(self.text, start, end)

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        if nesting < 0:
            self.level -= 1
        elif nesting > 0:
            self.level += 1
            self.lost += self.level >= self.md.options.maxNesting and ttype in CONTAINERS
        if ttype not in KEPT:
            return self._spare
        token = self.keep(ttype, tag)
        if ttype == "inline":
            token.meta["cut"] = self.cut
        elif ttype == "heading_open":
            line = self.line - 1
            token.meta["at"] = self.bMarks[line] + self.tShift[line]
        return token

    def keep(self, ttype: str, tag: str = "") -> Token:
        """Push a token that the page is made from and that opens and closes nothing."""
        token = _Kept(ttype, tag)
        self.kept.append(token)
        return token

    def getLines(self, begin: int, end: int, indent: int, keepLastLF: bool) -> str:
        """As markdown-it's, which see; remembers the runs and, for a block of code or HTML, its first line."""
        if indent or self.level or self._has_returns or begin >= end:
            cut = self._cut_line_by_line(begin, end, indent, keepLastLF)
        else:
            first, last = self.bMarks[begin], self.eMarks[end - 1]
            text = self.text[first:last]
            if keepLastLF:
                text, last = text + "\n", min(last + 1, len(self.src))
            cut = (text, [Run(0, first, last)], end)
        self.cut = cut
        if (
            self.kept
            and "cut" not in self.kept[-1].meta
            and self.kept[-1].type in ("fence", "code_block", "html_block")
        ):
            opening = begin - 1 if self.kept[-1].type == "fence" else begin
            self.kept[-1].meta |= {"cut": cut, "at": self.bMarks[opening] + self.tShift[opening]}
        return cut[0]

    def _cut_line_by_line(self, begin: int, end: int, indent: int, keepLastLF: bool) -> Cut:
        """What stands in no list or quote is one stretch of the file; here each line is one of its own."""
        parts: list[str] = []
        runs: list[Run] = []
        at = 0
        for line in range(begin, end):
            first, virtual = self._cut_indent(line, indent)
            if virtual:
                parts.append(" " * virtual)
                runs.append(Run(at, first, first))
                at += virtual
            body = self.text[first : self.eMarks[line]]
            if line + 1 < end or keepLastLF:
                body += "\n"
                last = self.after_line_end(self.eMarks[line])
            else:
                last = self.eMarks[line]
            parts.append(body)
            runs.append(Run(at, first, last))
            at += len(body)
        return "".join(parts), runs, end

    @cached_property
    def closers(self) -> frozenset[str]:
        """The names of shortcodes and components that are closed somewhere on the page."""
        return frozenset(match[match.lastgroup or 0] for match in CLOSER.finditer(self.src))

    @cached_property
    def code_ends(self) -> list[tuple[int, str]]:
        """The lines that end a block of code between tags, with the name of the tag."""
        found = []
        for match in CODE_END.finditer(self.src):
            line = bisect_right(self.bMarks, match.start(), hi=self.lineMax) - 1
            if line >= 0 and self.src[self.bMarks[line] : self.eMarks[line]].strip(" \t>") == match[0]:
                found.append((line, match[1] or match[2]))
        return found

    def line_text(self, line: int) -> str:
        """A line without its indent; empty where it is indented code."""
        return "" if self.is_code_block(line) else self.src[self.bMarks[line] + self.tShift[line] : self.eMarks[line]]

    def keep_directives(self, syntax: str, lines: tuple[int, int], parts: list[tuple[int, int]] | None = None) -> bool:
        """Keep the lines as directives; `parts` are their ranges in what is cut from the lines, else all of it."""
        text = self.getLines(*lines, self.blkIndent, False)
        whole = (len(text) - len(text.lstrip(" \t")), len(text.rstrip(" \t")))
        self.push("directive", "", 0).meta |= {"syntax": syntax, "parts": parts or [whole], "cut": self.cut}
        self.line = lines[1]
        return True

    def after_line_end(self, end: int) -> int:
        if self.src.startswith("\n\r", end):
            return end + 2
        return min(end + 1, len(self.src))

    def _cut_indent(self, line: int, indent: int) -> tuple[int, int]:
        """Where the line goes on after `indent` columns, and how many columns of a tab stick out."""
        start = first = self.bMarks[line]
        last = self.eMarks[line]
        columns = 0
        while first < last and columns < indent:
            char = self.src[first]
            if char == "\t":
                columns += 4 - (columns + self.bsCount[line]) % 4
            elif char == " " or first - start < self.tShift[line]:
                columns += 1
            else:
                break
            first += 1
        return first, max(columns - indent, 0)
