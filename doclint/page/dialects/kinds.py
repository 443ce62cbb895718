"""The dialects of Markdown, by the generator that reads them."""

from __future__ import annotations

from enum import StrEnum


class Dialect(StrEnum):
    """Whose Markdown a page is; the values are those of the configuration's key `dialect`."""

    COMMONMARK = "commonmark"
    """GitHub's, and whatever reads as CommonMark does."""
    DOCUSAURUS = "docusaurus"
    HEXO = "hexo"
    """Hexo with its own reader, hexo-renderer-marked, as it comes."""
    HUGO = "hugo"
    KRAMDOWN = "kramdown"
    """Jekyll as it comes."""
    MYST = "myst"
    """Sphinx with MyST-Parser."""
    PYTHON_MARKDOWN = "python-markdown"
    """MkDocs as it comes."""
    BETTEREM = "python-markdown-betterem"
    """MkDocs with `pymdownx.betterem`."""
    STARLIGHT = "starlight"
    VITEPRESS = "vitepress"

    @property
    def is_python(self) -> bool:
        return self in (Dialect.PYTHON_MARKDOWN, Dialect.BETTEREM)

    @property
    def looks_at_spaces(self) -> bool:
        """Whether emphasis is told by the white space beside its marks alone, whatever signs stand there."""
        return self.is_python or self is Dialect.KRAMDOWN
