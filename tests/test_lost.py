"""Protected words that a translation lost: where they count as lost, what became of them, and one finding for each."""

from __future__ import annotations

import time

import pytest

from doclint import engine, rulebook
from doclint.engine import Subject
from doclint.finding import Finding
from doclint.page.markdown import parse
from doclint.pair import Pair, Trust

RULES = rulebook.load()


def findings(source: str, target: str, *, trust: Trust = Trust.PROVEN) -> list[Finding]:
    """What all rules together say."""
    page = parse(target, "parcels.md")
    found, broken = engine.check(Subject(Pair(page, parse(source, "parcels.md"), trust), "parcels.md", target), RULES)
    assert broken == []
    return found


def test_a_name_that_moved_to_another_paragraph_is_not_lost() -> None:
    assert findings("The depotState is set.\n\nThen go.\n", "Задайте.\n\nЗатем depotState.\n") == []


@pytest.mark.parametrize(
    "target",
    [
        pytest.param("depotStateを設定します。\n", id="kana"),
        pytest.param("depotState는 필수입니다.\n", id="a Korean particle"),
        pytest.param("Das depotState-Objekt.\n", id="a German compound"),
        pytest.param("Aseta depotState:n arvo.\n", id="a Finnish ending"),
        pytest.param("depotState'in değeri.\n", id="a Turkish ending"),
        pytest.param("Der Wert des depotStates.\n", id="a genitive"),
        pytest.param("`depotState` 값을 설정합니다.\n", id="put into code"),
    ],
)
def test_grammar_glued_to_a_name_leaves_it(target: str) -> None:
    assert findings("Set the depotState value.\n", target) == []


def test_a_link_in_a_type_column_is_one_finding() -> None:
    source = "|Property|Type|\n|---|---|\n|id|[parcelRoute](parcelroute.md)|\n"
    [found] = findings(source, source.replace("[parcelRoute]", "[парцелрауте]").replace("Property", "Свойство"))
    assert (found.rule, found.expected) == ("type-name-changed", "parcelRoute")
    assert "link-text-changed" in found.also


def test_a_link_without_english_is_one_finding() -> None:
    target = "См. [парцелрутеплан](../resources/parcelrouteplan.md).\n"
    found, _ = engine.check(Subject(Pair(parse(target, "a.md")), "a.md", target), RULES)
    assert [(it.rule, it.expected) for it in found] == [("link-text-changed", "parcelrouteplan")]


def test_a_part_of_a_lost_name_is_not_lost_as_well() -> None:
    source = "```\nDepotKit\n```\n\nInstall DepotKit.Core.Client first.\n"
    [found] = findings(
        source, source.replace("Install", "Установите").replace("DepotKit.Core.Client", "Depotkit. Core. Client")
    )
    assert (found.expected, found.found) == ("DepotKit.Core.Client", "Depotkit. Core. Client")


def test_half_of_what_became_of_a_name_is_not_put_back_unasked() -> None:
    source = '## <a name="list-parcelview"></a>List parcelView\n'
    target = '## <a name="list-parcelview"></a>Список просмотров парцела\n'
    assert [found.fix and found.fix.is_safe for found in findings(source, target)] in ([None], [False])


def test_a_source_of_another_version_is_held_to_what_one_sees() -> None:
    """A sentence that merely lacks the name may have been written otherwise in the version that was translated."""
    source, target = "Set the depotState value.\n", "Задайте значение.\n"
    assert findings(source, target, trust=Trust.PAIRED) == []
    assert [found.rule for found in findings(source, target)] == ["identifier-in-prose-changed"]


def test_many_lost_names_take_linear_time() -> None:
    source = "".join(f"Set part{number}Name now.\n\n" for number in range(1500))
    target = "".join(f"Задайте парт{number}наме теперь.\n\n" for number in range(1500))
    start = time.process_time()
    assert len(findings(source, target)) == 1500
    assert time.process_time() - start < 20
