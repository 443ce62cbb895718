"""What stands around a part of a page in one version: was the page translated there already?

A block of code, or a heading of one name, reads alike in both languages when all is right. Only its neighbours tell
whether somebody had been there, or the page was still a copy of its English.
"""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from doclint.run.witnesses.parts import Part
from doclint.run.witnesses.trail import Reader
from doclint.text.words import one_line

LIKE = 75
"""Of 100: so much a text and one of the English have in common where it is that, if of another version."""

LONG = 20
"""Letters of a text that hardly anybody leaves in English; a shorter one may be a name."""


def is_translated(part: str, page: str, english: str, read: Reader) -> bool:
    """Whether what stands next to a part of a page was translated, wherever the page has that part.

    `page` and `english` are both pages as they were at one time.
    """
    found = read.parts(page)
    places = [at for at, one in enumerate(found) if one.text == one_line(part)]
    said = [one.text for one in read.parts(english) if one.kind != "code"]
    sides = [[_nearest(found[:at][::-1], said), _nearest(found[at + 1 :], said)] for at in places]
    return bool(sides) and all(True in near and False not in near for near in sides)


def _nearest(parts: Iterable[Part], english: list[str]) -> bool | None:
    """Whether the nearest part with words is translated; None where there is none."""
    for part in parts:
        if part.kind == "code" or not any(map(str.isalpha, part.text)):
            continue
        if part.text not in english and extractOne(part.text, english, scorer=ratio, score_cutoff=LIKE) is None:
            return True
        if sum(map(str.isalpha, part.text)) >= LONG:
            return False
    return None
