"""A translation whose English page is gone tells readers what the product no longer says.

The page was renamed, moved or deleted in the source, and nobody did the same here; or the source that was given is not
this page's. It is checked alone, which finds little. Pages with their English inside, and pages whose source could not be
looked up at all, are left alone.
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
]
GOOD = [
    Good(target="# Посылки\n"),
    Good(source="# Depots\n", target="# 集配所\n"),
]


def check(pair: Pair) -> Iterator[Problem]:
    if pair.presence is Presence.ORPHANED:
        message = "the source has no such page: it was renamed, moved or deleted"
        yield Problem(Span(0, 0), "", message=message, evidence="the pages of the source")
