"""A link within the site leads somewhere: the section that it names has that id on the translated page, too.

`[Setup](#setup)` was right in English; where the heading reads `## Настройка` and has no id of its own, generators make
one of its letters, and the reader stays at the top. A link to `/ko/docs/glue/` leads nowhere while there is no such
page in Korean. Spoken of are only links whose English leads somewhere, and only within the pages of the site; ids that
stand on the page in whatever form count, and so do those that any known generator makes. Sites that show the English
where a page is not translated have no missing pages. An address that lost the slash at its beginning leads to another
folder; it is a warning where the pages of the site do not tell. So is an address that the English page does not have, and
that leads to a page but for one folder, or has letters in it that no path of the site has; and a link to a section of a
translated page that has fewer sections than its English, for it may be that page that is behind.
"""

from collections.abc import Iterator

from doclint.api import (
    Arrival,
    Bad,
    Dialect,
    Good,
    Link,
    Match,
    Pair,
    PieceKind,
    Policy,
    Problem,
    Segment,
    Severity,
    Trust,
    address,
    english_leads,
    harm,
    lazy,
    leads_nowhere,
    links_of,
    sections_nowhere,
)

ID = "DL408"
NAME = "link-leads-nowhere"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(  # the id went with the English heading
        source="See [the depot](#the-depot).\n\n## The depot\n\nIt is open.\n",
        target="См. [склад](⟦#the-depot⟧).\n\n## Склад\n\nОн открыт.\n",
        expected=("#склад",),
        fixed="См. [склад](#склад).\n\n## Склад\n\nОн открыт.\n",
    ),
    Bad(  # the heading was translated anew, and the link was not
        source="See [the depot](#the-depot).\n\n## The depot\n",
        target="См. [склад](⟦#депо⟧).\n\n## Склад\n",
        expected=("#склад",),
        fixed="См. [склад](#склад).\n\n## Склад\n",
    ),
    Bad(  # the heading has an id of its own
        source="See [it](#the-depot).\n\n## The depot {#the-depot}\n",
        target="[倉庫](⟦#倉庫⟧)を参照。\n\n## 倉庫 {#the-depot}\n",
        expected=("#the-depot",),
        fixed="[倉庫](#the-depot)を参照。\n\n## 倉庫 {#the-depot}\n",
    ),
    Bad(  # the section is gone: nobody knows where to
        source="See [the depot](#the-depot).\n\n# Parcels\n\n## The depot\n\nIt is open.\n",
        target="[倉庫](⟦#the-depot⟧)を参照。\n\n# 荷物\n",
    ),
    Bad(  # the slash went
        source="See [the depot](/docs/depot).\n",
        target="[倉庫](⟦docs/depot⟧)を参照。\n",
        expected=("/docs/depot",),
        fixed="[倉庫](/docs/depot)を参照。\n",
    ),
]
GOOD = [
    Good(source="See [it](docs/depot).\n", target="См. [его](/docs/depot).\n"),
    Good(source="See [it](#the-depot).\n\n## The depot\n", target="См. [его](#склад).\n\n## Склад\n"),
    Good(source="See [it](#the-depot).\n\n## The depot\n", target="См. [его](#the-depot).\n\n## Склад {#the-depot}\n"),
    Good(source="See [it](#the-depot).\n\n## The depot\n", target="[倉庫](#the-depot)\n\n## 倉庫 { #the-depot }\n"),
    Good(
        source="See [it](#the-depot).\n\n## The depot\n",
        target='[倉庫](#the-depot)\n\n<a id="the-depot"></a>\n\n## 倉庫\n',
    ),
    Good(source="See [it](#somewhere).\n\n## The depot\n", target="См. [его](#somewhere).\n\n## Склад\n"),
    Good(  # whether a sign stays, nobody knows of an unknown generator
        source="See [it](#step-1-the-depot).\n\n## Step 1: The depot\n",
        target="[倉庫](#手順-1：倉庫)\n\n## 手順 1：倉庫\n",
    ),
    Good(  # VitePress makes of a link what it makes of a heading: signs part words, and marks stand apart
        source="See [it](#the-depot-function).\n\n## The `depot` function\n",
        target="[倉庫](#“depot”-サポート)\n\n## “depot” サポート\n",
        policy=Policy(dialect=Dialect.VITEPRESS),
    ),
    Good(source="See `[it](#the-depot)`.\n\n## The depot\n", target="См. `[его](#the-depot)`.\n\n## Склад\n"),
]


ADDRESS = lazy(r"\]\(([^)]*)")


def check(pair: Pair) -> Iterator[Problem]:
    text = pair.target.text
    if pair.source is None:
        return
    if "](#" in text or 'href="#' in text:
        yield from sections_nowhere(pair)
    if "](" in text and not is_alike(pair.source.text, text):
        for match in pair.segments:
            if "](" in match.target.text and not is_alike(match.source.text, match.target.text):
                yield from cut(pair, match)
                if pair.site is not None:
                    yield from on_others(pair, links_of(match.source), links_of(match.target), match.target)
        if pair.site is not None:
            yield from astray(pair)


def is_alike(source: str, target: str) -> bool:
    """Whether all links of two texts lead where the English ones do, and none to a section of another page."""
    addresses = ADDRESS.findall(target)
    is_to_section = "#" in target and any("#" in one.lstrip("< ")[1:] for one in addresses)
    return not is_to_section and addresses == ADDRESS.findall(source)


def astray(pair: Pair) -> Iterator[Problem]:
    """The links to no page of the site that stand for none of the English in whatever form, and what may be meant."""
    assert pair.source is not None
    ours = {address(one).path for one in ADDRESS.findall(pair.source.text)}
    strange = {one for one in ADDRESS.findall(pair.target.text) if address(one).path not in ours and is_within(one)}
    if not strange:
        return
    beside = {id(match.target): match.source for match in pair.segments}
    for segment in pair.target.segments():
        if "](" not in segment.text or not any(one in segment.text for one in strange):
            continue
        source, links = beside.get(id(segment)), links_of(segment)
        gone = missing(links_of(source), links) if source else []
        for link in links:
            is_damaged = len(gone) == 1 and harm(gone[0].address, link.address)  # another rule compares them
            if link.address in strange and link.kind is not PieceKind.IMAGE and not is_damaged:
                yield from nowhere_near(pair, link, segment)


def missing(ours: list[Link], theirs: list[Link]) -> list[Link]:
    """The links of the English to pages that the translation does not lead to there."""
    paths = {address(link.address).path for link in theirs}
    return [link for link in ours if address(link.address).path not in paths]


def nowhere_near(pair: Pair, link: Link, segment: Segment) -> Iterator[Problem]:
    right = pair.site.nearest(link.address) if pair.site else None
    if right is not None:
        why = "no page of the site lies there"
        found = leads_nowhere(link, segment, right or None, why, "the pages of the site")
        yield found._replace(severity=Severity.WARNING)


def is_within(written: str) -> bool:
    """Whether an address may lead to another page of the site."""
    is_path = written.startswith("/") or not (written.isascii() or written.startswith("#"))
    return is_path and not address(written).host


def cut(pair: Pair, match: Match[Segment]) -> Iterator[Problem]:
    """The links that lost the slash at the beginning of their address, and with it lead to another folder."""
    ours, theirs = (set(ADDRESS.findall(side.text)) for side in (match.source, match.target))
    gone = {one for one in theirs - ours if one and f"/{one}" in ours - theirs}
    for link in links_of(match.target) if gone else ():
        english = f"/{link.address}"
        if link.address not in gone:
            continue
        arrival = pair.site.arrival(link.address) if pair.site else Arrival.UNKNOWN
        if arrival is Arrival.UNKNOWN:
            reason = "the slash at its beginning is missing"
            found = leads_nowhere(link, match.target, english, reason, english_leads(english))
            is_known = pair.site is not None and pair.site.english(english) is Arrival.WHOLE
            why = f'"{link.address}" leads to another folder: the slash at its beginning is missing'
            yield found if is_known else found._replace(severity=Severity.WARNING, message=why)


def on_others(pair: Pair, ours: list[Link], theirs: list[Link], segment: Segment) -> Iterator[Problem]:
    """The links of a segment to pages of the site that the language lacks, or to sections that those lack."""
    assert pair.site is not None
    for link in theirs:
        path, _, fragment = link.address.partition("#")
        found = address(link.address)
        if not path or found.host or link.kind is PieceKind.IMAGE or not (fragment or found.locales):
            continue
        beside = [one.address for one in ours if address(one.address).path == found.path]
        english = link.address if link.address in beside else next(iter(beside), None)
        if english is None:
            continue
        arrival = pair.site.arrival(link.address)
        is_own = bool(found.locales) and found.locales != address(english).locales
        if arrival is Arrival.ENGLISH and is_own and not pair.site.is_filled:
            if pair.site.english(english) is Arrival.WHOLE:
                why = f"the page exists in English only, not in {pair.locale}"
                told = leads_nowhere(link, segment, english, why, english_leads(english))
                yield told._replace(severity=Severity.WARNING)
        elif arrival is Arrival.PAGE and pair.site.english(english) is Arrival.WHOLE:
            section = pair.site.section(link.address, english)
            whole = None if "#" in english else path
            right = f"{path}#{section}" if section else whole
            # without a locale it may be the English page that readers see
            is_shared = path.startswith("/") and not found.locales and pair.site.english(link.address) is Arrival.PAGE
            why = (
                f'no heading of the {"page or its English" if is_shared else "translated page"} has the id "{fragment}"'
            )
            told = leads_nowhere(link, segment, right, why, english_leads(english))
            is_perhaps_behind = section == "" and link.address == english
            yield told._replace(severity=Severity.WARNING) if is_perhaps_behind else told
