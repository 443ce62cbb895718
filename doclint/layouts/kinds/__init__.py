"""The kinds of layouts: one module for each way in which sites lay translations beside their sources."""

__all__ = ["split"]
