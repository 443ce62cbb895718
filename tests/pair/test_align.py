"""What is laid beside what: by witnesses where the source is merely paired, by order where it is known."""

from __future__ import annotations

import pytest

from doclint.page.markdown import parse
from doclint.pair import Pair
from doclint.text import Confidence, Trust

HEAD = "|Member|Value|Description|\n|---|---|---|\n"
RUSSIAN_HEAD = "|Элемент|Значение|Описание|\n|---|---|---|\n"


def pair(source: str, target: str, trust: Trust = Trust.PAIRED) -> Pair:
    return Pair(parse(target, "target.md"), parse(source, "source.md"), trust)


def table(*rows: str, head: str = HEAD) -> str:
    return head + "".join(f"|{row}|\n" for row in rows)


def rows(source: str, target: str, trust: Trust = Trust.PAIRED) -> list[tuple[str, str]]:
    """The lines of both tables that stand side by side, as the second cell and the first."""
    return [
        (
            "|".join(cell.plain for cell in match.source.cells[:2]),
            "|".join(cell.plain for cell in match.target.cells[:2]),
        )
        for found in pair(source, target, trust).tables
        for match in found.rows
    ]


FOUR = ("none|0|Nothing.", "held|1|Held.", "sent|2|Sent.", "lost|3|Lost.")


# rows, with a merely paired source


def test_rows_in_other_order_are_paired_by_name() -> None:
    target = table(
        "lost|3|Утеряна.", "none|нуль|Ничего.", "sent|2|Отправлена.", "held|1,1|Задержана.", head=RUSSIAN_HEAD
    )
    assert rows(table(*FOUR), target) == [
        ("none|0", "none|нуль"),
        ("held|1", "held|1,1"),
        ("sent|2", "sent|2"),
        ("lost|3", "lost|3"),
    ]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(FOUR, ("none|0|あ", "sent|2|う", "lost|3|え"), id="a row is missing in the target"),
        pytest.param((FOUR[0], FOUR[2]), ("none|0|あ", "held|1|い", "sent|2|う"), id="a row more in the target"),
        pytest.param(FOUR[:3], ("held|1|い", "sent|2|う", "lost|3|え"), id="one gone, another come"),
    ],
)
def test_missing_and_extra_rows_have_no_partner(source: tuple[str, ...], target: tuple[str, ...]) -> None:
    found = rows(table(*source), table(*target))
    names = {row.partition("|")[0] for row in source} & {row.partition("|")[0] for row in target}
    assert {one.partition("|")[0] for one, _ in found} == names
    assert all(one == other for one, other in found)


def test_a_name_in_another_script_is_heard() -> None:
    source = table("inTransit|0|a", "failedDelivery|1|b", "onHold|2|c")
    target = table("Онхолд|2|в", "Интрансит|0|а", "Фаиледделивери|1|б", "новый|9|г", head=RUSSIAN_HEAD)
    assert rows(source, target) == [
        ("inTransit|0", "Интрансит|0"),
        ("failedDelivery|1", "Фаиледделивери|1"),
        ("onHold|2", "Онхолд|2"),
    ]


def test_links_and_code_are_witnesses() -> None:
    source = table("[List parcels](list.md)|a|x", "[Get parcel](get.md)|b|y")
    target = table("[荷物を取得](get.md)|b|y", "[荷物の一覧](list.md)|a|x")
    assert rows(source, target) == [("List parcels|a", "荷物の一覧|a"), ("Get parcel|b", "荷物を取得|b")]


def test_three_names_in_place_vouch_for_the_rest() -> None:
    source = table(*FOUR, "completed|4|Done.")
    target = table("none|0|a", "held|1|b", "sent|2|c", "lost|3|d", "せ|4|完了")
    assert rows(source, target)[-1] == ("completed|4", "せ|4")


def test_the_only_row_left_is_a_guess() -> None:
    found = pair(table("none|0|a", "held|1|b"), table("задержана|1|б", "none|0|а")).tables[0].rows
    assert [(match.source.cells[0].plain, match.target.cells[0].plain) for match in found] == [
        ("none", "none"),
        ("held", "задержана"),
    ]
    assert [match.confidence for match in found] == [Confidence.HIGH, Confidence.LOW]


def test_the_only_row_left_may_be_a_new_one() -> None:
    """In another version a member may have come where another went: a plain name or another number says so."""
    source = table("none|0|a", "held|1|b")
    assert rows(source, table("lost|7|а", "held|1|б")) == [("held|1", "held|1")]
    assert rows(source, table("утеряна|7|а", "held|1|б")) == [("held|1", "held|1")]
    assert rows(source, table("утеряна|нуль|а", "held|1|б"))[0] == ("none|0", "утеряна|нуль")


def test_swapped_numbers_forbid_order() -> None:
    """Rows whose numbers fit each other better crosswise were moved with their damaged names."""
    source = table("alpha|1|a", "beta|2|b", "none|0|c", "held|3|d", "sent|4|e")
    swapped = table("вторая|2|а", "первая|1|б", "none|0|в", "held|3|г", "sent|4|д", head=RUSSIAN_HEAD)
    kept = table("первая|1|а", "вторая|2|б", "none|0|в", "held|3|г", "sent|4|д", head=RUSSIAN_HEAD)
    names = [("alpha|1", "первая|1"), ("beta|2", "вторая|2")]
    assert rows(source, swapped)[:2] == rows(source, kept)[:2] == names
    assert {match.by for match in pair(source, swapped).tables[0].rows[:2]} == {"same number"}


@pytest.mark.parametrize(
    ("target", "by"),
    [
        pytest.param(("sent|2|а", "нет|0|б", "ждёт|1|в"), "same number, with no name to go by", id="one name"),
        pytest.param(("sent|2|а", "held|1|б", "нет|0|в", "lost|3|г", "x|9|д"), "same number", id="three names"),
        pytest.param(("sent|3|а", "нет|0|б", "ждёт|1|в"), "", id="a name has another number"),
        pytest.param(("нет|0|б", "ждёт|1|в"), "", id="two numbers are chance"),
        pytest.param(("held|1|а", "sent|2|б", "нет|0|в", "пусто|0|г"), "", id="two rows have the number"),
    ],
)
def test_members_of_another_order_go_by_their_numbers(target: tuple[str, ...], by: str) -> None:
    found = pair(table(*FOUR), table(*target, head=RUSSIAN_HEAD)).tables[0].rows
    assert [match.by for match in found if match.source.cells[0].plain == "none"] == [by] * bool(by)


@pytest.mark.parametrize(
    ("code", "is_laid"),
    [
        pytest.param('передать("courier", "Can we send it today?")', True, id="its only name is another"),
        pytest.param('shut_all("depot")', False, id="another example"),
    ],
)
def test_code_between_its_neighbours_is_what_became_of_it(code: str, is_laid: bool) -> None:
    page = "{}\n\n```js\n{}\n```\n\n{} `depotLog` {}.\n"
    source = "An added section.\n\n## More\n\n" + page.format(
        "Open `depotKey` now.", 'send_to("courier", "Can we send it today?")', "Then see", "once"
    )
    found = pair(source, page.format("Откройте `depotKey`.", code, "См.", "потом"))
    assert [match.target.text for match in found.codes] == [f"{code}\n"] * is_laid


def test_nothing_to_go_by_pairs_nothing() -> None:
    source = table("cat|red|It purrs.", "dog|blue|It barks.")
    target = table("собака|синий|Лает.", "кошка|красный|Мурлычет.", head=RUSSIAN_HEAD)
    assert rows(source, target) == []


def test_a_section_that_both_pages_name_alike_keeps_its_rows_unless_one_moved() -> None:
    source = "# Pets\n\n## Kinds\n\n" + table("cat|1|It purrs.", "dog|2|It barks.")
    head = '# Питомцы\n\n## <a name="kinds"></a>Виды\n\n'
    kept = head + table("кошка|1,1|Мурлычет.", "собака|2|Лает.", head=RUSSIAN_HEAD)
    moved = head + table("собака|2|Лает.", "кошка|1,1|Мурлычет.", head=RUSSIAN_HEAD)
    assert rows(source, kept) == [("cat|1", "кошка|1,1"), ("dog|2", "собака|2")]
    assert {match.confidence for match in pair(source, kept).tables[0].rows} == {Confidence.LOW}
    assert rows(source, moved) == []


@pytest.mark.parametrize("trust", [Trust.PAIRED, Trust.PROVEN], ids=str)
def test_tables_with_other_columns_are_left_out(trust: Trust) -> None:
    target = "|Элемент|Описание|\n|---|---|\n|none|Ничего.|\n|held|Задержана.|\n"
    assert pair(table(*FOUR[:2]), target, trust).tables == []


def test_repeated_keys_are_no_names() -> None:
    source = table("type|a|x", "type|b|y", "name|c|z")
    target = table("name|c|я", "type|b|э", "type|a|ю")
    assert rows(source, target) == [("name|c", "name|c")]


# sections, with a merely paired source


def section(slug: str, heading: str, *body: str) -> str:
    return f'## <a name="{slug}"></a>{heading}\n\n' + "\n\n".join(body) + "\n\n"


def test_permuted_sections_are_paired_by_anchor() -> None:
    source = "# Depot\n\n## Members\n\n" + table(*FOUR) + "\n## Notes\n\nKeep it.\n"
    target = (
        '# <a name="depot"></a>デポ\n\n'
        + section("notes", "注記", "保管してください。")
        + section("members", "メンバー", table("none|0|あ", "held|1|い", "sent|2|う", "lost|3|え"))
    )
    found = pair(source, target)
    assert {(match.source.plain, match.target.plain, match.by) for match in found.headings} == {
        ("Depot", "デポ", "slug"),
        ("Members", "メンバー", "slug"),
        ("Notes", "注記", "slug"),
    }
    assert [row.source.cells[0].plain for row in found.tables[0].rows] == ["none", "held", "sent", "lost"]
    assert [(match.source.plain, match.target.plain) for match in found.alignment.texts] == [
        ("Keep it.", "保管してください。")
    ]


def test_a_moved_section_leaves_the_others_where_they_are() -> None:
    """Both pages have one shape, and nothing but the ids tells that two sections changed places."""
    ids = ("first", "second", "third", "fourth", "fifth", "sixth")
    order = ("second", "first", *ids[2:])
    source = "".join(f"## {name.title()}\n\n`{name}` is said.\n\n" for name in ids)
    found = pair(source, "".join(section(name, "Раздел", f"Сказано `{name}`.") for name in order))
    assert {(match.source.plain, match.target.slug) for match in found.headings} == {(one.title(), one) for one in ids}
    assert len(found.alignment.texts) == len(ids)


def test_a_section_that_is_not_there_has_no_partner() -> None:
    source = "## Members\n\nOne.\n\n## Notes\n\nTwo.\n\n## Errors\n\nThree.\n"
    target = section("members", "Элементы", "Раз.") + section("errors", "Ошибки", "Три.")
    found = pair(source, target)
    assert [(match.source.plain, match.target.plain) for match in found.alignment.texts] == [
        ("One.", "Раз."),
        ("Three.", "Три."),
    ]


def test_headings_without_anchor_and_of_other_number_are_left_out() -> None:
    source = "## Members\n\nOne.\n\n## Notes\n\nTwo.\n"
    assert pair(source, "## Элементы\n\nРаз.\n").headings == []


def test_a_section_is_known_by_its_code_and_links() -> None:
    source = "## Call\n\n[parcel](parcel.md)\n\n```http\nGET /parcels\n```\n\n## Notes\n\nTwo.\n\n## More\n\nThree.\n"
    target = "## Примечания\n\nДва.\n\n## Вызов\n\n[посылка](parcel.md)\n\n```http\nGET /parcels\n```\n"
    (heading,) = pair(source, target).headings
    assert (heading.source.plain, heading.target.plain, heading.by) == ("Call", "Вызов", "order")


def test_code_of_another_version_costs_only_itself() -> None:
    source = "# Depot\n\n## Members\n\n```json\n{}\n```\n\n## Notes\n"
    target = '# Депо\n\n## <a name="members"></a>Элементы\n\n```json\n{ "old": 1, "older": 2 }\n```\n\n## Заметки\n'
    assert [match.source.plain for match in pair(source, target).headings] == ["Depot", "Members", "Notes"]


# with the source that the target was made from


def test_a_proven_source_pairs_by_order() -> None:
    source = table("cat|red|It purrs.", "dog|blue|It barks.")
    target = table("кошка|красный|Мурлычет.", "собака|синий|Лает.", head=RUSSIAN_HEAD)
    (found,) = pair(source, target, Trust.PROVEN).tables
    assert [(match.source.cells[0].plain, match.target.cells[0].plain, match.by) for match in found.rows] == [
        ("cat", "кошка", "order"),
        ("dog", "собака", "order"),
    ]
    assert {match.confidence for match in found.rows} == {Confidence.HIGH}


def test_a_proven_source_outweighs_names() -> None:
    """`ipv4` in the place of ipv6 is another member, not another row."""
    assert rows(table("ipv4|0|a", "ipv6|1|b"), table("ipv6|0|а", "ipv4|1|б"), Trust.PROVEN) == [
        ("ipv4|0", "ipv6|0"),
        ("ipv6|1", "ipv4|1"),
    ]


@pytest.mark.parametrize("trust", [Trust.PROVEN, Trust.EMBEDDED, Trust.PINNED], ids=str)
def test_blocks_of_a_known_source_stand_in_order(trust: Trust) -> None:
    source = "# One\n\nText.\n\n- item\n\n```\ncode\n```\n\n<!-- note -->\n\n## Two\n"
    target = "# 一\n\n本文。\n\n- 項目\n\n```\nコード\n```\n\n<!-- 注 -->\n\n## 二\n"
    found = pair(source, target, trust)
    assert found.alignment.is_whole
    assert [(match.source.plain, match.target.plain) for match in found.headings] == [("One", "一"), ("Two", "二")]
    assert [(match.source.plain, match.target.plain) for match in found.alignment.texts] == [
        ("Text.", "本文。"),
        ("item", "項目"),
    ]
    assert [(match.source.text, match.target.text) for match in found.codes] == [("code\n", "コード\n")]
    assert len(found.alignment.html) == 1


def test_a_lost_row_makes_even_a_proven_table_go_by_names() -> None:
    target = table("none|нуль|Ничего.", "lost|3|Утеряна.", head=RUSSIAN_HEAD)
    assert rows(table(*FOUR), target, Trust.PROVEN) == [("none|0", "none|нуль"), ("lost|3", "lost|3")]


def test_without_a_source_nothing_stands_beside_anything() -> None:
    found = Pair(parse(table(*FOUR)))
    assert (found.tables, found.headings, found.codes, found.title) == ([], [], [], None)
