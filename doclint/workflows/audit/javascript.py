"""Values as JavaScript in a file of its own: nothing in them ends a script, a comment or a line."""

from __future__ import annotations

import json
import re
from typing import Any

ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
UNSAFE = re.compile("[<>&\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufff9-\uffff]")


def call(function: str, *values: Any) -> bytes:
    """A script that calls a function with values; it is UTF-8 and shows no control character."""
    arguments = ",".join(UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", ENCODE(value)) for value in values)
    return f"{function}({arguments});\n".encode()


def units(text: str, end: int) -> int:
    """The place of a code point as JavaScript counts: in UTF-16."""
    return end if text.isascii() else end + sum(char > "\uffff" for char in text[:end])
