"""Page text in XML: nothing in it is markup, and nothing that XML forbids is left."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from doclint.reports.cells import shown

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write."""

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def content(text: str) -> str:
    """Text between tags, on one line."""
    return _legal(escape(shown(text)))


def attributes(**values: object) -> str:
    """Names and quoted values, each with a space before it; `class_` is `class`."""
    return "".join(f" {name.rstrip('_')}={quoteattr(_legal(shown(str(value))))}" for name, value in values.items())


def _legal(text: str) -> str:
    return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
