"""From arguments and configuration to pages, each with the place of its source: steps 1 and 2 of a run."""

__all__ = ["exceptions", "known", "pages", "plan", "start", "sync"]
