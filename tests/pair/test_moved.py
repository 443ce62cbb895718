"""What changed places in a page whose English is proven is laid beside its own English, or left alone: no fix harms it."""

from __future__ import annotations

import pytest

import doclint

MEMBERS = ("|Member|Value|Text|", "|inTransit|0|Going.|", "|delivered|1|There.|", "|heldBack|2|Held.|")
RUSSIAN = ("|Элемент|Значение|Текст|", "|inTransit|0|Едет.|", "|delivered|1|Там.|", "|heldBack|2|Ждёт.|")
LINE = "|:---|:---|:---|"
PROPERTIES = "## Properties\n\n|Property|Type|\n|---|---|\n|depotState|String|\n\n"
RELATIONS = "## Relationships\n\n|Relationship|Type|\n|---|---|\n|courier|[person](person.md)|\n\n"
RUSSIAN_PROPERTIES = '## <a name="properties"></a>Свойства\n\n|Свойство|Тип|\n|---|---|\n|depotState|String|\n\n'
RUSSIAN_RELATIONS = '## <a name="relationships"></a>Связи\n\n|Связь|Тип|\n|---|---|\n|courier|[person](person.md)|\n\n'
INCLUDES = "[!INCLUDE [а](two.md)]\n\n[!INCLUDE [а](one.md)]\n"
ENGLISH_REQUESTS = "```http\nGET /me/depots/{id}/state\nGET /groups/{id}/state\nGET /sites/{id}/state\n```\n"


def table(*rows: str) -> str:
    return "\n".join((rows[0], LINE, *rows[1:])) + "\n"


ENGLISH = table(*MEMBERS)


def changed(*order: int, **words: str) -> str:
    """The rows of the translation in another order, 0 the header, with some words put in."""
    text = table(*(RUSSIAN[at] for at in order))
    for old, new in words.items():
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(
    ("source", "target", "rules"),
    [
        pytest.param(ENGLISH, changed(0, 2, 1, 3), [], id="rows swapped"),
        pytest.param(ENGLISH, changed(0, 3, 1, 2), [], id="rows turned"),
        pytest.param(
            ENGLISH,
            changed(0, 2, 1, 3, delivered="доставлено"),
            ["enum-member-changed"],
            id="rows swapped, one of them damaged",
        ),
        pytest.param(
            ENGLISH,
            changed(0, 1, 3, 3),
            ["enum-member-changed", "enum-value-changed"],
            id="one row gone, another twice",
        ),
        pytest.param(ENGLISH, changed(1, 0, 2, 3), None, id="the header changed places with a row"),
        pytest.param(PROPERTIES + RELATIONS, RUSSIAN_RELATIONS + RUSSIAN_PROPERTIES, [], id="sections swapped"),
        pytest.param(
            '<!-- { "section": "documentation", "tocPath": "depots" } -->\n',
            '<!-- { "tocPath": "depots", "section": "documentation" } -->\n',
            [],
            id="members of a comment swapped",
        ),
        pytest.param(
            '```json\n{ "isOpen": true, "isFull": false }\n```\n',
            '```json\n{ "isFull": false, "isOpen": true }\n```\n',
            [],
            id="members of JSON swapped",
        ),
        pytest.param("[!INCLUDE [a](one.md)]\n\n[!INCLUDE [a](two.md)]\n", INCLUDES, None, id="includes swapped"),
        pytest.param(
            ENGLISH_REQUESTS,
            ENGLISH_REQUESTS.replace("GET /me/depots/{id}/state\n", ""),
            None,
            id="one request gone",
        ),
    ],
)
def test_nothing_is_put_over_what_moved(source: str, target: str, rules: list[str] | None) -> None:
    assert doclint.fix(source, target, exact=True) == target
    if rules is not None:
        assert sorted({one.rule for one in doclint.check(source, target, exact=True)}) == rules


@pytest.mark.parametrize(
    ("cells", "damaged"),
    [
        pytest.param("|depotState|String|State.|", "||depotState String|Состояние.|", id="both in one cell"),
        pytest.param(
            "|depotState|sortingHub and more|Needed.|", "|sortingHub||Нужно.|", id="the beginning of the next cell"
        ),
        pytest.param("|depotState|String|State.|", "|String|depotState|Состояние.|", id="two cells swapped"),
        pytest.param("|depotState|String|State.|", "|depotStateStr|ing|Состояние.|", id="a bar a little further"),
        pytest.param("|a|[depotState](depotstate.md)|b|", "|a|[depotdepotstate.md)|б|", id="what is left of a link"),
        pytest.param(
            "|a|[depotState](depotstate.md)|b|", "|a|[depotStateFull(api/depotstate.md)|б|", id="a broken link"
        ),
        pytest.param(
            "|heldBack|String|a|\n|depotState|String|Like heldBack.|",
            "|heldBack|String|а|\n|heldBack.depotState|String|Так.|",
            id="a name from elsewhere glued to it",
        ),
    ],
)
def test_no_fix_is_safe_where_a_bar_or_a_bracket_moved(cells: str, damaged: str) -> None:
    source, target = table("|Property|Type|Description|", cells), table("|Свойство|Тип|Описание|", damaged)
    assert doclint.fix(source, target, exact=True) == target
    assert doclint.check(source, target, exact=True)


def test_the_first_word_of_a_description_is_no_cell_that_moved() -> None:
    """A member that became the word that its own description begins with is put back."""
    source = table(*MEMBERS, "|retry|4|Retry later.|")
    target = table(*RUSSIAN, "|Retry|4|Повторите позже.|")
    assert doclint.fix(source, target, exact=True) == target.replace("Retry", "retry")


def test_names_that_the_translation_mixed_up_in_one_column_move_no_row() -> None:
    source = table("|Member|Value|Text|", "|des|1|DES|", "|tripleDes|2|3DES|")
    target = table("|Элемент|Значение|Текст|", "|3des|1-d|3DES|", "|tripleDes|pbm-2|DES|")
    assert {(one.expected, one.found) for one in doclint.check(source, target, exact=True)} == {
        ("des", "3des"),
        ("1", "1-d"),
        ("2", "pbm-2"),
    }
