"""The one-off report for people who decide: a folder that opens from disk, and the data beside it."""

__all__ = ["build", "earlier", "figures", "totals", "weights"]
