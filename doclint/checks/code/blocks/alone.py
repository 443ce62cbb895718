"""The one thing that differs in code that else reads as the English does, where it is nobody's to choose.

Who takes an example of a newer version, or puts a sample over, changes more than a number, a keyword or a sign.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from doclint.checks.code.blocks.changes import Change
from doclint.checks.code.blocks.kinds import DECLARED, is_same_words
from doclint.checks.code.lines import STRING, WORD, Line, bare_lines, differing_lines, lines
from doclint.checks.code.sentences import line_of
from doclint.checks.code.tokens import PROSE as PROSE_LANGUAGES
from doclint.checks.code.tokens import SHELLS, code_tokens
from doclint.checks.code.tokens import Token as CodeToken
from doclint.page import Code
from doclint.pair.alignment.align import Match
from doclint.text import Span
from doclint.text.lazypattern import lazy

FIGURES = lazy(r"(?=.*\d)[\d*][\d.,:/ *+TZ-]*")
"""A number, a date, a time, a version, or fields of such: nothing that a language says otherwise."""

FEWEST = 5
"""Signs of a text of figures between quotes that no one counts for a sample number."""

QUOTES = "\"'`"
CLOSING = (")", "]", "}")
"""What the last member of a list stands before, behind which people put a comma or none."""
ENDS = ";,"
PROMPT = lazy(r"\s*[$>#%]\s+")
DASH = lazy("[\u2010-\u2015\u2212]")
DIGITS = lazy(r"\d+")


def is_code(match: Match[Code]) -> bool:
    """Whether two blocks in a language that is none of prose differ."""
    source = match.source
    return bool(source.language) and source.language not in PROSE_LANGUAGES and source.text != match.target.text


def is_alone(match: Match[Code]) -> bool:
    """Whether two blocks of code in a known language differ in one line only."""
    return line_alone(match) is not None


def line_alone(match: Match[Code]) -> tuple[Line, Line] | None:
    """The one line in which two blocks of code in a known language differ, on both sides."""
    source, target = match.source, match.target
    if not is_code(match) or len(bare_lines(source.text)) != len(bare_lines(target.text)):
        return None
    found = [*differing_lines(source.text, target.text)]
    return found[0] if len(found) == 1 else None


def is_machines(expected: CodeToken, found: CodeToken) -> bool:
    """Whether a number, or a word of the language, became another; no author made these up."""
    if not found.text.isascii() and not found.text.isalpha():
        return False
    if FIGURES.fullmatch(expected.text):
        return any(map(str.isdigit, found.text))
    if is_renumbered(expected.text, found.text):
        return True
    if expected.is_name or not expected.text.isalpha() or {expected.text, found.text} <= DECLARED:
        return False
    return found.text.isalpha() and expected.text.casefold() != found.text.casefold()


def changed_alone(match: Match[Code]) -> Iterator[Change]:
    """What became of the one line that differs: its figures between quotes, or a word of the language that it lacks."""
    if beside := line_alone(match):
        yield from _figures_changed(*beside)
        yield from _word_gone(match.source, *beside)


def _figures_changed(ours: Line, theirs: Line) -> Iterator[Change]:
    """The dates, times and schedules between quotes that became others."""
    here, there = ([*STRING.finditer(line.text)] for line in (ours, theirs))
    for one, other in zip(here, there, strict=True) if len(here) == len(there) else ():
        is_other = one[2] != other[2] and len(one[2]) >= FEWEST
        if is_other and FIGURES.fullmatch(one[2]) and FIGURES.fullmatch(DASH.sub("-", other[2])):
            expected = CodeToken(one[2], ours.start + one.start(2), False)
            yield expected, CodeToken(other[2], theirs.start + other.start(2), False)


def _word_gone(block: Code, ours: Line, theirs: Line) -> Iterator[Change]:
    """The one word of the language that a line lacks, as `NOT`."""
    words = [*WORD.finditer(ours.text)]
    left = WORD.findall(theirs.text)
    for at, word in enumerate(words) if len(left) == len(words) - 1 else ():
        rest = [one[0] for one in words[:at] + words[at + 1 :]]
        if word[0].isalpha() and rest == left and _is_of_language(block, ours.start + word.start()):
            yield CodeToken(word[0], ours.start + word.start(), False), CodeToken("", theirs.span.end, False)
            return


def _is_of_language(block: Code, at: int) -> bool:
    return any(token.start == at and not token.is_name for token in code_tokens(block.text, block.language) or ())


def line_doubled(match: Match[Code]) -> Span | None:
    """The line that stands twice in a block that is else the English one."""
    if not is_code(match) or match.target.text.count("\n") <= match.source.text.count("\n"):
        return None
    ours, theirs = [*lines(match.source.text)], [*lines(match.target.text)]
    if len(theirs) != len(ours) + 1:
        return None
    for at in range(1, len(theirs)):
        if theirs[at].text == theirs[at - 1].text and any(map(str.isalnum, theirs[at].text)):
            rest = [line.text for line in theirs[:at] + theirs[at + 1 :]]
            return theirs[at].span if rest == [line.text for line in ours] else None
    return None


def is_renumbered(expected: str, found: str) -> bool:
    """Whether nothing but the figures in two texts differ."""
    is_both = DIGITS.search(expected) is not None and DIGITS.search(found) is not None
    return is_both and DIGITS.sub("0", expected) == DIGITS.sub("0", found)


def is_torn(match: Match[Code], expected: CodeToken, found: CodeToken) -> bool:
    """Whether nothing but signs of a line differ, and not as people choose: a bracket, an operator, one of two quotes,
    the sign that ends other lines still."""
    ours, theirs = (
        PROMPT.sub("", line_of(side.text, token.start))
        for side, token in ((match.source, expected), (match.target, found))
    )
    signs, others = (Counter(filter(_is_sign, line)) for line in (ours, theirs))
    lost, new = signs - others, others - signs
    if not is_same_words(expected, found) or not theirs.isascii():
        return False
    if any(sign not in QUOTES + ENDS for sign in lost + new):
        return True
    if any(signs[quote] % 2 == 0 and others[quote] % 2 for quote in QUOTES if lost[quote]):
        return True
    is_last = match.target.text[found.start :].partition("\n")[2].lstrip()[:1] in CLOSING
    if is_last or match.source.language in SHELLS or any(new[end] for end in ENDS):
        return False
    return any(
        lost[end] and any(one != theirs.strip() and one.endswith(end) for one in bare_lines(match.target.text))
        for end in ENDS
    )


def _is_sign(char: str) -> bool:
    return not char.isalnum() and not char.isspace()
