"""Front matter side by side: which of its keys are gone."""

__all__ = ["keys"]
