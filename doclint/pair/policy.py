"""What a team's configuration adds to the evidence that rules judge by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from doclint.page.dialects.kinds import Dialect
from doclint.pair.columns import Role

NONE: Mapping[str, Any] = {}
"""Shared by all that have none, and never written to."""


class Rendering(NamedTuple):
    """What a team's glossary wants for a term of the source language in another one."""

    term: str
    locale: str
    """A BCP 47 tag; a language alone holds for all its regions."""
    right: tuple[str, ...]
    """One of these."""
    forbidden: tuple[str, ...] = ()


class Policy(NamedTuple):
    """A team's own words; picklable, the same for many pages."""

    protect: frozenset[str] = frozenset()
    """Words and phrases that stay as they are wherever they stand."""
    headers: Mapping[str, Role] = NONE
    """Header words of columns, in any language and casefolded, before doclint's own."""
    digest_keys: tuple[str, ...] = ()
    """Front matter keys that hold a digest of the source, besides those that are known."""
    dialect: Dialect | None = None
    """Whose Markdown the pages are; None where neither the team nor the site's settings say."""
    renderings: tuple[Rendering, ...] = ()
    """Of the team's glossaries, for all languages."""


PLAIN = Policy()
"""Nothing of a team's own."""
