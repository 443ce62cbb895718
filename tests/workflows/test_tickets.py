"""Tickets of accepted findings: `doclint compare` names those that a hand-back closes or opens again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result

from tests.commandline import doclint
from tests.gitrepo import Repo

HEAD = "# {}\n\n|Member|Value|\n|:---|:---|\n"
ENGLISH = HEAD.format("Parcels") + "|inTransit|0|\n|delivered|1|\n|notFound|2|\n"
CLEAN = ENGLISH.replace("Parcels", "小包")
FIRST, BOTH = (
    CLEAN.replace("inTransit", "輸送中"),
    CLEAN.replace("inTransit", "輸送中").replace("delivered", "配達済み"),
)
HUGO = "defaultContentLanguage: en\nlanguages:\n  en:\n    contentDir: en\n  ja:\n    contentDir: ja\n"
CLOSED = "ticket HUB-1 can be closed: all its findings are fixed"
OPEN = "ticket HUB-1 has to be reopened: its finding is back on ja/parcels.md"


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A page with two faults, both accepted under one ticket."""
    repo = Repo(tmp_path / "site")
    repo.commit({"doclint.toml": "", "hugo.yaml": HUGO, "en/parcels.md": ENGLISH, "ja/parcels.md": BOTH})
    monkeypatch.chdir(repo.folder)
    rows = [json.loads(line) for line in alone("check", "--format", "jsonl").stdout.splitlines()]
    assert len(rows) == 2
    names = [row["fingerprint"] for row in rows]
    assert alone("accept", *names, "--reason", "the vendor has it", "--ticket", "HUB-1").exit_code == 0
    return repo


def alone(*arguments: str) -> Result:
    return doclint(*arguments, "--jobs", "1")


def tickets(*arguments: str) -> list[str]:
    done = alone("compare", *arguments)
    assert done.exit_code in (0, 1), done.output
    return [line for line in done.stdout.splitlines() if line.startswith("ticket")]


def edit(name: str, old: str, new: str) -> None:
    text = Path(name).read_text("utf-8")
    assert old in text
    Path(name).write_text(text.replace(old, new), "utf-8")


def test_ticket_can_be_closed_when_all_its_faults_are_gone(site: Repo) -> None:
    site.commit({"ja/parcels.md": FIRST})
    site.commit({"ja/parcels.md": CLEAN})
    assert tickets("HEAD~2", "HEAD~1") == [], "one is left"
    assert tickets("HEAD~2", "HEAD") == tickets("HEAD~1", ".") == [CLOSED]
    assert tickets("HEAD", "HEAD") == []
    last = alone("compare", "HEAD~2", "HEAD", "--format", "jsonl").stdout.splitlines()[-1]
    assert json.loads(last) == {"state": "ticket-closed", "ticket": "HUB-1", "pages": ["ja/parcels.md"]}


def test_ticket_is_open_again_when_a_fault_is_back(site: Repo) -> None:
    site.commit({"ja/parcels.md": CLEAN})
    site.commit({"ja/parcels.md": FIRST})
    assert tickets("HEAD~1", "HEAD") == [OPEN]
    assert alone("compare", "HEAD~1", "HEAD").exit_code == 0, "it is accepted all the same"


def test_another_wrong_word_or_a_day_that_is_past_closes_nothing(site: Repo) -> None:
    site.commit({"ja/parcels.md": BOTH.replace("輸送中", "インントランジット").replace("配達済み", "デリバード")})
    assert tickets("HEAD~1", "HEAD") == [], "the faults are there, though no longer accepted"
    assert alone("compare", "HEAD~1", "HEAD").exit_code == 1
    edit("doclint.accept.ja.toml", "ticket =", "until = 2020-01-01\nticket =")
    assert tickets("HEAD~1", "HEAD~1") == []
    site.commit({"ja/parcels.md": CLEAN})
    assert tickets("HEAD~2", "HEAD") == [CLOSED]


def test_nothing_is_said_of_a_page_that_is_gone_or_was_renamed(site: Repo) -> None:
    site.commit({"ja/parcels.md": None, "ja/hubs.md": BOTH, "en/hubs.md": ENGLISH})
    assert tickets("HEAD~1", "HEAD") == []


def test_changed_english_closes_it_only_where_the_word_is_no_longer_wrong(site: Repo) -> None:
    moved = ("Parcels", "Boxes"), ("小包", "箱")
    site.commit({"en/parcels.md": ENGLISH.replace(*moved[0]), "ja/parcels.md": BOTH.replace(*moved[1])})
    assert tickets("HEAD~1", "HEAD") == [], "the same faults under another heading"
    site.commit({"ja/parcels.md": CLEAN.replace(*moved[1])})
    assert tickets("HEAD~2", "HEAD") == [CLOSED]


def test_entries_without_a_ticket_and_files_of_findings_say_nothing(site: Repo) -> None:
    site.commit({"ja/parcels.md": CLEAN})
    Path("before.jsonl").write_bytes(b"")
    assert tickets("before.jsonl", "HEAD") == []
    edit("doclint.accept.ja.toml", 'ticket = "HUB-1"\n', "")
    assert tickets("HEAD~1", "HEAD") == []


def test_ticket_of_an_entry_without_a_fingerprint(site: Repo) -> None:
    Path("doclint.accept.ja.toml").write_text(
        '[[accept]]\nexpected = "inTransit"\npath = ["ja/*"]\nreason = "r"\nticket = "HUB-\\u001b1"\n', "utf-8"
    )
    site.commit({"ja/parcels.md": CLEAN})
    assert tickets("HEAD~1", "HEAD") == [CLOSED.replace("HUB-1", "HUB-␛1")]
