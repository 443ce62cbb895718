"""What of a code span a translator may put into their language: sentences, labels, strings, placeholders, locales."""

__all__ = ["prose", "readers", "signs"]
