"""How a translated page stands to the English of today: in step, so many commits behind, or nobody can tell.

A digest or a commit that the page names tells which English it was made from. Where it names none, it is taken to be
made from the English of its own last commit.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import NamedTuple

from doclint.layouts import Target
from doclint.page import frontmatter
from doclint.page.frontmatter import FrontMatter
from doclint.pair import digest
from doclint.run.plan.plan import Plan
from doclint.run.witnesses.lines import Lines
from doclint.sources import Absent, Loaded
from doclint.sources.git.versions.log import Version
from doclint.sources.source import Versioned
from doclint.text import Trust
from doclint.text.errors import ConfigError, SourceError, UnreadableError
from doclint.text.spans import decode


class Standing(StrEnum):
    """What became of one English page in one locale."""

    IN_STEP = "in step"
    BEHIND = "behind"
    UNKNOWN = "unknown"
    """Translated, and nothing tells from which English."""
    MISSING = "missing"
    ORPHANED = "orphaned"
    """Translated, and there is no English."""


class Stands(NamedTuple):
    """The standing of a page."""

    standing: Standing
    commits: int = 0
    """Of the English since then, at least."""


class Standings:
    """Asks for each page of a plan. Belongs to one process."""

    def __init__(self, plan: Plan) -> None:
        self._contexts = plan.contexts
        self._lines = Lines(plan.contexts)

    def of(self, target: Target) -> Stands:
        """The standing of one page; what cannot be read or looked up is unknown."""
        source = self._contexts[target.context].source
        if target.is_missing:
            return Stands(Standing.MISSING)
        try:
            text = decode(target.read())
            front = frontmatter.read(text, target.digest)
            loaded = source.load(target.source, front, text, target=target.relative) if source else Absent("")
            if isinstance(loaded, Absent):
                return Stands(Standing.ORPHANED if loaded.is_orphan else Standing.UNKNOWN)
            return self._named(target, front, text, loaded) or self._by_dates(target)
        except (UnreadableError, ConfigError, SourceError):
            return Stands(Standing.UNKNOWN)

    def _named(self, target: Target, front: FrontMatter, text: str, loaded: Loaded) -> Stands | None:
        """By what the page names; None where it names nothing that can be had."""
        context = self._contexts[target.context]
        proven = digest.is_proven(front, loaded.data, text, context.policy.digest_keys)
        if proven is False:
            return Stands(Standing.BEHIND, 1)
        if proven is None and loaded.trust is not Trust.PINNED:
            return None
        if not isinstance(context.source, Versioned) or context.source.newest(loaded) is None:
            return Stands(Standing.IN_STEP)
        blob = hashlib.sha1(b"blob %d\0" % len(loaded.data) + loaded.data, usedforsecurity=False).hexdigest()
        versions = self._versions(target)
        newer = next((number for number, one in enumerate(versions) if one.blob == blob), 1)
        return Stands(Standing.BEHIND, max(newer, 1))

    def _by_dates(self, target: Target) -> Stands:
        """By the last commit of the page, and those of its English since; unknown where git does not tell of both."""
        own, place = self._lines.of_translation(target)
        english, _ = self._lines.of_english(target)
        touched = own.log.versions(place) if own else []
        versions = self._versions(target)
        if own is None or english is None or not touched or not versions:
            return Stands(Standing.UNKNOWN)
        if own.is_same(english):
            newer = sum(one.number > touched[0].number for one in versions)
        else:
            newer = sum(one.time > touched[0].time for one in versions)
        return Stands(Standing.BEHIND, newer) if newer else Stands(Standing.IN_STEP)

    def _versions(self, target: Target) -> list[Version]:
        """What the English page held, the newest first."""
        line, path = self._lines.of_english(target)
        return line.log.versions(path) if line else []
