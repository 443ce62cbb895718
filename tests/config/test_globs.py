"""Patterns of paths, as .gitignore has them, read from the file that names them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from doclint.config import Glob
from doclint.config.globs import Chosen, Globs, require_matches
from doclint.config.scopes import Scope, scopes
from doclint.text.errors import ConfigError
from tests.config.configuring import RULES, config, write


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path / "docs")
    return tmp_path


@pytest.mark.parametrize(
    ("patterns", "path", "fits"),
    [
        (["old/"], "ru/old/a.md", True),
        (["/old/"], "ru/old/a.md", False),
        (["docs/ru/*.md"], "ru/a.md", True),
        (["docs/ru/*.md"], "ru/deep/a.md", False),
        (["docs/**/a.md"], "ru/deep/a.md", True),
        (["*.md", "!a.md"], "ru/a.md", False),
        (["!a.md", "*.md"], "ru/a.md", True),
        (["доставка*"], "ru/доставка в срок.md", True),
    ],
)
def test_what_a_pattern_names(here: Path, patterns: list[str], path: str, fits: bool) -> None:
    globs = [Glob(pattern, str(here / "doclint.toml")) for pattern in patterns]
    assert Globs(globs).match(path) is fits
    assert Globs(globs).match(str(here / "docs" / path)) is fits


def test_a_shared_policy_is_read_from_the_folder_that_is_checked(here: Path) -> None:
    shared = [Glob("/api/", "/elsewhere/policy.toml")]
    assert Globs(shared, "ru").match("ru/api/a.md")
    assert not Globs(shared, "ru").match("ru/docs/api/a.md")
    assert Globs(shared, None).match("api/a.md"), "a path in a repository"
    assert Globs([Glob("/api/", str(here / "doclint.toml"))], None).match("api/a.md")


def test_include_and_exclude(here: Path) -> None:
    found = config(here, "include = ['docs/ru/', '*.mdx']\nexclude = ['old/']\n")
    chosen = Chosen(found)
    assert [path for path in ("ru/a.md", "ru/old/a.md", "ja/a.md", "ja/a.mdx") if chosen(path)] == [
        "ru/a.md",
        "ja/a.mdx",
    ]
    assert not chosen.is_everything
    assert Chosen(config(here, "ignore = ['DL101']")).is_everything


def test_a_pattern_that_names_no_page(here: Path) -> None:
    write(here / "policy.toml", "exclude = ['nowhere/']")
    found = config(here, "extends = 'policy.toml'\nexclude = ['old/', '!old/keep.md']\n")
    pages = ["ru/a.md", "ru/old/a.md"]
    require_matches([(Scope(config(here, "exclude = ['old/']\n")), pages)])
    with pytest.raises(ConfigError, match=r'doclint\.toml:2: the pattern "!old/keep\.md" names no page'):
        require_matches([(Scope(found), pages)])
    require_matches([(Scope(config(here, "extends = 'policy.toml'")), pages)])


def test_patterns_of_all_keys_are_looked_at(here: Path) -> None:
    text = "[[allow]]\nfound = 'x'\npath = 'gone/'\n"
    with pytest.raises(ConfigError, match=r'doclint\.toml:3: the pattern "gone/" names no page'):
        require_matches([(Scope(config(here, text)), ["a.md"])])
    text = "[[override]]\nwhen.path = ['gone/']\nignore = ['DL1']\n"
    with pytest.raises(ConfigError, match=r'doclint\.toml:2: the pattern "gone/" names no page'):
        require_matches([(Scope(config(here, text)), ["a.md"])])


def test_a_workspaces_pattern_need_fit_one_target(here: Path) -> None:
    text = "exclude = ['ru/old/']\n" + "".join(f"[[target]]\nname = '{tag}'\npath = '{tag}'\n" for tag in ("ru", "ja"))
    russian, japanese = scopes(config(here, text), RULES)
    require_matches([(russian, [f"{here}/ru/old/a.md"]), (japanese, [f"{here}/ja/a.md"])])
    with pytest.raises(ConfigError, match="names no page"):
        require_matches([(russian, [f"{here}/ru/new/a.md"]), (japanese, [f"{here}/ja/a.md"])])


@pytest.mark.parametrize("pattern", ["*a*a*a*b", "**/a*a*a*b", "**/x/**/y/**/*a*a*b"])
def test_hostile_names_end_soon(here: Path, pattern: str) -> None:
    globs = Globs([Glob(pattern, str(here / "doclint.toml"))])
    begun = time.perf_counter()
    assert not globs.match("a" * 200 + "/" + "x/y/" * 10 + "a" * 200)
    assert time.perf_counter() - begun < 5
