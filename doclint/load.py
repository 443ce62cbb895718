"""One target page with its English, parsed: steps 3 and 4 of a run."""

from __future__ import annotations

from pathlib import Path

from doclint import locale, proof, sidebyside
from doclint.discover import Target
from doclint.engine import Subject
from doclint.errors import UnreadableError
from doclint.page import frontmatter
from doclint.page.frontmatter import FrontMatter
from doclint.page.markdown import parse
from doclint.page.model import Page
from doclint.pair import Pair, Trust
from doclint.sources.source import Absent, Loaded, Source
from doclint.text import decode


def load(target: Target, source: Source | None, tag: str | None) -> Subject:
    """The pair to check. A target that cannot be read becomes a page with trouble, a missing source trust `alone`."""
    try:
        text = decode(read(target.file))
        if not text.strip("\ufeff \t\r\n"):
            raise UnreadableError("the page is empty")
    except UnreadableError as error:
        page = Page(target.path, "", FrontMatter(), trouble=str(error))
        return Subject(Pair(page, locale=tag), target.path, "")
    sides = sidebyside.split(text)
    if sides is not None:
        page = parse(sides.target.text, target.path, view=sides.target)
        english = parse(sides.source.text, target.path, view=sides.source)
        pair = Pair(page, english, Trust.EMBEDDED, _locale(page, target, tag))
        whole = source.load(target.relative, page.front) if source else None
        if isinstance(whole, Loaded) and proof.is_proven(page.front, whole.data):
            pair.proven = _source(whole, page)[0]
        return Subject(pair, target.path, text)
    front = frontmatter.read(text)
    loaded = source.load(target.relative, front) if source else Absent("")
    page = parse(text, target.path, front=front)
    pair = Pair(page, locale=_locale(page, target, tag))
    if isinstance(loaded, Absent):
        return Subject(pair, target.path, text, absent=loaded.reason)
    pair.source, pair.trust = _source(loaded, page)
    return Subject(pair, target.path, text, loaded.path, loaded.revision)


def read(file: Path) -> bytes:
    """The bytes of a target. Raises UnreadableError."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror}") from None


def _source(loaded: Loaded, target: Page) -> tuple[Page | None, Trust]:
    try:
        text = decode(loaded.data)
    except UnreadableError:
        return None, Trust.ALONE
    if proof.is_proven(target.front, loaded.data):
        return parse(text, loaded.path), Trust.PROVEN
    return parse(text, loaded.path), loaded.trust


def _locale(page: Page, target: Target, tag: str | None) -> str | None:
    """The option, then the front matter, then the path."""
    if tag:
        return tag
    named = page.front.value("ms.contentlocale") or page.front.value("lang") or ""
    return locale.normalize(named) or locale.in_path(target.file.absolute().as_posix())
