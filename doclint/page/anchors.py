"""What a heading is called by links: its explicit anchor, and the id of the tab it opens."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from doclint.text.lazypattern import lazy

LEADING = re.compile(
    r"""\s*<a\s+(?:name|id)\s*=\s*(?:"(?P<double>[^"<>]*)"|'(?P<single>[^'<>]*)')\s*(?:/>|>\s*</a\s*>|>)""",
    re.IGNORECASE,
)
"""`<a name="slug"></a>` before the heading's text, as Microsoft's translators leave it."""

TRAILING = lazy(
    r"""\{(?::?\s*(?:(?:\.[^\s{}#=]+|[\w-]+=[^\s{}#]+)\s+)*#(?P<id>[^\s{}]+)[^{}]*|/\*\s*(?P<mdx>[^\s*{}]+)\s*\*/)\}\Z"""
)
"""`{#slug}` after it, as in Hugo, Docusaurus and kramdown; `{/*slug*/}` in MDX pages."""

DOUBLE = lazy(r"\[\[(?P<double_brackets>[\w.-]+)\]\]\Z")
"""`[[slug]]` after a text, as Hugging Face's doc-builder reads it."""

BRACKETED = lazy(r"\s[(\[]#(?P<id>[A-Za-z][\w-]*)[)\]]\Z")
"""`(#slug)` after it, as some plugins of remark have it, or `[#slug]`, as Fumadocs; a number there is an issue."""

ATTRIBUTES = lazy(r"""\{:?\s*(?:\.[^\s{}#=.]+)(?:\s+(?:\.[^\s{}#=]+|[\w-]+=(?:"[^"{}]*"|[^\s{}"]+)))*\s*\}\Z""")
"""`{.class key=value}` without an id."""

TAB = lazy(r"\s*\[[^\[\]]*\]\(#tab/(?P<tab>[^()\s]+)\)\s*\Z")
"""`# [HTTP](#tab/http)` opens a tab; it is no section of the page."""


class Anchor(NamedTuple):
    """An explicit anchor in a heading's content."""

    slug: str
    start: int
    """Where the slug itself begins in the content."""
    markup: tuple[int, int]
    """The range of the content that is the anchor and no text of the heading."""


@lru_cache(2000)
def anchor(content: str) -> Anchor | None:
    """The explicit anchor of a heading; anchors that a site generates from the text are not made up.

    Remembered, since many ask for it.
    """
    match = LEADING.match(content) if "<" in content else None
    start = 0
    if match is None and content.endswith("}") and "{" in content:
        start = content.rindex("{")
        match = TRAILING.match(content, start)
        start = len(content[:start].rstrip())
    elif match is None and content.endswith("]]") and content.rfind("[[") > 0:
        start = content.rindex("[[")
        match = DOUBLE.match(content, start)
        start = len(content[:start].rstrip())
    elif match is None and content.endswith((")", "]")) and "#" in content:
        start = max(content.rindex("#") - 2, 0)
        match = BRACKETED.match(content, start)
    if match is None or match.lastgroup is None:
        return None
    return Anchor(match[match.lastgroup], match.start(match.lastgroup), (start, match.end()))


def markup(content: str) -> tuple[int, int] | None:
    """The range of a heading's content that is its anchor or attributes and no text."""
    found = anchor(content)
    if found:
        return found.markup
    if not content.endswith("}") or "{" not in content:
        return None
    start = content.rindex("{")
    return (len(content[:start].rstrip()), len(content)) if ATTRIBUTES.match(content, start) else None


def tab(content: str) -> str | None:
    """The id of the tab that a heading opens: `http` of `[HTTP](#tab/http)`, behind an anchor or not."""
    leading = LEADING.match(content)
    match = TAB.match(content, leading.end() if leading else 0)
    return match["tab"] if match else None
