"""An audit from its first page to its folder: findings are put away as they come, then written in their order."""

from __future__ import annotations

import gzip
import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import Any

from doclint.layouts import Target
from doclint.run import PageResult
from doclint.text.errors import ConfigError
from doclint.text.files.scratch import scratch_folder
from doclint.workflows.audit import bugs
from doclint.workflows.audit.datafiles import DataFiles
from doclint.workflows.audit.figures.address import published
from doclint.workflows.audit.figures.worst import Worst
from doclint.workflows.audit.overview import page
from doclint.workflows.audit.purge import Purge
from doclint.workflows.audit.spool import Entry, Spool
from doclint.workflows.audit.tables import Tables, write_coverage
from doclint.workflows.audit.totals import Totals
from doclint.workflows.coverage.table import Row

Page = tuple[Target, str | None, PageResult]
"""A page, its language where anything tells it, and what was found on it."""

WORST = 12
"""Causes that the overview shows."""


def build(
    pages: Iterable[Page],
    out: Path,
    *,
    totals: Totals,
    template: str | None = None,
    source_locale: str = "en",
    earlier: Sequence[dict[str, Any]] = (),
    coverage: Sequence[Row] = (),
) -> dict[str, Any]:
    """Write the folder, whole or not at all; what summary.json says. Raises ConfigError.

    `earlier`: what earlier audits said, the last at the end. `coverage`: what each locale and folder has of the
    English.
    """
    require_replaceable(out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with scratch_folder(out.parent, out.name, lambda left: _bring_back(left / "old", out)) as room:
            folder = room / "audit"
            (folder / "data").mkdir(parents=True)
            with closing(Spool(room)) as spool:
                _gather(pages, spool, totals, template)
                summary, worst = _write(spool, folder, totals, coverage)
                write_coverage(folder, coverage)
                _write_page(folder, summary, worst, source_locale=source_locale, earlier=earlier)
            _put(folder, out, room)
    except (OSError, sqlite3.Error) as error:
        raise ConfigError(f"{out}: the audit cannot be written: {getattr(error, 'strerror', None) or error}") from None
    return summary


def require_replaceable(out: Path) -> None:
    """Refuse a folder that holds anything but an earlier audit. Raises ConfigError."""
    if out.exists() and not out.is_dir():
        raise ConfigError(f"{out} is not a folder")
    if out.is_dir() and any(out.iterdir()) and not (out / "data" / "causes.js").is_file():
        raise ConfigError(f"{out} contains something other than an audit: name another folder")


def _gather(pages: Iterable[Page], spool: Spool, totals: Totals, template: str | None) -> None:
    for target, locale, result in pages:
        address = published(template, target.relative, locale)
        views = totals.views(result.path, address)
        findings = [(finding, spool.add(finding, address, views=views)) for finding in result.findings.faults]
        totals.add(result, findings, locale=locale, meta=result.meta, address=address)


def _write(spool: Spool, folder: Path, totals: Totals, coverage: Sequence[Row]) -> tuple[dict[str, Any], list[Worst]]:
    """All data; what summary.json says, and the worst causes."""
    worst: list[Worst] = []
    causes = 0
    with (
        closing(DataFiles(folder / "data")) as data,
        closing(Tables(folder)) as tables,
        closing(bugs.Bugs(folder)) as vendor,
        closing(Purge(folder)) as purge,
    ):
        for rank in spool.causes():
            causes += 1
            entries = _written(data.entries(rank, spool.findings(rank.cause)), tables, purge)
            examples = list(islice(entries, bugs.EXAMPLES))
            for _ in entries:
                pass
            if bugs.can_write():
                vendor.add(rank, examples)
            if len(worst) < WORST:
                worst.append(Worst(rank, examples[0]))
        data.end()
    summary = totals.as_json(causes=causes, vendor_causes=spool.causes_routed("vendor"))
    summary["worst"] = [one.as_json() for one in worst]
    summary["coverage"] = [row for row in coverage if not row["folder"]]
    text = json.dumps(summary, indent=1, ensure_ascii=False) + "\n"
    (folder / "summary.json").write_bytes(text.encode("utf-8", "backslashreplace"))
    return summary, worst


def _write_page(
    folder: Path,
    summary: dict[str, Any],
    worst: Sequence[Worst],
    *,
    source_locale: str,
    earlier: Sequence[dict[str, Any]],
) -> None:
    """index.html, and what it loads besides the data."""
    files = sorted(file.name for file in folder.iterdir() if file.is_file())
    html = page(summary, worst, files=files, earlier=earlier, source_locale=source_locale)
    (folder / "index.html").write_bytes(html.encode("utf-8", "backslashreplace"))
    _copy_static(folder / "static")


def _written(entries: Iterable[Entry], *tables: Tables | Purge) -> Iterator[Entry]:
    for entry in entries:
        for table in tables:
            table.add(entry)
        yield entry


def _copy_static(folder: Path) -> None:
    """The scripts; the library is packed, since every environment of a hook holds it and few write audits."""
    folder.mkdir()
    for file in resources.files("doclint.workflows.audit").joinpath("static").iterdir():
        if file.is_file():
            is_packed = file.name.endswith(".gz")
            data = gzip.decompress(file.read_bytes()) if is_packed else file.read_bytes()
            (folder / file.name.removesuffix(".gz")).write_bytes(data)


def _put(folder: Path, out: Path, aside: Path) -> None:
    """Put the new folder in the place of the old one, which comes back if that cannot be done."""
    old = aside / "old"
    if out.is_dir():
        out.replace(old)
    try:
        folder.replace(out)
    except OSError:
        _bring_back(old, out)
        raise


def _bring_back(old: Path, out: Path) -> None:
    """Put the earlier audit back where nothing has taken its place."""
    if old.is_dir() and not out.exists():
        shutil.move(old, out)
