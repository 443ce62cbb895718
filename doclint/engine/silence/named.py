"""Which rules comments name."""

from __future__ import annotations

from functools import cache

from doclint.engine import rulebook
from doclint.engine.packs import Packs
from doclint.engine.rulebook import Rule
from doclint.engine.silence.comment import Comment
from doclint.text.errors import ConfigError


@cache
def rules_of(packs: Packs) -> tuple[Rule, ...]:
    """All that there are, read once."""
    return tuple(rulebook.load(packs))


@cache
def id_of(name: str, packs: Packs) -> str:
    """The id of a rule that a finding names; what is no rule's name is its own."""
    return next((rule.id for rule in rules_of(packs) if rule.name == name), name)


def named(comment: Comment, packs: Packs) -> set[str]:
    """The ids that a comment names; all where it names none."""
    rules = list(rules_of(packs))
    if not comment.words:
        return {rule.id for rule in rules}
    return {rule for word in comment.words for rule in _ids(word.text, packs)}


@cache
def _ids(word: str, packs: Packs) -> frozenset[str]:
    try:
        return frozenset(rulebook.named(list(rules_of(packs)), [word]))
    except ConfigError:
        return frozenset()
