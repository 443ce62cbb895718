"""What a parser of MDX cannot read, and the parser of the English could."""

__all__ = ["braces", "comments", "parsed", "strings"]
