"""Code spans side by side: which are gone, which stand in their place, and which people chose."""

__all__ = ["changes"]
