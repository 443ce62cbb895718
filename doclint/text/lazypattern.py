"""Regular expressions that are compiled when they are first asked, for forms that few pages hold."""

from __future__ import annotations

import re
from typing import cast

METHODS = (
    *("match", "search", "fullmatch", "finditer", "findall", "sub", "subn", "split"),
    *("pattern", "flags", "groups", "groupindex"),
)


class _Lazy:
    """What has the methods of a pattern as its own, so that looking one up costs nothing more."""


class _Unasked(_Lazy):
    """Becomes what it stands for: the first look at a method copies all of them, and leaves nothing to look for."""

    def __init__(self, form: str, flags: int) -> None:
        self._form, self._flags = form, flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # asked for by pickle and copy, before there is a form
            raise AttributeError(name)
        compiled = re.compile(self._form, self._flags)
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        self.__class__ = _Lazy  # type: ignore[assignment]
        return getattr(compiled, name)


def lazy(form: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but that a mistake in the form comes to light when it is first used."""
    return cast(re.Pattern[str], _Unasked(form, flags))
