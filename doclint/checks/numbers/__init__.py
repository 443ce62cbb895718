"""Numbers of running text side by side: which are kept, which are others, which are times."""

__all__ = ["exchanged", "inwords", "kept", "times"]
