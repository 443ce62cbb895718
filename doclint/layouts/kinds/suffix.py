"""Translations beside their sources, told by the name: `X.ja.md` beside `X.md`, or `X.md` beside `X.en.md`.

A name may be nothing but a locale: `X/ja.md` beside `X/en.md`, where `/ja` is the suffix. Some lie in a folder of
their own: `docs/README-ja.md` for `README.md`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from doclint.layouts.claim import Claim, Given
from doclint.layouts.foreign import is_foreign
from doclint.layouts.kinds.above import Suffixed, from_above
from doclint.layouts.layout import Counterpart, Translation
from doclint.layouts.listing import Listing
from doclint.layouts.tree import Tree
from doclint.text import locale

NAME = "suffix"
ENDING = r"(?i:\.(?:md|markdown|mdx))"
NAMED = re.compile(rf"(?s:(.+?))({ENDING})")
SEPARATOR = re.compile("[._@-]")
LONGEST = 20
"""Code points of a suffix."""
ASKED = 20
"""Pages with one suffix that are read to see whether it is meant."""


@dataclass(frozen=True)
class SuffixLayout:
    """A layout that pairs files of one folder by their names."""

    name: str
    source_locale: str
    suffixes: tuple[tuple[str, str], ...]
    """What stands before the ending of a translation (`.pt_br`), and the tag it means, the most frequent first; none
    where translations have the plain names."""
    source_suffix: str = ""
    """What stands before the ending of a source; empty where sources have the plain names."""
    plain: str | None = None
    """The locale of translations with plain names."""
    within: str = ""
    """The folder that it holds for, empty or ending with `/`."""
    moved: tuple[tuple[str, str], ...] = ()
    """Paths without suffix and ending of translations, and of their sources, which lie in a folder above."""

    @property
    def is_split(self) -> bool:
        return False

    @cached_property
    def _locales(self) -> dict[str, str]:
        return dict(self.suffixes)

    @cached_property
    def _stems(self) -> dict[str, str]:
        return dict(self.moved)

    @cached_property
    def _name(self) -> re.Pattern[str]:
        """A path: stem, known suffix, ending."""
        known = sorted({*self._locales, self.source_suffix} - {""}, key=len, reverse=True)
        suffix = "|".join(map(re.escape, known)) or "(?!)"
        return re.compile(rf"({re.escape(self.within)}(?s:.+?))({suffix})?({ENDING})")

    def counterpart(self, path: str) -> Counterpart | None:
        match = self._name.fullmatch(path)
        suffix = match[2] or "" if match else self.source_suffix
        if match is None or suffix == self.source_suffix or (not suffix and self.suffixes):
            return None
        stem = self._stems.get(match[1], match[1])
        return Counterpart(stem + self.source_suffix + match[3], self._locales.get(suffix, self.plain))

    def translations(self, source_path: str) -> list[Translation]:
        match = self._name.fullmatch(source_path)
        if match is None or (match[2] or "") != self.source_suffix:
            return []
        if not self.suffixes:
            return [Translation(self.plain, match[1] + match[3])]
        stem = next((target for target, source in self.moved if source == match[1]), match[1])
        return [Translation(tag, stem + suffix + match[3]) for suffix, tag in self.suffixes]

    def pages(self, tree: Tree) -> Iterator[tuple[str, Counterpart]]:
        """A plain name without a suffixed source beside it is a page that nobody has translated."""
        paths = set(tree.paths())
        for path in paths:
            found = self.counterpart(path)
            if found and (self.suffixes or found.path in paths):
                yield path, found


class Way(NamedTuple):
    """One way in which files go together by their names."""

    source_suffix: str
    is_plain: bool
    """Whether translations have the plain names."""


BESIDE = Way("", False)
"""A translation has a suffix, and its source has none."""


def find(listing: Listing, given: Given) -> Claim | None:
    return find_within(listing, given, "", NAME)


def find_within(listing: Listing, given: Given, within: str, name: str) -> Claim | None:
    """The claim on one folder. Of several ways in which its files go together, the most frequent is taken."""
    seen: dict[Way, Counter[tuple[str, str]]] = {}
    pages = listing.below(within)
    readings = [found for page in sorted(pages) if (found := list(_readings(page)))]
    sources = sorted({one.suffix for found in readings for one in found if locale.is_source(one.tag, given.source)})
    pairing: list[tuple[Way, Suffixed]] = []
    loose: list[Suffixed] = []
    for found in readings:
        ways = ((way, one) for one in found if (way := _way(one, sources, pages)))
        if pair := next(ways, None):
            pairing.append(pair)
        else:
            loose += [one for one in found if not one.suffix.startswith("/")]
    above = from_above(listing, within, loose)
    far = [(BESIDE, one) for several in above.values() for one in several]
    for way, one in (*_meant(listing, within, pairing), *far):
        seen.setdefault(way, Counter())[one.suffix, one.tag] += 1
    if not seen:
        return None
    best = max(seen, key=lambda way: (seen[way].total(), way))
    often = sorted(seen[best], key=lambda one: (-seen[best][one], one))
    suffixes = () if best.is_plain else tuple(often)
    plain = None if suffixes else given.locale or locale.at_end(listing.name) or _of_folders(pages)
    moved = tuple((within + several[0].stem, within + stem) for stem, several in above.items() if best == BESIDE)
    layout = SuffixLayout(name, given.source, suffixes, best.source_suffix, plain, within, moved)
    example = f"X{suffixes[0][0]}.md" if suffixes else "X.md"
    return Claim(layout, f"{example} beside X{best.source_suffix}.md")


def _meant(listing: Listing, within: str, pairing: Sequence[tuple[Way, Suffixed]]) -> Iterator[tuple[Way, Suffixed]]:
    """Of the pages that go with another one by their names, those whose suffix is a locale."""
    doubtful: dict[tuple[Way, str], list[Suffixed]] = {}
    for way, one in pairing:
        if _is_sure(one):
            yield way, one
        elif one.suffix.startswith("/"):
            doubtful.setdefault((way, "/"), []).append(one)
        elif not way.source_suffix:
            doubtful.setdefault((way, one.suffix), []).append(one)
    for (way, _), several in doubtful.items():
        if is_meant(listing, within, several):
            yield from ((way, one) for one in several)


def _readings(page: str) -> Iterator[Suffixed]:
    """The ways to read a name as one with a locale at its end, the longest locale first: `how-to-fr` has two.

    One that is a locale as a whole has no other end: `zh-TW` lies beside `en`, and is no `zh` in another language.
    """
    match = NAMED.fullmatch(page)
    stem, ending = (match[1], match[2]) if match else ("", "")
    folder, slash, name = stem.rpartition("/")
    if tag := locale.of_folder(name):
        if slash:
            yield Suffixed(folder, slash + name, tag, ending)
        return
    for separator in SEPARATOR.finditer(stem, max(stem.rfind("/") + 2, len(stem) - LONGEST)):
        tag = locale.of_folder(stem[separator.end() :])
        if tag:
            yield Suffixed(stem[: separator.start()], stem[separator.start() :], tag, ending)


def _way(one: Suffixed, sources: Sequence[str], pages: frozenset[str]) -> Way | None:
    """The way that a page goes with one that is there."""
    is_whole = one.suffix.startswith("/")
    sources = [source for source in sources if source.startswith("/") is is_whole]
    is_plain = not is_whole and one.stem + one.ending in pages
    if one.suffix in sources:
        return Way(one.suffix, True) if is_plain else None
    if is_plain:
        return BESIDE
    return next((Way(source, False) for source in sources if one.stem + source + one.ending in pages), None)


def _is_sure(one: Suffixed) -> bool:
    """Whether a suffix is a locale by itself: after a hyphen two letters may be a word (`how-to`), but not in
    `README-ja`, and so they may where they are the whole name."""
    if one.suffix.startswith("/"):
        return len(one.suffix) > 4
    return one.suffix[0] in ".@" or len(one.suffix) > 4 or one.name.isupper()


def is_meant(listing: Listing, within: str, several: Sequence[Suffixed]) -> bool:
    """Whether a suffix that may be a word is a locale: its pages are no English, or two go with different names."""
    if len({one.name for one in several}) > 1:
        return True
    pages = (within + one.stem + one.suffix + one.ending for one in several[:ASKED])
    return any(is_foreign(listing.read(page) or b"") for page in pages)


def _of_folders(pages: frozenset[str]) -> str | None:
    """The locale that the top folder of all pages ends in: `site-ja/content/...`."""
    tops = {page.partition("/")[0] for page in pages if "/" in page}
    tags = {locale.of_folder(top) or locale.at_end(top) for top in tops}
    return tags.pop() if len(tags) == 1 else None
