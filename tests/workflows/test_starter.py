"""`doclint init`: the file that it writes is one that doclint reads, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doclint.config import Config
from doclint.config.model import LayoutName
from doclint.config.read import read
from doclint.layouts.discover import discover
from doclint.text.errors import ConfigError
from doclint.workflows.init.facts import Facts, look
from doclint.workflows.init.initialize import initialize
from doclint.workflows.init.proposals import Proposal
from doclint.workflows.init.starter import document, write
from tests.config.configuring import RULES

HABIT = Proposal("ru-RU", "Authorization", "Авторизация", 13, 'column "Header": 13 of 13 human places, 9 pages')


def written(folder: Path, facts: Facts, *learnt: Proposal) -> Config:
    write(folder / "doclint.toml", document(facts, learnt), force=True)
    return read(folder / "doclint.toml", RULES)


def test_what_is_known_is_said(tmp_path: Path) -> None:
    facts = Facts("suffix", "../docs", ["ja-JP"], "en-US", ["depot.commit"], pages=7)
    found = written(tmp_path, facts, HABIT)
    assert found.source
    assert found.source.path == str(tmp_path.parent / "docs")
    assert (found.layout, found.locale, found.source_locale) == (LayoutName("suffix"), "ja-JP", "en-US")
    assert found.pin_keys == ("depot.commit",)
    allow = found.allow[0]
    assert (allow.expected, allow.found, allow.locale) == (("Authorization",), ("Авторизация",), ("ru-RU",))
    text = (tmp_path / "doclint.toml").read_text("utf-8")
    assert "# seen: 7 pages, ja-JP\n" in text
    assert f"# {HABIT.evidence}\n[[allow]]\n" in text


def test_what_is_not_known_is_a_comment_that_would_be_read(tmp_path: Path) -> None:
    assert written(tmp_path, Facts(locales=["ja-JP", "ru-RU"])) == Config(file=tmp_path / "doclint.toml")
    lines = document(Facts()).splitlines()
    uncommented = "\n".join(
        line.removeprefix("# ") for line in lines if line.startswith("# ") and " = " in line and "{" not in line
    )
    write(tmp_path / "all.toml", uncommented)
    found = read(tmp_path / "all.toml", RULES)
    assert (found.locale, found.fail_on, found.ignore, found.protect) == ("ru-RU", "error", ("DL101",), ("Contoso",))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(expected=st.text(min_size=1), found=st.text(min_size=1), evidence=st.text())
def test_any_word_survives(tmp_path: Path, expected: str, found: str, evidence: str) -> None:
    words = " ".join(expected.split()), " ".join(found.split())
    if not all(words) or any("\ud800" <= char <= "\udfff" for char in expected + found):
        return
    (allow,) = written(tmp_path, Facts(), Proposal("ru", *words, 5, evidence)).allow
    assert (*allow.expected, *allow.found) == words


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    file = tmp_path / "doclint.toml"
    file.write_text("# ours\n")
    with pytest.raises(ConfigError, match="already exists: --force overwrites it"):
        write(file, "new")
    assert file.read_text() == "# ours\n"
    write(file, "new", force=True)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("doclint.toml", "new")]


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be written: No such file"):
        write(tmp_path / "gone" / "doclint.toml", "new")


def test_what_pages_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    commit = "0123456789abcdef0123456789abcdef01234567"
    for number in range(3):
        page = tmp_path / "ru-RU" / f"{number}.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(f"---\ndepot-commit: {commit}\ndepot-digest: {commit}\n---\n# Посылка\n", "utf-8")
    (tmp_path / "ru-RU" / "broken.md").write_bytes(b"\xff")
    targets = discover(["ru-RU"])
    assert look(targets) == Facts(locales=["ru-RU"], pin_keys=["depot-commit"], pages=4)
    initialize(targets, tmp_path / "doclint.toml", layout="mirror", source="en-US")
    found = read(tmp_path / "doclint.toml", RULES)
    assert (found.locale, found.pin_keys, found.layout) == ("ru-RU", ("depot-commit",), LayoutName("mirror"))
