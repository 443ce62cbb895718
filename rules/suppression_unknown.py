"""A comment to doclint names a rule that does not exist, so that it silences nothing.

It was misspelt, the rule is gone, or a translator translated its name. The other rules of the comment are silenced.
"""

from collections.abc import Iterator

from doclint.api import Bad, Good, Pair, Problem, Remark, Severity, Span, Trust

ID = "DL008"
NAME = "suppression-unknown"
SEVERITY = Severity.NOTE
NEEDS = Trust.ALONE

BAD = [
    Bad(
        target="<!-- doclint-disable ⟦число-изменено⟧ -->\n# Посылки\n",
        remarks=(Remark("unknown", Span(21, 35), 'the comment names no rule "число-изменено"', "число-изменено"),),
    ),
    Bad(
        target="# 荷物\n\n<!-- doclint-disable-line ⟦DL999⟧ -->\n",
        remarks=(Remark("unknown", Span(32, 37), 'the comment names no rule "DL999"', "DL999"),),
    ),
]
GOOD = [
    Good(target="<!-- doclint-disable number-changed -- the depot counts from 0 -->\n# 荷物\n"),
    Good(target="`<!-- doclint-disable some-rule -->`\n"),
]


def check(pair: Pair) -> Iterator[Problem]:
    for remark in pair.remarks:
        if remark.kind == "unknown":
            yield Problem(remark.span, remark.found, message=remark.message)
