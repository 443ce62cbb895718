"""What earlier runs found on pages that have not changed since, nor has anything that judges them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from doclint.layouts import Target
from doclint.run.checker import Checker
from doclint.run.context import Context
from doclint.run.summary import PageResult
from doclint.text.errors import SourceError, UnreadableError

if TYPE_CHECKING:
    from doclint.run.cache.store import Cache


class Lookup(NamedTuple):
    """What is known of a page before it is checked."""

    target: Target
    data: bytes | None = None
    """Its bytes, where they were read."""
    key: bytes | None = None
    """Where its result belongs; None: nothing may be remembered of it."""
    result: PageResult | None = None


def look_up(cache: Cache, checker: Checker, targets: Sequence[Target]) -> list[Lookup]:
    """What is known of some pages; it reads the targets and, from git, no source."""
    asked = [_asked(cache, checker, target) for target in targets]
    known = cache.get([lookup.key for lookup in asked if lookup.key])
    return [
        lookup._replace(result=result)
        if lookup.key and (result := known.get(lookup.key)) and _holds(result, checker.contexts[lookup.target.context])
        else lookup
        for lookup in asked
    ]


def _holds(result: PageResult, context: Context) -> bool:
    """Whether the site would still answer what was asked while the page was checked as it did then."""
    return not result.asked or (context.lexicon is not None and context.lexicon.still_says(result.asked))


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
    where = ":".join((identity, target.source, target.name, context.digest, context.usual_locale or ""))
    named = context.locale or target.locale
    return Lookup(target, data, cache.key(data, where, locale=named, path=target.path))
