"""How words sound in any script, so that a name can be known again in letters of another."""

__all__ = ["pieces", "romanize", "sounds"]
