"""Emphasis that Markdown does not read shows its asterisks to the reader.

`** parcel **` with a space inside, a `**` that lost its partner, or `**「荷物」**の`, where a quotation mark stands inside
and a letter outside: CommonMark reads none of them as bold. Spoken of is a passage where the English has emphasis and
no stray marks, while the translation has less emphasis and more marks that are read as text. Where a space between
the mark and the text is all that is wrong, it is taken out.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from doclint.api import (
    Bad,
    Dialect,
    Difference,
    Good,
    Match,
    Pair,
    PieceKind,
    Problem,
    Segment,
    Severity,
    Span,
    Trust,
    lazy,
    marks,
)

ID = "DL501"
NAME = "emphasis-broken"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="Choose **Parcel** first.\n",
        target="Сначала выберите ⟦** Посылка **⟧ здесь.\n",
        fixed="Сначала выберите **Посылка** здесь.\n",
    ),
    Bad(  # a letter outside, a mark inside
        source="The **parcel** name.\n",
        target="⟦**「荷物」**⟧の名前。\n",
    ),
    Bad(
        source="Choose **Parcel** or **Route**.\n",
        target="**पार्सल** या ⟦**⟧मार्ग चुनें।\n",
    ),
    Bad(
        source="An _open_ parcel\n",
        target="⟦_開いた_⟧荷物\n",
    ),
]
GOOD = [
    Good(source="The **parcel** name.\n", target="**荷物**の名前。\n"),
    Good(source="The **parcel** name.\n", target="Имя посылки.\n"),
    Good(source="All `*.md` and *new* files\n", target="すべての`*.md`と*新しい*ファイル、`*.txt`\n"),
    Good(source="**Depots** with Parcels\n", target="集配所*荷物\n"),
    Good(source="2 * 3 is **six**\n", target="2 * 3 = **шесть**\n"),
    Good(source="The **parcel** in next_scan\n", target="Посылка в next_scan и last_scan\n"),
]


MARKS = lazy(r"(?<!\\)(?:\*+|_+)")

EMPHASIS = (PieceKind.STRONG, PieceKind.EMPHASIS)

SIGNS = {PieceKind.STRONG: 2, PieceKind.EMPHASIS: 1}
"""Signs of a mark."""

LETTERS_AROUND = lazy(r"[^\W_]_+[^\W_]", re.ASCII)
"""An underscore in a name."""


def check(pair: Pair) -> Iterator[Problem]:
    target = pair.target.text
    if "*" not in target and "_" not in target:
        return
    for match in pair.differing:
        text = match.target.text
        if ("*" in text or "_" in text) and is_suspect(text):
            yield from broken(match, pair.policy.dialect)


@lru_cache(4096)
def is_suspect(text: str) -> bool:
    """Whether the marks, taken in turn as openers and closers, cannot all be read; code and names are suspects too."""
    opened: list[str] = []
    for mark in MARKS.finditer(text):
        before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
        opens, closes = flanks(mark[0], before, after)
        if opened and opened[-1] == mark[0] and closes:
            opened.pop()
        elif opens:
            opened.append(mark[0])
        elif not (mark[0][0] == "_" and before.isalnum() and after.isalnum()):
            return True
    return bool(opened)


def flanks(mark: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a mark between these characters may open and may close emphasis, as CommonMark says."""
    left = bool(after) and not after.isspace()
    right = bool(before) and not before.isspace()
    if left and is_sign(after):
        left = not right or is_sign(before)
    if right and is_sign(before):
        right = not (bool(after) and not after.isspace()) or is_sign(after)
    if mark[0] == "_":
        return left and (not right or is_sign(before)), right and (not left or is_sign(after))
    return left, right


def is_sign(char: str) -> bool:
    return char != "" and unicodedata.category(char)[0] in "PS"


def broken(match: Match[Segment], dialect: Dialect | None) -> Iterator[Problem]:
    """The marks of the target that are read as text, where the English has emphasis in their place."""
    ours, theirs = ([piece.kind for piece in side.inline.of(*EMPHASIS)] for side in (match.source, match.target))
    for char in "*_":
        stray, before = stray_marks(match.target, char), stray_marks(match.source, char)
        if len(theirs) >= len(ours) or len(stray) <= len(before) or before:
            continue
        text = marks.without_filled(match.target.text)
        if marks.are_read(text, char, dialect) or (text != match.target.text and not is_suspect(text)):
            continue
        if is_sign_between(match.target.plain, stray, {SIGNS[kind] for kind in Counter(ours) - Counter(theirs)}):
            continue
        for some in in_pairs(match.target, stray):
            yield problem(match, some)


def is_sign_between(text: str, stray: list[Span], lost: set[int]) -> bool:
    """Whether all that stands there is one sign between two words, where the marks that are lost have two."""
    if len(stray) != 1 or stray[0].end - stray[0].start > 1 or lost != {2}:
        return False
    return text[: stray[0].start][-1:].isalnum() and text[stray[0].end :][:1].isalnum()


def in_pairs(segment: Segment, stray: list[Span]) -> list[list[Span]]:
    """The marks two by two, where all are alike and each has its partner; else all as one."""
    is_even = len(stray) % 2 == 0 and len({segment.plain[one.start : one.end] for one in stray}) == 1
    return [stray[at : at + 2] for at in range(0, len(stray), 2)] if is_even else [stray]


def problem(match: Match[Segment], stray: list[Span]) -> Problem:
    """The passage from the first mark to the last."""
    first, last = stray[0], stray[-1]
    found = match.target.plain[first.start : last.end]
    span = match.target.inline.place(first.start, last.end)
    return Difference(match, span).problem(
        found,
        evidence="the English has emphasis here",
        message=f'"{found if len(found) < 60 else found[:59] + "…"}" is shown with its marks, because it is not read as emphasis',
        put=closed_up(match, stray, span, found),
    )


def stray_marks(segment: Segment, char: str) -> list[Span]:
    """The runs of a mark that a reader sees, but for those in code and in names."""
    if char not in segment.text:
        return []
    plain = segment.plain
    for start, end in (piece.plain for piece in segment.inline.of(PieceKind.CODE)):
        plain = f"{plain[:start]}{' ' * (end - start)}{plain[end:]}"
    return [
        Span(*run.span())
        for run in re.finditer(rf"\{char}+", plain)
        if not LETTERS_AROUND.match(plain, max(run.start() - 1, 0))
    ]


def closed_up(match: Match[Segment], stray: list[Span], span: Span, found: str) -> str | None:
    """The marks put next to their text, if white space between them is all that is wrong."""
    if len(stray) != 2 or match.target.page.text[span.start : span.end] != found or "\n" in found:
        return None
    opener, closer = (found[: stray[0].end - stray[0].start], found[stray[1].start - stray[1].end :])
    inner = found[len(opener) : -len(closer)]
    if opener != closer or len(opener) > 2 or inner == inner.strip() or not inner.strip():
        return None
    text = match.target.plain
    around = text[: stray[0].start][-1:], text[stray[1].end :][:1]
    core = inner.strip()
    opens, closes = flanks(opener, around[0], core[0])[0], flanks(closer, core[-1], around[1])[1]
    if not (opens and closes):
        return None
    return f"{opener}{core}{closer}"
