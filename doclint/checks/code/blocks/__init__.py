"""Code blocks side by side: which tokens and lines changed, which are gone, and which are for readers alone."""

__all__ = ["alone", "changed", "changes", "drawings", "lost", "readers", "slipped"]
