"""Markdown-it's inline rules with a record of where each piece begins and ends.

Its rules keep no positions. They do leave `state.pos` behind the piece they read, so each rule
that makes a piece is wrapped: the position before and after is the piece. This is the one place
that leans on those internals; the tests hold it against a second parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from doclint.page.directives import forms
from doclint.page.inline.pieces import PieceKind
from doclint.text.lazypattern import lazy

Rule = Callable[[StateInline, bool], bool]

DIRECTIVE = lazy(
    r"\[!(?:(?P<include>INCLUDE)\s*\[(?P<text>[^\[\]]*)\]\((?P<target>[^()\s]*)\)\]|"
    r"(?P<alert>[A-Z]+)\](?![(\[:]))",
    re.IGNORECASE,
)
"""Microsoft's `[!INCLUDE [text](path)]` and `[!NOTE]`."""

SHOWN = lazy(r""":::no-loc\s+text=(?P<quote>["'])(?P<text>.+?)(?P=quote)\s*:::\Z""")
"""Microsoft's `:::no-loc text="Name":::`: the reader sees the name."""

TAG_NAME = re.compile(r"</?([A-Za-z][\w-]*)")


class Mark(NamedTuple):
    """A piece in the content: its range, and the range inside its markup that is read."""

    kind: PieceKind | Literal["text"]
    start: int
    end: int
    inner_start: int
    inner_end: int
    text: str = ""
    target: str = ""
    target_start: int = -1


class MarkingState(StateInline):
    """An inline state that remembers what its rules read."""

    def __init__(self, content: str, md: MarkdownIt, references: dict[str, Any], *, is_mdx: bool = False) -> None:
        super().__init__(content.replace("\0", "\ufffd"), md, {"references": references}, [])
        self.is_mdx = is_mdx
        self.marks: list[Mark] = []
        self.labels: list[tuple[int, int]] = []
        self.markers: dict[int, int] = {}

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        if ttype == "link_open":
            self.labels.append((self.pos, self.posMax))
        return super().push(ttype, tag, nesting)


def _code(state: MarkingState, start: int, last: Token) -> None:
    if last.type != "code_inline" or state.src[start] != "`":
        return
    inner, end = start + len(last.markup), state.pos - len(last.markup)
    if end - inner > len(last.content):
        inner, end = inner + 1, end - 1
    state.marks.append(Mark(PieceKind.CODE, start, state.pos, inner, end, last.content))


def _link(state: MarkingState, start: int, _last: Token) -> None:
    label, label_end = state.labels.pop()
    state.marks.append(Mark(PieceKind.LINK, start, state.pos, label, label_end, "", *_target(state, label, label_end)))


def _image(state: MarkingState, start: int, last: Token) -> None:
    label, label_end = start + 2, start + 2 + len(last.content)
    state.marks.append(
        Mark(PieceKind.IMAGE, start, state.pos, label, label_end, last.content, *_target(state, label, label_end))
    )


def _target(state: MarkingState, label_start: int, label_end: int) -> tuple[str, int]:
    """The destination as written and where it begins; of a reference link its label and -1."""
    pos = label_end + 2
    if state.src[state.pos - 1] == "]":
        label = state.src[state.src.rfind("[", label_end, state.pos) + 1 : state.pos - 1] if pos < state.pos else ""
        return label or state.src[label_start:label_end], -1
    while state.src[pos] in " \t\n":
        pos += 1
    result = state.md.helpers.parseLinkDestination(state.src, pos, state.pos)
    raw = state.src[pos : result.pos]
    if raw.startswith("<"):
        return raw[1:-1], pos + 1
    return raw, pos


def _autolink(state: MarkingState, start: int, _last: Token) -> None:
    state.labels.pop()
    text = state.src[start + 1 : state.pos - 1]
    state.marks.append(Mark(PieceKind.AUTOLINK, start, state.pos, start + 1, state.pos - 1, text, text, start + 1))


def _html(state: MarkingState, start: int, last: Token) -> None:
    name = TAG_NAME.match(last.content)
    tag = name.group(1).lower() if name else ""
    state.marks.append(Mark(PieceKind.HTML, start, state.pos, start, state.pos, last.content, tag))


def _special(state: MarkingState, start: int, last: Token) -> None:
    text = "\n" if last.type == "hardbreak" else last.content
    state.marks.append(Mark("text", start, state.pos, start, state.pos, text))


def _markers(state: MarkingState, start: int, _last: Token) -> None:
    count = state.pos - start
    for back, token in enumerate(state.tokens[-count:]):
        state.markers[id(token)] = start + back


def _wrapped(rule: Rule, record: Callable[[MarkingState, int, Token], None]) -> Rule:
    def placed(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        read = rule(state, silent)
        if read and not silent and isinstance(state, MarkingState) and len(state.tokens) > count:
            record(state, start, state.tokens[-1])
        return read

    return placed


def _directive(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("[!", state.pos):
        return False
    match = DIRECTIVE.match(state.src, state.pos, state.posMax)
    if not match or (match["alert"] and state.pos):
        return False
    if not silent and isinstance(state, MarkingState):
        include = match["include"] is not None
        kind, group = (PieceKind.INCLUDE, "text") if include else (PieceKind.ALERT, "alert")
        target = (match["target"], match.start("target")) if include else ("", -1)
        state.push("directive", "", 0)
        state.marks.append(
            Mark(kind, state.pos, match.end(), match.start(group), match.end(group), match[group], *target)
        )
    state.pos = match.end()
    return True


def _site(state: StateInline, silent: bool) -> bool:
    """What the site's generator reads: shortcodes, containers in running text, MDX."""
    if state.src[state.pos] not in "{:<":
        return False
    start = state.pos
    end = forms.inline_end(state.src, start, state.posMax, is_mdx=getattr(state, "is_mdx", False))
    if end < 0:
        return False
    if not silent and isinstance(state, MarkingState):
        state.push("directive", "", 0)
        text = state.src[start:end]
        value = SHOWN.match(text)
        inner, inner_end = value.span("text") if value else (0, len(text))
        inner, inner_end = start + inner, start + inner_end
        state.marks.append(Mark(PieceKind.DIRECTIVE, start, end, inner, inner_end, "" if value else text))
    state.pos = end
    return True


class _Inline(ParserInline):
    """Markdown-it's, but that it leaves an image's text unread; nested images would take exponential time."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        del src, md, env
        return tokens


@cache
def parser() -> MarkdownIt:
    """CommonMark's inline rules, each that makes a piece wrapped to say where."""
    from markdown_it import rules_inline as rules

    md = MarkdownIt("commonmark")
    md.inline = _Inline()
    ruler = md.inline.ruler
    for name, rule, record in (
        ("backticks", rules.backtick, _code),
        ("link", rules.link, _link),
        ("image", rules.image, _image),
        ("autolink", rules.autolink, _autolink),
        ("html_inline", rules.html_inline, _html),
        ("entity", rules.entity, _special),
        ("escape", rules.escape, _special),
        ("emphasis", rules.emphasis.tokenize, _markers),
    ):
        ruler.at(name, _wrapped(rule, record))
    ruler.before("link", "directive", _directive)
    ruler.before("link", "site", _site)
    return md
