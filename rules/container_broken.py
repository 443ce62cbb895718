"""A container that its generator cannot read shows its colons, or swallows the rest of the page.

`:::note[Title` without its bracket is text, and so is `::: tip A field may be empty. :::` on one line: the first three
colons open a box that nothing closes. Spoken of where the English has such a container in a form that is read. A box
that is opened and never closed is one of these, too: `:::note` where the page has no `:::` behind it, and `/// note`
of Python-Markdown's blocks, which ends at as many slashes.
"""

import re
from collections.abc import Iterator

from doclint.api import Bad, Dialect, Fix, Good, Page, Pair, Problem, Severity, Span, Syntax, Trust, lazy, without_code

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
    Bad(
        source="/// note\n\nRing.\n\n///\n\n/// tip\n\nWait.\n\n///\n",
        target="⟦/// note | Remarque⟧\n\nSonnez.\n\n/// tip | Astuce\n\nAttendez.\n\n///\n",
    ),
]
GOOD = [
    Good(  # a slip of the English, which reads so, too
        source="::: tip Depots\nRing at the\ndoor. :::\n", target="::: tip Склады\nЗвоните у двери. :::\n"
    ),
    Good(
        source="//// tab | Depot\n\n/// note\n\nRing.\n\n///\n\n////\n",
        target="//// tab | Депо\n\n/// note | Заметка\n\nЗвоните.\n\n///\n\n////\n",
    ),
    Good(source=":::note[At night]\n\nRing.\n\n:::\n", target=":::note[夜間]\n\n鳴らす。\n\n:::\n"),
    Good(source="::: info Note\nRing.\n:::\n", target="::: info 注意\n鳴らす。\n:::\n"),
    Good(source=':::image source="a.png" alt-text="Depot":::\n', target=':::image source="a.png" alt-text="Депо":::\n'),
]

BLOCK = lazy(r"^[ \t>]*(/{3,})(?:[ \t]*([A-Za-z][\w-]*)(?:[ \t]*\|[^\n]*)?)?[ \t]*\r?$", re.MULTILINE)
OPENED = lazy(r"^[ \t>]*(:{3,}[ \t]*[\w-]+\[[^\]\r\n]*)\r?$", re.MULTILINE)
END_BEHIND_TEXT = lazy(r"[^\s:][ \t]+:{3,}[ \t]*\r?$", re.MULTILINE)
"""An end behind its text, which no reader of Markdown takes for one: a slip where the English has it."""
ONE_LINE = lazy(r"^[ \t>]*(:{3,})[ \t]*([A-Za-z][\w-]*)([ \t]+)([^:\n=]*[^:\s=])([ \t]*:{3,})[ \t]*\r?$", re.MULTILINE)
READERS = (Dialect.DOCUSAURUS, Dialect.STARLIGHT, Dialect.VITEPRESS)
NAMED = r"^[ \t>]*:{{3,}}[ \t]*{}\b"


def check(pair: Pair) -> Iterator[Problem]:
    source, target = pair.source, pair.target
    if source is None:
        return
    if "///" in source.text and "///" in target.text:
        yield from unclosed(source, target)
    if ":::" not in target.text:
        return
    if pair.policy.dialect in READERS:
        yield from endless(source, target)
    if not OPENED.search(target.text) and not ONE_LINE.search(target.text):
        return
    text = without_code(target)
    for match in [] if OPENED.search(source.text) else OPENED.finditer(text):
        yield broken(Span(*match.span(1)), match[1], f'the title of "{match[1].strip()}" has no closing bracket')
    is_slip = ONE_LINE.search(source.text) or END_BEHIND_TEXT.search(source.text)
    for match in [] if is_slip else ONE_LINE.finditer(text):
        if re.search(NAMED.format(re.escape(match[2])), source.text, re.MULTILINE):
            end = Span(*match.span(5))
            why = f'this ":::" does not close the container "{match[2]}": it must stand on a line of its own'
            problem = broken(end, match[5], why)
            lines = f"{match[1]} {match[2]}\n{match[4]}\n{match[1]}"
            yield problem._replace(fix=Fix.unsafe(Span(match.start(1), end.end), lines))


def endless(source: Page, target: Page) -> Iterator[Problem]:
    """Containers that are open to the end of the page, where no English one is, nor has its name."""
    ours, theirs = ([one for one in page.directives if one.syntax is Syntax.CONTAINER] for page in (source, target))
    ends = [sum(-1 if one.is_closing else not one.is_whole for one in side) for side in (ours, theirs)]
    last = theirs[-1] if theirs else None
    if ends[0] or ends[1] <= 0 or last is None or last.is_closing or last.is_whole or not last.name:
        return
    if not any(one.name == last.name and not one.is_whole for one in ours):  # of those container-changed tells
        yield broken(last.span, last.text, f'"{last.text}" is never closed: the rest of the page is shown inside it')


def unclosed(source: Page, target: Page) -> Iterator[Problem]:
    """The blocks of Python-Markdown that have no end, and the ends without beginning, where the English has none such."""
    if not BLOCK.search(source.text) or alone(without_code(source)):
        return
    for match in alone(without_code(target)):
        opening = match[0].strip()
        why = "is never closed" if match[2] else "closes nothing"
        yield broken(Span(match.start(1), match.start() + len(match[0].rstrip())), opening, f'"{opening}" {why}')


def alone(text: str) -> list[re.Match[str]]:
    """The ends of blocks without their other end: a block ends at as many slashes, and holds none of as many."""
    found: list[re.Match[str]] = []
    open_: list[re.Match[str]] = []
    for match in BLOCK.finditer(text):
        beside = next((at for at, one in enumerate(open_) if one[1] == match[1]), None)
        if beside is None:
            (open_ if match[2] else found).append(match)
            continue
        found += open_[beside + (not match[2]) :]
        del open_[beside:]
        if match[2]:
            open_.append(match)
    return sorted([*found, *open_], key=lambda one: one.start())


def broken(span: Span, found: str, why: str) -> Problem:
    return Problem(
        span=span,
        found=found.strip(),
        message=why,
        evidence="the English has a container that is read",
        breaks_build=True,
    )
