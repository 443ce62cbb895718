"""JSON that any reader takes and no terminal or log obeys."""

from __future__ import annotations

import re

from doclint.engine.jsonline import compact

STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
LONE = re.compile("[\ud800-\udfff]")


def json_text(value: object) -> str:
    """One line. Characters that steer stand as escapes; half a character, which some readers refuse, is U+FFFD."""
    text = LONE.sub("\N{REPLACEMENT CHARACTER}", compact(value))
    return STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
