"""The baseline through the front door: only new damage speaks, whatever happened to the pages since."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from doclint.run.filter.baseline import Baseline, read, write
from tests.commandline import doclint
from tests.gitrepo import Repo, git

HEAD = "|Member|Value|\n|:---|:---|\n"
ENGLISH = f"# Parcels\n\n{HEAD}|inTransit|0|\n|delivered|1|\n|handedOver|2|\n|lostOnTheWay|3|\n"
RUSSIAN = f"# Посылки\n\n{HEAD}|Интрансит|0|\n|delivered|1|\n|переданоКурьеру|2|\n|lostOnTheWay|3|\n"
DEPOTS = f"# Depots\n\n{HEAD}|openDepot|0|\n|closedDepot|1|\n"
DEPOTS_RU = f"# Депо\n\n{HEAD}|опенДепот|0|\n|closedDepot|1|\n"
JAPANESE = f"# 荷物\n\n{HEAD}|輸送中|0|\n|delivered|1|\n|handedOver|2|\n|lostOnTheWay|3|\n"
KNOWN = "known.{locale}.txt"
RUN = ("--source", "en", "--baseline", KNOWN, "--format", "jsonl")


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Two Russian pages and a Japanese one with a damaged member each or two, and a baseline that knows them."""
    repo = Repo(tmp_path / "docs")
    monkeypatch.chdir(repo.folder)
    pages = {"parcels.md": RUSSIAN, "depots.md": DEPOTS_RU}
    repo.commit(
        {f"en/{name}": text for name, text in (("parcels.md", ENGLISH), ("depots.md", DEPOTS))}
        | {f"ru-RU/{name}": text for name, text in pages.items()}
        | {"ja-JP/parcels.md": JAPANESE}
    )
    for locale in ("ru-RU", "ja-JP"):
        assert doclint("baseline", "write", locale, "--source", "en", "--baseline", KNOWN).exit_code == 0
    repo.commit({})
    return repo


def found(*arguments: str) -> list[dict[str, Any]]:
    done = doclint("check", *arguments)
    assert done.exit_code in (0, 1), done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def edit(name: str, *changes: tuple[str, str]) -> None:
    file = Path(name)
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, "utf-8")


def test_known_findings_are_counted_and_not_shown(repo: Repo) -> None:
    assert found("ru-RU", *RUN) == []
    done = doclint("check", "ru-RU", "--source", "en", "--baseline", KNOWN)
    assert (done.exit_code, "not shown: known, in the baseline" in done.stdout) == (0, True)
    assert "baseline ru-RU: 3 known, 0 new, 0 fixed" in done.stdout


def test_exactly_the_new_damage_shows(repo: Repo) -> None:
    """Lines moved, rows added, a page renamed, old damage replaced by other damage, new damage seeded."""
    git(repo.folder, "mv", "ru-RU/depots.md", "ru-RU/hubs.md")
    git(repo.folder, "mv", "en/depots.md", "en/hubs.md")
    edit(
        "en/parcels.md", ("# Parcels\n", "# Parcels\n\nMore about them.\n"), ("|delivered", "|atTheDoor|9|\n|delivered")
    )
    edit(
        "ru-RU/parcels.md",
        ("# Посылки\n", "# Посылки\n\nЕщё о них.\n"),
        ("|delivered", "|atTheDoor|9|\n|delivered"),
        ("Интрансит", "в пути"),
        ("lostOnTheWay", "потеряно"),
    )
    edit("ru-RU/hubs.md", ("closedDepot", "закрыто"))
    repo.commit({})
    new = found("ru-RU", *RUN)
    assert {(one["path"], one["expected"], one["found"]) for one in new} == {
        ("ru-RU/parcels.md", "lostOnTheWay", "потеряно"),
        ("ru-RU/hubs.md", "closedDepot", "закрыто"),
    }
    counts = doclint("check", "ru-RU", "--source", "en", "--baseline", KNOWN, "--statistics")
    assert "baseline ru-RU: 3 known (1 with another wrong word), 2 new, 0 fixed" in counts.stdout
    assert counts.exit_code == 1


@pytest.mark.parametrize("known", ["known/{locale}.txt", "known/{locale}/all.txt", "old/known/all.txt"])
def test_baseline_in_a_folder_that_it_makes_follows_renamed_pages(repo: Repo, known: str) -> None:
    options = ("--source", "en", "--baseline", known)
    assert doclint("baseline", "write", "ru-RU", *options).exit_code == 0
    repo.commit({})
    for folder in ("ru-RU", "en"):
        git(repo.folder, "mv", f"{folder}/depots.md", f"{folder}/hubs.md")
    edit("ru-RU/hubs.md", ("closedDepot", "закрыто"))
    repo.commit({})
    done = doclint("check", "ru-RU", *options)
    assert "baseline ru-RU: 3 known, 1 new, 0 fixed" in done.stdout, done.output
    assert done.stderr == ""
    assert doclint("baseline", "update", "ru-RU", *options, "--new").exit_code == 0
    assert "baseline ru-RU: 4 known, 0 new, 0 fixed" in doclint("check", "ru-RU", *options).stdout


def test_pages_of_a_language_that_is_not_run_are_there_for_a_baseline_in_a_folder_of_each(repo: Repo) -> None:
    head = 'source = "en"\nbaseline = "known/{locale}/all.txt"\n'
    first, second = (f'[[target]]\nname = "{tag}"\npath = "{tag}"\nlocale = "{tag}"\n' for tag in ("ru-RU", "ja-JP"))
    Path("doclint.toml").write_text(head + first + second, "utf-8")
    assert doclint("baseline", "write").exit_code == 0
    Path("doclint.toml").write_text(head + first, "utf-8")
    assert "ja-JP" not in doclint("check").stdout
    assert doclint("baseline", "prune").exit_code == 0
    assert list(read(Path("known/ja-JP/all.txt")).pages) == ["../../ja-JP/parcels.md"]


def test_what_is_fixed_must_be_pruned_where_that_is_asked(repo: Repo) -> None:
    edit("ru-RU/parcels.md", ("Интрансит", "inTransit"))
    assert doclint("check", "ru-RU", *RUN).exit_code == 0
    strict = doclint("check", "ru-RU", *RUN, "--strict-baseline")
    assert (strict.exit_code, "doclint baseline prune" in strict.stderr) == (1, True)
    done = doclint("baseline", "prune", "ru-RU", "--source", "en", "--baseline", KNOWN)
    assert "ru-RU: 2 still known, 1 removed as fixed" in done.stdout
    assert doclint("check", "ru-RU", *RUN, "--strict-baseline").exit_code == 0
    assert len(found("ja-JP", *RUN)) == 0


def test_fixed_is_said_only_of_rules_that_ran_with_a_source(repo: Repo) -> None:
    edit("ru-RU/parcels.md", ("Интрансит", "inTransit"))
    strict = ("--baseline", KNOWN, "--strict-baseline")
    Path("none").mkdir()
    assert "fixed" not in doclint("check", "ru-RU", *strict, "--source", "none").stderr
    assert doclint("check", "ru-RU", *strict, "--source", "en", "--ignore", "enum-member-changed").exit_code == 0


def test_update_takes_in_what_new_rules_find_and_nothing_else(repo: Repo) -> None:
    edit("known.ru-RU.txt", ("rule DL101\n", ""))
    edit("ru-RU/parcels.md", ("lostOnTheWay", "потеряно"), ("|1|", "|один|"))
    rules = {one["rule"]: one["severity"] for one in found("ru-RU", *RUN)}
    assert set(rules) == {"enum-member-changed", "enum-value-changed"}
    assert "warning" in rules.values()
    update = ("baseline", "update", "ru-RU", "--source", "en", "--baseline", KNOWN)
    assert "1 added" in doclint(*update).stdout
    assert {one["severity"] for one in found("ru-RU", *RUN)} == {"error"}
    assert "added" in doclint(*update, "--new").stdout
    assert found("ru-RU", *RUN) == []


def test_rule_that_the_baseline_never_saw_only_warns(repo: Repo) -> None:
    name = Path("known.ja-JP.txt")
    lines = name.read_text("utf-8").splitlines(keepends=True)
    name.write_text("".join(line for line in lines if not line.startswith((" ", "rule DL1", "page"))), "utf-8")
    assert [one["severity"] for one in found("ja-JP", *RUN)] == ["warning"]
    for level in ("error", "warning", "note"):
        assert doclint("check", "ja-JP", *RUN, "--fail-on", level).exit_code == 0
    edit("ja-JP/parcels.md", ("# 荷物", "# 荷物 <!-- doclint-disable-line nosuchrule -->"))
    assert doclint("check", "ja-JP", *RUN, "--fail-on", "note").exit_code == 1


def test_the_file_reads_and_merges_well(repo: Repo) -> None:
    text = Path("known.ru-RU.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line.startswith(("page", " "))]
    pages = [line for line in lines if line.startswith("page")]
    assert pages == ["page ru-RU ru-RU/depots.md", "page ru-RU ru-RU/parcels.md"]
    assert [line.split()[-1] for line in lines if line[0] == " "].count("openDepot") == 1
    doclint("baseline", "update", "ru-RU", "--source", "en", "--baseline", KNOWN)
    assert Path("known.ru-RU.txt").read_text("utf-8").split("rule", 1)[1] == text.split("rule", 1)[1]


def test_sixty_thousand_entries_are_small_and_one_more_is_one_line(tmp_path: Path) -> None:
    pages = {
        f"docs/ru-RU/api-reference/resources/parcel-handling-{number:04}.md": {
            f"{number * 10 + line:08x}": f"{line:04x} DL10{line} parcelHandlingState{line}" for line in range(10)
        }
        for number in range(6_000)
    }
    book = Baseline("0" * 40, frozenset({"DL102"}), pages, dict.fromkeys(pages, "ru-RU"))
    file = tmp_path / "known.txt"
    write(file, book)
    lines = file.read_text("utf-8").splitlines()
    assert file.stat().st_size < 5_000_000
    assert read(file) == book
    pages[next(reversed(pages))]["ffffffff"] = "0000 DL102 inTransit"
    write(file, book)
    assert len(set(file.read_text("utf-8").splitlines()) - set(lines)) == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("page ru-RU a.md\n<<<<<<< HEAD\n", ":2: is not a line of a baseline"),
        (" 12\n", ":1: is not a line"),
        ("", "is not a complete baseline: it names no rules"),
    ],
    ids=["merge conflict", "entry without a page", "empty"],
)
def test_what_is_no_baseline_is_one_line(repo: Repo, content: str, message: str) -> None:
    Path("broken.txt").write_text(content, "utf-8")
    done = doclint("check", "ru-RU", "--source", "en", "--baseline", "broken.txt")
    assert done.exit_code == 2
    (line,) = done.stderr.splitlines()
    assert message in line


def test_a_baseline_that_is_not_there_is_an_error_and_one_that_is_there_is_kept(repo: Repo) -> None:
    assert doclint("check", "ru-RU", "--source", "en", "--baseline", "no.txt").exit_code == 2
    again = doclint("baseline", "write", "ru-RU", "--source", "en", "--baseline", KNOWN)
    assert (again.exit_code, "--force" in again.stderr) == (2, True)


def test_configured_baseline_holds_for_a_whole_run_and_misses_pages_that_are_gone(repo: Repo) -> None:
    Path("ru-RU/doclint.toml").write_text('source = "../en"\nbaseline = "../known.{locale}.txt"\n', "utf-8")
    Path("ru-RU/depots.md").unlink()
    done = doclint("check", "ru-RU", "--strict-baseline")
    assert "baseline ru-RU: 2 known, 0 new, 1 fixed" in done.stdout
    assert "baseline ja-JP: 0 known, 0 new" not in done.stdout
    assert done.exit_code == 1
