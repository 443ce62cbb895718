"""The bug list of an audit comes back from the vendor with answers, and `accept --from` reads them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import Result

from tests.commandline import doclint

HEAD = "|Member|Value|\n|:---|:---|\n"
ENGLISH = f"# Parcels\n\n{HEAD}|inTransit|0|\n|delivered|1|\n|returned|2|\n"
RUSSIAN = f"# Посылки\n\n{HEAD}|Интрансит|0|\n|деливеред|1|\n|ретурнед|2|\n"
WHY = "this is what the depot calls it"
LIST, FILE = Path("out/bugs-ru-RU.xlsx"), Path("doclint.accept.ru-RU.toml")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        for file, text in ((f"en/{name}.md", ENGLISH), (f"ru-RU/{name}.md", RUSSIAN)):
            Path(file).parent.mkdir(exist_ok=True)
            Path(file).write_text(text, "utf-8")
    Path("doclint.toml").write_text('source = "en"\nlocale = "ru-RU"\n', "utf-8")


def found() -> list[str]:
    done = doclint("check", "ru-RU", "--format", "jsonl")
    assert done.exit_code in (0, 1), done.output
    return sorted(json.loads(line)["found"] for line in done.stdout.splitlines())


def accept(file: Path | str, *options: str) -> Result:
    return doclint("accept", "--path", "ru-RU", "--from", str(file), *options)


def answered(**answers: tuple[str, str]) -> list[list[str]]:
    """The rows of the vendor's list, as a spreadsheet has them, with an answer and a reason for a found word."""
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    assert doclint("audit", "ru-RU", "-o", "out").exit_code == 0
    book = openpyxl.load_workbook(LIST)
    head, *rows = book.worksheets[0].iter_rows()
    names = [cell.value for cell in head]
    for row in rows:
        cells = answers.get(row[names.index("found")].value, ("", ""))
        for name, value in zip(("answer", "reason"), cells, strict=True):
            row[names.index(name)].value = value or None
    book.create_sheet("our notes", 0).append(["thank you"])
    book.save("back.xlsx")
    return [[str(cell.value or "") for cell in row] for row in (head, *rows)]


def as_csv(rows: list[list[str]], divider: str) -> str:
    room = io.StringIO()
    csv.writer(room, delimiter=divider).writerows(rows)
    return room.getvalue()


THREE = {"Интрансит": ("Rejected", WHY), "деливеред": ("agreed", ""), "ретурнед": ("fixed", "next hand-back")}


def test_what_the_vendor_rejects_is_accepted_in_all_places_with_the_reason() -> None:
    answered(**THREE)
    done = accept("back.xlsx", "--by", "vendor")
    assert (done.exit_code, done.output) == (0, f"{FILE}: 2 accepted\n")
    assert f'reason = "{WHY}"\nby = "vendor"\n' in FILE.read_text("utf-8")
    assert found() == ["деливеред", "деливеред", "ретурнед", "ретурнед"]


@pytest.mark.parametrize("divider", [",", ";", "\t"])
def test_csv_is_read_however_a_spreadsheet_divides_it(divider: str) -> None:
    Path("back.csv").write_text(as_csv(answered(**THREE), divider), "utf-8-sig")
    assert accept("back.csv").exit_code == 0
    assert "Интрансит" not in found()


def test_a_list_opens_with_the_answers_to_choose_from() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    answered()
    sheet = openpyxl.load_workbook(LIST).worksheets[0]
    (asked,) = sheet.data_validations.dataValidation
    column = [cell.value for cell in sheet[1]].index("answer")
    (cells,) = asked.ranges.ranges
    assert (asked.formula1, cells.min_col) == ('"agreed,rejected,fixed"', column + 1)


def test_a_rejection_says_why_or_takes_the_reason_of_the_run() -> None:
    answered(**{"Интрансит": ("rejected", "")})
    refused = accept("back.xlsx")
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert "--reason gives one to all" in refused.stderr
    assert accept("back.xlsx", "--reason", WHY).exit_code == 0
    assert WHY in FILE.read_text("utf-8")


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("a.csv", "cause,answer,reason\n0,perhaps,x\n", 'row 2: "answer" must be one of agreed, rejected, fixed'),
        ("a.csv", "cause,answer,reason\n,rejected,x\n", 'row 2: "cause" is empty'),
        ("a.csv", "cause,answer,reason\n0,,\n1,agreed,\n", "nothing to accept"),
        ("a.csv", "expected,found\n1,2\n", "has no columns cause, answer, reason"),
        ("a.csv", "", "has no columns cause, answer, reason"),
        ("a.xlsx", "no workbook", "is not a workbook that can be read"),
    ],
)
def test_a_list_that_cannot_be_read_is_an_error_in_one_line(file: str, content: str, message: str) -> None:
    if file.endswith("xlsx"):
        pytest.importorskip("openpyxl")
    Path(file).write_text(content, "utf-8")
    done = accept(file)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1), done.output
    assert message in done.stderr
    assert not FILE.exists()


def test_a_cause_that_is_gone_is_named() -> None:
    Path("a.csv").write_text("cause,answer,reason\n0123456789ab,rejected,x\n", "utf-8")
    done = accept("a.csv")
    assert (done.exit_code, "there is no cause 0123456789ab" in done.stderr) == (1, True)
