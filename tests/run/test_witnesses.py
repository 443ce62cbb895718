"""Less evidence never makes an error, and what witnesses say is the same however a run is made."""

from __future__ import annotations

import json
import random
import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from doclint.engine import Witnesses
from doclint.layouts import Target
from doclint.run.checker import Checker
from doclint.run.witnesses.case import right
from tests.commandline import doclint
from tests.corpuspages import english, pinned
from tests.gitrepo import Repo, git
from tests.run.witnessed import CASES, SPANISH, check, errors, one_repository, two_repositories

BEGIN, DAY = 1_600_000_000, 86_400
WITNESSES = ["history", "lexicon", "locales", "before"]

METADATA = re.compile(r"^ms\.\w+: .*\n", re.MULTILINE)
"""What names the English of a page of the corpus, and proves it."""


@pytest.fixture(autouse=True)
def cache_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one run remembers is for the next one of the same test."""
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(tmp_path / "cache"))


def without(witness: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a run have one witness less; `before` is what history knows of the translation itself."""
    if witness == "before":
        monkeypatch.setattr(right, "was_right", lambda _case: None)
        return

    def fewer(*given: object) -> Witnesses:
        return Witnesses(*given)._replace(**{witness: None})  # type: ignore[arg-type]

    monkeypatch.setattr("doclint.run.load.Witnesses", fewer)


@pytest.mark.parametrize("witness", WITNESSES)
def test_less_evidence_never_makes_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, witness: str) -> None:
    one_repository(tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    whole = errors()
    assert {Path(str(path)).stem for path, _, _ in whole} == {"translated0", "own-letters0"}
    without(witness, monkeypatch)
    assert errors() - whole == set()


def test_in_a_shallow_clone_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = one_repository(tmp_path / "site")
    monkeypatch.chdir(repo.folder)
    whole = errors()
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repo.folder}", "clone")
    monkeypatch.chdir(tmp_path / "clone")
    assert errors() < whole


@pytest.mark.corpus
@pytest.mark.parametrize("witness", WITNESSES)
def test_less_evidence_never_makes_an_error_on_real_pages(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, witness: str
) -> None:
    """Each page is committed with the English that it was made from, then that English as it is today."""
    then: dict[str, str | bytes | None] = {}
    now: dict[str, str | bytes | None] = {}
    with english(corpus) as show:
        for place, text, source in pinned(corpus, "ru ja de", 60):
            tree, _, path = place.partition("/")
            then |= {f"en/{path}": source, f"{tree}/{path}": METADATA.sub("", text)}
            now[f"en/{path}"] = show(f"main:{path}") or source
    repo = Repo(tmp_path / "site")
    repo.commit(then)
    repo.commit(now)
    monkeypatch.chdir(repo.folder)
    trees = ["ru", "ja", "de"]
    whole = set[tuple[object, ...]]().union(*(errors(tree, "--source", "en") for tree in trees))
    assert len(whole) > 50
    without(witness, monkeypatch)
    assert set[tuple[object, ...]]().union(*(errors(tree, "--source", "en") for tree in trees)) - whole == set()


Checked = Callable[..., list[str]]


def one(folder: Path, monkeypatch: pytest.MonkeyPatch, copies: int) -> Checked:
    """A site in one repository, as a bare check lays it out."""
    monkeypatch.chdir(one_repository(folder / "site", copies).folder)
    return check


def two(folder: Path, monkeypatch: pytest.MonkeyPatch, copies: int) -> Checked:
    """A site in two repositories, whose English is named."""
    _, spanish = two_repositories(folder, copies)
    monkeypatch.chdir(spanish.folder / "es")
    return partial(check, "--source", "../../english/en")


@pytest.mark.parametrize("make", [one, two])
def test_the_same_bytes_for_any_number_of_jobs_any_order_warm_and_cold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path, pytest.MonkeyPatch, int], Checked]
) -> None:
    run = make(tmp_path, monkeypatch, 4)
    cold = run("-j", "1")
    for verdict in ("damaged", "needs-review", "source-changed"):
        assert any(f'"{verdict}"' in line for line in cold)
    assert run("-j", "1") == cold
    shutil.rmtree(tmp_path / "cache")
    assert run("-j", "4") == cold
    assert run("-j", "4") == cold
    paths = sorted({json.loads(line)["path"] for line in cold})
    random.Random(1).shuffle(paths)
    assert sorted(run(*paths)) == sorted(cold)
    shutil.rmtree(tmp_path / "cache")
    assert sorted(run(*paths, "-j", "4")) == sorted(cold)
    assert sorted(line for path in paths[:: len(CASES)] for line in run(path)) == sorted(
        line for line in cold if any(f'"{path}"' in line for path in paths[:: len(CASES)])
    )


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that runs check from now on, and do not find in the cache."""
    found: list[str] = []
    before = Checker.check

    def counted(self: Checker, target: Target, data: bytes | None = None) -> object:
        found.append(target.path)
        return before(self, target, data)

    monkeypatch.setattr(Checker, "check", counted)
    return found


def about(lines: list[str], page: str, verdict: str) -> bool:
    return any(f'"{page}.md"' in line and f'"verdict":"{verdict}"' in line.replace(": ", ":") for line in lines)


def test_new_commit_of_the_english_changes_a_warm_verdict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, looked_at: list[str]
) -> None:
    """The page reads as before, and history has a version more: other pages need not be checked again."""
    source, spanish = two_repositories(tmp_path, 2)
    monkeypatch.chdir(spanish.folder / "es")
    run = partial(check, ".", "-j", "1", "--source", "../../english/en")
    assert about(run(), "translated0", "damaged")
    looked_at.clear()
    run()
    assert looked_at == []
    text = (source.folder / "en/translated0.md").read_text()
    source.commit({"en/translated0.md": text.replace("waitState", "estadoDeEspera")})
    source.commit({"en/translated0.md": text})
    assert about(run(), "translated0", "source-changed")
    assert looked_at == ["translated0.md"]


def test_new_commit_of_the_translation_changes_a_warm_verdict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, looked_at: list[str]
) -> None:
    source, spanish = two_repositories(tmp_path, 2)
    text = (source.folder / "en/translated0.md").read_text()
    source.commit({"en/translated0.md": text.replace("waitState", "pendingState")}, BEGIN + 10 * DAY)
    source.commit({"en/translated0.md": text}, BEGIN + 20 * DAY)
    monkeypatch.chdir(spanish.folder / "es")
    page = Path("translated0.md")
    page.write_text(page.read_text().replace("estadoDeEspera", "estadoNuevo"))
    run = partial(check, ".", "-j", "1", "--source", "../../english/en")
    assert not about(run(), "translated0", "source-changed")
    looked_at.clear()
    spanish.commit({}, BEGIN + 15 * DAY)
    assert about(run(), "translated0", "source-changed")
    assert looked_at == ["translated0.md"]


def test_versions_that_come_later_are_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, spanish = two_repositories(tmp_path, 2)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{source.folder}", "clone")
    monkeypatch.chdir(spanish.folder / "es")
    assert not about(check(".", "--source", "../../clone/en"), "renamed0", "source-changed")
    git(tmp_path / "clone", "fetch", "-q", "--unshallow")
    assert about(check(".", "--source", "../../clone/en"), "renamed0", "source-changed")


def test_fix_asks_again_what_a_check_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, spanish = two_repositories(tmp_path, 2)
    monkeypatch.chdir(spanish.folder / "es")
    check(".", "--source", "../../english/en")
    text = (source.folder / "en/translated0.md").read_text()
    source.commit({"en/translated0.md": text.replace("waitState", "estadoDeEspera")})
    source.commit({"en/translated0.md": text})
    before = Path("translated0.md").read_text()
    assert doclint("fix", ".", "--source", "../../english/en").exit_code in (0, 1)
    assert Path("translated0.md").read_text() == before


SIBLINGS = ("fr", "it", "pt")


def with_siblings(folder: Path, word: str, count: int = 3) -> None:
    """The page `renamed0` in other languages; without versions, so that only they can tell."""
    site = folder / "site"
    shutil.rmtree(site / ".git")
    for tag in SIBLINGS[:count]:
        page = site / "content" / tag / "renamed0.md"
        page.parent.mkdir()
        page.write_text(SPANISH.format(word=word).replace("caja", f"{tag}caja"), encoding="utf-8")


@pytest.mark.parametrize(
    ("word", "count", "says", "verdict", "severity"),
    [
        ("`pendingState`", 3, "changed", "source-changed", "note"),
        ("`waitState`", 3, "damaged", "needs-review", "warning"),
        ("`waitState`", 2, None, "needs-review", "warning"),
        ("`otherState`", 3, None, "needs-review", "warning"),
    ],
    ids=["same old word", "expected word", "two are too few", "neither"],
)
def test_other_languages_tell_where_nothing_else_does(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    word: str,
    count: int,
    says: str | None,
    verdict: str,
    severity: str,
) -> None:
    one_repository(tmp_path / "site")
    with_siblings(tmp_path, word, count)
    monkeypatch.chdir(tmp_path / "site")
    found = next(row for line in check() if (row := json.loads(line))["path"] == "content/es/renamed0.md")
    heard = {one["witness"]: one["says"] for one in found["witnesses"]}
    assert (heard.get("locales"), found["verdict"], found["severity"]) == (says, verdict, severity)


def test_change_to_another_language_changes_a_warm_verdict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, looked_at: list[str]
) -> None:
    one_repository(tmp_path / "site", 2)
    with_siblings(tmp_path, "`pendingState`")
    monkeypatch.chdir(tmp_path / "site")
    page = "content/es/renamed0.md"
    run = partial(check, "-j", "1")
    assert about(run(), page[:-3], "source-changed")
    looked_at.clear()
    run()
    assert looked_at == []
    for tag in SIBLINGS:
        other = Path(f"content/{tag}/renamed0.md")
        other.write_text(other.read_text().replace("pendingState", "waitState"))
    assert about(run(), page[:-3], "needs-review")
    assert page in looked_at
    assert "content/es/recased0.md" not in looked_at
