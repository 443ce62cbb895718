"""What a page puts in backticks: which words, and which kinds of words, in which kinds of places."""

from __future__ import annotations

from functools import cached_property

from doclint.checks.code.spans import code_spans
from doclint.pair.columns import Role
from doclint.text import words
from doclint.workflows.advise.places import Stand, Stands, Where

UNTOLD = (Role.OTHER, Role.PROSE)
"""Roles of columns that say nothing of what stands there."""


def kind(word: str) -> str:
    """What a word looks like: words of one kind are treated alike on a page."""
    if words.is_number(word):
        return "number"
    if word.startswith("--"):
        return "option"
    if "/" in word:
        return "path"
    if word.isalpha() and (word.islower() or word.istitle() or word.isupper()):
        return "word"
    return next((name for sign, name in ((".", "dotted"), ("-", "joined"), ("_", "joined")) if sign in word), "name")


class PageStyle:
    """The style of one page, read when first asked."""

    def __init__(self, stands: Stands) -> None:
        self.stands = stands

    def has(self, word: str, stand: Stand) -> bool:
        """Whether the page has this word, or one of its kind, in backticks in the same kind of place."""
        wanted = {word, f"\0{kind(word)}"}
        return any(wanted & self._seen.get(place, set()) for place in _places(stand))

    @cached_property
    def _seen(self) -> dict[tuple[str, str], set[str]]:
        seen: dict[tuple[str, str], set[str]] = {}
        for stand in self.stands.all:
            if stand.where is Where.TITLE:
                continue
            for code in code_spans(stand.segment):
                if words.is_token(code.text) or kind(code.text) in ("number", "path", "option"):
                    for place in _places(stand):
                        seen.setdefault(place, set()).update((code.text, f"\0{kind(code.text)}"))
        return seen


def _places(stand: Stand) -> list[tuple[str, str]]:
    """A column is known by its header and by its role, which other tables of the page may share."""
    if stand.where is not Where.COLUMN:
        return [(str(stand.where), "")]
    by_role = [] if stand.role in UNTOLD else [("role", str(stand.role))]
    return [(str(stand.where), stand.header), *by_role]
