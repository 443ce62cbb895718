"""Parts of the English that a translation lacks: left out when it was made, or added to the English since."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import doclint
from doclint.cli import main
from tests.gitrepo import Repo

DAY = 86_400
BEGIN = 1_600_000_000

PART = "```sh\ndepotctl start --now\n```\n\n"
ENGLISH = "# Depots\n\nStart a `depot` before a `courier` comes:\n\n{}The `depot` opens its `gates` then.\n"
UKRAINIAN = "# Склади\n\nЗапустіть `depot`, перш ніж прийде `courier`:\n\n{}Тоді `depot` відчиняє свої `gates`.\n"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "site")


def heard(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str, list[str]]:
    """The verdict and severity of the one finding, and the commits that witnesses name."""
    monkeypatch.chdir(repo.folder)
    options = "--no-config --select content-missing --format jsonl --exit-zero".split()
    result = CliRunner().invoke(main, ["check", "uk", "--source", "en", *options])
    (finding,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (finding["found"], finding["line"]) == ("", 3)
    assert "a block of code" in finding["message"]
    return finding["verdict"], finding["severity"], [one["commit"] for one in finding["witnesses"]]


def test_a_part_that_the_translation_never_had(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit({"en/depot.md": ENGLISH.format(PART)}, BEGIN)
    made = repo.commit({"uk/depot.md": UKRAINIAN.format("")}, BEGIN + 100 * DAY)
    assert heard(repo, monkeypatch) == ("damaged", "warning", [made])


def test_a_part_that_the_english_gained_later(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit({"en/depot.md": ENGLISH.format(""), "uk/depot.md": UKRAINIAN.format("")}, BEGIN)
    grew = repo.commit({"en/depot.md": ENGLISH.format(PART)}, BEGIN + DAY)
    repo.commit({"uk/depot.md": UKRAINIAN.format("") + "\nБільше.\n"}, BEGIN + 2 * DAY)
    assert heard(repo, monkeypatch) == ("source-changed", "note", [grew])


def test_a_row_that_the_english_gained_later_beside_one_that_reads_like_it(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = "# Depots\n\nThe names:\n\n| Name | Use |\n| --- | --- |\n| `DEPOT` | {} |\n{}| `GATE_DIR` | {} |\n| `DOCK` | {} |\n"
    made = table.format("The depot.", "", "The absolute path of the gate.", "The dock.")
    repo.commit({"en/depot.md": made, "uk/depot.md": table.format("Склад.", "", "Шлях до воріт.", "Причал.")}, BEGIN)
    row = "| `GATE_FILE` | The absolute path of the gate. |\n"
    grown = table.format("The depot.", row, "The absolute path of the gate's directory.", "The dock.")
    grew = repo.commit({"en/depot.md": grown}, BEGIN + 200 * DAY)
    monkeypatch.chdir(repo.folder)
    options = "--no-config --select content-missing --format jsonl --exit-zero".split()
    result = CliRunner().invoke(main, ["check", "uk", "--source", "en", *options])
    (finding,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert "a row of the table" in finding["message"]
    assert (finding["verdict"], [one["commit"] for one in finding["witnesses"]]) == ("source-changed", [grew])


def test_without_versions_nothing_tells_why(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in (("en", ENGLISH.format(PART)), ("uk", UKRAINIAN.format(""))):
        (repo.folder / name).mkdir()
        (repo.folder / name / "depot.md").write_text(text, encoding="utf-8")
    assert heard(repo, monkeypatch) == ("needs-review", "warning", [])


PAST = "## Past\n\nIn `1990`.\n\n![Map](map.png)\n\n- `bus`\n- `tram`\n- `van`\n\n"
STATES = "".join(f"## {{}} {number}\n\n{{}} `state{number}`, `gate{number}`.\n\n" for number in range(5))


AROUND = "# Depots\n\nEach `depot` has two gates.\n\n{}\n\nThe `courier` comes at night, by the rear `gate`.\n"
WIDE = "Take the `van` where the streets are wide.\n\nLeave it there."
AUTOUR = "# Dépôts\n\nChaque `depot` a deux portes.\n\n{}\n\nLe `courier` vient la nuit, par la `gate` arrière.\n"


@pytest.mark.parametrize(
    ("english", "french"),
    [
        pytest.param(
            "# Depots\n\n" + STATES.format(*["State", "It is"] * 5) + PAST,
            "# Dépôts\n\n" + PAST + STATES.format(*["État", "Il est"] * 5),
            id="a section that one of the two moved",
        ),
        pytest.param(
            "# Depots\n\n## Why\n\nIt waits long.\n\n## How\n\nBy a [van](van.md).\n\nIn a [city](city.md).\n",
            "# Dépôts\n\n## Pourquoi\n\nEn [fourgon](van.md).\n\n## Comment\n\nEn [ville](city.md).\n",
            id="a heading that stands beside the gap",
        ),
        pytest.param(
            AROUND.format("::: tip\nTake the [van](van.md) where the streets are wide.\n:::"),
            AUTOUR.format("::: tip Prenez le [fourgon](van.md) où les rues sont larges. :::"),
            id="a text behind the name of its box",
        ),
        pytest.param(
            AROUND.format("| Step | State |\n|---|---|\n| `one` | Done |"),
            AUTOUR.format(
                "<table>\n<tr><th>Étape</th></tr>\n<tr><td><code>one</code></td><td>Fait</td></tr>\n</table>"
            ),
            id="a table in HTML",
        ),
        pytest.param(AROUND.format("## Vans"), AUTOUR.format('<h2 id="vans">Fourgons</h2>'), id="a heading in HTML"),
        pytest.param(
            AROUND.format('<img alt="Map"\nsrc="map.png">\n</img>'),
            AUTOUR.format('<img alt="Carte" src="map.png" />'),
            id="a picture in a tag",
        ),
        pytest.param(
            AROUND.format("Take the `van` where the streets are wide."),
            AUTOUR.format("<!-- Prenez le `van` où les rues sont larges. -->"),
            id="a translation that waits in a comment",
        ),
        pytest.param(
            AROUND.format("Take the `van` where the streets are wide."),
            AUTOUR.replace("portes.", "portes.\nPrenez le `van` s’il est loin.").replace("{}\n\n", ""),
            id="a paragraph on a line of another",
        ),
        pytest.param(
            AROUND.format("Take the `van` where the streets are wide."),
            AUTOUR.replace("# Dépôts", "# Dépôts\n\nPrenez le `van` où les rues sont larges.").replace("{}\n\n", ""),
            id="a paragraph of another order",
        ),
    ],
)
def test_what_stands_elsewhere_is_not_missing(english: str, french: str) -> None:
    said = doclint.check(english, french, locale="fr")
    assert [one.message for one in said if one.rule == "content-missing"] == []


@pytest.mark.parametrize(
    "french",
    [
        pytest.param(AUTOUR.format(":::tip\n:::"), id="an empty box"),
        pytest.param(
            AUTOUR.replace("Chaque", "<!--\nEach `depot` has two gates.\n-->\nChaque").format(f"<!--\n{WIDE}\n-->"),
            id="English in comments",
        ),
        pytest.param(AUTOUR.format('<a name="wide"></a>'), id="a mark"),
    ],
)
def test_what_stands_there_instead_does_not_say_it(french: str) -> None:
    said = doclint.check(AROUND.format(WIDE), french, locale="fr")
    assert [one.severity.value for one in said if one.rule == "content-missing"] == ["warning"]
