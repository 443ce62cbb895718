"""doclint lays translated documentation beside its English and finds what the translation damaged."""

VERSION = "0.1.0"
"""Read by the packaging and by `--version`."""
