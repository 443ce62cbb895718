"""An alert is told by its keyword, so `[!NOTE]` stays in English; the site shows the word in the reader's language.

`> [!примечание]` is no alert any more: the box is gone and the brackets show. Another keyword, `[!TIP]` for
`[!WARNING]`, is worse, since it looks right. Capitals are free. An alert that people gave another form, as some
sites ask, is left alone; one that is a bare quote now is a warning.
"""

import re
from collections.abc import Iterator

from doclint.api import (
    Bad,
    Damage,
    Difference,
    Good,
    Match,
    Pair,
    Problem,
    Segment,
    Severity,
    Span,
    Trust,
    judge,
    lazy,
)

ID = "DL403"
NAME = "alert-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="> [!NOTE]\n> Couriers wait.\n",
        target="> ⟦[!примечание]⟧\n> Курьеры ждут.\n",
        expected=("[!NOTE]",),
        fixed="> [!NOTE]\n> Курьеры ждут.\n",
    ),
    Bad(
        source="> [!WARNING]\n> Do not open the parcel.\n",
        target="> ⟦［！警告］⟧\n> 荷物を開けないでください。\n",
        expected=("[!WARNING]",),
        fixed="> [!WARNING]\n> 荷物を開けないでください。\n",
    ),
    Bad(
        source="> [!WARNING]\n> Do not open the parcel.\n",
        target="> ⟦[!TIP]⟧\n> 荷物を開けないでください。\n",
        expected=("[!WARNING]",),
        fixed="> [!WARNING]\n> 荷物を開けないでください。\n",
    ),
    Bad(  # all of it lost
        source="> [!NOTE]\n> Couriers wait.\n",
        target="> ⟦⟧Οι μεταφορείς περιμένουν.\n",
        expected=("[!NOTE]",),
    ),
    Bad(  # the sign lost
        source="> [!NOTE]\n> Couriers wait.\n",
        target="> ⟦[ملاحظة]⟧\n> ينتظر السعاة.\n",
        expected=("[!NOTE]",),
        fixed="> [!NOTE]\n> ينتظر السعاة.\n",
    ),
]
GOOD = [
    Good(source="> [!NOTE]\n> Couriers wait.\n", target="> [!Note]\n> Курьеры ждут.\n"),
    Good(source="> [!NOTE]\n> Couriers wait.\n", target="> **注:** 配達員は待ちます。\n"),
    Good(source="> [!NOTE] [Couriers](a.md) wait.\n", target="> [!NOTE] [Курьеры](a.md) ждут.\n"),
]


ALERT = lazy(r"\[!([A-Za-z]+)\](?![(\[:])")

LOOSE = lazy(r"[\[［]\s?[!！]?\s?(\w[\w ]{0,39}?)\s?[\]］](?![(\[:（])")

NAMED = lazy(r"\w[\w ]{0,30}\s?[:：!！]")
"""What people begin such a quote with where their site has no alerts: `Note:`."""


def check(pair: Pair) -> Iterator[Problem]:
    source = pair.source.text if pair.source else ""
    if "[!" not in source or ALERT.findall(source) == ALERT.findall(pair.target.text):
        return
    for match in pair.texts:
        if match.source.quoted and match.target.quoted and (ours := ALERT.match(match.source.text)):
            problem = changed(match, ours, LOOSE.match(match.target.text)) or lost(match, ours)
            if problem:
                yield problem


def lost(match: Match[Segment], ours: re.Match[str]) -> Problem | None:
    """The problem of a quote that begins with its text: without a bold word or a sign, nothing tells what it is."""
    first = match.target.text.lstrip()[:1]
    if ALERT.search(match.target.text) or not first.isalnum() or NAMED.match(match.target.text):
        return None
    start = match.target.span.start
    return Difference(match, Span(start, start), match.source.place(*ours.span())).problem(
        "", ours[0], evidence="the alert of the English", severity=Severity.WARNING
    )


def changed(match: Match[Segment], ours: re.Match[str], theirs: re.Match[str] | None) -> Problem | None:
    if theirs is None or theirs[0].casefold() == ours[0].casefold():
        return None
    span = match.target.place(*theirs.span())
    kind = ALERT.fullmatch(theirs[0])
    return Difference(match, span, match.source.place(*ours.span())).problem(
        theirs[0],
        ours[0],
        evidence="the alert of the English",
        damage=Damage.ANOTHER_MEMBER if kind and kind[1].isupper() else judge(ours[0], theirs[0]),
        message=f'"{theirs[0]}" stands where the alert "{ours[0]}" should',
        put=ours[0],
        is_safe=match.is_sure,
    )
