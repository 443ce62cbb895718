"""What is said of a damaged word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import doclint
from doclint.api import Damage, judge
from doclint.engine.messages import message


@pytest.mark.parametrize(
    ("damage", "text"),
    [
        (Damage.TRANSLITERATED, '"Апплефаилуре" is "appleFailure", transliterated'),
        (Damage.DROPPED, '"appleFailure" is missing'),
        (Damage.ANOTHER_MEMBER, '"Апплефаилуре" stands where "appleFailure" should: it is another valid word'),
    ],
)
def test_message_reads_as_a_sentence(damage: Damage, text: str) -> None:
    assert message("appleFailure", "Апплефаилуре", damage) == text


@pytest.mark.parametrize("damage", Damage)
def test_every_message_is_one_short_line(damage: Damage) -> None:
    text = message("app{0}", "два\n слова {found} " * 100, damage)
    assert '"app{0}"' in text
    assert "\n" not in text
    assert len(text) < 200
    assert not text.endswith(".")


@given(expected=st.text(max_size=40), found=st.text(max_size=60))
def test_something_is_said_of_any_two_texts(expected: str, found: str) -> None:
    if expected != found:
        assert message(expected, found, judge(expected, found))


@pytest.mark.parametrize(
    ("expected", "found", "said"),
    [
        pytest.param("inTransit", "intransit", "with different capitals", id="capitals"),
        pytest.param("a:b", "a：b", "written with U+FF1A (fullwidth colon)", id="a full-width colon has no capital"),
        pytest.param("scan(id)", "scan（id）", "written with U+FF08 (fullwidth left parenthesis)", id="brackets"),
        pytest.param("ok", "ＯＫ", "written with U+FF2F (fullwidth latin capital letter o)", id="full-width letters"),
        pytest.param("a：b", "a:b", "in other character forms", id="the English has the odd one"),
        pytest.param("inTransit", "in\u200bTransit", "with U+200B (zero width space)", id="zero-width space"),
        pytest.param("inTransit", "inTransit\u2060", "with U+2060 (word joiner)", id="word joiner"),
        pytest.param("in transit", "in\u00a0transit", "with U+00A0 (no-break space)", id="no-break space"),
        pytest.param("in\u00adTransit", "inTransit", "without U+00AD (soft hyphen)", id="soft hyphen that is gone"),
        pytest.param("inTransit", "in Transit", "with spaces added", id="spaces added"),
        pytest.param("GET /depots", "GET/depots", "with spaces removed", id="spaces removed"),
        pytest.param("a bc", "ab c", "with spaces moved", id="spaces moved"),
    ],
)
def test_what_is_different_is_named(expected: str, found: str, said: str) -> None:
    assert message(expected, found, judge(expected, found)).endswith(f'" is "{expected}" {said}')


@pytest.mark.parametrize(
    ("expected", "found", "is_half"),
    [
        pytest.param("depotTokens", "depot токены", True, id="one of two words"),
        pytest.param("depotName", "Größe-Name", True, id="letters that English lacks"),
        pytest.param("depotCompliancePolicy", "depotConfiguration", False, id="another name"),
        pytest.param("depotUser", "depotClass в", False, id="another name with a word beside it"),
    ],
)
def test_half_translated_is_what_keeps_a_half_and_translates_the_rest(expected: str, found: str, is_half: bool) -> None:
    assert judge(expected, found) is Damage.HALF_TRANSLATED
    said = message(expected, found, Damage.HALF_TRANSLATED)
    assert said.endswith(", half translated" if is_half else f'stands in place of "{expected}"')


def test_a_finding_names_the_sign_that_nobody_sees() -> None:
    (finding,) = doclint.check("Set `inTransit`.\n", "Установите `in\u200bTransit`.\n", locale="ru", exact=True)
    assert "U+200B (zero width space)" in finding.message


@pytest.mark.parametrize(
    ("expected", "found", "kind", "said"),
    [
        pytest.param("depot@4.3.14", "depot@4.3.13", "renumbered", "with another number", id="number of a name"),
        pytest.param("iosTruckGear", "androidTruckGear", "another-member", 'in place of "iosTruckGear"', id="name"),
        pytest.param("depotCompliancePolicy", "depotConfiguration", "another-member", "in place of", id="other words"),
        pytest.param("truckGear", "truckGaer", "misspelt", ", misspelt", id="slip"),
        pytest.param("configuration", "Konfiguration", "translated", ", translated", id="cousin"),
        pytest.param("warn", "warnen", "translated", ", translated", id="cousin with an ending"),
        pytest.param("presentation", "präsentation", "translated", ", translated", id="cousin by a letter"),
        pytest.param("{{gear}}", "{gear}}", "punctuation-added", "with different punctuation", id="lost sign"),
    ],
)
def test_a_kind_is_told_as_a_reader_would(expected: str, found: str, kind: str, said: str) -> None:
    table = "|Member|Value|\n|---|---|\n|{}|a|\n|other|b|\n"
    (finding,) = doclint.check(table.format(expected), table.format(found), locale="de", exact=True)
    assert finding.damage == kind
    assert said in finding.message
