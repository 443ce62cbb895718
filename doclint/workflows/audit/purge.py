"""purge.csv: sentences that a translation memory should forget, since a repaired page comes back damaged from it."""

from __future__ import annotations

from pathlib import Path

from doclint.reports.table import Table
from doclint.workflows.audit.spool import Entry

COLUMNS = ("locale", "unit", "file", "source_text", "target_text", "expected", "found")
NAME = "purge.csv"


class Purge:
    """Each damaged pair of texts once, however often it stands on pages."""

    def __init__(self, folder: Path) -> None:
        self._file = (folder / NAME).open("w", encoding="utf-8", errors="backslashreplace", newline="")
        self._table = Table(self._file, COLUMNS)
        self._seen: set[int] = set()
        """Digests of what is written."""

    def add(self, entry: Entry) -> None:
        """Write the texts of an error whose English is known."""
        line = entry.line
        key = hash((line["locale"], line["source_text"], line["target_text"]))
        if line["severity"] != "error" or not line["source_text"] or not line["target_text"] or key in self._seen:
            return
        self._seen.add(key)
        self._table.add({name: line.get(name, line["meta"].get(name)) for name in COLUMNS})

    def close(self) -> None:
        """Write what is left, once."""
        self._file.close()
