"""Translations beside their sources, told by the name: `X.ja.md` beside `X.md`, or `X.md` beside `X.en.md`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from doclint.layouts.claim import Claim, Given
from doclint.layouts.layout import Counterpart, Translation
from doclint.layouts.listing import Listing
from doclint.layouts.tree import Tree
from doclint.text import locale

NAME = "suffix"
ENDING = r"(?i:\.(?:md|markdown|mdx))"
SUFFIXED = re.compile(rf"(?s:(.+?))([._-])([A-Za-z]{{2,3}}(?:[-_][A-Za-z0-9]{{2,8}}){{0,2}})({ENDING})")


@dataclass(frozen=True)
class SuffixLayout:
    """A layout that pairs files of one folder by their names."""

    name: str
    source_locale: str
    suffixes: tuple[tuple[str, str], ...]
    """What stands before the ending of a translation (`.pt_br`), and the tag it means; none where translations have
    the plain names."""
    source_suffix: str = ""
    """What stands before the ending of a source; empty where sources have the plain names."""
    plain: str | None = None
    """The locale of translations with plain names."""
    within: str = ""
    """The folder that it holds for, empty or ending with `/`."""

    @property
    def is_split(self) -> bool:
        return False

    @cached_property
    def _locales(self) -> dict[str, str]:
        return dict(self.suffixes)

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
        return Counterpart(match[1] + self.source_suffix + match[3], self._locales.get(suffix, self.plain))

    def translations(self, source_path: str) -> list[Translation]:
        match = self._name.fullmatch(source_path)
        if match is None or (match[2] or "") != self.source_suffix:
            return []
        if not self.suffixes:
            return [Translation(self.plain, match[1] + match[3])]
        return [Translation(tag, match[1] + suffix + match[3]) for suffix, tag in self.suffixes]

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
    separator: str
    """Of the suffixes of translations; empty where translations have the plain names."""


def find(listing: Listing, given: Given) -> Claim | None:
    return find_within(listing, given, "", NAME)


def find_within(listing: Listing, given: Given, within: str, name: str) -> Claim | None:
    """The claim on one folder. Of several ways in which its files go together, the most frequent is taken."""
    seen: dict[Way, Counter[tuple[str, str]]] = {}
    for way, suffix, tag in _ways(listing.below(within), given.source):
        seen.setdefault(way, Counter())[suffix, tag] += 1
    if not seen:
        return None
    best = max(seen, key=lambda way: (seen[way].total(), way))
    suffixes = tuple(sorted(seen[best])) if best.separator else ()
    plain = None if suffixes else given.locale or locale.at_end(listing.name) or _of_folders(listing.below(within))
    layout = SuffixLayout(name, given.source, suffixes, best.source_suffix, plain, within)
    example = f"X{suffixes[0][0]}.md" if suffixes else "X.md"
    return Claim(layout, f"{example} beside X{best.source_suffix}.md")


def _ways(pages: frozenset[str], source_locale: str) -> Iterator[tuple[Way, str, str]]:
    """How each page with a suffix goes with another one: the way, the suffix, its tag."""
    suffixed = []
    for page in pages:
        match = SUFFIXED.fullmatch(page)
        tag = locale.of_folder(match[3]) if match else None
        if match and tag and _is_meant(match):
            suffixed.append((match, tag))
    sources = sorted({match[2] + match[3] for match, tag in suffixed if locale.is_source(tag, source_locale)})
    for match, tag in suffixed:
        stem, suffix, ending = match[1], match[2] + match[3], match[4]
        if suffix in sources:
            if stem + ending in pages:
                yield Way(suffix, ""), suffix, tag
        elif stem + ending in pages:
            yield Way("", match[2]), suffix, tag
        else:
            for source in sources:
                if stem + source + ending in pages:
                    yield Way(source, match[2]), suffix, tag
                    break


def _is_meant(match: re.Match[str]) -> bool:
    """Whether a suffix is a locale: after a hyphen two letters may be a word (`how-to`), but not in `README-ja`."""
    return match[2] == "." or len(match[3]) > 3 or match[1].rpartition("/")[2].isupper()


def _of_folders(pages: frozenset[str]) -> str | None:
    """The locale that the top folder of all pages ends in: `site-ja/content/...`."""
    tops = {page.partition("/")[0] for page in pages if "/" in page}
    tags = {locale.of_folder(top) or locale.at_end(top) for top in tops}
    return tags.pop() if len(tags) == 1 else None
