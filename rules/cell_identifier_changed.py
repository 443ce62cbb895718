"""A table cell that is nothing but a name is that name in every language, whatever its column is called.

Tables of settings, mappings and constants have headers that no list knows. Where the English cell is
a single word with the shape of a name (`timeWindow`, `ipv6`, `show_max`), its translation is the same
word. Lower-case words with hyphens may be plain English (`read-only`): they count where the page has
them in code, or their column holds only names. The case of hyphenated words is free, as that of HTTP headers is. Columns of prose, and
columns that have a rule of their own, are left alone. Other words with the same signs between them (`снята_с_учёта`) may be a
person's work, and are a warning.
"""

import re
import unicodedata
from collections.abc import Iterator

from doclint.api import (
    Bad,
    Column,
    Damage,
    Good,
    Pair,
    Problem,
    Role,
    Severity,
    Trust,
    cell_changed,
    is_joined,
    is_name,
    lazy,
    stands_in,
)

ID = "DL105"
NAME = "cell-identifier-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED
READS = (Role.OTHER, Role.VALUE, Role.HEADER, Role.SCOPE)

BAD = [
    Bad(
        source="|Carrier constant|Since|\n|---|---|\n|sameDay|2021|\n|show_max|2022|\n",
        target="|Константа перевозчика|С|\n|---|---|\n|⟦самедай⟧|2021|\n|⟦Show — Max⟧|2022|\n",
        expected=("sameDay", "show_max"),
        fixed="|Константа перевозчика|С|\n|---|---|\n|sameDay|2021|\n|show_max|2022|\n",
    ),
    Bad(
        source="|Old|New|\n|---|---|\n|ipv6|parcelV2|\n",
        target="|以前|現在|\n|---|---|\n|ipv6|⟦小包V2⟧|\n",
        expected=("parcelV2",),
        fixed="|以前|現在|\n|---|---|\n|ipv6|parcelV2|\n",
    ),
    Bad(  # `beep-volume` might be English, beside `offline_cache` it is not
        source="|Setting|Default|\n|---|---|\n|beep-volume|5|\n|offline_cache|true|\n",
        target="|設定|既定値|\n|---|---|\n|⟦ビープ-volume⟧|5|\n|offline_cache|true|\n",
        expected=("beep-volume",),
        fixed="|設定|既定値|\n|---|---|\n|beep-volume|5|\n|offline_cache|true|\n",
    ),
]
GOOD = [
    Good(
        source="|Mode|Since|\n|---|---|\n|read-only|2021|\n|full|2022|\n",
        target="|Режим|С|\n|---|---|\n|только для чтения|2021|\n|полный|2022|\n",
    ),
    Good(
        source="|Name|Description|\n|---|---|\n|sameDay|timeWindow|\n",
        target="|Имя|Описание|\n|---|---|\n|sameDay|Окно доставки|\n",
    ),
    Good(
        source="|Header|Value|\n|---|---|\n|Content-type|application/json|\n",
        target="|ヘッダー|値|\n|---|---|\n|Content-Type|application/json|\n",
    ),
    Good(source="|Old|New|\n|---|---|\n|Carrier|Fleet|\n", target="|以前|現在|\n|---|---|\n|配送業者|車両|\n"),
]


DIGITS = lazy(r"[0-9]+")
JOIN = lazy(r"[_.]")
ADJECTIVE = lazy(r"([A-Z]\w*)-[a-z]+")
"""What something is called after a product, as `Depot4-compatible`."""


def check(pair: Pair) -> Iterator[Problem]:
    for column in pair.columns(Role.OTHER, Role.VALUE, Role.HEADER, Role.SCOPE):
        among_names: bool | None = None
        for match in column.differing:
            word = match.source.plain.strip()
            if is_name(word) and not is_sure(word, pair) and among_names is None:
                among_names = is_among_names(column, pair)
            if is_name(word) and (is_sure(word, pair) or among_names):
                problem = cell_changed(match, members=column.words, evidence="spelt like a name")
                if problem and not is_free(problem) and (pair.is_exact or problem.damage is not Damage.TRANSLATED):
                    is_added = (
                        problem.damage is Damage.WORDS_ADDED and not pair.is_exact
                    )  # cells beside it may have such
                    yield problem._replace(severity=Severity.WARNING) if is_added or is_mild(problem) else problem


def is_sure(word: str, pair: Pair) -> bool:
    """Whether a word that is spelt like a name cannot be plain English."""
    return not is_joined(word) or pair.source_vocabulary.is_proven(word)


def is_among_names(column: Column, pair: Pair) -> bool:
    """Whether the column holds nothing but words spelt like names, a sure one among them."""
    return all(map(is_name, column.words)) and any(is_sure(word, pair) for word in column.words)


def is_written_anew(problem: Problem) -> bool:
    """Whether other words are joined as those of the name were: a person may have put a made-up name over."""
    words = JOIN.split(problem.found)
    is_translated = problem.damage in (Damage.TRANSLATED, Damage.HALF_TRANSLATED)
    return (
        is_translated
        and len(words) > 1
        and len(JOIN.split(problem.expected or "")) > 1
        and all(map(str.isalnum, words))
    )


def is_explained(problem: Problem) -> bool:
    """Whether the name itself stands there, in brackets or with something in brackets behind it."""
    name = re.escape(problem.expected or "")
    return re.search(rf"[(（]{name}[)）]|{name}\s?[(（]", problem.found) is not None


def is_mild(problem: Problem) -> bool:
    return is_written_anew(problem) or is_explained(problem)


def is_amount(word: str) -> bool:
    """Whether a word is a sum of money, which each language writes with its own signs: `$15.4K-26.5K`."""
    return any(unicodedata.category(char) == "Sc" for char in word) and DIGITS.search(word) is not None


def is_free(problem: Problem) -> bool:
    """Whether only the case of a hyphenated word changed, as HTTP headers are read, or the signs of a sum of money, or
    an adjective was translated."""
    if problem.damage is Damage.RECASED and "-" in (problem.expected or ""):
        return True
    if is_amount(problem.expected or ""):
        return DIGITS.findall(problem.expected or "") == DIGITS.findall(problem.found)
    adjective = ADJECTIVE.fullmatch(problem.expected or "")
    return (
        adjective is not None
        and stands_in(adjective[1], problem.found)
        and "`" not in getattr(problem.source, "text", "")
    )
