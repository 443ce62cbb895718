"""JSON of page text: any reader takes it, and no terminal or log obeys it."""

from __future__ import annotations

import json
import re

from doclint.text.lazypattern import lazy

STEERS = "\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
"""Ranges of what JSON may hold as it is, but steers terminals, turns text around, or ends a line for some readers."""
STEERING = lazy(f"[{STEERS}]")

_encode = json.JSONEncoder(ensure_ascii=False).encode


def escaped(text: str, unsafe: re.Pattern[str] = STEERING) -> str:
    """JSON, with escapes for what is unsafe as it is; a character that is must be below U+10000."""
    return unsafe.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def json_line(value: object) -> str:
    """A value in one line; of a text, a string of TOML as well. Raises TypeError when it holds what JSON cannot."""
    return escaped(_encode(value))
