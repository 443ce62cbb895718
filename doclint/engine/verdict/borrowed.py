"""Words that stand in the place of others, and that the English page says itself.

Where no letter of the word was touched, it comes from another line of the page, or from another version of it. A slip
of the English that its own page, or its code, does not share is one that the translator mended. And where the word
stands beside it in the same row, or the two examples share hardly a word, other things were laid beside each other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from doclint.checks import Problem
from doclint.checks.code.sentences import line_of
from doclint.checks.code.spans import code_spans
from doclint.page import Code, Kind, Segment
from doclint.page.inline.pieces import PieceKind
from doclint.pair import Pair
from doclint.pair.words.slips import is_mended_by_code, is_slip_of
from doclint.text import Confidence
from doclint.text.damage import Damage
from doclint.text.lazypattern import lazy
from doclint.text.words import is_name, singular, stands_in

EXCHANGED = {Damage.TRANSLATED, Damage.HALF_TRANSLATED, Damage.RENUMBERED}
"""What another word in its place is called."""

SLIP = {Damage.MISSPELT, Damage.RECASED}

WORD = lazy(r"[A-Za-z_]\w+", re.ASCII)

NUMBER = lazy(r"[0-9]+")
ADDRESS = lazy(r"\]\(([^()\s]+)\)")

ENCLOSING = "()[]{}\"'"
"""Signs that stand around a name, and that an author forgets."""

QUALIFIED = lazy(r"(?:[A-Za-z_][\w-]*[./=])+", re.ASCII)
"""What a name belongs to, before it."""

BRACKETS = ("()", "[]", "{}", "<>")

CLOSING = ")]}>"

OFTEN = 3
"""Times that the English says a word of which it has another spelling once: that is its slip."""

COPIED = 0.8
"""The share of a page's texts that are still English where nobody has begun to translate it."""

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


def is_mended(problem: Problem, pair: Pair) -> bool:
    """Whether the English code has the name that was found and never the expected one: a slip of its text."""
    found, expected = problem.found, problem.expected or ""
    if pair.source is None or isinstance(problem.source, Code) or not is_name(found) or not is_name(expected):
        return False
    if problem.damage not in SLIP | {Damage.TRUNCATED} or found not in pair.source.code_text:
        return False
    return is_mended_by_code(expected, found, pair.source)


def is_perhaps_mended(problem: Problem) -> bool:
    """Whether the translator may have mended a slip of the English: a letter, brackets or quotes that it lacks."""
    name, found = problem.expected or "", problem.found
    if problem.damage is Damage.MISSPELT:
        return is_name(name) and is_name(found)
    if problem.damage is Damage.GLUED:
        return found == f"{name}s"
    if problem.damage not in {Damage.WORDS_ADDED, Damage.PUNCTUATION_ADDED} or len(found.split()) != len(name.split()):
        return False
    more, less = Counter(found) - Counter(name), Counter(name) - Counter(found)
    return not less and all((char.isascii() and char.isalnum()) or char in ENCLOSING for char in more)


def is_said_fully(problem: Problem) -> bool:
    """Whether a span says more than the English, or less, and no machine did it.

    A name with what it belongs to (`depot.open`, `kind=north`), one thing of a kind (`action` of `actions`), quotes
    around it, or brackets that the English opens and does not close.
    """
    name, found = problem.expected or "", problem.found
    if not isinstance(problem.source, Segment) or not name or not found:
        return False
    owner = found.removesuffix(name)
    if owner != found and QUALIFIED.fullmatch(owner) and name[0].isalpha() and not name.startswith(owner):
        return True
    if found in (f'"{name}"', f"'{name}'"):
        return True
    if name.isalpha() and name.islower() and singular(name) == found != name:
        return True
    more = found.removeprefix(name)
    return found != more != "" and not set(more) - set(CLOSING) and not _are_closed(_span_of(problem, problem.source))


def _span_of(problem: Problem, segment: Segment) -> str:
    """The code span of the English that the expected words stand in; these where there is none."""
    place = problem.source_span
    spans = [code.text for code in code_spans(segment) if place is not None and code.whole.overlaps(place)]
    return spans[0] if spans else problem.expected or ""


def _are_closed(text: str) -> bool:
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in BRACKETS)


def is_put_right(problem: Problem, pair: Pair) -> bool:
    """Whether the expected word is a slip of a name that the English page's code has, and that the translation says."""
    found, expected = problem.found, problem.expected or ""
    if problem.damage not in SLIP or pair.source is None or not is_slip_of(expected, found):
        return False
    known = pair.source_vocabulary
    return known.is_proven(found) and not known.is_proven(expected)


def is_spelt_so(problem: Problem, pair: Pair, is_known: Callable[[str], bool]) -> bool:
    """Whether other English pages have the one word that differs as the translation spells it, and none as the page's
    English does, which says it once: a slip of it."""
    if problem.damage not in {*SLIP, Damage.GLUED} or pair.source is None:
        return False
    one, other = _differing(problem)
    return bool(one) and _said(pair.source.text)[one] == 1 and is_known(other) and not is_known(one)


def is_slip_of_english(problem: Problem, pair: Pair) -> bool:
    """Whether the one word that differs stands in the English once, and with its letters in order again and again."""
    one, other = _differing(problem)
    if pair.source is None or not one:
        return False
    if one.casefold() == other.casefold() or sorted(one.casefold()) != sorted(other.casefold()):
        return False  # a class may be called as a word is
    said = _said(pair.source.text)
    return said[one] == 1 and said[other] >= OFTEN


def _differing(problem: Problem) -> tuple[str, str]:
    """The one word of the English that differs, and what stands in its place; empty where several do, or none."""
    ours, theirs = WORD.findall(problem.expected or ""), WORD.findall(problem.found)
    if len(ours) != len(theirs):
        return "", ""
    differing = {(one, other) for one, other in zip(ours, theirs, strict=True) if one != other}
    return differing.pop() if len(differing) == 1 else ("", "")


@lru_cache(4)
def _said(text: str) -> Counter[str]:
    """How often a page says each word, which is asked for many of its problems."""
    return Counter(WORD.findall(text))


def is_of_digest(problem: Problem, pair: Pair) -> bool:
    """Whether the page is less than half of its English, so that somebody left out what is gone, or nobody has
    translated it: then it is a copy of what the English read once."""
    if pair.source is None:
        return False
    is_shorter = not problem.found and 2 * len(pair.target.blocks) < len(pair.source.blocks)
    return is_shorter or (problem.found.isascii() and is_copy(pair))


def is_copy(pair: Pair) -> bool:
    """Whether nearly all texts of several words still read as the English does."""
    texts = [match for match in pair.texts if match.source.text.count(" ") >= OFTEN]
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
