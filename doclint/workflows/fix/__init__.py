"""Putting back what is safe: page by page, held to what was asked, written by one process."""

__all__ = ["page", "replacementfile", "replacements", "report", "start", "write"]
