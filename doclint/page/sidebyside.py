"""Side-by-side pages: each translated run is followed by its English, both in spans of one exact form.

    <span data-ttu-id="X">target</span><span class="sxs-lookup"><span data-stu-id="X">English</span></span>

One file becomes two texts: the target view keeps what is translated, the source view the English,
and whatever stands outside the spans belongs to both. Each view knows where its stretches lie in
the file.
"""

from __future__ import annotations

from typing import NamedTuple

from doclint.page.placed import Placed, Run
from doclint.text import Span

OPEN = '<span data-ttu-id="'
MIDDLE = '</span><span class="sxs-lookup"><span data-stu-id="'
END = "</span>"
CLOSE = END + END


class Unit(NamedTuple):
    """One translated run and its English; spans count code points of the file."""

    id: str
    whole: Span
    target: Span
    source: Span


class SideBySide(NamedTuple):
    """The two sides of a file."""

    target: Placed
    """The translation as a text of its own, with the runs that lead back into the file."""
    source: Placed
    """The English likewise."""
    units: tuple[Unit, ...]


def split(text: str) -> SideBySide | None:
    """The two sides of a side-by-side page; None for any other page. Linear in the text."""
    if OPEN not in text or MIDDLE not in text:
        return None
    units = tuple(_units(text))
    if not units:
        return None
    views = (
        _view(text, [(unit.whole, unit.target) for unit in units]),
        _view(text, [(unit.whole, unit.source) for unit in units]),
    )
    return SideBySide(*views, units)


def _units(text: str) -> list[Unit]:
    units: list[Unit] = []
    pos = text.find(OPEN)
    middle = -1
    while pos >= 0:
        start = pos
        id_start = start + len(OPEN)
        id_end = text.find('">', id_start, id_start + 100)
        pos = text.find(OPEN, id_start)
        if id_end < 0:
            continue
        unit_id = text[id_start:id_end]
        if middle < id_end:
            middle = text.find(MIDDLE, id_end)
            if middle < 0:
                break
        if 0 <= pos < middle:
            # another run opens before this one has its English: not of the form
            continue
        source_start = middle + len(MIDDLE) + len(unit_id) + 2
        if text[middle + len(MIDDLE) : source_start] != unit_id + '">':
            continue
        # up to the next run: searched to the end each time, openings without a close would take quadratic time
        end = text.find(CLOSE, source_start, pos if pos >= 0 else len(text))
        if end < 0:
            continue
        for _ in range(_unclosed(text[source_start:end])):
            if text.startswith(CLOSE, end + len(END)):
                end += len(END)
        unit = Unit(
            unit_id, Span(start, end + len(CLOSE)), target=Span(id_end + 2, middle), source=Span(source_start, end)
        )
        if not _unclosed(unit.target.of(text)) and not _unclosed(unit.source.of(text)):
            units.append(unit)
    return units


def _unclosed(part: str) -> int:
    """How many spans begin in it without an end; other than zero, the run around it was broken or goes on."""
    return part.count("<span") - part.count(END)


def _view(text: str, replacements: list[tuple[Span, Span]]) -> Placed:
    """The text with each whole span replaced by a part of it."""
    parts: list[str] = []
    runs: list[Run] = []
    at = done = 0
    for whole, kept in (*replacements, (Span(len(text), len(text)), Span(len(text), len(text)))):
        for span in (Span(done, whole.start), kept):
            if span.end > span.start:
                parts.append(span.of(text))
                runs.append(Run(at, span.start, span.end))
                at += span.end - span.start
        done = whole.end
    return Placed("".join(parts), tuple(runs) or (Run(0, 0, 0),))
