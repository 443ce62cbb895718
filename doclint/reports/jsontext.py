"""JSON that any reader takes and no terminal or log obeys."""

from __future__ import annotations

import re

from doclint.engine.jsonline import compact
from doclint.text.jsonescape import escaped

LONE = re.compile("[\ud800-\udfff]")


def json_text(value: object) -> str:
    """One line. Characters that steer stand as escapes; half a character, which some readers refuse, is U+FFFD."""
    return escaped(LONE.sub("\N{REPLACEMENT CHARACTER}", compact(value)))
