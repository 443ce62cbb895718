"""A name in running text is the name of a thing in the product, so it stays as it is among translated words.

`the routeTags property` becomes `свойство раутетагс`, and nobody finds that property. Checked are words spelt like
names in paragraphs, list items, descriptions and cells of prose. Words that brands or plain English are spelt like too
(`JavaScript`, `read-only`, `example.com`) count only where the page has them in code or keeps them elsewhere, and where
one sees what became of them. Grammar may glue an ending to a name, turn its plural into a singular, or move it
to the next sentence. Code, links and bold words have rules of their own.
"""

from collections.abc import Iterator

from doclint.api import (
    Bad,
    Good,
    Kind,
    Pair,
    Place,
    Problem,
    Severity,
    Spot,
    Trust,
    is_name,
    lost_in_text,
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
        source="- Set depotState first.\n",
        target="- ⟦Legen Sie zuerst den Zustand fest.⟧\n",
        expected=("depotState",),
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
    Good(source="The depotState of routes.\n", target="Der depotState-Wert.\n"),
]


def check(pair: Pair) -> Iterator[Problem]:
    taken: dict[int, list[Spot]] = {}
    for lost in pair.lost:
        segment = lost.match.source
        if lost.place is not Place.TEXT or segment.kind in (Kind.HEADING, Kind.TITLE, Kind.DESCRIPTION):
            continue
        if segment.kind is Kind.CELL and is_name(segment.plain.strip()):
            continue
        problem = lost_in_text(lost, taken.setdefault(id(segment), []))
        if problem:
            yield problem
