"""What holds for a process of ours as a whole."""

__all__ = ["collector", "pools"]
