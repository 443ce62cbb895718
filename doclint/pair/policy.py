"""What a team's configuration adds to the evidence that rules judge by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    renderings: Mapping[str, tuple[Rendering, ...]] = NONE
    """Of the team's glossaries, by locale, in the order of the files (see `by_locale`)."""

    def renderings_for(self, locale: str) -> Iterable[Rendering]:
        """Those for pages of a locale (a BCP 47 tag), and for its language in all regions."""
        for end in (*(at for at, char in enumerate(locale) if char == "-"), len(locale)):
            yield from self.renderings.get(locale[:end], ())


def by_locale(renderings: Iterable[Rendering]) -> dict[str, tuple[Rendering, ...]]:
    """Renderings as a policy has them."""
    found: dict[str, list[Rendering]] = {}
    for one in renderings:
        found.setdefault(one.locale, []).append(one)
    return {locale: tuple(ones) for locale, ones in found.items()}


PLAIN = Policy()
"""Nothing of a team's own."""
