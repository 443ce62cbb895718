"""Which English pages each locale has, how many are in step with the English of today, and what is missing."""

__all__ = ["table"]
