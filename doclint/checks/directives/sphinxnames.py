"""The names that directives and roles have in a language, as docutils knows them; it need not be installed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module


@cache
def local_names(locale: str) -> frozenset[str] | None:
    """The names of directives and roles in a language; empty where it has none, None where docutils is not there."""
    try:
        languages = import_module("docutils.parsers.rst.languages")
    except ImportError:
        return None
    found = languages.get_language(locale) if locale else None
    tables = (getattr(found, table, {}) for table in ("directives", "roles"))
    return frozenset(name for table in tables if isinstance(table, Mapping) for name in table)
