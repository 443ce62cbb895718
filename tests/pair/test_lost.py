"""Protected words that a translation lost: where they count as lost, what became of them, and one finding for each."""

from __future__ import annotations

import time

import pytest

import doclint
from doclint.engine import Finding, Verdict, engine, rulebook
from doclint.engine.subject import Subject
from doclint.page.markdown import parse
from doclint.pair import Pair
from doclint.text import Severity, Trust

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
    assert [found.verdict for found in findings(source, target, trust=Trust.PAIRED)] == [Verdict.NEEDS_REVIEW]
    assert [found.rule for found in findings(source, target)] == ["identifier-in-prose-changed"]


def test_many_lost_names_take_linear_time() -> None:
    source = "".join(f"Set part{number}Name now.\n\n" for number in range(1500))
    target = "".join(f"Задайте парт{number}наме теперь.\n\n" for number in range(1500))
    start = time.process_time()
    assert len(findings(source, target)) == 1500
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        pytest.param(
            "A **depotState** is a **depotState** object.\n",
            "Ein **depotState** ist ein **epotState**-Objekt.\n",
            "epotState",
            id="bold, where it also stands untouched",
        ),
        pytest.param(
            "A [depotState](depotstate.md).\nThe **depotState** owner is set.\n",
            "[depotState](depotstate.md).\nВладелец **DepotState** задан.\n",
            "DepotState",
            id="bold, beside an untouched link",
        ),
        pytest.param(
            "Lists the [depotRoutes][] of a day.\n\n[depotRoutes]: depotroute.md\n",
            "Listet die [DepotRoutes][] eines Tages.\n\n[depotRoutes]: depotroute.md\n",
            "DepotRoutes",
            id="a label has no case",
        ),
        pytest.param(
            "Derived from [depotState].\n\n[depotState]: depotstate.md\n",
            "Производный от [депотстате].\n\n[депотстате]: depotstate.md\n",
            "депотстате",
            id="changed in its definition too",
        ),
        pytest.param(
            "A list of [depotState](depotstate.md)s.\n",
            "Список [депотстате](depotstate.md).\n",
            "депотстате",
            id="with an ending glued to the link",
        ),
    ],
)
def test_each_place_of_a_name_is_compared(source: str, target: str, found: str) -> None:
    assert [it.found for it in findings(source, target) if it.expected in ("depotState", "depotRoutes")] == [found]


def test_words_glued_to_a_link_leave_its_name() -> None:
    source = "To make the [depotState](depotstate.md) is required.\n"
    found = findings(source, "Zum Anlegen ist [depotState](depotstate.md)erforderlich.\n")
    assert [it.rule for it in found if it.expected] == []


def test_capitals_at_the_start_of_a_sentence_as_in_the_english() -> None:
    source = "Depot.io is a library.\n\nUse it with depot.io now, see [depot.io](https://depot.io).\n"
    target = "Depot.io ist es.\n\nDepot.io nutzt es, siehe [depot.io](https://depot.io).\n"
    assert findings(source, target) == []


def test_a_comment_behind_a_paragraph_is_no_place_of_a_name() -> None:
    source = 'Set it:\n<!-- "parcels.depotState" -->\n\nThe **depotState** is set.\n'
    target = 'Festlegen:<!-- "parcels.depotState" -->\n\nDer **DepotState** ist gesetzt.\n'
    assert [(it.expected, it.found) for it in findings(source, target)] == [("depotState", "DepotState")]


def test_paragraphs_stand_side_by_side_though_a_comment_was_lost() -> None:
    source = "Get a **depotState** of it:\n<!-- { } -->\n```\nGET /depots\n```\nGet a **parcel**:\n"
    target = "Erhalten Sie **DepotState**:<!-- { } -->\n```\nGET /depots\n```\n**Paket** abrufen:\n"
    assert [(it.expected, it.found, it.confidence.name) for it in findings(source, target)] == [
        ("depotState", "DepotState", "HIGH")
    ]


def test_a_placeholder_in_a_damaged_request_is_one_finding() -> None:
    source = "|Task|Request|\n|---|---|\n|Get a depot|GET /depots/{depot-id}|\n"
    target = "|Задача|Запрос|\n|---|---|\n|Получить склад|ПОЛУЧИТЬ /депотс/{депот-ИД}|\n"
    [found] = findings(source, target)
    assert (found.rule, found.expected) == ("wire-literal-changed", "GET /depots/{depot-id}")
    assert "placeholder-changed" in found.also


def test_a_plural_is_not_sought_in_the_singular_beside_it() -> None:
    source = "The depotIds are kept, and the depotId of a parcel too.\n"
    assert [it.found for it in findings(source, "倉庫の Ds と荷物の depotId は保持されます。\n")] != ["depotId"]


SLIP = "A depotState is set.\n\n{}\n"


@pytest.mark.parametrize("is_exact", [True, False])
@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        pytest.param("Give its DoorID.\n", "Укажите ДоорИД.\n", ["ДоорИД"], id="a capital inside"),
        pytest.param("A DepotDoorState is set.\n", "Депотдоорстейт задан.\n", ["Депотдоорстейт"], id="three words"),
        pytest.param(
            "A DoorState.\n\nSee doorState.\n", "Доорстате.\n\nСм. doorState.\n", ["Доорстате"], id="of the page"
        ),
        pytest.param("Use DoorShop.\n", "Используйте Доршоп.\n", [], id="a brand by its sound"),
        pytest.param("It has 5 KiB.\n", "Их 5 КиБ.\n", [], id="a unit"),
        pytest.param("**DoorShop** sells [DoorShop](a.md).\n", "**ДоорШоп** и [ДоорШоп](a.md).\n", [], id="a shop"),
        pytest.param("Of the /beta version.\n", "Версии /Beta.\n", ["/Beta"], id="a path"),
        pytest.param("Of the /beta version.\n", "ベータ版の。\n", [], id="a path as a loanword"),
        pytest.param("In contoso.fleet here.\n", "В Contoso. Fleet здесь.\n", ["Contoso. Fleet"], id="a namespace"),
        pytest.param("In contoso.fleet here.\n", "В Contoso.Fleet здесь.\n", [], id="capitals of a site"),
        pytest.param(
            "Needs Door.Read.All now.\n",
            "Нужно Дверь. Чтение. Все. сейчас.\n",
            ["Дверь. Чтение. Все"],
            id="a permission of three sentences",
        ),
        pytest.param(
            "Door.Read.All or Depot.Read.All.\n",
            "Depot.read.all、またはすべて。\n",
            ["Depot.read.all"],
            id="a permission is not another one",
        ),
        pytest.param(
            "**depotRoutes** go. DepotRoutes end.\n",
            "**депотрутес** едут. Депотрутес кончились.\n",
            ["депотрутес", "Депотрутес"],
            id="in bold and plain",
        ),
        pytest.param(
            SLIP.format("Of the depotState.Required."),
            SLIP.format("Из depotState. Обязательно."),
            [],
            id="the English lacks a space behind a sentence",
        ),
        pytest.param(SLIP.format("The depotStateof it."), SLIP.format("Его depotState."), [], id="and behind a name"),
        pytest.param(
            "## A dockDor is open\n\nA `dockDoor`.\n", "## dockDoor открыта\n\nЭто `dockDoor`.\n", [], id="a letter"
        ),
        pytest.param("Set `dockdoor`. See `dockDoor`.\n", "Есть `dockDoor`. См. `dockDoor`.\n", [], id="a capital"),
        pytest.param(
            "One of `left`, `rihgt`, `up`. See `right`.\n",
            "Одно из: `left`, `right`, `up`. См. `right`.\n",
            [],
            id="a value of a list",
        ),
        pytest.param(
            "Values: left, dockDoor,upDown.Required\n", "Значения: left, dockDoor, upDown. Да.\n", [], id="spaces"
        ),
        pytest.param("Values: _left_, _upDown_, _on_.\n", "( _left, upDown, on_ ).\n", [], id="emphasis around all"),
        pytest.param(
            "Values (_upDown, left, on, off, dockDoor_).\n",
            "Значения (_upDown, слева, on, off, dockDoor_).\n",
            ["слева"],
            id="in it",
        ),
    ],
)
def test_what_became_of_a_name_in_running_text(source: str, target: str, told: list[str], is_exact: bool) -> None:
    found = [it for it in doclint.check(source, target, locale="ru", exact=is_exact) if it.rule != "emphasis-broken"]
    assert [(it.found, it.severity) for it in found] == [(word, Severity.WARNING) for word in told]


def test_a_name_inside_of_one_that_stands_is_not_sought_there() -> None:
    found = doclint.check("The depotState and the depotStateValue.\n", "Состояние и depotStateValue.\n", exact=True)
    assert [(it.expected, it.fix) for it in found] == [("depotState", None)]
