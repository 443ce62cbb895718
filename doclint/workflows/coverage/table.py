"""The standings of all pages as a table: a row for each locale and each folder of the English."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from doclint.layouts import Target
from doclint.run.pagelocale import locale_of
from doclint.run.plan.plan import Plan
from doclint.workflows.coverage.standing import Standing, Standings, Stands

COLUMNS = "locale folder english translated in_step behind commits_behind unknown missing orphaned".split()
Row = Mapping[str, str | int | None]


def rows(plan: Plan) -> Iterator[Row]:
    """The table of a plan that has missing pages too: for each locale all its pages, then its folders, by name.

    `english` counts the English pages that the locale has or lacks, `commits_behind` sums up over its pages.
    """
    standings = Standings(plan)
    found = [(locale_of(plan.contexts[one.context], one) or "", one, standings.of(one)) for one in plan.targets]
    common = _common(one.source for _, one, stands in found if stands.standing is not Standing.ORPHANED)
    groups: dict[str, dict[str, list[Stands]]] = defaultdict(lambda: defaultdict(list))
    for tag, target, stands in found:
        groups[tag][_folder(target, common)].append(stands)
    for tag, folders in sorted(groups.items()):
        yield _row(tag, "", [one for folder in folders.values() for one in folder])
        if len(folders) > 1:
            yield from (_row(tag, folder, stands) for folder, stands in sorted(folders.items()))


def _common(paths: Iterable[str]) -> str:
    """The folder that all paths lie in, empty or ending with `/`."""
    folders = {path[: path.rfind("/") + 1] for path in paths}
    common = os.path.commonpath(folders) if all(folders) and folders else ""
    return f"{common}/" if common else ""


def _folder(target: Target, common: str) -> str:
    """The first folder below the common one; `.` for pages that lie in that itself."""
    below = target.source.removeprefix(common)
    return f"{below.partition('/')[0]}/" if "/" in below else "."


def _row(tag: str, folder: str, stands: list[Stands]) -> Row:
    count = Counter(one.standing for one in stands)
    translated = count[Standing.IN_STEP] + count[Standing.BEHIND] + count[Standing.UNKNOWN]
    return {
        "locale": tag,
        "folder": folder,
        "english": translated + count[Standing.MISSING],
        "translated": translated,
        "in_step": count[Standing.IN_STEP],
        "behind": count[Standing.BEHIND],
        "commits_behind": sum(one.commits for one in stands),
        "unknown": count[Standing.UNKNOWN],
        "missing": count[Standing.MISSING],
        "orphaned": count[Standing.ORPHANED],
    }
