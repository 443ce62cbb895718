"""The index of all findings: a column a value, which waits on disk until all are there, since there may be millions."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from doclint.workflows.audit.javascript import said


class Index:
    """Columns of the same length."""

    def __init__(self, folder: Path, names: Iterable[str]) -> None:
        self._folder = folder
        self._stack = ExitStack()
        opened = ((name, tempfile.TemporaryFile(dir=folder)) for name in names)  # noqa: SIM115 (closed by the stack)
        self._columns = {name: self._stack.enter_context(file) for name, file in opened}
        self._is_empty = True

    def add(self, values: dict[str, Any]) -> None:
        """One finding."""
        between = b"" if self._is_empty else b","
        for name, column in self._columns.items():
            column.write(between + said(values[name]))
        self._is_empty = False

    def write(self, name: str, function: str, first: Any) -> None:
        """The script that calls a function with a value and the columns, and the end of these."""
        with self._stack, (self._folder / name).open("wb") as out:
            out.write(f"{function}(".encode() + said(first))
            for number, (title, column) in enumerate(self._columns.items()):
                out.write((b",{" if number == 0 else b",") + said(title) + b":[")
                column.seek(0)
                shutil.copyfileobj(column, out)
                out.write(b"]")
            out.write(b"});\n")
