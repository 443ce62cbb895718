"""The standings of all pages as a table: a row for each locale and each folder of the English."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from doclint.layouts import Target
from doclint.run.pagelocale import locale_of
from doclint.run.plan.plan import Plan
from doclint.workflows.coverage.standing import Standing, Standings

COLUMNS = "locale folder english translated in_step behind commits_behind unknown missing orphaned".split()
Row = Mapping[str, str | int | None]


class Cell(NamedTuple):
    """Pages of one locale whose source lies in one folder, and that stand alike to their English."""

    locale: str
    folder: str
    """Empty, or ending with `/`."""
    standing: str
    pages: int
    commits: int


def rows(plan: Plan) -> Iterator[Row]:
    """The table of a plan that has missing pages too: for each locale all its pages, then its folders, by name.

    `english` counts the English pages that the locale has or lacks, `commits_behind` sums up over its pages.
    """
    return rows_of(cells(plan, plan.targets))


def cells(plan: Plan, targets: Iterable[Target]) -> list[Cell]:
    """The standings of some pages of a plan, counted so that those of several parts of it add up."""
    standings = Standings(plan)
    pages: Counter[tuple[str, str, str]] = Counter()
    commits: Counter[tuple[str, str, str]] = Counter()
    for one in targets:
        stands = standings.of(one)
        tag = locale_of(plan.contexts[one.context], one) or ""
        key = tag, one.source[: one.source.rfind("/") + 1], str(stands.standing)
        pages[key] += 1
        commits[key] += stands.commits
    return [Cell(*key, number, commits[key]) for key, number in pages.items()]


def rows_of(cells: Iterable[Cell]) -> Iterator[Row]:
    """The table of what was counted."""
    found = list(cells)
    common = _common(one.folder for one in found if one.standing != Standing.ORPHANED)
    groups: dict[str, dict[str, list[Cell]]] = defaultdict(lambda: defaultdict(list))
    for one in found:
        groups[one.locale][_folder(one.folder, common)].append(one)
    for tag, folders in sorted(groups.items()):
        yield _row(tag, "", [one for folder in folders.values() for one in folder])
        if len(folders) > 1:
            yield from (_row(tag, folder, stands) for folder, stands in sorted(folders.items()))


def _common(folders: Iterable[str]) -> str:
    """The folder that all lie in, empty or ending with `/`."""
    known = set(folders)
    common = os.path.commonpath(known) if all(known) and known else ""
    return f"{common}/" if common else ""


def _folder(folder: str, common: str) -> str:
    """The first folder below the common one; `.` for pages that lie in that itself."""
    below = folder.removeprefix(common)
    return f"{below.partition('/')[0]}/" if "/" in below else "."


def _row(tag: str, folder: str, cells: list[Cell]) -> Row:
    count: Counter[str] = Counter()
    for one in cells:
        count[one.standing] += one.pages
    translated = count[Standing.IN_STEP] + count[Standing.BEHIND] + count[Standing.UNKNOWN]
    return {
        "locale": tag,
        "folder": folder,
        "english": translated + count[Standing.MISSING],
        "translated": translated,
        "in_step": count[Standing.IN_STEP],
        "behind": count[Standing.BEHIND],
        "commits_behind": sum(one.commits for one in cells),
        "unknown": count[Standing.UNKNOWN],
        "missing": count[Standing.MISSING],
        "orphaned": count[Standing.ORPHANED],
    }
