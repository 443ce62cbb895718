"""Values as JavaScript in a file of its own: nothing in them ends a script, a comment or a line."""

from __future__ import annotations

import json
import re
from typing import Any

from doclint.text.jsonescape import STEERS, escaped

ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
UNSAFE = re.compile(f"[<>&\u200b\ufeff\ud800-\udfff\ufff9-\uffff{STEERS}]")


def call(function: str, *values: Any) -> bytes:
    """A script that calls a function with values; it is UTF-8 and shows no control character."""
    return f"{function}(".encode() + b",".join(map(said, values)) + b");\n"


def said(value: Any) -> bytes:
    """A value, likewise."""
    return escaped(ENCODE(value), UNSAFE).encode()


def units(text: str, end: int) -> int:
    """The place of a code point as JavaScript counts: in UTF-16."""
    return end if text.isascii() else end + sum(char > "\uffff" for char in text[:end])
