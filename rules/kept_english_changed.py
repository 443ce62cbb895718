"""The English that a translator keeps in comments tells what a paragraph was made from, so it stays as the English page says it.

Some teams keep each English paragraph in a comment before its translation, and hold the next English against it. A machine that
puts the whole file over translates words in comments, too; then a comment shows a change that nobody made, and the next
translation is made from it. Reported is a word in another script that is all that differs from the English paragraph. Nothing
but the history of both pages tells any other word from that of a comment that is behind: told is what was right until a change
that touched nothing else of the paragraph, while the English kept it.
"""

from collections.abc import Iterator

from doclint.api import Bad, Good, Pair, Problem, Severity, Trust, kept_changed

ID = "DL017"
NAME = "kept-english-changed"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="The depot keeps each `parcel` for ten days.\n",
        target="<!--\nThe depot keeps each `⟦包裹⟧` for ten days.\n-->\n仓库将每个 `parcel` 保存十天。\n",
        expected=("parcel",),
    ),
    Bad(
        source="See [the couriers](/docs/couriers/list/) of each depot.\n",
        target="<!--\nSee [the couriers](/docs/⟦курьеры⟧/list/) of each depot.\n-->\n[Курьеры](/docs/couriers/list/) склада.\n",
        expected=("couriers",),
    ),
]
GOOD = [
    Good(
        source="The depot keeps each `parcel` for ten days.\n",
        target="<!--\nThe depot keeps each `parcel`\nfor ten days.\n-->\n仓库将每个 `parcel` 保存十天。\n",
    ),
    Good(
        source="The depot keeps each `parcel` for ten days.\n",
        target="<!-- TODO: сроки хранения уточнить -->\nСклад хранит каждую `parcel` десять дней.\n",
    ),
]


def check(pair: Pair) -> Iterator[Problem]:
    yield from kept_changed(pair)
