"""A tag or shortcode whose attributes cannot be read stops the build, or loses what stands behind the stray sign.

`<Card title='L'auto' />` ends its title at the apostrophe, and `title="Par la poste""` has a sign that opens a value
which nobody closes. The message names the sign that is one too many, or the one that is missing. Spoken of where the
English page has this tag or shortcode, and all of them can be read there.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from doclint.api import Bad, Fix, Good, Pair, Problem, Severity, Span, Trust, lazy, without_code

ID = "DL418"
NAME = "attribute-broken"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source='{{< card title="By post" icon="van" >}}\n',
        target='{{< card title="Par la poste"⟦"⟧ icon="van" >}}\n',
        fixed='{{< card title="Par la poste" icon="van" >}}\n',
    ),
    Bad(
        source="<img src='a.png' alt='The van'>\n",
        target="<img src='a.png' alt=⟦'L'auto'⟧>\n",
        fixed="<img src='a.png' alt=\"L'auto\">\n",
    ),
    Bad(
        source='<Card title="The depot" icon="van" />\n',
        target='<Card title=⟦"倉庫 icon="⟧van" />\n',
    ),
    Bad(
        source='<Card title="The depot" />\n',
        target="<Card title=⟦«Склад»⟧ />\n",
        fixed='<Card title="Склад" />\n',
    ),
    Bad(
        source='{{< card title="The depot" icon="van" >}}\n',
        target='{{< card title=⟦"Das "Depot""⟧ icon="van" >}}\n',
        fixed='{{< card title=`Das "Depot"` icon="van" >}}\n',
    ),
]
GOOD = [
    Good(source='<Card title="The van" />\n', target='<Card title="L\'auto" />\n'),
    Good(source='{{< card title="The van" >}}\n', target='{{< card title="„Фургон“" >}}\n'),
    Good(source='{{< card title="A \\"van\\"" >}}\n', target='{{< card title="\\"Фургон\\"" >}}\n'),
    Good(source='<Card title={`a "b"`} big />\n', target='<Card title={`"б"`} big />\n'),
    Good(source='{{< card title="A" icon="van" >}}\n', target='{{< card title="Б"icon ="van" >}}\n'),
    Good(source='<Card title="A"" />\n', target='<Card title="Б"" />\n'),
    Good(source='If a < b and c > "d".\n', target='Если a < b и c > "д" "е"".\n'),
]


START = lazy(r"[<{](?:(?<=<)(?P<tag>[A-Za-z][\w.:-]*)|(?<=\{)\{(?P<hugo>[<%])\s*(?P<name>[A-Za-z][\w./-]*))(?=\s)")
"""One class of signs begins it, so that they are quickly looked for."""
LONGEST = 2000
"""Code points of a tag; what is longer is text."""
SPACE = lazy(r"\s*")
BRACES = r"\{[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*\}[^{}]*+)*\}"
KEY = lazy(rf"""[^\s"'`<>{{}}/=]+|{BRACES}|=|`[^`]*`""")
QUOTED = lazy(r"""(["'])((?:(?!\1)[^\\]|\\.)*)\1""", re.DOTALL)
LITERAL = lazy(r"""(["'])((?:(?!\1).)*)\1""", re.DOTALL)
TYPOGRAPHIC = lazy(r"[“”„‟«»‘’‚「」『』＂＇]")
WORD = lazy(r"[^\s\"']*")
WELL = lazy(r"""(?:\s+[\w:@.-]+(?:="[^"\n]*")?)*\s*/?>""")
"""What follows the name of nearly every tag, in which nothing is wrong."""
GLUED = lazy(r"""[\w:@.-]+\s*=\s*["'`{]""")
"""The next key without a space before it, which every reader takes."""
RUN_ON = lazy(r"\s[\w:@-]+\s*=\s*\Z")
"""The end of a value that has swallowed the next key."""


class Fault(NamedTuple):
    """What cannot be read in a tag."""

    name: str
    span: Span
    message: str
    put: str | None = None
    is_build: bool = False
    """Whether the generator stops at it in any page."""


def check(pair: Pair) -> Iterator[Problem]:
    source, target = pair.source, pair.target
    if source is None or source.text == target.text or ("<" not in target.text and "{{" not in target.text):
        return
    if not any(faults(target.text)):  # most pages have none, not even in code
        return
    found = list(faults(without_code(target)))
    ours = without_code(source) if found else ""
    known = {match["tag"] or match["name"] for match in START.finditer(ours)}
    odd = {one.name for one in faults(ours)}
    for fault in found:
        if fault.name in known - odd:
            yield Problem(
                span=fault.span,
                found=fault.span.of(target.text),
                message=fault.message,
                evidence=f'the attributes of "{fault.name}" in the English can be read',
                fix=Fix.unsafe(fault.span, fault.put) if fault.put is not None else None,
                breaks_build=fault.is_build or target.is_mdx,
            )


def faults(text: str) -> Iterator[Fault]:
    """The first fault of each tag."""
    for match in START.finditer(text):
        if match["tag"] and WELL.match(text, match.end()):
            continue
        end = {"<": ">}}", "%": "%}}"}.get(match["hugo"], ">")
        fault = fault_in(text, match["tag"] or match["name"], match.end(), end)
        if fault:
            yield fault


def fault_in(text: str, name: str, at: int, end: str) -> Fault | None:
    """The first thing in a tag that is no attribute; None where all is well, or nobody knows."""
    is_hugo = len(end) > 1
    last = min(len(text), at + LONGEST)
    is_value = is_hugo
    while at < last:
        space = SPACE.match(text, at)
        at = space.end() if space else at
        if text.startswith(("/>", ">") if not is_hugo else (f"/{end}", end), at):
            return None
        sign = text[at : at + 1]
        if sign in ('"', "'"):
            if not is_value:
                return Fault(name, Span(at, at + 1), f"one {sign} too many: no attribute begins with it", "")
            value = (QUOTED if is_hugo else LITERAL).match(text, at, last)
            if value is None or "\n\n" in value[2] or (is_hugo and end in value[2]):
                return unclosed(text, name, at, end)
            follower = text[value.end() : value.end() + 1]
            is_end = not follower or follower.isspace() or follower in ("/", end[0])
            if not is_end and not GLUED.match(text, value.end(), last):
                return ended_early(text, name, value, last, is_hugo=is_hugo)
            at, is_value = value.end(), is_hugo
            continue
        if TYPOGRAPHIC.match(text, at) and text[at - 1] == "=":
            return typographic(text, name, at, end, is_hugo=is_hugo)
        key = KEY.match(text, at, last)
        if key is None:
            return None
        at, is_value = key.end(), is_hugo or key[0] == "="
    return None


def unclosed(text: str, name: str, at: int, end: str) -> Fault | None:
    """A value that is still open where the tag ends."""
    stop = text.find(end, at, at + LONGEST)
    if stop < 0 or "\n\n" in text[at:stop]:
        return None
    span = Span(at, at + len(text[at:stop].rstrip(" /")))
    return Fault(name, span, f"the {text[at]} that opens this value is never closed", None, len(end) > 1)


def ended_early(text: str, name: str, value: re.Match[str], last: int, *, is_hugo: bool) -> Fault | None:
    """A value with its own sign in it, once too often, or one that has run on to the next."""
    sign = value[1]
    if "{{" in value[2]:  # something is filled in that has signs of its own
        return None
    if RUN_ON.search(value[2]):
        return Fault(name, Span(*value.span()), f"the {sign} that opens this value is never closed", None, is_hugo)
    close = value.end() - 1
    real = re.compile(rf"{sign}(?=[\s/>%]|\Z)").search(text, value.end(), last)
    if real is None or "\n\n" in text[close : real.end()]:
        return None
    if real.start() == close + 1:
        return Fault(name, Span(close + 1, close + 2), f"one {sign} too many after {value[0]}", "", is_hugo)
    whole = text[value.start() + 1 : real.end() - 1]
    outer = next((one for one in ("\"'" if not is_hugo else '"`') if one not in whole), None)
    word = WORD.match(whole, len(value[2]) + 1)
    message = f'the {sign} before "{word[0] if word else ""}" ends the value'
    put = f"{outer}{whole}{outer}" if outer else None
    return Fault(name, Span(value.start(), real.end()), message, put, is_hugo)


def typographic(text: str, name: str, at: int, end: str, *, is_hugo: bool) -> Fault | None:
    """A value in quotes that are none to a program."""
    stop = text.find(end, at, at + LONGEST)
    close = list(TYPOGRAPHIC.finditer(text, at + 1, max(stop, at + 1)))
    if stop < 0 or not close:
        return None
    span = Span(at, close[0].end())
    inner = text[at + 1 : close[0].start()]
    put = f'"{inner}"' if '"' not in inner else None
    return Fault(name, span, f'{text[at]} opens no value: " does', put, is_hugo)
