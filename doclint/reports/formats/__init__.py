"""The formats, one a module: each gets pages with `page`, and the counts with `end`."""

__all__ = ["grouped", "hook", "rows", "statistics"]
