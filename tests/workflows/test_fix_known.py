"""Repair beside a baseline: what is known stays as it is unless it is asked for; and of an editor's buffer."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from tests.commandline import doclint
from tests.gitrepo import Repo, git

ENGLISH = (
    "---\ntitle: Parcels\n---\n# Parcels\n\n|Member|Value|\n|:---|:---|\n|inTransit|0|\n|delivered|1|\n|handedOver|2|\n"
)
DIGEST = hashlib.sha1(ENGLISH.replace("\n", "\r\n").encode(), usedforsecurity=False).hexdigest()
CLEAN = (
    ENGLISH.replace("title: Parcels", f"title: Посылки\nms.openlocfilehash: {DIGEST}")
    .replace("# Parcels", "# Посылки")
    .replace("Member|Value", "Элемент|Значение")
)
OLD = CLEAN.replace("inTransit", "Интрансит")
NEW = OLD.replace("delivered", "Деливеред")
RUN = ("ru", "--source", "en", "--baseline", "known.txt", "--no-cache")


@pytest.fixture(autouse=True)
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A page with a fault that the baseline knows and one that is new."""
    repo = Repo(tmp_path / "site")
    monkeypatch.chdir(repo.folder)
    repo.commit({"en/parcels.md": ENGLISH, "ru/parcels.md": OLD})
    assert doclint("baseline", "write", "ru", "--source", "en", "--baseline", "known.txt").exit_code == 0
    Path("ru/parcels.md").write_text(NEW, "utf-8")
    return repo


def read(name: str = "ru/parcels.md") -> str:
    return Path(name).read_text("utf-8")


def test_check_fix_puts_back_what_is_new_and_counts_what_is_known() -> None:
    done = doclint("check", *RUN, "--fix")
    assert read() == OLD
    assert "fixed 1 finding on 1 page" in done.stderr
    assert "baseline ru: 1 known, 0 new, 0 fixed" in done.stdout
    assert (done.exit_code, "Интрансит" in done.stdout) == (0, False)
    assert doclint("check", *RUN, "--fix", "--strict-baseline").exit_code == 0


def test_fix_does_the_same_and_says_what_it_left() -> None:
    done = doclint("fix", *RUN)
    assert read() == OLD
    assert "doclint: 1 finding not fixed: known in the baseline; --known fixes these too\n" in done.stderr
    assert done.exit_code == 0


def test_known_ones_are_put_back_when_asked_for_and_the_baseline_wants_pruning() -> None:
    Path("ru/parcels.md").write_text(NEW.replace("handedOver", "<br>"), "utf-8")
    assert "in the baseline" not in doclint("fix", *RUN, "--known", "--diff").stderr, "nothing is fixed yet"
    done = doclint("fix", *RUN, "--known")
    assert "|inTransit|0|\n|delivered|1|\n" in read()
    assert "fixed, but still in the baseline: 1 finding; `doclint baseline prune`" in done.stderr
    strict = doclint("check", *RUN, "--fix", "--strict-baseline")
    assert (strict.exit_code, "baseline prune" in strict.stderr) == (1, True)


@pytest.mark.parametrize("how", [("fix",), ("fix", "--diff"), ("check", "--fix")], ids=" ".join)
def test_each_known_fault_is_counted_once_as_put_back_or_left(how: tuple[str, ...]) -> None:
    human = NEW.replace("title:", "ms.translationtype: HT\ntitle:")
    Path("ru/parcels.md").write_text(human, "utf-8")
    Path("en/depots.md").write_text(ENGLISH, "utf-8")
    Path("ru/depots.md").write_text(NEW, "utf-8")
    assert doclint("baseline", "update", "--new", "ru", "--source", "en", "--baseline", "known.txt").exit_code == 0
    done = doclint(*how, *RUN, "--known")
    counts = [int(one) for one in re.findall(r"(?:fix(?:ed)? )?(\d+) findings? (?:on|not)", done.stderr)]
    assert counts == [2, 2], done.stderr
    assert done.exit_code == 0


def test_known_fault_without_a_fix_fails_nothing() -> None:
    human = NEW.replace("title:", "ms.translationtype: HT\ntitle:")
    Path("ru/parcels.md").write_text(human, "utf-8")
    assert doclint("baseline", "update", "--new", "ru", "--source", "en", "--baseline", "known.txt").exit_code == 0
    done = doclint("fix", *RUN, "--known")
    assert (done.exit_code, read()) == (0, human)
    assert "2 findings not fixed: translated by a person" in done.stderr


def test_configured_baseline_holds_for_repair_by_several_processes(repo: Repo) -> None:
    """A renamed page is followed there, too."""
    Path("doclint.toml").write_text('baseline = "known.txt"\nsource = "en"\n', "utf-8")
    repo.commit({})
    for folder in ("en", "ru"):
        git(repo.folder, "mv", f"{folder}/parcels.md", f"{folder}/boxes.md")
    repo.commit({})
    done = doclint("check", "ru", "--fix", "--jobs", "2", "--no-cache")
    assert read("ru/boxes.md") == OLD
    assert "baseline ru: 1 known, 0 new, 0 fixed" in done.stdout


def test_buffer_of_an_editor_is_printed_as_it_is_put_right() -> None:
    name = ("--stdin-filename", "ru/parcels.md", "--source", "en")
    done = doclint("fix", *name, stdin=NEW)
    assert done.stdout == CLEAN
    assert "fixed 2 findings on 1 page" in done.stderr
    assert doclint("fix", *name, stdin=CLEAN).stdout == CLEAN
    assert doclint("fix", *name, "--baseline", "known.txt", stdin=NEW).stdout == OLD
    assert "+|inTransit|0|" in doclint("fix", *name, "--diff", stdin=NEW).stdout
    rows = [json.loads(line) for line in doclint("fix", *name, "--format", "jsonl", stdin=NEW).stdout.splitlines()]
    assert [row["fixed"] for row in rows] == [True, True]
    assert read() == NEW, "nothing is written"


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", "|a|\r\n".encode("utf-16")], ids=["empty", "bytes", "utf-16"])
def test_buffer_that_is_no_page_comes_out_as_it_went_in(data: bytes) -> None:
    done = doclint("fix", "--stdin-filename", "ru/parcels.md", "--source", "en", stdin=data)
    assert done.stdout_bytes == data


def test_buffer_of_no_page_and_check_fix_of_a_buffer_are_one_line() -> None:
    for arguments in (("fix", "--stdin-filename", "ru/no.md"), ("check", "--fix", "--stdin-filename", "ru/parcels.md")):
        done = doclint(*arguments, "--source", "en", stdin=NEW)
        assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
