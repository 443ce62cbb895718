"""Loading pairs: each English page is read once for all its translations, and a file argument finds its source."""

from __future__ import annotations

import gc
import json
from pathlib import Path

import pytest

from doclint.layouts.discover import discover
from doclint.page import Segment
from doclint.run import Context, load
from doclint.run.load import Loader
from doclint.sources.choose import open_source
from doclint.text import Trust
from tests.commandline import doclint, rows


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_english_is_parsed_once_for_all_locales_that_share_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.md", "b.md"):
        write(tmp_path / "en" / name, f"# {name}\n")
        for locale in ("de", "ja", "ru"):
            write(tmp_path / locale / name, f"# {locale} {name}\n")
    parsed: list[str] = []
    parse = load.parse

    def counting(text: str, path: str = "", **more: object) -> object:
        parsed.append(Path(path).parent.name)
        return parse(text, path, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(load, "parse", counting)
    loader = Loader([Context(open_source(str(tmp_path / "en")))])
    pairs = [loader.load(target).pair for target in discover([str(tmp_path / name) for name in ("de", "ja", "ru")])]
    assert all(pair.trust is Trust.PAIRED for pair in pairs)
    assert parsed.count("en") == 2
    assert len(parsed) == 2 + 6


def test_what_was_checked_needs_no_collector_to_go(tmp_path: Path) -> None:
    for locale, word in (("en", "`open`"), ("de", "`offen`"), ("ru", "`open`")):
        for name in ("a.md", "b.md"):
            write(
                tmp_path / locale / name, f"# {name}\n\nThe parcel is {word}.\n\n| a | b |\n|---|---|\n| [c](c) | d |\n"
            )
    asked = "--no-config", "--no-cache", str(tmp_path / "de"), str(tmp_path / "ru"), "--source", str(tmp_path / "en")
    rows(*asked)  # what is kept of the last page, which another translation might need, takes the place of the like
    gc.collect()
    gc.disable()
    try:
        there = sum(isinstance(one, Segment) for one in gc.get_objects())
        found = rows(*asked)
        left = sum(isinstance(one, Segment) for one in gc.get_objects()) - there
    finally:
        gc.enable()
    assert [Path(one["path"]).name for one in found] == ["a.md", "b.md"]
    assert left == 6  # of the last English page, which another translation might have needed


@pytest.mark.parametrize("source", ["en/docs/a.md", "en/a.md"], ids=["the same path", "the same name"])
def test_a_file_argument_finds_its_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "docs/a.md", "# Посылка\n")
    write(tmp_path / source, "# Parcel\n")
    (target,) = discover(["docs/a.md"])
    assert Loader([Context(open_source("en"))]).load(target).source_path == source


def test_a_page_of_a_folder_has_no_source_by_name_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "docs/other/index.md", "# Посылка\n")
    write(tmp_path / "en/index.md", "# Parcel\n")
    (target,) = discover(["docs"])
    assert Loader([Context(open_source("en"))]).load(target).pair.trust is Trust.ALONE


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        pytest.param("assets/readme.md", {"page-orphaned"}, id="keeps a folder"),
        pytest.param("depot.md", {"unreadable-page"}, id="the English has text"),
        pytest.param("parcel.md", {"unreadable-page"}, id="a page that the English lacks"),
    ],
)
def test_a_file_of_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, rules: set[str]) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "en" / "depot.md", "# Depot\n")
    write(tmp_path / "ru" / name, "\n")
    done = doclint("check", "ru", "--source", "en", "--format", "jsonl", "--exit-zero")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert {row["rule"] for row in rows if row["path"].endswith(name)} == rules


def test_the_pseudo_language_of_crowdin_is_no_translation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "en/depot.md", "# Depots\n\nSet `status` to 4.\n")
    write(tmp_path / "en/parcel.md", "# Parcels\n")
    write(tmp_path / "ja/parcel.md", "# 荷物\n")
    write(tmp_path / "ja/depot.md", "# crwdns101:0crwdne101:0\n\ncrwdns102:0`crwdnd102:0`crwdne102:0\n")
    done = doclint("check", "ja", "--source", "en", "--format", "jsonl")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "1 page left out: no translation" in done.stderr
