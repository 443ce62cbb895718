"""Words and phrases that a team protects stay as they are, wherever they stand.

Product names, trademarks and features that keep their English name are known to the team alone: they stand in
its configuration, under `protect`. Such a word is compared with its capitals, on its own or with grammar glued to it.
A word that only moved to another sentence of the page is left alone.
"""

from collections.abc import Iterator

from doclint.api import Bad, Good, Pair, Policy, Problem, Severity, Spot, Trust, lost_in_text, terms_lost

ID = "DL206"
NAME = "protected-term-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

TEAM = Policy(protect=frozenset({"Parcel Hub", "Courier", "eDepot"}))

BAD = [
    Bad(
        source="# Parcel Hub\n\nOpen Parcel Hub and sign in.\n",
        target="# Parcel Hub\n\nОткройте ⟦Парцел Хаб⟧ и войдите.\n",
        expected=("Parcel Hub",),
        fixed="# Parcel Hub\n\nОткройте Parcel Hub и войдите.\n",
        policy=TEAM,
    ),
    Bad(
        source="|Where|What|\n|---|---|\n|eDepot|A store|\n",
        target="|場所|内容|\n|---|---|\n|⟦Edepot⟧|倉庫|\n",
        expected=("eDepot",),
        fixed="|場所|内容|\n|---|---|\n|eDepot|倉庫|\n",
        policy=TEAM,
    ),
    Bad(
        source="Ask a Courier.\n",
        target="⟦配達員に聞いてください。⟧\n",
        expected=("Courier",),
        policy=TEAM,
    ),
]
GOOD = [
    Good(source="Open Parcel Hub.\n", target="Parcel Hubを開きます。\n", policy=TEAM),
    Good(source="The tasks of a Courier.\n", target="Die Aufgaben des Couriers.\n", policy=TEAM),
    Good(source="A courier and Couriers.\n", target="Курьеры.\n", policy=TEAM),
    Good(source="Open Parcel Hub.\n", target="Откройте центр посылок.\n"),
]


def check(pair: Pair) -> Iterator[Problem]:
    if not pair.policy.protect:
        return
    taken: dict[int, list[Spot]] = {}
    for lost in terms_lost(pair.reworded, pair.policy.protect):
        problem = lost_in_text(lost, taken.setdefault(id(lost.match.source), []))
        if problem:
            yield problem
