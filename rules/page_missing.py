"""An English page that nobody translated: readers of the other language get none, or the English one.

Most teams translate a part of their pages, so this is looked for only when asked (`--missing`, or
`require-translations` in the config).
"""

from collections.abc import Iterator

from doclint.api import Bad, Good, Pair, Presence, Problem, Severity, Span, Trust

ID = "DL007"
NAME = "page-missing"
SEVERITY = Severity.WARNING
NEEDS = Trust.ALONE

BAD = [
    Bad(source="# Depots\n", target="⟦⟧", trust=Trust.PAIRED, presence=Presence.MISSING),
    Bad(target="⟦⟧", presence=Presence.MISSING, locale="ar"),
]
GOOD = [
    Good(source="# Depots\n", target="# مستودعات\n", trust=Trust.PAIRED),
    Good(target="# 集配所\n"),
]


def check(pair: Pair) -> Iterator[Problem]:
    if pair.presence is Presence.MISSING:
        message = "this English page has no translation"
        yield Problem(Span(0, 0), "", message=message, evidence="the pages of the source")
