"""Which files are pages: by the ending of their names."""

ENDINGS = (".md", ".markdown", ".mdx")
"""In lower case."""


def is_page(path: str) -> bool:
    """Whether a path is that of a Markdown file; images, data and templates are none."""
    return path.lower().endswith(ENDINGS)
