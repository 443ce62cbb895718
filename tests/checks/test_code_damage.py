"""Damage to code and values, put at random into clean pages of several scripts, is found where it is, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doclint.engine import engine, rulebook
from doclint.engine.subject import Subject
from doclint.page.markdown import parse
from doclint.pair import Pair
from doclint.text import Trust

RULES = rulebook.load()

BODY = """\

<!-- {{ "blockType": "request", "name": "send_parcel" }} -->
```http
POST https://example.com/v1/depots/{{id}}/parcels
Prefer: return=minimal

{{ "weightClass": "overSized", "isHeld": true, "count": 3 }}
```

{set}

{values}

```python
def send(parcel, depot=None):  # {comment}
    return depot.accept(parcel, retries=3)
```

```sh
courier send --keep-route ./parcels/today/list.csv
```
"""
ENGLISH = "# Parcels\n" + BODY.format(
    set="Set `weightClass` to `overSized` before you call `sendParcel()`.",
    values="Possible values are: `notSent`, `inTransit`, `heldBack`, `handedOver`.",
    comment="the nearest depot",
)
PAGES = {
    "ru": (
        "# Посылки\n",
        "Задайте `weightClass` значение `overSized` и вызовите `sendParcel()`.",
        "Значения: {}.",
        ", ",
    ),
    "ja": (
        "# 小包\n",
        "`sendParcel()` を呼び出す前に `weightClass` を `overSized` に設定します。",
        "値は{}です。",
        "、",
    ),
    "ar": ("# الطرود\n", "عيّن `weightClass` إلى `overSized` قبل استدعاء `sendParcel()`.", "القيم: {}.", "، "),
    "hi": ("# पार्सल\n", "`weightClass` को `overSized` पर सेट करें, फिर `sendParcel()`।", "मान: {}।", ", "),
    "de": ("# Pakete\n", "Setzen Sie `weightClass` auf `overSized`, dann `sendParcel()`.", "Werte: {}.", ", "),
}
WORDS = {
    "ru": ["вПути", "ВесовойКласс", "посылка", "Задержано", "отправить"],
    "ja": ["重量クラス", "送信", "保留中", "パーセル", "集配所"],
    "ar": ["فئةالوزن", "إرسال", "محتجز", "طرد", "مستودع"],
    "hi": ["भारवर्ग", "भेजें", "रोका", "पार्सल", "डिपो"],
    "de": ["gewichtsKlasse", "unterwegsZum", "zurückGehalten", "sendePaket", "lagerOrt"],
}
VALUES = ("notSent", "inTransit", "heldBack", "handedOver")


def page(locale: str, values: tuple[str, ...] = VALUES) -> str:
    heading, settings, sentence, separator = PAGES[locale]
    return heading + BODY.format(
        set=settings,
        values=sentence.format(separator.join(f"`{value}`" for value in values)),
        comment=WORDS[locale][-1],
    )


def found(text: str, locale: str, trust: Trust = Trust.PROVEN) -> list[tuple[str, int, int]]:
    """Code, start and end of the findings of all rules."""
    pair = Pair(parse(text), parse(ENGLISH), trust, locale)
    findings, broken = engine.check(Subject(pair, "page.md", text), RULES)
    assert broken == []
    return [(finding.code, *finding.place.span) for finding in findings]


Kind = tuple[str, str, Callable[[str], str]]
"""A rule, what of the page is damaged, and how, with a word of the language."""

REPLACED: list[Kind] = [
    *(("DL303", f"`{name}`", lambda word: f"`{word}`") for name in ("weightClass", "overSized", "sendParcel()")),
    *(("DL304", f"`{name}`", lambda word: f"`{word}`") for name in VALUES),
    ("DL306", "POST", lambda word: word),
    ("DL306", "/parcels\n", lambda word: f"/{word}\n"),
    ("DL306", "Prefer", lambda word: word),
    *(("DL307", name, lambda word: word) for name in ("def", "return depot", "accept", "None")),
    ("DL307", "--keep-route", lambda word: "--route-behalten"),
    ("DL307", "retries=3", lambda word: "retries="),
    ("DL307", "retries=3", lambda word: "retries=4"),
    ("DL308", "blockType", lambda word: word),
    ("DL308", '"request"', lambda word: f'"{word}"'),
    ("DL302", 'overSized",', lambda word: f'{word}",'),
    ("DL309", ' "weight', lambda word: ' "" "weight'),
    ("DL503", "```python", lambda word: "\u200b```python"),
]


@pytest.mark.parametrize("locale", PAGES)
@pytest.mark.parametrize("trust", [Trust.PAIRED, Trust.PINNED, Trust.PROVEN], ids=str)
def test_a_clean_page_is_clean(locale: str, trust: Trust) -> None:
    assert found(page(locale), locale, trust) == []


@given(st.data())
def test_what_was_replaced_is_found_there_and_nowhere_else(data: st.DataObject) -> None:
    locale = data.draw(st.sampled_from(sorted(PAGES)))
    rule, name, damage = data.draw(st.sampled_from(REPLACED))
    text = page(locale)
    start = text.index(name)
    new = damage(data.draw(st.sampled_from(WORDS[locale][:-1])))  # the last one stands in the comment
    damaged = text[:start] + new + text[start + len(name) :]
    said = found(damaged, locale)
    assert rule in {code for code, *_ in said}
    assert all(first < start + len(new) + 1 and start <= last for _, first, last in said), said


@given(st.data())
def test_a_list_that_lost_gained_or_scrambled_its_values_is_one_finding(data: st.DataObject) -> None:
    locale = data.draw(st.sampled_from(sorted(PAGES)))
    kind = data.draw(st.sampled_from(["lost", "gained", "reordered"]))
    values = list(VALUES)
    at = data.draw(st.integers(0, len(values) - 1))
    if kind == "lost":
        del values[at]
    elif kind == "gained":
        values.insert(max(at, 1), "strayValue")
    else:
        values = [*values[at:], *values[:at]] if at else values[::-1]
    assert [code for code, *_ in found(page(locale, tuple(values)), locale)] == ["DL304"]


@given(st.sampled_from(sorted(PAGES)), st.integers(2, 9), st.booleans())
def test_separators_in_a_row_are_one_finding_with_english_and_without(locale: str, count: int, has_space: bool) -> None:
    sign = PAGES[locale][3].strip()
    orphans = (sign + " " * has_space) * count
    text = page(locale).replace(f"`{sign}", f"`{orphans}", 1)
    assert [code for code, *_ in found(text, locale)] == ["DL305"]
    alone, _ = engine.check(Subject(Pair(parse(text)), "page.md", text), RULES)
    assert [finding.code for finding in alone] == ["DL305"]


@pytest.mark.parametrize("locale", PAGES)
def test_spans_that_lost_the_space_between_are_one_finding(locale: str) -> None:
    text = page(locale).replace("`notSent`" + PAGES[locale][3] + "`inTransit`", "`notSent``inTransit`")
    assert [code for code, *_ in found(text, locale)] == ["DL502"]


@pytest.mark.parametrize("locale", PAGES)
def test_a_fence_that_nothing_closes_is_found(locale: str) -> None:
    text = page(locale).removesuffix("```\n")
    assert [code for code, *_ in found(text, locale)] == ["DL503"]


@pytest.mark.parametrize("locale", PAGES)
def test_comments_strings_and_placeholders_are_free(locale: str) -> None:
    text = page(locale).replace("{id}", "{id}").replace("retries=3)", "retries=3)  # " + WORDS[locale][0])
    assert found(text, locale) == []


def test_a_translated_placeholder_in_a_request_is_a_warning() -> None:
    text = page("ru").replace("{id}", "{номер}")
    pair = Pair(parse(text), parse(ENGLISH), Trust.PROVEN, "ru")
    findings, _ = engine.check(Subject(pair, "page.md", text), RULES)
    assert [(f.code, str(f.severity), f.expected) for f in findings] == [("DL306", "warning", "{id}")]
