"""The values in a list are what the service takes, so a translation keeps each of them, and none besides.

"Possible values are `open`, `closed`, `held`" tells the reader what may be sent. A value that was lost or renamed
is an error, one that came from nowhere a warning, and so are separators that moved away from the values they parted. Another
order alone is a note. Lists are told by their form in the English, whatever the words before them say: three
or more short code spans with separators between, plain words of which one at least is spelt as a name, or words in capitals
of which the translation kept some. Plain words that are all ordinary language are left alone, unless the English calls
them values: then they are a warning, and so are words with a capital alone, as in a menu (`File`, `Edit`).
"""

from collections.abc import Iterator

from doclint.api import (
    KEYWORDS_IN_A_ROW,
    Bad,
    Damage,
    Good,
    Kind,
    Pair,
    Problem,
    Severity,
    Trust,
    as_keyword,
    is_in_pre,
    is_untouched,
    keywords_changed,
    keywords_in_text,
    lazy,
    plain_list,
    plain_values_changed,
    stands_in,
    told_values_changed,
    value_list,
    values_changed,
    values_told,
    weighed,
)

ID = "DL304"
NAME = "value-list-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="Possible values are: `open`, `closed`, `held`.\n",
        target="Возможные значения: `open`, `⟦закрыто⟧`, `held`.\n",
        expected=("closed",),
        fixed="Возможные значения: `open`, `closed`, `held`.\n",
    ),
    Bad(
        source="The state is `open`, `closed`, or `held`.\n",
        target="状態は `open`⟦⟧、または `held` です。\n",
        expected=("closed",),
    ),
    Bad(
        source="One of `open`, `closed`, `held`.\n",
        target="`open`, `closed`, `⟦lost⟧`, `held` में से एक।\n",
    ),
    Bad(
        source="The possible values are: none, depotOnly, everywhere.\n",
        target="可能な値は次のとおりです: none、⟦集配所のみ⟧、everywhere。\n",
        expected=("depotOnly",),
        fixed="可能な値は次のとおりです: none、depotOnly、everywhere。\n",
    ),
    Bad(  # the last two stand in one: no place to count from
        source="Made of depotId, parcelCount, and userId.\n",
        target='Besteht aus "⟦Depot-ID⟧", "⟦Parcelcount⟧" und "userId".\n',
        expected=("depotId", "parcelCount"),
        fixed='Besteht aus "depotId", "parcelCount" und "userId".\n',
    ),
    Bad(
        source="One of `a1`, `b2`, `c3`, `d4`.\n",
        target="⟦`a1`の`b2`値は`c3`次の`d4`⟧です。\n",
    ),
    Bad(
        source="One of `days`, `weeks`, `years`.\n",
        target="`days`, `weeks`, `⟦years 년⟧` 중 하나입니다.\n",
        expected=("years",),
        fixed="`days`, `weeks`, `years` 중 하나입니다.\n",
    ),
    Bad(
        source="Possible values are: none, pending, held.\n",
        target="可能な値: ⟦なし⟧、⟦保留中⟧、⟦差し止め⟧。\n",
        expected=("none", "pending", "held"),
        fixed="可能な値: none、pending、held。\n",
    ),
    Bad(
        source="Reserved are LOAN (N), SHELF (N), DUE.\n",
        target="Зарезервированы LOAN (N), ⟦ПОЛКА⟧ (N), DUE.\n",
        expected=("SHELF",),
        fixed="Зарезервированы LOAN (N), SHELF (N), DUE.\n",
    ),
    Bad(source="One of `a1`, `b2`, `c3`.\n", target="Одно из ⟦`a1`, `c3`, `b2`⟧.\n"),
    Bad(
        source="|Property|Says|\n|---|---|\n|state|Possible values are *open*; *shut*; *held*.|\n",
        target="|속성|설명|\n|---|---|\n|state|가능한 값: *open*; *⟦닫힘⟧*; *held*.|\n",
        expected=("shut",),
        fixed="|속성|설명|\n|---|---|\n|state|가능한 값: *open*; *shut*; *held*.|\n",
    ),
]
GOOD = [
    Good(source="One of `a`, `b`, or `c`.\n", target="`a`、`b`、`c` のいずれか。\n"),
    Good(source="Needs NATO, RAM, VAT.\n", target="Нужны НАТО, ОЗУ, НДС.\n"),
    Good(source="Bring parcels, letters, and keys.\n", target="Принесите посылки, письма и ключи.\n"),
    Good(source="Set `mode` to `a`, `b`, `c`.\n", target="`a`、`b`、`c` を `mode` に設定します。\n"),
    Good(source="Either `a1`, `b2`, or `c3`.\n", target="`a1`と`b2`と`c3`のいずれか。\n"),
    Good(source="[event][], [driveItem][], [post][]\n", target="[イベント][]、[driveItem][]、[投稿][]\n"),
    Good(source="Use props, context, and types.\n", target="props、コンテクスト、types を使います。\n"),
    Good(source="Values: `a`, `b`, `c`.\n", target="Значения: `a`, `b`, `newOne`.\n", trust=Trust.PAIRED),
    Good(
        source="Brings parcels for shops, carriers, depots, and iShelf.\n",
        target="Приносит посылки для shops, перевозчиков, складов и iShelf.\n",
        trust=Trust.PAIRED,
    ),
    Good(  # cut off by a line break, which table-row-split tells
        source="|Property|Description|\n|---|---|\n|state|The state. Values: `a1`, `b2`, `c3`.|\n",
        target="|Свойство|Описание|\n|---|---|\n|state|Состояние.\n\nЗначения: `a1`, `b2`, `c3`.|\n",
    ),
    Good(source="See `a`, `b`, `c` and call `d`.\n", target="調べて `d` を呼びます: `a`、`b`、`c`。\n"),
]

KEYWORD = lazy(r"\s*[A-Z][A-Z0-9_]+\s*")

FEWEST_KEYWORDS = 3
CALLED = lazy(r"(?i:\b(?:keywords?|reserved)\b)")
"""What the English calls words of a language that is no prose."""

SECOND = lazy(r",(?: and| or)? [A-Z][A-Z0-9_]{2,}")
"""A comma and the word behind it in a row of words in capitals: quickly looked for, since a sign begins it."""

SHORT_FORM = lazy(r"[A-Z]{2,5}")

FEWEST_TICKS = 6
"""Backticks of three code spans."""


@weighed
def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is None:
        return
    items_in_capitals = [
        match for match in pair.texts if match.source.kind is Kind.ITEM and KEYWORD.fullmatch(match.source.text)
    ]
    # one word over and over, as `TBD`, is no keyword
    is_about_keywords = len({match.source.plain for match in items_in_capitals}) >= FEWEST_KEYWORDS
    are_called = is_about_keywords and CALLED.search(pair.source.text) is not None
    if is_about_keywords:
        for problem in keywords_changed(items_in_capitals, are_called=are_called):
            # with what it means, or as files are called
            is_said = stands_in(problem.expected or "", problem.found) or problem.damage is Damage.RECASED
            is_said |= not are_called and is_short_form(problem.expected or "", problem.found)
            yield problem._replace(severity=Severity.WARNING) if is_said and not pair.is_exact else problem
    for match in pair.differing:
        source, target = match.source.text, match.target.text
        if len(source) < 8:
            continue
        if "," in source and SECOND.search(source) and KEYWORDS_IN_A_ROW.search(source):
            severity = None if is_about_keywords else Severity.WARNING  # many a short form is another one elsewhere
            for problem in keywords_in_text(match):
                yield (as_keyword(problem) if are_called else problem)._replace(severity=severity)
        if source.count("`") >= FEWEST_TICKS:
            if not is_untouched(source, target) and (members := value_list(match.source)):
                yield from values_changed(pair, match, members)
        elif is_parted(source):
            words = plain_list(source)
            found = list(plain_values_changed(match, words, is_exact=pair.is_exact)) if words else []
            for problem in found:
                is_said = is_brand(problem.expected or "", problem.found) or is_in_pre(match.source)
                is_said = is_said and not pair.is_exact
                yield problem._replace(severity=Severity.WARNING) if is_said else problem
            if not found and (words := values_told(source)):
                yield from told_values_changed(match, words)


def is_parted(text: str) -> bool:
    """Whether separators enough for a list stand in a text."""
    return text.count(",") > 1 or text.count(";") > 1


def is_short_form(word: str, found: str) -> bool:
    """Whether a short form is said in several words, or has another one in the language of the page: `IMF`, `FMI`."""
    return SHORT_FORM.fullmatch(word) is not None and (" " in found or SHORT_FORM.fullmatch(found) is not None)


def is_brand(word: str, found: str) -> bool:
    """Whether a capital that the English forgot begins the word, as brands have it in prose: `pyCharm`."""
    return word[:1].islower() and not word.islower() and found == word[0].upper() + word[1:]
