"""Words that stand in the place of others, and that the English page says itself.

Where no letter of the word was touched, it comes from another line of the page, or from another version of it. And
where the word stands beside it in the same row, or the two examples share hardly a word, other things were laid beside
each other.
"""

from __future__ import annotations

from doclint.checks import Problem
from doclint.checks.code.sentences import line_of
from doclint.checks.code.spans import code_spans
from doclint.engine.verdict.choices.mended import SLIP, WORD, is_mended
from doclint.page import Code, Kind, Segment
from doclint.page.inline.pieces import PieceKind
from doclint.pair import Pair
from doclint.text import Confidence
from doclint.text.damage import Damage
from doclint.text.lazypattern import lazy
from doclint.text.words import is_name, stands_in

EXCHANGED = {Damage.TRANSLATED, Damage.HALF_TRANSLATED, Damage.RENUMBERED}
"""What another word in its place is called."""

NUMBER = lazy(r"[0-9]+")
ADDRESS = lazy(r"\]\(([^()\s]+)\)")

COPIED = 0.8
"""The share of a page's texts that are still English where nobody has begun to translate it."""

SPACES = 3
"""Spaces of a text that a translator changes."""

FEW = 6
"""Words of an example, of which a third must stand in both; of fewer, one."""


def is_borrowed(problem: Problem, pair: Pair) -> bool:
    """Whether the difference may come from another place of the page: then no more than a difference is known."""
    return (
        is_of_page(problem, pair)
        or is_mended(problem, pair)
        or is_linked_so(problem)
        or is_in_row(problem, pair)
        or is_other_example(problem)
    )


def is_of_page(problem: Problem, pair: Pair) -> bool:
    """Whether another word of the English page stands there, or a spelling that the page has more often."""
    found, expected = problem.found, problem.expected
    if not found or not expected or pair.source is None or found not in pair.source.text:
        return False
    if problem.damage in EXCHANGED:
        return stands_in(found, pair.source.text)
    if problem.damage is Damage.GLUED:  # the class of a component, as the page's own code calls it
        codes = [block.text for block in pair.source.codes if stands_in(found, block.text)]
        return bool(codes) and (
            is_name(found) or not any(stands_in(expected, block.text) for block in pair.source.codes)
        )
    if problem.damage not in SLIP or expected in found or found in expected:
        return False
    if isinstance(problem.source, Code) and problem.source.text.count(expected) == 1:
        return stands_in(found, problem.source.text)
    return pair.source.text.count(expected) == 1 < pair.source.text.count(found)


def is_of_digest(problem: Problem, pair: Pair) -> bool:
    """Whether the page is less than half of its English, so that somebody left out what is gone, or nobody has
    translated it: then it is a copy of what the English read once."""
    if pair.source is None:
        return False
    is_shorter = not problem.found and 2 * len(pair.target.blocks) < len(pair.source.blocks)
    return is_shorter or (problem.found.isascii() and is_copy(pair))


def is_copy(pair: Pair) -> bool:
    """Whether nearly all texts of several words still read as the English does."""
    texts = [match for match in pair.texts if match.source.text.count(" ") >= SPACES]
    same = sum(match.source.text == match.target.text for match in texts)
    return len(texts) >= FEW and same > COPIED * len(texts)


def is_linked_so(problem: Problem) -> bool:
    """Whether the English link leads to the name that was found, and not to the one that its text has: a slip of it."""
    found, expected = problem.found.casefold(), (problem.expected or "").casefold()
    if not found or not isinstance(problem.source, Segment) or not is_name(problem.found):
        return False
    addresses = [match[1].casefold() for match in ADDRESS.finditer(problem.source.text)]
    return any(found in address and expected not in address for address in addresses)


def is_in_row(problem: Problem, pair: Pair) -> bool:
    """Whether the word that a cell lacks stands in another of its row, which says it as often as the English row."""
    ours, theirs, expected = problem.source, problem.target, problem.expected
    if not isinstance(ours, Segment) or not isinstance(theirs, Segment) or theirs.kind is not Kind.CELL:
        return False
    if not expected or pair.source is None or problem.damage not in EXCHANGED:
        return False
    rows = line_of(pair.source.text, ours.span.start), line_of(pair.target.text, theirs.span.start)
    return stands_in(expected, rows[1]) and rows[1].count(expected) >= rows[0].count(expected)


def is_other_example(problem: Problem) -> bool:
    """Whether two examples have so little in common that they are none of each other."""
    source, target = problem.source, problem.target
    if (
        not isinstance(source, Code)
        or not isinstance(target, Code)
        or (problem.found and problem.damage not in EXCHANGED)
    ):
        return False
    ours, theirs = set(WORD.findall(source.text)), set(WORD.findall(target.text))
    fewest, shared = min(len(ours), len(theirs)), len(ours & theirs)
    return (fewest >= FEW and 3 * shared < fewest) or (fewest > 1 and not shared)


def is_other_text(problem: Problem) -> bool:
    """Whether two texts that only their place lays beside each other have no name, number or address in common.

    Then what is gone may be another's. Not told of a text that has nothing else to tell it by.
    """
    ours, theirs = problem.source, problem.target
    if problem.found or problem.confidence is Confidence.HIGH:
        return False
    if not isinstance(ours, Segment) or not isinstance(theirs, Segment) or ours.kind is Kind.CELL:
        return False
    names = _names(ours) - {problem.expected}
    return bool(names) and not names & _names(theirs)


def _names(text: Segment) -> set[str | None]:
    """What tells a text from others in any language: its code, where it links to, its numbers."""
    links = (link.target for link in text.inline.of(PieceKind.LINK, PieceKind.IMAGE))
    return {*(code.text for code in code_spans(text)), *links, *NUMBER.findall(text.plain)}
