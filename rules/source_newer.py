"""The English has changed since this translation was made, in a word that must not change: it renamed or dropped it.

Nothing was damaged: the page says what its English said. But a reader who follows it uses a name that the product
no longer has, so the page wants a new translation. Only words that the page itself still says are reported, at the
place where it says them, and only where the source has a newer version of the page than the one it was made from.
Off unless it is selected: the English is read a second time for each page.
"""

from collections.abc import Iterator

from doclint.api import Bad, Change, Good, Pair, Problem, Severity, Span, Trust, find_word, renames

ID = "DL005"
NAME = "source-newer"
SEVERITY = Severity.NOTE
NEEDS = Trust.PINNED
DEFAULT = False

TABLE = "|Member|Value|\n|:---|:---|\n|none|0|\n|inTransit|1|\n|delivered|2|\n"
NEWER = TABLE.replace("inTransit", "onTheWay")

BAD = [
    Bad(
        source=TABLE,
        target=TABLE.replace("Member", "Элемент").replace("inTransit", "⟦inTransit⟧"),
        newest=NEWER,
        trust=Trust.PINNED,
    ),
    Bad(
        source="# Depots\n\nThe `gateCode` opens it.\n",
        target="# 集配所\n\n`⟦gateCode⟧` で開きます。\n",
        newest="# Depots\n\nIt opens by itself.\n",
    ),
]
GOOD = [
    Good(source=TABLE, target=TABLE.replace("Member", "メンバー")),
    # the old word is damaged: that is for other rules to say
    Good(source=TABLE, target=TABLE.replace("inTransit", "Интрансит"), newest=NEWER),
    Good(source=TABLE, target=TABLE.replace("Value", "値"), newest="# Parcels\n\n" + TABLE),
    # it still stands elsewhere in the newest English
    Good(source=TABLE, target=TABLE.replace("Value", "Значение"), newest=NEWER + "\nOnce inTransit.\n"),
]


def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is None or (newest := pair.newest) is None:
        return
    for change in renames(pair.source, newest):
        if change.old is None or find_word(change.old, newest.text) >= 0:
            continue
        start = find_word(change.old, pair.target.text)
        if start < 0:
            continue
        became = f'renamed "{change.new}"' if change.change is Change.RENAMED else "removed"
        yield Problem(
            span=Span(start, start + len(change.old)),
            found=change.old,
            message=f'the English has changed since: "{change.old}" was {became}',
            evidence="the newest English",
            source=change.part,
        )
