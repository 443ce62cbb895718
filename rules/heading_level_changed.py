"""The level of a heading says what belongs to what, and makes the table of contents, so a translation keeps it.

Reported is a heading whose level is another one than that of the English heading beside it. Where several headings of a
page differ, the page is laid out in another way or the English was rearranged: these are notes. Left alone is a page
whose headings all are some levels higher or lower. Headings belong together surely where both pages have as many.
"""

from collections import Counter
from collections.abc import Iterator

from doclint.api import Bad, Confidence, Difference, Good, Match, Pair, Problem, Segment, Severity, Span, Trust, lazy

ID = "DL506"
NAME = "heading-level-changed"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="# Tours\n\n## The `open` state\n\nText.\n\n## The `closed` state\n",
        target="# Туры\n\n## Состояние `open`\n\nТекст.\n\n⟦###⟧ Состояние `closed`\n",
        fixed="# Туры\n\n## Состояние `open`\n\nТекст.\n\n## Состояние `closed`\n",
    ),
    Bad(
        source="# Tours\n\n## `open`\n\nText.\n\n### Limits {#limits}\n",
        target="# ツアー\n\n## `open`\n\nテキスト。\n\n⟦#⟧ 制限 {#limits}\n",
        fixed="# ツアー\n\n## `open`\n\nテキスト。\n\n### 制限 {#limits}\n",
    ),
]
GOOD = [
    Good(
        source="# Tours\n\n## `open`\n\n### Limits {#limits}\n",
        target="## ツアー\n\n### `open`\n\n#### 制限 {#limits}\n",
    ),
    Good(source="Tours\n=====\n\n## `open`\n", target="# Туры\n\n## `open`\n"),
    Good(  # above all others is no level
        source="# Tours\n\n## `open`\n\n## `shut`\n", target="# Туры\n\n# `open`\n\n# `shut`\n"
    ),
]

MARKS = lazy(r"(#+)[ \t]+$")
DEEPEST = 6

FEW = 2
"""So many headings of a page may have slipped; more are another way to lay the page out."""


def check(pair: Pair) -> Iterator[Problem]:
    if all(match.target.level == match.source.level for match in pair.headings):
        return
    is_laid = pair.source is not None and len(pair.headings) == len(pair.source.headings) == len(pair.target.headings)
    sure = Confidence.HIGH
    headings = [match._replace(confidence=sure) for match in pair.headings if match.is_sure or is_laid]
    if all(match.target.level == match.source.level for match in headings):
        return
    ((shift, _),) = Counter(match.target.level - match.source.level for match in headings).most_common(1)
    others = [match for match in headings if match.target.level != match.source.level + shift > 0]
    for match in others:
        yield problem(pair, match, is_slip=len(others) <= FEW, level=match.source.level + shift)


def problem(pair: Pair, match: Match[Segment], *, is_slip: bool, level: int) -> Problem:
    text, start = pair.target.text, match.target.span.start
    before = MARKS.search(text, text.rfind("\n", 0, start) + 1, start)
    span = Span(*before.span(1)) if before else match.target.span
    where = Difference(match, span, match.source.span)
    return where.problem(
        span.of(text),
        "#" * level,
        evidence=f"the English heading has level {match.source.level}",
        message=f"the heading has level {match.target.level}; beside the English it should have {level}",
        put="#" * level if before and 0 < level <= DEEPEST else None,
        severity=None if is_slip else Severity.NOTE,
    )
