"""A link whose text is a name leads to the page of that name, so the text stays as it is.

`[parcelRoute](../resources/parcelroute.md)` becomes `[парцелрауте](../resources/parcelroute.md)`: readers
cannot search for what they see. Links are compared by where they lead, wherever they stand: in prose, lists,
headings and cells. Only texts that are nothing but a name count, spelt like one or known as one to the page.
A name that merely got other capitals is a warning, and so is singular for plural. Where there is no English, the file name in
the link's target is the witness: a word in foreign letters that sounds like it is that name, written out.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from doclint.api import (
    Bad,
    Confidence,
    Damage,
    Fix,
    Good,
    Lost,
    Pair,
    Piece,
    PieceKind,
    Place,
    Problem,
    Segment,
    Severity,
    Sounds,
    Span,
    Spot,
    Trust,
    in_other_number,
    judge,
    lost_in_text,
    problem_at,
    stands_in,
)

ID = "DL203"
NAME = "link-text-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.ALONE

BAD = [
    Bad(
        source="Create a [parcelRoute](../resources/parcelroute.md) for a [courier](courier.md).\n",
        target="Создайте [⟦парцелрауте⟧](../resources/parcelroute.md) для [курьера](courier.md).\n",
        expected=("parcelRoute",),
        fixed="Создайте [parcelRoute](../resources/parcelroute.md) для [курьера](courier.md).\n",
    ),
    Bad(  # translated beyond recognition: where the link leads is the witness
        source="- [scanStatus](scanstatus.md) and [depotList](depotlist.md)\n",
        target="- [⟦デポの一覧⟧](depotlist.md) と [⟦スキャン済み⟧](scanstatus.md)\n",
        expected=("depotList", "scanStatus"),
        fixed="- [depotList](depotlist.md) と [scanStatus](scanstatus.md)\n",
    ),
    Bad(
        source="See [parcelRoute](parcelroute.md).\n",
        target="Siehe [⟦ParcelRoute⟧](parcelroute.md).\n",
        expected=("parcelRoute",),
        fixed="Siehe [parcelRoute](parcelroute.md).\n",
    ),
    Bad(
        source="|Method|Returns|\n|---|---|\n|Get a route|[parcelRoute](parcelroute.md)|\n",
        target="|Метод|Возвращает|\n|---|---|\n|Получить маршрут|[⟦парцелрауте⟧](parcelroute.md)|\n",
        expected=("parcelRoute",),
        fixed="|Метод|Возвращает|\n|---|---|\n|Получить маршрут|[parcelRoute](parcelroute.md)|\n",
    ),
    Bad(
        target="См. [⟦парцелрутеплан⟧](../resources/parcelrouteplan.md).\n",
        expected=("parcelrouteplan",),
    ),
]
GOOD = [
    Good(
        source="Ask a [courier](courier.md) about [JavaScript](javascript.md).\n",
        target="Спросите [курьера](courier.md) о [ДжаваСкрипт](javascript.md).\n",
    ),
    Good(
        source="A [parcelRoute](parcelroute.md) object.\n",
        target="[parcelRoute オブジェクト](parcelroute.md)。\n",
    ),
    Good(
        source="A [parcelRoute](parcelroute.md) has a [depotList](depotlist.md).\n",
        target="[depotList](depotlist.md) は [parcelRoute](parcelroute.md) にあります。\n",
    ),
    Good(target="См. [приложение](application.md).\n"),
]

FOREIGN_LINK = re.compile(r"\[[^\[\]]*[^\x00-\x7f][^\[\]]*\]\(")
FILE = re.compile(r"([A-Za-z][\w-]*)\.(?:md|html?|yml)\b")

LONG = 14
"""Letters; file names are in lower case, and shorter ones may be words that other languages borrow."""


def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is None or not pair.fits:
        yield from heard(pair)
        return
    for lost in pair.lost:
        if lost.place is Place.LINK:
            yield from changed(pair, lost)


def changed(pair: Pair, lost: Lost) -> Iterator[Problem]:
    ours, theirs = (side.inline.of(PieceKind.LINK) for side in (lost.match.source, lost.match.target))
    if len(theirs) < len(ours):  # a reference whose label was changed is no link any more
        yield from filter(None, [lost_in_text(lost, [], is_exact=False)])
    for link, spot in by_target(lost):
        file = names_file(link.target, lost.name)
        if file or lost.is_sure or lost.is_damaged(spot.text, is_exact=pair.is_exact):
            damage = judge(lost.name, spot.text, pair.source_vocabulary)
            evidence = "the file its link leads to" if file else lost.evidence
            yield milder(problem_at(lost.match, lost.name, spot, damage, evidence=evidence))


def milder(problem: Problem) -> Problem:
    """A warning where the name only got other capitals or another number."""
    is_mild = problem.damage is Damage.RECASED or in_other_number(problem.expected or "", problem.found)
    return replace(problem, severity=Severity.WARNING) if is_mild else problem


def names_file(target: str, name: str) -> bool:
    """Whether a link leads to the page that has the name's name; one with hyphens may be plain English."""
    file = FILE.search(target.rpartition("/")[2])
    return file is not None and "-" not in name and file[1].replace("-", "").casefold() == name.casefold()


def by_target(lost: Lost) -> Iterator[tuple[Piece, Spot]]:
    """The links with the lost name, each with the text of the target's link to the same place."""
    ours, theirs = (side.inline.of(PieceKind.LINK) for side in (lost.match.source, lost.match.target))
    for leads in dict.fromkeys(link.target for link in ours if link.text.strip() == lost.name):
        here = [link for link in ours if link.target == leads]
        there = [link for link in theirs if link.target == leads]
        if len(here) == len(there):
            for link, other in zip(here, there, strict=True):
                if link.text.strip() == lost.name and not stands_in(lost.name, other.text):
                    yield link, Spot(*other.plain, other.text)


def heard(pair: Pair) -> Iterator[Problem]:
    """Link texts in foreign letters that sound like the file they lead to."""
    for segment in pair.target.segments():
        if FOREIGN_LINK.search(segment.text):
            yield from written_out(pair, segment)


def written_out(pair: Pair, segment: Segment) -> Iterator[Problem]:
    for link in segment.inline.of(PieceKind.LINK):
        file = FILE.search(link.target.rpartition("/")[2])
        if not file or link.text.isascii() or len(link.text.split()) != 1:
            continue
        words = [part for part in file[1].lower().split("-") if len(part) >= LONG]
        if match := Sounds(words).match(link.text):
            spelt = next((word for word in pair.vocabulary if word.casefold() == match[0]), None)
            yield Problem(
                span=segment.inline.place(*link.plain),
                found=link.text,
                expected=spelt or match[0],
                damage=Damage.TRANSLITERATED,
                fix=Fix.safe(Span(*link.inner), spelt) if spelt else None,
                confidence=Confidence.HIGH if spelt else Confidence.MEDIUM,
                evidence=f'the link\'s file name "{file[0]}"',
                target=segment,
            )
