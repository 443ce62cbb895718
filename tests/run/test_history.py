"""What the versions of both pages say of a difference: damage, or another version of the English."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from doclint.cli import main
from tests.gitrepo import Repo, git

ENGLISH, GERMAN = "en/parcel.md", "de/parcel.md"

DAY = 86_400
BEGIN = 1_600_000_000


class Said(NamedTuple):
    """What was said of one difference."""

    verdict: str
    says: str
    commit: str


def english(word: str = "`waitState`", more: str = "") -> str:
    return (
        "# Parcels\n\nA parcel has a `weight` and a `size` in `units`.\n\n"
        f"The `status` of a new parcel is {word} until a `courier` takes it.\n\n"
        f"{more}Call `shipParcel` to hand it over to the `depot`.\n"
    )


def german(word: str = "`waitState`", more: str = "") -> str:
    return (
        "# Pakete\n\nEin Paket hat ein `weight` und eine `size` in `units`.\n\n"
        f"Der `status` eines neuen Pakets ist {word}, bis ein `courier` es nimmt.\n\n"
        f"{more}Mit `shipParcel` wird es dem `depot` übergeben.\n"
    )


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "site")


def checked(folder: Path, monkeypatch: pytest.MonkeyPatch, *options: str) -> list[dict[str, object]]:
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(main, ["check", "--no-config", "--format", "jsonl", "--exit-zero", *options])
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def heard(findings: Sequence[dict[str, object]], word: str) -> Said:
    """What is said of the one difference whose expected word this is."""
    (finding,) = [one for one in findings if one["expected"] == word]
    witnesses = finding["witnesses"]
    assert isinstance(witnesses, list)
    said = next((one for one in witnesses if one["witness"] == "history"), {})
    return Said(str(finding["verdict"]), said.get("says", ""), said.get("commit", ""))


def said(repo: Repo, monkeypatch: pytest.MonkeyPatch, word: str = "waitState") -> Said:
    return heard(checked(repo.folder, monkeypatch, "de", "--source", "en"), word)


def test_english_that_changed_after_the_translation(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit({ENGLISH: english("`pending`"), GERMAN: german("`pending`")})
    change = repo.commit({ENGLISH: english("`waitState`")})
    repo.commit({GERMAN: german("`pending`") + "\nMehr.\n"})
    assert said(repo, monkeypatch) == Said("source-changed", "changed", change)


def test_words_that_the_english_gained_later(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit({ENGLISH: english("open"), GERMAN: german("offen")})
    change = repo.commit({ENGLISH: english("`on-hold`")})
    assert said(repo, monkeypatch, "on-hold") == Said("source-changed", "changed", change)


def test_plain_words_that_became_code_later(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit({ENGLISH: english("on-hold"), GERMAN: german("zurückgestellt")})
    change = repo.commit({ENGLISH: english("`on-hold`")})
    assert said(repo, monkeypatch, "on-hold") == Said("source-changed", "changed", change)


def test_translation_of_other_english_that_is_in_no_version_itself(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit({ENGLISH: english("`pending`"), GERMAN: german("`wartend`")})
    change = repo.commit({ENGLISH: english("`waitState`")})
    assert said(repo, monkeypatch) == Said("source-changed", "changed", change)


def test_translation_that_was_damaged_by_a_later_change(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit({ENGLISH: english(), GERMAN: german()})
    damage = repo.commit({GERMAN: german("`wartend`")})
    repo.commit({GERMAN: german("`wartend`") + "\nMehr.\n", ENGLISH: english() + "\nMore.\n"})
    assert said(repo, monkeypatch) == Said("damaged", "was-right", damage)


@pytest.mark.parametrize(
    ("names", "verdict"), [(("openDock", "shutDock"), "needs-review"), (("openDoor", "shutDoor"), "damaged")]
)
def test_translation_that_follows_english_which_is_not_here(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, names: tuple[str, str], verdict: str
) -> None:
    """It has code that no version of the English has, so that its upstream may have other words, too."""
    code = "{0}\n\nAlso.\n\n```js\n{1}();\n{1}(now);\n{2}();\n```\n\n`{2}`.\n\n"
    repo.commit({ENGLISH: english(more=code.format("So.", "openDoor", "shutDoor"))})
    repo.commit({ENGLISH: english(), GERMAN: german()})
    repo.commit({GERMAN: german("`awaitState`", code.format("Neu.", *names))})
    assert said(repo, monkeypatch)[0] == verdict


def test_translation_that_was_damaged_from_the_beginning(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit({ENGLISH: english()})
    repo.commit({GERMAN: german("`wartend`")})
    assert said(repo, monkeypatch)[:2] == ("damaged", "damaged")


def test_dropped_words_that_the_english_always_had(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit({ENGLISH: english("`on-hold`")})
    repo.commit({GERMAN: german("so")})
    assert said(repo, monkeypatch, "on-hold")[:2] == ("damaged", "damaged")


def test_pages_that_came_in_together(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    """From another repository perhaps, where the English read otherwise when it was translated."""
    repo.commit({ENGLISH: english(), GERMAN: german("`wartend`")})
    repo.commit({ENGLISH: english() + "\nMore.\n", GERMAN: german("`wartend`") + "\nMehr.\n"})
    assert said(repo, monkeypatch) == Said("needs-review", "", "")


def test_word_of_another_part_of_the_page_proves_nothing_about_the_page(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another paragraph said once was not said in this one; but the translation may be of that one."""
    more = "A `pending` parcel lies in the `yard`.\n\n"
    repo.commit({ENGLISH: english(more=more), GERMAN: german("`pending`", "Ein Paket liegt im `yard`.\n\n")})
    repo.commit({ENGLISH: english()})
    assert said(repo, monkeypatch)[0] == "needs-review"


def test_english_that_was_new_when_the_translation_was_written(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    """The translator may have worked from the page as it was; what looks like neither tells nothing."""
    repo.commit({ENGLISH: english("`pending`")})
    repo.commit({ENGLISH: english("`waitState`")})
    repo.commit({GERMAN: german("`offen`")})
    assert said(repo, monkeypatch) == Said("needs-review", "", "")


def test_word_made_from_new_english(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit({ENGLISH: english("`pending`")})
    repo.commit({ENGLISH: english("`waitState`")})
    written = repo.commit({GERMAN: german("`waitend`")})
    assert said(repo, monkeypatch) == Said("damaged", "damaged", written)


def test_english_that_changed_long_before_the_translation(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit({ENGLISH: english("`pending`")}, BEGIN)
    repo.commit({ENGLISH: english("`waitState`")}, BEGIN + DAY)
    written = repo.commit({GERMAN: german("`offen`")}, BEGIN + 100 * DAY)
    assert said(repo, monkeypatch) == Said("damaged", "damaged", written)


def test_part_that_came_later_than_the_translation(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    more = "Every `parcelLabel` shows a `barcode` that the `scanner` reads.\n\n"
    repo.commit({ENGLISH: english(), GERMAN: german(more="Ein Aufkleber mit `barcode` für den `scanner`.\n\n")})
    repo.commit({ENGLISH: english(more=more)})
    assert said(repo, monkeypatch, "parcelLabel")[:2] == ("source-changed", "changed")


def test_change_that_came_with_a_merge(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    """The merge itself has what neither side had, so that no commit but the merge shows it."""
    repo.commit({ENGLISH: english("`pending`"), GERMAN: german("`pending`")})
    git(repo.folder, "checkout", "-q", "-b", "side")
    repo.commit({"side.txt": "x"})
    git(repo.folder, "checkout", "-q", "main")
    repo.commit({"main.txt": "x"})
    git(repo.folder, "merge", "-q", "--no-commit", "--no-ff", "side")
    merge = repo.commit({ENGLISH: english("`waitState`")})
    assert git(repo.folder, "rev-list", "--parents", "-1", "HEAD").count(" ") == 2
    assert said(repo, monkeypatch) == Said("source-changed", "changed", merge)


def test_side_branch_counts_from_its_merge(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit({ENGLISH: english("`pending`"), GERMAN: german("`pending`")})
    git(repo.folder, "checkout", "-q", "-b", "side")
    repo.commit({ENGLISH: english("`held`")})
    repo.commit({ENGLISH: english("`waitState`")})
    git(repo.folder, "checkout", "-q", "main")
    repo.commit({"main.txt": "x"})
    git(repo.folder, "merge", "-q", "--no-ff", "-m", "x", "side")
    assert said(repo, monkeypatch) == Said("source-changed", "changed", git(repo.folder, "rev-parse", "HEAD"))


@pytest.mark.parametrize("word", ["`pending`", "`held`"], ids=["moved as it was", "moved and changed"])
def test_pages_that_were_renamed(repo: Repo, monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    repo.commit({"en/old.md": english("`pending`"), "de/alt.md": german("`pending`")})
    repo.commit({"en/other.md": "# Other\n\nAnother page.\n"})
    ended = dict.fromkeys(("en/old.md", "en/other.md", "de/alt.md"))
    repo.commit({**ended, ENGLISH: english(word), GERMAN: german("`pending`")})
    change = repo.commit({ENGLISH: english("`waitState`")})
    expected = change if word == "`pending`" else git(repo.folder, "rev-parse", "HEAD~1")
    assert said(repo, monkeypatch) == Said("source-changed", "changed", expected)


def test_shallow_clone_is_no_proof(repo: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    repo.commit({ENGLISH: english("`pending`"), GERMAN: german("`wartend`")})
    repo.commit({ENGLISH: english("`waitState`")})
    repo.commit({"more.txt": "x"})
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repo.folder}", "clone")
    findings = checked(tmp_path / "clone", monkeypatch, "de", "--source", "en")
    assert heard(findings, "waitState") == Said("needs-review", "", "")


def test_shallow_clone_that_was_deepened(repo: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    repo.commit({ENGLISH: english("`pending`"), GERMAN: german("`pending`")})
    change = repo.commit({ENGLISH: english("`waitState`")})
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repo.folder}", "clone")
    assert heard(checked(tmp_path / "clone", monkeypatch, "de", "--source", "en"), "waitState").says == ""
    git(tmp_path / "clone", "fetch", "-q", "--unshallow")
    findings = checked(tmp_path / "clone", monkeypatch, "de", "--source", "en")
    assert heard(findings, "waitState") == Said("source-changed", "changed", change)


@pytest.mark.parametrize("path", [ENGLISH, GERMAN])
def test_missing_version_is_no_proof(repo: Repo, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    repo.commit({ENGLISH: english("`pending`")})
    repo.commit({ENGLISH: english("`waitState`")})
    repo.commit({GERMAN: german("`waitend`")})
    repo.commit({GERMAN: german("`waitend`") + "\nMehr.\n"})
    blob = git(repo.folder, "rev-parse", "HEAD~3:en/parcel.md" if path == ENGLISH else "HEAD~1:de/parcel.md")
    (repo.folder / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    assert said(repo, monkeypatch) == Said("needs-review", "", "")


class TestTwoRepositories:
    """English and translation in repositories of their own: only the time of the commits tells the order."""

    @pytest.fixture
    def sides(self, tmp_path: Path) -> tuple[Repo, Repo]:
        return Repo(tmp_path / "english"), Repo(tmp_path / "german")

    def said(self, sides: tuple[Repo, Repo], monkeypatch: pytest.MonkeyPatch) -> Said:
        findings = checked(sides[1].folder, monkeypatch, ".", "--source", str(sides[0].folder))
        return heard(findings, "waitState")

    def test_english_that_changed(self, sides: tuple[Repo, Repo], monkeypatch: pytest.MonkeyPatch) -> None:
        sides[0].commit({"parcel.md": english("`pending`")})
        change = sides[0].commit({"parcel.md": english("`waitState`")})
        sides[1].commit({"parcel.md": german("`pending`")})
        assert self.said(sides, monkeypatch) == Said("source-changed", "changed", change)

    @pytest.mark.parametrize(("days", "verdict"), [(60, "needs-review"), (120, "damaged")])
    def test_word_that_english_gained_before(
        self, sides: tuple[Repo, Repo], monkeypatch: pytest.MonkeyPatch, days: int, verdict: str
    ) -> None:
        sides[0].commit({"parcel.md": english("`pending`")}, BEGIN)
        sides[0].commit({"parcel.md": english("`waitState`")}, BEGIN + DAY)
        sides[1].commit({"parcel.md": german("`waitend`")}, BEGIN + days * DAY)
        assert self.said(sides, monkeypatch).verdict == verdict

    def test_translation_without_a_repository(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        repo = Repo(tmp_path / "english")
        repo.commit({"parcel.md": english("`pending`")})
        change = repo.commit({"parcel.md": english("`waitState`")})
        (tmp_path / "parcel.md").write_text(german("`pending`"))
        findings = checked(tmp_path, monkeypatch, "parcel.md", "--source", str(repo.folder))
        assert heard(findings, "waitState") == Said("source-changed", "changed", change)


def test_english_left_in_the_translation_is_not_foreign_to_the_english(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = "Every parcel must have been weighed before anybody may hand it over to the courier.\n\n"
    repo.commit({ENGLISH: english(more=left), GERMAN: german(more=left)})
    (finding,) = checked(repo.folder, monkeypatch, "de", "--source", "en")
    assert (finding["rule"], finding["expected"], finding["witnesses"]) == ("untranslated-block", None, [])


def test_working_tree_that_is_newer(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit({ENGLISH: english(), GERMAN: german()})
    (repo.folder / GERMAN).write_text(german("`wartend`"))
    assert said(repo, monkeypatch)[:2] == ("damaged", "was-right")


def test_english_in_the_working_tree_that_is_newer(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit({ENGLISH: english("`pending`"), GERMAN: german("`pending`")})
    (repo.folder / ENGLISH).write_text(english("`waitState`"))
    assert said(repo, monkeypatch)[:2] == ("source-changed", "changed")


def test_translation_that_began_as_a_copy(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words are right in a copy, but nobody had translated them yet: what counts is the English of later."""
    repo.commit({ENGLISH: english(), GERMAN: english()})
    repo.commit({GERMAN: german("`wartend`")})
    assert said(repo, monkeypatch) == Said("damaged", "damaged", "")


def test_any_number_of_processes_says_the_same(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {f"en/{n}.md": english("`pending`") for n in range(40)} | {f"de/{n}.md": german("`p`") for n in range(40)}
    repo.commit(dict(pages))
    repo.commit({f"en/{n}.md": english("`waitState`") for n in range(40)})
    runs = [checked(repo.folder, monkeypatch, "de", "--source", "en", "--no-cache", "--jobs", n) for n in "12"]
    assert runs[0] == runs[1]
    assert {one["verdict"] for one in runs[0]} == {"source-changed"}


class TestKeptLog:
    """The log lies in the cache folder."""

    @pytest.fixture
    def cache(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setenv("DOCLINT_CACHE_DIR", str(tmp_path / "cache"))
        return tmp_path / "cache"

    def logs(self, cache: Path) -> list[Path]:
        return sorted(cache.glob("git-log-*"))

    def test_it_is_extended(self, repo: Repo, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        repo.commit({ENGLISH: english("`pending`"), GERMAN: german("`pending`")})
        repo.commit({ENGLISH: english("`waitState`")})
        assert said(repo, monkeypatch).says == "changed"
        change = repo.commit({ENGLISH: english("`held`")})
        assert said(repo, monkeypatch, "held").says == "changed"
        repo.commit({GERMAN: german("`waitState`")})
        assert said(repo, monkeypatch, "held") == Said("source-changed", "changed", change)
        (log,) = self.logs(cache)
        assert git(repo.folder, "rev-parse", "HEAD").startswith(log.stem.rpartition("-")[2])

    def test_older_commit_is_asked_of_the_same_file(
        self, repo: Repo, cache: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        repo.commit({ENGLISH: english("`pending`"), GERMAN: german("`pending`")})
        change = repo.commit({ENGLISH: english("`waitState`")})
        repo.commit({ENGLISH: english("`held`")})
        assert said(repo, monkeypatch, "held").says == "changed"
        before = self.logs(cache)
        git(repo.folder, "checkout", "-q", "--detach", "HEAD~1")
        assert said(repo, monkeypatch) == Said("source-changed", "changed", change)
        assert self.logs(cache) == before

    @pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
    def test_damaged_one_is_made_anew(
        self, repo: Repo, cache: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes
    ) -> None:
        repo.commit({ENGLISH: english("`pending`"), GERMAN: german("`pending`")})
        repo.commit({ENGLISH: english("`waitState`")})
        expected = said(repo, monkeypatch)
        (log,) = self.logs(cache)
        log.write_bytes(damage)
        assert said(repo, monkeypatch) == expected
        assert len(self.logs(cache)) == 1

    def test_rewritten_history(self, repo: Repo, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        repo.commit({ENGLISH: english("`pending`"), GERMAN: german("`pending`")})
        repo.commit({ENGLISH: english("`waitState`")})
        assert said(repo, monkeypatch).says == "changed"
        git(repo.folder, "checkout", "-q", "--orphan", "new")
        repo.commit({ENGLISH: english("`waitState`"), GERMAN: None})
        repo.commit({GERMAN: german("`pending`")})
        assert said(repo, monkeypatch).says == "damaged"

    def test_folder_that_cannot_be_written(self, repo: Repo, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        repo.commit({ENGLISH: english("`pending`"), GERMAN: german("`pending`")})
        change = repo.commit({ENGLISH: english("`waitState`")})
        cache.write_text("a file in its place")
        assert said(repo, monkeypatch) == Said("source-changed", "changed", change)


def test_settings_of_the_repository_change_nothing(repo: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    repo.commit({ENGLISH: english("`pending`"), GERMAN: german("`pending`"), ".gitattributes": "*.md diff=spy\n"})
    change = repo.commit({ENGLISH: english("`waitState`")})
    spy = f"touch {tmp_path / 'run'}; cat"
    settings = {"diff.spy.textconv": spy, "diff.external": spy, "log.showSignature": "true", "gpg.program": spy}
    settings |= {"diff.renames": "copies", "log.diffMerges": "combined", "log.follow": "true", "diff.noprefix": "true"}
    for key, value in settings.items():
        git(repo.folder, "config", key, value)
    assert said(repo, monkeypatch) == Said("source-changed", "changed", change)
    assert not (tmp_path / "run").exists()


def test_without_git(repo: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    repo.commit({ENGLISH: english(), GERMAN: german("`wartend`")})
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert shutil.which("git") is None
    assert said(repo, monkeypatch) == Said("needs-review", "", "")


@pytest.mark.parametrize(
    ("word", "verdicts"),
    [("`waitState`", []), ("`heldState`", []), ("`wartend`", ["damaged"]), ("`pending`", [])],
    ids=["the newest", "one between", "none", "the one that the page names"],
)
def test_page_that_is_ahead_of_the_english_it_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str, verdicts: list[str]
) -> None:
    source = Repo(tmp_path / "english")
    first = source.commit({"parcel.md": english("`pending`")})
    source.commit({"parcel.md": english("`heldState`") + "\nMore.\n"})
    source.commit({"parcel.md": english("`waitState`") + "\nMore.\n"})
    (tmp_path / "de").mkdir()
    front = f"---\ndefault_lang_commit: {first}\n---\n\n"
    (tmp_path / "de" / "parcel.md").write_text(front + german(word), encoding="utf-8")
    findings = checked(tmp_path, monkeypatch, "de", "--source", "english")
    assert [one["verdict"] for one in findings if one["expected"] == "pending"] == verdicts


def test_word_of_another_part_does_not_excuse_a_page_that_names_its_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Repo(tmp_path / "english")
    first = source.commit({"parcel.md": english("`pending`")})
    source.commit({"parcel.md": english("`pending`", "Each `heldState` parcel lies in the `yard`.\n\n")})
    (tmp_path / "de").mkdir()
    front = f"---\ndefault_lang_commit: {first}\n---\n\n"
    (tmp_path / "de" / "parcel.md").write_text(front + german("`heldState`"), encoding="utf-8")
    findings = checked(tmp_path, monkeypatch, "de", "--source", "english")
    assert [one["verdict"] for one in findings if one["expected"] == "pending"] == ["damaged"]


class TestCopies:
    """A page that was copied for a version of the product, while the page itself went on."""

    def test_english_that_changed_before_it_was_copied(self, repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
        repo.commit({ENGLISH: english("`pending`"), GERMAN: german("`pending`")})
        change = repo.commit({ENGLISH: english("`waitState`")})
        repo.commit({"old/en/parcel.md": english("`waitState`"), "old/de/parcel.md": german("`pending`")})
        found = checked(repo.folder, monkeypatch, "old/de", "--source", "old/en")
        assert heard(found, "waitState") == Said("source-changed", "changed", change)

    def test_copy_that_was_changed_a_little(self, repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
        rest = "\n".join(f"Parcels of size {size} go by road.\n" for size in range(10)) + "\n"
        repo.commit({ENGLISH: english("`pending`", rest), GERMAN: german("`pending`", rest)})
        change = repo.commit({ENGLISH: english("`waitState`", rest)})
        copied = english("`waitState`", rest).replace("# Parcels", "# Parcels 1.0")
        repo.commit({"old/en/parcel.md": copied, "old/de/parcel.md": german("`pending`", rest)})
        found = checked(repo.folder, monkeypatch, "old/de", "--source", "old/en")
        assert heard(found, "waitState") == Said("source-changed", "changed", change)

    def test_page_of_the_same_name_that_is_another(self, repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
        repo.commit({"other/parcel.md": english("`wartend`").replace("parcel", "box").replace("depot", "dock")})
        repo.commit({ENGLISH: english()})
        repo.commit({GERMAN: german("`wartend`")})
        assert said(repo, monkeypatch)[:2] == ("damaged", "damaged")

    def test_history_that_begins_with_many_pages(self, repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
        repo.commit({"README.md": "# Depots\n"})
        many = {f"en/page{number}.md": f"# Page {number}\n" for number in range(30)}
        repo.commit({ENGLISH: english(), GERMAN: german("`wartend`"), **many})
        assert said(repo, monkeypatch)[:2] == ("needs-review", "")

    def test_translations_that_were_made_of_many_pages(self, repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
        pages = range(30)
        repo.commit({ENGLISH: english(), **{f"en/page{number}.md": f"# Page {number}\n" for number in pages}})
        many = {f"de/page{number}.md": f"# Seite {number}\n" for number in pages}
        repo.commit({GERMAN: german("`wartend`"), **many})
        assert said(repo, monkeypatch)[:2] == ("damaged", "damaged")
