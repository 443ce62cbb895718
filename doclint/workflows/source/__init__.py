"""What a change of the English means for its translations: the hook of authors."""

__all__ = ["change"]
