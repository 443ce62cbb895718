"""Most of what differs on this page differs because the English changed: bring the page in step before anything else.

Of a page whose history git has. What nobody can tell from its English any more is not shown meanwhile, but counted: it is
looked at when the page is in step, and much of it is gone then. Damage is shown all the same. `doclint stale` lists the
parts that changed, with what they read before and now.
"""

from collections.abc import Iterator

from doclint.api import Bad, Good, Pair, Problem, Remark, Severity, Span, Trust

ID = "DL012"
NAME = "page-behind"
SEVERITY = Severity.NOTE
NEEDS = Trust.ALONE

SYNC = "sync this page first: the English changed in 4 parts of it since"

BAD = [
    Bad(target="⟦⟧# Pakete\n\nEin Paket.\n", remarks=(Remark("behind", Span(0, 0), SYNC),)),
    Bad(target="⟦⟧# 荷物\n\n荷物です。\n", remarks=(Remark("behind", Span(0, 0), SYNC),)),
]
GOOD = [
    Good(target="# Pakete\n\nEin Paket.\n"),
    Good(target="# 荷物\n"),
]


def check(pair: Pair) -> Iterator[Problem]:
    for remark in pair.remarks:
        if remark.kind == "behind":
            yield Problem(remark.span, remark.found, message=remark.message)
