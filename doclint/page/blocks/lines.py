"""The lines of a text that is not touched, as markdown-it's rules want them."""

from __future__ import annotations

import re
from itertools import accumulate, count
from operator import add
from typing import NamedTuple

from doclint.text.lazypattern import lazy

LINE = lazy(r"([ \t]*)([^\r\n]*)(?:\r\n|\r|\n|\Z)")


class Marks(NamedTuple):
    """What markdown-it knows of each line, and of one more behind the last."""

    begins: list[int]
    ends: list[int]
    """Without the line end."""
    shifts: list[int]
    """Characters of the indent."""
    columns: list[int]
    """Columns of the indent."""


def marks(text: str, start: int) -> Marks:
    """The marks of the lines from a place on."""
    if "\r" in text:
        places = [(*match.span(1), match.end(2)) for match in LINE.finditer(text, start)]
        begins = [begin for begin, _, _ in places]
        ends = [end for _, _, end in places]
        lines = [text[begin:end] for begin, _, end in places]
    else:
        lines = text[start:].split("\n")
        ends = list(map(add, accumulate(map(len, lines)), count(start)))
        begins = [start, *(end + 1 for end in ends[:-1])]
    if lines and ends[-1] == len(text) and not lines[-1].strip(" \t"):
        # a last line of spaces without a line end is none, as in markdown-it
        for each in (lines, begins, ends):
            each.pop()
    shifts = [len(line) - len(line.lstrip(" \t")) if line[:1] in (" ", "\t") else 0 for line in lines]
    columns = shifts.copy()
    if "\t" in text:
        for number, indent in enumerate(shifts):
            if indent:
                columns[number] = _columns(lines[number][:indent])
    for each, value in ((begins, len(text)), (ends, len(text)), (shifts, 0), (columns, 0)):
        each.append(value)
    return Marks(begins, ends, shifts, columns)


def for_rules(text: str) -> str:
    """The text with a line feed at each line's end, no NUL, and the same length."""
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    if "\r" not in text:
        return text
    return re.sub(r"\r(?!\n)", "\n", text).replace("\r\n", "\n\r")


def _columns(indent: str) -> int:
    columns = 0
    for char in indent:
        columns += 4 - columns % 4 if char == "\t" else 1
    return columns
