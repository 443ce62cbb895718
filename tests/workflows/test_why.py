"""`doclint why`: all that is known of one finding."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commandline import doclint

ENGLISH = "---\ntitle: Parcel\n---\n|Member|Value|\n|:---|:---|\n|inTransit|0|\n|delivered|1|\n|notFound|2|\n"
RUSSIAN = ENGLISH.replace("Parcel", "Посылка").replace("inTransit", "Интрансит")
JAPANESE = ENGLISH.replace("Parcel", "荷物").replace("inTransit", "イントランジット")


@pytest.fixture
def fingerprint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    for name, text in (("en", ENGLISH), ("ru", RUSSIAN), ("ja", JAPANESE)):
        Path(name).mkdir()
        Path(name, "parcel.md").write_text(text, encoding="utf-8")
    (line,) = doclint("check", "ru", "--source", "en", "--format", "jsonl").stdout.splitlines()
    found = json.loads(line)["fingerprint"]
    assert isinstance(found, str)
    return found


def test_beginning_of_a_fingerprint_tells_all(fingerprint: str) -> None:
    done = doclint("why", fingerprint[:6], "ru", "--source", "en")
    assert done.exit_code == 0, done.output
    for part in (
        'ru/parcel.md:6:2: "Интрансит" is "inTransit", transliterated',
        "  ru │ |⟦Интрансит⟧|0|",
        "  en │ |⟦inTransit⟧|0|",
        "rule  enum-member-changed DL102 (error, confidence medium)",
        'column  "Member", read as member',
        "English  assumed English: found by its path",
        "source  en/parcel.md:6",
        "repaired  in the English",
    ):
        assert part in done.stdout


@pytest.mark.parametrize("entry", [0, 1], ids=["words", "rule"])
def test_printed_configuration_silences_the_finding(fingerprint: str, entry: int) -> None:
    said = doclint("why", fingerprint, "ru", "--source", "en").stdout
    entries = said.partition("doclint.toml:\n")[2].split("# or, for the rule on this page:\n")
    Path("doclint.toml").write_text(entries[entry], encoding="utf-8")
    done = doclint("check", "ru", "--source", "en")
    assert done.exit_code == 0, done.output
    assert "1  not shown" in done.stdout


def test_same_place_in_two_languages_is_listed(fingerprint: str) -> None:
    done = doclint("why", fingerprint, "ru", "ja", "--source", "en")
    assert done.exit_code == 2
    assert [line.split()[1] for line in done.stdout.splitlines()] == ["ja/parcel.md:6", "ru/parcel.md:6"]


def test_unknown_fingerprint_is_one_line(fingerprint: str) -> None:
    done = doclint("why", "0" * 16, "ru", "--source", "en")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
