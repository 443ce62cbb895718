"""One Markdown file as blocks and inline pieces, each with its exact place in the untouched text.

`markdown.parse` makes a `model.Page`; `frontmatter` and `html` read what Markdown leaves alone, `sidebyside` takes a
file of two languages apart. `blocks` and `inline` are the parser, `directives` and `json` what sites put into pages.
"""

from doclint.page.model import Block, Code, Html, Kind, Page, Segment, Table

__all__ = ["Block", "Code", "Html", "Kind", "Page", "Segment", "Table"]
__all__ += [
    "blankcode",
    "dialects",
    "endings",
    "frontmatter",
    "fronttrouble",
    "html",
    "inline",
    "json",
    "markdown",
    "model",
    "placed",
    "sections",
]
__all__ += ["sidebyside"]
