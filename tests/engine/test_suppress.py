"""Comments in pages, the English ones above all, through the front door."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from doclint.cli import main

HEAD = "|Member|Value|\n|:---|:---|\n"
ENGLISH = f"# Parcels\n\nSome.\n\n{HEAD}|inTransit|0|\n|delivered|1|\n"
RUSSIAN = f"# Посылки\n\nЧто-то.\n\n{HEAD}|Интрансит|0|\n|доставлено|1|\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def proven(russian: str, english: str) -> str:
    """The page with the digest of its English, so that every difference counts."""
    digest = hashlib.sha1(english.replace("\n", "\r\n").encode(), usedforsecurity=False).hexdigest()
    return f"---\nms.openlocfilehash: {digest}\n---\n{russian}"


def run(russian: str, english: str = ENGLISH, *options: str) -> Result:
    for name, text in (("en/a.md", english), ("ru-RU/a.md", proven(russian, english))):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, "utf-8")
    return CliRunner().invoke(main, ["check", "ru-RU", "--source", "en", *options])


def found(russian: str, english: str = ENGLISH, *options: str) -> list[dict[str, Any]]:
    done = run(russian, english, "--format", "jsonl", *options)
    assert done.exit_code in (0, 1), done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def words(russian: str, english: str = ENGLISH) -> list[str]:
    return [one["expected"] for one in found(russian, english) if one["expected"]]


def test_without_comments_both_speak() -> None:
    assert words(RUSSIAN) == ["inTransit", "delivered"]


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("<!-- doclint-disable enum-member-changed -- glossary -->", []),
        ("<!-- doclint-disable DL102, DL101 — глоссарий -->", []),
        ("<!-- doclint-disable DL1 -->", []),
        ("<!-- doclint-disable -->", []),
        ("{/* doclint-disable enum-member-changed */}", []),
        ("{{/* doclint-disable enum-member-changed -- glossary */}}", []),
        ("{{- /* doclint-disable DL102 */ -}}", []),
        ("{{/* doclint-disable DL102 */}}\n\n{{/* doclint-enable DL102 */}}", ["inTransit", "delivered"]),
        ("<!-- doclint-disable DL102 --><!-- doclint-enable DL102 -->", ["inTransit", "delivered"]),
        ("<!-- doclint-disable-next-line enum-member-changed -->", ["inTransit", "delivered"]),
        ("`<!-- doclint-disable -->`", ["inTransit", "delivered"]),
        ("```\n<!-- doclint-disable -->\n```", ["inTransit", "delivered"]),
    ],
)
def test_comment_before_the_table(comment: str, left: list[str]) -> None:
    other = comment.replace("doclint", "other") if comment[0] == "`" else ""
    assert (
        words(RUSSIAN.replace("Что-то.", f"Что-то.\n\n{comment}"), ENGLISH.replace("Some.", f"Some.\n\n{other}"))
        == left
    )


@pytest.mark.parametrize("comment", ["<!-- {} -->", "{{/* {} */}}", "{{{{/* {} */}}}}", "{{{{- /* {} */ -}}}}"])
@pytest.mark.parametrize("is_english", [False, True])
def test_comment_is_no_part_of_the_page(comment: str, is_english: bool) -> None:
    """Of a merely paired source, where a block more on one side would say that it is another version."""
    before = comment.format("doclint-disable-next-line number-changed -- asked") + "\n\n"
    texts = ["Set `inTransit` to `depotState`.\n", "Задайте `вПути` как `depotState`.\n"]
    pages = [before + text if is_english is (number == 0) else text for number, text in enumerate(texts)]
    for name, text in zip(("en/a.md", "ru-RU/a.md"), pages, strict=True):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, "utf-8")
    done = CliRunner().invoke(main, ["check", "ru-RU", "--source", "en", "--format", "jsonl", "--ignore", "DL009"])
    assert [json.loads(line)["expected"] for line in done.stdout.splitlines()] == ["inTransit"]


def test_place_of_a_comment_is_all_of_it() -> None:
    comment = "{{/* doclint-disable-line number-changed */}}"
    page = RUSSIAN.replace("Что-то.", f"Что-то. {comment}")
    (note,) = [one for one in found(page) if one["rule"] == "suppression-unused"]
    assert (note["column"], note["end_column"]) == (9, 9 + len(comment))


def test_comment_at_the_end_of_the_page_holds_for_all_of_it_only_as_a_file_comment() -> None:
    assert words(f"{RUSSIAN}\n<!-- doclint-disable enum-member-changed -->\n") == ["inTransit", "delivered"]
    assert words(f"{RUSSIAN}\n<!-- doclint-disable-file enum-member-changed -->\n") == []


def test_comment_in_a_row() -> None:
    row = "|доставлено <!-- doclint-disable-line -->|1|"
    assert words(RUSSIAN.replace("|доставлено|1|", row)) == ["inTransit"]


def test_next_line_passes_over_blank_ones() -> None:
    heading = "## Depot `inTransit`\n"
    russian = "<!-- doclint-disable-next-line -->\n\n## Депо `Интрансит`\n\n## Депо `доставлено`\n"
    assert words(russian, f"{heading}\n## Depot `delivered`\n") == ["delivered"]


def test_english_comment_holds_where_the_translator_dropped_it() -> None:
    english = ENGLISH.replace("Some.", "Some.\n\n<!-- doclint-disable enum-member-changed -->")
    assert words(RUSSIAN.replace("Что-то", "Нечто"), english) == []
    closed = english.replace("|delivered|1|\n", "\n<!-- doclint-enable -->\n\n## State\n\n" + HEAD + "|handedOver|2|\n")
    russian = RUSSIAN.replace("|доставлено|1|\n", f"\n## Состояние\n\n{HEAD}|передано|2|\n")
    assert words(russian, closed) == ["handedOver"]


def test_what_is_suppressed_is_counted_with_a_warm_cache_too() -> None:
    page = RUSSIAN.replace("Что-то.", "Что-то.\n\n<!-- doclint-disable -->")
    Path("ru-RU").mkdir()
    for number in range(12):
        Path(f"ru-RU/{number}.md").write_text("# Депо\n", "utf-8")
    for _ in range(2):
        assert "2  not shown: suppressed by a comment" in run(page).stdout


def test_unknown_and_idle_comments_are_notes() -> None:
    page = RUSSIAN.replace("Что-то.", "Что-то.\n\n<!-- doclint-disable-line enum-membr-changed number-changed -->")
    notes = [(one["rule"], one["severity"], one["line"]) for one in found(page) if one["code"] in ("DL008", "DL009")]
    assert sorted(notes) == [("suppression-unknown", "note", 8), ("suppression-unused", "note", 8)]
    (unknown,) = [one for one in found(page) if one["rule"] == "suppression-unknown"]
    assert unknown["found"] == "enum-membr-changed"
    assert 'did you mean "enum-member-changed"' in unknown["message"]


def test_nothing_is_said_of_comments_whose_rules_did_not_run_or_that_the_english_has() -> None:
    comment = "<!-- doclint-disable-line number-changed -->"
    page = RUSSIAN.replace("Что-то.", f"Что-то.\n\n{comment}")
    assert "suppression-unused" in {one["rule"] for one in found(page)}
    assert found(page, ENGLISH, "--select", "suppression-unused,enum-value-changed") == []
    assert "suppression-unused" not in {
        one["rule"] for one in found(page, ENGLISH.replace("Some.", f"Some.\n\n{comment}"))
    }


@pytest.mark.parametrize("text", ["<!-- doclint-disable " * 20_000, "<!-- doclint-disable\n" * 20_000])
def test_hostile_comments_take_no_time(text: str) -> None:
    assert run(f"# Депо\n\n{text}\n", ENGLISH, "--page-timeout", "20").exit_code in (0, 1)
