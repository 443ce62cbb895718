"""The witness that knows where links lead: an address that arrives in the page's own language was localized.

Rules ask it through the pair, and only where they have a problem: no other witness can outweigh what it allows. What
it answered is remembered with the page's result: a change to another page may change the answer.
"""

from __future__ import annotations

from doclint.pair.whereabouts import Arrival
from doclint.site import Atlas
from doclint.site.atlas import KEY, Where, number_of


class PageSite:
    """The links of the site as one page asks for them."""

    def __init__(self, atlas: Atlas, where: Where) -> None:
        self._atlas = atlas
        self._where = where
        self.answers: dict[str, int] = {}
        """What the page's result rests on."""

    @property
    def is_filled(self) -> bool:
        """Whether the site shows the English where a page is not translated."""
        return self._atlas.is_filled

    def arrival(self, address: str) -> Arrival:
        """Where an address on the translated page leads."""
        return self._asked("arrival", address)

    def english(self, address: str) -> Arrival:
        """Where an address on the English page leads, among English pages."""
        return self._asked("english", address)

    def section(self, address: str, english: str) -> str | None:
        """The id of the heading that stands where the English address leads, as `Whereabouts` says."""
        return self._told("section", address, english)

    def nearest(self, address: str) -> str | None:
        """The right form of an address that leads to no page; empty where only its letters are known to be wrong."""
        return self._told("nearest", address)

    def _told(self, kind: str, *addresses: str) -> str | None:
        key = self._key(kind, *addresses)
        found = self._atlas.text(key)
        self.answers[key] = number_of(found)
        return found

    def _asked(self, kind: str, address: str) -> Arrival:
        key = self._key(kind, address)
        if key not in self.answers:
            self.answers[key] = self._atlas.answer(key)
        return Arrival(self.answers[key])

    def _key(self, kind: str, *addresses: str) -> str:
        parts = (kind, *self._where, *addresses)
        return KEY + "\t".join(" ".join(part.split("\t")) for part in parts)
