"""What a configuration says, read and checked; None and empty are what it does not say."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from doclint.page.dialects.kinds import Dialect
from doclint.pair.columns import Role
from doclint.pair.policy import NONE
from doclint.text import Confidence, Severity

Pin = Literal["metadata", "last-touch"]
FailOn = Literal["error", "warning", "note", "never"]
Syntax = Literal["backticks", "microsoft"]
"""What keeps words on English pages from translation."""
Option = str | bool | int | float | tuple[str, ...]
Severities = Mapping[str, Severity | None]
"""By the rule's id; None is "off"."""


class Glob(NamedTuple):
    """A pattern of paths as `.gitignore` has them."""

    pattern: str
    file: str = ""
    """The file that names it, absolute."""
    named: str = ""
    """Where it stands, for people: `doclint.toml:12`."""

    @property
    def folder(self) -> str:
        """The folder that it is read from."""
        return os.path.dirname(self.file)


class SourceName(NamedTuple):
    """Where the English lies: a path or the address of a repository, and the revision of it."""

    path: str | None = None
    """Absolute."""
    url: str | None = None
    rev: str | None = None


class LayoutName(NamedTuple):
    """A layout by its name, with what it wants to know besides."""

    name: str
    options: Mapping[str, Option] = NONE


class When(NamedTuple):
    """Which findings an override is about: those that all its conditions hold for; an empty one always holds."""

    locale: tuple[str, ...] = ()
    path: tuple[Glob, ...] = ()
    translation: tuple[str, ...] = ()
    """How the page was translated, as its metadata says: `HT`."""
    meta: Mapping[str, tuple[str, ...]] = NONE
    """What else a finding's `meta` says, by name."""


class Override(NamedTuple):
    """Other rules, severities or confidence for some findings."""

    when: When
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Severities = NONE
    min_confidence: Confidence | None = None


class Allow(NamedTuple):
    """House style: what may stand for a protected word, and where."""

    expected: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    locale: tuple[str, ...] = ()
    path: tuple[Glob, ...] = ()
    rule: tuple[str, ...] = ()
    reason: str | None = None
    named: str = ""
    """Where it stands, for people."""


class TargetName(NamedTuple):
    """One of the translations of a workspace: a folder or a repository, with a config of its own if it has one."""

    name: str
    path: str | None = None
    """Absolute."""
    repository: str | None = None
    """An absolute path, or the address of a repository."""
    rev: str | None = None
    locale: str | None = None
    config: str | None = None
    """Absolute."""


class Config(NamedTuple):
    """All that one or several files say together."""

    file: Path | None = None
    """The nearest file; None where there is none."""
    extends: tuple[str, ...] = ()
    """Absolute; what they say is merged in."""
    packs: tuple[str, ...] = ()
    """Names of installed packs of rules."""
    source: SourceName | None = None
    layout: LayoutName | None = None
    locale: str | None = None
    source_locale: str | None = None
    dialect: Dialect | None = None
    """Whose Markdown the pages are; else the settings of their generator tell."""
    pin: Pin | None = None
    pin_keys: tuple[str, ...] = ()
    digest_keys: tuple[str, ...] = ()
    include: tuple[Glob, ...] = ()
    exclude: tuple[Glob, ...] = ()
    select: tuple[str, ...] = ()
    """Ids of rules; empty: the default ones."""
    ignore: tuple[str, ...] = ()
    severity: Severities = NONE
    min_confidence: Confidence | None = None
    fail_on: FailOn | None = None
    require_translations: bool | None = None
    override: tuple[Override, ...] = ()
    allow: tuple[Allow, ...] = ()
    generated: tuple[Glob, ...] = ()
    """English pages that a program writes."""
    syntax: Syntax | None = None
    protect: tuple[str, ...] = ()
    glossary: tuple[str, ...] = ()
    """Absolute."""
    columns: Mapping[str, Role] = NONE
    """Header words, casefolded, by what their column holds."""
    published_url: str | None = None
    """Where pages are published: a template with names in braces."""
    target: tuple[TargetName, ...] = ()
    baseline: str | None = None
    """A file, or with `{locale}` several; absolute."""
    accept: str | None = None
    """The folder of the files of accepted findings; absolute."""


DEFAULTS = Config()
"""Nothing configured."""
