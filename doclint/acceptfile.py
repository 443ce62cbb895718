"""Writing accepted findings down: what stands in a file stays as it is, comments and order; new entries go between."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from doclint.accept import ENDING, STEM, require_inside
from doclint.config.place import shown
from doclint.config.read import text_of
from doclint.errors import ConfigError
from doclint.finding import Finding
from doclint.wholefile import write_whole

TABLE = re.compile(r"^[ \t]*\[\[[ \t]*accept[ \t]*\]\].*$", re.MULTILINE)
FINGERPRINT = re.compile(r"""^[ \t]*fingerprint[ \t]*=[ \t]*["']([^"'\n]*)["']""", re.MULTILINE)
HEAD = "# Findings that are no faults here; `doclint accept` adds to them, sorted by fingerprint.\n"


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


def add(file: Path, entries: Iterable[tuple[str, str]]) -> int:
    """Put entries, each with its fingerprint, where they belong; how many were not there yet. Raises ConfigError."""
    require_inside(file)
    text = text_of(file) if file.exists() else HEAD
    text = text if not text or text.endswith("\n") else f"{text}\n"
    count = 0
    for fingerprint, written in sorted(entries):
        known = list(_known(text))
        if any(name == fingerprint for name, _ in known):
            continue
        at = next((start for name, start in known if name > fingerprint), len(text))
        before = text[:at].rstrip("\n")
        text = f"{before}\n\n{written}" + (f"\n{text[at:]}" if at < len(text) else "")
        count += 1
    if count:
        try:
            write_whole(file, text.lstrip("\n").encode("utf-8"))
        except OSError as error:
            raise ConfigError(f"{shown(file)}: cannot be written: {error.strerror}") from None
    return count


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
    # a JSON string is a TOML string, but for DEL, which TOML wants escaped
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
