"""A place in a configuration file: which key, in which line, so that an error can name it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from doclint.text.errors import ConfigError
from doclint.text.lazypattern import lazy

if TYPE_CHECKING:
    from doclint.engine import Rule

Way = tuple[str | int, ...]
"""Keys from the outermost in; numbers count the entries of a list."""

PART = lazy(r"""\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([\w-]+))\s*(\.?)""", re.ASCII)
NAME = "doclint.toml"
OTHER = "pyproject.toml"
TABLE = ("tool", "doclint")
"""Where the configuration stands in a pyproject.toml."""
LONGEST = 60
"""Code points of a key or value that a message quotes."""


class At(NamedTuple):
    """One key of a configuration file, and all that is needed to read its value."""

    file: Path
    text: str
    rules: Sequence[Rule]
    layouts: Sequence[str] | None = None
    """The names of layouts; None: any is taken."""
    keys: Way = ()
    """The way to the key; numbers count the entries of a list."""

    def of(self, key: str | int) -> At:
        """A key in the table, or an entry in the list, that this place holds."""
        return self._replace(keys=(*self.keys, key))

    @property
    def folder(self) -> str:
        """Absolute: where relative paths begin."""
        return os.path.abspath(self.file.parent)

    @property
    def named(self) -> str:
        """File and line, for people; without the line where it is not found."""
        where = (*TABLE, *self.keys) if self.file.name == OTHER else self.keys
        line = line_of(self.text, where)
        return f"{shown(self.file)}:{line}" if line else shown(self.file)

    def wrong(self, what: str) -> ConfigError:
        """The error that says where and what."""
        key = "".join(f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in self.keys).lstrip(".")
        return ConfigError(" ".join(f"{self.named}: {quoted(key)} {what}".split()))

    def unknown(self, key: str, known: Iterable[str]) -> ConfigError:
        """The error for a key that is none here."""
        where = self.of(key).named
        return ConfigError(" ".join(f"{where}: unknown key {quoted(key)}{nearest(key, known)}".split()))


def is_configuration(path: str) -> bool:
    """Whether what a path leads to has the name of a configuration, so that nothing else is read in its place."""
    return os.path.basename(os.path.realpath(path)) in (NAME, OTHER)


def shown(file: Path) -> str:
    """A file as messages name it: from the working directory where it lies below it."""
    return " ".join(file.as_posix().removeprefix(Path.cwd().as_posix().rstrip("/") + "/").split())


def quoted(text: str) -> str:
    """The text in quotes, cut to a readable length."""
    return f'"{text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"}"'


def nearest(word: str, known: Iterable[str]) -> str:
    """What may have been meant, as the end of a sentence; all that is known where nothing is near."""
    from rapidfuzz.process import extractOne

    names = sorted(known)
    near = extractOne(word[:LONGEST], names, score_cutoff=60)
    return f', did you mean "{near[0]}"?' if near else f", it is one of {', '.join(names)}" if names else ""


def line_of(text: str, keys: Way) -> int | None:
    """The line, from 1, that holds a key, else the nearest table or list around it; None where none is found."""
    known = lines_of_keys(text)
    return next((known[keys[:end]] for end in range(len(keys), 0, -1) if keys[:end] in known), None)


@lru_cache(8)
def lines_of_keys(text: str) -> dict[Way, int]:
    """The lines in which keys and tables begin, told by the beginnings of lines: tomllib keeps no places."""
    table: Way = ()
    counts: dict[Way, int] = {}
    found: dict[Way, int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        head = line.strip()
        if head.startswith("["):
            table = _table(head, counts)
            found.setdefault(table, number)
            continue
        name, rest = _name(head)
        if name and rest.startswith("="):
            found.setdefault((*table, *name), number)
    return found


def _table(head: str, counts: dict[Way, int]) -> Way:
    """The way to the table that a header opens; entries of lists of tables are counted in `counts`."""
    is_list = head.startswith("[[")
    name, _ = _name(head[1 + is_list :])
    way: Way = ()
    for part in name:
        way = (*way, part)
        is_last = len([key for key in way if isinstance(key, str)]) == len(name)
        if is_list and is_last:
            counts[way] = counts.get(way, -1) + 1
        if way in counts:
            way = (*way, counts[way])
    return way


def _name(text: str) -> tuple[tuple[str, ...], str]:
    """The parts of a dotted key at the head of a text, and the text behind it."""
    parts, pos = [], 0
    while match := PART.match(text, pos):
        parts.append(next(part for part in match.groups()[:3] if part is not None))
        pos = match.end()
        if not match[4]:
            break
    return tuple(parts), text[pos:].lstrip()
