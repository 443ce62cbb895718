"""Words in capitals: keywords of a language, an item each, or in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from doclint.checks import Problem
from doclint.checks.lists import items
from doclint.checks.words import cell_changed, part_changed
from doclint.page import Segment
from doclint.pair.alignment.align import Match
from doclint.text.lazypattern import lazy
from doclint.text.words import foreign_words, stands_in

CAPITALS = lazy(r"(?<![\w`])[A-Z][A-Z0-9_]{2,}\b")
KEYWORDS_IN_A_ROW = lazy(
    r"(?<![\w`])[A-Z][A-Z0-9_]{2,}(?: ?\([^()]{0,20}\))?(?:,(?: and| or)? [A-Z][A-Z0-9_]{2,}\b(?: ?\([^()]{0,20}\))?)+"
)

LETTERS = lazy(r"[^\W\d_]+")


def keywords_changed(words: Sequence[Match[Segment]], *, are_called: bool) -> Iterator[Problem]:
    """Items that are nothing but a word in capitals, where a list has several: keywords of a language."""
    for match in words:
        if problem := cell_changed(match, evidence="one of a list of words in capitals"):
            yield as_keyword(problem) if are_called else problem


def as_keyword(problem: Problem) -> Problem:
    """The problem of a word that the English calls reserved: what is in foreign capitals stood in capitals there."""
    is_one = problem.found == problem.found.upper() and next(foreign_words(problem.found), None) is not None
    return problem._replace(is_no_english=is_one)


def keywords_in_text(match: Match[Segment]) -> Iterator[Problem]:
    """Words in capitals in a row, one of which at least the translation kept, so that they are keywords."""
    source, target = match.source.plain, match.target.plain
    row = max((row[0] for row in KEYWORDS_IN_A_ROW.finditer(source)), key=len, default="")
    words = [word[0] for word in CAPITALS.finditer(row)]
    lost = [word for word in words if not stands_in(word, target)]
    if not 0 < len(lost) < len(words):
        return
    parts = items(target)
    texts = [part.of(target) for part in parts]
    offset = next(
        at - index for index, word in enumerate(words) for at, text in enumerate(texts) if stands_in(word, text)
    )
    if any(not stands_in(word, part) for word, part in zip(words, texts[offset:], strict=False) if word not in lost):
        return  # those that are kept stand in no row here
    for index, word in enumerate(words):
        if word in lost and index > 0 and 0 <= index + offset < len(parts):
            part = parts[index + offset]
            found = LETTERS.match(target, part.start, part.end)
            if found and found[0] == found[0].upper() and sorted(found[0]) != sorted(word):  # initials in another order
                yield part_changed(match, word, *found.span(), evidence="one of several words in capitals")
