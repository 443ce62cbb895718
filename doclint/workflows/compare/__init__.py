"""Two states of the translations beside each other: what is new, what is gone, which tickets turned."""

__all__ = ["checked", "repair", "report", "side", "tickets", "verdicts"]
