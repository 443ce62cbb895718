"""Findings -> text: one reporter a module."""

__all__ = ["advice", "cells", "choose", "console", "difference", "grouped", "handback", "help", "pages", "putback"]
__all__ += ["reasons", "sampled", "setting", "statistics"]
