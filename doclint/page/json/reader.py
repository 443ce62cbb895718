"""From tokens to keys and values: which word is a key, which words are one value, and what lies inside what."""

from __future__ import annotations

from dataclasses import dataclass

from doclint.page.json.tokens import Token
from doclint.page.json.values import JsonExample, Key, Kind, Path, Value, leaf, unescape
from doclint.text import Span
from doclint.text.spans import LINE_END

MAX_DEPTH = 100
"""What lies deeper is passed over as an error: each path names all its levels, so that no depth is free."""

ELLIPSES = ("..", "…")
CLOSING = {"{": "}", "[": "]"}


@dataclass(slots=True)
class Container:
    """An object or array that is still open."""

    closing: str
    path: Path
    items: int = 0
    filled: bool = False
    """Whether something stands here since the last comma."""
    key: str = ""
    name: Span | None = None
    """The place of the key whose value is awaited."""
    colon: int = 0

    def next_path(self) -> Path:
        if self.name is not None:
            return (*self.path, self.key)
        self.items += 1
        return (*self.path, self.items - 1)


class Reader:
    """Builds keys and values from tokens, in one pass and with no recursion.

    Strings and bare words gather in a run until a comma, colon or bracket says what they were: a value may be several
    words, and where a comma was forgotten only the colon behind it tells that the last of them is a key.
    """

    def __init__(self, code: str) -> None:
        self.code = code
        self.keys: list[Key] = []
        self.values: list[Value] = []
        self.errors: list[Span] = []
        self.open: list[Container] = []
        self.too_deep = 0
        self.found = False
        self.groups: list[list[Token]] = []
        """The run, parted where a comma must have been forgotten: at a line's end and between two strings."""

    def result(self) -> JsonExample | None:
        self.end_documents()
        return JsonExample(tuple(self.keys), tuple(self.values), tuple(sorted(self.errors))) if self.found else None

    def end_documents(self) -> None:
        while self.open:
            self._pop()
        self.too_deep = 0

    def take(self, token: Token) -> None:
        if token.mark in CLOSING:
            self._opening(token)
        elif token.mark in "]}":
            self._closing(token)
        elif self.open and not self.too_deep:
            if token.mark == ",":
                self._comma(token)
            elif token.mark == ":":
                self._colon(token)
            else:
                self._gather(token)

    def _opening(self, token: Token) -> None:
        self.found = True
        if self.too_deep or len(self.open) >= MAX_DEPTH:
            if not self.too_deep:
                self._reject(token)
            self.too_deep += 1
            return
        path: Path = ()
        if self.open:
            top = self.open[-1]
            if top.name is not None and self.groups and self.groups[-1][-1].mark == "bare":
                self._reject(self.groups[0][0], self.groups[-1][-1])  # body: JSON.stringify({
                self.groups = []
            self._end_run()
            if top.name is None and top.closing == "}":
                self._reject(token)
            path = top.next_path()
            kind: Kind = "object" if token.mark == "{" else "array"
            self._put(Value(path, kind, "", "", Span(token.start, token.start)))
        self.open.append(Container(CLOSING[token.mark], path))

    def _closing(self, token: Token) -> None:
        if self.too_deep:
            self.too_deep -= 1
        elif all(container.closing != token.mark for container in self.open):
            self._reject(token)
        else:
            while self._pop() != token.mark:
                pass

    def _pop(self) -> str:
        self._end_run()
        self._end_key()
        return self.open.pop().closing

    def _comma(self, token: Token) -> None:
        self._end_run()
        self._end_key()
        if not self.open[-1].filled:
            self._reject(token)
        self.open[-1].filled = False

    def _colon(self, token: Token) -> None:
        top, groups = self.open[-1], self.groups
        if not groups or top.closing == "]":
            self._reject(token)
            if groups:
                groups[-1].append(token)
            return
        *before, name = groups
        if len(name) > 1 and self.code.endswith("?", 0, name[-2].end):
            name.append(token)  # the value is an expression: full ? "closed" : "open"
            return
        if name[-1].mark == "string":
            before += [name[:-1]] if len(name) > 1 else []
            name = name[-1:]
        elif (
            top.name is not None and not before and (len(name) > 1 or not self._is_line_break(top.colon, name[0].start))
        ):
            name.append(token)  # the value is 12:30, or https:...
            return
        for group in before:
            self._place(group)
        self._end_key()
        self.groups = []
        top.filled, top.colon = True, token.end
        top.name = Span(name[0].start, name[-1].end)
        top.key = top.name.of(self.code)
        if name[-1].mark == "string":
            top.name = Span(top.name.start + 1, top.name.end - 1)
            top.key = unescape(top.name.of(self.code))

    def _gather(self, token: Token) -> None:
        last = self.groups[-1][-1] if self.groups else None
        if last is None or last.mark == token.mark == "string" or self._is_line_break(last.end, token.start):
            self.groups.append([token])
        else:
            self.groups[-1].append(token)

    def _is_line_break(self, start: int, end: int) -> bool:
        return LINE_END.search(self.code, start, end) is not None

    def _end_run(self) -> None:
        for group in self.groups:
            self._place(group)
        self.groups = []

    def _end_key(self) -> None:
        """A key with nothing behind its colon has an empty value of unknown kind."""
        top = self.open[-1]
        if top.name is not None:
            self.errors.append(top.name)
            self._put(leaf(self.code, top.next_path(), Span(top.colon, top.colon), is_string=False))

    def _place(self, group: list[Token]) -> None:
        """Take some tokens as the value awaited here; where none is awaited, only an ellipsis may stand."""
        top = self.open[-1]
        span = Span(group[0].start, group[-1].end)
        if top.closing == "]" or top.name is not None:
            is_string = len(group) == 1 and group[0].mark == "string"
            self._put(leaf(self.code, top.next_path(), span, is_string=is_string))
        elif not self.code.startswith(ELLIPSES, span.start):
            self.errors.append(span)
        top.filled = True

    def _put(self, value: Value) -> None:
        top = self.open[-1]
        top.filled = True
        if top.name is not None:
            self.keys.append(Key(value.path, top.key, top.name, value))
            top.name = None
        if value.kind not in ("object", "array"):
            self.values.append(value)

    def _reject(self, first: Token, last: Token | None = None) -> None:
        self.errors.append(Span(first.start, (last or first).end))
