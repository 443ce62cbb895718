"""A tag in a text that has no end goes on to the end of the page, and one that is gone takes its meaning with it.

`<kbd>P<kbd>` makes keys of all that follows. Spoken of are tags within a text that are opened and closed as often as each other
in English, and keys, which readers look for on their keyboard: `<kbd>` that is gone is a warning.
"""

from collections import Counter
from collections.abc import Iterator

from doclint.api import Bad, Difference, Good, Match, Pair, PieceKind, Problem, Segment, Severity, Span, Trust, lazy

ID = "DL509"
NAME = "tag-broken"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="Press <kbd>P</kbd> now.\n",
        target="Нажмите ⟦<kbd>⟧P⟦<kbd>⟧.\n",
        expected=("</kbd>", "</kbd>"),
    ),
    Bad(
        source="The <b>depot</b> is open.\n",
        target="⟦<b>⟧集配所は開いています。\n",
        expected=("</b>",),
    ),
    Bad(
        source="Press <kbd>Ctrl</kbd> and <kbd>P</kbd> now.\n",
        target="⟦<kbd>Ctrl</kbd> と P を押します。⟧\n",
        expected=("<kbd>",),
    ),
]
GOOD = [
    Good(source="Press <kbd>P</kbd>.\n", target="Нажмите <kbd>P</kbd>.\n"),
    Good(source="A <b>depot</b>.\n", target="集配所です。\n"),
    Good(source="A <b>depot.\n", target="<b>集配所です。\n"),
    Good(source="One<br>two <img src='a'>\n", target="一<br>二<br>三 <img src='a'> `<b>`\n"),
]

NAMES = frozenset(
    (
        "b",
        "i",
        "em",
        "strong",
        "code",
        "kbd",
        "sub",
        "sup",
        "a",
        "u",
        "s",
        "mark",
        "small",
        "samp",
        "var",
        "span",
        "abbr",
    )
)
"""Elements of HTML within a text, which are closed where they are opened."""
TAG = lazy(r"""<(/?)([a-z]+)(?:\s(?:"[^"]*"|'[^']*'|[^<>"'])*)?(?<!/)>""")


def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is None or "</" not in pair.source.text:
        return
    for match in pair.differing:
        if "</" in match.source.text:
            yield from unclosed(match)


def unclosed(match: Match[Segment]) -> Iterator[Problem]:
    """The tags of the translation that are not closed as often as opened, of those that are in English."""
    ours, theirs = tags(match.source), tags(match.target)
    counts, others = (Counter((name, is_end) for name, is_end, _ in side) for side in (ours, theirs))
    for name in sorted({name for name, _, _ in ours}):
        if counts[name, False] != counts[name, True]:
            continue
        opened, closed = others[name, False], others[name, True]
        if opened == closed:
            if name == "kbd" and opened < counts[name, False] and match.is_sure:
                yield Difference(match, match.target.span).problem(
                    match.target.plain,
                    f"<{name}>",
                    evidence="a key of the English",
                    message=f'"<{name}>" is missing: the English has {counts[name, False]}, the translation {opened}',
                    severity=Severity.WARNING,
                )
            continue
        for one, is_end, span in theirs:
            if one == name and is_end == (closed > opened):
                found = span.of(match.target.page.text)
                what = "no beginning" if is_end else "no end"
                yield Difference(match, span).problem(
                    found,
                    f"<{'' if is_end else '/'}{name}>",
                    evidence="a tag that the English closes",
                    message=f'"{found}" has {what} in this text',
                    is_no_english=True,
                )


def tags(segment: Segment) -> list[tuple[str, bool, Span]]:
    """The tags of a text: name, whether it is an end, and place."""
    found = []
    for piece in segment.inline.of(PieceKind.HTML):
        tag = TAG.fullmatch(piece.span.of(segment.page.text).lower())
        if tag and tag[2] in NAMES:
            found.append((tag[2], bool(tag[1]), piece.span))
    return found
