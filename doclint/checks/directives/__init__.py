"""Directives beside directives: which are lost, and which of their values were changed."""

__all__ = ["changed", "sphinxnames", "tags"]
