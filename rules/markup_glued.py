"""A link or an emphasis is glued to a word where the English has a space between them.

`[профилем](profile.md)пользователя` reads as one word. Scripts without capitals are left alone: some put no spaces
between words, others glue prefixes and endings to what they belong to. An ending of a letter or two may be grammar in any
language, so a space is only proposed before or after a longer word; and where a long page has the letters nowhere else
on their own, they are told only if a change joined them.
"""

import re
from collections import Counter
from collections.abc import Iterator

from doclint.api import (
    Bad,
    Difference,
    Fix,
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
)

ID = "DL504"
NAME = "markup-glued"
SEVERITY = Severity.NOTE
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="The [profile](profile.md) of a user.\n",
        target="Работает с [профилем](profile.md)⟦пользователя⟧.\n",
        fixed="Работает с [профилем](profile.md) пользователя.\n",
    ),
    Bad(
        source="Values are inherited from [courier](courier.md).\n",
        target="Werte: siehe⟦[courier](courier.md)⟧.\n",
        fixed="Werte: siehe [courier](courier.md).\n",
    ),
    Bad(
        source="Choose **Parcels** or **Routes**.\n",
        target="Επιλέξτε **Δέματα**⟦είτε⟧ **Διαδρομές**.\n",
        fixed="Επιλέξτε **Δέματα** είτε **Διαδρομές**.\n",
    ),
    Bad(  # too short a word to be sure that it is one
        source="The [user](user.md) and [group](group.md).\n",
        target="[Пользователь](user.md)⟦и⟧ [группа](group.md).\n",
    ),
]
GOOD = [
    Good(source="Many [parcel](parcel.md)s wait.\n", target="Viele [parcel](parcel.md)s warten.\n"),
    Good(source="The [parcel](parcel.md) name.\n", target="[荷物](parcel.md)の名前。\n"),
    Good(source="The [parcel](parcel.md) API.\n", target="[parcel](parcel.md)APIの名前。\n"),
    Good(source="And the **parcel** of it.\n", target="וה**חבילה** שלו.\n"),
    Good(source="The [parcel](parcel.md) object.\n", target="Das [parcel](parcel.md)-Objekt.\n"),
]


GLUED = [
    re.compile(form)
    for form in (
        r"\]\([^()\s]*\)\*{0,2}([^\W\d_])",
        r"\[(?<=([^\W\d_])\[)",
        r"\*(?<=([^\W\d_])\*)\*?\[",
        r"\*(?<=([^\W\d_])\*)\*?(?=[^\W\d_])",
    )
]
"""A letter beside a link, emphasis or both; each begins with signs of its own, which is many times faster."""

WORD = lazy(r"[^\W\d_]+")

KINDS = (PieceKind.LINK, PieceKind.STRONG, PieceKind.EMPHASIS)

LONG = 4000
"""Signs of a page on which most short words of a language stand."""

MARKS = "*_)`'\u2019"

SURE = 4
"""Letters of a glued word that no language has as an ending."""


def check(pair: Pair) -> Iterator[Problem]:
    if not is_suspect(pair.target.text):
        return
    for match in pair.differing:
        text = match.target.text
        if is_suspect(text) and not any(map(is_without_case, text)):
            yield from glued(pair, match)


def is_suspect(text: str) -> bool:
    return any(not is_without_case(found[1]) for form in GLUED for found in form.finditer(text))


def is_without_case(char: str) -> bool:
    return char.isalpha() and char.lower() == char.upper()


def glued(pair: Pair, match: Match[Segment]) -> Iterator[Problem]:
    """The pieces of the target that touch a word and have a partner in the English that touches none."""
    loose: Counter[tuple[str, str, bool]] = Counter()
    for key, _, _, word in edges(match.source):
        loose[key] += 1 if word is None else -99
    for key, piece, after, word in edges(match.target):
        if word is None or loose[key] <= 0:
            continue
        span = word if after else piece
        name = word.of(match.target.page.text)
        gap = word.start if after else piece.start
        is_ending = not pair.is_exact and after and len(name) < SURE and is_no_word(name, pair.target.text)
        problem = Difference(match, span).problem(
            span.of(match.target.page.text),
            evidence="the English has a space there",
            message=f'no space between "{name}" and the {key[0]} {"before" if after else "after"} it',
        )
        if len(name) >= SURE:
            problem = problem._replace(fix=Fix.unsafe(Span(gap, gap), " "))
        yield problem._replace(is_told_if_right_before=is_ending)


def is_no_word(name: str, text: str) -> bool:
    """Whether a long page never says some letters on their own: those that grammar puts behind a word are no word."""
    return len(text) >= LONG and all(
        text[found.start() - 1 : found.start()] in MARKS for found in WORD.finditer(text) if found[0] == name
    )


def edges(segment: Segment) -> Iterator[tuple[tuple[str, str, bool], Span, bool, Span | None]]:
    """Both edges of each piece: what tells it from others, where it is, which edge, the word that touches it."""
    text = segment.page.text
    for piece in segment.inline.of(*KINDS):
        start, end = piece.span
        label = piece.target if piece.kind is PieceKind.LINK else ""
        follower = WORD.match(text, end)
        yield (piece.kind, label, True), piece.span, True, Span(*follower.span()) if follower else None
        first = start
        while first > segment.span.start and text[first - 1].isalpha():
            first -= 1
        yield (piece.kind, label, False), piece.span, False, Span(first, start) if first < start else None
