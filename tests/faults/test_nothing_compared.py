"""A run in which nearly no page has the English that was expected could not be made: code 2, the reason, the next step."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result

from tests.commandline import doclint
from tests.faults.command import ENGLISH, site
from tests.gitrepo import git

MIRROR = 'source.url = "https://example.com/docs.git"\n'
DECLARED = '{"docsets_to_publish": [{"locale": "ja-jp"}]}'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of twenty pages, and a folder that is no source of it."""
    monkeypatch.chdir(site(tmp_path, pages=20))
    Path("wrong").mkdir()
    Path("wrong/other.md").write_text(ENGLISH, "utf-8")
    return tmp_path


def refused(done: Result) -> str:
    """The line of a run that could not be made."""
    assert done.exit_code == 2
    line = done.stderr.splitlines()[-1]
    assert line.endswith(", or use --allow-alone to check without it")
    return line.removeprefix("doclint: ").removesuffix(", or use --allow-alone to check without it")


def test_wrong_source() -> None:
    line = '20 of 20 pages have no English in "wrong" (no such page in the source folder): correct --source'
    assert refused(doclint("check", "ja", "--source", "wrong")) == line
    allowed = doclint("check", "ja", "--source", "wrong", "--allow-alone")
    assert (allowed.exit_code, allowed.stderr) == (0, "")
    assert "on 20 of 20 pages\n" in allowed.stdout


def test_wrong_source_in_the_configuration() -> None:
    Path("doclint.toml").write_text('source = "wrong"\n', "utf-8")
    assert refused(doclint("check", "ja")).endswith("correct source in doclint.toml")


@pytest.mark.parametrize("with_english", [0, 1, 2])
def test_one_page_in_twenty_is_enough(with_english: int) -> None:
    for number in range(20, 40):
        Path(f"ja/p{number}.md").write_bytes(Path("ja/p0.md").read_bytes())
    for number in range(with_english):
        Path(f"wrong/p{number}.md").write_text(ENGLISH, "utf-8")
    assert doclint("check", "ja", "--source", "wrong").exit_code == (1 if with_english == 2 else 2)


def test_mirror_that_is_not_here() -> None:
    Path("en").rename(".en")
    Path("doclint.toml").write_text(MIRROR, "utf-8")
    line = '20 of 20 pages have no English from "https://example.com/docs.git", which is not here yet: '
    assert refused(doclint("check", "ja")) == f"{line}`doclint source sync` gets it"
    hook = doclint("check", "ja/p0.md", "ja/p1.md")
    assert (hook.exit_code, "(`doclint source sync` gets it)" in hook.stderr) == (0, True)


def test_layout_without_its_source() -> None:
    Path(".openpublishing.publish.config.json").write_text(DECLARED, "utf-8")
    git(Path(), "init", "-q")
    assert refused(doclint("check", "ja")) == (
        "20 of 20 pages have no English here: it lies in another repository: name it with --source"
    )


def test_layout_that_pairs_nothing() -> None:
    Path("doclint.toml").write_text('[layout]\nname = "patterns"\npatterns = ["nowhere -> {locale}"]\n', "utf-8")
    assert refused(doclint("check", "ja")).startswith("20 of 20 pages have no English where the layout patterns looks")


@pytest.mark.parametrize("command", ["audit -o report", "baseline write", "fix", "check --report json=report"])
def test_nothing_is_written(command: str) -> None:
    before = sorted(Path().rglob("*"))
    name, *options = command.split()
    refused(doclint(name, *options, "ja", "--source", "wrong"))
    assert sorted(Path().rglob("*")) == before


def test_earlier_audit_stays() -> None:
    assert doclint("audit", "ja", "--source", "en", "-o", "report").exit_code == 0
    before = Path("report/summary.json").read_bytes()
    refused(doclint("audit", "ja", "--source", "wrong", "-o", "report"))
    assert Path("report/summary.json").read_bytes() == before
    # as a run leaves it that is killed just before the new one takes its place
    Path(".report.doclint-new").mkdir()
    Path("report").rename(".report.doclint-new/old")
    refused(doclint("audit", "ja", "--source", "wrong", "-o", "report"))
    assert Path("report/summary.json").read_bytes() == before


@pytest.mark.parametrize("paths", [("ja",), ("ja/p0.md",), ()])
def test_where_no_english_was_expected(paths: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """No source is named, and no layout is known."""
    Path("alone/ja").mkdir(parents=True)
    for number in range(3):
        Path(f"alone/ja/p{number}.md").write_bytes(Path("ja/p0.md").read_bytes())
    monkeypatch.chdir("alone")
    assert doclint("check", *paths).exit_code == 0


def test_page_that_carries_its_english() -> None:
    for number in range(20):
        Path(f"ja/p{number}.md").write_text(
            f'<span data-ttu-id="1-101">荷物 {number}</span>'
            f'<span class="sxs-lookup"><span data-stu-id="1-101">Parcel {number}</span></span>\n',
            "utf-8",
        )
    done = doclint("check", "ja", "--source", "wrong")
    assert (done.exit_code, "20  pages with exact English" in done.stdout) == (0, True)


def test_pages_in_no_layout_are_counted() -> None:
    git(Path(), "init", "-q")
    Path("doclint.toml").write_text('[layout]\nname = "patterns"\npatterns = ["en -> {locale}"]\n', "utf-8")
    assert "are in a layout" not in doclint("check").stderr
    Path("notes").mkdir()
    for number in range(40):
        Path(f"notes/n{number}.md").write_text("# Note\n", "utf-8")
    done = doclint("check")
    said = "40 of 81 Markdown pages are in a layout (patterns): the others are not checked (notes 40, wrong 1)"
    assert (done.exit_code, done.stderr) == (1, f"doclint: {said}\n")
    assert doclint("check", "ja").stderr == ""
    assert "not checked" not in doclint("check", "notes").stderr  # they are: what is named is checked
