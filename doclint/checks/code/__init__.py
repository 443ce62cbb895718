"""Code beside code: spans in running text, lines and tokens of blocks, samples of JSON."""

__all__ = [
    "emptied",
    "frontkeys",
    "http",
    "json",
    "lines",
    "lostlines",
    "otherlines",
    "pairs",
    "reformatted",
    "respelt",
    "spans",
    "tokens",
    "transcripts",
    "wide",
]
