"""An accepted finding that is none any more, or whose day is over: the file of exceptions says what is not so.

Of `doclint.accept.toml`, entry by entry. Entries that met no finding are looked for in runs over everything, by all
rules, that came through without trouble; entries past their `until` in every run, and what they accepted is reported
again. `severity = { accept-unused = "error" }` lets them fail a run.
"""

from collections.abc import Iterator

from doclint.api import Bad, Good, Pair, Problem, Remark, Severity, Span, Trust

ID = "DL010"
NAME = "accept-unused"
SEVERITY = Severity.WARNING
NEEDS = Trust.ALONE

BAD = [
    Bad(
        target='⟦[[accept]]⟧\nexpected = "inTransit"\nfound = "в пути"\nreason = "glossary"\n',
        remarks=(Remark("accept", Span(0, 10), 'the entry on "inTransit" no longer matches a finding'),),
    ),
    Bad(
        target='⟦[[accept]]⟧\nexpected = "depot"\nfound = "集配所"\nreason = "until the review"\nuntil = 2020-01-31\n',
        remarks=(Remark("accept", Span(0, 10), 'the entry on "depot" held until 2020-01-31'),),
    ),
]
GOOD = [
    Good(target='[[accept]]\nexpected = "inTransit"\nfound = "в пути"\nreason = "glossary"\n'),
    Good(target="# 荷物\n"),
]


def check(pair: Pair) -> Iterator[Problem]:
    for remark in pair.remarks:
        if remark.kind == "accept":
            yield Problem(remark.span, remark.found, message=remark.message)
