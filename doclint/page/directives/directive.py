"""What a site's generator reads and a reader does not: containers, shortcodes, MDX, admonitions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from doclint.page.placed import Placed
from doclint.text import Span


class Syntax(StrEnum):
    """Whose syntax a directive is."""

    CONTAINER = "container"
    """`:::note`, as in Docusaurus, VuePress, Pandoc and on Microsoft's sites."""
    SHORTCODE = "shortcode"
    """`{{< tab >}}` of Hugo, `{% include %}` of Jekyll, GitBook and Markdoc."""
    MDX = "mdx"
    """`import`, `<Tabs>`, `{expression}`."""
    ADMONITION = "admonition"
    """`!!! note "Title"` and `=== "Tab"` of MkDocs."""


class Attribute(NamedTuple):
    """One attribute. Spans count code points of the page's text."""

    key: str
    """Empty for a word by place; `#` for an id and `.` for a class."""
    value: str
    """Without its quotes; empty where there is only a key."""
    key_span: Span
    span: Span
    """Where the value stands, without its quotes."""


@dataclass(slots=True, eq=False)
class Directive(Placed):
    """One directive, or one end of a pair of them; what stands between is parsed as usual."""

    syntax: Syntax
    marker: str
    """How it begins: `:::`, `{{<`, `{{%`, `{%`, `<`, `{`, `import`, `!!!`, `===`; of a comment `{/*` and the like."""
    name: str = ""
    """Empty for what has none: an expression, a tab, the end of a container."""
    name_span: Span = Span(0, 0)
    is_closing: bool = False
    is_whole: bool = False
    """Whether it closes itself."""
    attributes: tuple[Attribute, ...] = ()
    label: str = ""
    """Text for the reader: an admonition's title."""
    label_span: Span | None = None

    @property
    def is_comment(self) -> bool:
        return "/*" in self.marker
