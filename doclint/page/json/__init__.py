"""JSON as documentation writes it: examples with comments, gaps and mistakes, each value with its place."""

__all__ = ["example"]
