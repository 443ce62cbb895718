"""Whether a place in one version of an English page is there in another: asked in its section, and in its row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from doclint.page import Table
from doclint.page.markdown import parse
from doclint.page.placed import Placed
from doclint.page.sections import sections
from doclint.pair.alignment.features import slug
from doclint.pair.alignment.rows import name
from doclint.text import Lines, Span
from doclint.text.words import stands_in


class Version(NamedTuple):
    """The English that a page was checked against; not parsed, since most is never asked for a place."""

    path: str
    text: str
    file_text: str
    """Of the file that it was read from, where lines are counted."""
    view: Placed | None = None
    """Of a side-by-side page: where each stretch of the text lies in the file."""


class _Part(NamedTuple):
    """A section, or a row in it."""

    section: str
    """The anchor of its heading; empty before the first."""
    row: str | None
    """What the row is called; None of the section itself."""
    span: Span


def is_there(word: str, line: int, version: Version, other: Version) -> bool:
    """Whether a word in a line of a version stands in the same section and row of the other version.

    Of a section that is no longer there those are asked that came instead. True also where it cannot be told, since the
    word is written otherwise than it reads.
    """
    own, others = _parts(version), _parts(other)
    here = _at(line, version, own)
    if not stands_in(word, here.span.of(version.text)):
        return True
    known, left = {part.section for part in own}, {part.section for part in others}
    wanted = {here.section} if here.section in left else left - known
    same = (part for part in others if part.section in wanted and part.row == here.row)
    return any(stands_in(word, part.span.of(other.text)) for part in same)


@lru_cache(4)
def _parts(version: Version) -> tuple[_Part, ...]:
    return tuple(_found(version))


def _found(version: Version) -> Iterator[_Part]:
    parted = sections(parse(version.text, version.path, view=version.view))
    starts = [0, *(section.heading.span.start for section in parted if section.heading), len(version.text)]
    for number, section in enumerate(parted):
        anchor = slug(section.heading) if section.heading else ""
        yield _Part(anchor, None, Span(*starts[number : number + 2]))
        for table in (block for block in section.blocks if isinstance(block, Table)):
            yield from (_Part(anchor, name(row).casefold(), row.span) for row in (table.header, *table.rows))


def _at(line: int, version: Version, parts: Sequence[_Part]) -> _Part:
    """The row in a line, else the section that the line is in."""
    lines = Lines(version.file_text)
    places = [version.view.place(*part.span).start if version.view else part.span.start for part in parts]
    begins = {part: lines.position(place).line for part, place in zip(parts, places, strict=True)}
    rows = [part for part in parts if part.row is not None and begins[part] == line]
    return (rows or [part for part in parts if part.row is None and begins[part] <= line] or parts)[-1]
