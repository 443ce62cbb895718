"""What a team leaves out: overrides, accepted findings, the baseline; what is left out is counted."""

__all__ = ["acceptfile", "answers", "baseline", "filters", "judgement", "overrides", "ratchet", "update", "verdicts"]
