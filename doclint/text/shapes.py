"""Words in running text that are spelt like names: those no language has, and those that need evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from doclint.text.lazypattern import lazy

RUN = re.compile(r"[\w@$#./-]+", re.ASCII)
"""What may be a name with its signs; cut further by `_read`, so that this stays one class of characters."""

ACCENTED = lazy(r"[A-Za-z0-9_]*[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u052f]\w*")
"""A word with a letter of another alphabet, or an accent: what is left of it without that is no name."""

PATH = re.compile(r"/[A-Za-z$@][\w.$@-]*(?:/[\w.$@-]+)*", re.ASCII)
FLAG = re.compile(r"--[a-z][\w-]+", re.ASCII)
KEBAB = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+", re.ASCII)
PART = lazy(r"[A-Za-z]\w*", re.ASCII)
SNAKE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+")
TITLE = lazy(r"[A-Z][a-z]+(?:_[A-Z][a-z]+)+")
"""Also places are spelt so: `America/New_York`."""
CAMEL = re.compile(r"[a-z][a-z0-9]*[A-Z]\w*", re.ASCII)
BRAND = re.compile(r"[a-z][A-Z]+[a-z0-9]*|[A-Za-z]+OS")
"""The shape that brand names share with property names: `iPhone`, `eDiscovery`, `macOS`."""
STYLE = "camelCase"
"""What this way to write is called, spelt in it; languages have a word for that."""
PASCAL = re.compile(r"[A-Z][A-Za-z0-9]*[a-z0-9][A-Z]\w*", re.ASCII)
WORD = lazy(r"[A-Z][a-z][A-Za-z0-9]*")
HEX = re.compile(r"0[xX][0-9A-Fa-f]+")
PARAMETER = re.compile(r"\$[A-Za-z_]\w+", re.ASCII)
ANNOTATION = re.compile(r"(?:[A-Za-z]\w*)?@[A-Za-z]\w*(?:\.[A-Za-z]\w*)+", re.ASCII)

SUSPECT = re.compile(
    r"[A-Z_.@/$xX-](?:(?<=[a-z0-9][A-Z])|(?<=\w[_.@/-])(?=\w)|(?<=[$/-])(?=[A-Za-z@])|(?<=@)(?=\w)|(?<=0[xX]))",
    re.ASCII,
)
"""What every word that is spelt like a name holds, and few others do; by the sign in it, which is quick to look for."""

LONGEST = 200
"""Code points; a longer run is no name."""


class Shape(NamedTuple):
    """A word that is spelt like a name."""

    word: str
    is_sure: bool
    """Whether no language and no brand is spelt like this."""


def shapes(text: str) -> Iterator[Shape]:
    """The words of a text that are spelt like names, from left to right."""
    for run in RUN.findall(text if text.isascii() else ACCENTED.sub(" ", text)):
        if len(run) <= LONGEST:
            yield from read(run)


@lru_cache(1000)
def names(text: str) -> tuple[str, ...]:
    """The words of a text that are surely names by their spelling alone; remembered, since pages repeat their texts."""
    if not SUSPECT.search(text):
        return ()
    return tuple(shape.word for shape in shapes(text) if shape.is_sure)


def names_in(text: str) -> list[str]:
    """The names in running text, each once."""
    return list(dict.fromkeys(names(text)))


@lru_cache(20_000)
def read(run: str) -> tuple[Shape, ...]:
    """The words in a run of letters, digits and signs; remembered, since pages repeat their words."""
    if run.isalpha() and (run.islower() or run.istitle()):
        return ()
    return tuple(_read(run.rstrip("./-@$#")))


def _read(run: str) -> Iterator[Shape]:
    if "/" in run:
        yield from _path(run)
    elif FLAG.fullmatch(run):
        yield Shape(run, False)
    elif ANNOTATION.fullmatch(run := run.lstrip("#.-")):
        yield Shape(run, run[0] == "@")
    elif "." in run:
        yield from _dotted(run)
    elif "-" in run:
        if KEBAB.fullmatch(run):
            yield Shape(run, False)
        else:
            for part in run.split("-"):
                yield from _word(part)
    else:
        yield from _word(run)


def _path(run: str) -> Iterator[Shape]:
    """`/me/events` is one name, unless it holds names; `and/or` and the path of a file are none."""
    if run.startswith(("//", ".", "#")):
        return
    inside = [shape for part in run.split("/") for shape in _read(part) if shape.is_sure]
    if not inside and PATH.fullmatch(run):
        yield Shape(run, False)
    yield from inside


def _dotted(run: str) -> Iterator[Shape]:
    """`contoso.fleet.timeWindow`, `User.ReadWrite.All`; `example.com` and `Major.Minor` need evidence; no `e.g`."""
    parts = run.split(".")
    if max(map(len, parts)) == 1:
        return
    if all(map(PART.fullmatch, parts)):
        is_scope = all(map(WORD.fullmatch, parts)) and any(map(PASCAL.fullmatch, parts))
        has_name = any(CAMEL.fullmatch(part) and not BRAND.fullmatch(part) for part in parts)
        yield Shape(run, is_scope or has_name)
    else:
        for part in parts:
            yield from _read(part)


def _word(word: str) -> Iterator[Shape]:
    if PARAMETER.fullmatch(word) or HEX.fullmatch(word):
        yield Shape(word, True)
        return
    bare = word.strip("_$#")
    if SNAKE.fullmatch(bare):
        yield Shape(bare, not TITLE.fullmatch(bare))
    elif CAMEL.fullmatch(bare := bare.lstrip("@")):
        yield Shape(bare, bare != STYLE and not BRAND.fullmatch(bare))
    elif PASCAL.fullmatch(bare):
        yield Shape(bare, False)
