"""Parts of the English that the translation lacks, where what stands around them is there."""

__all__ = ["blocks", "gaps", "joined", "rows"]
