"""A full stop or comma stands apart from the link or code before it, where the English has none apart.

`[профилем](profile.md) .` is left behind by engines that put markup back with a space on each side. No language puts a
space before a full stop or a comma; before `:`, `;`, `!` and `?` some do, so those are left alone. It is a matter of
looks, so the rule is off unless selected.
"""

from collections.abc import Iterator

from doclint.api import Bad, Difference, Good, Match, Pair, PieceKind, Problem, Segment, Severity, Trust, lazy

ID = "DL505"
NAME = "space-before-punctuation"
SEVERITY = Severity.NOTE
NEEDS = Trust.PAIRED
DEFAULT = False

BAD = [
    Bad(
        source="See [profile](profile.md).\n",
        target="См. [профиль](profile.md)⟦ .⟧\n",
        fixed="См. [профиль](profile.md).\n",
    ),
    Bad(
        source="Set `id`, then **scan**.\n",
        target="`id`⟦ 、⟧次に**スキャン**⟦ 。⟧\n",
        fixed="`id`、次に**スキャン**。\n",
    ),
]
GOOD = [
    Good(source="See [profile](profile.md): now!\n", target="Voir [profil](profile.md) : maintenant !\n"),
    Good(source="Use `net` or .NET ...\n", target="Используйте `net` .NET ...\n"),
    Good(source="Endings: `md` .\n", target="Окончания: `md` .\n"),
    Good(source="Use `a .` here.\n", target="`a .` を使います。\n"),
]


APART = lazy(r"[)`*_\]>][ \t\u00a0]+(?=[。、،।]|[.,](?![\w.,]))")
"""White space between markup and a stop; `.NET` and `...` are none."""

MARKUP = (PieceKind.LINK, PieceKind.CODE, PieceKind.STRONG, PieceKind.EMPHASIS)


def check(pair: Pair) -> Iterator[Problem]:
    if not APART.search(pair.target.text):
        return
    for match in pair.segments:
        if APART.search(match.target.text) and not APART.search(match.source.text):
            yield from apart(match)


def apart(match: Match[Segment]) -> Iterator[Problem]:
    segment = match.target
    ends = {piece.span.end for piece in segment.inline.of(*MARKUP)}
    for found in APART.finditer(segment.text):
        span = segment.place(found.start() + 1, found.end() + 1)
        if span.start not in ends:
            continue
        yield Difference(match, span).problem(
            span.of(segment.page.text),
            evidence="the English has none there",
            message=f'there is white space before "{segment.text[found.end()]}"',
            put=segment.text[found.end()],
        )
