"""Code beside code: spans in running text, lines and tokens of blocks, samples of JSON."""

__all__ = ["json", "lines", "lostlines", "pairs", "spans", "tokens"]
