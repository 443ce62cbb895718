"""A translation whose English page is gone tells readers what the product no longer says.

The page was renamed, moved or deleted in the source, and nobody did the same here. It is checked alone, which finds
little. Where no version of the source is known to have had the page, it may be the team's own, as a guide for translators
is, and where `.gitignore` leaves it out of the source, a build makes it: that is a note. Pages with their English inside, and pages whose source could not be looked up at all, are left alone.
"""

from collections.abc import Iterator

from doclint.api import Bad, Good, Pair, Presence, Problem, Severity, Span, Trust

ID = "DL006"
NAME = "page-orphaned"
SEVERITY = Severity.WARNING
NEEDS = Trust.ALONE

BAD = [
    Bad(target="⟦⟧# Посылки\n", presence=Presence.ORPHANED),
    Bad(target="⟦⟧---\ntitle: 集配所\n---\n# 集配所\n", presence=Presence.ORPHANED),
    Bad(target="⟦⟧# 번역 안내\n", presence=Presence.OWN),
]
GOOD = [
    Good(target="# Посылки\n"),
    Good(source="# Depots\n", target="# 集配所\n"),
]


def check(pair: Pair) -> Iterator[Problem]:
    if pair.presence is Presence.ORPHANED:
        message = "the source has no such page any more: it was renamed, moved or deleted"
        yield Problem(Span(0, 0), "", message=message, evidence="the pages of the source")
    if pair.presence is Presence.OWN:
        message = "the source has no such page: it was renamed or deleted, or this is a page of your own"
        yield Problem(Span(0, 0), "", message=message, severity=Severity.NOTE, evidence="the pages of the source")
