"""One side of a comparison: findings that were written to a file, or those of a folder or a revision, checked now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from doclint.errors import ConfigError
from doclint.handback import Record, Side, record
from doclint.load import Loader
from doclint.plan.asked import Asked
from doclint.plan.plan import Plan, make
from doclint.plan.start import start
from doclint.summary import Summary


@dataclass(frozen=True, slots=True)
class Way:
    """How a run is done."""

    jobs: int | None
    seconds: float
    cached: bool


def written(file: str) -> Side:
    """The findings of a file of JSON Lines. Raises ConfigError with the line that is none."""
    records = []
    try:
        with Path(file).open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    records.append(_record(line, f"{file}:{number}"))
    except OSError as error:
        raise ConfigError(f"{file} cannot be read: {error.strerror}") from None
    return Side(records)


def _record(line: bytes, where: str) -> Record:
    try:
        return record(line)
    except ConfigError as error:
        raise ConfigError(f"{where}: {error}") from None


def place(argument: str) -> str:
    """A folder or REPO@REV as it stands; a bare REV is one of the repository that we are in."""
    folder = argument.rpartition("@")[0]
    is_one = Path(argument).exists() or (folder and Path(folder).exists())
    return argument if is_one else f".@{argument}"


def checked(argument: str, asked: Asked, way: Way, *, beside: Side | None) -> tuple[Side, Summary, list[str]]:
    """The findings of a folder, `REPO@REV` or REV, what the run counted, and its notes.

    Pages are called by their place in the folder; `beside` findings of a file, as these call them. Raises ConfigError.
    """
    plan = make(replace(asked, paths=(place(argument),)))
    run, trouble = start(plan, jobs=way.jobs, seconds=way.seconds, cached=way.cached)
    targets = {target.path: target for target in run.targets}
    names = {path: target.relative for path, target in targets.items()}
    known = {one.page for one in beside.records} if beside else set()
    if known and len(known & names.keys()) >= len(known & {*names.values()}):
        names = {path: path for path in targets}
    summary = Summary()
    records: list[Record] = []
    for result in run:
        summary.add(result)
        records += _records(result.findings.lines, names.get(result.path, result.path))
    side = Side(records, frozenset(names.values()), _English(plan, {names[path]: path for path in targets}))
    return side, summary, [*plan.notes, *([trouble] if trouble else [])]


def _records(lines: bytes, page: str) -> Iterator[Record]:
    return (record(line, page=page) for line in lines.splitlines())


class _English:
    """Reads the English of a page once more, for the few pages where it matters."""

    def __init__(self, plan: Plan, paths: dict[str, str]) -> None:
        self._targets = {target.path: target for target in plan.targets}
        self._paths = paths
        self._loader = Loader(plan.contexts)

    def __call__(self, page: str) -> str | None:
        target = self._targets.get(self._paths.get(page, ""))
        if target is None or target.is_missing:
            return None
        pair = self._loader.load(target).pair
        return pair.source.text if pair.source else None
