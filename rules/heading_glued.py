"""A heading that is glued to another line, or to its own signs, is no heading: they show, and the section has no name.

`…first.#### Next steps` comes of a line break that was lost, `####Next steps` of a space, and `＃＃ 手順` and `\\## Next`
have signs that are none. Spoken of where the English has no such line, and more headings of that level. Python-Markdown
needs no space.
"""

import re
from collections import Counter
from collections.abc import Iterator

from doclint.api import (
    Bad,
    Dialect,
    Fix,
    Good,
    Page,
    Pair,
    Policy,
    Problem,
    Segment,
    Severity,
    Span,
    Trust,
    lazy,
    without_code,
)

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
    Bad(
        source="Set it first.\n\n## Next steps\n\nRead on.\n",
        target="まず設定します。\n\n⟦##次の手順⟧\n\n続けて読みます。\n",
        fixed="まず設定します。\n\n## 次の手順\n\n続けて読みます。\n",
    ),
    Bad(
        source="Set it first.\n\n## Next steps\n\nRead on.\n",
        target="まず設定します。\n\n⟦＃＃　次の手順⟧\n\n続けて読みます。\n",
        fixed="まず設定します。\n\n## 次の手順\n\n続けて読みます。\n",
    ),
    Bad(
        source="Set it first.\n\n## Next steps\n\nRead on.\n",
        target="Сначала.\n\n⟦\\## Дальше⟧\n\nЧитайте.\n",
        fixed="Сначала.\n\n## Дальше\n\nЧитайте.\n",
    ),
]
GOOD = [
    Good(source="Write C# or F## here.\n\n## More\n", target="C#やF## でここに書きます。\n\n## もっと\n"),
    Good(source="Text.\n\n## More\n", target="Текст. `a ## b`\n\n## Ещё\n"),
    Good(source="Text.\n\n## More\n\n## Last\n", target="Текст.\n\n## Ещё\n"),
    Good(source="Text.\n\n##No more\n\n## Last\n", target="Текст.\n\n##Нет\n"),
    Good(source="Text.\n\n# More\n", target="Текст.\n\n#1 из 5\n"),
    Good(source="Text.\n\n# More\n", target="Текст.\n\n#Ещё\n", policy=Policy(dialect=Dialect.PYTHON_MARKDOWN)),
]

GLUED = lazy(r"(?<=[^\s#>|*+\-&\\\w(\[/])[ \t]*(#{2,6})[ \t]+(?=[^\W\d_])[^\r\n#|]{2,80}\r?$", re.MULTILINE)

SIGNS = lazy(r"##(?<=[^#\n]##)")
"""What all of them hold: it begins with the same letters everywhere, and is found many times faster."""

UNREAD = {
    "#": re.compile(r"^ {0,3}(#(?=[^\W\d_])|#{2,6}(?=[^\s#]))[^\r\n|]{1,80}\r?$", re.MULTILINE),
    "＃": re.compile(r"^ {0,3}([#＃]{0,5}＃[#＃]{0,5})[^\S\n]*(?=[^\W\d_])[^\r\n|]{1,80}\r?$", re.MULTILINE),
    "\\#": re.compile(r"^ {0,3}((?:\\#){1,6}#{0,5})[ \t]+(?=[^\W\d_])[^\r\n|]{1,80}\r?$", re.MULTILINE),
}
"""Lines that begin as a heading does, and are none: no space, signs of another form, signs that are escaped."""

SUSPECT = r" {0,3}(?:#{1,6}[^\s#]|\\#|[#＃]{0,5}＃)"
"""How any of them begins."""
FIRST = lazy(SUSPECT)
OTHER = lazy(rf"\n{SUSPECT}")


def check(pair: Pair) -> Iterator[Problem]:
    source, target = pair.source, pair.target
    if source is None:
        return
    if SIGNS.search(target.text) and GLUED.search(target.text):
        yield from glued(source, target)
    if OTHER.search(target.text) or FIRST.match(target.text):
        dialect = pair.policy.dialect
        yield from unread(source, target, is_python=dialect is not None and dialect.is_python)


def glued(source: Page, target: Page) -> Iterator[Problem]:
    """The headings that stand behind other text."""
    found = list(GLUED.finditer(without_code(target)))
    if not found or GLUED.search(source.text):
        return
    missing = levels(source.headings) - levels(target.headings)
    for match in found:
        if missing[len(match[1])] > 0:
            missing[len(match[1])] -= 1
            fix = Fix.unsafe(Span(match.start(), match.start(1)), "\n\n")
            yield problem(match, "other text stands before it on its line", fix)


def unread(source: Page, target: Page, *, is_python: bool) -> Iterator[Problem]:
    """The headings whose signs are none."""
    text = without_code(target)
    missing = levels(source.headings) - levels(target.headings)
    for sign, form in UNREAD.items():
        if (sign == "#" and is_python) or form.search(source.text):
            continue
        for match in form.finditer(text):
            level = len(match[1].replace("\\", ""))
            if missing[level] > 0:
                missing[level] -= 1
                end = match.end(1) + len(text[match.end(1) :]) - len(text[match.end(1) :].lstrip())
                fix = Fix.unsafe(Span(match.start(1), end), f"{'#' * level} ")
                yield problem(
                    match,
                    f"there is no space after {match[1]}" if sign == "#" else f"{match[1]} is not a sign of a heading",
                    fix,
                )


def problem(match: re.Match[str], why: str, fix: Fix) -> Problem:
    found = match[0].strip()
    return Problem(
        span=Span(match.start(1), match.start(1) + len(found)),
        found=found,
        message=f'"{found}" is not a heading: {why}',
        fix=fix,
        evidence="the English has more headings of this level",
    )


def levels(headings: list[Segment]) -> Counter[int]:
    return Counter(heading.level for heading in headings)
