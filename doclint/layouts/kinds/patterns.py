"""Folders that the user names: `packages/docs/copy/en` and `docs/{locale}`, any number of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from doclint.layouts.claim import Given
from doclint.layouts.listing import Listing
from doclint.layouts.routes import SLOT, Route, expand
from doclint.text.errors import ConfigError


def routes_of(patterns: Sequence[tuple[str, str]], listing: Listing, given: Given) -> list[Route]:
    """The routes of (source folder, target folder with `{locale}`). Raises ConfigError when there are none."""
    if not patterns:
        raise ConfigError("no patterns: name a folder of sources and one of translations, as docs/en and docs/{locale}")
    routes = [
        route for source, target in patterns for route in _routes(_folder(source), _folder(target), listing, given)
    ]
    if not routes:
        shown = ", ".join(target for _, target in patterns)
        raise ConfigError(f"no folder of a locale at {shown}")
    return routes


def _routes(source: str, target: str, listing: Listing, given: Given) -> Iterator[Route]:
    if target.count(SLOT) == 1 and SLOT not in source:
        yield from expand(listing, source, target, given.source)
    elif given.locale and SLOT not in target:
        yield Route(source, target, given.locale)
    else:
        raise ConfigError(f'"{target}" needs one {SLOT}, or a locale, and "{source}" none')


def _folder(written: str) -> str:
    """A folder as layouts write it, with `/` at its end."""
    path = "/".join(part for part in written.replace("\\", "/").split("/") if part not in ("", "."))
    if ".." in path.split("/"):
        raise ConfigError(f'the folder "{written}" leads out of the tree')
    return f"{path}/" if path else ""
