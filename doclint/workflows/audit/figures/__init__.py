"""What the head of an audit says: of what it is, how good the pages are, what to do first, how that changed."""

__all__ = ["origin"]
