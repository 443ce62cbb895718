"""Which part of the translation was made from which part of the English."""

__all__ = ["align", "directives", "features", "movedcolumns", "opcodes", "rows"]
