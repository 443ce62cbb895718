"""The words of one site: counted when the first page asks, kept in the cache folder, and asked from there.

What was counted once serves all runs over the same pages. Of several processes one counts, the others wait.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from doclint.site import words
from doclint.site.pages import Site, Stock
from doclint.site.wordbook import Wordbook
from doclint.text.errors import SourceError
from doclint.text.files.cachefolder import location
from doclint.text.files.once import only_one
from doclint.text.timelimit import unlimited

MOST_PAGES = 50_000
"""Of one language; where there are more, nothing is counted and nothing said."""
MOST_BOOKS = 64
"""In the cache: each state of the English, and of each locale, is one."""
ENOUGH = 50
"""What counts more is not told apart."""


class SiteLexicon:
    """The words of one site. Survives being pickled to a worker, and opens its books there."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._books: dict[str, Wordbook | None] = {}

    def __reduce__(self) -> tuple[type[SiteLexicon], tuple[Site]]:
        return SiteLexicon, (self._site,)

    def count(self, key: str) -> int:
        """The answer to a question: `n:NAME`, `k:NAME`, `s:NAME`, `w:word` of English, `p:LOCALE:word` of a locale.

        -1 where nothing is known, because there are no pages, or too many.
        """
        kind, _, rest = key.partition(":")
        locale, word = ("", rest) if kind in "nksw" else rest.split(":", 1)
        if locale not in self._books:
            self._books[locale] = self._opened(locale)
        book = self._books[locale]
        return -1 if book is None else min(book.count(f"{kind}:{word}"), ENOUGH)

    def still_says(self, answers: Mapping[str, int]) -> bool:
        """Whether questions would be answered as they were."""
        return all(self.count(key) == answer for key, answer in answers.items())

    def _opened(self, locale: str) -> Wordbook | None:
        """The book of a locale, the English one for an empty string, made where it is not there."""
        try:
            stock = self._site.translated(locale) if locale else self._site.english()
        except SourceError:
            return None
        if stock is None or not 0 < len(stock.paths) <= MOST_PAGES:
            return None
        return kept(stock, location(), lambda: _counted(stock, locale))


def _counted(stock: Stock, locale: str) -> dict[str, int]:
    return words.of_locale(stock.texts()) if locale else words.of_english(stock.texts(), stock.specs())


def kept(stock: Stock, cache: Path, count: Callable[[], Mapping[str, int]]) -> Wordbook:
    """The book of these pages, from the cache or made; of several processes one makes it, the others wait."""
    stamp = stock.stamp()
    if not cache.is_absolute():
        return Wordbook.made(count())
    file = cache / f"words-{stamp}.txt"
    found = Wordbook.open(file)
    if found is None:
        with unlimited(), only_one(cache / "words.lock", int(stamp[:7], 16)):
            found = Wordbook.open(file) or Wordbook.made(count(), file)
        remove_oldest(cache)
    return found


def remove_oldest(cache: Path) -> None:
    """Leave so many books in the cache as are likely to be asked again."""
    with suppress(OSError):  # another process may be at it
        books = sorted(cache.glob("words-*.txt"), key=lambda file: file.stat().st_mtime)
        for file in books[:-MOST_BOOKS]:
            file.unlink()
