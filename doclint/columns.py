"""What the cells of a column are, told by its header: members, values, names, types or prose."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Role(StrEnum):
    """What a column holds."""

    MEMBER = "member"
    VALUE = "value"
    NAME = "name"
    TYPE = "type"
    PROSE = "prose"
    OTHER = "other"


@cache
def _words() -> tuple[dict[str, Role], dict[str, Role]]:
    """Header texts in English, and in all languages."""
    data = tomllib.loads((files("doclint") / "columns.toml").read_text("utf-8"))
    english = {word: Role(role) for role, locales in data.items() for word in locales["en"]}
    known = {word: Role(role) for role, locales in data.items() for words in locales.values() for word in words}
    return english, known | english


def role(header: str, own: Mapping[str, Role]) -> Role:
    """The role of a column of an English table, from the plain text of its header; a team's `own` words come first."""
    english, _ = _words()
    text = " ".join(header.casefold().split()).strip(":")
    return own.get(text) or english.get(text) or english.get(text.rpartition(" ")[2], Role.OTHER)


def role_anywhere(header: str, own: Mapping[str, Role]) -> Role:
    """The role of a column of a table in any language; by the whole header only."""
    _, known = _words()
    text = " ".join(header.casefold().split())
    return own.get(text) or known.get(text, Role.OTHER)
