"""Lines of code that a translated example has lost, whatever language it is in; comments may go."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from doclint.checks.code.lines import bare_lines
from doclint.checks.code.sentences import is_prose_line, line_before
from doclint.checks.code.tokens import texts_in_markup
from doclint.pair.alignment.opcodes import opcodes
from doclint.text import Span
from doclint.text.lazypattern import lazy
from doclint.text.spans import Edit, apply, enclosed
from doclint.text.words import letters_of

BRACKETS = ("()", "[]", "{}")

MOST_LINES = 10_000
MOST_LOST = 4
"""Lines in a row; where more are gone, somebody left a part of the example out."""

ALIKE = 60
"""Of 100: so like another line is the one that stands in its place."""

SHORTEST = 8
"""Letters and digits of a line that a comment may say."""

LINE = lazy(r"[^\n]+")
NO_BREAK = lazy(r"[^\n]")
QUIET = lazy(r"(?:#(?!\{)|(?<!:)//|--\s|<!--).*|\{/\*.*?\*/\}|/\*.*?\*/")
LONG_REMARKS = (("/*", "*/"), ("<!--", "-->"))
"""Comments that may go on over more lines than the one that they begin."""

REMARK = lazy(r"(?:(?:^|(?<=\s))(?:#\s|//|--\s)|<!--).*|/\*.*?\*/", re.MULTILINE)
"""What is a comment for sure, which a sign in a tag or an address is not."""

CHANGED = ("+", "-", "*")
"""What a diff has before a line, and a page before one that it shows, of which nothing is left but a comment."""

STRING = lazy(r"""(["'`])(?:(?!\1)[^\\\n]|\\.)*\1""")


class Line(NamedTuple):
    """A line that is no comment: what it says without white space, and its place."""

    bare: str
    span: Span

    @property
    def has_words(self) -> bool:
        """Whether there is more in it than brackets and other signs."""
        return any(map(str.isalnum, self.bare))


def lost_lines(source: str, target: str, *, is_exact: bool) -> Iterator[tuple[Span, int]]:
    """Where lines of the source stand that are gone from a target that is else the same, and where they are missing.

    `is_exact` says that the target was made from just this source; else a line more or less may be another version.
    """
    if bare_lines(source) == bare_lines(target):
        return
    ours, theirs = list(_lines(source)), list(_lines(target))
    if max(len(ours), len(theirs)) > MOST_LINES or (len(ours) <= len(theirs) and not is_exact):
        return
    codes = opcodes(_keys(ours, theirs), _keys(theirs, ours))
    kept = sum(b - a for kind, a, b, _, _ in codes if kind == "equal")
    if 2 * kept < len(ours) and theirs and not is_exact:
        return
    gone = Counter(source) - Counter(target)
    remarks: str | None = None
    for kind, a, b, c, _ in codes:
        lost = ours[a:b] if kind == "delete" else []
        if lost and not is_exact:
            remarks = _remarks(target) if remarks is None else remarks
            lost = [line for line in lost if not _is_said(line.span.of(source), remarks)]
        if not lost or len(lost) > MOST_LOST:
            continue
        lost = lost if is_exact else [line for line in lost if not _is_text(line, source)]
        if any(line.has_words or any(gone[sign] for sign in line.bare) for line in lost):
            yield Span(lost[0].span.start, lost[-1].span.end), theirs[c - 1].span.end if c else 0


def few_lost(source: str, target: str) -> Iterator[tuple[Span, int]]:
    """The same for the few lines that stand nowhere in a shorter target, however much of the rest is another."""
    from rapidfuzz.fuzz import ratio

    ours, theirs = list(_lines(source)), list(_lines(target))
    if not len(theirs) < len(ours) <= MOST_LINES:
        return
    ends = {line.bare: line.span.end for line in theirs}
    known = {line.bare for line in ours}
    others = [bare for bare in ends if bare not in known]
    gone = [at for at, line in enumerate(ours) if line.bare not in ends and line.has_words and line.bare.isascii()]
    gone = [at for at in gone if not any(ratio(ours[at].bare, other) >= ALIKE for other in others)]
    for at in gone if len(gone) <= MOST_LOST else ():
        kept = next((line for line in reversed(ours[:at]) if line.bare in ends), None)
        yield ours[at].span, ends[kept.bare] if kept else 0


def is_rewritten(lost: Span, source: str, target: str) -> bool:
    """Whether lines may be gone for good reason: brackets of a part that went whole, or text for readers with its tags.

    Brackets went with their part where the rest has as many that close as that open. Tags stand on other lines.
    """
    text = lost.of(source)
    if not any(map(str.isalnum, text)):
        return bool(text) and all(target.count(pair[0]) == target.count(pair[1]) for pair in BRACKETS)
    shown = sorted(span for span in texts_in_markup(source) if span[0] < lost.end and lost.start < span[1])
    for start, end in reversed(shown):
        text = text[: max(start - lost.start, 0)] + " " + text[max(end - lost.start, 0) :]
    return bool(shown) and all(target.count(part) >= source.count(part) for part in text.split())


def is_another(source: str, target: str) -> bool:
    """Whether code differs in several places, as in another version of the example: lines gone, added, or others."""
    ours, theirs = list(_lines(source)), list(_lines(target))
    places = 0
    for kind, a, b, c, d in opcodes(_keys(ours, theirs), _keys(theirs, ours)):
        if kind == "delete":  # brackets go with their part
            places += any(line.has_words for line in ours[a:b])
        elif kind != "equal":
            places += all(line.bare.isascii() for line in theirs[c:d])
    return places > 1


def _remarks(code: str) -> str:
    """The letters and digits of all comments, one a line."""
    return "\n".join(letters_of(remark[0]) for remark in REMARK.finditer(code))


def _is_said(line: str, remarks: str) -> bool:
    """Whether a comment of the target says the line, which then is not gone."""
    said = letters_of(line)
    return len(said) >= SHORTEST and said in remarks


def _is_text(line: Line, code: str) -> bool:
    """Whether a line is text for readers, which people break where they like: a sentence, a string above another."""
    said = line.span.of(code)
    if is_prose_line(said) and said.endswith((".", "!", "?", ":", ",")):
        return True
    return STRING.fullmatch(line.bare) is not None and code[line.span.end :].lstrip()[:1] in ("'", '"')


def _lines(text: str) -> Iterator[Line]:
    quiet = _without_long_remarks(text)
    for line in LINE.finditer(text):
        bare = "".join(QUIET.sub("", quiet[line.start() : line.end()]).split())
        if bare and (bare not in CHANGED or bare == line[0].strip()):
            start = line.start() + len(line[0]) - len(line[0].lstrip())
            yield Line(bare, Span(start, line.end()))


def _without_long_remarks(text: str) -> str:
    for opening, closing in LONG_REMARKS:
        remarks = [one for one in enclosed(text, opening, closing) if not line_before(text, one.start).strip()]
        text = apply(text, [Edit(one, NO_BREAK.sub(" ", one.of(text))) for one in remarks])
    return text


def _keys(side: list[Line], other: list[Line]) -> list[str]:
    """What each line is known by: itself, or where the other side has none like it, without its strings."""
    there = {line.bare for line in other}
    return [line.bare if line.bare in there else STRING.sub('""', line.bare) for line in side]
