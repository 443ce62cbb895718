"""The hook of authors: which translations a changed English page leaves stale, and what in it translators damage."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from doclint.cli import main
from tests.gitrepo import Repo

ENGLISH = "---\ntitle: Parcel\n---\n# Parcel\n\nThe courier carries it.\n"
STATES = "# States\n\n|Member|Note|\n|:---|:---|\n|`atDepot`|x|\n|inTransit|on its way|\n|onHold|waits|\n"
JAPANESE = STATES.replace("inTransit", "イントランジット").replace("onHold", "オンホールド")
HUGO = "defaultContentLanguage: en\nlanguages:\n  en:\n    contentDir: content/en\n  ja:\n    contentDir: content/ja\n  ar:\n    contentDir: content/ar\n"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "site")


@pytest.fixture
def site(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> Path:
    pages = {f"content/{locale}/parcel.md": ENGLISH for locale in ("en", "ja", "ar")}
    repo.commit({"hugo.yaml": HUGO, "content/en/depot.md": ENGLISH, **pages})
    monkeypatch.chdir(repo.folder)
    return repo.folder


def hook(*files: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["source", "hook", *files])
    return done.exit_code, done.output


def test_translations_of_a_changed_page_are_stale(site: Path) -> None:
    code, said = hook("content/en/parcel.md", "content/en/depot.md")
    assert code == 0
    assert said.splitlines() == [
        "content/en/parcel.md: 2 translations are now stale",
        "  content/ar/parcel.md",
        "  content/ja/parcel.md",
    ]


def test_a_translation_that_changes_too_is_up_to_date(site: Path) -> None:
    _, said = hook("content/en/parcel.md", "content/ja/parcel.md")
    assert said.splitlines() == ["content/en/parcel.md: 1 translation is now stale", "  content/ar/parcel.md"]


def test_pages_that_are_no_source_are_passed_over(site: Path) -> None:
    assert hook("content/ja/parcel.md", "content/en/depot.md") == (0, "")
    assert hook() == (0, "")


def test_english_in_a_repository_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The workspace of the English repository names its translations beside it."""
    english, korean = Repo(tmp_path / "docs"), Repo(tmp_path / "docs.ko-kr")
    workspace = '[source]\npath = "."\n\n[[target]]\nname = "ko"\npath = "../docs.ko-kr"\nlocale = "ko-KR"\n'
    english.commit({"doclint.toml": workspace, "parcel.md": ENGLISH})
    korean.commit({"parcel.md": ENGLISH})
    monkeypatch.chdir(english.folder)
    code, said = hook("parcel.md")
    assert code == 0
    assert said.splitlines() == ["parcel.md: 1 translation is now stale", "  ../docs.ko-kr/parcel.md (ko)"]


def test_translations_in_repositories_and_mirrors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    english, japanese = Repo(tmp_path / "docs"), Repo(tmp_path / "japanese")
    japanese.commit({"states.md": JAPANESE})
    bare = japanese.bare(tmp_path / "docs.ja-jp.git")
    targets = "".join(
        f'\n[[target]]\nname = "{name}"\nrepository = "{where}"\nrev = "main"\nlocale = "ja-JP"\n'
        for name, where in {"ja": "../docs.ja-jp.git", "ja far away": f"file://{bare}"}.items()
    )
    english.commit({"doclint.toml": f'[source]\npath = "."\n{targets}', "states.md": STATES})
    monkeypatch.chdir(english.folder)
    Path("states.md").write_text(STATES.replace("on its way", "leaves"), encoding="utf-8")
    code, said = hook("states.md")
    assert (code, "`doclint source sync` gets them" in said, "now stale" in said) == (0, True, False)
    assert CliRunner().invoke(main, ["source", "sync"]).exit_code == 0
    _, said = hook("states.md")
    assert said.splitlines()[:4] == [
        "states.md: 2 translations are now stale",
        "  states.md (ja)",
        "  states.md (ja far away)",
        'states.md:6:2: "inTransit" is damaged in 2 translated places: イントランジット (ja-JP); write `inTransit`',
    ]


def test_it_never_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "doclint.toml").write_text("nonsense = 1\n")
    (tmp_path / "a.md").write_text("# A\n")
    code, said = hook("a.md")
    assert (code, said.count("\n")) == (0, 1)


@pytest.fixture
def states(repo: Repo, site: Path) -> Path:
    """A page whose translation, of the English as committed, is damaged."""
    pages = {"en": STATES, "ja": JAPANESE, "ar": STATES.replace("inTransit", "في العبور")}
    repo.commit({f"content/{locale}/states.md": text for locale, text in pages.items()})
    return site / "content/en/states.md"


def test_words_of_the_changed_lines_are_warned_of_with_what_became_of_them(states: Path) -> None:
    states.write_text(STATES.replace("on its way", "leaves the laneDepot"), encoding="utf-8")
    code, said = hook("content/en/states.md")
    assert code == 0
    assert said.splitlines() == [
        "content/en/states.md: 2 translations are now stale",
        "  content/ar/states.md",
        "  content/ja/states.md",
        'content/en/states.md:6:2: "inTransit" is damaged in 2 translated places: \u2068في العبور\u2069 (ar), イントランジット (ja); write `inTransit`',
        'content/en/states.md:6:23: "laneDepot" is a word that translators damage; write `laneDepot`',
        "  and 1 word on lines that stay: doclint advise content/en/states.md",
    ]


def test_a_renamed_word_is_no_damage_of_its_old_name(states: Path) -> None:
    """The translations are laid beside the English that they were made from."""
    states.write_text(STATES.replace("onHold", "isWaiting"), encoding="utf-8")
    _, said = hook("content/en/states.md")
    assert '"isWaiting" is a word that translators damage' in said
    assert '"onHold"' not in said


@pytest.mark.usefixtures("states")
def test_what_is_new_is_told_from_where_pre_commit_says(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit({"content/en/states.md": STATES + "\nThe laneDepot.\n"})
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", "HEAD~1")
    _, said = hook("content/en/states.md")
    assert "states.md:9:5" in said
    assert "and 2 words on lines that stay" in said


@pytest.mark.usefixtures("states")
def test_an_unchanged_page_is_looked_at_whole() -> None:
    """As `pre-commit run --all-files` names them."""
    _, said = hook("content/en/states.md")
    assert ("states.md:6:2" in said, "states.md:7:2" in said, "lines that stay" in said) == (True, True, False)


def test_a_new_page_has_words_though_no_translation(site: Path) -> None:
    (site / "content/en/lane.md").write_text("# Lanes\n\nThe laneDepot.\n", encoding="utf-8")
    code, said = hook("content/en/lane.md", "content/ja/parcel.md")
    assert (code, said.count("\n")) == (0, 1)
    assert said.startswith('content/en/lane.md:3:5: "laneDepot" is a word that translators damage')


def test_a_repository_of_english_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Repo(tmp_path / "docs").commit({"states.md": STATES, "broken.md": "\ufeff"})
    monkeypatch.chdir(tmp_path / "docs")
    Path("broken.md").write_bytes(b"\xff\xfe\x00")
    code, said = hook("states.md", "broken.md")
    assert code == 0
    assert "only the words of the English are checked: no layout is recognized here" in said
    assert 'states.md:6:2: "inTransit" is a word that translators damage' in said


def test_few_words_are_named_and_the_others_counted(site: Path) -> None:
    names = "".join(f"Set laneDepot{letter}s.\n\n" for letter in "ABCDEFGHIJKL")
    (site / "content/en/lane.md").write_text(f"# Lanes\n\n{names}", encoding="utf-8")
    _, said = hook("content/en/lane.md")
    assert said.count("is a word that translators damage") == 10
    assert said.splitlines()[-1] == "  and 2 more words here: doclint advise content/en/lane.md"
