"""Findings known before today, in files that people read and git merges: one finding a line, by page, sorted.

    commit 5f0c...            what renamed pages are found by
    rule DL101                rules that the baseline has seen
    page ru-RU docs/hub.md    paths from the folder of the file, or from the one around `.doclint`
     9f3a21cc 4be1 DL101 inTransit

A line says the place in the English (half of the fingerprint, the other is the page), a digest of what was found, the
rule, and, for readers only, the expected word. A format of its own: TOML takes seconds to read for 60,000 entries, and
in JSON two branches that add entries at the end conflict.
"""

from __future__ import annotations

import glob
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from doclint.config.place import shown
from doclint.engine import Finding
from doclint.text.errors import ConfigError
from doclint.text.files.inside import LINK_OUT, leads_out
from doclint.text.files.kept import write_text

HEAD = "# doclint baseline 1: known findings (`doclint baseline --help`); renew it with `doclint baseline update`"
LOCALE = "{locale}"
UNKNOWN = "und"
"""BCP 47 for a language that is not known."""
LONGEST_WORD = 60
LINE = re.compile(r" [0-9a-f]{8} [0-9a-f]{4} DL\d{3}( .*)?")
LARGEST = 100_000_000
"""Bytes of a file."""

Entries = dict[str, str]
"""Of one page: what a line says after the place, by the place."""


@dataclass(slots=True)
class Baseline:
    """One file."""

    commit: str = ""
    """Of the targets' repository when it was written; empty where there is none."""
    rules: frozenset[str] = frozenset()
    """Ids of those that ran when it was written."""
    pages: dict[str, Entries] = field(default_factory=dict)
    locales: dict[str, str] = field(default_factory=dict)
    """Of each page."""

    def __len__(self) -> int:
        return sum(map(len, self.pages.values()))


def entry_of(finding: Finding) -> str:
    """What a line says of a finding, after the place."""
    word = " ".join((finding.expected or finding.message).split())
    word = word if len(word) <= LONGEST_WORD else word[: LONGEST_WORD - 1] + "…"
    return f"{_digest(finding.found)} {finding.code} {word}".rstrip()


def rule_of(entry: str) -> str:
    """The id of the rule that an entry names."""
    return entry[5:10]


def is_same_word(entry: str, finding: Finding) -> bool:
    """Whether what stands there is what stood there."""
    return entry[:4] == _digest(finding.found)


def _digest(found: str) -> str:
    return hashlib.sha256(" ".join(found.split()).encode("utf-8", "surrogatepass")).hexdigest()[:4]


def read(file: Path) -> Baseline:
    """The baseline in a file. Raises ConfigError that names the line, and never says what stands there."""
    _require_inside(file)
    try:
        if file.stat().st_size > LARGEST:
            raise ConfigError(f"{shown(file)}: is larger than {LARGEST} bytes")
        text = file.read_bytes().decode("utf-8-sig", "surrogateescape")
    except OSError as error:
        raise ConfigError(f"{shown(file)}: cannot be read: {error.strerror}") from None
    made = Baseline()
    rules = set()
    entries: Entries = {}
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.removesuffix("\r")
        if line[:1] == " " and made.pages and LINE.fullmatch(line):
            entries[line[1:9]] = line[10:]
        elif line.startswith("page ") and line.count(" ") > 1:
            _, locale, page = line.split(" ", 2)
            entries = made.pages.setdefault(page, {})
            made.locales[page] = locale
        elif line.startswith("rule "):
            rules.add(line[5:])
        elif line.startswith("commit "):
            made.commit = line[7:]
        elif line and not line.startswith("#"):
            raise ConfigError(f"{shown(file)}:{number}: is not a line of a baseline")
    if not rules:
        raise ConfigError(f"{shown(file)}: is not a complete baseline: it names no rules")
    made.rules = frozenset(rules)
    return made


def write(file: Path, baseline: Baseline) -> None:
    """Write a baseline whole or not at all. Raises ConfigError."""
    _require_inside(file)
    write_text(file, "".join(_lines(baseline)), named=shown(file))


def _require_inside(file: Path) -> None:
    if leads_out(str(file)):
        raise ConfigError(f"{shown(file)} {LINK_OUT}: name the real file with --baseline")


def _lines(baseline: Baseline) -> Iterator[str]:
    yield f"{HEAD}\n"
    if baseline.commit:
        yield f"commit {baseline.commit}\n"
    yield from (f"rule {rule}\n" for rule in sorted(baseline.rules))
    for page, entries in sorted(baseline.pages.items()):
        if entries and "\n" not in page:
            yield f"page {baseline.locales.get(page, UNKNOWN)} {page}\n"
            yield from (f" {place} {entry}\n" for place, entry in sorted(entries.items()))


def file_for(pattern: str, locale: str | None) -> Path:
    """The file of a locale: `{locale}` in the pattern is its tag; without it all locales share one."""
    return Path(pattern.replace(LOCALE, locale or UNKNOWN))


def read_all(pattern: str) -> Mapping[Path, Baseline]:
    """The files that a pattern names, by their paths. Raises ConfigError where there is none."""
    names = [pattern]
    if LOCALE in pattern:
        parts = map(glob.escape, pattern.split(LOCALE))
        names = sorted(glob.glob("*".join(parts)))  # noqa: PTH207 (of an absolute pattern)
    found = {Path(name): read(Path(name)) for name in names if Path(name).is_file()}
    if not found:
        raise ConfigError(f'no baseline "{shown(Path(pattern))}": `doclint baseline write` makes it')
    return found
