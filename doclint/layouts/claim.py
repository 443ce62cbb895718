"""What a kind of layout says of a tree: how the tree is laid out if it is of that kind, and why it should be."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from doclint.layouts.layout import Layout
from doclint.layouts.listing import Listing


class Given(NamedTuple):
    """What the user has said."""

    source_locale: str | None = None
    locale: str | None = None
    """Of the translations, where the tree has one locale only."""

    @property
    def source(self) -> str:
        return self.source_locale or "en"


Doubt = tuple[str, str]
"""A folder, and a note that holds where no layout pairs what lies in it."""


class Claim(NamedTuple):
    """A layout that a tree seems to have."""

    layout: Layout | None
    """None where there are only signals that come to nothing."""
    because: str
    """The signal, in a few words."""
    notes: tuple[str, ...] = ()
    """What is wrong or half there, a line each."""
    doubts: tuple[Doubt, ...] = ()
    is_declared: bool = False
    """Whether the tree says so of itself in so many words, so that nothing else need be counted."""


class Kind(Protocol):
    """A kind of layout: a module."""

    NAME: str

    def find(self, listing: Listing, given: Given) -> Claim | None:
        """The claim of this kind on a tree; None where nothing speaks for it."""
        ...
