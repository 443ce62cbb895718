"""Where a link leads: what a locale may change in an address, and what damage does to one."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple
from urllib.parse import unquote

from doclint.text import locale
from doclint.text.damage import Damage, squeezed
from doclint.text.lazypattern import lazy
from doclint.text.sound import romanize

PARTS = lazy(r"(?:(?P<scheme>[A-Za-z][\w+.-]*):)?(?://(?P<host>[^/?#]*))?(?P<path>[^?#]*)(?P<query>[^#]*)#?")

ESCAPE = lazy(r"\\([!-/:-@\[-`{-~])")

PAGE_ENDING = lazy(r"\.(?:mdx?|html?)\Z", re.IGNORECASE)
"""Sites take links to pages with and without it."""

BRACKETS = lazy(r"[\[\]]")
"""Signs of a link's text, which have no business in its address."""

LABELS = ("label=", "caption=")
"""Keys of words that a picture shows, as badges do."""

BADGE = "badge"
"""The folder of pictures whose name is what they show, and a colour: `/badge/Docs-Visit-blue`."""

LONGEST = 2000
"""Code points; a longer address is only held against another as it stands."""

SENTENCE_ENDS = ".,:;!?"
DASHES_AND_DOTS = str.maketrans({"。": ".", "．": ".", "、": ",", "：": ":", "–": "-", "—": "-", "−": "-", "‑": "-"})


class Address(NamedTuple):
    """An address without what a locale may change in it."""

    host: str
    path: tuple[str, ...]
    query: tuple[str, ...]
    fragment: str
    locales: tuple[str, ...] = ()
    """The tags that stood in it."""

    @property
    def place(self) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """Which page it is; the section is apart."""
        return self.host, self.path, self.query


@lru_cache(2000)
def address(written: str) -> Address:
    """An address as it stands in Markdown, freed of tags of locales, the way up to its folder, and capitals."""
    text = ESCAPE.sub(r"\1", html.unescape(written.strip()))
    match = PARTS.match(text)
    assert match is not None
    locales: list[str] = []
    path = _without_locales(unquote(match["path"]).split("/"), locales)
    path = [piece for piece in path if piece not in ("", ".", "..")]
    if path:
        path[-1] = path[-1].rpartition("-")[2] if path[-2:-1] == [BADGE] else _file(path[-1], locales)
    host = (match["host"] or "").split(".")
    if len(host) > 2 and (host[0] == "www" or _is_locale(host[0])):
        locales += [host[0].lower()] if host[0] != "www" else []
        del host[0]
    query = [unquote(part) for part in re.split("[?&]", match["query"]) if part]
    query = [part for part in query if not _is_locale(part.rpartition("=")[2]) and not part.startswith(LABELS)]
    section = unquote(text[match.end() :])
    if not match["host"] and not section and len(query) == 1 and query[0].startswith("id="):
        section = query.pop()  # as docsify writes it
    scheme = (match["scheme"] or "").replace("https", "http")
    return Address(
        f"{scheme}:{'.'.join(host)}".casefold() if scheme or match["host"] else "",
        tuple(piece.casefold() for piece in path),
        tuple(part.casefold() for part in query),
        section.casefold(),
        tuple(sorted(locales)),
    )


def _without_locales(pieces: list[str], locales: list[str]) -> list[str]:
    kept: list[str] = []
    for piece in pieces:
        (locales if _is_locale(piece) else kept).append(piece)
    return kept


def _file(name: str, locales: list[str]) -> str:
    """A file's name without the ending of a page and without a tag before the ending: `map.ja-jp.png`."""
    stem, *endings = PAGE_ENDING.sub("", name).split(".")
    return ".".join([stem, *_without_locales(endings, locales)]) if stem else name


def _is_locale(piece: str) -> bool:
    return 2 <= len(piece) <= 11 and (len(piece) == 2 or piece[2:3] in "-_") and locale.normalize(piece) is not None


MAIL = "mailto:"


def harm(expected: str, found: str) -> tuple[Damage, bool] | None:
    """What damage made one address of another, and whether that is certain; None where it need not be damage.

    People lead readers elsewhere: to a page in their language, a newer one, one that exists. So only what no one would
    write is certain: white space, punctuation of running text, a path in letters of another script.
    """
    if max(len(expected), len(found)) > LONGEST:
        return None
    ours, theirs = address(expected), address(found)
    if ours[:4] == theirs[:4]:
        return None
    if plain_address(expected) == plain_address(found):
        if found == expected.rstrip(SENTENCE_ENDS):
            return None  # the English has the sign of its sentence in the address
        spaced = "".join(expected.split()) == "".join(found.split())
        return (Damage.SPACED if spaced else Damage.PUNCTUATION_ADDED), True
    if BRACKETS.sub("", found) == expected:
        return Damage.PUNCTUATION_ADDED, True
    if ours.place == theirs.place and _is_cut(ours.fragment, theirs.fragment):
        return Damage.MISSPELT, False
    if ours.place == theirs.place or not found.isprintable():
        return None
    is_site = not ours.host and not theirs.host
    is_tagged = is_site and not ours.locales and len(theirs.locales) == 1
    if not is_tagged and (len(ours.locales) != len(theirs.locales) or (ours.locales != theirs.locales and not is_site)):
        lost = not theirs.locales and _all_foreign(zip_longest(expected.split("/"), found.split("/"), fillvalue=""))
        return (Damage.TRANSLATED, True) if lost else None
    pieces = [*zip_longest(ours.host.split("."), theirs.host.split(".")), *zip_longest(ours.path, theirs.path)]
    pieces += zip_longest(ours.query, theirs.query)
    changed = [(mine or "", yours or "") for mine, yours in pieces if mine != yours]
    if _all_foreign(changed) and "%" not in found:
        return Damage.TRANSLATED, not is_tagged
    if len(changed) != 1:
        return None
    return _slip(changed) or (_replaced(changed) if is_site or ours.host == theirs.host == MAIL else None)


def _all_foreign(pieces: Iterable[tuple[str, str]]) -> bool:
    """Whether whatever differs is in another script."""
    return all(mine and is_foreign(yours) and not is_foreign(mine) for mine, yours in pieces if mine != yours)


def _is_cut(ours: str, theirs: str) -> bool:
    """Whether a section's name lost letters at one end, in the middle of a word."""
    if not 3 < len(theirs) < len(ours) or not theirs.isascii():
        return False
    if ours.endswith(theirs):
        return ours[-len(theirs) - 1].isalpha() and theirs[0].isalpha()
    return ours.startswith(theirs) and ours[len(theirs)].isalpha() and theirs[-1].isalpha() and ours != f"{theirs}s"


def section_harm(anchors: Collection[str], expected: str, found: str) -> tuple[Damage, bool] | None:
    """What damage made one section of another, on a page whose headings have these anchors of their own."""
    ours, theirs = address(expected), address(found)
    if ours.place != theirs.place or ours.fragment == theirs.fragment or not ours.fragment:
        return None
    if not anchors or is_foreign(ours.fragment) or not is_foreign(theirs.fragment) or theirs.fragment in anchors:
        return None
    return (Damage.TRANSLATED, True) if ours.host or ours.path or ours.fragment in anchors else None


def _slip(changed: list[tuple[str, str]]) -> tuple[Damage, bool] | None:
    """A letter lost or exchanged in one long piece; numbers tell versions apart, short words are near each other."""
    from rapidfuzz.distance.OSA import distance

    ((mine, yours),) = changed
    if min(len(mine), len(yours)) < 5 or re.findall(r"\d+", mine) != re.findall(r"\d+", yours):
        return None
    letters = [re.sub(r"[\W_]+", "", piece) for piece in (mine, yours)]
    if letters[0] == letters[1] or letters[0] + "s" == letters[1] or letters[1] + "s" == letters[0]:
        return None
    return (Damage.MISSPELT, False) if distance(mine, yours, score_cutoff=1) == 1 else None


def is_slip(expected: str, found: str) -> bool:
    """Whether one sign of an address was lost, put in or exchanged; another digit may be that of another version."""
    from rapidfuzz.distance.OSA import distance

    if distance(expected, found, score_cutoff=1) != 1:
        return False
    return len(found) < len(expected) or re.findall(r"\d", expected) == re.findall(r"\d", found)


def _replaced(changed: list[tuple[str, str]]) -> tuple[Damage, bool] | None:
    """Another word in one piece of an address within the site, which may lead to a page that suits better."""
    ((mine, yours),) = changed
    is_word = len(mine) > 3 and yours.isprintable() and bool(yours)
    if _untagged(mine) == _untagged(yours):
        return None
    return (Damage.TRANSLATED, False) if is_word and not any(map(str.isdigit, mine + yours)) else None


def _untagged(piece: str) -> str:
    """A piece without the tag of a locale at its end: `button` of `button-cn`."""
    return next((piece[:start] for start, _ in locale.ends(piece)), piece)


def plain_address(written: str) -> str:
    """An address without white space and signs that do not show, in narrow letters, without what ends a sentence."""
    text = unicodedata.normalize("NFKC", ESCAPE.sub(r"\1", html.unescape(written))).translate(DASHES_AND_DOTS)
    return squeezed(text).rstrip(SENTENCE_ENDS).casefold()


def is_foreign(text: str) -> bool:
    """Whether a letter of another script than Latin stands in it."""
    return not text.isascii() and any(map(romanize.is_foreign, text))
