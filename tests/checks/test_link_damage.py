"""Damage to links, directives, anchors and markup is found wherever it is done, named, and put back."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doclint.checks import Problem
from doclint.engine import engine, rulebook
from doclint.page.markdown import parse
from doclint.pair import Pair
from doclint.text import Trust
from doclint.text.spans import apply
from tests.checks.linkdamage import KINDS, Kind, damaged

RULES = {rule.name: rule for rule in rulebook.load()}
MINE = sorted({kind.rule for kind in KINDS})

PAGE = """# {title}

[!INCLUDE [{text}](../includes/beta-note.md)]

> [!NOTE]
> {text} [{word}](../resources/parcel-window.md) {more}

## <a id="late-parcels"></a>{title}

{text} **{word}** {more} [{word}](../api/depot-list.md#filters) {more} `id` {{depot-id}} {more}

|{word}|{word}|
|---|---|
|{text}|/parcels/{{parcel-id}}/[{word}](https://docs.contoso.com/api/courier-route) {more}|

# [HTTP](#tab/http)

{text} [{word}][depot] {more}

# [JavaScript](#tab/javascript)

{text}

[depot]: ../resources/depot.md
"""

ENGLISH = PAGE.format(title="Parcels", text="See", word="parcel", more="again")

TRANSLATIONS = {
    "ru": PAGE.format(title="Посылки", text="См.", word="посылка", more="снова"),
    "ja": PAGE.format(title="荷物", text="参照", word="荷物", more="再び"),
    "ar": PAGE.format(title="طرود", text="انظر", word="طرد", more="مجددا"),
    "hi": PAGE.format(title="पार्सल", text="देखें", word="पार्सल", more="दोबारा"),
    "el": PAGE.format(title="Δέματα", text="Βλέπε", word="δέμα", more="ξανά"),
    "de": PAGE.format(title="Pakete", text="Siehe", word="Paket", more="nochmals"),
}


def problems(target: str, rule: str, trust: Trust = Trust.PROVEN) -> list[Problem]:
    return list(engine.problems(RULES[rule], Pair(parse(target), parse(ENGLISH), trust)))


@pytest.mark.parametrize("rule", MINE)
@pytest.mark.parametrize("locale", TRANSLATIONS)
def test_clean_pages_are_clean(locale: str, rule: str) -> None:
    assert problems(TRANSLATIONS[locale], rule) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@settings(max_examples=60, deadline=None)
@given(locale=st.sampled_from(sorted(TRANSLATIONS)), seed=st.integers(0, 2**32))
def test_damage_is_found_and_put_back(kind: Kind, locale: str, seed: int) -> None:
    clean = TRANSLATIONS[locale]
    harmed = damaged(kind, clean, Random(seed))
    if harmed is None:
        assert kind.rule == "markup-glued"  # only scripts with capitals are judged
        return
    found = problems(harmed.text, kind.rule)
    assert len(found) == 1, (harmed.text, found)
    (problem,) = found
    assert problem.span.start <= harmed.start + len(harmed.expected)
    assert problem.span.end >= harmed.start
    if kind.expects:
        assert (problem.expected or "").casefold() == harmed.expected.casefold()
    if problem.fix and problem.fix.is_safe:
        mended = apply(harmed.text, problem.fix.edits)
        assert problems(mended, kind.rule) == []
        if kind.rule != "reference-link-undefined":
            assert mended == clean


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_no_other_rule_of_these_speaks_of_it(kind: Kind, seed: int) -> None:
    harmed = damaged(kind, TRANSLATIONS["ru"], Random(seed))
    assert harmed is not None
    for rule in MINE:
        if rule != kind.rule:
            assert problems(harmed.text, rule) == [], rule
