"""What earlier runs found on pages that have not changed since, nor has anything that judges them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from doclint.layouts import Target
from doclint.run.cache.states import STATES, WORTH_A_LOOK, States, needs_states
from doclint.run.checker import Checker
from doclint.run.summary import PageResult
from doclint.run.witnesses.histories import Histories
from doclint.text.errors import SourceError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doclint.run.cache.store import Cache
    from doclint.site import Site

AT_ONCE = 32
"""Pages that are looked up in the cache together, which halves the time of each."""


class Lookup(NamedTuple):
    """What is known of a page before it is checked."""

    target: Target
    data: bytes | None = None
    """Its bytes, where they were read."""
    key: bytes | None = None
    """Where its result belongs; None: nothing may be remembered of it."""
    result: PageResult | None = None


class Memory:
    """The cache as a run asks it. Belongs to one process."""

    def __init__(self, cache: Cache, checker: Checker, pages: int) -> None:
        """`pages`: so many will be asked for."""
        self._cache = cache
        self._checker = checker
        self._histories = Histories(checker.contexts)
        self._states = States(checker.contexts, self._histories) if pages >= WORTH_A_LOOK else None

    def lookups(self, targets: Sequence[Target]) -> Iterator[Lookup]:
        """What is known of each page, found as far ahead as is asked; it reads the targets and, from git, no source."""
        for start in range(0, len(targets), AT_ONCE):
            asked = [_asked(self._cache, self._checker, target) for target in targets[start : start + AT_ONCE]]
            known = self._cache.get([lookup.key for lookup in asked if lookup.key])
            for lookup in asked:
                result = known.get(lookup.key) if lookup.key else None
                yield lookup._replace(result=result) if result and self._holds(result, lookup) else lookup

    def put(self, lookup: Lookup, result: PageResult) -> None:
        """Remember what was found, with the numbers of all that it rests on."""
        if lookup.key is None:
            return
        states = self._states.of(lookup.target, result) if self._states and needs_states(result) else None
        self._cache.put(lookup.key, replace(result, asked={**result.asked, STATES: states}) if states else result)

    def _holds(self, result: PageResult, lookup: Lookup) -> bool:
        """Whether a result is still right; one that turned out so by many questions is put back with their numbers."""
        if not needs_states(result):
            return True
        states = self._states.of(lookup.target, result) if self._states else None
        if states and result.asked.get(STATES) == states:
            return True
        if result.is_orphan or not self._is_answered(result, lookup.target):
            return False
        if states:
            self.put(lookup, result)
        return True

    def _is_answered(self, result: PageResult, target: Target) -> bool:
        """Whether the witnesses would still answer what they were asked while the page was checked as they did then."""
        context, asked = self._checker.contexts[target.context], result.asked
        if (words := asked.get("lexicon")) and not (context.lexicon and context.lexicon.still_says(words)):
            return False
        if (links := asked.get("links")) and not (context.atlas and context.atlas.still_says(links)):
            return False
        if (pages := asked.get("locales")) and not (context.site and _still_says(context.site, target, pages)):
            return False
        return self._histories.still_says(target, asked.get("history", {}))


def _still_says(site: Site, target: Target, pages: Mapping[str, int]) -> bool:
    from doclint.run.witnesses import locales

    return locales.still_says(site, target, pages)


def _asked(cache: Cache, checker: Checker, target: Target) -> Lookup:
    if target.is_missing:
        return Lookup(target)
    try:
        data = target.read()
        context = checker.contexts[target.context]
        identity = context.source.identity(target.source, data) if context.source else "alone"
    except (UnreadableError, SourceError):
        return Lookup(target)
    if identity is None:
        return Lookup(target, data)
    identity += context.confirmed.english(data, target.path) or ""
    known = (target.dialect or "", context.usual_locale or "")
    where = ":".join((identity, target.source, target.name, target.digest, context.digest, *known))
    named = context.locale or target.locale
    return Lookup(target, data, cache.key(data, where, locale=named, path=target.path))
