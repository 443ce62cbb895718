"""Which quotation mark of a front matter is one too many, missing, or none to a program."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from doclint.text import Span
from doclint.text.lazypattern import lazy
from doclint.text.spans import Edit, apply

YAML_VALUE = lazy(r"[ \t]*(?:-[ \t]+)*(?:[^\s:#\"'\[\]{}][^:\n]*:[ \t]+)?(?=\S)")
"""What stands before a value on its line."""
TOML_VALUE = lazy(r"[ \t]*[\w.-]+[ \t]*=[ \t]*(?=\S)")
CLOSED = {'"': lazy(r'"(?:[^"\\\n]|\\.)*"'), "'": lazy(r"'(?:[^'\n]|'')*'")}
LITERAL = lazy(r"'[^'\n]*'")
"""A value of TOML in single quotation marks, which cannot hold one."""
CLOSING = "”»’“」』＂＇"
"""Signs that people close a quotation with, and programs do not."""
TYPOGRAPHIC = lazy(r"[“”„‟«»‘’‚「」『』＂＇]([^\n\"]*)[“”„‟«»‘’‚「」『』＂＇](?=[ \t]*(?:#|\Z))")

MOST = 20
"""Values that are tried."""


class Misquoted(NamedTuple):
    """What is wrong with the quotation marks of one value."""

    why: str
    span: Span
    put: str
    """What stands in the place of the span where the value is right."""


def misquoted(text: str, body: Span, *, is_toml: bool, reads: Callable[[str], bool]) -> Misquoted | None:
    """The first value of a front matter whose signs keep it from being read: it can be read once they are right."""
    found = list(islice(_candidates(text, body, is_toml=is_toml), MOST))
    for one in found:
        if reads(_put_right(text, body, [one])):
            return one
    return found[0] if len(found) > 1 and reads(_put_right(text, body, found)) else None


def _put_right(text: str, body: Span, faults: list[Misquoted]) -> str:
    """The front matter alone, with what should stand in the places of the faults."""
    mended = apply(text, [Edit(fault.span, fault.put) for fault in faults])
    return mended[body.start : len(mended) - (len(text) - body.end)]


def _candidates(text: str, body: Span, *, is_toml: bool) -> Iterator[Misquoted]:
    at = body.start
    for line in body.of(text).splitlines(keepends=True):
        before = (TOML_VALUE if is_toml else YAML_VALUE).match(line)
        value = line[before.end() :].rstrip() if before else ""
        start = at + (before.end() if before else 0)
        at += len(line)
        if value[:1] in CLOSED and value[:3] not in ('"""', "'''"):
            fault = _fault(value, start, is_toml=is_toml)
        else:
            fault = _typographic(value, start) if is_toml else None
        if fault:
            yield fault


def _fault(value: str, start: int, *, is_toml: bool) -> Misquoted | None:
    sign = value[0]
    whole = Span(start, start + len(value))
    closed = (LITERAL if is_toml and sign == "'" else CLOSED[sign]).match(value)
    if closed is None:
        ended = f"{value[:-1] if value[-1] in CLOSING else value}{sign}"
        return Misquoted(f"the {sign} that opens this value is never closed", whole, ended)
    rest = value[closed.end() :]
    if not rest.strip() or rest.lstrip()[0] in "#,]}:":
        return None
    if not rest.strip(sign):
        more = Span(start + closed.end(), whole.end)
        return Misquoted(f"one {sign} too many after {closed[0]}", more, "")
    goes_on = not value.endswith(sign)
    word = re.split(r"[\s\"']", rest.lstrip(), maxsplit=1)[0]
    why = (
        f"the value goes on behind the {sign} that closes it"
        if goes_on
        else f'the {sign} before "{word}" ends the value'
    )
    put = _quoted(value if goes_on else value[1:-1], is_toml=is_toml)
    return None if put is None else Misquoted(why, whole, put)


def _quoted(inner: str, *, is_toml: bool) -> str | None:
    """A text in the signs that it does not hold; None where it holds both and none can be doubled."""
    if '"' not in inner and "\\" not in inner:
        return f'"{inner}"'
    if is_toml and "'" in inner:
        return None
    return "'{}'".format(inner.replace("'", "''"))


def _typographic(value: str, start: int) -> Misquoted | None:
    match = TYPOGRAPHIC.match(value)
    if match is None:
        return None
    return Misquoted(f'{value[0]} opens no value: " does', Span(start, start + match.end()), f'"{match[1]}"')
