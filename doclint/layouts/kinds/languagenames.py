"""Languages by their English names: `README.french.md` beside `README.md`, `translations/brazilian-portuguese/`.

Which names languages have is CLDR's knowledge, by way of babel (`pip install doclint[locales]`). Asked of a tree that
nothing else pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from doclint.layouts.claim import Claim, Given
from doclint.layouts.kinds.above import Suffixed
from doclint.layouts.kinds.folders import HOLDERS, routes_in
from doclint.layouts.kinds.suffix import SuffixLayout, is_meant
from doclint.layouts.listing import Listing
from doclint.layouts.routes import FolderLayout
from doclint.text import locale
from doclint.text.lazypattern import lazy

NAME = "language-names"
SUFFIXED = lazy(r"(?s:(.+?))(\.([A-Za-z][A-Za-z_-]{2,29}))(\.\w+)")


def find(listing: Listing, given: Given) -> Claim | None:
    suffixed: dict[str, list[Suffixed]] = defaultdict(list)
    for one in _suffixed(listing):
        suffixed[one.suffix].append(one)
    meant = any(is_meant(listing, "", several) for several in suffixed.values())
    holders = [folder for folder in listing.folders if folder[:-1].rpartition("/")[2].lower() in HOLDERS]
    if not meant and not holders:
        return None
    names = _names()
    if names is None:
        return Claim(None, "", (_without_babel(suffixed),)) if meant else None
    suffixes = [(suffix, tag) for suffix, several in suffixed.items() if (tag := _tag(names, several[0].tag))]
    if meant and suffixes:
        layout = SuffixLayout(NAME, given.source, tuple(suffixes))
        return Claim(layout, f"X{suffixes[0][0]}.md beside X.md")
    for parent in holders:
        if routes := routes_in(listing, parent, given, lambda name: _tag(names, name)):
            beside = FolderLayout(NAME, given.source, tuple(routes))
            return Claim(beside, beside.because)
    return None


def _suffixed(listing: Listing) -> Iterator[Suffixed]:
    """The pages with a word before the ending that stand beside one without, the word in place of a tag."""
    for page in listing.pages:
        match = SUFFIXED.fullmatch(page)
        if match and match[1] + match[4] in listing.files:
            yield Suffixed(match[1], match[2], match[3], match[4])


def _names() -> Mapping[str, str] | None:
    """The tags of languages by their English names, in small letters; None without babel."""
    try:
        from babel import Locale
    except ImportError:
        return None
    return {name.lower(): tag for tag, name in Locale("en").languages.items()}


def _tag(names: Mapping[str, str], name: str) -> str | None:
    return locale.normalize(names.get(name.lower().replace("-", " ").replace("_", " "), ""))


def _without_babel(suffixed: Mapping[str, Sequence[Suffixed]]) -> str:
    count = sum(map(len, suffixed.values()))
    names = f"X{next(iter(suffixed))}.md beside X.md"
    return f"pages are named as {names} ({count:,}): install doclint[locales], which knows languages by name"
