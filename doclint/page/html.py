"""HTML in a page, read by beautifulsoup4: elements with their attributes and where their start tags stand."""

from __future__ import annotations

import re
from typing import NamedTuple

from doclint.page.placed import Placed
from doclint.text import Span

LONGEST = 5_000
"""Code points; html.parser takes quadratic time over some longer texts."""

START = re.compile(r"""<([A-Za-z][^\s/>]*)(?:[^"'>]|"[^"]*"|'[^']*')*>""")


class Element(NamedTuple):
    """A start tag."""

    name: str
    attributes: dict[str, str]
    span: Span
    """The start tag in the page's text."""


class Island(NamedTuple):
    """What a stretch of HTML holds."""

    elements: tuple[Element, ...]
    text: str
    """What a reader sees: no tags, no comments, entities decoded."""
    left_out: int
    """Elements whose place could not be verified; all of them stand in `text` all the same."""


def island(block: Placed) -> Island | None:
    """The elements and the text of an HTML block or segment; None when it is too long or no HTML parser reads it."""
    content = block.text
    if len(content) > LONGEST:
        return None
    from bs4 import BeautifulSoup
    from bs4.builder import ParserRejectedMarkup
    from bs4.element import NavigableString

    try:
        soup = BeautifulSoup(content, "html.parser", multi_valued_attributes=None)
    except (ParserRejectedMarkup, AssertionError, ValueError):
        return None
    lines = [0, *(match.end() for match in re.finditer("\n", content))]
    elements = []
    tags = soup.find_all(True)
    for tag in tags:
        if tag.sourceline is None or tag.sourcepos is None:
            continue
        start = lines[tag.sourceline - 1] + tag.sourcepos
        found = START.match(content, start)
        if found and found[1].lower() == tag.name:
            attributes = {name: str(value) for name, value in tag.attrs.items()}
            elements.append(Element(tag.name, attributes, block.place(start, found.end())))
    # comments, declarations, scripts and styles are kinds of their own
    text = "".join(part for part in soup.find_all(string=True) if type(part) is NavigableString)
    return Island(tuple(elements), text, len(tags) - len(elements))
