"""A run as tables in Parquet files, by repository and locale: for questions in SQL, and to be reported again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from doclint.text.errors import ConfigError
from doclint.text.files.parquet import Rows, can_be_written, database, rows_of
from doclint.text.files.scratch import scratch_folder
from doclint.workflows.parts.columns import FINDING, PAGE, PARTITIONS, finding_row, line_of, page_row
from doclint.workflows.parts.part import RUN, End, Head, Part
from doclint.workflows.parts.record import Page, page_of

VERSION_OF_DATASETS = 2
"""A column that goes, or means something else, makes another number; new ones do not."""
TABLES = {"pages": PAGE, "findings": FINDING}


class DatasetWriter:
    """Takes pages in the order of the run; they wait on disk until all are there."""

    def __init__(self, room: Path) -> None:
        self._room = room
        self._number = 0
        self._rows = {name: Rows(room / f"{name}.jsonl", columns) for name, columns in TABLES.items()}

    def page(self, page: Page) -> None:
        """Put a page and its findings away."""
        row = page_row(page, self._number)
        self._rows["pages"].add(row)
        findings = page.result.findings
        lines = findings.lines.decode("utf-8").splitlines(keepends=True) if findings else []
        for place, (line, mark) in enumerate(zip(lines, json.loads(findings.marks) if lines else (), strict=True)):
            self._rows["findings"].add(finding_row(line, mark, row, place))
        self._number += 1

    def close(self) -> None:
        """Write what waits, once."""
        for rows in self._rows.values():
            rows.close()

    def end(self, parts: Sequence[Part]) -> None:
        """Make the tables. Raises ConfigError."""
        with database(self._room) as opened:
            for name, rows in self._rows.items():
                folder = self._room / "dataset" / name
                folder.mkdir(parents=True)
                by = f"({', '.join(PARTITIONS)})"
                version = f"{{doclint_dataset: '{VERSION_OF_DATASETS}'}}"
                rows.copy(opened, folder, PARTITION_BY=by, OVERWRITE_OR_IGNORE="", KV_METADATA=version)
        told = [{"head": part.head.as_json(), "end": asdict(part.end)} for part in parts]
        (self._room / "dataset" / RUN).write_text(json.dumps({"dataset": VERSION_OF_DATASETS, "parts": told}), "utf-8")


@contextmanager
def written(out: Path) -> Iterator[DatasetWriter]:
    """What writes a dataset that is there, whole, when the block ends well; an earlier one is replaced.

    Raises ConfigError.
    """
    require_duckdb()
    if out.exists() and not (out / RUN).is_file() and (not out.is_dir() or any(out.iterdir())):
        raise ConfigError(f"{out} contains something other than a dataset: name another folder")
    try:
        with scratch_folder(out.parent, out.name) as room, closing(DatasetWriter(room)) as writer:
            yield writer
            if out.is_dir():
                out.replace(room / "old")
            (room / "dataset").replace(out)
    except OSError as error:
        raise ConfigError(f"the dataset {out} cannot be written: {error.strerror or error}") from None


@dataclass(frozen=True, slots=True)
class KeptPart:
    """A part of a run whose pages lie in the tables together: the first one has them all."""

    name: str
    head: Head
    end: End
    folder: Path | None

    def pages(self) -> Iterator[Page]:
        """Raises ConfigError where the tables are damaged."""
        if self.folder:
            yield from _pages(self.folder)


def parts_of(folder: Path) -> list[Part]:
    """The parts whose run a dataset keeps. Raises ConfigError."""
    require_duckdb()
    try:
        told = json.loads((folder / RUN).read_text("utf-8"))
        if told["dataset"] != VERSION_OF_DATASETS:
            raise ConfigError(
                f'the dataset "{folder}" was made by another version of doclint: write it again with '
                "`doclint merge --dataset`"
            )
        parts: list[Part] = []
        for one in told["parts"]:
            head = {name: value for name, value in one["head"].items() if name != "doclint_part"}
            kept = KeptPart(str(folder), Head.read(head), End.read(one["end"]), None if parts else folder)
            parts.append(kept)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ConfigError(f'the dataset "{folder}" is damaged: write it again with `doclint merge --dataset`') from None
    return parts


def require_duckdb() -> None:
    """Raise ConfigError where DuckDB is not installed."""
    if not can_be_written():
        raise ConfigError("a dataset needs DuckDB: pip install 'doclint[dataset]'")


def _pages(folder: Path) -> Iterator[Page]:
    with scratch_folder(folder.parent, f"{folder.name}-read") as room, database(room) as opened:
        findings = rows_of(opened, folder / "findings", ("page", "place"))
        row = next(findings, None)
        for page in rows_of(opened, folder / "pages", ("page",)):
            lines, marks = [], []
            while row is not None and row["page"] == page["page"]:
                lines.append(line_of(row))
                marks.append(json.loads(row["mark"]))
                row = next(findings, None)
            try:
                yield page_of(json.loads(page["head"]), "".join(lines).encode(), json.dumps(marks).encode())
            except ValueError as error:
                raise ConfigError(f'the dataset "{folder}" is damaged: {error}') from None
