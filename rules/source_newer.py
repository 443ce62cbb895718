"""The English has changed since this translation was made, in a word that must not change: it renamed or dropped it.

Nothing was damaged: the page says what its English said. But a reader who follows it uses a name that the product
no longer has, so the page wants a new translation. Only words that the page itself still says are reported, at the
place where it says them, and only where the source has a newer version of the page than the one it was made from.
A word that went from samples only is left alone, since samples are shortened without any change of the product, and
so is one that only got other capitals.
Off unless it is selected: it speaks of what is old, not of what is damaged, and the English is read and compared a second
time, which for a page that has changed takes longer than all other rules together.
"""

from collections.abc import Iterator

from doclint.api import Bad, Change, Good, Page, Pair, Problem, Severity, Span, Trust, find_word, renames

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
    Good(  # a shorter sample, and a header that is read in any case
        source='Send `Parcel-Type`.\n\n```json\n{ "weight": 1, "notes": "x" }\n```\n',
        target='أرسل `Parcel-Type`.\n\n```json\n{ "weight": 1, "notes": "x" }\n```\n',
        newest='Send `parcel-type`.\n\n```json\n{ "weight": 1 }\n```\n',
    ),
    # it still stands elsewhere in the newest English
    Good(source=TABLE, target=TABLE.replace("Value", "Значение"), newest=NEWER + "\nOnce inTransit.\n"),
]


def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is None or (newest := pair.newest) is None:
        return
    still = newest.text.casefold()
    for change in renames(pair.source, newest):
        if change.old is None or find_word(change.old.casefold(), still) >= 0:
            continue
        start = place(change.old, pair.target, is_renamed=change.change is Change.RENAMED)
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


def place(word: str, target: Page, *, is_renamed: bool) -> int:
    """Where the page says a word first, in its text if that was only removed; -1 where it does not."""
    start = find_word(word, target.text)
    while not is_renamed and start >= 0 and any(code.span.start <= start < code.span.end for code in target.codes):
        start = find_word(word, target.text, start + 1)
    return start
