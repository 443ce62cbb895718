"""The demo pages: what is damaged there is found, and nothing else is said."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from doclint.engine import engine, rulebook
from doclint.engine.subject import Subject
from doclint.page import frontmatter
from doclint.page.markdown import parse
from doclint.pair import Pair
from doclint.text import Trust
from doclint.text.spans import decode
from tests.conftest import ROOT, fixture_pages

ENGLISH = ROOT / "fixtures" / "en-US"
FOLDERS = {"ru-RU": True, "ja-JP": True, "ru-RU.sxs": False, "ja-JP.sxs": False}
"""Folders of damaged pages, and whether their English lies in another folder."""

FOUND = "enum-value enum-member property type heading title json-key json-value collection".split()
"""The places of damage that there are rules for."""

DAMAGE = [json.loads(line) for line in (ROOT / "fixtures" / "damage.jsonl").read_text("utf-8").splitlines()]
TRANSLATED = [path for path in fixture_pages() if ENGLISH not in path.parents and path.name != "README.md"]
PAGES = sorted({row["path"] for row in DAMAGE})


@cache
def findings(folder: str, source: str = "") -> list[dict[str, Any]]:
    command = [
        sys.executable,
        "-m",
        "doclint",
        "check",
        f"fixtures/{folder}",
        "--format",
        "jsonl",
        "--fail-on",
        "never",
    ]
    command += ["--source", f"fixtures/{source}"] if source else []
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert done.stderr == b""
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_damaged_page_is_listed() -> None:
    damaged = [path for path in TRANSLATED if path.parts[-3] in FOLDERS and "clean" not in path.parts]
    assert sorted(path.relative_to(ROOT).as_posix() for path in damaged) == PAGES


def of_page(path: str) -> list[dict[str, Any]]:
    folder = path.split("/")[1]
    found = findings(folder, "en-US" if FOLDERS[folder] else "")
    return [finding for finding in found if finding["path"] == path]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, id=f"{row['path'].removeprefix('fixtures/')}:{row['line']}-{row['expected']}")
        for row in DAMAGE
        if row["place"] in FOUND
    ],
)
def test_damage_is_found(row: dict[str, Any]) -> None:
    there = [
        finding["found"]
        for finding in of_page(row["path"])
        if (finding["line"], finding["expected"]) == (row["line"], row["expected"])
    ]
    assert row["found"] in there


@pytest.mark.parametrize("path", PAGES)
def test_no_error_where_nothing_is_damaged(path: str) -> None:
    damaged = {row["line"] for row in DAMAGE if row["path"] == path}
    errors = [
        (finding["line"], finding["rule"], finding["expected"])
        for finding in of_page(path)
        if finding["severity"] == "error" and finding["line"] not in damaged
    ]
    assert errors == []


@pytest.mark.parametrize("path", PAGES)
def test_what_is_expected_is_what_was_damaged(path: str) -> None:
    listed = {(row["line"], row["expected"]) for row in DAMAGE if row["path"] == path}
    assert {(finding["line"], finding["expected"]) for finding in of_page(path)} <= listed


@pytest.mark.parametrize("folder", ["clean/ru-RU", "clean/ja-JP"])
def test_a_careful_translation_is_clean(folder: str) -> None:
    assert findings(folder, "en-US") == []


def test_english_against_itself_is_clean() -> None:
    assert findings("en-US", "en-US") == []


@pytest.mark.parametrize("path", sorted(ENGLISH.rglob("*.md")), ids=lambda path: path.stem)
@pytest.mark.parametrize("trust", [Trust.PAIRED, Trust.PROVEN], ids=str)
def test_english_against_itself_is_clean_at_any_trust(path: Path, trust: Trust) -> None:
    text = decode(path.read_bytes())
    pair = Pair(parse(text, path.name), parse(text, path.name), trust, "ru-RU")
    assert engine.check(Subject(pair, path.name, text), rulebook.load()) == ([], [])


@pytest.mark.parametrize("path", TRANSLATED, ids=lambda path: path.relative_to(ROOT / "fixtures").as_posix())
def test_the_digest_names_the_english(path: Path) -> None:
    data = (ENGLISH / path.parent.name / path.name).read_bytes()
    digest = hashlib.sha1(data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")).hexdigest()
    assert frontmatter.read(decode(path.read_bytes())).value("ms.openlocfilehash") == digest


@pytest.mark.parametrize("folder", ["ru-RU", "ja-JP"])
def test_side_by_side_says_what_two_files_say(folder: str) -> None:
    """The same damage on the same lines, whether the English stands in the page or in a folder."""

    def said(found: list[dict[str, Any]]) -> set[tuple[object, ...]]:
        keys = ("line", "expected", "found", "rule")
        return {(Path(f["path"]).name, *(f[key] for key in keys)) for f in found}

    beside = said(findings(f"{folder}.sxs"))
    names = {path.name for path in (ROOT / "fixtures" / f"{folder}.sxs").rglob("*.md")}
    assert beside == {row for row in said(findings(folder, "en-US")) if row[0] in names}
