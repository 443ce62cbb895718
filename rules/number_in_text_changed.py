"""A number in running text - a limit, a version, a status code, a year - says the same in every language.

Compared are the numbers of headings, paragraphs, list items and cells by their digits, in whatever script and with
whatever signs between them, dates as `2024-05-01`, and the letter that says how many bytes (`4 GiB`). A small number is
compared where all others of the text stand, since languages write it as a word, and clocks by twelve or twenty-four
hours. Left alone are parts of names (`x86-64`); round numbers that a language counts otherwise (`10,000` as 1万,
`380,000` as 38万); times in another unit (`60 minutes` as 1 hour) or with other signs (`17.30` as 17:30); and numbers
that the text says in code or in an address. Of these, and of numbers in tags and examples, the one of a part that is
another is told only where history shows that the translation had it right.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from doclint.api import (
    Bad,
    Difference,
    Good,
    Kind,
    Match,
    Pair,
    Problem,
    Segment,
    Severity,
    Trust,
    are_numbers_kept,
    ascii_digits,
    digits_of,
    is_said_in_words,
    is_time_told,
    lazy,
    number_exchanged,
)

ID = "DL207"
NAME = "number-in-text-changed"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="# Limits\n\nA depot holds up to 2147483648 parcels.\n",
        target="# 제한\n\n창고에는 최대 ⟦2147483647⟧개의 소포를 보관합니다.\n",
        fixed="# 제한\n\n창고에는 최대 2147483648개의 소포를 보관합니다.\n",
    ),
    Bad(
        source="# Limits\n\nThe service answers 404 and waits 10,000 ms.\n",
        target="# حدود\n\nتجيب الخدمة 404 وتنتظر ⟦000⟧ مللي ثانية.\n",
        fixed="# حدود\n\nتجيب الخدمة 404 وتنتظر 10,000 مللي ثانية.\n",
    ),
    Bad(
        source="# Days\n\nTour `t` is kept for 7 days and needs Java 17.\n",
        target="# 日数\n\nツアー `t` は ⟦17⟧ 日間保管され、Java 17 が必要です。\n",
        fixed="# 日数\n\nツアー `t` は 7 日間保管され、Java 17 が必要です。\n",
    ),
    Bad(
        source="# Times\n\nA parcel waits 60 minutes, and 48 hours at most.\n",
        target="# Zeiten\n\nEin Paket wartet ⟦6⟧ Minuten, höchstens ⟦24⟧ Stunden.\n",
        fixed="# Zeiten\n\nEin Paket wartet 60 Minuten, höchstens 48 Stunden.\n",
    ),
    Bad(
        source="# Days\n\nTour `t` has 25 stops, 5 an hour.\n\nIt ends on 2024-05-01 with 4 GB.\n",
        target="# Tage\n\nJede Stunde 5, hat Tour `t` ⟦20⟧ Halte.\n\nSie endet am ⟦2024-01-05⟧ mit 4 ⟦M⟧B.\n",
        expected=("25", "2024-05-01", "G"),
        fixed="# Tage\n\nJede Stunde 5, hat Tour `t` 25 Halte.\n\nSie endet am 2024-05-01 mit 4 GB.\n",
    ),
    Bad(
        source="# Versions\n\nThe courier needs version 3.11 or later.\n",
        target="# Версии\n\nКурьеру нужна версия или новее.⟦⟧\n",
    ),
]
GOOD = [
    Good(
        source="# Tours\n\nTour `t` ends at 5 PM.\n\nTour `t` has 15 million parcels.\n",
        target="# Touren\n\nTour `t` endet um 17 Uhr.\n\nTour `t` hat 1500万 Pakete.\n",
    ),
    Good(
        source="# Prices\n\nAt 5 PM 12,500.50 parcels cost $380,000; see error 404 in 2024.\n",
        target="# 価格\n\n17時に小包12,500.50個で38万ドルです。2024年のエラー`404`を参照。\n",
        locale="ja-JP",
    ),
    Good(
        source="# Sizes\n\nThe depot has 1,250 boxes on 12 floors and runs on x86-64.\n",
        target="# आकार\n\nडिपो में बारह मंज़िलों पर १,२५० डिब्बे हैं।\n",
        locale="hi-IN",
    ),
    Good(
        source="# Times\n\nThe cookie lives for 60 minutes.\n\nA parcel of `t` waits 48 hours.\n",
        target="# Zeiten\n\nDas Cookie lebt 1 Stunde.\n\nEin Paket von `t` wartet 2 Tage.\n",
        locale="de-DE",
    ),
    Good(  # one is said in digits here, the other there
        source="# Doors\n\nThe key is the second item of `doors` (`1`).\n\nOpen for 15 years, it has eight doors of `t`.\n",
        target="# 扉\n\n鍵は `doors` の2番目です。\n\n十数年間開いており、`t` の扉は8つです。\n",
    ),
    Good(  # behind another number, with the spaces of printers, and none of its own in an amount or an address
        source="# Doors\n\nSince depot2 0.8.0 `t` holds 2,016 doors for $3,189,221.5, see /a%E2%80%93b.\n",
        target="# Dveře\n\n`t` má od depot2 0.8.0 2\u2008016 dveří za 3\u2008189\u2008221,5 USD.\n",
    ),
]

NUMBER = lazy(r"(?<![A-Za-z\d_./:@#$%+-])(?<!\d,)\d+(?:[.,]\d+)*(?![A-Za-z\d_/@+-]|[.,:]\d)")
"""A number that is no part of a name, a path, a date or a time; letters of other scripts may touch it."""

ANY = lazy(r"\d+(?:[.,،'’٫٬_]\d+|[^\S\n\t]\d{3}(?!\d))*")
"""Any number; white space stands before three digits, as between thousands."""
DIGITS = lazy(r"\d+")
CLOCK = lazy(r"(?<![\d:])\d{1,2}[:h]\d\d(?![\d:])")
"""A time, which English also writes as `17.30`."""
SERIES = lazy(r"\d{1,2}(?:,(?!\d{3}(?!\d))\d+)+")
"""Numbers with nothing but commas between them, as in `July 27,2027`: no sign of thousands stands there."""

HOUR = lazy(r"(?i:\s?[ap]\.?m\b|\s?o'clock|\s?(?:%|st|nd|rd|th)\b)|[-/–]")
"""What follows an hour, or a number that languages count otherwise."""
COUNTED = lazy(r"\s?[^\W\d_]")
"""What follows a number that is told in thousands or myriads: the word for them."""
SCALE = lazy(r"\s?(?:thousand|million|billion|trillion|[kKMB]\b)")
"""The English word for them."""

DATE = lazy(r"(?<![\w/-])\d{4}-\d\d-\d\d(?![\w/-])", re.ASCII)
BYTES = lazy(r"(?<=\d)[ \u00a0\u202f]?([KMGTP])i?[Bo](?![A-Za-z])", re.IGNORECASE)
"""How many bytes, in the letters that most languages of the Latin and other scripts have for it."""

FORMS = {DATE: "a date in the text", BYTES: "a number of bytes in the text"}

SMALL = 31
"""Up to here a number may be a word, an hour or a day."""
FEWEST_ZEROS = 2
"""Of a number that is told in hundreds, thousands or myriads."""
MANY = 20
"""Numbers of a text that are looked at one by one."""
ALL = "100"
"""Of a hundred: another word for it is `all`."""


def check(pair: Pair) -> Iterator[Problem]:
    unlike = [match for match in pair.reworded if not are_numbers_kept(match.source.text, match.target.text)]
    numbers = set(map(id, unlike))
    for match in pair.differing:
        if match.is_sure and match.target.kind is not Kind.TITLE:
            if id(match) in numbers:
                yield from changed(match)
            for form in forms_in(match.source.text):
                yield from swapped(match, form)
    if pair.trust is Trust.PROVEN:  # no history is asked
        return
    for match in unlike:
        yield from number_exchanged(match)
    for block in pair.html:
        yield from () if block.target.is_comment else number_exchanged(block)
    for code in pair.codes:
        yield from number_exchanged(code)


def changed(match: Match[Segment]) -> Iterator[Problem]:
    ours, theirs = match.source.plain, ascii_digits(match.target.plain)
    yield from small(match, theirs)
    numbers = [number for number in NUMBER.finditer(ours) if is_protected(number[0])]
    if not numbers:
        return
    known = said(theirs) | said(ascii_digits(match.target.text))
    lost = [number for number in numbers if not known & {digits_of(number[0]), *counted(number)}]
    lost = [number for number in lost if not is_time_told(number, DIGITS.findall(theirs))]
    lost = [number for number in lost if not SERIES.fullmatch(number[0]) or not known.issuperset(parts(number[0]))]
    if not lost:
        return
    stays = {digits_of(number[0]) for number in ANY.finditer(ours)}
    others = [number for number in ANY.finditer(theirs) if digits_of(number[0]) not in stays]
    for at, number in enumerate(lost):
        other = others[at] if len(others) == len(lost) else None
        start, end = other.span() if other else (len(theirs), len(theirs))
        place = match.target.inline.place(start, end)
        where = Difference(match, place, match.source.inline.place(*number.span()))
        yield where.problem(
            match.target.plain[start:end], number[0], evidence="a number in the text", put=number[0] if other else None
        )


def small(match: Match[Segment], theirs: str) -> Iterator[Problem]:
    """The one small number that became another, where the text has all others."""
    ours = match.source.plain
    here, there = (list(ANY.finditer(text)) for text in (ours, theirs))
    if not here or len(here) != len(there) or len(here) > MANY:
        return
    differing = [(one, two) for one, two in zip(here, there, strict=True) if digits_of(one[0]) != digits_of(two[0])]
    if len(differing) > 1:  # the language may have them in another order
        lost, new = (more_often(*sides) for sides in ((here, there), (there, here)))
        differing = [*zip(lost, new, strict=False)]
    if len(differing) != 1:
        return
    one, two = differing[0]
    is_whole = NUMBER.match(ours, one.start()) and NUMBER.match(theirs, two.start())
    if not is_whole or is_protected(one[0]) or HOUR.match(ours, one.end()) or SCALE.match(ours, one.end()):
        return
    if is_said_in_words(two[0], ours):
        return
    if one[0] in DIGITS.findall(ascii_digits(match.target.text)) or is_time_told(one, DIGITS.findall(two[0])):
        return  # it stands in code or in an address, or in another unit
    where = Difference(match, match.target.inline.place(*two.span()), match.source.inline.place(*one.span()))
    yield where.problem(
        match.target.plain[two.start() : two.end()], one[0], evidence="a number in the text", put=one[0]
    )


def more_often(ours: list[re.Match[str]], theirs: list[re.Match[str]]) -> list[re.Match[str]]:
    """The numbers of the one side that the other has less often."""
    left = Counter(digits_of(number[0]) for number in theirs)
    rest = []
    for number in ours:
        left[digits_of(number[0])] -= 1
        if left[digits_of(number[0])] < 0:
            rest.append(number)
    return rest


@lru_cache(1000)
def forms_in(text: str) -> tuple[re.Pattern[str], ...]:
    """The forms of numbers that an English text has; remembered, since pages repeat their texts."""
    return tuple(form for form in FORMS if form.search(text)) if DIGITS.search(text) else ()


def swapped(match: Match[Segment], form: re.Pattern[str]) -> Iterator[Problem]:
    """The one of several texts of a form that became another of it."""
    group, evidence = form.groups, FORMS[form]
    here, there = (list(form.finditer(side)) for side in (match.source.plain, match.target.plain))
    ours, theirs = ([one[group].casefold() for one in side] for side in (here, there))
    lost = [one for one, text in zip(here, ours, strict=True) if text not in theirs]
    new = [one for one, text in zip(there, theirs, strict=True) if text not in ours]
    if len(here) == len(there) and len(lost) == len(new) == 1:
        one, two = lost[0], new[0]
        place = match.target.inline.place(*two.span(group))
        where = Difference(match, place, match.source.inline.place(*one.span(group)))
        yield where.problem(two[group], one[group], evidence=evidence, put=one[group])


def is_protected(number: str) -> bool:
    """Whether no language puts a number in words."""
    return not number.isdecimal() or (int(number) > SMALL and number != ALL)


def said(text: str) -> set[str]:
    """The numbers of a text by their digits, also of times, of two that a space parts, and what a word multiplies."""
    found = [*ANY.finditer(text), *CLOCK.finditer(text)]
    counted = {significant(number[0]) for number in found if COUNTED.match(text, number.end())}
    each = {part for number in found for part in (*parts(number[0]), *map(digits_of, number[0].split()))}
    return {digits_of(number[0]) for number in found} | each | counted


def parts(number: str) -> set[str]:
    """The digits of each number of several, as `said` gives them."""
    return {digits_of(part) for part in DIGITS.findall(number)}


def counted(number: re.Match[str]) -> list[str]:
    """How a number is written that a word multiplies by a hundred at least, without its zeros."""
    shown = significant(number[0])
    is_round = len(digits_of(number[0])) - len(shown) + 1 >= FEWEST_ZEROS
    return [shown] if is_round or SCALE.match(number.string, number.end()) else []


def significant(number: str) -> str:
    """The same without the zeros at its end, marked as such."""
    return digits_of(number).rstrip("0") + "…"
