"""From a segment's text to its pieces and to what a reader sees of it, parsed when first asked for."""

__all__ = ["pieces", "read"]
