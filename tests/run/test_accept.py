"""Accepted findings, which lie outside the pages, through the front door."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.commandline import doclint
from tests.gitrepo import git

HEAD = "|Member|Value|\n|:---|:---|\n"
ENGLISH = f"# Parcels\n\n{HEAD}|inTransit|0|\n|delivered|1|\n"
RUSSIAN = f"# Посылки\n\n{HEAD}|Интрансит|0|\n|деливеред|1|\n"
FILE = "doclint.accept.ru-RU.toml"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("en/a.md", ENGLISH), ("ru-RU/a.md", RUSSIAN)):
        Path(name).parent.mkdir()
        Path(name).write_text(text, "utf-8")
    Path("doclint.toml").write_text('source = "en"\nlocale = "ru-RU"\n', "utf-8")


def found(*options: str) -> list[dict[str, Any]]:
    done = doclint("check", "ru-RU", "--format", "jsonl", *options)
    assert done.exit_code in (0, 1), done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def accept(*arguments: str) -> Result:
    return doclint("accept", "--path", "ru-RU", *arguments)


def test_accepted_finding_is_counted_and_not_shown() -> None:
    first, second = found()
    done = accept(first["fingerprint"], "--reason", "так\nу нас", "--ticket", "HUB-12", "--by", "Ада")
    assert (done.exit_code, done.stdout) == (0, f"{FILE}: 1 accepted\n")
    assert [one["fingerprint"] for one in found()] == [second["fingerprint"]]
    (entry,) = tomllib.loads(Path(FILE).read_text("utf-8"))["accept"]
    assert entry == {
        "fingerprint": first["fingerprint"],
        "expected": "inTransit",
        "found": "Интрансит",
        "reason": "так у нас",
        "by": "Ада",
        "ticket": "HUB-12",
    }
    assert "1  not shown: accepted" in doclint("check", "ru-RU").stdout


def test_it_holds_as_long_as_the_same_stands_there() -> None:
    accept(found()[0]["fingerprint"], "--reason", "house name")
    page = Path("ru-RU/a.md")
    page.write_text(page.read_text("utf-8").replace("Интрансит", "Ин Транзит"), "utf-8")
    assert [one["expected"] for one in found()] == ["inTransit", "delivered"]


def again(name: str, *options: str) -> dict[str, Any]:
    """The only entry of a place, when it was accepted once more."""
    done = accept(name, "--reason", "again", *options)
    assert (done.exit_code, done.stdout) == (0, f"{FILE}: 1 accepted\n"), done.output
    (entry,) = (one for one in tomllib.loads(Path(FILE).read_text("utf-8"))["accept"] if one.get("fingerprint") == name)
    return dict(entry)


def test_another_wrong_word_in_its_place_is_accepted_anew() -> None:
    first, second = (one["fingerprint"] for one in found())
    accept(first, "--reason", "house name", "--ticket", "HUB-12")
    page = Path("ru-RU/a.md")
    page.write_text(page.read_text("utf-8").replace("Интрансит", "Ин Транзит"), "utf-8")
    names = {"fingerprint": first, "expected": "inTransit", "found": "Ин Транзит", "reason": "again"}
    assert again(first) == names
    assert [one["fingerprint"] for one in found()] == [second]


def test_what_held_until_a_day_is_accepted_anew_and_people_s_comments_stay() -> None:
    first, second = sorted(one["fingerprint"] for one in found())
    past = f'# asked\n[[accept]]  # once\nfingerprint = "{first}"\nreason = """\nfor\nnow"""\nuntil = 2001-01-01\n'
    Path(FILE).write_text(f"# ours\n\n{past}\n# more\n\n# by hand\n[[accept]]\nrule = 'DL101'\nreason = 'x'\n", "utf-8")
    assert again(first, "--until", "2999-12-31")["until"].year == 2999
    text = Path(FILE).read_text("utf-8")
    assert text.startswith(f'# ours\n\n# asked\n[[accept]]\nfingerprint = "{first}"\nexpected')
    assert text.endswith("\n\n# more\n\n# by hand\n[[accept]]\nrule = 'DL101'\nreason = 'x'\n")
    assert [one["fingerprint"] for one in found()] == [second]


def test_all_that_hold_no_longer_are_replaced_by_one() -> None:
    first, second = (one["fingerprint"] for one in found())
    old = "".join(f'[[accept]]\nfingerprint = "{first}"\nfound = "{word}"\nreason = "x"\n\n' for word in "абв")
    Path(FILE).write_text(f"{old}# the last\n", "utf-8")
    assert again(first)["found"] == "Интрансит"
    assert Path(FILE).read_text("utf-8").endswith("# the last\n")
    assert [one["fingerprint"] for one in found()] == [second]


def test_an_entry_on_another_page_stays_beside_the_new_one() -> None:
    first, second = (one["fingerprint"] for one in found())
    Path(FILE).write_text(f'[[accept]]\nfingerprint = "{first}"\npath = "old/"\nreason = "x"\n', "utf-8")
    assert accept(first, "--reason", "here too").exit_code == 0
    assert [one["reason"] for one in tomllib.loads(Path(FILE).read_text("utf-8"))["accept"]] == ["x", "here too"]
    assert [one["fingerprint"] for one in found()] == [second]


@pytest.mark.parametrize(
    "content",
    ["accept = [{{ fingerprint = '{}', reason = 'x', until = 2001-01-01 }}]\n", "accept = []\n# {}\n"],
    ids=["to be replaced", "to be added to"],
)
def test_a_file_that_cannot_take_an_entry_is_said_and_stays(content: str) -> None:
    name = found()[0]["fingerprint"]
    Path(FILE).write_text(content.format(name), "utf-8")
    done = accept(name, "--reason", "house name")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert f"{FILE}: no entry can be added: write each" in done.stderr
    assert Path(FILE).read_text("utf-8") == content.format(name)


def test_a_day_that_is_over_accepts_nothing() -> None:
    done = accept(found()[0]["fingerprint"], "--reason", "x", "--until", "2001-01-01")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "--until 2001-01-01 is in the past" in done.stderr
    assert not Path(FILE).exists()


def test_what_people_wrote_stays_and_new_entries_go_in_order() -> None:
    names = sorted(one["fingerprint"] for one in found())
    old = "# ours\n\n# first\n[[accept]]  # for good\nrule = 'DL101'\nreason = 'x'\n\n# last\n[[accept]]\n"
    old += 'fingerprint = \'ffffffffffffffff\'\nreason = """two\nlines"""\n'
    Path(FILE).write_text(old, "utf-8")
    for name in reversed(names):
        accept(name, "--reason", "house name")
    text = Path(FILE).read_text("utf-8")
    assert [one.get("fingerprint") for one in tomllib.loads(text)["accept"]] == [None, *names, "ffffffffffffffff"]
    head, _, tail = old.partition("# last")
    assert text.startswith(head)
    assert text.endswith(f"# last{tail}")
    accept(names[0], "--reason", "again")
    assert Path(FILE).read_text("utf-8") == text


@pytest.mark.parametrize(
    ("entry", "left"),
    [
        ('expected = "inTransit"', ["delivered"]),
        ('found = ["деливеред", "Интрансит"]', []),
        ('rule = "enum-member-changed"\npath = "ru-RU/"', []),
        ('rule = "enum-member-changed"\npath = "ja-JP/"', ["inTransit", "delivered"]),
        ('expected = "inTransit"\nuntil = 2999-01-01', ["delivered"]),
        ('expected = "inTransit"\nuntil = 2001-01-01', ["inTransit", "delivered"]),
    ],
)
def test_entries_by_hand(entry: str, left: list[str]) -> None:
    Path("doclint.accept.toml").write_text(f'[[accept]]\n{entry}\nreason = "x"\n', "utf-8")
    assert [one["expected"] for one in found() if one["expected"]] == left


def test_file_of_another_language_does_not_hold() -> None:
    Path("doclint.accept.ja.toml").write_text('[[accept]]\nexpected = "inTransit"\nreason = "x"\n', "utf-8")
    assert len(found()) == 2


def test_entry_without_use_or_past_its_day_is_a_finding_that_can_fail() -> None:
    Path("doclint.accept.toml").write_text(
        '[[accept]]\nexpected = "delivered"\nreason = "x"\n\n[[accept]]\nexpected = "gone"\nreason = "x"\n\n'
        '[[accept]]\nexpected = "old"\nuntil = 2001-01-01\nreason = "x"\n',
        "utf-8",
    )
    git(Path.cwd(), "init", "-q")  # what a configuration names lies in its repository
    Path("ru-RU/doclint.toml").write_text('source = "../en"\nlocale = "ru"\naccept = ".."\n', "utf-8")
    rows = found()
    own = [(one["path"], one["line"], one["severity"]) for one in rows if one["rule"] == "accept-unused"]
    assert own == [("doclint.accept.toml", 5, "warning"), ("doclint.accept.toml", 9, "warning")]
    assert [one["expected"] for one in rows if one["expected"]] == ["inTransit"]
    assert {one["line"] for one in found("--ignore", "DL201") if one["rule"] == "accept-unused"} == {9}
    with Path("ru-RU/doclint.toml").open("a", encoding="utf-8") as config:
        config.write('[severity]\naccept-unused = "error"\n')
    Path("ru-RU/a.md").write_text(ENGLISH, "utf-8")
    assert {one["rule"] for one in found()} >= {"accept-unused"}
    assert doclint("check", "ru-RU").exit_code == 1
    assert found("--select", "enum-member-changed") == []


@pytest.mark.parametrize("command", [("audit", "-o", "out"), ("advise",), ("source", "hook", "en/a.md")], ids=" ".join)
def test_an_entry_without_use_stops_no_other_command(command: tuple[str, ...]) -> None:
    """What is said of it comes after the pages, and is of none."""
    Path("doclint.accept.toml").write_text('[[accept]]\nexpected = "gone"\nreason = "x"\n', "utf-8")
    Path("doclint.toml").write_text(
        'source = "en"\n[[target]]\nname = "ru"\npath = "ru-RU"\nlocale = "ru-RU"\n', "utf-8"
    )
    assert "accept-unused" in doclint("check").stdout
    done = doclint(*command)
    assert (done.exit_code, done.exception) == (0, None), done.output


def test_judgements_out_of_a_report() -> None:
    first, second = found()
    rows = [
        {"fingerprint": first["fingerprint"], "verdict": "false", "reason": "a name of ours"},
        {"fingerprint": second["fingerprint"], "verdict": "house-style", "reason": ""},
        {"fingerprint": "0" * 16, "verdict": "real"},
    ]
    Path("triage.json").write_text(json.dumps(rows), "utf-8")
    done = accept("--from", "triage.json")
    assert done.exit_code == 0
    assert '[[allow]]\nexpected = "delivered"\nfound = "деливеред"\nlocale = "ru-RU"\n' in done.stdout
    assert [one["expected"] for one in found()] == ["delivered"]


def test_verdicts_as_an_audit_exports_them() -> None:
    first, second = found()
    beside = {"rule": "enum-member-changed", "path": "elsewhere/a.md"}
    rows = [
        {"fingerprint": one["fingerprint"], "verdict": verdict, "reason": "", "locale": locale, **beside}
        for one, verdict, locale in ((first, "false", "ru-RU"), (first, "false", "de-DE"), (second, "house", "ru-RU"))
    ]
    Path("verdicts.json").write_text(json.dumps(rows[:1]), "utf-8")
    assert "--reason gives one to all" in accept("--from", "verdicts.json").stderr
    Path("verdicts.json").write_text(json.dumps(rows), "utf-8")
    done = accept("--from", "verdicts.json", "--reason", "a name of ours")
    assert (done.exit_code, f"no finding {first['fingerprint']}" in done.stderr) == (1, True)
    assert done.stdout.startswith(f"{FILE}: 1 accepted\n# house style")
    assert [one["expected"] for one in found()] == ["delivered"]


def test_place_that_languages_share_is_accepted_only_in_the_one_that_is_meant() -> None:
    Path("ja-JP").mkdir()
    Path("ja-JP/a.md").write_text(RUSSIAN.replace("Интрансит", "輸送中").replace("Посылки", "小包"), "utf-8")
    Path("doclint.toml").write_text("", "utf-8")
    name = found()[0]["fingerprint"]
    done = doclint("accept", name, "--reason", "house name")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert f"{name} is found in ja-JP, ru-RU: choose the pages with --path" in done.stderr
    assert not list(Path().glob("doclint.accept*"))
    assert accept(name, "--reason", "house name").stdout == f"{FILE}: 1 accepted\n"
    assert not Path("doclint.accept.ja-JP.toml").exists()


def test_a_judgement_is_about_the_translation_that_it_names() -> None:
    """As the audit exports them: translations of one page share a fingerprint."""
    Path("ja-JP").mkdir()
    Path("ja-JP/a.md").write_text(RUSSIAN.replace("Интрансит", "輸送中").replace("деливеред", "配達済み"), "utf-8")
    targets = "".join(f'[[target]]\nname = "{tag}"\npath = "{tag}"\nlocale = "{tag}"\n' for tag in ("ru-RU", "ja-JP"))
    Path("doclint.toml").write_text(f'source = "en"\n{targets}', "utf-8")
    done = doclint("check", "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    first, second = dict.fromkeys(row["fingerprint"] for row in rows)
    names = {"expected": "", "found": "", "rule": ""}
    judged = [
        {"fingerprint": first, "verdict": "false", "reason": "", "locale": "ja-JP", "path": "elsewhere/a.md", **names},
        {"fingerprint": second, "verdict": "house", "reason": "", "locale": "ru-RU", "path": "ru-RU/a.md", **names},
    ]
    Path("verdicts.json").write_text(json.dumps(judged), "utf-8")
    refused = doclint("accept", "--from", "verdicts.json")
    assert (refused.exit_code, "--reason gives one" in refused.stderr) == (2, True)
    done = doclint("accept", "--from", "verdicts.json", "--reason", "as it is called")
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("doclint.accept.ja-JP.toml: 1 accepted\n# house style")
    assert "деливеред" in done.stdout
    assert "配達済み" not in done.stdout
    left = [json.loads(line) for line in doclint("check", "--format", "jsonl").stdout.splitlines()]
    assert len(left) == len(rows) - 1
    assert {row["locale"] for row in left if row["fingerprint"] == first} == {"ru-RU"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[[accept]]\nreason = 'x'\n", "doclint.accept.toml:1: "),
        ("[[accept]]\nexpected = 'x'\n", 'needs the key "reason"'),
        ("[[accept]]\nexpected = 'x'\nreason = 'x'\nuntil = '2030-01-01'\n", ":4: "),
        ("[[accept]]\nexpektd = 'x'\nreason = 'x'\n", 'did you mean "expected"?'),
        ("[[accept]\n", "is not valid TOML"),
    ],
)
def test_wrong_files_are_one_line(content: str, message: str) -> None:
    Path("doclint.accept.toml").write_text(content, "utf-8")
    done = doclint("check", "ru-RU")
    assert done.exit_code == 2
    (line,) = done.stderr.splitlines()
    assert message in line


def test_what_is_not_found_is_said() -> None:
    done = accept("0123456789abcdef", "--reason", "x")
    assert (done.exit_code, "no finding 0123456789abcdef" in done.stderr) == (1, True)
    assert not Path(FILE).exists()
    assert accept(found()[0]["fingerprint"]).exit_code == 2
