"""Which code spans a segment has lost, and which stand in it that the English does not have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from doclint.checks.code.spans import CodeSpan, PageCode, code_spans
from doclint.checks.samples.prose import is_prose, is_quoted
from doclint.page import Segment
from doclint.pair.alignment.align import Match
from doclint.pair.words.slips import is_slip_of
from doclint.text.lazypattern import lazy
from doclint.text.words import is_name, letters_of, singular, stands_in

WORD = lazy(r"[\w@$-]+")
LONG = 6
"""Characters of what no block of code has by chance."""

HOST = lazy(r"([a-z]{4,})\.(?:com|org|net|io|dev)")
NUMBER = lazy(r"[0-9]+")


def gone(match: Match[Segment], fewer: Iterable[CodeSpan]) -> tuple[list[CodeSpan], list[CodeSpan]]:
    """Of spans that the target has less often those that are lost, and those that only lost their marks."""
    lost: list[CodeSpan] = []
    bare: list[CodeSpan] = []
    ours, theirs = match.source.plain, match.target.plain
    for code in fewer:
        is_there = stands_in(code.text, theirs) and theirs.count(code.text) >= ours.count(code.text)
        (bare if is_there else lost).append(code)
    return lost, bare


def put_right(codes: Iterable[CodeSpan], here: Counter[str], there: Counter[str], source: PageCode) -> set[str]:
    """The spans of the English that are a slip of another one it has more often, and which stands in their place."""
    new = [text for text in there if there[text] > here[text] and (source.count[text] or text in source.page.code_text)]
    return {
        code.text
        for code in codes
        if any(source.count[code.text] <= source.count[text] and is_slip_of(code.text, text) for text in new)
    }


def is_strange(text: str, lost: Collection[CodeSpan], here: Collection[str], source: PageCode) -> bool:
    """Whether the English page does not say this anywhere, or only as a part of a lost span."""
    if source.count[text] or _is_joined_of(text, here):
        return False
    return not stands_in(text, source.prose) or any(_has_lost_bracket(text, code.text) for code in lost)


def _has_lost_bracket(one: str, other: str) -> bool:
    """Whether a span is another one without one of its brackets, so that they do not close."""
    return letters_of(one) == letters_of(other) and _is_closed(other) and not _is_closed(one)


def _is_closed(text: str) -> bool:
    """Whether as many brackets of each kind are closed as are opened."""
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in ("()", "[]", "{}", "<>"))


def stray_number(match: Match[Segment]) -> CodeSpan | None:
    """The only number that the English segment does not have: machines put numbers in the place of code."""
    ours = Counter(NUMBER.findall(match.source.plain))
    new = [found for found in NUMBER.finditer(match.target.plain) if not ours[found[0]]]
    if len(new) != 1:
        return None
    span = match.target.inline.place(*new[0].span())
    return CodeSpan(new[0][0], span, span)


def _is_joined_of(text: str, spans: Collection[str]) -> bool:
    """Whether a span is made of several English ones, as `send(parcel)` of `send` and `parcel`."""
    words = WORD.findall(text)
    return len(words) > 1 and all(word in spans for word in words)


def is_told(name: str, match: Match[Segment]) -> bool:
    """Whether a segment says what a span is about: the name that is given a value, the brand that a host is of, one of
    several, the end of files (`.key` of `*.key`)."""
    ours, theirs = match.source.plain, match.target.plain
    spans = {code.text for code in code_spans(match.target)}
    one = singular(name)
    if one != name and one in spans and not stands_in(one, ours):
        return True
    if name.startswith("*.") and name[1:] in spans:
        return True
    key, sign, _ = name.partition("=")
    if sign and is_name(key) and stands_in(key, theirs):
        return theirs.count(key) >= ours.count(key)
    brand = HOST.fullmatch(name)
    return brand is not None and theirs.casefold().count(brand[1]) >= ours.casefold().count(brand[1])


def is_gone(name: str, source: PageCode, target: PageCode, *, is_exact: bool) -> bool:
    """Whether it is no label or sentence, and the whole page has it less often, with its marks or without."""
    if not any(map(str.isalnum, name)):
        return False
    if is_prose(name) and not name.isalpha():
        return False
    if is_quoted(name) and name[1:-1] in target.prose:  # between the quotes of the language
        return False
    if not is_exact:  # people say a thing once where the English says it twice, or move it into a block
        is_moved = len(name) >= LONG and _is_in_blocks(name, target) and not _is_in_blocks(name, source)
        return not target.count[name] and not target.count[f"{name}()"] and not is_moved
    return target.prose.count(name) < source.prose.count(name)


def _is_in_blocks(text: str, page: PageCode) -> bool:
    return any(text in block.text for block in page.page.codes)
