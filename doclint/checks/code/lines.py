"""What differs between two lines of code that else read the same, whatever language they are in.

Who translates a line, a string or an output translates its words. Where all the words stand and only a number or a
sign became another one, and where one word of several is not English any more, nobody translated: that holds in
strings, in output and in fences that name no language as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from doclint.checks.code.sentences import is_prose_line, line_of
from doclint.checks.code.tokens import SAMPLE_NAME, Token, placeholders, texts_in_markup
from doclint.pair.alignment.opcodes import opcodes, unequal
from doclint.text import Span
from doclint.text.lazypattern import lazy

MOST_LINES = 10_000
MOST_TOKENS = 120
"""In a line; longer ones are no examples."""

FEWEST_KEPT = 2
"""Words of a line that must stand for one other to be damage."""

FEW = 3
"""Words of a string; in a longer one a single word that is not English tells that nobody translated it."""

LONGEST_FOUND = 4
"""Tokens that one word may have become."""

WORD = lazy(r"[^\W\d_$][\w$-]*|[\w$]+(?:\.\d+)*|[^\w\s]")
DIGITS = lazy(r"\d+")
LINE = lazy(r"[^\n]+")
REMARK = lazy(r"(?:^|(?<=\s))(?:#(?!\w|!)|//|--\s|;|%|<!--|/?\*\s|REM\b).*|(?<=[;,{})])//.*|/\*.*?\*/")
"""What may be a comment, in whatever language."""
STRING = lazy(r"""(["'`])((?:(?!\1)[^\\\n]|\\.)*)\1""")
TAG = lazy(r"<[^<>]*>|\{[^{}]*\}")
LABEL = lazy(r"[A-Z][a-z]+(?=:\s)")
"""The word before a colon that begins a line of output: `Usage: depot [flags]`."""
BELOW_HEAD = lazy(r"\|(?:\s*:?-+:?\s*\|)+")
CAPITALS = lazy(r"[A-Z][A-Z0-9_-]+")


class Slip(NamedTuple):
    """What stood there and what stands there now."""

    expected: Token
    found: Token
    is_whole: bool
    """Whether it is all that a string or the text between two tags says, so that somebody may have put it over."""
    is_prose: bool
    """Whether it stands in a string of a few words, or in text between tags."""


class Line(NamedTuple):
    """A line that is not empty, without the white space around it, and where it begins in the block."""

    text: str
    start: int

    @property
    def span(self) -> Span:
        """Its place in the block."""
        return Span(self.start, self.start + len(self.text))


def slips(source: str, target: str) -> Iterator[Slip]:
    """Numbers, signs and single words that became others in lines that else read the same."""
    is_markup = "</" in source or "/>" in source
    for ours, theirs in differing_lines(source, target):
        is_prose = is_markup and is_prose_line(ours.text)
        yield from (slip._replace(is_prose=slip.is_prose or is_prose) for slip in _slips(ours, theirs))


def differing_lines(source: str, target: str) -> Iterator[tuple[Line, Line]]:
    """The lines of two blocks that stand side by side and do not read the same."""
    if bare_lines(source) == bare_lines(target):
        return
    ours, theirs = list(lines(source)), list(lines(target))
    if max(len(ours), len(theirs)) > MOST_LINES:
        return
    for kind, a, b, c, d in opcodes([line.text for line in ours], [line.text for line in theirs]):
        if kind == "replace" and b - a == d - c:
            beside = zip(ours[a:b], theirs[c:d], strict=True)
            yield from ((one, other) for one, other in beside if not is_rule_of_table(one.text, other.text))
        elif kind == "replace" and (code := _without_remarks(ours[a:b], theirs[c:d])):
            yield from code
        elif kind == "replace":
            by_letters = {_letters(line.text): line for line in theirs[c:d]}
            for line in ours[a:b]:
                if other := by_letters.get(_letters(line.text)):
                    yield line, other


def _without_remarks(ours: list[Line], theirs: list[Line]) -> list[tuple[Line, Line]]:
    """Lines of code side by side, where a remark took more or fewer lines in the translation; none if more differs."""
    left, right = ([line for line in side if not REMARK.match(line.text)] for side in (ours, theirs))
    beside = zip(left, right, strict=True) if len(left) == len(right) else ()
    return [(one, other) for one, other in beside if one.text != other.text]


def is_rule_of_table(line: str, other: str) -> bool:
    """Whether both are the line below the head of a table of as many columns, which each draws as wide as it likes."""
    is_each = all(map(BELOW_HEAD.fullmatch, (line, other)))
    return is_each and line.strip("|").count("|") == other.strip("|").count("|")


def bare_lines(text: str) -> list[str]:
    """The lines of a block that are not empty, without the white space around them."""
    return [bare for line in text.split("\n") if (bare := line.strip())]


def lines(text: str) -> Iterator[Line]:
    """The lines of a block that are not empty."""
    for line in LINE.finditer(text):
        if bare := line[0].strip():
            yield Line(bare, line.start() + line[0].index(bare))


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def _slips(ours: Line, theirs: Line) -> Iterator[Slip]:
    """What differs, where it is little: signs and numbers only, or one word of several."""
    here, there = (list(WORD.finditer(line.text)) for line in (ours, theirs))
    if max(len(here), len(there)) > MOST_TOKENS:
        return
    words = [[token[0] for token in side] for side in (here, there)]
    parts = unequal(words[0], words[1])
    changed = [(here[a:b], there[c:d]) for _, a, b, c, d in parts]
    is_spelt = any(_is_spelt(*pair) for pair in changed)
    if is_spelt and not _is_one_word(ours.text, theirs.text, changed, here):
        return
    for _, a, b, c, d in parts:
        if a == b or c == d:  # what came or went is told by what it touches
            a, b, c, d = (a - 1, b, c - 1, d) if a and c else (a, min(b + 1, len(here)), c, min(d + 1, len(there)))
        if a == b or c == d or _is_remark(ours.text, here[a].start()) or _is_remark(theirs.text, there[c].start()):
            continue
        if not is_spelt and is_shown(ours.text, here[a].start(), here[b - 1].end()):
            continue
        if not is_spelt and b - a == d - c:
            pairs = [(one, one, two, two) for one, two in zip(here[a:b], there[c:d], strict=True) if one[0] != two[0]]
        else:
            pairs = [(here[a], here[b - 1], there[c], there[d - 1])]
        for one, last, two, end in pairs:
            is_whole = is_spelt and _is_whole(ours.text, one, here)
            is_prose = is_spelt and _is_prose(ours.text, one)
            yield Slip(_token(ours, one, last), _token(theirs, two, end), is_whole, is_prose)


def _is_spelt(ours: list[re.Match[str]], theirs: list[re.Match[str]]) -> bool:
    """Whether letters differ, and not only signs and digits: `ORDER-123` is no word that anybody translates."""
    here, there = (DIGITS.sub("0", " ".join(token[0] for token in side)) for side in (ours, theirs))
    return here != there and any(map(_has_letters, (*ours, *theirs)))


def _has_letters(token: re.Match[str]) -> bool:
    return any(map(str.isalpha, token[0]))


def _token(line: Line, first: re.Match[str], last: re.Match[str]) -> Token:
    """Neighbouring tokens as one."""
    text = line.text[first.start() : last.end()]
    return Token(text, line.start + first.start(), any(map(str.isalpha, text)))


def _is_remark(line: str, at: int) -> bool:
    """Whether a place is in a comment."""
    return any(remark.start() <= at < remark.end() for remark in REMARK.finditer(line))


Changed = list[tuple[list[re.Match[str]], list[re.Match[str]]]]


def _is_one_word(line: str, other: str, changed: Changed, here: list[re.Match[str]]) -> bool:
    """Whether one word became another or came into a line of several, outside of what stands for what readers put."""
    if len(changed) != 1 or len(changed[0][0]) > 1 or not 0 < len(changed[0][1]) <= LONGEST_FOUND:
        return False
    word = changed[0][0][0] if changed[0][0] else None
    kept = [token for token in here if _has_letters(token) and token is not word]
    if len(kept) < FEWEST_KEPT or word is None:
        is_one = len(kept) >= FEWEST_KEPT and len(changed[0][1]) == 1
        return is_one and not _is_filled_in(other, changed[0][1][0])
    is_label = not word.start() and LABEL.match(line) is not None
    if not _has_letters(word) or is_label or SAMPLE_NAME.fullmatch(word[0]):
        return False
    if _is_filled_in(line, word):
        return False
    return not CAPITALS.fullmatch(word[0]) or any(CAPITALS.fullmatch(token[0]) for token in kept)


def _is_filled_in(line: str, word: re.Match[str]) -> bool:
    """Whether a word says, with others or alone, what readers put there."""
    return any(one.start() <= word.start() and word.end() <= one.end() for one in placeholders(line))


def is_shown(line: str, start: int, end: int) -> bool:
    """Whether a stretch of a line with tags lies between them, where readers see it and people set their own signs."""
    if "</" not in line and "/>" not in line:
        return False
    return not any(tag.start() < start and end < tag.end() for tag in TAG.finditer(line))


def _is_whole(line: str, word: re.Match[str], here: list[re.Match[str]]) -> bool:
    """Whether the text that a word stands in has no other word."""
    return any(
        low <= word.start()
        and word.end() <= high
        and not any(
            low <= token.start() and token.end() <= high and _has_letters(token) for token in here if token is not word
        )
        for low, high in _texts(line)
    )


def _is_prose(line: str, word: re.Match[str]) -> bool:
    """Whether a word stands in a string of a few words, which may be half English in the language of the page."""
    return any(
        low <= word.start() and word.end() <= high and 1 < len(line[low:high].split()) <= FEW
        for low, high in _texts(line)
    )


def _texts(line: str) -> Iterator[tuple[int, int]]:
    """The stretches of a line that are text for readers: strings, and what stands between tags."""
    yield from (match.span(2) for match in STRING.finditer(line))
    yield from texts_in_markup(line)


def is_in_text(block: str, at: int) -> bool:
    """Whether a place of a block lies in a string, as far as its line tells."""
    start = block.rfind("\n", 0, at) + 1
    return any(match.start(2) <= at - start < match.end(2) for match in STRING.finditer(line_of(block, at)))
