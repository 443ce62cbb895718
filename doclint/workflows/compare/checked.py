"""One side of a comparison: findings that were written to a file, or those of a folder or a revision, checked now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from doclint.reports.console import progress
from doclint.run import Asked, How, Summary
from doclint.run.load import Loader
from doclint.run.plan.plan import Plan, make
from doclint.run.plan.start import start
from doclint.text.errors import ConfigError
from doclint.workflows.compare.englishplace import Version
from doclint.workflows.compare.side import Record, Side, record


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
    return Side([one for one in records if not one.is_behind])


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


class Checked:
    """A side that is checked now: a folder, `REPO@REV` or REV."""

    def __init__(self, argument: str, asked: Asked, how: How, *, beside: Side | None = None) -> None:
        """Check it. Pages are called by their place in the folder; `beside` findings of a file, as these call them.

        Raises ConfigError.
        """
        # entries of accept files that meet nothing are no finding of one side: a revision is never known to be whole
        self.plan = replace(make(asked._replace(paths=(place(argument),))), is_whole=False)
        targets = {target.path: target for target in self.plan.targets}
        self._names = {path: target.relative for path, target in targets.items()}
        known = {one.page for one in beside.records} if beside else set()
        if known and len(known & self._names.keys()) >= len(known & {*self._names.values()}):
            self._names = {path: path for path in targets}
        self.notes = list(self.plan.notes)
        self.how = how._replace(say=self.notes.append)
        self.summary = Summary.of(self.plan.unread)
        english = _English(self.plan, {name: path for path, name in self._names.items()})
        self.side = replace(self._found(self.plan), english=english)

    def with_pages_anew(self, paths: Iterable[str]) -> Side:
        """The side with these pages as they are now."""
        wanted = set(paths)
        targets = [one for one in self.plan.targets if one.path in wanted]
        again = self._found(replace(self.plan, targets=targets, expected=[]))
        old, pages = self.side, again.pages or frozenset()
        standing: dict[str, set[tuple[str, str]]] = {}
        for side in (old, again):
            for ticket, faults in (side.standing or {}).items():
                is_now = {it for it in faults if side is again or it[0] not in pages}
                standing.setdefault(ticket, set()).update(is_now)
        return replace(
            old,
            records=[one for side in (old, again) for one in side.records if (one.page in pages) == (side is again)],
            standing={ticket: frozenset(faults) for ticket, faults in standing.items() if faults},
            unsure=(old.unsure - pages) | again.unsure,
        )

    def _found(self, plan: Plan) -> Side:
        """The findings of a run over these pages."""
        names = self._names
        run = start(plan, self.how)
        records: list[Record] = []
        unsure: set[str] = set()
        with progress(len(run.targets)) as bar:
            for result in run:
                self.summary.add(result)
                page = names.get(result.path, result.path)
                records += _records(result.findings.lines, page)
                if result.unfinished or result.broken or result.trouble:
                    unsure.add(page)
                bar.advance()
        acceptance = run.filters.acceptance
        standing = {
            ticket: frozenset((names.get(path, path), word) for path, word in faults)
            for ticket, faults in (acceptance.standing if acceptance else {}).items()
        }
        pages = frozenset(names[one.path] for one in run.targets)
        return Side(records, pages, standing=standing, unsure=frozenset(unsure))


def _records(lines: bytes, page: str) -> Iterator[Record]:
    records = (record(line, page=page) for line in lines.splitlines())
    return (one for one in records if not one.is_behind)


class _English:
    """Reads the English of a page once more, for the few pages where it matters."""

    def __init__(self, plan: Plan, paths: dict[str, str]) -> None:
        self._targets = {target.path: target for target in plan.targets}
        self._paths = paths
        self._loader = Loader(plan.contexts)

    def __call__(self, page: str) -> Version | None:
        target = self._targets.get(self._paths.get(page, ""))
        if target is None or target.is_missing:
            return None
        subject = self._loader.load(target)
        source = subject.pair.source
        if source is None:
            return None
        return Version(source.path, source.text, subject.file_text if source.view else source.text, source.view)
