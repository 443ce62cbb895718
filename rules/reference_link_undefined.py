"""A link by reference shows its brackets to the reader when no definition has its label.

`[site][]` becomes `[сайт][]` while the definition is still called `[site]: site.md`: no link any more. So it is where
the definition went. It needs no English: a page that has definitions, and uses the form `[text][label]` or
`[text][]` with a label that none has, lost one. Brackets without a second pair (`[optional]`), those apart by a space and
those behind a letter of a script without capitals (`数组[a][b]`) count only where the English has a link there, and what
the English leaves undefined too is no one's fault. Where it leaves any, its
definitions stand in another file that the site puts in, and only a label that the page itself defines can be lost.
"""

import re
from collections.abc import Iterator

from doclint.api import (
    FULL_REFERENCE,
    SHORT_REFERENCE,
    Bad,
    Damage,
    Fix,
    Good,
    Match,
    Page,
    Pair,
    PieceKind,
    Problem,
    Segment,
    Severity,
    Trust,
    beyond,
    folded_label,
    is_name,
    label_of,
    lazy,
    likeness,
    references,
)

ID = "DL405"
NAME = "reference-link-undefined"
SEVERITY = Severity.ERROR
NEEDS = Trust.ALONE

BAD = [
    Bad(
        source="Lists the parcels of a [depot][] or [route][].\n\n[depot]: depot.md\n[route]: route.md\n",
        target="Перечисляет посылки ⟦[склада][]⟧ или [route][].\n\n[depot]: depot.md\n[route]: route.md\n",
        expected=("depot",),
        fixed="Перечисляет посылки [склада][depot] или [route][].\n\n[depot]: depot.md\n[route]: route.md\n",
    ),
    Bad(  # no English: no one knows which
        target="⟦[住所][]⟧と[depot][]。\n\n[address]: address.md\n[depot]: depot.md\n",
    ),
    Bad(  # one pair of brackets: the English tells
        source="Lists the parcels of a [depot].\n\n[depot]: depot.md\n",
        target="⟦[倉庫]⟧の荷物を一覧表示します。\n\n[depot]: depot.md\n",
        expected=("depot",),
        fixed="[倉庫][depot]の荷物を一覧表示します。\n\n[depot]: depot.md\n",
    ),
    Bad(  # two are gone: one by its sound, the other is left
        source="A [depotRoute][] of a [parcel][].\n\n[depotRoute]: depotroute.md\n[parcel]: parcel.md\n",
        target="⟦[депотрауте][]⟧ для ⟦[посылки][]⟧.\n\n[depotRoute]: depotroute.md\n[parcel]: parcel.md\n",
        expected=("depotroute", "parcel"),
        fixed="[depotRoute][] для [посылки][parcel].\n\n[depotRoute]: depotroute.md\n[parcel]: parcel.md\n",
    ),
    Bad(  # a space makes two of one
        source="See [the plan][plan].\n\n[plan]: plan.md\n",
        target="См. ⟦[план] [plan]⟧.\n\n[plan]: plan.md\n",
        expected=("plan",),
        fixed="См. [план][plan].\n\n[plan]: plan.md\n",
    ),
    Bad(  # no space parts words in this script
        source="Open the [gate][].\n\n[gate]: gate.md\n",
        target="打开⟦[门][]⟧。\n\n[gate]: gate.md\n",
        expected=("gate",),
        fixed="打开[门][gate]。\n\n[gate]: gate.md\n",
    ),
    Bad(  # the definition's label was translated
        source="See [the plan][plan].\n\n[plan]: plan.md\n",
        target="См. ⟦[план][plan]⟧.\n\n[план]: plan.md\n",
        expected=("plan",),
    ),
]
GOOD = [
    Good(source="See [depot] now.\n\n[depot]: depot.md\n", target="Смотрите [склад](depot.md) сейчас [1].\n"),
    Good(target="См. [склад][depot] и массив[0][1].\n"),
    Good(source="An array[a][b].\n\n[c]: c.md\n", target="数组[甲][乙]。\n\n[c]: c.md\n"),
    Good(  # two links
        source="See the [depot] or [plan].\n\n[depot]: d.md\n[plan]: p.md\n",
        target="[depot] [plan]を参照。\n\n[depot]: d.md\n[plan]: p.md\n",
    ),
    Good(target="См. `[склад][нет]` и [склад][depot].\n\n[depot]: depot.md\n"),
    Good(source="See [a][b] and [c][].\n\n[c]: c.md\n", target="[あ][b]と[c][]を参照。\n\n[c]: c.md\n"),
    Good(  # the definitions of both stand in a file that the site puts in
        source="A [depot route][] of a [parcel][].\n\n{% include links.md %}\n\n[parcel]: parcel.md\n",
        target="[Путь склада][] для [посылки][parcel].\n\n{% include links.md %}\n\n[parcel]: parcel.md\n",
    ),
    Good(  # the other became a link of another form
        source="A [depot route][] of a [parcel][].\n\n[parcel]: parcel.md\n",
        target="[Путь склада][] для [посылки](parcel.md).\n\n[parcel]: parcel.md\n",
    ),
    Good(target="Вызов items[0][1] или [склад].\n\n[depot]: depot.md\n"),
    Good(target="См. [Склад][DEPOT].\n\n[depot]: depot.md\n"),
]

SPACED = lazy(r"(?<![\w!\]\\])\[(?=[^\[\]\n]*[^\W\d_])([^\[\]\n]*)\][ \t]+\[([^\[\]\n]*)\](?![\[(:])")
"""A reference with a space in it, which makes two of it."""

ALIKE = 0.8
"""A label at least this like another is that one in other letters."""

HIDING = (PieceKind.CODE, PieceKind.LINK, PieceKind.IMAGE, PieceKind.AUTOLINK, PieceKind.HTML)


def check(pair: Pair) -> Iterator[Problem]:
    if "[" not in pair.target.text or not (pair.target.references or (pair.source and pair.source.references)):
        return
    known = labels(pair.target)
    own = labels(pair.source) if pair.source else frozenset()
    beside = {id(match.target): match for match in pair.segments}
    loose = undefined_in(pair.source, own) if pair.source else set()
    for segment in pair.target.segments():
        if "][" not in segment.text:
            continue
        match = beside.get(id(segment))
        found = [one for one in undefined(segment, known) if label_of(one) not in loose]
        lost = lost_labels(match, own) if match and found else {}
        for reference in found:
            name = label_of(reference)
            expected = name if name in own else lost.get(name)
            if expected is None and (loose or is_behind_letter(reference)):
                continue
            yield problem(match, segment, reference, known=known, expected=expected)
    if own:
        for match in pair.segments:
            yield from shortened(match, known=known, own=own)
            yield from spaced(match, known=known, own=own)


def shortened(match: Match[Segment], *, known: frozenset[str], own: frozenset[str]) -> Iterator[Problem]:
    """The one link with a single pair of brackets that the English has here, and the brackets that became of it."""
    if "[" not in match.target.text:
        return
    gone = [name for name in map(label_of, references(match.source.text, SHORT_REFERENCE)) if name in own]
    if len(gone) != 1 or gone[0] in map(label_of, references(match.target.text)):
        return
    strange = list(undefined(match.target, known, SHORT_REFERENCE))
    has_links = any(piece.kind is PieceKind.LINK for piece in match.target.inline.pieces)
    if len(strange) == 1 and not has_links and not any(True for _ in undefined(match.source, own, SHORT_REFERENCE)):
        yield problem(match, match.target, strange[0], known=known, expected=gone[0])


def spaced(match: Match[Segment], *, known: frozenset[str], own: frozenset[str]) -> Iterator[Problem]:
    """The references that a space makes two of, where the English has one."""
    if "] " not in match.target.text or "][" not in match.source.text or SPACED.search(match.source.text):
        return
    ours, theirs = ([label_of(one) for one in references(side.text)] for side in (match.source, match.target))
    gone = [name for name in beyond(ours, theirs) if name in own]
    for reference in SPACED.finditer(match.target.text):
        name = folded_label(reference[2])
        if folded_label(reference[1]) in known or is_hidden(match.target, reference, (PieceKind.CODE, PieceKind.HTML)):
            continue
        expected = name if name in gone else gone[0] if len(gone) == 1 and name not in known else None
        if expected:
            gone.remove(expected)
            found = problem(match, match.target, reference, known=known, expected=expected)
            why = f'a space parts "{reference[0]}", which is read as text and not as a link'
            yield found._replace(damage=Damage.SPACED, message=why, source=None)


def labels(page: Page) -> frozenset[str]:
    return frozenset(folded_label(name) for name in page.references)


def is_behind_letter(reference: re.Match[str]) -> bool:
    return reference.string[reference.start() - 1 : reference.start()].isalpha()


def is_hidden(segment: Segment, match: re.Match[str], kinds: tuple[PieceKind, ...]) -> bool:
    """Whether a match lies in code, or is read as a piece of another kind."""
    span = segment.place(*match.span())
    return any(piece.kind in kinds and piece.span.overlaps(span) for piece in segment.inline.pieces)


def undefined(
    segment: Segment, known: frozenset[str], form: re.Pattern[str] = FULL_REFERENCE
) -> Iterator[re.Match[str]]:
    """The references in a segment that are read as text."""
    for match in references(segment.text, form):
        if label_of(match) not in known and not is_hidden(segment, match, HIDING):
            yield match


def undefined_in(page: Page, known: frozenset[str]) -> set[str]:
    segments = (segment for segment in page.segments() if "][" in segment.text)
    return {label_of(match) for segment in segments for match in undefined(segment, known)}


def problem(
    match: Match[Segment] | None,
    segment: Segment,
    reference: re.Match[str],
    *,
    known: frozenset[str],
    expected: str | None,
) -> Problem:
    span = segment.place(*reference.span())
    fix = None
    if match and expected in known and span.of(segment.page.text) == reference[0]:
        whole = named(match.source, expected) if label_of(reference) == folded_label(reference[1]) else ""
        fix = Fix.of(span, whole or f"[{reference[1]}][{expected}]", is_safe=match.is_sure)
    return Problem(
        span=span,
        found=reference[0],
        expected=expected,
        damage=kind(label_of(reference), expected),
        message=f'there is no link definition "{reference[2] or reference[1]}", so "{reference[0]}" is read as text',
        fix=fix,
        evidence="the label in the English" if expected else "the definitions of the page",
        source=None if "][" in reference[0] or not match else match.source,  # two pairs of brackets need no English
        target=segment,
    )


def kind(label: str, expected: str | None) -> Damage:
    """What happened to a label: its definition is gone, or it got the signs of emphasis, or other words."""
    if expected == label:
        return Damage.DROPPED
    is_marked = [*filter(str.isalnum, label)] == [*filter(str.isalnum, expected or "")]
    return Damage.PUNCTUATION_ADDED if is_marked else Damage.TRANSLATED


def named(source: Segment, expected: str) -> str:
    """The English link whose text, a name, is its label: then the text is damaged too."""
    forms = (*references(source.text), *references(source.text, SHORT_REFERENCE))
    whole = (one[0] for one in forms if not one[2] and folded_label(one[1]) == expected and is_name(one[1]))
    return next(whole, "")


def lost_labels(match: Match[Segment], own: frozenset[str]) -> dict[str, str]:
    """The labels that only the target uses here, each with the English one that it was: by sound, or the last left."""
    ours, theirs = ([label_of(one) for one in references(side.text)] for side in (match.source, match.target))
    gone, strange = beyond(ours, theirs), beyond(theirs, ours)
    found = {}
    for name in strange:
        alike = [other for other in gone if other in own and likeness(other, name) >= ALIKE]
        if len(alike) == 1:
            found[name] = alike[0]
            gone.remove(alike[0])
    rest = [name for name in strange if name not in found]
    return found | ({rest[0]: gone[0]} if len(gone) == len(rest) == 1 and gone[0] in own else {})
