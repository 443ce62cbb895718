"""What was found on a page, kept for the next run under a key of all that it depends on."""

__all__ = ["key", "lookup"]
