"""Git, asked so that nothing is fetched and nothing is run: objects, trees, history, changes."""

__all__ = ["changes", "commit", "fetch", "ignored", "pins", "process", "repository", "source", "trees", "versions"]
