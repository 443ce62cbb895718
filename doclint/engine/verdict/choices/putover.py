"""Samples that were put over throughout a page, so that it agrees with itself."""

from __future__ import annotations

import re

from doclint.checks import Problem
from doclint.page import Page
from doclint.pair import Pair
from doclint.text.damage import Damage
from doclint.text.lazypattern import lazy
from doclint.text.words import stands_in

SAME_WORD = {Damage.RECASED, Damage.SPACED, Damage.PUNCTUATION_ADDED, Damage.WORDS_ADDED}
"""Damage that leaves the word itself, so that no other name was put in its place."""

DEFINED = lazy(r"\b(?:function|var|let|const|def|fn|func)[ \t]+(?P<name>[^\W\d]\w*)[ \t]*[=;:(,\[]")
"""Where code defines a name by a word for it."""

TYPED = lazy(
    r"^[ \t]*[+*-]?[ \t]*(?!(?:return|new|await|throw|delete|import|export|from|else)\b)\w+(?:[ \t]+\w+)?"
    r"[ \t]+(?P<name>[^\W\d]\w*)[ \t]*[=;]",
    re.MULTILINE,
)
"""The same by its type: `uniform mat4 u_door;`."""

OFTEN = 2
"""Times that a page says a name which it has for another one."""

TOKEN = lazy(r"\w+")


def is_renamed_alike(found: str, pair: Pair) -> bool:
    """Whether the code of the page says the found word again, and its English nowhere: the sample was put over."""
    return bool(found) and pair.target.code_text.count(found) > 1 and not (pair.source and _says(pair.source, found))


def is_put_over(problem: Problem, pair: Pair) -> bool:
    """Whether a sample was put over throughout: what differs stands twice in the page's code, the English nowhere."""
    name, found = problem.expected or "", problem.found
    if not name or len(found.split()) != len(name.split()) or problem.damage in {*SAME_WORD, Damage.MISSPELT}:
        return False
    ours, theirs = TOKEN.findall(name), TOKEN.findall(found)
    pairs = [*zip(ours, theirs, strict=True)] if len(ours) == len(theirs) else [(name, found)]
    differing = [(one, other) for one, other in pairs if one != other]
    return bool(differing) and all(
        _times(other, pair.target.code_text) > 1
        and not stands_in(one, pair.target.code_text)
        and not (pair.source and _says(pair.source, other))
        for one, other in differing
    )


def is_own_name_put_over(problem: Problem, pair: Pair) -> bool:
    """Whether the page's own code defines a name, as a tutorial its variables, and the translation says it nowhere and
    the other one again and again."""
    name, found = problem.expected or "", problem.found
    if pair.source is None or not name.isidentifier() or problem.damage in SAME_WORD or name in pair.target.text:
        return False
    if found.isidentifier() and (not found.isascii() or pair.target.text.count(found) < OFTEN):
        return False
    return (found.isidentifier() or not problem.is_sample) and _defines(pair.source.text, name)


def _defines(text: str, name: str) -> bool:
    """Whether code gives a name to something: `var door = 1`, `uniform mat4 u_door;`."""
    return any(match["name"] == name for form in (DEFINED, TYPED) for match in form.finditer(text))


def _times(words: str, code: str) -> int:
    """How often a word, or words with signs between, stand in code; `ync` is no word of `async`."""
    return TOKEN.findall(code).count(words) if TOKEN.fullmatch(words) else code.count(words)


def _says(page: Page, word: str) -> bool:
    return word in page.text and stands_in(word, page.text)
