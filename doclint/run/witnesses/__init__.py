"""The witnesses that look beyond the two pages: at their versions in git, at the words, the links, the languages of the site."""

__all__ = ["histories", "parts", "trail"]
