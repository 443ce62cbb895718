"""Paths that differ in capitals only: on many disks they are one file, and translators rename `Debug` to `debug`."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from doclint.layouts.layout import Counterpart


def as_written(sources: Mapping[str, Counterpart], files: Collection[str]) -> Mapping[str, Counterpart]:
    """Translated pages with their sources, each source as the tree writes it where that differs in capitals only."""
    lost = {one.path.lower() for one in sources.values() if one.path not in files}
    if not lost:
        return sources
    written = {path.lower(): path for path in sorted(files, reverse=True) if path.lower() in lost}
    return {
        page: one if one.path in files else one._replace(path=written.get(one.path.lower(), one.path))
        for page, one in sources.items()
    }
