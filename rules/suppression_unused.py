"""A comment silences a rule that has nothing to say there any more, and would hide the next fault.

The page was mended, or translated anew. Nothing is said of a comment whose rules did not run, or lacked the source they
need, nor of one that the translator took over from the English page, where it holds for all translations.
"""

from collections.abc import Iterator

from doclint.api import Bad, Good, Pair, Problem, Remark, Severity, Span, Trust

ID = "DL009"
NAME = "suppression-unused"
SEVERITY = Severity.NOTE
NEEDS = Trust.ALONE

BAD = [
    Bad(
        target="⟦<!-- doclint-disable-line number-changed -->⟧\n# Посылки\n",
        remarks=(Remark("unused", Span(0, 44), "silences nothing", "number-changed"),),
    ),
    Bad(
        target="# 荷物\n\n⟦<!-- doclint-disable -->⟧\n",
        remarks=(Remark("unused", Span(6, 30), "silences nothing", "all rules"),),
    ),
]
GOOD = [
    Good(target="<!-- doclint-disable-line number-changed -->\n# Посылки\n"),
    Good(source="<!-- doclint-disable -->\n# Parcels\n", target="<!-- doclint-disable -->\n# 荷物\n"),
]


def check(pair: Pair) -> Iterator[Problem]:
    for remark in pair.remarks:
        if remark.kind == "unused":
            yield Problem(remark.span, remark.found, message=remark.message)
