"""A link leads where the English leads: no letter of its address is translated, lost or spaced out.

`[посылка](../апи/посылка.md)` and `[посылка] (../api/parcel.md)` lead nowhere. An address has no language, but
sites do: tags of a locale in its path, host or file name are free in any spelling (`/en-us/`, `ja.contoso.com`), and
so is a section (`#see-also`) where the headings of the translation have no anchors of their own. People also lead readers
to pages that suit them better, so only what no one writes on purpose is an error: letters of another script in a
path, white space, punctuation, a link that is none any more. A single letter lost or exchanged is a warning; where the
other address may be one as well, so is any sign, if history shows that the translation had it right.
"""

from collections.abc import Iterator

from doclint.api import (
    Arrival,
    Bad,
    Damage,
    Definition,
    Difference,
    Fix,
    Good,
    Link,
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
    Whereabouts,
    address,
    beyond,
    bracketed,
    harm,
    ids,
    is_foreign,
    is_slip,
    lazy,
    likeness,
    links_of,
    respaced,
    section_harm,
    unread,
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
    Bad(  # the same picture, from a folder that was translated
        source="![A depot](images/depot.png)\n",
        target="![Склад](⟦картинки/depot.png⟧)\n",
        expected=("images/depot.png",),
        fixed="![Склад](images/depot.png)\n",
    ),
]
GOOD = [
    Good(source="![A depot](images/depot.png)\n", target="![Lager](images/lager.png)\n"),
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
    Good(source="Go to <https://contoso.com>.\n", target="https://contoso.com を参照してください。\n"),
]

SIGN = lazy(r"[!！][ \t]*\Z")
"""What is left of the sign of a picture."""
LONE_SIGN = lazy(r"(?<!\w)[!！][ \t]*\Z")
"""One that ends no sentence."""
FAR = 20
"""Code points before a link in which that is looked for."""
MOST = 30
"""Addresses of one segment that may be missing; where more are, it is another text."""


def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is None:
        return
    anchors = frozenset(heading.slug for heading in pair.target.headings if heading.slug)
    for match in pair.differing:
        pictures = list(shown_as_links(match)) if "![" in match.source.text else []
        yield from pictures
        if not pictures and ("](" in match.source.text or "://" in match.source.text):
            yield from changed(match, anchors, pair.site, is_exact=pair.is_exact)
    yield from definitions(pair.source, pair.target)


def changed(
    match: Match[Segment], anchors: frozenset[str], site: Whereabouts | None, *, is_exact: bool
) -> Iterator[Problem]:
    """The addresses of the English that are missing, and those of the target that are their damaged forms.

    One that leads to a page of the translation, and to the section that it names, was localized.
    """
    ours = outside(links_of(match.source), unread(match.source))
    broken = text_only(match.target, ours)
    theirs = outside(links_of(match.target), broken)
    keys, others = ([address(link.address)[:4] for link in side] for side in (ours, theirs))
    gone = beyond(keys, others)
    if not gone or len(gone) > MOST:
        return
    missing = [link for link, key in zip(ours, keys, strict=True) if key in gone]
    added = beyond(others, keys)
    strange = [link for link, key in zip(theirs, others, strict=True) if key in added]
    spaced = [form for link in missing if (form := respaced(match.target, link.address))]
    for link in (*spaced, *outside(strange, spaced), *broken):
        problem = exchanged(match, link, missing, anchors)
        arrival = site.arrival(problem.found) if site and problem and link.is_read else Arrival.UNKNOWN
        if problem is None or arrival is Arrival.WHOLE:
            continue
        is_astray = site is not None and leads_astray(problem, arrival, site)
        if is_tagged(problem) and not is_astray:
            continue
        if is_astray:
            problem = problem._replace(confidence=match.confidence)
        if not is_exact and has_own_names(problem) and not (is_astray and site and leads_somewhere(problem, site)):
            problem = problem._replace(severity=Severity.WARNING)
        if is_exact or not (is_localized(problem) or leads_to_heading(problem, match.target.page)):
            yield problem
        strange = outside(strange, [link])
    if not is_exact and len(missing) == len(strange) == 1:
        yield led_elsewhere(match, missing[0], strange[0])
        return
    for link in strange:
        yield from (slipped(match, one, link) for one in missing if is_slip(one.address, link.address))


def text_only(segment: Segment, english: list[Link]) -> list[Link]:
    """What was a link in the English, or looks like one, and is read as text."""
    broken = unread(segment)
    for link in english:
        form = bracketed(segment, link.address) if link.kind in (PieceKind.LINK, PieceKind.IMAGE) else None
        broken += outside([form], broken) if form else []
    return broken


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
            yield problem._replace(source=None, source_span=None) if sign else problem


def led_elsewhere(match: Match[Segment], expected: Link, found: Link) -> Problem:
    """The problem of an address that a translator chose, if the English has not changed."""
    problem = Difference(match, found.span, expected.span).problem(
        found.address, expected.address, evidence="a link of the English"
    )
    if is_slip(expected.address, found.address):
        problem = slipped(match, expected, found)
    return problem._replace(is_hint=True)


def slipped(match: Match[Segment], expected: Link, found: Link) -> Problem:
    """The problem of one sign of an address, which may be another page's, unless it was right before."""
    return (
        Difference(match, found.span, expected.span)
        .problem(
            found.address,
            expected.address,
            evidence="a link of the English",
            damage=Damage.MISSPELT,
            put=expected.address,
            severity=Severity.WARNING,
        )
        ._replace(is_told_if_right_before=True)
    )


def is_tagged(problem: Problem) -> bool:
    """Whether the tag of a locale came into an address, and another word with it."""
    return bool(address(problem.found).locales) and not address(problem.expected or "").locales


def leads_astray(problem: Problem, arrival: Arrival, site: Whereabouts) -> bool:
    """Whether the English address leads to a page of the site, and the one put in its place to none.

    None can have letters that no path of the site has, whatever makes the page that the English leads to.
    """
    if arrival is not Arrival.UNKNOWN:
        return False
    return leads_somewhere(problem, site) or site.nearest(problem.found) is not None


def leads_somewhere(problem: Problem, site: Whereabouts) -> bool:
    """Whether the English address leads to a page of the site."""
    return site.english(problem.expected or "") in (Arrival.WHOLE, Arrival.PAGE)


def has_own_names(problem: Problem) -> bool:
    """Whether an address within the site begins with the page's locale instead of the English one, so that the site may
    call its pages by other names in each language: `/zh/指南` for `/en/guide`."""
    ours, theirs = address(problem.expected or ""), address(problem.found)
    is_site = not ours.host and not theirs.host and problem.found.startswith("/")
    return is_site and len(ours.locales) == len(theirs.locales) == 1 and ours.locales != theirs.locales


def leads_to_heading(problem: Problem, page: Page) -> bool:
    """Whether an address is an id that a translated heading of the same page gets."""
    section = ids.folded(problem.found)
    return problem.found.startswith("#") and any(section in map(ids.folded, ids.of_heading(it)) for it in page.headings)


def is_localized(problem: Problem) -> bool:
    """Whether an address is the same but for the locale in it, and an anchor that a translated heading may have."""
    (path, _, anchor), (other, _, section) = ((it or "").partition("#") for it in (problem.expected, problem.found))
    is_translated = section != anchor and (not section.isascii() or "%" in section)
    return bool(path) and is_translated and address(path)[:4] == address(other)[:4]


def outside(found: list[Link], broken: list[Link]) -> list[Link]:
    """The addresses that stand in none of these; a URL in `[text] (https://...)` leads there, but is no link."""
    return [link for link in found if not any(link.span.overlaps(form.span) for form in broken)]


def exchanged(match: Match[Segment], found: Link, missing: list[Link], anchors: frozenset[str]) -> Problem | None:
    """The problem when an address is the damaged form of one that is missing, which is then no longer looked for."""
    harmed = [(link, what) for link in missing if (what := harm_to(link, found, anchors))]
    if not harmed:
        return None
    link, (damage, is_certain) = max(harmed, key=lambda one: (one[1][1], likeness(one[0].address, found.address)))
    is_told = found.kind is PieceKind.LINK or (found.kind is PieceKind.IMAGE and file_of(link) == file_of(found))
    is_slip = [what[0] for _, what in harmed if what[0] is damage] == [Damage.MISSPELT]
    if not is_certain and not (is_told and (len(missing) == 1 or is_slip)):
        return None
    raw = found.span.of(match.target.page.text)
    is_safe = is_certain and not found.words and len(missing) == 1 and match.is_sure
    is_only = len(missing) == 1 and found.kind is PieceKind.LINK and link.kind is PieceKind.LINK
    is_cut = damage is Damage.MISSPELT and address(link.address).place == address(found.address).place
    has_bracket = found.is_read and damage is Damage.PUNCTUATION_ADDED and "[" in found.address
    is_text = not found.is_read and is_certain
    missing.remove(link)
    problem = Difference(match, found.span, link.span).problem(
        raw,
        link.address,
        evidence="a link of the English",
        damage=damage,
        message="" if found.is_read else f'"{raw}" is read as text, not as a link to "{link.address}"',
        put=restored(found, link, raw),
        is_safe=is_safe,
        severity=None if is_certain else Severity.WARNING,
        is_sure=is_certain or is_cut or is_only,
    )
    # a bracket in an address, or a link that is text, is wrong whatever the English ever said
    return problem._replace(source=None, source_span=None) if has_bracket or is_text else problem


def file_of(link: Link) -> str:
    """The name of the file that an address leads to; a picture with another name was made for the translation."""
    return link.address.rpartition("/")[2]


def harm_to(expected: Link, found: Link, anchors: frozenset[str]) -> tuple[Damage, bool] | None:
    """What happened to the address, and whether that is certain; a link that is read as text is always damaged."""
    if not found.is_read and expected.kind not in (PieceKind.LINK, PieceKind.IMAGE):
        return None
    if not found.is_read and (found.address == expected.address or found.address.startswith(f"{expected.address} ")):
        return Damage.SPACED, True
    what = harm(expected.address, found.address) or section_harm(anchors, expected.address, found.address)
    return what if what and (what[1] or found.is_read) else None


def restored(found: Link, link: Link, raw: str) -> str | None:
    """The address put back; behind a bare one of foreign letters stands text that no one can part from it."""
    if found.is_read and (raw != found.address or (found.kind is None and is_foreign(raw))):
        return None
    if found.words:
        return f"[{found.words}]({link.address})"
    if not found.is_read:
        rest = raw[raw.find(found.address) + len(found.address) :]
        is_end = raw.startswith("]") and raw.endswith((")", "）"))
        if not is_end or any(map(str.isalnum, rest)) or raw == f"]({link.address})":
            return None
    return link.address if found.is_read else f"]({link.address})"


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
