"""What follows from a layout for many pages: those that a change concerns or that are missing, names, kept digests."""

__all__ = ["affected", "capitals", "coverage", "kept"]
