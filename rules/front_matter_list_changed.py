"""A plain word in a list of the front matter is a key that the site looks up, so a translation repeats it.

`formats: [websites]` that became several words of another language shows the page under no filter. Tags, keywords and
categories are for readers on many sites, and what is one word again may be a choice of the translator's: both are left alone.
"""

import re
from collections.abc import Iterator

from doclint.api import Bad, Fix, Good, Pair, Problem, Severity, Span, Trust, judge, lazy

ID = "DL015"
NAME = "front-matter-list-changed"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="---\ntitle: Depots\nformats:\n- websites\n- letters\n---\nText.\n",
        target="---\ntitle: Almacenes\nformats:\n- ⟦sitios web⟧\n- letters\n---\nTexto.\n",
        expected=("websites",),
        fixed="---\ntitle: Almacenes\nformats:\n- websites\n- letters\n---\nTexto.\n",
    ),
    Bad(
        source="---\ntitle: Depots\nareas:\n  - north\n---\nText.\n",
        target="---\ntitle: 集配所\nareas:\n  - ⟦北⟧\n---\nテキスト。\n",
        expected=("north",),
        fixed="---\ntitle: 集配所\nareas:\n  - north\n---\nテキスト。\n",
    ),
    Bad(
        source="---\ntitle: Depots\nareas: [north, south]\n---\nText.\n",
        target="---\ntitle: 창고\nareas: [⟦북쪽⟧, south]\n---\n글.\n",
        expected=("north",),
        fixed="---\ntitle: 창고\nareas: [north, south]\n---\n글.\n",
    ),
]
GOOD = [
    Good(
        source="---\ntitle: Depots\ntags:\n- websites\nareas:\n- North side\n- a-b\n---\nText.\n",
        target="---\ntitle: Склады\ntags:\n- сайты\nareas:\n- Северная сторона\n- c\n---\nТекст.\n",
    ),
    Good(
        source="---\ntitle: Depots\nareas:\n- north\n---\nText.\n",
        target="---\ntitle: 集配所\nlang: ja\nareas:\n- south\n---\nテキスト。\n",
    ),
]

PROSE = frozenset(("tags", "keywords", "keyword", "categories", "category", "topics", "aliases"))
LINE = lazy(
    r"^(?:(?P<key>[\w.-]+):(?:[ \t]*\[(?P<items>[^\[\]\n\r]*)\])?|[ \t]*-[ \t]+(?P<item>[^\s#:\"'\[{][^#:\n\r]*?)[ \t]*$)",
    re.MULTILINE,
)
ITEM = lazy(r"[^\s,\"'{}](?:[^,\"'{}]*[^\s,\"'{}])?")
WORD = lazy(r"[a-z]{3,}", re.ASCII)


def check(pair: Pair) -> Iterator[Problem]:
    bodies = pair.source.front.body if pair.source else None, pair.target.front.body
    if pair.source is None or bodies[0] is None or bodies[1] is None:
        return
    if not any(sign in bodies[0].of(pair.source.text) for sign in ("- ", "[")):
        return
    ours, theirs = lists(pair.source.text, bodies[0]), lists(pair.target.text, bodies[1])
    for key, items in ours.items():
        others = theirs.get(key, [])
        if key.casefold() not in PROSE and len(items) == len(others):
            for one, other in zip(items, others, strict=True):
                expected, found = one.of(pair.source.text), other.of(pair.target.text)
                if WORD.fullmatch(expected) and (" " in found or not found.isascii()):
                    yield problem(key, one, expected, other, found)


def lists(text: str, body: Span) -> dict[str, list[Span]]:
    """The places of the items of each list, by the key before it; also where YAML cannot read the rest."""
    found: dict[str, list[Span]] = {}
    key = ""
    for line in LINE.finditer(text, *body):
        key = line["key"] or key
        if line["items"]:
            found.setdefault(key, []).extend(Span(*one.span()) for one in ITEM.finditer(text, *line.span("items")))
        if line["item"]:
            found.setdefault(key, []).append(Span(*line.span("item")))
    return found


def problem(key: str, one: Span, expected: str, other: Span, found: str) -> Problem:
    return Problem(
        other,
        found,
        expected=expected,
        damage=judge(expected, found),
        evidence=f'a word in the list "{key}" of the front matter',
        fix=Fix.unsafe(other, expected),
        source_span=one,
    )
