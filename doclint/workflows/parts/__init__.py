"""A run in parts: each shard writes down what it found on each page, and all parts together are the run."""

__all__ = ["dataset", "merged", "pages", "record", "write"]
