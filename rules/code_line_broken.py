"""A comment that lost its sign is read as code, and a line that lost its indentation belongs to another block.

`# Open the door` that became `Öffne die Tür`, or `＃ 開く`, stops the program that a reader copies. Compared are lines that
stand side by side; the comment may be translated, and its sign may be another one of the language. Indentation counts in
Python and YAML, and there which of two lines stands further in, not how far.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from doclint.api import (
    PROSE_LANGUAGES,
    Bad,
    Code,
    Difference,
    Fix,
    Good,
    Match,
    Pair,
    Part,
    Problem,
    Severity,
    Trust,
    differing_lines,
    lazy,
)

ID = "DL313"
NAME = "code-line-broken"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED
READS = (Part.CODE,)

BAD = [
    Bad(
        source="# Depots\n\nOpen it:\n\n```py\n# The door\ndepot.open(1)\n```\n",
        target="# Lager\n\nÖffnen Sie es:\n\n```py\n⟦Die⟧ Tür\ndepot.open(1)\n```\n",
        expected=("# ",),
        fixed="# Lager\n\nÖffnen Sie es:\n\n```py\n# Die Tür\ndepot.open(1)\n```\n",
    ),
    Bad(
        source="# Depots\n\nOpen it:\n\n```js\n// The door\ndepot.open(1)\n```\n",
        target="# 集配所\n\n開きます。\n\n```js\n⟦／／⟧ 扉\ndepot.open(1)\n```\n",
        expected=("// ",),
        fixed="# 集配所\n\n開きます。\n\n```js\n// 扉\ndepot.open(1)\n```\n",
    ),
    Bad(
        source="# Depots\n\nOpen it:\n\n```yaml\ndepot:\n  doors: 3\nhall: 1\n```\n",
        target="# 창고\n\n여세요.\n\n```yaml\ndepot:\n⟦doors⟧: 3\nhall: 1\n```\n",
        expected=("  ",),
    ),
]
GOOD = [
    Good(
        source="# A\n\n```js\n// The door\nopen(1)\n```\n",
        target="# А\n\n```js\n/* Дверь */\nopen(1)\n```\n",
    ),
    Good(
        source="# A\n\n```py\nif a:\n    b()\n```\n",
        target="# ア\n\n```py\nif a:\n\tb()\n```\n",
    ),
    Good(
        source="# A\n\n```text\n# The door\n\nopen\n```\n",
        target="# А\n\n```text\nДверь\n\nopen\n```\n",
    ),
    Good(
        source="# A\n\n```console\n# depot open\nopen\n```\n",
        target="# А\n\n```console\n$ depot open\nopen\n```\n",
    ),
]

REMARK = lazy(r"(#(?![!\w])|//|--(?=\s)|;+(?=\s)|%(?=\s)|'(?=\s)|REM\b|rem\b)[ \t]*")
BLOCK = lazy(r"/\*|\*|<!--|\"\"\"|=begin|\{/\*")
"""What begins a comment of several lines, or one of another language that a block may hold."""
WIDE = lazy(r"(＃+|／／|／＊|——?|；)[ \t\u3000]*")
CODE = lazy(r"[=;{}]|[,(]\s*$|^\W*\w+: |\w\(")
"""What no sentence has; a line with it took the place of the comment."""
FIRST = lazy(r"[^\W\d_]+")
READ = frozenset(("python", "py", "python3", "yaml", "yml"))
"""Languages that read how far a line stands in."""
NO_REMARKS = PROSE_LANGUAGES | {"console", "shell-session"}
"""Text, and sessions, in which a prompt may begin with the sign of a comment."""


def check(pair: Pair) -> Iterator[Problem]:
    for match in pair.codes:
        language = match.source.language
        if match.source.text == match.target.text or not language or language in NO_REMARKS:
            continue
        yield from signs(match)
        if language in READ:
            yield from places(match)


def signs(match: Match[Code]) -> Iterator[Problem]:
    """The comments whose line begins with no sign of a comment any more."""
    for ours, theirs in differing_lines(match.source.text, match.target.text):
        remark = REMARK.match(ours.text)
        if remark is None or is_remark(theirs.text) or theirs.text in match.source.text:
            continue
        if not FIRST.search(ours.text) or CODE.search(theirs.text):
            continue
        wide = WIDE.match(theirs.text)
        first = wide or FIRST.match(theirs.text)
        if first is None:
            continue
        start, end = theirs.start, theirs.start + first.end()
        stop = theirs.start + len(first[1]) if wide else end
        span, put = match.target.place(start, stop), match.target.place(start, end if wide else start)
        found = match.target.text[start:stop]
        difference = Difference(match, span, match.source.place(ours.start, ours.start + remark.end()))
        yield difference.problem(
            found,
            remark[0],
            evidence="a comment of the English example",
            message=f'"{remark[1]}" is missing before "{found}": the English line is a comment',
        )._replace(fix=Fix.unsafe(put, remark[0]))


def is_remark(line: str) -> bool:
    return REMARK.match(line) is not None or BLOCK.match(line) is not None


def places(match: Match[Code]) -> Iterator[Problem]:
    """The first line that stands further in than its neighbour, or not, otherwise than in English."""
    here, there = ([*lines(side.text)] for side in (match.source, match.target))
    if len(here) != len(there) or 2 * sum(a[0] == b[0] for a, b in zip(here, there, strict=True)) < len(here):
        return
    for (one, two), (three, four) in zip(pairwise(here), pairwise(there), strict=True):
        is_item = two[0].startswith("-") or one[0].startswith("-")  # which YAML reads in both ways
        if two[0] == four[0] and sign(one[1], two[1]) != sign(three[1], four[1]) and not is_item:
            word = FIRST.search(four[0])
            if word is None:
                return
            at = four[2] + word.start()
            span = match.target.place(at, at + len(word[0]))
            yield Difference(match, span, match.source.place(two[2], two[2] + len(two[0]))).problem(
                word[0],
                " " * two[1],
                evidence="the English example",
                message=f'"{four[0]}" stands in another block: the English has {two[1]} spaces before it, here are {four[1]}',
            )
            return


def lines(code: str) -> Iterator[tuple[str, int, int]]:
    """The lines that are not empty: without their indentation, how far they stand in, and where they begin."""
    for line in re.finditer(r"([ \t]*)(\S[^\n]*)", code):
        yield line[2].rstrip(), len(line[1].expandtabs(4)), line.start(2)


def sign(one: int, two: int) -> int:
    return (two > one) - (two < one)
