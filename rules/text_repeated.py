"""A paragraph that the translation says twice and the English once stands in the place of another, or does not belong there.

Machines that lose their place in a page repeat what they said before. Reported is a paragraph or list item, long enough to be
no heading or label, that reads letter for letter as another one whose English is another text, or that has no English beside it.
Left alone is what the English says twice, or nearly; what an older English may have said twice is a note.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

from doclint.api import Bad, Confidence, Good, Kind, Match, Page, Pair, Problem, Segment, Severity, Trust, lazy

ID = "DL016"
NAME = "text-repeated"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED

PARCEL_RU = "Склад хранит каждую посылку `p` десять дней, а потом отправляет её обратно.\n\n"
PARCEL_JA = "集配所は小包 `p` を 10 日間保管し、その後に送り主へ送り返します。\n\n"
PARCEL_EN = "The depot keeps each parcel `p` for ten days, and then sends it back.\n\n"

BAD = [
    Bad(
        source=f"# Depot\n\n{PARCEL_EN}A courier `c` has one van, which holds up to forty parcels.\n",
        target=f"# Склад\n\n{PARCEL_RU}⟦{PARCEL_RU.strip()}⟧\n",
    ),
    Bad(
        source=f"# Depot\n\n{PARCEL_EN}## Vans\n\nThere are two.\n",
        target=f"# 集配所\n\n{PARCEL_JA}⟦{PARCEL_JA.strip()}⟧\n\n## 車\n\n2 台あります。\n",
    ),
]
GOOD = [
    Good(source=f"# Depot\n\n{PARCEL_EN * 2}", target=f"# Склад\n\n{PARCEL_RU * 2}"),
    Good(
        source=f"# Depot\n\n{PARCEL_EN}The depot keeps each parcel `p` for ten days, then it is sent back.\n",
        target=f"# 集配所\n\n{PARCEL_JA * 2}",
    ),
    Good(source="# Depot\n\n```sh\nrun `p`\n```\n", target=f"# Склад\n\n```sh\nrun `p`\n```\n\n{PARCEL_RU * 2}"),
    Good(source="# Depot\n\nSee `p`.\n\nOpen `p`.\n", target="# Склад\n\nСмотрите `p`.\n\nСмотрите `p`.\n"),
]

WORD = lazy(r"\w+")
LETTERS = 20
"""So many letters and digits have neither labels nor the short sentences that are said again and again."""
ALIKE = 0.5
"""Two English texts that have so many words in common may have one translation."""


def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is None:
        return
    theirs = texts(pair.target)
    if len({segment.text for segment in theirs}) == len(theirs):
        return
    counts = Counter(segment.text for segment in theirs)
    said_twice = [text for text, count in counts.items() if count > 1 and text not in pair.source.text]
    twice = [text for text in said_twice if is_long(text)]
    again = {id(one) for before, one in pairwise(theirs) if before.text == one.text}
    if not twice and not again:
        return
    ours = Counter(segment.plain for segment in texts(pair.source))
    beside = {id(match.target): match for match in pair.texts}
    found: list[Segment] = []
    if len(theirs) > ours.total():
        found += (one for one in theirs if id(one) in again and id(one) not in beside and one.text in said_twice)
        found = [one for one in found if one.text not in twice]
    for text in twice:
        said = [segment for segment in theirs if segment.text == text]
        matches = [match for segment in said if (match := beside.get(id(segment)))]
        if any(ours[match.source.plain] > 1 for match in matches):
            continue
        if matches:
            found += repeated(said, matches)
        elif max(ours.values(), default=0) == 1 and id(said[1]) in again:
            found.append(said[1])  # one right behind the other, so that neither is surely the English one
    for stretch in stretches(theirs, found):
        first = id(stretch[0])
        is_known = pair.is_exact or first in beside or first in again  # else an older English may say it twice
        one = problem(stretch, beside.get(first))
        yield one if is_known else one._replace(severity=Severity.NOTE)


def texts(page: Page) -> list[Segment]:
    """The paragraphs and list items of a page."""
    return [block for block in page.blocks if isinstance(block, Segment) and block.kind in (Kind.PARAGRAPH, Kind.ITEM)]


def is_long(text: str) -> bool:
    return sum(map(str.isalnum, text)) > LETTERS


def repeated(said: list[Segment], matches: list[Match[Segment]]) -> Iterator[Segment]:
    """Those of the texts that read the same which are beside no English, or beside another text than the first."""
    first = matches[0]
    beside = {id(match.target): match for match in matches}
    for segment in said:
        match = beside.get(id(segment))
        if match is not first and (match is None or common(match.source.plain, first.source.plain) < ALIKE):
            yield segment


def common(one: str, other: str) -> float:
    """The share of the words of two texts that both have."""
    ours, theirs = (set(WORD.findall(text.casefold())) for text in (one, other))
    return len(ours & theirs) / max(len(ours | theirs), 1)


def stretches(texts: list[Segment], found: list[Segment]) -> Iterator[list[Segment]]:
    """The texts found, those together that follow each other."""
    known = set(map(id, found))
    for is_found, group in groupby(texts, lambda text: id(text) in known):
        if is_found:
            yield list(group)


def problem(said: list[Segment], match: Match[Segment] | None) -> Problem:
    """The problem of texts that were said before, and the English that stands beside the first."""
    more = f" and the next {len(said) - 1}" if len(said) > 1 else ""
    return Problem(
        said[0].span,
        said[0].plain,
        message=f"this text{more} is repeated on the page; in the English it is not",
        confidence=match.confidence if match else Confidence.MEDIUM,
        evidence="texts of this page",
        source=match.source if match else None,
        target=said[0],
    )
