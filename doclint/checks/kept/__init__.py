"""English that a translator keeps in comments, held to the English page."""

__all__ = ["changed"]
