"""doclint lays translated documentation beside its English and finds what the translation damaged.

For programs: `check(source, target)` gives findings, `fix(source, target)` a text. Both are loaded when first used.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doclint.engine import Finding
    from doclint.text.errors import DoclintError
    from doclint.workflows.embed import check, fix

__all__ = ["VERSION", "DoclintError", "Finding", "check", "fix"]

VERSION = "0.1.0"
"""Read by the packaging and by `--version`."""


def __getattr__(name: str) -> object:
    """What is handed out, from where it lives; to import doclint costs next to nothing."""
    homes = {
        "check": "doclint.workflows.embed",
        "fix": "doclint.workflows.embed",
        "Finding": "doclint.engine",
        "DoclintError": "doclint.text.errors",
    }
    if name not in homes:
        raise AttributeError(f"module 'doclint' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(homes[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
