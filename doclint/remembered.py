"""What earlier runs found on pages that have not changed since, nor has anything that judges them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doclint.checker import Checker
from doclint.discover import Target
from doclint.errors import SourceError, UnreadableError
from doclint.summary import PageResult

if TYPE_CHECKING:
    from doclint.cache import Cache


@dataclass(frozen=True, slots=True)
class Lookup:
    """What the cache says of a page, and where its result belongs."""

    result: PageResult | None
    key: bytes | None
    """None: nothing may be remembered of this page."""


def look_up(cache: Cache | None, checker: Checker, target: Target) -> Lookup:
    """The result that is known of a page; it reads the target and, from git, no source."""
    if cache is None:
        return Lookup(None, None)
    try:
        data = target.read()
        identity = checker.source.identity(target.relative, data) if checker.source else "alone"
    except (UnreadableError, SourceError):
        return Lookup(None, None)
    if identity is None:
        return Lookup(None, None)
    key = cache.key(data, f"{identity}:{target.relative}:{target.name}", locale=checker.locale, path=target.path)
    return Lookup(cache.get(key), key)
