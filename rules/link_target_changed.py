"""A link leads where the English leads: no letter of its address is translated, lost or spaced out.

`[посылка](../апи/посылка.md)` and `[посылка] (../api/parcel.md)` lead nowhere. An address has no language, but
sites do: tags of a locale in its path, host or file name are free in any spelling (`/en-us/`, `ja.contoso.com`), and
so is a section (`#see-also`) where the headings of the translation have no anchors of their own. People also lead readers
to pages that suit them better, so only what no one writes on purpose is an error: letters of another script in a
path, white space, punctuation, a link that is none any more. A single letter lost or exchanged is a warning; where the
other address may be one as well, so is any sign, if the English is known or history shows that the translation had
it right.
"""

from collections.abc import Iterator

from doclint.api import (
    Bad,
    Definition,
    Difference,
    Fix,
    Good,
    Match,
    Page,
    Pair,
    Part,
    PieceKind,
    Problem,
    Segment,
    Severity,
    Span,
    Trust,
    harm,
    lazy,
    leads,
    tags_changed,
    targets_changed,
)

ID = "DL401"
NAME = "link-target-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED
READS = (Part.LINKS,)

BAD = [
    Bad(
        source="See [parcel](../api/parcel.md).\n",
        target="См. [посылка](⟦../апи/посылка.md⟧).\n",
        expected=("../api/parcel.md",),
        fixed="См. [посылка](../api/parcel.md).\n",
    ),
    Bad(
        source="See [parcel](../api/parcel.md).\n",
        target="[荷物⟦] (../ api/parcel.md)⟧を参照してください。\n",
        expected=("../api/parcel.md",),
        fixed="[荷物](../api/parcel.md)を参照してください。\n",
    ),
    Bad(
        source="See [parcel](../api/parcel.md) and [route](../api/route.md).\n",
        target="[荷物⟦]（../api/parcel.md）⟧と[ルート](../api/route.md)を参照してください。\n",
        expected=("../api/parcel.md",),
        fixed="[荷物](../api/parcel.md)と[ルート](../api/route.md)を参照してください。\n",
    ),
    Bad(  # a lost letter may be another page
        source="See [parcel](../api/parcel-window.md).\n",
        target="[देखें](⟦../api/parcel-windw.md⟧)।\n",
        expected=("../api/parcel-window.md",),
        fixed="[देखें](../api/parcel-window.md)।\n",
    ),
    Bad(  # beside one that the translation left out
        source="See [parcel](../api/parcel-window.md) and [scale](../scale.md).\n",
        target="[देखें](⟦../api/parcel-windw.md⟧)।\n",
        expected=("../api/parcel-window.md",),
        fixed="[देखें](../api/parcel-window.md)।\n",
    ),
    Bad(  # a bracket of the link's text
        source="See [the list](https://contoso.com/main/parcels.md).\n",
        target="Δείτε [τη λίστα](⟦https://contoso.com/main[/parcels.md⟧).\n",
        expected=("https://contoso.com/main/parcels.md",),
        fixed="Δείτε [τη λίστα](https://contoso.com/main/parcels.md).\n",
    ),
    Bad(  # cut in the middle of a word
        source="See [how](SETUP.md#installation).\n",
        target="[方法](⟦SETUP.md#stallation⟧)を参照。\n",
        expected=("SETUP.md#installation",),
        fixed="[方法](SETUP.md#installation)を参照。\n",
    ),
    Bad(  # a sign that does not show
        source="See [parcel](../api/parcel.md).\n",
        target="Siehe [Paket](⟦../api/par\u200bcel.md⟧).\n",
        expected=("../api/parcel.md",),
        fixed="Siehe [Paket](../api/parcel.md).\n",
    ),
    Bad(
        source="See [parcel](../api/parcel.md).\n",
        target="[荷物](⟦../api/parcel.md\u200e⟧)を参照。\n",
        expected=("../api/parcel.md",),
        fixed="[荷物](../api/parcel.md)を参照。\n",
    ),
    Bad(
        source="Go to https://contoso.com/depots now.\n",
        target="Перейдите на ⟦https: //contoso.com/depots⟧ сейчас.\n",
        expected=("https://contoso.com/depots",),
        fixed="Перейдите на https://contoso.com/depots сейчас.\n",
    ),
    Bad(  # the page keeps its anchors
        source="[Below](#see-also).\n\n## See also\n",
        target='[Ниже](⟦#см-также⟧).\n\n## <a name="see-also"></a>См. также\n',
        expected=("#see-also",),
        fixed='[Ниже](#see-also).\n\n## <a name="see-also"></a>См. также\n',
    ),
    Bad(
        source="See [parcel].\n\n[parcel]: ../api/parcel.md\n",
        target="См. [посылка][parcel].\n\n[parcel]: ⟦../апи/посылка.md⟧\n",
        expected=("../api/parcel.md",),
        fixed="См. [посылка][parcel].\n\n[parcel]: ../api/parcel.md\n",
    ),
    Bad(  # nobody has another page in mind who was given just this English
        source="See [sorting](https://contoso.com/depots/sort_phases.md).\n",
        target="Siehe [Sortierung](⟦https://contoso.com/depots/sort*phases.md⟧).\n",
        expected=("https://contoso.com/depots/sort_phases.md",),
        fixed="Siehe [Sortierung](https://contoso.com/depots/sort_phases.md).\n",
    ),
    Bad(
        source='See <a href="/parcels/first">this</a>.\n\n<img src="images/depot-map.png">\n',
        target='<a href="⟦/посылки/первая⟧">Это</a> смотрите.\n\n<img src="⟦картинки/depot-map.png⟧">\n',
        expected=("/parcels/first", "images/depot-map.png"),
        fixed='<a href="/parcels/first">Это</a> смотрите.\n\n<img src="images/depot-map.png">\n',
    ),
    Bad(  # the same picture, from a folder that was translated
        source="![A depot](images/depot.png)\n",
        target="![Склад](⟦картинки/depot.png⟧)\n",
        expected=("images/depot.png",),
        fixed="![Склад](images/depot.png)\n",
    ),
]
GOOD = [
    Good(source="![A depot](images/depot.png)\n", target="![Lager](images/lager.png)\n"),
    Good(source='<img src="images/depot.png">\n', target='<img src="images/lager.png">\n'),
    Good(
        source="[Docs](https://docs.contoso.com/en-us/depots) and [home](https://contoso.com/)\n",
        target="[Документы](https://docs.contoso.com/ru-RU/depots) и [дом](https://contoso.com/ru)\n",
    ),
    Good(
        source="[Queue](https://en.encyclopedia.org/wiki/Queue)\n",
        target="[キュー](https://ja.encyclopedia.org/wiki/待ち行列)\n",
    ),
    Good(
        source="See ![a depot](depot.png) in `a`.\n",
        target="[![ein Depot](depot.png)](depot.png) in `a`.\n",
        trust=Trust.PAIRED,
    ),
    Good(source="[Below](#see-also).\n\n## See also\n", target="[Ниже](#см-также).\n\n## См. также\n"),
    Good(  # the text of a heading makes an id beside one in a tag
        source='[Below](#see-also).\n\n## <a id="see-also"></a>See also\n',
        target='[Ниже](#см-также).\n\n## <a id="see-also"></a>См. также\n',
        trust=Trust.PAIRED,
    ),
    Good(
        source="[a](one.md) or [b](two.md), as v1 at https://contoso.com/v1/list\n",
        target="[b](two.md)または[a](one.md)。v2は https://contoso.com/v2/list\n",
    ),
    Good(source="[Slides](https://contoso.com/talk)\n", target="[Слайды](https://fabrikam.org/доклад)\n"),
    Good(source="[a](parcel.md#top)\n", target="[あ](parcel#トップ)\n"),
    Good(source="[a](#parcels)\n\n## Parcels\n", target="[あ](#parcel)\n\n## 荷物 {#parcel}\n"),
    Good(  # a slip of the English, whose text has none
        source="[`onParcelArrival`](https://contoso.com/parcelarival_event) or `key`.\n",
        target="`key` または [`onParcelArrival`](https://contoso.com/parcelarrival_event)。\n",
        trust=Trust.PAIRED,
    ),
    Good(source="Go to <https://contoso.com>.\n", target="https://contoso.com を参照してください。\n"),
]

SIGN = lazy(r"[!！][ \t]*\Z")
"""What is left of the sign of a picture."""
LONE_SIGN = lazy(r"(?<!\w)[!！][ \t]*\Z")
"""One that ends no sentence."""
FAR = 20
"""Code points before a link in which that is looked for."""


def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is None:
        return
    anchors = frozenset(heading.slug for heading in pair.target.headings if heading.slug)
    for match in (*pair.differing, *tags_changed(pair)):
        pictures = list(shown_as_links(match)) if "![" in match.source.text else []
        yield from pictures
        if not pictures and leads(match.source.text):
            yield from targets_changed(match, anchors, pair.site, pair.policy.dialect, is_exact=pair.is_exact)
    yield from definitions(pair.source, pair.target)


def shown_as_links(match: Match[Segment]) -> Iterator[Problem]:
    """The pictures of the English whose sign `!` is no part of them any more, so that readers get a link to a file."""
    kinds = (PieceKind.IMAGE, PieceKind.LINK)
    ours, theirs = ([it for it in side.inline.of(*kinds) if it.target_span] for side in (match.source, match.target))
    text, shown = match.target.page.text, {it.target for it in theirs if it.kind is PieceKind.IMAGE}
    for one in theirs:
        if one.kind is PieceKind.IMAGE or one.target in shown:  # a picture that is a link, too
            continue
        if {it.kind for it in ours if it.target == one.target} == {PieceKind.IMAGE}:
            form = LONE_SIGN if "!" in match.source.plain else SIGN
            sign = form.search(text, max(0, one.span.start - FAR), one.span.start)
            start = sign.start() if sign else one.span.start
            problem = Difference(match, Span(start, one.span.end)).problem(
                Span(start, one.span.end).of(text),
                one.target,
                evidence="a picture of the English",
                message=f'"{one.target}" is a picture in the English, and here a link: "![" must stand before its text',
            )
            put = Fix.of(Span(start, one.inner.start), "![", is_safe=sign is not None and match.is_sure)
            problem = problem._replace(fix=put)
            yield problem.by_itself() if sign else problem


def definitions(source: Page, target: Page) -> Iterator[Problem]:
    """The addresses of definitions that have the same label."""
    known = {one.label.casefold(): one for one in source.blocks if isinstance(one, Definition)}
    for one in target.blocks:
        english = known.get(one.label.casefold()) if isinstance(one, Definition) else None
        if english is None or not isinstance(one, Definition) or one.target_span is None:
            continue
        what = harm(english.target, one.target)
        if what and what[1]:
            yield Problem(
                span=one.target_span,
                found=one.target,
                expected=english.target,
                damage=what[0],
                fix=Fix.safe(one.target_span, english.target),
                evidence=f'the definition of "{one.label}" in the English',
                source_span=english.target_span,
            )
