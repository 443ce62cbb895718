"""Markdown-it's chains of block rules, tried by the first character of a line.

A chain asks every rule at every line, and nearly all say no at a glance at the first character. Here
each chain is one function that asks only those that may say yes, in the same order.
"""

from __future__ import annotations

from collections.abc import Mapping

from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock


class Dispatcher(Ruler[RuleFuncBlockType]):
    """A ruler whose chains hold one function each."""

    def __init__(self, ruler: Ruler[RuleFuncBlockType], first: Mapping[RuleFuncBlockType, str]) -> None:
        """`first` says which first characters a rule wants: none of those that others want, if empty."""
        super().__init__()
        self._first = first
        self.__rules__ = ruler.__rules__
        self._chains: dict[str, list[RuleFuncBlockType]] = {}

    def getRules(self, chainName: str = "") -> list[RuleFuncBlockType]:
        if chainName not in self._chains:
            self._chains[chainName] = [_one_of(super().getRules(chainName), self._first)]
        return self._chains[chainName]


def _one_of(rules: list[RuleFuncBlockType], first: Mapping[RuleFuncBlockType, str]) -> RuleFuncBlockType:
    any_start = [rule for rule in rules if not first.get(rule)]
    known = {char for chars in first.values() for char in chars}
    by_char = {char: [rule for rule in rules if char in first.get(rule, char)] for char in known}

    def chain(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
        at = state.bMarks[startLine] + state.tShift[startLine]
        for rule in by_char.get(state.src[at : at + 1], any_start):  # noqa: SIM110 - any() costs more than the rules
            if rule(state, startLine, endLine, silent):
                return True
        return False

    return chain
