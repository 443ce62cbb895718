"""What to change in the English, so that translation leaves its words alone."""

__all__ = ["gather", "report", "termbase"]
