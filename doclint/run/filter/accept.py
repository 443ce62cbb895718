"""Findings that a team accepted, in files beside the configuration: the next delivery of pages cannot overwrite them.

`doclint.accept.toml` holds for all languages, `doclint.accept.ru-RU.toml` for one. All that an entry says must hold.
One with a fingerprint is about one place in the English, and with `found` only as long as that stands there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from doclint.config import At, Glob, When, meanings
from doclint.config.keys import ONE_OR_MORE, PLACES
from doclint.config.kinds import Key, Many, Schema, Table, Text, Words, not_a
from doclint.config.place import line_of, shown
from doclint.config.read import text_of
from doclint.engine import Finding, Rule
from doclint.run.filter.overrides import Condition
from doclint.text.errors import ConfigError
from doclint.text.files.inside import LINK_OUT, leads_out
from doclint.text.locale import normalize, not_a_tag
from doclint.text.words import one_line

STEM, ENDING = "doclint.accept", ".toml"


class Day:
    """A date as TOML writes it, without quotes."""

    def read(self, value: object, at: At) -> date:
        if type(value) is not date:
            raise not_a(value, "a date such as 2030-12-31, without quotes", at)
        return value

    def schema(self) -> Schema:
        return {"type": "string", "format": "date"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One `[[accept]]`."""

    reason: str
    fingerprint: str = ""
    expected: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    rule: tuple[str, ...] = ()
    locale: tuple[str, ...] = ()
    path: tuple[Glob, ...] = ()
    meta: dict[str, tuple[str, ...]] = field(default_factory=dict)
    by: str = ""
    until: date | None = None
    ticket: str = ""
    file: Path = Path()
    line: int = 1

    def is_past(self, today: date) -> bool:
        """Whether its day is over, so that it accepts nothing any more."""
        return self.until is not None and self.until < today

    @property
    def about(self) -> str:
        """What the entry is about, for a message."""
        words = [*self.expected, *self.found]
        return self.fingerprint or (f'"{words[0]}"' if words else "everything that it names")


def _entry(read: dict[str, Any], at: At) -> Entry:
    if not {"fingerprint", "expected", "found", "rule"} & set(read):
        raise at.wrong('needs one of the keys "fingerprint", "expected", "found", "rule"')
    return Entry(**read, file=at.file, line=line_of(at.text, at.keys) or 1)


ENTRY = Table(
    {
        "fingerprint": Key(Text(), "The finding's fingerprint, as `--format jsonl` says it."),
        "expected": Key(ONE_OR_MORE, "The protected word."),
        "found": Key(ONE_OR_MORE, "What stands in its place."),
        "rule": Key(Many(Text(meanings.rules), or_one=True), "Of these rules."),
        "path": Key(PLACES, "On pages that one of these patterns names."),
        "meta": Key(Words(ONE_OR_MORE), "Findings with one of these values in their `meta`."),
        "reason": Key(Text(), "Why it is accepted."),
        "by": Key(Text(), "Who accepted it."),
        "until": Key(Day(), "The last day on which it is valid."),
        "ticket": Key(Text(), "Where it is discussed."),
    },
    _entry,
    needs=("reason",),
)
FILE = Table({"accept": Key(Many(ENTRY), "Accepted findings.")}, lambda read, at: read.get("accept", ()))


def read(folder: str, rules: Sequence[Rule]) -> list[Entry]:
    """The entries of all files in a folder. Raises ConfigError that names file, line and key."""
    return [entry for file in files(folder) for entry in read_file(file, rules)]


def files(folder: str) -> list[Path]:
    """The files of accepted findings in a folder."""
    return sorted(Path(folder).glob(f"{STEM}*{ENDING}"))


def require_inside(file: Path) -> None:
    """Raise ConfigError where a file is a link that leads out of the repository."""
    if leads_out(str(file)):
        raise ConfigError(f"{shown(file)} {LINK_OUT}")


def read_file(file: Path, rules: Sequence[Rule]) -> Iterator[Entry]:
    """The entries of one file; its name may say their language. Raises ConfigError."""
    require_inside(file)
    yield from parse(file, text_of(file), rules)


def parse(file: Path, text: str, rules: Sequence[Rule]) -> Iterator[Entry]:
    """The entries in the text of a file. Raises ConfigError."""
    import tomllib

    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise ConfigError(" ".join(f"{shown(file)}: is not valid TOML: {error}".split())) from None
    named = file.name.removeprefix(STEM).removesuffix(ENDING).removeprefix(".")
    tag = normalize(named) if named else None
    if named and not tag:
        raise ConfigError(f'{shown(file)}: "{named}" in its name {not_a_tag(named)}')
    for entry in FILE.read(table, At(file, text, rules)):
        object.__setattr__(entry, "locale", (tag,) if tag else ())
        yield entry


class Acceptance:
    """The entries of a run, and which of them were of use."""

    def __init__(self, entries: Iterable[Entry], *, today: date) -> None:
        self.entries = list(entries)
        self.used: set[int] = set()
        self.standing: dict[str, set[tuple[str, str]]] = {}
        """By ticket: page and expected word of the faults met that its entries are about, accepted or no longer."""
        self._conditions = [Condition(When(one.locale, one.path, meta=one.meta), ".") for one in self.entries]
        self._by_fingerprint: dict[str, list[int]] = {}
        self._others: dict[str | None, list[int]] = {}
        self._past = {number for number, one in enumerate(self.entries) if one.is_past(today)}
        for number, one in enumerate(self.entries):
            if one.fingerprint:
                self._by_fingerprint.setdefault(one.fingerprint, []).append(number)
            else:
                for word in one.expected or (None,):
                    self._others.setdefault(word, []).append(number)

    @property
    def past(self) -> list[Entry]:
        """Entries past their day."""
        return [self.entries[number] for number in sorted(self._past)]

    def accepts(self, finding: Finding) -> bool:
        """Whether an entry takes the finding out; all that do are of use."""
        near = self._by_fingerprint.get(finding.fingerprint, [])
        if self._others:
            near = [*near, *self._others.get(one_line(finding.expected or ""), ()), *self._others.get(None, ())]
        about = [number for number in near if self._is_about(number, finding)]
        for ticket in {self.entries[number].ticket for number in about} - {""}:
            self.standing.setdefault(ticket, set()).add((finding.path, finding.expected or ""))
        held = [number for number in about if number not in self._past and self._is_word(number, finding)]
        self.used.update(held)
        return bool(held)

    def _is_about(self, number: int, finding: Finding) -> bool:
        """Whether an entry is about a fault; one with a fingerprint is, whatever wrong word stands there now."""
        entry = self.entries[number]
        if entry.expected and one_line(finding.expected or "") not in entry.expected:
            return False
        if not entry.fingerprint and not self._is_word(number, finding):
            return False
        return (not entry.rule or finding.code in entry.rule) and self._conditions[number].holds(finding)

    def _is_word(self, number: int, finding: Finding) -> bool:
        found = self.entries[number].found
        return not found or one_line(finding.found) in found

    def outdated(self, finding: Finding) -> tuple[Entry, ...]:
        """When all findings were met: entries on the finding's place that hold no longer, for no finding."""
        near = [number for number in self._by_fingerprint.get(finding.fingerprint, ()) if number not in self.used]
        return tuple(self.entries[number] for number in near if self._is_about(number, finding))

    def idle(self) -> list[Entry]:
        """Entries that no finding of the run met; those that are past their day are not among them."""
        return [one for number, one in enumerate(self.entries) if number not in self.used | self._past]
