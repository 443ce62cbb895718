"""Lists of values: in code spans, in plain words, in capitals, and what became of their members."""

__all__ = ["changed", "keywords", "plain"]
