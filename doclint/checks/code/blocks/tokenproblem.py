"""The problem of a token that has become another, and whose choice that may be."""

from __future__ import annotations

import re
from collections import Counter

from doclint.checks import Problem
from doclint.checks.code.blocks.alone import is_alone, is_machines, is_renumbered
from doclint.checks.code.blocks.kinds import is_foreign, is_keyword, is_module, is_same_words
from doclint.checks.code.frontkeys import is_front_key
from doclint.checks.code.tokens import SHELLS
from doclint.checks.code.tokens import Token as CodeToken
from doclint.checks.difference import Difference
from doclint.page import Code
from doclint.pair import Pair
from doclint.pair.alignment.align import Match
from doclint.text import Severity
from doclint.text.damage import Damage, judge, resembles
from doclint.text.words import stands_in

ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;"}


def unmade(pair: Pair, problem: Problem, match: Match[Code]) -> Problem:
    """The problem of a word in letters of another script among others that stand: hardly an author made it up."""
    if pair.is_exact or match.source.language in SHELLS:
        return problem
    return problem._replace(is_sample=False, severity=Severity.WARNING)


def is_sample(pair: Pair, expected: CodeToken, word: CodeToken, found: Counter[str]) -> bool:
    """Whether a made-up name became another one everywhere, in the letters that code is written in."""
    if not expected.is_name or not word.text or is_foreign(word.text):
        return False
    if pair.source and any(stands_in(word.text, code.text) for code in pair.source.codes):
        return False
    if judge(expected.text, word.text) in (Damage.MISSPELT, Damage.RECASED, Damage.SPACED, Damage.PUNCTUATION_ADDED):
        return False
    whole = re.compile(rf"(?<!\w){re.escape(word.text)}(?!\w)")
    return found[word.text] > 1 or sum(len(whole.findall(code.text)) for code in pair.target.codes) > 1


def token_problem(
    match: Match[Code], expected: CodeToken, word: CodeToken, *, is_only: bool, is_exact: bool
) -> Problem:
    """The problem of one token in the place of another; its fix is there where it is the only one of the block."""
    span = match.target.place(word.start, word.start + len(word.text))
    is_other = expected.text != word.text
    damage = judge(expected.text, word.text) if is_other else Damage.MISSPELT
    damage = Damage.RENUMBERED if is_renumbered(expected.text, word.text) else damage
    is_sure = match.is_sure and is_other and resembles(expected.text, word.text)
    is_number = is_only and expected.text.isdecimal() and word.text.isdecimal()
    is_of_language = is_keyword(match, expected, word)
    is_machines_own = not is_of_language and is_machines(expected, word) and is_alone(match)
    is_ours = is_machines_own or is_front_key(match.source.text, expected.start)
    is_entity = f"&{word.text.strip('&;')};" == ENTITIES.get(expected.text)  # nothing reads it so
    return Difference(match, span, match.source.place(expected.start, expected.start + len(expected.text))).problem(
        word.text,
        expected.text,
        evidence="code of the English example",
        damage=damage,
        put=expected.text if is_only and word.text else None,
        is_safe=is_sure,
        severity=Severity.WARNING if is_number or (is_ours and not is_exact) else None,
        is_sample=not (
            is_entity
            or is_number
            or is_ours
            or is_of_language
            or (is_same_words(expected, word) and is_module(expected, match.source.text))
        ),
        is_no_english=is_entity,
    )
