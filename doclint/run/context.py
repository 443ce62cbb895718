"""What the pages of one target have in common: where their English lies, their language, their team's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from doclint.pair.policy import PLAIN, Policy
from doclint.sources import Source
from doclint.sources.lock import Lock

if TYPE_CHECKING:
    from doclint.site import Atlas, Site, SiteLexicon

NOTHING = Lock()


class Context(NamedTuple):
    """Survives being pickled to a worker; a run has one for each target of a workspace, and few."""

    source: Source | None = None
    locale: str | None = None
    """What the pages are in, whatever they say themselves."""
    usual_locale: str | None = None
    """What they are in where neither their metadata nor their place says."""
    policy: Policy = PLAIN
    digest: str = ""
    """Of all in the configuration that a page's problems depend on."""
    is_exact: bool = False
    """Whether whoever asks knows that the pages were made from this very English, as a digest would prove."""
    lexicon: SiteLexicon | None = None
    """The words of the site; None where no layout and no source tells which pages it has."""
    site: Site | None = None
    """Its pages, likewise."""
    atlas: Atlas | None = None
    """Where the links of the site lead; None as with the lexicon."""

    confirmed: Lock = NOTHING
    """Which English reviewers found pages in step with."""


ALONE = Context()
"""Pages without English."""
