"""From problems to findings: each with its place in the file and all that a report says of it, and one a fault."""

__all__ = ["meta"]
