"""One Markdown file as blocks and inline pieces with exact places."""

__all__ = ["endings", "frontmatter", "html", "inline", "inlineread", "json_example", "markdown", "model", "placed"]
__all__ += ["sections"]
