"""Code beside code: spans in running text, tokens of blocks, samples of JSON."""

__all__ = ["json", "pairs", "spans", "tokens"]
