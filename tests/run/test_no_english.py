"""What no English can ever have said in a place is an error without any witness; what another version explains is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commandline import doclint

START = "# Depots\n\nA depot has `doors`.\n\n"
KEYWORDS = "Reserved words:\n\n- {}\n- {}\n- {}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(folder: Path, source: str, target: str) -> list[tuple[str, str, str]]:
    """Severity, expected and found words of all that is said of a page, but for notes."""
    for name, text in (("en", source), ("ru", target)):
        (folder / name).mkdir()
        (folder / name / "depot.md").write_text(START + text, encoding="utf-8")
    done = doclint("check", "--no-config", "ru", "--source", "en", "--format", "jsonl", "--exit-zero")
    assert done.exit_code == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return [(line["severity"], line["expected"] or "", line["found"]) for line in lines if line["severity"] != "note"]


@pytest.mark.parametrize(
    ("source", "target", "expected", "word"),
    [
        pytest.param("Send `GET /depots/{id}`.\n", "Envie `OBTER /depots/{id}`.\n", "GET", "OBTER", id="method"),
        pytest.param(
            "It gives `503 Service Unavailable`.\n",
            "Es kommt `503 Dienst nicht verfügbar`.\n",
            "503 Service Unavailable",
            "503 Dienst nicht verfügbar",
            id="status",
        ),
        pytest.param("Pass `--keep-open`.\n", "传递 `——keep-open`。\n", "--keep-open", "——keep-open", id="dashes"),
        pytest.param(
            "```js\nif (a < 5) open();\n```\n", "```js\nif (a &lt; 5) open();\n```\n", "<", "&lt", id="entity in code"
        ),
        pytest.param(
            KEYWORDS.format("FROM", "SHELF", "DUE"), KEYWORDS.format("ИЗ", "SHELF", "DUE"), "FROM", "ИЗ", id="keyword"
        ),
        pytest.param(
            "| Name | Bits |\n|---|---|\n| all | 0xFF |\n| none | 0x00 |\n",
            "| Nom | Bits |\n|---|---|\n| all | Égale |\n| none | 0x00 |\n",
            "0xFF",
            "Égale",
            id="bits",
        ),
    ],
)
def test_what_no_english_says_is_an_error(folder: Path, source: str, target: str, expected: str, word: str) -> None:
    assert found(folder, source, target) == [("error", expected, word)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("Send `GET /depots`.\n", "Envie `POST /depots`.\n", id="another method"),
        pytest.param("It gives `200 OK`.\n", "Es kommt `201 Created`.\n", id="another status"),
        pytest.param(
            "# A\n\nThese are short:\n\n- CPU\n- RAM\n- VAT\n",
            "# А\n\nСокращения:\n\n- ЦП\n- ОЗУ\n- НДС\n",
            id="short forms",
        ),
    ],
)
def test_what_another_version_may_say_is_no_error(folder: Path, source: str, target: str) -> None:
    said = found(folder, source, target)
    assert all(severity == "warning" for severity, _, _ in said), said


def test_a_placeholder_that_became_a_digit_is_seen(folder: Path) -> None:
    said = found(folder, "The length of `source-id` is 32.\n", "1の長さは32です。\n")
    assert [(severity, expected) for severity, expected, _ in said] == [("warning", "source-id")]


def test_a_command_of_two_words_is_no_phrase(folder: Path) -> None:
    said = found(folder, "Run `depotctl init` first.\n", "Сначала выполните `depotctl start`.\n")
    assert said == [("warning", "init", "start")]
