"""Code beside code: spans in running text, lines and tokens of blocks, samples of JSON."""

__all__ = [
    "allowed",
    "blocks",
    "emptied",
    "frontkeys",
    "http",
    "inline",
    "json",
    "lines",
    "respelt",
    "sentences",
    "spans",
    "tokens",
    "wide",
]
