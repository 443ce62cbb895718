"""One target page with its English, parsed: steps 2 to 4 of a run."""

from __future__ import annotations

from doclint import locale, proof, sidebyside
from doclint.discover import Target
from doclint.engine import Subject
from doclint.errors import UnreadableError
from doclint.fit import how_well
from doclint.page import frontmatter
from doclint.page.frontmatter import FrontMatter
from doclint.page.markdown import parse
from doclint.page.model import Page
from doclint.pair import Pair, Trust
from doclint.sources.source import Absent, Loaded, Source
from doclint.text import decode


class Loader:
    """Makes pairs. An English page is parsed once for targets that come one after the other."""

    def __init__(self, source: Source | None, locale: str | None) -> None:
        self.source = source
        self.locale = locale
        self._last: tuple[str, bytes, Page | None] = "", b"", None

    def load(self, target: Target, data: bytes | None = None) -> Subject:
        """The pair to check; `data` are the target's bytes, where they are known already.

        A target that cannot be read becomes a page with trouble, a missing source trust `alone`.
        """
        try:
            text = decode(target.read() if data is None else data)
            if not text.strip("\ufeff \t\r\n"):
                raise UnreadableError("the page is empty")
        except UnreadableError as error:
            page = Page(target.path, "", FrontMatter(), trouble=str(error))
            return Subject(Pair(page, locale=self.locale), target.path, "")
        sides = sidebyside.split(text)
        if sides is not None:
            return self._side_by_side(target, text, sides)
        front = frontmatter.read(text)
        loaded = self._find(target, front, text)
        page = parse(text, target.path, front=front)
        pair = Pair(page, locale=self._locale(front, target))
        if isinstance(loaded, Absent):
            return Subject(pair, target.path, text, trouble=loaded.reason and f"checked alone: {loaded.reason}")
        proven = proof.is_proven(front, loaded.data, text)
        if proven is None and loaded.trust is Trust.PAIRED:
            loaded = self._best(target, page, loaded)
        pair.source = self._english(loaded)
        if pair.source is None:
            return Subject(pair, target.path, text, trouble="checked alone: the source is no UTF-8 text")
        pair.trust = {True: Trust.PROVEN, False: Trust.PAIRED, None: loaded.trust}[proven]
        instead = loaded.instead and f"checked against other English: {loaded.instead}"
        return Subject(pair, target.path, text, loaded.path, loaded.revision, trouble=instead)

    def _best(self, target: Target, page: Page, loaded: Loaded) -> Loaded:
        """Of several versions, if the source offers them, the one that fits the target best; else the first."""
        others = self.source.others(target.relative, page.front, page.text) if self.source else []
        versions = [loaded, *others]
        if len(versions) == 1:
            return loaded
        pages = [(version, self._english(version)) for version in versions]
        return max(pages, key=lambda pair: how_well(pair[1], page) if pair[1] else 0.0)[0]

    def _side_by_side(self, target: Target, text: str, sides: sidebyside.SideBySide) -> Subject:
        page = parse(sides.target.text, target.path, view=sides.target)
        english = parse(sides.source.text, target.path, view=sides.source)
        pair = Pair(page, english, Trust.EMBEDDED, self._locale(page.front, target))
        whole = self._find(target, page.front, text)
        if isinstance(whole, Loaded) and proof.is_proven(page.front, whole.data, text):
            pair.proven = self._english(whole)
        is_lasting = self.source is None or pair.proven is not None
        return Subject(pair, target.path, text, units=sides.units, is_lasting=is_lasting)

    def _find(self, target: Target, front: FrontMatter, text: str) -> Loaded | Absent:
        if self.source is None:
            return Absent("")
        found = self.source.load(target.relative, front, text)
        if isinstance(found, Absent) and target.name not in ("", target.relative):
            by_name = self.source.load(target.name, front, text)
            return by_name if isinstance(by_name, Loaded) else found
        return found

    def _english(self, loaded: Loaded) -> Page | None:
        """The source page; None where it is no UTF-8."""
        path, data, page = self._last
        if path == loaded.path and data == loaded.data:
            return page
        try:
            page = parse(decode(loaded.data), loaded.path)
        except UnreadableError:
            page = None
        self._last = loaded.path, loaded.data, page
        return page

    def _locale(self, front: FrontMatter, target: Target) -> str | None:
        """The option, then the front matter, then the path."""
        if self.locale:
            return self.locale
        named = front.value("ms.contentlocale") or front.value("lang") or ""
        return locale.normalize(named) or locale.in_path(target.file.absolute().as_posix())
