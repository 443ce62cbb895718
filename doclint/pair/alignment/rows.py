"""Rows of two tables side by side, by what they name.

The first column names a row. A row is known by the same word there, by a word that sounds like it in another script,
by the same link target or code, by its number where those of known rows agree. Only where all that is known stands in
the same order, and both tables count the same, does order pair the rest: surely where enough is known, else as a guess
in sections that both pages name alike, or where all their blocks are the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from doclint.page import Segment, Table
from doclint.page.model import Row
from doclint.text.lazypattern import lazy
from doclint.text.words import letters_of

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

HIGH, MEDIUM, LOW = 3, 2, 1

LINK_TARGET = lazy(r"\]\(\s*<?(?:[^()\s<>]*/)?([^()\s<>/]+)")
CODE = lazy(r"`[^`]+`")
SURE_BY_CHANCE = 3
"""So many names in their places say that the whole table keeps its order."""

GUESS = "order in its section"
GUESSED_NUMBER = "same number, with no name to go by"
GUESSES = (GUESS, GUESSED_NUMBER)

MOST_COMPARISONS = 1_000_000
"""Of names by sound, in one table; a table with more unknown rows is left to its other witnesses, which a run says."""

Pairing = tuple[int, int, int, str]


def pair(source: Table, target: Table, *, in_order: bool, is_alike: bool) -> list[Pairing]:
    """(source row, target row, confidence 1-3, why) for each pair that is known; rows are 0-based."""
    ours, theirs = source.rows, target.rows
    same_count = len(ours) == len(theirs)
    known = {i: (j, HIGH, f'key "{name(ours[i])}"') for i, j in unique_pairs(ours, theirs, _key)}
    for find in (_by_sound, _by_witness) if same_count else (_by_sound, _by_witness, _by_address):
        for i, j, why in find(*_left(ours, theirs, known)):
            known[i] = (j, MEDIUM, why)
    if same_count and in_order and _stands_in_order(ours, theirs, known):
        is_one = len(known) == len(ours) - 1 and len(known) >= SURE_BY_CHANCE
        for i in range(len(ours)):
            known.setdefault(i, (i, HIGH if is_one else MEDIUM, "order"))
    elif same_count and len(known) == len(ours) - 1:
        (i, row), (j, other) = (side[0] for side in _left(ours, theirs, known))
        if (
            in_order
            and i == j
            and len(known) > 1
            and not _is_out_of_order(ours, theirs, known)
            and _says_the_same(row, other)
        ):
            known[i] = (j, HIGH, "the only row left, in its place")
        elif _may_be_damaged(row, other):
            known[i] = (j, LOW, "the only row left")
    if same_count and is_alike and in_order and not _is_crosswise(ours, theirs, known):
        for i in range(len(ours)):
            known.setdefault(i, (i, LOW, GUESS))
    for i, j, level, why in _by_number(ours, theirs, known):
        known[i] = (j, level, why)
    return [(i, j, level, why) for i, (j, level, why) in sorted(known.items())]


def name(row: Row) -> str:
    """What a row is called: the text of its first cell."""
    return row.cells[0].plain.strip() if row.cells else ""


def _key(row: Row) -> str | None:
    return name(row).casefold() or None


Known = dict[int, tuple[int, int, str]]
Left = list[tuple[int, Row]]


def _left(ours: Sequence[Row], theirs: Sequence[Row], known: Known) -> tuple[Left, Left]:
    taken = {j for j, _, _ in known.values()}
    return (
        [(i, row) for i, row in enumerate(ours) if i not in known],
        [(j, row) for j, row in enumerate(theirs) if j not in taken],
    )


def unique_pairs(source: Sequence[T], target: Sequence[T], key: Callable[[T], K | None]) -> list[tuple[int, int]]:
    """Index pairs of the things whose key stands exactly once on either side, in the order of the source."""
    ours, theirs = [key(part) for part in source], [key(part) for part in target]
    ours_count, theirs_count = Counter(ours), Counter(theirs)
    where = {name: index for index, name in enumerate(theirs)}
    return [
        (index, where[name])
        for index, name in enumerate(ours)
        if name is not None and ours_count[name] == 1 == theirs_count[name]
    ]


def _by_sound(ours: Left, theirs: Left) -> Iterator[tuple[int, int, str]]:
    """A name in foreign letters that sounds like just one of the names left, or the same letters otherwise written."""
    from doclint.text.sound.sounds import Sounds

    if len(ours) * len(theirs) > MOST_COMPARISONS:
        return
    names = {name(row): i for i, row in ours if name(row)}
    letters = {_letters(word): word for word in names}
    sounds = Sounds(names)
    heard: dict[str, list[int]] = {}
    for j, row in theirs:
        match = sounds.match(name(row))
        word = match[0] if match else letters.get(_letters(name(row)))
        if word:
            heard.setdefault(word, []).append(j)
    for word, rows in heard.items():
        if len(rows) == 1:
            yield names[word], rows[0], f'its name is "{word}", written otherwise'


def _letters(text: str) -> str:
    """What is left of a name when case, spaces and marks are free."""
    return letters_of(text.casefold())


def _by_witness(ours: Left, theirs: Left) -> Iterator[tuple[int, int, str]]:
    """Rows with the same links and code, where no other row has them."""
    for i, j in unique_pairs([row for _, row in ours], [row for _, row in theirs], _witness):
        yield ours[i][0], theirs[j][0], "same links and code"


def _witness(row: Row) -> Hashable | None:
    text = " ".join(cell.text for cell in row.cells)
    first = LINK_TARGET.findall(row.cells[0].text) if row.cells else []
    return (tuple(first), tuple(CODE.findall(text))) if first or len(CODE.findall(text)) > 1 else None


def _by_address(ours: Left, theirs: Left) -> Iterator[tuple[int, int, str]]:
    """Rows with the same links in whatever cell, where no other row has them."""
    for i, j in unique_pairs([row for _, row in ours], [row for _, row in theirs], _addresses):
        yield ours[i][0], theirs[j][0], "same links"


def _addresses(row: Row) -> Hashable | None:
    return tuple(address for cell in row.cells for address in LINK_TARGET.findall(cell.text)) or None


def _by_number(ours: Sequence[Row], theirs: Sequence[Row], known: Known) -> list[Pairing]:
    """Rows with numbers that no other row has, as members of an enumeration; a guess where too few names have theirs.

    Rows that are known have the same numbers, or at least one of them has none.
    """
    beside = [(_numbers(ours[i]), _numbers(theirs[j])) for i, (j, _, _) in known.items()]
    agreed = {one for one, other in beside if one and one == other}
    left, right = _left(ours, theirs, known)
    alike = unique_pairs(left, right, lambda place: _numbers(place[1]) or None)
    is_at_odds = any(one and other and one != other for one, other in beside)
    if is_at_odds or len(agreed) + len(alike) < SURE_BY_CHANCE:
        return []
    level, why = (MEDIUM, "same number") if len(agreed) >= SURE_BY_CHANCE else (LOW, GUESSED_NUMBER)
    return [(left[i][0], right[j][0], level, why) for i, j in alike]


def _stands_in_order(ours: Sequence[Row], theirs: Sequence[Row], known: Known) -> bool:
    """Whether everything that can be told says that row n is row n.

    Three names in their places do not come about by chance; where there are fewer, the other rows must
    each agree in some cell.
    """
    if _is_out_of_order(ours, theirs, known):
        return False
    rest = [i for i in range(len(ours)) if i not in known]
    agree = sum(_agrees(ours[i], theirs[i]) for i in rest)
    enough = len(known) >= SURE_BY_CHANCE or agree == len(rest)
    return enough and 2 * (len(known) + agree) >= len(ours)


def _is_out_of_order(ours: Sequence[Row], theirs: Sequence[Row], known: Known) -> bool:
    """Whether a known row stands elsewhere, or two rows whose numbers fit each other better were swapped."""
    if any(i != j for i, (j, _, _) in known.items()):
        return True
    numbers, others = ([_numbers(side[i]) for i in range(len(side)) if i not in known] for side in (ours, theirs))
    where = frozenset(numbers)
    return any(value and value != one and value in where for one, value in zip(numbers, others, strict=False))


def _is_crosswise(ours: Sequence[Row], theirs: Sequence[Row], known: Known) -> bool:
    """Whether rows were moved: some cell reads like that of another row, and like no other."""
    if _is_out_of_order(ours, theirs, known):
        return True
    columns = (
        [[row.cells[at].text if at < len(row.cells) else "" for row in side] for side in (ours, theirs)]
        for at in range(max((len(row.cells) for row in ours), default=0))
    )
    return any(i != j for one, other in columns for i, j in unique_pairs(one, other, lambda text: text or None))


def _may_be_damaged(source: Row, target: Row) -> bool:
    """Whether a row can be what became of the other one: in another version a new row may stand for one that went.

    That one has a plain name, or another number.
    """
    return not name(target).isascii() and _numbers(target) in ((), _numbers(source))


def _numbers(row: Row) -> tuple[str, ...]:
    """The cells that are nothing but digits."""
    return tuple(cell.text for cell in row.cells if cell.text.isdigit())


def _agrees(a: Row, b: Row) -> bool:
    """Whether some cell that a translator would keep reads the same in both rows."""
    return any(_is_kept(x) and x.text == y.text for x, y in zip(a.cells[1:], b.cells[1:], strict=False))


def _says_the_same(a: Row, b: Row) -> bool:
    """Whether some cell behind the first reads the same in both rows."""
    return any(x.text and x.text == y.text for x, y in zip(a.cells[1:], b.cells[1:], strict=False))


def _is_kept(cell: Segment) -> bool:
    return any(char.isdigit() or char in "`[" for char in cell.text)
