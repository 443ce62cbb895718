"""Where a finding is repaired, as the line of JSON says and the summary counts."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from doclint.cli import main

TABLE = "|Member|Value|\n|:---|:---|\n|inTransit|0|\n|delivered|1|\n"


DIGESTED = f"---\ntitle: Склады\nms.openlocfilehash: {'0' * 40}\n---\n# Склады\n"


def check(folder: Path, english: str, target: str, *arguments: str) -> Result:
    (folder / "en.md").write_text(english, encoding="utf-8")
    (folder / "page.md").write_text(target, encoding="utf-8")
    pages = [str(folder / "page.md"), "--source", str(folder / "en.md"), "--no-config", "--locale", "ja"]
    return CliRunner().invoke(main, ["check", *pages, *arguments])


@pytest.mark.parametrize(
    ("english", "target", "route"),
    [
        pytest.param(TABLE, TABLE.replace("inTransit", "Интрансит"), "english", id="bare word in a cell"),
        pytest.param("Set `depotGate` now.\n", "Установите `депотГейт`.\n", "vendor", id="code in the English already"),
        pytest.param("Set it.\n", DIGESTED, "decide", id="no word at fault"),
    ],
)
def test_route_of_a_finding(tmp_path: Path, english: str, target: str, route: str) -> None:
    done = check(tmp_path, english, target, "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert {row["route"] for row in rows} == {route}, rows


def test_safe_fix_is_put_back_here_and_the_summary_counts(tmp_path: Path) -> None:
    damaged = TABLE.replace("inTransit", "イントランジット")
    pinned = '<span data-ttu-id="1">{}</span><span class="sxs-lookup"><span data-stu-id="1">{}</span></span>'
    page = TABLE.replace("inTransit", pinned.format("イントランジット", "inTransit"))
    done = check(tmp_path, TABLE, page)
    assert "\n1 fixable with `doclint fix`\n" in done.stdout
    assert "\n1 preventable in the English\n" in check(tmp_path, TABLE, damaged).stdout


@pytest.mark.parametrize(
    ("meta", "route", "counted"),
    [
        pytest.param("MT", "here", "1 fixable with `doclint fix`", id="a program translated"),
        pytest.param("HT", "decide", "1 for a person to decide", id="a person translated"),
    ],
)
def test_route_promises_only_what_fix_does(tmp_path: Path, meta: str, route: str, counted: str) -> None:
    english = f"---\ntitle: Parcels\n---\n{TABLE}"
    digest = hashlib.sha1(english.replace("\n", "\r\n").encode(), usedforsecurity=False).hexdigest()
    head = f"---\ntitle: Посылки\nms.translationtype: {meta}\nms.openlocfilehash: {digest}\n---\n"
    target = head + TABLE.replace("inTransit", "Интрансит")
    done = check(tmp_path, english, target, "--format", "jsonl")
    assert [json.loads(line)["route"] for line in done.stdout.splitlines()] == [route]
    assert counted in check(tmp_path, english, target).stdout
    pages = [str(tmp_path / "page.md"), "--source", str(tmp_path / "en.md"), "--no-config", "--locale", "ru"]
    fixed = CliRunner().invoke(main, ["fix", *pages])
    assert fixed.stderr.startswith(f"doclint: fixed {int(route == 'here')} finding")
