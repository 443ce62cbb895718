"""The witnesses that look beyond the two pages: at their versions in git, at words, links and languages of the site."""

__all__ = ["histories", "lines", "parts", "trail"]
