"""What a page says in the texts of its links, by where they lead, and which link became which."""

from __future__ import annotations

from collections.abc import Iterator

from doclint.checks.addresses import address
from doclint.page import Page
from doclint.page.inline.pieces import Piece, PieceKind
from doclint.pair.links import link_address
from doclint.pair.words.lost import Lost
from doclint.text.words import stands_in


class LinkTexts:
    """The texts of a page's links, read once for all that is asked of them."""

    def __init__(self, page: Page) -> None:
        segments = list(page.segments())
        self._plain = "\n".join(segment.plain for segment in segments)
        self._texts: dict[tuple[str, tuple[str, ...]], set[str]] = {}
        for segment in segments:
            for link in segment.inline.of(PieceKind.LINK):
                self._texts.setdefault(address(link_address(link, page))[:2], set()).add(link.text)

    def says(self, name: str, leads: str) -> bool:
        """Whether the page says the name itself where a link leads there, or else in its text; a plain word is none."""
        if (name.isalpha() and name.islower()) or name not in self._plain or not stands_in(name, self._plain):
            return False
        texts = self._texts.get(address(leads)[:2])
        return texts is None or any(stands_in(name, text) for text in texts)


def by_target(lost: Lost) -> Iterator[tuple[Piece, Piece]]:
    """The links with the lost name, each with the target's link to the same place."""
    pages = lost.match.source.page, lost.match.target.page
    ours, theirs = (side.inline.of(PieceKind.LINK) for side in (lost.match.source, lost.match.target))
    for leads in dict.fromkeys(link_address(link, pages[0]) for link in ours if link.text.strip() == lost.name):
        here = [link for link in ours if link_address(link, pages[0]) == leads]
        there = [link for link in theirs if link_address(link, pages[1]) == leads]
        if len(here) == len(there):
            for link, other in zip(here, there, strict=True):
                if link.text.strip() == lost.name and not stands_in(lost.name, other.text):
                    yield link, other
