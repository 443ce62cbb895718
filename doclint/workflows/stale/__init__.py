"""What the English renamed since a translation was made, and which translations still say the old words."""

__all__ = ["changes", "lacking", "listing", "work"]
