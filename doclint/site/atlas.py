"""Where the links of a site lead: to which page, in which language, and to which of its sections.

Nothing is read before a link is asked for, and then only the pages that it may lead to; what was read is kept for the
next question. What one page was told lies beside its result and is asked again when that is taken from the cache.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import NamedTuple
from urllib.parse import unquote
from zlib import crc32

from doclint.checks.addresses import address as read_address
from doclint.page.dialects import ids
from doclint.page.dialects.kinds import Dialect
from doclint.page.endings import is_page
from doclint.pair.whereabouts import Arrival
from doclint.site.pages import Site
from doclint.site.places import Places, Sections
from doclint.text.errors import SourceError
from doclint.text.lazypattern import lazy

KEY = "l\t"
"""What the keys of questions to an atlas begin with; those to a lexicon begin with others."""
ELSEWHERE = lazy(r"[A-Za-z][\w+.-]*:|//|[{<$]")
"""Another site, or an address that the generator fills in."""
PAGE = lazy(r"(?:[^.]|\.{1,2}/)*(?:\.(?:mdx?|html?))?/?")
"""A path that may lead to a page, and to no file of another kind."""
FILLED = ("astro", "docusaurus", "mkdocs")
"""Layouts of generators that show the English where a page is not translated."""

PREFIXED = ("docusaurus",)
"""Those that put the page's locale before an address from the site's root."""


class Where(NamedTuple):
    """The page that asks."""

    path: str
    """In the tree of translations."""
    source: str
    """Of its English, in the tree of the English."""
    locale: str
    dialect: str = ""
    """Whose Markdown it is; empty where that is not known."""


class Atlas:
    """The links of one site. Survives being pickled to a worker, and reads its pages there."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def __reduce__(self) -> tuple[type[Atlas], tuple[Site]]:
        return Atlas, (self._site,)

    @property
    def is_filled(self) -> bool:
        """Whether the generator shows the English where a page is not translated."""
        return self._is_one_of(FILLED)

    def _is_one_of(self, layouts: Collection[str]) -> bool:
        layout = self._site.layout
        return layout is not None and any(name in layouts for name in layout.name.split(", "))

    def answer(self, key: str) -> int:
        """The answer to a question: its kind, the page that asks, the address, of a section the English one, too."""
        kind, where, addresses = _question(key)
        if kind in ("section", "nearest"):
            return number_of(self.text(key))
        try:
            return self.english(where, *addresses) if kind == "english" else self.arrival(where, *addresses)
        except SourceError:
            return Arrival.UNKNOWN

    def text(self, key: str) -> str | None:
        """The answer to a question after a section or an address."""
        kind, where, addresses = _question(key)
        try:
            return self.section(where, *addresses) if kind == "section" else self.nearest(where, *addresses)
        except SourceError:
            return None

    def still_says(self, answers: Mapping[str, int]) -> bool:
        """Whether questions would be answered as they were."""
        return all(self.answer(key) == answer for key, answer in answers.items())

    def arrival(self, where: Where, address: str) -> Arrival:
        """Where an address on a translated page leads. Raises SourceError."""
        path, fragment = _parts(address)
        if self._theirs is None or path is None:
            return Arrival.UNKNOWN
        found = self._translated(where, path)
        arrived = _arrived([self._theirs.sections(one) for one in found if is_page(one)], fragment)
        if found and arrived is Arrival.WHOLE:
            return arrived
        if not found and self._is_of_another_language(where, path):
            return Arrival.UNKNOWN
        ours = self._english_pages(where, path)
        # it may be the English page's own
        is_shared = path.startswith("/") and not read_address(path).locales and not self._is_one_of(PREFIXED)
        if ours and is_shared and self.english(where, address) is Arrival.WHOLE:
            return Arrival.WHOLE
        return arrived if found else Arrival.ENGLISH if ours else Arrival.UNKNOWN

    def english(self, where: Where, address: str) -> Arrival:
        """Where an address on the English page leads, among English pages. Raises SourceError."""
        path, fragment = _parts(address)
        pages = self._english_pages(where, path) if path is not None else []
        if not pages:
            return Arrival.UNKNOWN
        return _arrived([self._ours.sections(one) for one in pages if is_page(one)], fragment)

    def section(self, where: Where, address: str, english: str) -> str | None:
        """The heading's id where the English address leads, as `Whereabouts` says. Raises SourceError."""
        (path, section), (ours, fragment) = _parts(address), _parts(english)
        if self._theirs is None or path is None or ours is None:
            return None
        found, pages = _nearest(self._translated(where, path)), _nearest(self._english_pages(where, ours))
        if len(found) != 1 or len(pages) != 1 or not (is_page(found[0]) and is_page(pages[0])):
            return None
        target, source = self._theirs.sections(found[0]), self._ours.sections(pages[0])
        if source is None or target is None:
            return None
        if target.is_written(fragment):
            return fragment  # the id that the English link names, where the translated one names another
        dialect = Dialect(where.dialect) if where.dialect else None
        return ids.instead(section, target.page) or beside(source, target, fragment, dialect)

    def nearest(self, where: Where, address: str) -> str | None:
        """The right form of an address that leads to no page, as `Whereabouts` says. Raises SourceError."""
        path, _ = _parts(address)
        if self._theirs is None or not path or self.arrival(where, address) is not Arrival.UNKNOWN:
            return None
        if self._is_of_another_language(where, path) or self._theirs.is_redirected(path):
            return None
        right = self._theirs.nearest(path) or self._ours.nearest(path) if path.startswith("/") else None
        if right:
            return address.replace(path, right, 1)
        is_odd = not unquote(path).isascii() and self._theirs.is_ascii and self._ours.is_ascii
        return "" if is_odd and PAGE.fullmatch(path) else None

    @cached_property
    def _ours(self) -> Places:
        return Places(self._site.english_tree)

    @cached_property
    def _theirs(self) -> Places | None:
        tree = self._site.translated_tree
        if tree == self._site.english_tree:
            return self._ours
        return Places(tree) if tree else None

    def _translated(self, where: Where, path: str) -> list[str]:
        """The translated pages, or other files, that a path leads to."""
        assert self._theirs is not None
        if not path:
            return [where.path]
        if path.startswith("/"):
            own = [one for one in self._theirs.below(path) if self._is_own(one, where)]
            return own or (self._translations(where, path) if self._is_one_of(PREFIXED) else [])
        found = self._theirs.beside(where.path, path)
        if found and (not is_page(found) or self._is_own(found, where)):
            return [found]
        return self._translations(where, path)

    def _translations(self, where: Where, path: str) -> list[str]:
        """The translations of the English pages that a path leads to."""
        return [
            one.path
            for page in self._english_pages(where, path)
            for one in (self._site.layout.translations(page) if self._site.layout else ())
            if one.locale == where.locale and self._theirs and one.path in self._theirs.files
        ]

    def _is_of_another_language(self, where: Where, path: str) -> bool:
        """Whether a path leads to a page in a language that is neither the asking one's nor the English."""
        if self._theirs is None or self._site.layout is None:
            return False
        if path.startswith("/"):
            wanted = read_address(path).locales
            return bool(wanted) and any(read_address(f"/{one}").locales == wanted for one in self._theirs.below(path))
        found = self._theirs.beside(where.path, path)
        return found is not None and self._site.layout.counterpart(found) is not None

    def _is_own(self, page: str, where: Where) -> bool:
        """Whether a page is in the language of the one that asks; without a layout all pages of the folder are."""
        if self._site.layout is None:
            return True
        found = self._site.layout.counterpart(page)
        return found is not None and found.locale == where.locale

    def _english_pages(self, where: Where, path: str) -> list[str]:
        if not path:
            return [where.source]
        if not path.startswith("/"):
            found = self._ours.beside(where.source, path)
            return [found] if found else []
        layout = self._site.layout
        return [one for one in self._ours.below(path) if layout is None or layout.counterpart(one) is None]


def number_of(text: str | None) -> int:
    """What is kept of an answer after a section or an address, to be held against a later one."""
    return crc32(repr(text).encode())


def _question(key: str) -> tuple[str, Where, list[str]]:
    _, kind, path, source, locale, dialect, *addresses = key.split("\t")
    return kind, Where(path, source, locale, dialect), addresses


def _parts(address: str) -> tuple[str | None, str]:
    """The path of an address and the section; None for a path out of the site."""
    path, _, fragment = address.partition("#")
    if ELSEWHERE.match(path) or "{" in path:
        return None, fragment
    return path.partition("?")[0].strip(), fragment


def _nearest(pages: list[str]) -> list[str]:
    """Of pages whose addresses end alike those nearest the root: older versions of a site lie deeper in it."""
    least = min((page.count("/") for page in pages), default=0)
    return [page for page in pages if page.count("/") == least]


def _arrived(pages: list[Sections | None], fragment: str) -> Arrival:
    if not fragment or not pages or any(page is None or page.has(fragment) for page in pages):
        return Arrival.WHOLE
    return Arrival.PAGE


def beside(source: Sections, target: Sections, fragment: str, dialect: Dialect | None) -> str | None:
    """The id of the translated heading that stands where the English one with that id stands, as `section` says."""
    ours, theirs = source.page.headings, target.page.headings
    if [one.level for one in ours] != [one.level for one in theirs]:
        return "" if len(theirs) < len(ours) else None
    name = ids.folded(fragment)
    places = [at for at, one in enumerate(ours) if name in map(ids.folded, ids.of_heading(one, dialect))]
    if len(places) != 1:
        return None
    return ids.right_id(theirs[places[0]], ours[places[0]], fragment, dialect)
