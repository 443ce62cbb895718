"""The pages of a run as a receiver of findings needs them: their text, their locale, their place in the repository."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from doclint.layouts import Target
from doclint.run import Context
from doclint.run.context import ALONE
from doclint.run.pagelocale import locale_of
from doclint.text.errors import UnreadableError
from doclint.text.spans import decode


class Pages:
    """Asked by the paths that findings have; nothing is worked out for a format that does not ask."""

    def __init__(self, targets: Sequence[Target] = (), contexts: Sequence[Context] = ()) -> None:
        self._targets = targets
        self._contexts = contexts
        self._last: tuple[str, str | None] = "", None

    @cached_property
    def _by_path(self) -> dict[str, Target]:
        return {target.path: target for target in self._targets}

    def text(self, path: str) -> str | None:
        """The page as it lies there, None where it cannot be read; the last one is kept."""
        if self._last[0] != path:
            self._last = path, self._read(path)
        return self._last[1]

    def _read(self, path: str) -> str | None:
        target = self._by_path.get(path)
        if target is None or target.is_missing:
            return None
        try:
            return decode(target.read())
        except UnreadableError:
            return None

    def locale(self, path: str) -> str | None:
        """The locale of a page without findings, which would name it."""
        target = self._by_path.get(path)
        if target is None:
            return None
        return locale_of(self._contexts[target.context] if self._contexts else ALONE, target)

    def in_repository(self, path: str) -> str:
        """The path as the page's own repository counts it; as it is where there is none."""
        target = self._by_path.get(path)
        if target is not None and target.tree is not None:
            return path  # of a commit: counted from the top already
        absolute = Path(os.path.abspath(path))
        top = _top(absolute.parent)
        return absolute.relative_to(top).as_posix() if top else path


@lru_cache(maxsize=4096)
def _top(folder: Path) -> Path | None:
    if (folder / ".git").exists():
        return folder
    return None if folder.parent == folder else _top(folder.parent)
