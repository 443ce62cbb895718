"""What translators may choose is told where the English changed there, and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commandline import doclint
from tests.gitrepo import Repo

ENGLISH = (
    "# Parcels\n\nSet `{state}` before you ship.\n\nRead [the guide]({link}) first.\n\n"
    "```js\nconst depot = open();\nship(({parcel}) => depot.put(parcel));\n```\n"
)
GERMAN = (
    "# Pakete\n\nSetze `{state}` vor dem Versand.\n\nLies zuerst [die Anleitung]({link}).\n\n"
    "```js\nconst depot = open();\nship(({parcel}) => depot.put(parcel));\n```\n"
)
THEN = {"state": "waitState", "link": "https://depot.example/guide", "parcel": "parcel"}
NOW = {"state": "pendingState", "link": "https://yard.example/handbook", "parcel": "parcel, index"}


def found(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[str, str]]:
    monkeypatch.chdir(repo.folder)
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(repo.folder.parent / "cache"))
    done = doclint("check", "de", "--source", "en", "--no-config", "--format", "jsonl", "--exit-zero")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {one["rule"]: (one["severity"], one["verdict"]) for one in lines if "rule" in one}


def test_links_and_lines_of_older_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = Repo(tmp_path / "site")
    repo.commit({"en/a.md": ENGLISH.format(**THEN), "de/a.md": GERMAN.format(**THEN)})
    repo.commit({"en/a.md": ENGLISH.format(**NOW)})
    said = found(repo, monkeypatch)
    assert said["link-target-changed"] == ("note", "source-changed")
    assert said["code-block-changed"] == ("note", "source-changed")


def test_links_and_lines_of_the_translator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = Repo(tmp_path / "site")
    own = {**THEN, "link": "https://lager.example/anleitung"}
    repo.commit({"en/a.md": ENGLISH.format(**THEN), "de/a.md": GERMAN.format(**own)})
    repo.commit({"en/a.md": ENGLISH.format(**{**THEN, "state": "pendingState"})})
    assert found(repo, monkeypatch) == {"inline-code-changed": ("note", "source-changed")}


def test_without_versions_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = Repo(tmp_path / "site")
    repo.commit({"en/a.md": ENGLISH.format(**{**NOW, "state": "waitState"}), "de/a.md": GERMAN.format(**THEN)})
    assert found(repo, monkeypatch) == {}
