"""The language of pages that do not say it, where the pages beside them do: `pt` of their folder is `pt-BR`."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable

from doclint.layouts import Target
from doclint.run.pagelocale import own_locale
from doclint.text import locale

SAMPLE = 30
"""Pages of a place that are asked."""


def settled(targets: Iterable[Target]) -> list[Target]:
    """The targets; those of a place that names a language have the tag that pages there say, if they all say the same.

    So that pages with and without it in their front matter are of one language to reports, overrides and baselines.
    """
    targets = list(targets)
    folders: dict[str, str | None] = {}
    places: dict[tuple[str, str], list[Target]] = defaultdict(list)
    for target in targets:
        folder = os.path.dirname(target.file) if target.name else target.folder
        if folder not in folders:
            folders[folder] = locale.in_path(f"{os.path.abspath(folder)}/_")
        if tag := target.locale or folders[folder]:
            places[folder, tag].append(target)
    said = {id(one): tag for (_, place), group in places.items() if (tag := _said(group, place)) for one in group}
    return [target._replace(locale=said[id(target)]) if id(target) in said else target for target in targets]


def _said(group: list[Target], place: str) -> str | None:
    """The only tag of the place's language that pages of a place say; None where there is none, or several."""
    language = place.partition("-")[0]
    sample = [one for one in group if not one.is_missing][:: max(len(group) // SAMPLE, 1)]
    tags = {tag for tag in map(own_locale, sample) if tag and tag.partition("-")[0] == language}
    return tags.pop() if len(tags) == 1 else None
