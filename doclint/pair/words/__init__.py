"""Which words of a page are names, which of them the translation lost, and what became of them."""

__all__ = ["alike", "candidates", "lost", "marked", "protected", "slips", "spots", "vocabulary"]
