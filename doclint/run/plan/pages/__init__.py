"""Which pages a run checks: those that are named, of a target, or all in the layout; `find` is the way in."""

__all__ = ["shard"]
