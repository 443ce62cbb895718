"""Code beside code: spans in running text, lines and tokens of blocks, samples of JSON."""

__all__ = [
    "allowed",
    "emptied",
    "frontkeys",
    "help",
    "http",
    "json",
    "lines",
    "lostlines",
    "otherlines",
    "pairs",
    "respelt",
    "spans",
    "tokens",
    "wide",
]
