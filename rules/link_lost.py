"""A link that became plain text leaves the reader where they are: the words stand, and nothing leads anywhere.

Compared are texts that surely belong together, by the number of their links. Left alone is a link that stands elsewhere on
the page, one whose address the text shows, and a text that was put another way, so that it lost more than a half of its
links and no bracket is left, unless the page lacks no other link.
"""

from collections.abc import Iterator

from doclint.api import (
    Bad,
    Difference,
    Good,
    Match,
    Pair,
    Part,
    Piece,
    PieceKind,
    Problem,
    Segment,
    Severity,
    Trust,
    bracketed,
    link_address,
    unread,
)

ID = "DL409"
NAME = "link-lost"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED
READS = (Part.LINKS,)

BAD = [
    Bad(
        source="See [parcels](parcels.md) and [routes](routes.md).\n",
        target="⟦См. [посылки](parcels.md) и [маршруты].⟧\n",
        expected=("routes.md",),
    ),
    Bad(
        source="Read [the list](list.md).\n\nCall `getDepot`, see [depots](depots.md) and [doors](doors.md).\n",
        target="[一覧](list.md)を読みます。\n\n⟦`getDepot` を呼びます。集配所と[扉](doors.md)を参照してください。⟧\n",
        expected=("depots.md",),
    ),
    Bad(  # the only one of its text, and of the page
        source="See [parcels](a.md).\n\nThen:\n\n- [Doors](doors.md)\n- [Routes](b.md)\n",
        target="[あ](a.md)を参照。\n\n次に、\n\n- ⟦扉⟧\n- [経路](b.md)\n",
        expected=("doors.md",),
    ),
]
GOOD = [
    Good(
        source="See [parcels](parcels.md) and [routes](routes.md).\n",
        target="См. [маршруты](routes.md) и [посылки](посылки.md).\n",
    ),
    Good(source="See [parcels](a.md), or [routes](a.md).\n", target="[小包](a.md)と経路を参照してください。\n"),
    Good(source="See [parcels](a.md).\n\nThen [b](b.md).\n", target="小包です。\n\n[a](a.md)と[b](b.md)。\n"),
]


def check(pair: Pair) -> Iterator[Problem]:
    fewer = pair.source.text.count("](") - pair.target.text.count("](") if pair.source else 0
    if fewer <= 0:
        return
    for match in pair.differing:
        if match.is_sure and match.source.text.count("](") > match.target.text.count("]("):
            yield from lost(match, is_last=fewer == 1)


def lost(match: Match[Segment], *, is_last: bool) -> Iterator[Problem]:
    """The links that are gone from a text, which has others still or the words of the one."""
    ours, theirs = ({link_address(one, side.page) for one in links(side)} for side in (match.source, match.target))
    gone = [one for one in links(match.source) if link_address(one, match.source.page) not in theirs]
    fewer = len(ours) - len(theirs)
    has_bracket = "[" in match.target.plain and "[" not in match.source.plain
    is_told = 2 * fewer <= len(ours) or has_bracket or is_last
    if fewer <= 0 or len(gone) != fewer or unread(match.target) or not is_told:
        return
    for one in gone:
        where = link_address(one, match.source.page)
        if bracketed(match.target, where) is None and (where[:1] == "#" or where not in match.target.page.text):
            yield Difference(match, match.target.span, one.span).problem(
                match.target.plain, where, evidence="a link of the English", message=f'the link to "{where}" is missing'
            )


def links(segment: Segment) -> list[Piece]:
    return segment.inline.of(PieceKind.LINK)
