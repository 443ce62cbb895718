"""Where the project, and each rule, is documented: machine-readable findings link there."""

from __future__ import annotations

HOME = "https://github.com/doclint/doclint"


def rule_url(name: str) -> str:
    """The rule's help page."""
    return f"{HOME}/blob/main/rules/README.md#{name}"
