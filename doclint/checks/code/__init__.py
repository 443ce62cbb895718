"""Code beside code: spans in running text, lines and tokens of blocks, samples of JSON."""

__all__ = ["emptied", "frontkeys", "json", "lines", "lostlines", "pairs", "respelt", "spans", "tokens", "wide"]
