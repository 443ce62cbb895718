"""What the cells of a column are, told by its header: members, values, names, types, scopes, HTTP headers or prose."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from doclint.pair.columnwords import WORDS
from doclint.text.lazypattern import lazy


class Role(StrEnum):
    """What a column holds."""

    MEMBER = "member"
    VALUE = "value"
    NAME = "name"
    TYPE = "type"
    HEADER = "header"
    """Names of HTTP headers, if the table bears it out."""
    SCOPE = "scope"
    """Permissions that an application asks for."""
    PROSE = "prose"
    OTHER = "other"


ASIDE = lazy(r"\([^()]*\)|\[[^\[\]]*\]")
"""What a header adds in brackets: `Permissions (from least to most privileged)`."""


@cache
def _words() -> tuple[dict[str, Role], dict[str, Role]]:
    """Header texts in English, and in all languages."""
    english = {word: Role(role) for role, locales in WORDS.items() for word in locales["en"]}
    known = {word: Role(role) for role, locales in WORDS.items() for words in locales.values() for word in words}
    return english, known | english


def role(header: str, own: Mapping[str, Role]) -> Role:
    """The role of a column of an English table, from the plain text of its header; a team's `own` words come first."""
    english, _ = _words()
    text = _folded(header)
    if known := own.get(text) or english.get(text):
        return known
    text = _folded(ASIDE.sub(" ", text))
    known = english.get(text) or english.get(text.rpartition(" ")[2])
    if known is None and english.get(text.partition(" ")[0]) is Role.SCOPE:
        return Role.SCOPE
    return known or Role.OTHER


def role_anywhere(header: str, own: Mapping[str, Role]) -> Role:
    """The role of a column of a table in any language; by the whole header only."""
    _, known = _words()
    text = _folded(header)
    return own.get(text) or known.get(text) or known.get(_folded(ASIDE.sub(" ", text)), Role.OTHER)


def _folded(header: str) -> str:
    return " ".join(header.casefold().split()).strip(": ")
