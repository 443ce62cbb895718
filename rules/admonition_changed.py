"""The type of an admonition (`!!! note "Title"`) is read by the site, so it stays as it is, and so do the quotes.

`!!! 注意` has no style, and a title in other quotes than `"` makes the line plain text. The title itself is free, and
so are the capitals of the type, which the site reads in lower case.
Where the source is not proven, an admonition more or less is taken for another version.
"""

from collections.abc import Iterator

from doclint.api import Bad, Good, Pair, Part, Problem, Severity, Syntax, Trust, directives_changed

ID = "DL414"
NAME = "admonition-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED
READS = (Part.DIRECTIVES,)

BAD = [
    Bad(
        source='!!! note "At night"\n    Ring once.\n',
        target='!!! ⟦примечание⟧ "Ночью"\n    Звоните один раз.\n',
        expected=("note",),
        fixed='!!! note "Ночью"\n    Звоните один раз.\n',
    ),
    Bad(
        source='??? warning "Heavy parcels"\n\n    Use a van.\n',
        target="??? warning ⟦「重い荷物」⟧\n\n    バンを使ってください。\n",
        expected=('"重い荷物"',),
        fixed='??? warning "重い荷物"\n\n    バンを使ってください。\n',
        trust=Trust.PINNED,
    ),
]
GOOD = [
    Good(source='!!! tip "Parcels"\n    Wait.\n', target='!!! tip "Посылки"\n    Ждите.\n'),
    Good(source="!!! info\n    Ring.\n", target="!!! Info\n    Sonnez.\n"),
    Good(source='=== "By post"\n\n    Ring.\n', target='=== "郵便で"\n\n    鳴らす。\n'),
    Good(source="!!! note\n    Ring.\n", target="!!! warning\n    Звоните.\n", trust=Trust.PAIRED),
]


def check(pair: Pair) -> Iterator[Problem]:
    for problem in directives_changed(pair, Syntax.ADMONITION):
        if problem.found.casefold() != (problem.expected or "").casefold():
            yield problem
