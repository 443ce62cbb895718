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
from doclint.text.lazypattern import lazy
from doclint.text.words import one_line

LIKE = 75
"""Of 100: so much a text and one of the English have in common where it is that, if of another version."""

LONG = 20
"""Letters of a text that hardly anybody leaves in English; a shorter one may be a name."""


MARKUP = lazy(r"""(?<=\])\([^()\s]*\)|<[^<>]*>?|[\w-]+=(?:"[^"]*"|\{[^{}]*\})""")


def is_translated(part: str, page: str, english: str, read: Reader) -> bool:
    """Whether what stands next to a part of a page was translated, wherever the page has that part.

    `page` and `english` are both pages as they were at one time. An entry of front matter has no neighbours: there it
    is enough that the page is no copy.
    """
    found = read.parts(page)
    places = [at for at, one in enumerate(found) if one.text == one_line(part)]
    if places and all(found[at].kind.endswith(":") for at in places):
        return True
    said = [words(one.text) for one in read.parts(english) if one.kind != "code"]
    sides = [[_nearest(found[:at][::-1], said), _nearest(found[at + 1 :], said)] for at in places]
    return bool(sides) and all(True in near and False not in near for near in sides)


def _nearest(parts: Iterable[Part], english: list[str]) -> bool | None:
    """Whether the nearest part with words is translated; None where there is none."""
    for part in parts:
        said = "" if part.kind == "code" else words(part.text)
        if not any(map(str.isalpha, said)):
            continue
        if said not in english and extractOne(said, english, scorer=ratio, score_cutoff=LIKE) is None:
            return True
        if sum(map(str.isalpha, said)) >= LONG:
            return False
    return None


def words(text: str) -> str:
    """A text without what reads alike in every language: addresses, tags with their attributes."""
    return MARKUP.sub("", text)
