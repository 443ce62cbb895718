"""The names that directives have in a language, as docutils knows them; it need not be installed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module


@cache
def local_names(locale: str) -> frozenset[str] | None:
    """The names of directives in a language; empty where it has none, None where docutils is not there.

    Roles have names in languages, too, but MyST reads none in other letters than ASCII's.
    """
    try:
        languages = import_module("docutils.parsers.rst.languages")
    except ImportError:
        return None
    found = languages.get_language(locale) if locale else None
    names = getattr(found, "directives", {})
    return frozenset(names) if isinstance(names, Mapping) else frozenset()
