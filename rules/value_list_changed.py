"""The values in a list are what the service takes, so a translation keeps each of them, and none besides.

"Possible values are `open`, `closed`, `held`" tells the reader what may be sent. A value that was lost or renamed
is an error, one that came from nowhere a warning, and so are separators that moved away from the values they parted. Another
order alone is a note. Lists are told by their form in the English, whatever the words before them say: three
or more short code spans with separators between, plain words of which one at least is spelt as a name, or words in capitals
of which the translation kept some. Plain words that are all ordinary language are left alone, unless the English calls
them values: then they are a warning, and so are words with a capital alone, as in a menu (`File`, `Edit`).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from doclint.api import (
    Bad,
    CodeSpan,
    Damage,
    Difference,
    Fix,
    Good,
    Kind,
    Match,
    Pair,
    Problem,
    Segment,
    Severity,
    Span,
    Trust,
    cell_changed,
    code_spans,
    foreign_words,
    is_button,
    is_name,
    is_scrambled,
    is_untouched,
    item_beside,
    items,
    judge,
    lazy,
    likeness,
    names_lost,
    part_changed,
    plain_list,
    separator_runs,
    singular,
    stands_in,
    value_list,
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
        target="可能な値: なし、⟦保留中⟧、⟦差し止め⟧。\n",
        expected=("pending", "held"),
        fixed="可能な値: なし、pending、held。\n",
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


ALIKE = 0.6
"""How like each other two values must be where more or fewer were lost than came."""

FEWEST_KEPT = 2
"""Lower-case words that the translation kept in a list without code, so that it is one of values and no prose."""

KEYWORD = lazy(r"\s*[A-Z][A-Z0-9_]+\s*")
LONGEST_VALUE = 3
"""Words that a value may have become."""

FEWEST_KEYWORDS = 3
CALLED = lazy(r"(?i:\b(?:keywords?|reserved)\b)")
"""What the English calls words of a language that is no prose."""
CAPITALS = lazy(r"(?<![\w`])[A-Z][A-Z0-9_]{2,}\b")
KEYWORDS = lazy(
    r"(?<![\w`])[A-Z][A-Z0-9_]{2,}(?: ?\([^()]{0,20}\))?(?:,(?: and| or)? [A-Z][A-Z0-9_]{2,}\b(?: ?\([^()]{0,20}\))?)+"
)
SECOND = lazy(r",(?: and| or)? [A-Z][A-Z0-9_]{2,}")
"""A comma and the word behind it in such a row: quickly looked for, since a sign begins it."""
LETTERS = lazy(r"[^\W\d_]+")
SHORT_FORM = lazy(r"[A-Z]{2,4}")
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
            yield problem._replace(severity=Severity.WARNING) if is_said and not pair.is_exact else problem
    for match in pair.differing:
        source, target = match.source.text, match.target.text
        if len(source) < 8:
            continue
        if "," in source and SECOND.search(source) and KEYWORDS.search(source):
            severity = None if is_about_keywords else Severity.WARNING  # many a short form is another one elsewhere
            for problem in keywords_in_text(match):
                yield (as_keyword(problem) if are_called else problem)._replace(severity=severity)
        if source.count("`") >= FEWEST_TICKS:
            if not is_untouched(source, target) and (members := value_list(match.source)):
                yield from changes(pair, match, members)
        elif is_parted(source) and (words := plain_list(source)):
            for problem in plain_changes(match, words, is_exact=pair.is_exact):
                is_said = not pair.is_exact and is_brand(problem.expected or "", problem.found)
                yield problem._replace(severity=Severity.WARNING) if is_said else problem
        elif is_parted(source) and (words := values_told(source)):
            yield from told_changes(match, words)


def is_parted(text: str) -> bool:
    """Whether separators enough for a list stand in a text."""
    return text.count(",") > 1 or text.count(";") > 1


def changes(pair: Pair, match: Match[Segment], members: Sequence[CodeSpan]) -> Iterator[Problem]:
    ours, theirs = code_spans(match.source), code_spans(match.target)
    here, there = Counter(code.text for code in ours), Counter(code.text for code in theirs)
    others = [code.text for code in theirs if code.text not in here]
    lost = [
        code
        for code in members
        if not there[code.text]
        and (pair.is_exact or not is_quoted_there(code.text, theirs))
        and (
            any(stands_in(code.text, other) for other in others)
            or not is_kept(bare(code.text), match, is_exact=pair.is_exact)
        )
    ]
    strange = [code for code in theirs if code.text not in here and not stands_in(bare(code.text), match.source.plain)]
    if not pair.is_exact and is_recased(members, lost, strange):
        yield recased(match, lost, strange)
    elif lost and strange:
        is_menu = not pair.is_exact and is_shown(members)
        for problem in renamed(match, lost, strange):  # what a program shows has names in each language
            is_label = is_menu or (not pair.is_exact and is_button(problem.expected or ""))
            yield problem._replace(severity=Severity.WARNING) if is_label else problem
    elif len(lost) == len(members):
        if not all(is_elsewhere(pair, code) for code in lost):
            yield dropped(match, members, lost, theirs)
    elif lost:
        is_example = not pair.is_exact and len(lost) > 1 and len(lost) + 1 == len({code.text for code in members})
        severity = Severity.WARNING if is_example else None  # one value and "the like"
        yield from (
            dropped(match, members, [code], theirs)._replace(severity=severity)
            for code in lost
            if not is_elsewhere(pair, code) and (pair.is_exact or not is_respelt(code.text, match))
        )
    else:
        among = inside(members, theirs)
        yield from (added(match, code) for code in strange if code in among)
        if not strange or not among:
            yield from disorder(match, members, theirs, is_once=lambda code: here[code.text] == there[code.text] == 1)


def is_shown(members: Sequence[CodeSpan]) -> bool:
    """Whether a program may show all values: words with a capital, and short forms among them."""
    is_any = any(is_button(code.text) for code in members)
    return is_any and all(is_button(code.text) or SHORT_FORM.fullmatch(code.text) for code in members)


def keywords_changed(words: Sequence[Match[Segment]], *, are_called: bool) -> Iterator[Problem]:
    """Items that are nothing but a word in capitals, where a list has several: keywords of a language."""
    for match in words:
        if problem := cell_changed(match, evidence="one of a list of words in capitals"):
            yield as_keyword(problem) if are_called else problem


def as_keyword(problem: Problem) -> Problem:
    """The problem of a word that the English calls reserved: what is in foreign capitals stood in capitals there."""
    is_one = problem.found == problem.found.upper() and next(foreign_words(problem.found), None) is not None
    return problem._replace(is_no_english=is_one)


def keywords_in_text(match: Match[Segment]) -> Iterator[Problem]:
    """Words in capitals in a row, one of which at least the translation kept, so that they are keywords."""
    source, target = match.source.plain, match.target.plain
    row = max((row[0] for row in KEYWORDS.finditer(source)), key=len, default="")
    words = [word[0] for word in CAPITALS.finditer(row)]
    lost = [word for word in words if not stands_in(word, target)]
    if not 0 < len(lost) < len(words):
        return
    parts = items(target)
    texts = [part.of(target) for part in parts]
    offset = next(
        at - index for index, word in enumerate(words) for at, text in enumerate(texts) if stands_in(word, text)
    )
    for index, word in enumerate(words):
        if word in lost and index > 0 and 0 <= index + offset < len(parts):
            part = parts[index + offset]
            found = LETTERS.match(target, part.start, part.end)
            if found and found[0] == found[0].upper():
                yield part_changed(match, word, *found.span(), evidence="one of several words in capitals")


def is_elsewhere(pair: Pair, code: CodeSpan) -> bool:
    """Whether the page has the value as often as the English: behind a line break, or in another sentence."""
    mark = f"`{code.text}`"
    return pair.source is not None and pair.target.text.count(mark) >= pair.source.text.count(mark) > 0


def is_kept(value: str, match: Match[Segment], *, is_exact: bool) -> bool:
    """Whether a value stands without its backticks, as often as in the English."""
    plain = match.target.plain
    if not stands_in(value, plain):
        return False
    if not is_exact and next(foreign_words(plain), None) is not None:
        return True  # among letters of another script it is nothing else, however often it is said
    return plain.count(value) >= match.source.plain.count(value)


def is_quoted_there(value: str, theirs: Sequence[CodeSpan]) -> bool:
    """Whether a value stands between quotes in one of the spans, if less often than in the English."""
    return any(code.text != value and bare(code.text) == value for code in theirs)


def is_respelt(value: str, match: Match[Segment]) -> bool:
    """Whether a value stands without its backticks and in other capitals, so that it is not missing."""
    return stands_in(bare(value).casefold(), match.target.plain.casefold())


def bare(text: str) -> str:
    """Without the quotes around it."""
    return text.strip("\"'") or text


def renamed(match: Match[Segment], lost: list[CodeSpan], strange: list[CodeSpan]) -> Iterator[Problem]:
    """The strange spans, each with the value in the same place among those that are gone."""
    is_only = len(lost) == len(strange) == 1
    every = ", ".join(code.text for code in lost)
    pairs = [(found, expected, expected.text if expected else every) for found, expected in beside(lost, strange)]
    likest_of = {name: found for found, _, name in sorted(pairs, key=lambda it: likeness(it[2], it[0].text))}
    for found, expected, name in pairs:
        if found != likest_of[name]:
            yield added(match, found)  # another one stands for what is missing
            continue
        is_sure = is_only and match.is_sure
        is_whole = expected is not None and stands_in(expected.text, found.text)  # explained, or glued
        yield Difference(match, found.span, (expected or lost[0]).span).problem(
            found.text,
            name,
            evidence="value of the English list",
            damage=judge(name, found.text) if expected else None,
            message="" if expected else f'"{found.text}" is not a value of the English list; missing: {name}',
            put=expected.span.of(match.source.page.text) if expected and is_only else None,
            is_safe=is_sure and not is_whole,
            severity=Severity.WARNING if is_whole else None,
            is_sure=is_sure,
            is_sample=True,
        )


def beside(lost: list[CodeSpan], strange: list[CodeSpan]) -> list[tuple[CodeSpan, CodeSpan | None]]:
    """Each strange span with the value that it stands for; None where that cannot be told."""
    if len(lost) == len(strange):
        return list(zip(strange, lost, strict=True))
    return [(found, likest(lost, found)) for found in strange]


def is_recased(members: Sequence[CodeSpan], lost: Sequence[CodeSpan], strange: Sequence[CodeSpan]) -> bool:
    """Whether all values with capitals, and more than one, got others and nothing else, as a person decides for a list."""
    ours, theirs = ([code.text.casefold() for code in side] for side in (lost, strange))
    is_every = all(code in lost or code.text.islower() for code in members)
    return is_every and len(ours) > 1 and ours == theirs


def recased(match: Match[Segment], lost: Sequence[CodeSpan], strange: Sequence[CodeSpan]) -> Problem:
    """The one problem of a list whose values have other capitals."""
    found = ", ".join(code.text for code in strange)
    return Difference(match, strange[0].span, lost[0].span).problem(
        strange[0].text,
        lost[0].text,
        evidence="value of the English list",
        damage=Damage.RECASED,
        message=f"the values are capitalized differently from the English: {found}",
        severity=Severity.WARNING,
    )


def likest(lost: list[CodeSpan], found: CodeSpan) -> CodeSpan | None:
    """The value that the found one is the damaged form of, where one can be told."""
    best = max(lost, key=lambda code: likeness(code.text, found.text))
    return best if likeness(best.text, found.text) >= ALIKE else None


def dropped(
    match: Match[Segment], members: Sequence[CodeSpan], lost: list[CodeSpan], theirs: list[CodeSpan]
) -> Problem:
    before = {member.text for member in members[: members.index(lost[0])]}
    ends = [other.whole.end for other in theirs if other.text in before]
    start = max(ends, default=match.target.span.start)
    return Difference(match, Span(start, start), lost[0].span).problem(
        "", ", ".join(code.text for code in lost), evidence="value of the English list"
    )


def inside(members: Sequence[CodeSpan], theirs: list[CodeSpan]) -> list[CodeSpan]:
    """The target's spans from the first to the last value of the list."""
    names = {member.text for member in members}
    at = [index for index, code in enumerate(theirs) if code.text in names]
    return theirs[at[0] : at[-1] + 1] if at else []


def added(match: Match[Segment], code: CodeSpan) -> Problem:
    return Difference(match, code.span).problem(
        code.text,
        evidence="values of the English list",
        message=f'"{code.text}" is not a value of the English list',
        severity=Severity.WARNING,
        is_sure=False,
    )


def disorder(
    match: Match[Segment],
    members: Sequence[CodeSpan],
    theirs: list[CodeSpan],
    *,
    is_once: Callable[[CodeSpan], bool],
) -> Iterator[Problem]:
    """One problem for separators that moved away, or for another order; runs of them are `orphan-separators`'."""
    names = [code.text for code in members if is_once(code)]
    found = [code for code in theirs if code.text in names]
    if len(found) < 2 or next(separator_runs(match.target.text), None):
        return
    is_unparted = is_scrambled(match.target, names) and not is_scrambled(match.source, names)
    if not is_unparted and [code.text for code in found] == names:
        return
    span = Span(found[0].whole.start, found[-1].whole.end)
    message = (
        "the separators moved away from the values they separate" if is_unparted else "the values are in another order"
    )
    yield Difference(match, span, Span(members[0].whole.start, members[-1].whole.end)).problem(
        span.of(match.target.page.text),
        evidence="values of the English list",
        message=message,
        severity=Severity.WARNING if is_unparted else Severity.NOTE,
    )


def plain_changes(match: Match[Segment], words: list[str], *, is_exact: bool) -> Iterator[Problem]:
    """Values without backticks, where names or words kept whole prove that they are values."""
    plain = match.target.plain
    lost = [word for word in words if not stands_in(word, plain) and not stands_in(singular(word), plain)]
    if not lost or len(lost) == len(words):
        return
    kept = sum(word.islower() for word in words if word not in lost)
    if not is_exact and kept < FEWEST_KEPT:
        lost = [word for word in lost if is_name(word)]  # brands and names stand in lists of plain words too
    spans = item_beside(words, plain)
    for word in lost:
        if word in spans:
            yield plain_problem(match, word, words, spans[word], is_only=len(lost) == 1)
    rest = [word for word in lost if word not in spans and is_name(word)]
    yield from names_lost(match, rest, evidence="value of the English list")


def is_brand(word: str, found: str) -> bool:
    """Whether a capital that the English forgot begins the word, as brands have it in prose: `pyCharm`."""
    return word[:1].islower() and not word.islower() and found == word[0].upper() + word[1:]


def told_changes(match: Match[Segment], words: list[str]) -> Iterator[Problem]:
    """Plain words that the English calls values, where as many items of the target stand in their place."""
    plain = match.target.plain
    parts = items(plain)[-len(words) :]
    texts = [part.of(plain).rstrip(".。।") for part in parts]
    if len(texts) < len(words) or any(len(text.split()) > LONGEST_VALUE for text in texts[1:]):
        return
    for word, part, text in list(zip(words, parts, texts, strict=True))[1:]:
        if text and not any(stands_in(other, text) for other in words):
            first = text.split()[0]
            text = first if first.casefold() == word.casefold() else text
            problem = part_changed(match, word, part.start, part.start + len(text), evidence="called a value")
            if problem.fix and (problem.damage is Damage.RECASED or not text.isalnum()):
                problem = problem._replace(fix=Fix(problem.fix.edits, is_safe=False))  # perhaps a slip of the English
            yield problem._replace(severity=Severity.WARNING)


def plain_problem(match: Match[Segment], word: str, words: list[str], at: Span, *, is_only: bool) -> Problem:
    found, span = at.of(match.target.plain), match.target.inline.place(*at)
    at_source = match.source.text.find(word)
    is_whole = is_only and span.of(match.target.page.text) == found and bool(found)
    is_whole = is_whole and not any(stands_in(other, found) for other in words)
    is_sure = match.is_sure
    return Difference(match, span, match.source.place(at_source, at_source + len(word))).problem(
        found,
        word,
        evidence="value of the English list",
        put=word if is_whole else None,
        is_safe=is_sure,
        severity=None if is_name(word) else Severity.WARNING,
        is_sure=is_sure,
    )
