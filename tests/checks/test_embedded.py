"""English inside the page may be a corrupt copy: it is held to the English page, else to the page's own numbers."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.commandline import doclint

ENGLISH = """# parcelState enum type

|Member|Value|
|:---|:---|
|inTransit|0|
|loaded|1|
|userDefined|2|
|lost|3|
|free|4|
|open|5|
"""
Row = tuple[str, str, str, str]
"""Member and value, each in the page and in its embedded English."""
ROWS: list[Row] = [
    ("inTransit", "inTransit", "0", "0%"),
    ("loaded", "Loaded", "1", "-1"),
    ("userDefined", "User-defined", "2", "{2}"),
    ("Потеряна", "lost", "3", '"3"'),
    ("free", "Free", "4", "-4"),
    ("open", "open", "SP5", "5"),
]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def beside(target: str, english: str) -> str:
    opened = '<span data-ttu-id="1a2b3-101">', '<span class="sxs-lookup"><span data-stu-id="1a2b3-101">'
    return f"{opened[0]}{target}</span>{opened[1]}{english}</span></span>"


def page(rows: list[Row], *, front: str = "", more: str = "") -> str:
    """A side-by-side page of one table of an enum, in the form of 2018."""
    lines = [f"|{beside(member, ours)}|{beside(value, theirs)}|" for member, ours, value, theirs in rows]
    title = f'# <a name="parcelstate-enum-type"></a>{beside("Перечисление parcelState", "parcelState enum type")}'
    head = f"|{beside('Элемент', 'Member')}|{beside('Значение', 'Value')}|"
    return "\n".join([f"{front}{title}", "", head, "|:---|:---|", *lines, more, ""])


def lay(text: str, english: str | None = None) -> Path:
    for name, content in (("ru/page.md", text), ("en/page.md", english)):
        if content is not None:
            Path(name).parent.mkdir(exist_ok=True)
            Path(name).write_text(content, encoding="utf-8")
    return Path("ru/page.md")


def checked(*arguments: str) -> Result:
    done = doclint(*arguments, "--jobs", "1", "--no-cache")
    assert done.exit_code in (0, 1), done.output
    return done


def found(*arguments: str) -> dict[str, dict[str, Any]]:
    """The findings on the page, by what stands there."""
    done = checked("check", "ru/page.md", "--locale", "ru", "--format", "jsonl", *arguments)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len({row["found"] for row in rows}) == len(rows)
    return {row["found"]: row for row in rows}


def safely(*arguments: str) -> set[str]:
    """What the findings say stands where a safe fix puts something else."""
    return {text for text, row in found(*arguments).items() if row["fix"] and row["fix"]["safe"]}


def test_number_that_the_column_bears_out_is_a_note_about_the_english() -> None:
    lay(page(ROWS))
    rows = found()
    assert {text: row["severity"] for text, row in rows.items() if text.isdecimal()} == {"1": "note", "4": "note"}
    for text in ("1", "4"):
        assert rows[text]["message"] == (
            f'the embedded English looks wrong: it says "-{text}", the numbers of the column "{text}"'
        )
        assert (rows[text]["expected"], rows[text]["fix"]) == (None, None)
    assert {row["trust"] for row in rows.values()} == {"embedded"}


def test_fix_writes_no_corrupt_english_into_the_page() -> None:
    file = lay(page(ROWS))
    checked("fix", "ru/page.md")
    assert file.read_text("utf-8") == page([*ROWS[:3], ("lost", "lost", "3", '"3"'), *ROWS[4:]])
    checked("fix", "ru/page.md", "--unsafe")
    asked = [("Loaded", "Loaded", *ROWS[1][2:]), ("User-defined", "User-defined", *ROWS[2][2:])]
    rest = [("lost", "lost", "3", '"3"'), ("Free", "Free", "4", "-4"), ("open", "open", "5", "5")]
    assert file.read_text("utf-8") == page([ROWS[0], *asked, *rest]), "the numbers stay even so"


def test_numbers_and_capitals_are_errors_still_and_no_safe_fixes() -> None:
    lay(page(ROWS))
    rows = found()
    kept = {text: row["expected"] for text, row in rows.items() if row["severity"] == "error"}
    assert kept == {"loaded": "Loaded", "userDefined": "User-defined", "free": "Free", "Потеряна": "lost", "SP5": "5"}
    assert safely() == {"Потеряна"}


def test_copy_that_is_seen_to_be_corrupt_proves_no_capital() -> None:
    rows = [("общий", "General", "0", "0"), ("все", "all", "1", "1"), ("free", "free", "2", "2")]
    lay(page(rows))
    assert safely() == {"общий", "все"}
    lay(page([*rows[:2], ("free", "free", "2", "-2")]))
    assert safely() == {"все"}


@pytest.mark.parametrize(
    "values",
    [
        pytest.param([("3", "-3"), ("4", "-4"), ("6", "-6")], id="the first too"),
        pytest.param([("0", "0"), ("1", "1"), ("2", "-2"), ("-1", "-1")], id="unknown behind the others"),
        pytest.param([("1", "$1"), ("5", "-5"), ("99", "-99"), ("-1", "-1")], id="99"),
        pytest.param([("0", "0%"), ("1", "-1")], id="two"),
    ],
)
def test_all_that_is_wrong_in_the_english_is_a_note(values: list[tuple[str, str]]) -> None:
    lay(page([(f"state{value}", f"state{value}", value, english) for value, english in values]))
    wrong = {value for value, english in values if english == f"-{value}"}
    assert {text: row["severity"] for text, row in found().items()} == dict.fromkeys(wrong, "note")


def test_capitals_inside_a_name_are_no_slip_of_a_copy() -> None:
    lay(page([("InTransit", "inTransit", "0", "0"), ("atDepot", "AtDepot", "1", "1"), ("Free", "free", "2", "2")]))
    assert set(found()) == {"InTransit", "atDepot", "Free"}
    assert safely() == {"InTransit"}


def test_code_of_the_page_proves_capitals() -> None:
    rows = [("Loaded", "loaded", "0", "0"), ("Free", "free", "1", "1")]
    lay(page(rows, more='\n```json\n{"state": "loaded", "other": "free or Free"}\n```'))
    assert set(found()) == {"Loaded", "Free"}
    assert safely() == {"Loaded"}


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([("a", "a", "0", "0"), ("b", "b", "1", "1"), ("c", "c", "3", "2")], id="English that counts too"),
        pytest.param([("a", "a", "10", "1.0"), ("b", "b", "15", "1.5"), ("c", "c", "20", "2.0")], id="decimals"),
        pytest.param([("a", "a", "0", "0"), ("b", "b", "1", "1"), ("c", "c", "1", "-1")], id="minus lost, no series"),
        pytest.param([("a", "a", "0", "0"), ("b", "b", "7", "3"), ("c", "c", "9", "-9")], id="other digits"),
        pytest.param([("a", "a", "нуль", "0"), ("b", "b", "1,1", "1"), ("c", "c", "SP2", "2")], id="no number left"),
    ],
)
def test_damage_is_no_fault_of_the_english(rows: list[Row]) -> None:
    lay(page(rows))
    damaged = {text: row["severity"] for text, row in found().items()}
    wrong = {value for _, _, value, english in rows if value != english and (value, english) != ("9", "-9")}
    assert {text: damaged[text] for text in wrong} == dict.fromkeys(wrong, "error")
    assert safely() == set()


def test_proven_english_takes_the_place_of_the_copy() -> None:
    digest = hashlib.sha1(ENGLISH.replace("\n", "\r\n").encode(), usedforsecurity=False).hexdigest()
    front = f"---\nms.openlocfilehash: {digest}\n---\n"
    rows = [*ROWS[:5], ("open", "open", "SP5", "-5")]
    file = lay(page(rows, front=front), ENGLISH)
    told = found("--source", "en")
    assert {text: (row["expected"], row["trust"], row["source"]["path"]) for text, row in told.items()} == {
        "Потеряна": ("lost", "proven", "en/page.md"),
        "SP5": ("5", "proven", "en/page.md"),
    }
    checked("fix", "ru", "--source", "en")
    right = [*ROWS[:3], ("lost", "lost", "3", '"3"'), ROWS[4], ("open", "open", "5", "-5")]
    assert file.read_text("utf-8") == page(right, front=front)


def test_english_that_was_given_without_a_proof_is_a_witness() -> None:
    rows = [*ROWS[:5], ("open", "open", "SP5", "5")]
    lay(page(rows), ENGLISH + "\n## Notes\n\nOf a later version.\n")
    told = found("--source", "en")
    notes = {text: row["message"] for text, row in told.items() if row["severity"] == "note"}
    assert notes == {
        text: f'the embedded English looks wrong: it says "{english}", the English page "{text}"'
        for text, english in (("loaded", "Loaded"), ("userDefined", "User-defined"), ("free", "Free"))
    } | {text: f'the embedded English looks wrong: it says "-{text}", the English page "{text}"' for text in ("1", "4")}
    assert safely("--source", "en") == {"Потеряна", "SP5"}, "both English pages say 5"
