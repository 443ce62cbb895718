"""Keys of the front matter that are gone, and those that stand in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doclint.checks import Fix, Problem
from doclint.page import Page
from doclint.page.frontmatter import Entry
from doclint.text import Severity, Span
from doclint.text.damage import Damage, judge, likeness, resembles

SWITCH_VALUES = frozenset({"true", "false"})
"""A switch, which in any other word is a text and always on."""


def front_keys_changed(source: Page, target: Page, *, is_any_case: bool) -> Iterator[Problem]:
    """Keys that are gone, where one that the source does not know stands in their place."""
    gone = [entry for entry in source.front.entries if target.front.get(entry.key) is None]
    if not gone:
        return
    strange = [entry for entry in target.front.entries if source.front.get(entry.key) is None]
    if is_any_case:
        keys = {entry.key.casefold() for entry in source.front.entries}
        strange = [entry for entry in strange if entry.key.casefold() not in keys]
    for entry in strange:
        damaged = [one for one in gone if _is_damaged(one.key, entry.key)]
        if not damaged and _has_value_of(entry, gone, source):
            yield _renamed(entry, next(one for one in gone if one.value == entry.value))
            continue
        if not damaged and not entry.key.isascii() and len(gone) == 1:
            damaged = gone
        if len(damaged) == 1 and _is_whole(entry.key, entry.key_span, target):
            expected = damaged[0].key
            is_safe = resembles(expected, entry.key) and (len(gone) == len(strange) or _is_damaged(expected, entry.key))
            yield Problem(
                entry.key_span,
                entry.key,
                expected=expected,
                damage=judge(expected, entry.key),
                evidence="key of the front matter",
                fix=Fix.of(entry.key_span, expected, is_safe=is_safe),
                source_span=damaged[0].key_span,
            )


def _has_value_of(entry: Entry, gone: list[Entry], source: Page) -> bool:
    """Whether a key has the value that one key of the English has, which is gone."""
    if entry.value in SWITCH_VALUES:
        return False
    same = [one for one in source.front.entries if one.value == entry.value]
    return (
        len(same) == 1 and same[0] in gone and "." not in entry.key and re.search("[a-z]{3}", entry.value) is not None
    )


def _renamed(entry: Entry, gone: Entry) -> Problem:
    """The problem of a key that has another's value, by which it is known again."""
    return Problem(
        entry.key_span,
        entry.key,
        expected=gone.key,
        damage=judge(gone.key, entry.key),
        severity=Severity.WARNING if entry.key.isascii() else None,
        evidence="key of the front matter, with the same value",
        fix=Fix.unsafe(entry.key_span, gone.key),
        source_span=gone.key_span,
    )


def _is_damaged(expected: str, found: str) -> bool:
    """Whether a key is what became of another."""
    if found.isascii():
        return judge(expected, found) in (Damage.RECASED, Damage.SPACED)
    return likeness(expected, found) > 0.8


def _is_whole(key: str, span: Span, page: Page) -> bool:
    """Whether the key stands as it is read; an inner mapping's is read with its outer names."""
    return span.of(page.text) == key
