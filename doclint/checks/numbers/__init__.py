"""Numbers of running text side by side: which are kept, lost or others, which are times."""

__all__ = ["exchanged", "forms", "inwords", "kept", "lost", "small", "times"]
