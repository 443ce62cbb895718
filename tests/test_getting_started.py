"""The ten minutes of docs/getting-started.md, command by command, on a repository of the same shape."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
import yaml

from doclint.workflows.init.recipes import PACKAGE, RELEASE
from tests.conftest import ROOT
from tests.documented import blocks, run, shown
from tests.gitrepo import Repo, git

PAGE = "getting-started"
HUGO = "defaultContentLanguage: en\nlanguages:\n" + "".join(
    f"  {tag}:\n    contentDir: content/{tag}\n" for tag in ("en", "de", "ja")
)
ENGLISH = """---
title: Parcels
---

## States {#states}

A parcel waits until `acceptHandover()` is called.

| State       | Code | Meaning                  |
| ----------- | ---- | ------------------------ |
| `inTransit` | 0    | The courier has it.      |
| `delivered` | 1    | The recipient signed it. |
"""
GERMAN = """---
title: Pakete
---

## Zustände {#states}

Ein Paket wartet, bis `acceptHandover()` aufgerufen wird.

| Zustand     | Code | Bedeutung                         |
| ----------- | ---- | --------------------------------- |
| `inTransit` | 0    | Der Kurier hat es.                |
| `delivered` | 1    | Der Empfänger hat unterschrieben. |
"""
JAPANESE = """---
title: 荷物
---

## 状態 {#states}

荷物は `acceptHandover()` が呼ばれるまで待ちます。

| 状態        | コード | 意味                     |
| ----------- | ------ | ------------------------ |
| `inTransit` | 0      | 配達員が持っています。   |
| `配達済み`  | 1      | 受取人が署名しました。   |
"""


@pytest.fixture
def site(tmp_path: Path) -> Repo:
    """A repository without a configuration, one of whose pages was damaged long ago."""
    repo = Repo(tmp_path / "site")
    pages = {"en": ENGLISH, "de": GERMAN, "ja": JAPANESE}
    repo.commit({f"content/{tag}/parcel.md": text for tag, text in pages.items()} | {"hugo.yaml": HUGO})
    return repo


def hook() -> str:
    """The command that pre-commit runs."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return next(str(one["entry"]) for one in hooks if one["id"] == "doclint")


def test_every_command_prints_what_is_shown(site: Repo) -> None:
    look, init, baseline, again, fix = shown(PAGE)
    for command, printed in (look, init, baseline, again):
        assert run(command, site.folder) == printed
    site.commit({})
    page = site.folder / "content/de/parcel.md"
    page.write_text(GERMAN.replace("acceptHandover", "acceptÜbergabe"), encoding="utf-8")
    git(site.folder, "add", "-A")
    refused = run(f"{hook()} {shlex.quote('content/de/parcel.md')}", site.folder)
    (told,) = blocks(PAGE, "text")
    head, _, said = told.partition("\n\n")
    assert "- hook id: doclint\n" in head
    assert refused == said
    command, printed = fix
    assert run(command, site.folder) == printed
    assert page.read_text("utf-8") == GERMAN
    assert run(f"{hook()} content/de/parcel.md", site.folder) == ""


def test_it_begins_with_what_works_before_the_first_release() -> None:
    first = blocks(PAGE, "sh")[0]
    assert first == f"python3 -m pip install '{PACKAGE}'\n"
    assert RELEASE is None or "git+" not in first
