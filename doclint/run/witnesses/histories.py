"""Which repositories have the versions of a page and of its English: what the history witness is made of."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from doclint.checks import Problem
from doclint.engine import Testimony
from doclint.layouts import Target
from doclint.pair import Pair
from doclint.run.context import Context
from doclint.run.witnesses.lines import CONTEXT, OWN, Lines
from doclint.sources import Loaded
from doclint.text.errors import ConfigError, SourceError
from doclint.text.files.inside import top_of
from doclint.text.files.state import state_of

if TYPE_CHECKING:
    from doclint.run.witnesses.case.case import Sides
    from doclint.run.witnesses.trail import Reader
    from doclint.sources.git.versions.lineage import Lineage

MISSING = {"at missing": 1}
"""Rests on what was not to be had and may come, which nothing ever answers so."""


class PageHistory:
    """The witness for one page; it opens nothing until it is asked."""

    def __init__(self, histories: Histories, target: Target, loaded: Loaded) -> None:
        self._histories = histories
        self._target = target
        self._loaded = loaded
        self._known: tuple[Sides, Reader] | None = None
        self._text = ""
        self._has_failed = False

    @property
    def answers(self) -> dict[str, int]:
        """The versions that the testimonies rest on."""
        if self._known is None:
            return MISSING if self._has_failed else {}
        return self._histories.answers(self._target, self._loaded, self._known[0], self._text)

    @property
    def is_asked(self) -> bool:
        """Whether repositories were opened for the page."""
        return self._known is not None or self._has_failed

    def testify(self, problem: Problem, pair: Pair) -> Testimony:
        """What the versions of both pages say of a problem; where git does not tell, it is unknown why."""
        from doclint.run.witnesses import history
        from doclint.run.witnesses.case.said import unknown

        try:
            self._known = self._known or self._histories.sides(self._target, self._loaded)
            self._text = pair.target.text
            return history.testify(problem, pair, *self._known)
        except (ConfigError, SourceError) as error:
            self._has_failed = True
            return unknown(str(error))


class Histories:
    """The repositories of a run, each opened when it is first asked for. Belongs to one process."""

    def __init__(self, contexts: Sequence[Context], *, since: str | None = None) -> None:
        """`since`: only this revision and the newest are looked at, and no log is read."""
        self._lines = Lines(contexts, since=since)
        self._last: tuple[tuple[Path, str, str], Lineage] | None = None
        self._reader: tuple[tuple[int, str], Reader] | None = None
        self._states: dict[tuple[int, str, str, str, frozenset[str]], int | None] = {}
        """By the context and the folders of a page and of its English, and the lines it asked: few beside the pages."""

    def of(self, target: Target, loaded: Loaded) -> PageHistory:
        """The witness for a page."""
        return PageHistory(self, target, loaded)

    def prepare(self, targets: Iterable[Target]) -> None:
        """Make the logs that some pages may ask for, before many processes ask for them at once."""
        for target in {(one.context, one.folder): one for one in targets}.values():
            for line in (self._lines.of_context, self._lines.of_translation):
                with suppress(ConfigError, SourceError):
                    line(target)

    def sides(self, target: Target, loaded: Loaded) -> tuple[Sides, Reader]:
        """The versions of both pages. Raises ConfigError, SourceError."""
        from doclint.run.witnesses.case.case import Sides
        from doclint.sources.git.versions.lineage import Lineage

        name, path = self._english(target, loaded)
        source = self._lines.named(target, name)
        own, place = self._lines.of_translation(target)
        if source is None:
            return Sides(None, None, False), self.reader(target)
        is_one = source.is_same(own)
        source = source if is_one else self._lines.dated(source)
        key = source.repository.objects.folder, source.revision, path
        if self._last is None or self._last[0] != key:
            self._last = key, Lineage(source.log, source.repository.objects, path)
        lineage = Lineage(own.log, own.repository.objects, place) if own else None
        return Sides(self._last[1], lineage, is_one), self.reader(target)

    def reader(self, target: Target) -> Reader:
        """What reads an English page and its translations in all versions, while they come one after the other."""
        from doclint.run.witnesses.trail import Reader

        page = target.context, target.source
        if self._reader is None or self._reader[0] != page:
            self._reader = page, Reader()
        return self._reader[1]

    def answers(self, target: Target, loaded: Loaded, sides: Sides, text: str) -> dict[str, int]:
        """What testimonies about a page with this text rest on, each with a number that stays while it is so.

        Raises ConfigError, SourceError.
        """
        if any(one and one.is_lacking for one in sides[:2]):
            return MISSING
        english, path = self._english(target, loaded)
        keys = {f"same {english}", f"at {english}\0{path}", f"at {OWN}\0{self._lines.of_translation(target)[1]}"}
        for name, lineage in ((english, sides.source), (OWN, sides.target)):
            keys |= {f"at {name}\0{path}" for path in (lineage.paths if lineage else ())}
        if not (sides.target and sides.target.is_newest(text)):
            keys.add(f"now {english}")
        return {key: self._answer(target, key) for key in sorted(keys)}

    def _answer(self, target: Target, key: str) -> int:
        """What git says now: whether both pages lie on one line, when it ends, which versions a path has."""
        kind, _, rest = key.partition(" ")
        name, _, path = rest.partition("\0")
        line = self._lines.named(target, name)
        if line is None:
            return 0
        if kind == "same":
            return int(line.is_same(self._lines.of_translation(target)[0]))
        return line.log.time() if kind == "now" else line.state(path)

    def still_says(self, target: Target, answers: Mapping[str, int]) -> bool:
        """Whether git would answer for a page as it did."""
        try:
            return all(self._answer(target, key) == answer for key, answer in answers.items())
        except (ConfigError, SourceError):
            return False

    def state(self, target: Target, answers: Mapping[str, int]) -> int | None:
        """A number that stays as long as all lines that a page may ask do; None where an answer may come otherwise."""
        if "at missing" in answers:
            return None
        asked = frozenset(key.partition(" ")[2].partition("\0")[0] for key in answers)
        folders = target.folder, posixpath.dirname(target.relative), posixpath.dirname(target.source)
        where = target.context, *folders, asked
        if where not in self._states:
            self._states[where] = self._state(target, sorted(asked))
        return self._states[where]

    def _state(self, target: Target, asked: Iterable[str]) -> int | None:
        try:
            lines = [self._lines.named(target, name) for name in (OWN, CONTEXT, *asked)]
            names = [line.name if line else "" for line in (*lines, self._lines.of_english(target)[0])]
        except (ConfigError, SourceError):
            return None
        return state_of("\n".join(names))

    def had_english(self, target: Target) -> bool:
        """Whether a page whose English is not there once had one, as far as git tells, and a build does not make it."""
        from doclint.sources.git.ignored import is_ignored

        try:
            line, path = self._lines.of_english(target)
            if line is None or not line.log.versions(path):
                return False
            return not is_ignored(line.repository, line.revision, path)
        except (ConfigError, SourceError):
            return False

    def _english(self, target: Target, loaded: Loaded) -> tuple[str, str]:
        """What names the line that the English lies on, and its path there."""
        if loaded.revision is not None:
            return CONTEXT, loaded.path
        file = Path(loaded.path).absolute()
        return str(top_of(file.parent) or file.parent), self._lines.at(file)[1]
