"""A name in running text is the name of a thing in the product, so it stays as it is among translated words.

`the routeTags property` becomes `свойство раутетагс`, and nobody finds that property. Checked are words spelt like
names in paragraphs, list items, descriptions and cells of prose. Words that brands or plain English are spelt like too
(`JavaScript`, `read-only`, `example.com`) count only where the page has them in code or keeps them elsewhere, and where
one sees what became of them; their capitals, and one at the beginning, are a note where the source may be another, and
so is a name of which nothing is left: a language has words for it.
Grammar may glue an ending to a name, turn its plural into a singular, or move it
to the next sentence. A plain word that the page's JSON has as a key keeps its capitals, too. Code, links and bold words have rules of their own.
"""

import re
from collections.abc import Iterator

from doclint.api import (
    Bad,
    Damage,
    Good,
    Kind,
    Lost,
    Match,
    Pair,
    PieceKind,
    Place,
    Problem,
    Segment,
    Severity,
    Spot,
    Trust,
    is_in_pre,
    is_name,
    lazy,
    lost_in_text,
    part_changed,
    stands_in,
)

ID = "DL204"
NAME = "identifier-in-prose-changed"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED

BAD = [
    Bad(  # in HTML
        source="<details>\n<summary>How <code>depotState</code> changes</summary>\n<p>It is set with pickupTime.</p>\n",
        target="<details>\n<summary>Как меняется <code>⟦депотСтате⟧</code></summary>\n<p>Задается с pickupTime.</p>\n",
        expected=("depotState",),
        fixed="<details>\n<summary>Как меняется <code>depotState</code></summary>\n<p>Задается с pickupTime.</p>\n",
    ),
    Bad(
        source="Use the routeTags property to plan a tour.\n",
        target="Используйте свойство ⟦раутетагс⟧ для планирования.\n",
        expected=("routeTags",),
        fixed="Используйте свойство routeTags для планирования.\n",
    ),
    Bad(
        source="Needs the permission Parcels.ReadWrite.All.\n",
        target="アクセス許可 ⟦Parcels. ReadWrite. ALL⟧ が必要です。\n",
        expected=("Parcels.ReadWrite.All",),
        fixed="アクセス許可 Parcels.ReadWrite.All が必要です。\n",
    ),
    Bad(  # a longer name is another name, and a code span none of the text
        source="Assign a depotOwner.\n\nThe value `routeTags`. A tour with routeTags ends.\n",
        target="Назначьте ⟦depotOwnerName⟧.\n\nЗначение `routeTags`. Тур с ⟦раутетагс⟧ кончается.\n",
        expected=("depotOwner", "routeTags"),
        fixed="Назначьте depotOwner.\n\nЗначение `routeTags`. Тур с routeTags кончается.\n",
    ),
    Bad(
        source="Use SLEEP() or wait() for a pause.\n",
        target="Используйте ⟦СОН()⟧ или wait() для паузы.\n",
        expected=("SLEEP()",),
        fixed="Используйте SLEEP() или wait() для паузы.\n",
    ),
    Bad(
        source="- Set depotState first.\n",
        target="- ⟦Legen Sie zuerst den Zustand fest.⟧\n",
        expected=("depotState",),
    ),
    Bad(  # the JSON of the page spells it so
        source='The dtag of a depot.\n\n```json\n{ "dtag": "a", "url": "b" }\n```\n',
        target='⟦dTag⟧ депо.\n\n```json\n{ "dtag": "a", "url": "b" }\n```\n',
        expected=("dtag",),
        fixed='dtag депо.\n\n```json\n{ "dtag": "a", "url": "b" }\n```\n',
    ),
    Bad(
        source="Namespace: contoso.fleet\n\n<!-- contoso.fleet.parcel -->\n",
        target="Пространство имен: ⟦Contoso. Fleet⟧\n\n<!-- contoso.fleet.parcel -->\n",
        expected=("contoso.fleet",),
        fixed="Пространство имен: contoso.fleet\n\n<!-- contoso.fleet.parcel -->\n",
    ),
]
GOOD = [
    Good(  # a path that reads as a word, a place, a loanword
        source="The /beta depots in New_York have a RouteMap.\n\n```\nGET /beta\nRouteMap\n```\n",
        target="ニューヨークのベータ版の倉庫にはルートマップがあります。\n\n```\nGET /beta\nRouteMap\n```\n",
    ),
    Good(source="The routeTags property.\n", target="routeTagsプロパティ。\n"),
    Good(
        source="Use JavaScript and/or read-only depots, e.g. example.com.\n", target="Используйте скрипты и склады.\n"
    ),
    Good(source="The depotState is set. Use routeTags.\n\nGo.\n", target="設定します。\n\ndepotState と routeTags。\n"),
    Good(source="List the routeTags of it.\n", target="Перечислите routeTag.\n"),
    Good(source="Use sleep() or wait().\n", target="`sleep()` か wait を使います。\n"),
    Good(source="The depotState of routes.\n", target="Der depotState-Wert.\n"),
]


UNIT = lazy(r"[kKMGTPE]i?[Bb](?:ps)?")
"""Bytes and bits, which some languages write in their own letters: `МиБ`."""

SPELLING = lazy(r"(?i:(?:camel|pascal|snake|kebab|title|upper|lower|screaming)_?)+[cC](?:ase|ASE)")
"""A way to spell names, which is written as it says: `snake_case`."""

MIXED = lazy(r"(?<![\w.])[A-Za-z]*[a-z][A-Z][A-Za-z]*(?![\w.])", re.ASCII)

PLAIN = lazy(r"(?<![\w.])[a-z]+(?![\w.])", re.ASCII)

MARKED = (PieceKind.CODE, PieceKind.LINK, PieceKind.STRONG)

CALL = lazy(r"[^\W\d_][\w.]*\(\)")


def check(pair: Pair) -> Iterator[Problem]:
    taken: dict[int, list[Spot]] = {}
    for lost in pair.lost:
        segment = lost.match.source
        if lost.place is not Place.TEXT or segment.kind in (Kind.HEADING, Kind.TITLE, Kind.DESCRIPTION):
            continue
        if segment.kind is Kind.CELL and is_name(segment.plain.strip()):
            continue
        if pair.trust is Trust.PAIRED and f"<{lost.name}>" in segment.text:
            continue  # what readers fill in has a rule of its own
        problem = lost_in_text(lost, taken.setdefault(id(segment), []))
        if problem and is_sounded(problem) and f"`{lost.name}`" in segment.text:
            yield problem._replace(severity=Severity.ERROR)  # its own code span beside it proves the name
        elif problem and pair.trust is Trust.PAIRED and is_free(lost, problem, segment):
            yield problem._replace(severity=Severity.NOTE)
        elif problem:
            yield problem
    mixed = strange_capitals(pair)
    for match in pair.differing:
        if "()" in match.source.text:
            yield from calls_changed(match)
        if mixed and match.source.kind not in (Kind.HEADING, Kind.TITLE, Kind.DESCRIPTION):
            yield from keys_recased(match, mixed)


def strange_capitals(pair: Pair) -> set[str]:
    """The words with capitals inside that the English page has nowhere, and in lower case as a key of its JSON."""
    if pair.source is None or '"' not in pair.source.text:
        return set()
    known = pair.source_vocabulary
    keys = {key for key in known if key.islower() and known.is_key(key)}
    found = set(MIXED.findall(pair.target.text)) if keys else ()
    return {word for word in found if word.lower() in keys and word not in pair.source.text}


def keys_recased(match: Match[Segment], mixed: set[str]) -> Iterator[Problem]:
    """A key of the page's JSON that the English says in its text, where the translation has other capitals."""
    ours, theirs = match.source.plain, match.target.plain
    hidden = [piece.plain for piece in match.target.inline.of(*MARKED)]
    for found in MIXED.finditer(theirs):
        expected = found[0].lower()
        if found[0] not in mixed or stands_in(expected, theirs) or expected not in PLAIN.findall(ours):
            continue
        if not any(start < found.end() and found.start() < end for start, end in hidden):
            yield part_changed(match, expected, *found.span(), evidence="a key of the page's JSON")


def is_free(lost: Lost, problem: Problem, segment: Segment) -> bool:
    """Whether people write it so, need not say it, or show it as it stands."""
    return is_written_so(lost, problem) or is_gone(lost, problem) or is_in_pre(segment)


def is_sounded(problem: Problem) -> bool:
    """Whether a word is written as it sounds, and not a part of it alone, as of `halfVector` the vector."""
    return problem.damage is Damage.TRANSLITERATED and 3 * len(problem.found) > 2 * len(problem.expected or "")


def is_written_so(lost: Lost, problem: Problem) -> bool:
    """Whether nothing but capitals differ, as where a sentence begins, in a brand, or as the English has them, too; or
    nothing but the space before the next word is gone; and a unit may be the language's own, as what a way to spell
    names is called."""
    if UNIT.fullmatch(lost.name) and problem.damage is Damage.TRANSLITERATED:
        return True
    if SPELLING.fullmatch(lost.name) and problem.damage not in (Damage.SPACED, Damage.MISSPELT):
        return True
    if problem.damage is Damage.MISSPELT and " " in problem.found:
        return problem.found.islower()  # words that are spelt alike
    if problem.damage is Damage.GLUED:
        return problem.found in "".join(lost.match.source.plain.split())
    if problem.damage is not Damage.RECASED:
        return False
    is_begun = problem.found == lost.name[:1].upper() + lost.name[1:]
    is_joined = lost.name[:1] == "/" or "_" in lost.name or lost.name.count(".") > 1  # as no brand is
    return is_begun or not (lost.is_sure or is_joined) or stands_in(problem.found, lost.match.source.page.text)


def is_gone(lost: Lost, problem: Problem) -> bool:
    """Whether nothing of the text looks like the name, so that it may say it in words, or say something else."""
    return problem.found.strip() == lost.match.target.plain.strip() != ""


def calls_changed(match: Match[Segment]) -> Iterator[Problem]:
    """Calls in running text, `SLEEP()`, where as many other ones stand in the target."""
    ours, theirs = (calls(side) for side in (match.source, match.target))
    lost = [call for call in ours if call not in theirs and not stands_in(call[:-2], match.target.plain)]
    strange = [call for call in theirs if call not in ours]
    if len(lost) == len(strange):
        for call, other in zip(lost, strange, strict=True):
            at = theirs[other]
            yield part_changed(match, call, at, at + len(other), evidence="a call by its brackets")


def calls(segment: Segment) -> dict[str, int]:
    """The calls without arguments that are no code span or link, and where each first stands in the plain text."""
    marked = [piece.plain for piece in segment.inline.pieces if piece.kind in (PieceKind.CODE, PieceKind.LINK)]
    found: dict[str, int] = {}
    for call in CALL.finditer(segment.plain):
        if not any(start < call.end() and call.start() < end for start, end in marked):
            found.setdefault(call[0], call.start())
    return found
