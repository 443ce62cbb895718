"""An anchor is what links to a section are made of, so it stays as it is.

`<a name="see-also">`, `id="see-also"` and `{#see-also}` are never read by people. Where one is translated, spaced or lost
every link to it, from this page and from others, ends at the top. Anchors that the translation adds, as many
sites ask, are right; where nearly all of them are the English heading's words, one in another script is not, and
where all others are, any other one is a warning. So is the only one in another script, if nothing leads to it.
"""

import re
from collections.abc import Iterator

from doclint.api import (
    Anchor,
    Bad,
    Difference,
    Edit,
    Fix,
    Good,
    Html,
    Match,
    Page,
    Pair,
    PieceKind,
    Problem,
    Segment,
    Severity,
    Trust,
    anchor_problem,
    apply,
    beyond,
    enclosed,
    ids_added,
    lazy,
    odd_id,
)

ID = "DL407"
NAME = "anchor-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source='<a id="late-parcels"></a>\nLate parcels wait.\n',
        target='<a id="⟦поздние посылки⟧"></a>\nПоздние посылки ждут.\n',
        expected=("late-parcels",),
        fixed='<a id="late-parcels"></a>\nПоздние посылки ждут.\n',
    ),
    Bad(
        source="## Scans {#scans}\n",
        target="## スキャン {#⟦スキャン⟧}\n",
        expected=("scans",),
        fixed="## スキャン {#scans}\n",
    ),
    Bad(
        source="## Scans { #scans }\n\nA `scan`.\n",
        target="## Сканы { #⟦сканы⟧ }\n\nЭто `scan`.\n",
        expected=("scans",),
        fixed="## Сканы { #scans }\n\nЭто `scan`.\n",
    ),
    Bad(  # twice
        source="## Scans {/* #scans */}\n",
        target="## スキャン ⟦{/* #scans */} {/* #scans */}⟧\n",
        fixed="## スキャン {/* #scans */}\n",
    ),
    Bad(  # gone
        source='Text <a name="here"></a>of a parcel.\n',
        target="⟦⟧नमस्ते पार्सल।\n",
        expected=("here",),
    ),
    Bad(  # added by the translation, and damaged
        source="# Parcels\n\n## Scans\n\n## Routes\n",
        target='# <a name="parcels"></a>Посылки\n\n## <a name="⟦сканы⟧"></a>Сканы\n\n## <a name="routes"></a>Пути\n',
        expected=("scans",),
        fixed='# <a name="parcels"></a>Посылки\n\n## <a name="scans"></a>Сканы\n\n## <a name="routes"></a>Пути\n',
    ),
    Bad(  # added by the translation, as three others are, and damaged
        source="# Parcels\n\n## Scans\n\n## Routes\n\n## Fees\n",
        target="# Paquetes {#parcels}\n\n## Escaneos {#⟦envíos⟧}\n\n## Rutas {#routes}\n\n## Tasas {#fees}\n",
        expected=("scans",),
        fixed="# Paquetes {#parcels}\n\n## Escaneos {#scans}\n\n## Rutas {#routes}\n\n## Tasas {#fees}\n",
    ),
    Bad(  # in the form of another generator
        source="# Parcels\n\n## Scans\n\n## Routes\n",
        target="# Посылки [[parcels]]\n\n## Сканы [[⟦сканы⟧]]\n\n## Пути [[routes]]\n",
        expected=("scans",),
        fixed="# Посылки [[parcels]]\n\n## Сканы [[scans]]\n\n## Пути [[routes]]\n",
    ),
    Bad(  # the English has no such section any more
        source="# Parcels {#parcels}\n\n## Routes {#routes}\n\n## Fees {#fees}\n",
        target="# 荷物 {#parcels}\n\n## 経路 {#routes}\n\n## 走査 {#⟦がどの⟧}\n\n## 料金 {#fees}\n",
    ),
    Bad(  # the English stands in a comment, and its id with it
        source="## The depot {#depot}\n\nOpen `a`.\n",
        target="<!--\n## The depot {#depot}\n-->\n## 仓库 {#⟦仓库⟧}\n\n打开 `a`。\n",
        expected=("depot",),
        fixed="<!--\n## The depot {#depot}\n-->\n## 仓库 {#depot}\n\n打开 `a`。\n",
    ),
]
GOOD = [
    Good(  # somebody leads readers there
        source="# Parcels {#parcels}\n\n## Routes {#routes}\n\n## Fees {#fees}\n",
        target="# 荷物 {#parcels}\n\n## 経路 {#routes}\n\n## 走査 {#走査}\n\n## 料金 {#fees}\n\n[走査](#走査)\n",
    ),
    Good(source="## The scans of [[Depots]]\n", target="## Сканы: [[Склады]] и их вид\n"),
    Good(source="## Scans\n", target="## スキャン {#scans}\n"),
    Good(  # no address can lead there: the words are for readers
        source='<Option id="On a shelf">\n\nText.\n\n</Option>\n',
        target='<Option id="棚の上">\n\nテキスト。\n\n</Option>\n',
    ),
    Good(source="## Scans\n", target="## Сканы {#сканы}\n"),
    Good(  # a page with anchors of its own
        source="# Parcels\n\n## Scans\n\n## Routes\n\n## Fees\n",
        target="# Paquetes {#parcels}\n\n## Escaneos {#escaneos}\n\n## Rutas {#rutas}\n\n## Tasas {#fees}\n",
    ),
    Good(source='<a name="a"></a>One\n\nTwo\n', target='Один\n\n<a id="a"></a>Два\n'),
    Good(source='Use `id="scan"`.\n', target='`id="スキャン"`を使います。\n'),
]


ANCHORS = {
    "<a": lazy(r"""<a\s+name\s*=\s*["']([^"'<>\n]*)"""),
    "id=": lazy(r"""id=["'](?<!\w....)(?<!-....)([^"'<>\n]*)["']"""),
    "{": lazy(r"""\{[ \t]*#([^\s{}]+)(?:\s[^{}\n]*)?\}"""),
    "{:": lazy(r"""\{:\s?#([^\s{}]+)(?:\s[^{}\n]*)?\}"""),
}
"""The forms of an anchor by the signs that they begin with, which are looked for first."""

TWICE = lazy(r"\{[ \t]*(?:#|/\*)[^{}\n]*\}[ \t]*\{[ \t]*(?:#|/\*)[^{}\n]*\}[ \t]*$", re.MULTILINE)
"""Two ids in a row: of these a generator reads the last, and shows the other."""

ID_MARKUP = lazy(r"\{[ \t]*(?:#|/\*[ \t]*#?)([^\s{}*]+)[^{}\n]*\}")


def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is None:
        return
    if "{" in pair.target.text and TWICE.search(pair.target.text) and not TWICE.search(pair.source.text):
        yield from doubled(pair.target)
    ours = [name for name, _, _ in written(pair.source.text) if not any(map(str.isspace, name))]
    kept = [name for name, _, _ in written(without_comments(pair.target.text))] if ours else []
    lost = beyond(ours, kept)
    if not pair.is_exact:  # a link leads to the first of several
        lost = [name for name in lost if name not in kept]
    parts: list[Match[Segment] | Match[Html]] = [*pair.segments, *pair.html] if lost else []
    found = [problem for part in parts for problem in changed(pair, part, lost)]
    found += ids_added(pair, set(ours))
    yield from found
    told = {problem.span for problem in found}
    english = {*ours, *(heading.slug for heading in pair.source.headings if heading.slug)}
    yield from (problem for problem in odd_id(pair.target, english) if problem.span not in told)


def without_comments(text: str) -> str:
    """A page without the English that a translator keeps in comments, whose anchors lead nowhere."""
    return apply(text, [Edit(span, "") for span in enclosed(text, "<!--", "-->")])


def doubled(page: Page) -> Iterator[Problem]:
    """Headings with two ids, where the English has one at most."""
    for heading in page.headings:
        for match in TWICE.finditer(heading.text):
            span = heading.place(*match.span())
            names = [one[1] for one in ID_MARKUP.finditer(match[0])]
            is_same = len(set(names)) == 1 and span.of(page.text) == match[0]
            yield Problem(
                span=span,
                found=match[0],
                message=f'the heading has two ids, "{match[0].strip()}": one of them shows as text',
                fix=Fix.unsafe(span, next(ID_MARKUP.finditer(match[0]))[0]) if is_same else None,
                evidence="no heading of the English has two",
                target=heading,
            )


def written(text: str) -> list[Anchor]:
    return [(one[1], *one.span(1)) for signs, form in ANCHORS.items() if signs in text for one in form.finditer(text)]


def anchors(part: Segment | Html) -> list[Anchor]:
    """The anchors in a part, but for those in code."""
    found = written(part.text)
    if not found or isinstance(part, Html):
        return [] if isinstance(part, Html) and part.is_comment else found
    code = [piece.span for piece in part.inline.of(PieceKind.CODE)]
    return [one for one in found if not any(part.place(one[1], one[2]).overlaps(span) for span in code)]


def changed(pair: Pair, match: Match[Segment] | Match[Html], lost: list[str]) -> Iterator[Problem]:
    """The anchors of the English that are nowhere on the page, and what stands in the place of the only one."""
    if match.source.text == match.target.text:
        return
    ours = anchors(match.source)
    missing = [one for one in ours if one[0] in lost]
    if not missing:
        return
    known = {one[0] for one in ours}
    strange = [one for one in anchors(match.target) if one[0] not in known]
    for name, start, end in missing:
        at = match.source.place(start, end)
        if len(missing) == len(strange) == 1:
            one = anchor_problem(pair.target, match, strange[0], name, at)
            yield one if is_needed(pair, name) else one._replace(severity=Severity.WARNING)
        elif not strange:
            place = match.target.place(0, 0)
            yield Difference(match, place, at).problem(
                "",
                name,
                evidence="an anchor of the English",
                severity=None if is_needed(pair, name) else Severity.WARNING,
                is_sure=not pair.is_exact,
            )


def is_needed(pair: Pair, name: str) -> bool:
    """Whether the English is known, or a link of the page leads to the anchor: else the site makes one of its own."""
    return pair.is_exact or f"(#{name})" in pair.target.text
