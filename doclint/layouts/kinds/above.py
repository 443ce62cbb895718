"""Translations in a folder of their own, whose source lies above: `docs/README-ja.md` beside `README.md`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from doclint.layouts.foreign import is_foreign
from doclint.layouts.listing import Listing

ASKED = 20
"""Pages of one name that are read to see whether they are translations."""
MOST = 50
"""Names: a bound on the work that a strange tree makes."""


class Suffixed(NamedTuple):
    """A page's name read as one with a locale before the ending."""

    stem: str
    suffix: str
    tag: str
    ending: str

    @property
    def name(self) -> str:
        return self.stem.rpartition("/")[2]


def from_above(listing: Listing, within: str, several: Iterable[Suffixed]) -> dict[str, list[Suffixed]]:
    """By the stem of a source in a folder above, the pages with suffixes that have none beside them.

    They are meant where one name stands there in two languages, of which one is surely no English. Of two folders with
    translations of one page, the one with more of them is taken.
    """
    pages = listing.below(within)
    by_stem: dict[str, list[Suffixed]] = defaultdict(list)
    for one in several:
        by_stem[one.stem].append(one)
    meant = [
        (above, group)
        for stem, group in by_stem.items()
        if len({one.tag for one in group}) > 1 and (above := _above(stem, group[0].ending, pages)) is not None
    ]
    found: dict[str, list[Suffixed]] = {}
    for above, group in sorted(meant, key=lambda one: -len(one[1]))[:MOST]:
        read = (listing.read(within + one.stem + one.suffix + one.ending) for one in group[:ASKED])
        if above not in found and any(is_foreign(page or b"") for page in read):
            found[above] = group
    return found


def _above(stem: str, ending: str, pages: frozenset[str]) -> str | None:
    """The stem of the nearest page of that name in a folder above."""
    folder, _, name = stem.rpartition("/")
    while folder:
        folder = folder.rpartition("/")[0]
        higher = f"{folder}/{name}" if folder else name
        if higher + ending in pages:
            return higher
    return None
