"""What the English shows as text must not become a tag: `&lt;script&gt;` is read, `<script>` runs.

Machine translation likes to turn `&lt;depot-id&gt;` or `\\<depot-id\\>` into a tag: the reader sees nothing in its place, and a
script that the page only speaks of swallows what follows it. Tags that the English text has as tags are left alone.
"""

import html
from collections.abc import Iterator

from doclint.api import Bad, Difference, Good, Match, Pair, PieceKind, Problem, Segment, Severity, Span, Trust, lazy

ID = "DL508"
NAME = "escape-lost"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="Write &lt;script&gt; into the template.\n",
        target="Schreiben Sie ⟦<script>⟧ in die Vorlage.\n",
        expected=("&lt;script&gt;",),
        fixed="Schreiben Sie &lt;script&gt; in die Vorlage.\n",
    ),
    Bad(
        source="Replace \\<depot\\> by the number.\n",
        target="⟦<depot>⟧ を番号に置き換えます。\n",
        expected=("\\<depot\\>",),
        fixed="\\<depot\\> を番号に置き換えます。\n",
    ),
]
GOOD = [
    Good(source="Write &lt;b&gt; for <b>bold</b>.\n", target="Écrivez `<b>` pour <b>gras</b>.\n"),
    Good(source="Replace &lt;depot-id&gt;.\n", target="`<depot-id>`を置き換えます。\n"),
    Good(source="Replace &lt;depot-id&gt;.\n", target="Замените \\<depot-id>.\n"),
    Good(source="Replace &lt;depot&gt;.\n", target="Замените <склад>.\n"),
]

ESCAPED = lazy(r"(?:&lt;|\\<)(/?[A-Za-z][\w:-]*)[^<>&\n]{0,100}?(?:&gt;|\\?>)")
NAME_OF = lazy(r"</?([A-Za-z][\w:-]*)")


def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is None or not ("&lt;" in pair.source.text or "\\<" in pair.source.text):
        return
    for match in pair.differing:
        if "<" in match.target.text and ("&lt;" in match.source.text or "\\<" in match.source.text):
            yield from changed(match)


def changed(match: Match[Segment]) -> Iterator[Problem]:
    """The tags of the translation that stand escaped in the English, and nowhere there as tags."""
    escaped = {found[1].lstrip("/").casefold(): found for found in ESCAPED.finditer(match.source.text)}
    live = {name for name, _ in tags(match.source)}
    for name, piece in tags(match.target) if escaped else ():
        if name in live or name not in escaped:
            continue
        found = piece.of(match.target.page.text)
        ours = next((one for one in ESCAPED.finditer(match.source.text) if bare(one[0]) == found), escaped[name])
        yield Difference(match, piece, match.source.place(*ours.span())).problem(
            found,
            ours[0],
            evidence="text of the English that is not a tag",
            message=f'"{found}" is read as a tag; the English shows it as text, "{ours[0]}"',
            put=ours[0] if bare(ours[0]) == found else None,
        )


def bare(written: str) -> str:
    return html.unescape(written).replace("\\", "")


def tags(segment: Segment) -> Iterator[tuple[str, Span]]:
    """The tags in a text, by their names."""
    for piece in segment.inline.of(PieceKind.HTML):
        if name := NAME_OF.match(piece.span.of(segment.page.text)):
            yield name[1].casefold(), piece.span
