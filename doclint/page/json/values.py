"""What a JSON example holds: its keys and its leaves, each with its path and its place."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from doclint.text import Span
from doclint.text.lazypattern import lazy

Path = tuple[str | int, ...]
Kind = Literal["string", "number", "boolean", "null", "object", "array", "unknown"]

NUMBER = lazy(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
LITERALS: dict[str, Kind] = {"true": "boolean", "false": "boolean", "null": "null"}
ESCAPE = lazy(r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))", re.DOTALL)
CONTROL = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class Value(NamedTuple):
    """A leaf, or the mark that an object or array stands here."""

    path: Path
    """Keys and array indices from the root of its document; an ellipsis in an array counts as an item."""
    kind: Kind
    """"unknown" is whatever stands where a value should: `...`, `{id}`, `String (timestamp)`, or nothing at all."""
    text: str
    """As written, quotes included; empty for objects and arrays."""
    value: str
    """A string without quotes and escapes, else the text."""
    span: Span
    """Of the text; empty, before the bracket, for objects and arrays."""


class Key(NamedTuple):
    """A name in an object, with what it holds; a name written twice is two keys with one path."""

    path: Path
    name: str
    span: Span
    """Of the name, between its quotes if it has any."""
    value: Value


class JsonExample(NamedTuple):
    """Every key and leaf in order of appearance, of all documents in the example."""

    keys: tuple[Key, ...]
    values: tuple[Value, ...]
    errors: tuple[Span, ...]
    """What is not JSON even when comments, ellipses, placeholders and forgotten commas are let pass."""


def leaf(code: str, path: Path, span: Span, *, is_string: bool) -> Value:
    """The leaf at a place in the code; anything but a JSON string, number or literal is of unknown kind."""
    text = span.of(code)
    if is_string:
        return Value(path, "string", text, unescape(text[1:-1]), span)
    kind = LITERALS.get(text) or ("number" if NUMBER.fullmatch(text) else "unknown")
    return Value(path, kind, text, text, span)


def unescape(inner: str) -> str:
    """The text that stands between two quotes; an escape JSON does not know is the character itself."""
    return ESCAPE.sub(_unescaped, inner) if "\\" in inner else inner


def _unescaped(match: re.Match[str]) -> str:
    high, low, unit, letter = match.groups()
    if high is not None:
        return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + (int(low, 16) - 0xDC00))
    if unit is not None:
        return chr(int(unit, 16))
    return CONTROL.get(letter, letter)
