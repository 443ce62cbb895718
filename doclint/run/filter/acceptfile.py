"""Writing accepted findings down: what stands in a file stays as it is, comments and order; new entries go between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from doclint.config.place import shown
from doclint.config.read import text_of
from doclint.engine import Finding, Rule
from doclint.run.filter.accept import ENDING, STEM, Entry, parse, require_inside
from doclint.text.errors import ConfigError
from doclint.text.files.kept import ended, write_text
from doclint.text.jsonescape import json_line

TABLE = re.compile(r"^[ \t]*\[\[[ \t]*accept[ \t]*\]\].*$", re.MULTILINE)
FINGERPRINT = re.compile(r"""^[ \t]*fingerprint[ \t]*=[ \t]*["']([^"'\n]*)["']""", re.MULTILINE)
HEAD = "# Accepted findings; `doclint accept` adds to them, sorted by fingerprint.\n"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why findings are accepted, by whom, for how long."""

    reason: str
    by: str = ""
    until: date | None = None
    ticket: str = ""


def file_of(folder: Path, finding: Finding) -> Path:
    """The file of a finding's language; the one of all where that is not known."""
    return folder / (f"{STEM}.{finding.locale}{ENDING}" if finding.locale else f"{STEM}{ENDING}")


def entry(finding: Finding, verdict: Verdict) -> str:
    """The entry of a finding: it holds as long as the same stands in the same place."""
    said = {
        "fingerprint": finding.fingerprint,
        "expected": " ".join((finding.expected or "").split()),
        "found": " ".join(finding.found.split()),
        "reason": verdict.reason,
        "by": verdict.by,
        "until": verdict.until,
        "ticket": verdict.ticket,
    }
    lines = [f"{key} = {toml(value)}" for key, value in said.items() if value]
    return "\n".join(["[[accept]]", *lines]) + "\n"


class New(NamedTuple):
    """An entry to be written."""

    fingerprint: str
    text: str
    instead_of: tuple[Entry, ...] = ()
    """Entries of the same place that hold no longer."""


def add(file: Path, entries: Iterable[New], rules: Iterable[Rule]) -> int:
    """Put entries where they belong, those that hold no longer taken out; how many. Raises ConfigError."""
    require_inside(file)
    text = ended(text_of(file) if file.exists() else HEAD)
    news = [new for _, new in sorted({new[:2]: new for new in entries}.items())]
    places: dict[int, str] = {}
    for new in news:
        lines = [one.line for one in new.instead_of if one.file == file and one.line not in places]
        places |= dict.fromkeys(lines, "") | dict.fromkeys(lines[:1], new.text)
    for line, written in sorted(places.items(), reverse=True):
        text = _replaced(text, line, written, file)
    for new in (new for new in news if new.text not in places.values()):
        at = next((start for name, start in _known(text) if name > new.fingerprint), len(text))
        before = text[:at].rstrip("\n")
        text = f"{before}\n\n{new.text}" + (f"\n{text[at:]}" if at < len(text) else "")
    text = text.lstrip("\n")
    try:
        list(parse(file, text, list(rules)))
    except ConfigError:
        raise _stubborn(file) from None
    write_text(file, text, named=shown(file))
    return len(news)


def _replaced(text: str, line: int, written: str, file: Path) -> str:
    """The text with another entry for the one that begins in a line; comments around it stay. Raises ConfigError."""
    start = sum(len(row) + 1 for row in text.split("\n")[: line - 1])
    head = TABLE.match(text, start)
    if head is None:
        raise _stubborn(file)
    following = TABLE.search(text, head.end())
    end = following.start() if following else len(text)
    rows = text[start:end].split("\n")
    while not rows[-1].strip() or rows[-1].lstrip().startswith("#"):
        end -= len(rows.pop()) + 1
    rest = text[end + 1 :]
    return f"{text[:start]}{written}{rest if written else rest.lstrip(chr(10))}"


def _stubborn(file: Path) -> ConfigError:
    return ConfigError(f"{shown(file)}: no entry can be added: write each of its entries as an [[accept]] table")


def _known(text: str) -> Iterator[tuple[str, int]]:
    """The fingerprints of the entries that have one, with where each begins: with the comment lines above it."""
    starts = [match.start() for match in TABLE.finditer(text)]
    for start, end in pairwise([*starts, len(text)]):
        if match := FINGERPRINT.search(text, start, end):
            yield match[1], _with_comment(text, start)


def _with_comment(text: str, start: int) -> int:
    while start:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above:start].lstrip().startswith("#") or above == 0:
            return start
        start = above
    return start


def toml(value: str | date) -> str:
    """The value as TOML writes it."""
    if isinstance(value, date):
        return value.isoformat()
    return json_line(value)
