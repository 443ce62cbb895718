"""`doclint check --against`: two texts, one document, held to the schema that is shipped."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

import doclint
from doclint.cli import main
from tests.conftest import ROOT
from tests.gitrepo import Repo

SCHEMA: dict[str, Any] = json.loads((ROOT / "doclint" / "reports" / "document.schema.json").read_text("utf-8"))
ENGLISH = (
    "# Parcels\n\nUse `inTransit` twice: `inTransit`.\n\n|Member|Value|\n|:---|:---|\n|inTransit|0|\n|delivered|1|\n"
)
RUSSIAN = (
    "# Посылки\n\nДважды `вПути`: `inTransit`.\n\n|Элемент|Значение|\n|:---|:---|\n|inTransit|0|\n|delivered|1,1|\n"
)
REPAIRED = RUSSIAN.replace("вПути", "inTransit").replace("1,1", "1")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("docs/ru-RU").mkdir(parents=True)
    Path("en.md").write_text(ENGLISH, "utf-8")
    Path("docs/ru-RU/a.md").write_text(RUSSIAN, "utf-8")


def check(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["check", "--against", *arguments], input=stdin)


def document(*arguments: str, stdin: str | bytes | None = None) -> Any:
    """What is printed, valid, and `passed` as the exit code says."""
    done = check(*arguments, "--format", "json", stdin=stdin)
    said = json.loads(done.stdout)
    assert list(Draft202012Validator(SCHEMA).iter_errors(said)) == []
    assert said["schema"] == SCHEMA["properties"]["schema"]["const"]
    assert done.exit_code == (0 if said["passed"] else 3 if said["troubles"] else 1)
    return said


def test_the_schema_is_one_and_every_field_says_what_it_is() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    finding = SCHEMA["properties"]["findings"]["items"]
    assert [
        one for part in (SCHEMA, finding) for one in part["properties"].values() if not one.get("description", "1" * 9)
    ] == []
    assert sorted(finding["required"]) == sorted(finding["properties"])
    assert set(json.loads(check("en.md", "docs/ru-RU/a.md", "--format", "jsonl").stdout.splitlines()[0])) == set(
        finding["properties"]
    )


def test_what_was_damaged_where_and_what_to_put_back() -> None:
    said = document("en.md", "docs/ru-RU/a.md", "--exact")
    assert (said["passed"], said["source"], said["target"]) == (False, "en.md", "docs/ru-RU/a.md")
    assert (said["trust"], said["doclint"], said["troubles"]) == ("proven", doclint.VERSION, [])
    assert said["verbatim"] == ["inTransit", "1"]
    assert {one["locale"] for one in said["findings"]} == {"ru-RU"}
    text = RUSSIAN
    for edit in sorted((edit for one in said["findings"] for edit in one["fix"]["edits"]), key=lambda it: -it["start"]):
        text = text[: edit["start"]] + edit["text"] + text[edit["end"] :]
    assert text == REPAIRED
    assert document("en.md", "-", stdin=REPAIRED) == {
        "schema": 1, "doclint": doclint.VERSION, "passed": True, "source": "en.md", "target": "stdin", "trust": "paired",
        "blocks": 3, "compared": 3, "verbatim": [], "findings": [], "troubles": [],
    }  # fmt: skip


def test_it_says_what_the_api_says() -> None:
    said = document("en.md", "docs/ru-RU/a.md")
    found = doclint.check(ENGLISH, RUSSIAN, path="docs/ru-RU/a.md")
    assert [one["message"] for one in said["findings"]] == [one.message for one in found]


def test_standard_input_is_either_side() -> None:
    named = document("en.md", "--stdin-filename", "docs/ru-RU/a.md", stdin=RUSSIAN)
    assert named == document("en.md", "docs/ru-RU/a.md")
    assert document("en.md", stdin=RUSSIAN)["findings"][0]["locale"] is None
    assert document("en.md", "-", "--locale", "ru", stdin=RUSSIAN)["findings"][0]["locale"] == "ru"
    assert document("-", "docs/ru-RU/a.md", stdin=ENGLISH)["verbatim"] == named["verbatim"]


def test_passed_is_what_fail_on_says() -> None:
    page = RUSSIAN.replace("вПути", "inTransit")  # the value alone, a matter for review
    assert document("en.md", stdin=page)["passed"]
    assert not document("en.md", "--fail-on", "warning", stdin=page)["passed"]
    assert document("en.md", "--fail-on", "never", stdin=RUSSIAN)["passed"]
    done = check("en.md", "--exit-zero", "--format", "json", stdin=RUSSIAN)
    assert (done.exit_code, json.loads(done.stdout)["passed"]) == (0, False)


def test_a_translation_that_is_no_text_has_not_passed() -> None:
    for page, said in ((b"", "empty"), (b"\xff\xfe", "not UTF-8")):
        (finding,) = document("en.md", stdin=page)["findings"]
        assert said in finding["message"]


def test_what_was_not_checked_is_said() -> None:
    said = document("en.md", "--page-timeout", "0.000001", stdin=RUSSIAN * 50)
    assert (said["passed"], said["findings"]) == (False, [])
    assert said["troubles"] == ["not checked completely: stdin took longer than 1e-06 seconds"]


def test_the_configuration_holds_and_history_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = Repo(tmp_path / "repo")
    repo.commit({"en.md": ENGLISH.replace("|1|", "|1,1|"), "ru.md": RUSSIAN})
    repo.commit({"en.md": ENGLISH, "doclint.toml": 'ignore = ["DL3"]\n'})
    monkeypatch.chdir(repo.folder)
    (value,) = document("en.md", "ru.md")["findings"]
    assert (value["code"], value["witnesses"]) == ("DL101", [])
    assert document("en.md", "ru.md", "--no-config")["verbatim"] == ["inTransit", "1"]


def test_other_formats_print_what_they_print() -> None:
    done = check("en.md", "docs/ru-RU/a.md", "--exact")
    assert "docs/ru-RU/a.md" in done.stdout
    assert "2 fixable with `doclint fix`" in done.stdout
    check("en.md", "docs/ru-RU/a.md", "--format", "json", "--output", "out.json")
    assert json.loads(Path("out.json").read_text("utf-8"))["schema"] == 1
    assert check("en.md", "docs/ru-RU/a.md", "--quiet").output == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["en.md", "a.md", "b.md"], "--against compares two texts: name one translation, not 2"),
        (["en.md", "a.md", "--source", "docs"], "--against compares two texts: leave out --source"),
        (["en.md", "a.md", "--diff"], "--against compares two texts: leave out --diff"),
        (["-", "-"], "--against - reads the English from standard input: name a file for the translation"),
        (["en.md", "en.md", "--stdin-filename", "x.md"], "--stdin-filename names standard input: leave out either it or the translation"),
        (["gone.md", "en.md"], 'no file "gone.md"'),
        (["en.md", "docs"], '"docs" is not a regular file'),
        (["bad.md", "en.md"], 'the English "bad.md" cannot be read: not UTF-8: byte 0xff at offset 0'),
        (["en.md", "en.md", "--locale", "Russian"], '"Russian" is not a locale tag such as ru-RU'),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_one_line(arguments: list[str], said: str) -> None:
    Path("bad.md").write_bytes(b"\xff")
    done = check(*arguments, "--format", "json")
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"doclint: {said}\n")


def test_a_link_out_of_the_repository_is_quoted_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = Repo(tmp_path / "repo")
    repo.commit({"en.md": ENGLISH})
    (tmp_path / "secret").write_text("`password`\n", "utf-8")
    (repo.folder / "page.md").symlink_to(tmp_path / "secret")
    monkeypatch.chdir(repo.folder)
    for arguments in (["en.md", "page.md"], ["page.md", "en.md"]):
        done = check(*arguments, "--format", "json")
        assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert "password" not in done.stderr
