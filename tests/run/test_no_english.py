"""What no English can ever have said in a place is an error without any witness; what another version explains is none."""

from __future__ import annotations

import pytest

from tests.run.beside import unversioned, without_notes

START = "# Depots\n\nA depot has `doors`.\n\n"
KEYWORDS = "Reserved words:\n\n- {}\n- {}\n- {}\n"


pytestmark = pytest.mark.usefixtures("folder")


def found(source: str, target: str) -> list[tuple[str, str, str]]:
    """Severity, expected and found words of all that is said of a page, but for notes."""
    said = without_notes(unversioned("ru", START + source, START + target))
    return [(one["severity"], one["expected"] or "", one["found"]) for one in said]


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
def test_what_no_english_says_is_an_error(source: str, target: str, expected: str, word: str) -> None:
    assert found(source, target) == [("error", expected, word)]


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
def test_what_another_version_may_say_is_no_error(source: str, target: str) -> None:
    said = found(source, target)
    assert all(severity == "warning" for severity, _, _ in said), said


def test_a_placeholder_that_became_a_digit_is_seen() -> None:
    said = found("The length of `source-id` is 32.\n", "1の長さは32です。\n")
    assert [(severity, expected) for severity, expected, _ in said] == [("warning", "source-id")]


def test_a_command_of_two_words_is_no_phrase() -> None:
    said = found("Run `depotctl init` first.\n", "Сначала выполните `depotctl start`.\n")
    assert said == [("warning", "init", "start")]
