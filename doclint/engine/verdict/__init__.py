"""What a difference means, damage or another version of the English: `decide` holds the table, witnesses testify."""

__all__ = ["letters"]
