"""Objects as bytes for another machine: what lies in the cache folder here lies in the cache folder there."""

from __future__ import annotations

import io
import os
import pickle
from pathlib import Path, PurePath
from typing import Any

from doclint.text.files.cachefolder import location


class _Pickler(pickle.Pickler):
    def __init__(self, out: io.BytesIO) -> None:
        super().__init__(out, pickle.HIGHEST_PROTOCOL)
        self._cache = str(location())
        self.paths: set[str] = set()

    def persistent_id(self, value: Any) -> tuple[bool, str] | None:
        is_path = isinstance(value, PurePath)
        if type(value) is not str and not is_path:
            return None
        text = str(value)
        if is_path:
            self.paths.add(os.path.abspath(text))
        if text == self._cache or text.startswith(self._cache + os.sep):
            return is_path, text[len(self._cache) :].lstrip(os.sep).replace(os.sep, "/")
        return None


class _Unpickler(pickle.Unpickler):
    def persistent_load(self, kept: tuple[bool, str]) -> Path | str:
        is_path, below = kept
        path = location() / below
        return path if is_path else str(path)


def dumped(value: object) -> bytes:
    """The bytes of an object."""
    return dumped_with_paths(value)[0]


def dumped_with_paths(value: object) -> tuple[bytes, set[str]]:
    """The same, and every path that the object names, absolute."""
    out = io.BytesIO()
    pickler = _Pickler(out)
    pickler.dump(value)
    return out.getvalue(), pickler.paths


def loaded(data: bytes) -> Any:
    """The object, of bytes that a machine of ours made."""
    return _Unpickler(io.BytesIO(data)).load()
