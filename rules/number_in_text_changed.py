"""A number in running text - a limit, a version, a status code, a year - says the same in every language.

Compared are the numbers of headings, paragraphs, list items and cells by their digits, in whatever script and with
whatever signs between them, dates as `2024-05-01`, and the letter that says how many bytes (`4 GiB`). A small number is
compared where all others of the text stand, since languages write it as a word, and clocks by twelve or twenty-four
hours. Left alone are parts of names (`x86-64`); round numbers that a language counts otherwise (`10,000` as 1万,
`380,000` as 38万); times in another unit (`60 minutes` as 1 hour) or with other signs (`17.30` as 17:30); and numbers
that the text says in code or in an address. Of these, and of numbers in tags and examples, the one of a part that is
another is told only where history shows that the translation had it right.
"""

from collections.abc import Iterator

from doclint.api import (
    Bad,
    Good,
    Kind,
    Pair,
    Problem,
    Severity,
    Trust,
    are_numbers_kept,
    forms_swapped,
    number_exchanged,
    numbers_lost,
    small_number_changed,
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


def check(pair: Pair) -> Iterator[Problem]:
    unlike = [match for match in pair.reworded if not are_numbers_kept(match.source.text, match.target.text)]
    numbers = set(map(id, unlike))
    for match in pair.differing:
        if match.is_sure and match.target.kind is not Kind.TITLE:
            if id(match) in numbers:
                yield from small_number_changed(match)
                yield from numbers_lost(pair, match)
            yield from forms_swapped(match)
    if pair.trust is Trust.PROVEN:  # no history is asked
        return
    for match in unlike:
        yield from number_exchanged(match)
    for block in pair.html:
        yield from () if block.target.is_comment else number_exchanged(block)
    for code in pair.codes:
        yield from number_exchanged(code)
