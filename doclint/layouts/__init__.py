"""Where a translated page and its source lie: one module a layout."""

__all__ = ["affected", "claim", "coverage", "detect", "layout", "listing", "routes", "split", "tree"]
