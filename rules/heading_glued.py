"""A heading at the end of another line is no heading: its signs show, and the section has no name.

`…first.#### Next steps` comes of a line break that was lost. Spoken of where the English has such signs at the beginning
of a line only, and more headings of that kind.
"""

import re
from collections import Counter
from collections.abc import Iterator

from doclint.api import Bad, Fix, Good, Pair, Problem, Segment, Severity, Span, Trust, lazy, without_code

ID = "DL507"
NAME = "heading-glued"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="Set the language first.\n\n#### Next steps\n\nRead on.\n",
        target="הגדירו את השפה תחילה.⟦#### השלבים הבאים⟧\n\nקראו.\n",
        fixed="הגדירו את השפה תחילה.\n\n#### השלבים הבאים\n\nקראו.\n",
    ),
    Bad(
        source="Set it first.\n\n## Next steps\n\nRead on.\n",
        target="まず設定します。 ⟦## 次の手順⟧\n\n続けて読みます。\n",
        fixed="まず設定します。\n\n## 次の手順\n\n続けて読みます。\n",
    ),
]
GOOD = [
    Good(source="Write C# or F## here.\n\n## More\n", target="C#やF## でここに書きます。\n\n## もっと\n"),
    Good(source="Text.\n\n## More\n", target="Текст. `a ## b`\n\n## Ещё\n"),
    Good(source="Text.\n\n## More\n\n## Last\n", target="Текст.\n\n## Ещё\n"),
]

GLUED = re.compile(r"(?<=[^\s#>|*+\-&\\\w(\[/])[ \t]*(#{2,6})[ \t]+(?=[^\W\d_])[^\r\n#|]{2,80}\r?$", re.MULTILINE)

SIGNS = lazy(r"##(?<=[^#\n]##)")
"""What all of them hold: it begins with the same letters everywhere, and is found many times faster."""


def check(pair: Pair) -> Iterator[Problem]:
    source, target = pair.source, pair.target
    if source is None or not SIGNS.search(target.text) or not GLUED.search(target.text):
        return
    text = without_code(target)
    found = list(GLUED.finditer(text))
    if not found or GLUED.search(source.text):
        return
    missing = levels(source.headings) - levels(target.headings)
    for match in found:
        level = len(match[1])
        if missing[level] > 0:
            missing[level] -= 1
            span = Span(match.start(1), match.start(1) + len(match[0].strip()))
            yield Problem(
                span=span,
                found=match[0].strip(),
                message=f'"{match[0].strip()}" is no heading: it stands behind other text on its line',
                fix=Fix.unsafe(Span(match.start(), match.start(1)), "\n\n"),
                evidence="the English has more headings of this level",
            )


def levels(headings: list[Segment]) -> Counter[int]:
    return Counter(heading.level for heading in headings)
