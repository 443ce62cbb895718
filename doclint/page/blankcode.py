"""A page's text without its code, for patterns that have no business there."""

from __future__ import annotations

from doclint.page.model import Code, Html, Page
from doclint.text.lazypattern import lazy
from doclint.text.spans import Edit, apply, enclosed

SPAN = lazy(r"(?<![`\\])(`+)(?!`)(?:(?!\n[ \t]*\n)[^`]|(?!\1(?!`))`)*?(?<!`)\1(?!`)")
VISIBLE = lazy(r"[^\n]")


def without_code(page: Page) -> str:
    """The text with blanks in the place of front matter, code, code spans and HTML comments; places stay."""
    text = _blank(page.text, 0, page.front.end)
    for block in page.blocks:
        if isinstance(block, Code):
            text = _blank(text, *block.whole)
        elif isinstance(block, Html) and block.is_comment:
            text = _blank(text, *block.span)
    text = apply(text, [Edit(span, VISIBLE.sub(" ", span.of(text))) for span in enclosed(text, "<!--", "-->")])
    return SPAN.sub(lambda match: VISIBLE.sub(" ", match[0]), text)


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + VISIBLE.sub(" ", text[start:end]) + text[end:]
