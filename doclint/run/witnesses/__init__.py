"""The witnesses that look beyond the two pages: at the versions of both in git, and at the words of the site."""

__all__ = ["lines"]
