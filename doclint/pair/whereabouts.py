"""What a page may ask the site of its links: where they lead, by what is there in the page's own language."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import Protocol


class Arrival(IntEnum):
    """Where a link of a page leads. Numbers, since a cache remembers them."""

    UNKNOWN = -1
    """Out of the site, or nobody knows."""
    PAGE = 1
    """To a page in the page's own language that has no such section."""
    WHOLE = 2
    """To a page, and to the section where one is named."""
    ENGLISH = 3
    """To a page that only the English has."""


class Whereabouts(Protocol):
    """The site, as one of its pages asks it."""

    @property
    def answers(self) -> Mapping[str, int]:
        """What was asked so far, and what the answer was."""
        ...

    def arrival(self, address: str) -> Arrival:
        """Where an address on the translated page leads."""
        ...

    def english(self, address: str) -> Arrival:
        """Where an address on the English page leads, among English pages."""
        ...

    def section(self, address: str, english: str) -> str | None:
        """The id of the heading, on the page that an address leads to, that stands where the English address leads.

        None where the headings of both pages do not go together; empty where the translated page has fewer of them, so
        that it may lack the section.
        """
        ...

    def nearest(self, address: str) -> str | None:
        """The right form of an address that leads to no page: but for one folder, which no page lies in, it would.

        Empty where its path has letters beyond ASCII, as no path of the site has, and nothing is near; None where it
        may lead somewhere.
        """
        ...

    @property
    def is_filled(self) -> bool:
        """Whether the site shows the English where a page is not translated; False also where nobody knows."""
        ...
