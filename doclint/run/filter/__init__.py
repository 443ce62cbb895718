"""What a team leaves out: overrides, accepted findings, the baseline; what is left out is counted."""

__all__ = ["acceptfile", "baseline", "filters", "overrides", "ratchet", "update", "verdicts"]
