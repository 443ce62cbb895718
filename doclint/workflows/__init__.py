"""What is done with findings besides printing them: a folder, or a module, for each."""

__all__ = ["advise", "audit", "compare", "confirm", "coverage", "fix", "init", "parts", "source", "stale", "why"]
