"""A container that its generator cannot read shows its colons, or swallows the rest of the page.

`:::note[Title` without its bracket is text, and so is `::: tip A field may be empty. :::` on one line: the first three
colons open a box that nothing closes. Spoken of where the English has such a container in a form that is read.
"""

import re
from collections.abc import Iterator

from doclint.api import Bad, Fix, Good, Pair, Problem, Severity, Span, Trust, without_code

ID = "DL415"
NAME = "container-broken"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source=":::note[At night]\n\nRing once.\n\n:::\n",
        target="⟦:::note[夜間⟧\n\n一回だけ鳴らします。\n\n:::\n",
    ),
    Bad(
        source="::: tip\nA field may be empty.\n:::\n",
        target="::: tip フィールドは空でもかまいません。⟦ :::⟧\n",
        fixed="::: tip\nフィールドは空でもかまいません。\n:::\n",
    ),
    Bad(
        source="::: warning\nHeavy.\n:::\n\nNext.\n",
        target="::: warning Тяжёлая.⟦ :::⟧\n\nДальше.\n",
        fixed="::: warning\nТяжёлая.\n:::\n\nДальше.\n",
    ),
]
GOOD = [
    Good(source=":::note[At night]\n\nRing.\n\n:::\n", target=":::note[夜間]\n\n鳴らす。\n\n:::\n"),
    Good(source="::: info Note\nRing.\n:::\n", target="::: info 注意\n鳴らす。\n:::\n"),
    Good(source=':::image source="a.png" alt-text="Depot":::\n', target=':::image source="a.png" alt-text="Депо":::\n'),
]

OPENED = re.compile(r"^[ \t>]*(:{3,}[ \t]*[\w-]+\[[^\]\r\n]*)\r?$", re.MULTILINE)
ONE_LINE = re.compile(
    r"^[ \t>]*(:{3,})[ \t]*([A-Za-z][\w-]*)([ \t]+)([^:\n=]*[^:\s=])([ \t]*:{3,})[ \t]*\r?$", re.MULTILINE
)
NAMED = r"^[ \t>]*:{{3,}}[ \t]*{}\b"


def check(pair: Pair) -> Iterator[Problem]:
    source, target = pair.source, pair.target
    if source is None or ":::" not in target.text:
        return
    if not OPENED.search(target.text) and not ONE_LINE.search(target.text):
        return
    text = without_code(target)
    for match in [] if OPENED.search(source.text) else OPENED.finditer(text):
        yield broken(Span(*match.span(1)), match[1], f'the title of "{match[1].strip()}" has no closing bracket')
    for match in [] if ONE_LINE.search(source.text) else ONE_LINE.finditer(text):
        if re.search(NAMED.format(re.escape(match[2])), source.text, re.MULTILINE):
            end = Span(*match.span(5))
            why = f'this ":::" does not close the container "{match[2]}": it must stand on a line of its own'
            problem = broken(end, match[5], why)
            lines = f"{match[1]} {match[2]}\n{match[4]}\n{match[1]}"
            yield problem._replace(fix=Fix.unsafe(Span(match.start(1), end.end), lines))


def broken(span: Span, found: str, why: str) -> Problem:
    return Problem(
        span=span,
        found=found.strip(),
        message=why,
        evidence="the English has a container that is read",
        breaks_build=True,
    )
