"""Rules that doclint does not ship: a folder on the command line, an installed pack that a configuration names.

The pack is the one of docs/rule-packs.md, written out of the page.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests import commandline
from tests.conftest import ROOT
from tests.documented import blocks, run, shown
from tests.faults.command import doclint, only_line

ENGLISH = "# Labels\n\nSolved in HUB-12, see `start`.\n"
RUSSIAN = "# Этикетки\n\nИсправлено в ХАБ-12, см. `start`.\n"
BESIDE = ("docs/ru-RU", "--source", "docs/en-US")
OTHER = {
    '"ACME101"': '"DEPOT101"',
    '"ticket-changed"': '"number-changed"',
}
"""What makes another pack of the example, in words of the module."""


def site(root: Path, pages: int = 1, russian: str = RUSSIAN) -> Path:
    for locale, text in (("en-US", ENGLISH), ("ru-RU", russian)):
        folder = root / "docs" / locale
        folder.mkdir(parents=True)
        for number in range(pages):
            name = f"labels{number}.md" if number else "labels.md"
            (folder / name).write_text(text.replace("# ", f"# {number} ") if number else text, "utf-8")
    return root


def pack(folder: Path, *, name: str = "ticket_changed", changes: dict[str, str] | None = None) -> Path:
    """The documented pack in a folder."""
    rule, shared = blocks("rule-packs", "python")
    for old, new in (changes or {}).items():
        assert old in rule
        rule = rule.replace(old, new)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.py").write_text(rule, "utf-8")
    (folder / "_numbers.py").write_text(shared, "utf-8")
    return folder


def installed(place: Path, name: str = "acme-docs", package: str = "acme_docs", **how: Any) -> dict[str, str]:
    """The documented pack as a distribution in a place of its own; the environment in which it is installed."""
    if not (place / package).exists():
        pack(place / package / "rules", **how)
    (place / package / "__init__.py").write_text("", "utf-8")
    (place / package / "rules" / "__init__.py").write_text("", "utf-8")
    dist = place / f"{package}_rules-1.0.dist-info"
    dist.mkdir()
    (dist / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}-rules\nVersion: 1.0\n", "utf-8")
    (dist / "entry_points.txt").write_text(f"[doclint.rules]\n{name} = {package}.rules\n", "utf-8")
    return {**os.environ, "PYTHONPATH": str(place)}


def codes(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert done.returncode in (0, 1), done.stderr
    return [json.loads(line)["code"] for line in done.stdout.splitlines()]


def found(root: Path, *arguments: str, **how: Any) -> list[str]:
    """The ids of the findings."""
    return codes(doclint("check", *BESIDE, *arguments, "--format", "jsonl", cwd=root, **how))


# a folder


def test_the_documented_pack_does_what_the_page_says(tmp_path: Path) -> None:
    pack(site(tmp_path) / "acme")
    (check, printed), (test, held) = shown("rule-packs")
    assert run(check, tmp_path) == printed
    assert run(test, tmp_path) == held


@pytest.mark.parametrize(
    ("reads", "english", "russian", "is_called"),
    [
        pytest.param("()", "One.\n", "Раз.\n", True, id="nothing named"),
        pytest.param("(Part.CODE,)", "One.\n\n```\na\n```\n", "Раз.\n\n```\na\n```\n", False, id="the same code"),
        pytest.param("(Part.CODE,)", "One.\n\n```\na\n```\n", "Раз.\n\n```\nа\n```\n", True, id="other code"),
        pytest.param("(Part.HTML,)", "One.\n\n<br>\n", "Раз.\n\n<br>\n", False, id="the same HTML"),
        pytest.param("(Part.HTML,)", "One.\n\n<br>\n", "Раз.\n\n<hr>\n", True, id="other HTML"),
        pytest.param("(Part.LINKS,)", "[One](a.md).\n", "[Раз](a.md).\n", False, id="the same links"),
        pytest.param("(Part.LINKS,)", "[One](a.md).\n", "[Раз](б.md).\n", True, id="another link"),
        pytest.param("(Part.DIRECTIVES,)", "::: tip\nOne.\n:::\n", "::: tip\nРаз.\n:::\n", False, id="the same box"),
        pytest.param("(Part.DIRECTIVES,)", "::: tip\nOne.\n:::\n", "::: note\nРаз.\n:::\n", True, id="another box"),
        pytest.param("(Part.LOST,)", "Call depotState.\n", "Вызовите depotState.\n", False, id="a name that stands"),
        pytest.param("(Part.LOST,)", "Call depotState.\n", "Вызовите депо.\n", True, id="a lost name"),
        pytest.param(
            "(Role.TYPE,)",
            "|Type|\n|---|\n|label|\n",
            "|Тип|\n|---|\n|label|\n",
            False,
            id="a column that reads the same",
        ),
        pytest.param(
            "(Role.TYPE,)", "|Type|\n|---|\n|label|\n", "|Тип|\n|---|\n|метка|\n", True, id="a column that does not"
        ),
        pytest.param(
            "(Role.TYPE, Part.CODE)", "|Type|\n|---|\n|label|\n", "|Тип|\n|---|\n|метка|\n", True, id="one of two"
        ),
    ],
)
def test_a_rule_is_called_where_what_it_reads_differs(
    folder: Path, reads: str, english: str, russian: str, is_called: bool
) -> None:
    """A rule that breaks tells whether it was called."""
    changes = {
        "NEEDS = Trust.PAIRED\n": f"NEEDS = Trust.PAIRED\nREADS = {reads}\n",
        "import Bad, ": "import Part, Role, Bad, ",
        "    for match in pair.texts:\n": '    raise ValueError("called")\n    for match in pair.texts:\n',
    }
    pack(site(folder) / "acme", changes=changes)
    (folder / "docs" / "en-US" / "labels.md").write_text(english, "utf-8")
    (folder / "docs" / "ru-RU" / "labels.md").write_text(russian, "utf-8")
    done = commandline.doclint("check", *BESIDE, "--rules", "acme", "--select", "ACME101", "--jobs", "1")
    assert ("ValueError: called" in done.stderr) == is_called, done.stderr
    assert done.exit_code == (3 if is_called else 0)


def test_a_folder_is_read_where_the_command_line_names_it_only(tmp_path: Path) -> None:
    pack(site(tmp_path) / "rules")
    assert found(tmp_path) == []
    assert found(tmp_path, "--rules", "rules") == ["ACME101"]


def test_a_new_rule_of_ones_own_is_run(tmp_path: Path) -> None:
    site(tmp_path)
    assert doclint("new-rule", "shout-of-this-test", "--into", "own", cwd=tmp_path).returncode == 0
    assert doclint("check", *BESIDE, "--rules", "own", "--select", "OWN101", cwd=tmp_path).returncode == 0
    draft = tmp_path / "own" / "shout_of_this_test.py"
    draft.write_text(draft.read_text("utf-8").replace("yield from ()", "raise KeyError(match)"), "utf-8")
    broken = doclint("check", *BESIDE, "--rules", "own", cwd=tmp_path)
    assert broken.returncode == 3
    assert only_line(broken).startswith("rule shout-of-this-test crashed on docs/ru-RU/labels.md: KeyError")
    assert doclint("new-rule", "term-lost", "--into", "own", cwd=tmp_path).returncode == 0
    assert 'ID = "OWN102"' in (tmp_path / "own" / "term_lost.py").read_text("utf-8")


def test_a_folder_that_only_has_what_rules_share_takes_a_first_rule(tmp_path: Path) -> None:
    (pack(tmp_path / "own") / "ticket_changed.py").unlink()
    assert doclint("new-rule", "term-lost", "--into", "own", cwd=tmp_path).returncode == 0
    assert "OWN101  term-lost" in doclint("rules", "--rules", "own", cwd=tmp_path).stdout


def test_a_rule_that_breaks_its_examples_fails_the_test(tmp_path: Path) -> None:
    assert doclint("new-rule", "term-lost", "--into", "own", "--prefix", "ACME", cwd=tmp_path).returncode == 0
    done = doclint("rules", "--rules", "own", "--test", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("ACME101 term-lost, BAD[0]: the rule reports other places than the marked ones\n")


def test_rules_of_a_folder_are_listed_explained_and_put_right(tmp_path: Path) -> None:
    pack(site(tmp_path) / "acme")
    listed = doclint("rules", "--rules", "acme", cwd=tmp_path).stdout.splitlines()
    assert listed[-1].startswith("ACME101  ticket-changed")
    assert doclint("explain", "acme101", "--rules", "acme", cwd=tmp_path).stdout.startswith("ACME101 ticket-changed\n")
    assert "\n## ACME\n" in doclint("rules", "--rules", "acme", "--markdown", cwd=tmp_path).stdout
    assert doclint("fix", *BESIDE, "--rules", "acme", "--unsafe", cwd=tmp_path).returncode == 0
    assert (tmp_path / "docs/ru-RU/labels.md").read_text("utf-8") == RUSSIAN.replace("ХАБ-12", "HUB-12")


@pytest.mark.parametrize("name", ["ACME101", "ACME1", "acme", "ticket-changed", "DEFAULT"])
def test_rules_of_a_pack_are_selected_like_all_others(tmp_path: Path, name: str) -> None:
    pack(site(tmp_path) / "acme")
    assert found(tmp_path, "--rules", "acme", "--select", name) == ["ACME101"]
    assert found(tmp_path, "--rules", "acme", "--ignore", name) == []


def test_comments_silence_rules_of_a_pack(tmp_path: Path) -> None:
    page = f"{RUSSIAN}\n<!-- doclint-disable-file ACME101 -- the depot's own -->\n"
    pack(site(tmp_path, russian=page) / "acme")
    assert found(tmp_path, "--rules", "acme") == []
    assert found(tmp_path) == ["DL008"], "without the pack nobody knows that rule"


def test_results_are_linked_to_no_page_about_doclints_rules(tmp_path: Path) -> None:
    pack(site(tmp_path) / "acme")
    environment = {**os.environ, "DOCLINT_RULES_URL": "https://doclint.checks.example/rules"}
    done = doclint("check", *BESIDE, "--rules", "acme", "--format", "sarif", cwd=tmp_path, env=environment)
    (driver,) = [one["tool"]["driver"] for one in json.loads(done.stdout)["runs"]]
    linked = {rule["id"] for rule in driver["rules"] if "helpUri" in rule}
    assert "DL101" in linked
    assert {rule["id"] for rule in driver["rules"]} - linked == {"ACME101"}


def test_all_workers_have_the_pack(tmp_path: Path) -> None:
    pack(site(tmp_path, pages=40) / "acme")
    alone = found(tmp_path, "--rules", "acme", "--jobs", "1", "--no-cache")
    assert alone == ["ACME101"] * 40
    assert found(tmp_path, "--rules", "acme", "--jobs", "2", "--no-cache") == alone


def test_remembered_results_end_with_any_code_of_the_pack(tmp_path: Path) -> None:
    folder = pack(site(tmp_path, pages=20) / "acme")
    assert len(found(tmp_path, "--rules", "acme")) == 20
    shared = folder / "_numbers.py"
    shared.write_text(shared.read_text("utf-8").replace("{2,5}", "{9}"), "utf-8")
    assert found(tmp_path, "--rules", "acme") == []


def test_remembered_results_end_with_a_pack_that_comments_name(tmp_path: Path) -> None:
    page = f"{RUSSIAN}\n<!-- doclint-disable-file ACME101 -->\n"
    pack(site(tmp_path, pages=20, russian=page) / "acme")
    selected = ("--select", "DL008")
    assert len(found(tmp_path, *selected)) == 20
    assert found(tmp_path, *selected, "--rules", "acme") == []


# an installed pack


def test_an_installed_pack_runs_where_the_configuration_names_it(tmp_path: Path) -> None:
    site(tmp_path / "repo")
    how = {"env": installed(tmp_path / "site")}
    assert found(tmp_path / "repo", **how) == []
    (named,) = [one for one in blocks("rule-packs", "toml") if one.startswith("packs")]
    (tmp_path / "repo" / "doclint.toml").write_text(f'{named}severity = {{ ticket-changed = "error" }}\n', "utf-8")
    assert found(tmp_path / "repo", **how) == ["ACME101"]
    assert "ACME101" in doclint("rules", cwd=tmp_path / "repo", **how).stdout


def test_a_policy_may_name_the_pack(tmp_path: Path) -> None:
    site(tmp_path / "repo")
    (tmp_path / "policy").mkdir()
    (tmp_path / "policy" / "doclint.toml").write_text('packs = ["acme-docs"]\n', "utf-8")
    (tmp_path / "repo" / "doclint.toml").write_text('extends = ["../policy/doclint.toml"]\n', "utf-8")
    assert found(tmp_path / "repo", env=installed(tmp_path / "site")) == ["ACME101"]


def test_a_pack_that_lies_in_the_repository_is_not_installed(tmp_path: Path) -> None:
    """`python -m doclint` looks for modules where it is called; whoever sends the pages decides what lies there."""
    installed(site(tmp_path))
    ran = tmp_path / "ran"
    (tmp_path / "acme_docs" / "__init__.py").write_text(f"open({str(ran)!r}, 'w').close()\n", "utf-8")
    (tmp_path / "doclint.toml").write_text('packs = ["acme-docs"]\n', "utf-8")
    done = doclint("check", *BESIDE, cwd=tmp_path)
    assert done.returncode == 2
    assert only_line(done) == 'doclint.toml:1: "packs" names "acme-docs", which is not an installed pack'
    assert not ran.exists()


@pytest.mark.parametrize("name", ["./acme", "../acme", "/tmp/acme", "acme/rules"])
def test_a_configuration_names_no_folder(tmp_path: Path, name: str) -> None:
    pack(site(tmp_path) / "acme")
    (tmp_path / "doclint.toml").write_text(f"packs = [{json.dumps(name)}]\n", "utf-8")
    done = doclint("check", *BESIDE, cwd=tmp_path)
    assert done.returncode == 2
    assert only_line(done).startswith('doclint.toml:1: "packs[1]" is not the name of an installed pack: ')


def test_a_target_of_a_workspace_brings_no_pack_of_its_own(tmp_path: Path) -> None:
    site(tmp_path)
    (tmp_path / "doclint.toml").write_text(
        'source = "docs/en-US"\n[[target]]\nname = "ru"\npath = "docs/ru-RU"\nconfig = "docs/ru-RU/doclint.toml"\n',
        "utf-8",
    )
    (tmp_path / "docs/ru-RU/doclint.toml").write_text('packs = ["acme-docs"]\n', "utf-8")
    done = doclint("check", cwd=tmp_path, env=installed(tmp_path / "site"))
    assert done.returncode == 2
    assert only_line(done).endswith('the pack "acme-docs" must be named in the configuration of the workspace')


# what is no pack


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        pytest.param({'"ACME101"': '"DL901"'}, "has ids with DL: DL begins doclint's own", id="doclint's prefix"),
        pytest.param({'"ACME101"': '"DLX101"'}, "has ids with DLX: DL begins doclint's own", id="one that begins so"),
        pytest.param({'"ACME101"': '"ACME1"'}, "is not two to ten capitals and three digits", id="a short id"),
        pytest.param({'"ACME101"': '"acme101"'}, "is not two to ten capitals", id="small letters"),
        pytest.param({'"ticket-changed"': '"other"'}, "is not that of its file", id="another name"),
        pytest.param({"BAD = [": 'BAD = ["a text",'}, "something other than Bad(...)", id="an example that is none"),
        pytest.param({"def check(": "def chec k("}, "cannot be loaded: SyntaxError", id="no Python"),
        pytest.param({"from ._numbers": "from ._nowhere"}, "cannot be loaded: ModuleNotFoundError", id="no module"),
        pytest.param({'ID = "ACME101"': "raise SystemExit(0)"}, "cannot be loaded: SystemExit", id="one that leaves"),
    ],
)
def test_what_is_wrong_with_a_rule_is_one_line(tmp_path: Path, changes: dict[str, str], says: str) -> None:
    pack(site(tmp_path) / "acme", changes=changes)
    done = doclint("check", *BESIDE, "--rules", "acme", cwd=tmp_path)
    assert done.returncode == 2
    assert says in only_line(done)


@pytest.mark.parametrize(
    ("second", "name", "changes", "says"),
    [
        pytest.param("acme", "number_changed", OTHER, "ids with ACME and DEPOT", id="two prefixes in a pack"),
        pytest.param(
            "acme",
            "number_changed",
            {'"ticket-changed"': '"number-changed"'},
            "number-changed and ticket-changed have the id ACME101",
            id="one id in a pack",
        ),
        pytest.param(
            "other",
            "number_changed",
            {'"ticket-changed"': '"number-changed"', "ACME101": "ACME102"},
            "has ids with ACME, as ",
            id="one prefix in two packs",
        ),
        pytest.param(
            "other",
            "ticket_changed",
            {"ACME101": "DEPOT101"},
            'has a rule "ticket-changed", as ',
            id="one name in two packs",
        ),
        pytest.param(
            "other",
            "enum_value_changed",
            {"ACME101": "DEPOT101", '"ticket-changed"': '"enum-value-changed"'},
            'has a rule "enum-value-changed", as doclint has',
            id="a name of doclint's",
        ),
    ],
)
def test_packs_that_clash_are_one_line(
    tmp_path: Path, second: str, name: str, changes: dict[str, str], says: str
) -> None:
    pack(site(tmp_path) / "acme")
    pack(tmp_path / second, name=name, changes=changes)
    done = doclint("check", *BESIDE, "--rules", "acme", "--rules", second, cwd=tmp_path)
    assert done.returncode == 2
    assert says in only_line(done)


def test_two_distributions_that_offer_one_name_are_one_line(tmp_path: Path) -> None:
    site(tmp_path / "repo")
    (tmp_path / "repo" / "doclint.toml").write_text('packs = ["acme-docs"]\n', "utf-8")
    environment = installed(tmp_path / "site")
    twin = tmp_path / "site" / "twin-1.0.dist-info"
    twin.mkdir()
    (twin / "METADATA").write_text("Metadata-Version: 2.1\nName: twin\nVersion: 1.0\n", "utf-8")
    (twin / "entry_points.txt").write_text("[doclint.rules]\nacme-docs = twin.rules\n", "utf-8")
    done = doclint("check", *BESIDE, cwd=tmp_path / "repo", env=environment)
    assert done.returncode == 2
    assert 'the pack "acme-docs" is provided by both ' in only_line(done)


@pytest.mark.parametrize(
    ("folder", "says"),
    [("nowhere", "no folder of rules "), ("docs", "has no rule: "), ("docs/x.md", "no folder of rules")],
)
def test_a_folder_without_rules_is_one_line(tmp_path: Path, folder: str, says: str) -> None:
    done = doclint("check", *BESIDE, "--rules", folder, cwd=site(tmp_path))
    assert done.returncode == 2
    assert says in only_line(done)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--prefix", "DL"], "is not a prefix"),
        (["--prefix", "acme"], "is not a prefix"),
        (["--prefix", "A/B"], "is not a prefix"),
    ],
)
def test_a_prefix_that_is_none_writes_nothing(tmp_path: Path, arguments: list[str], says: str) -> None:
    done = doclint("new-rule", "term-lost", "--into", "own", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert says in only_line(done)
    assert list(tmp_path.iterdir()) == []


def test_the_page_is_found_from_the_readme() -> None:
    assert "(docs/rule-packs.md)" in (ROOT / "README.md").read_text("utf-8")
