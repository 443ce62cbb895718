"""The page of rules is what the rules say, and a new rule starts from a draft that loads."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from click.testing import CliRunner

from doclint import newrule, rulebook, ruledocs
from doclint.cli import main
from doclint.errors import ConfigError
from doclint.testing import check_bad, check_good
from tests.conftest import ROOT

RULES = rulebook.load()


def test_rules_readme_is_up_to_date() -> None:
    made = ruledocs.markdown(RULES)
    there = (ROOT / "rules" / "README.md").read_text("utf-8")
    assert there == made, "run: doclint rules --markdown > rules/README.md"


def test_every_rule_is_on_the_page_once() -> None:
    lines = ruledocs.markdown(RULES).splitlines()
    assert [line for line in lines if line.startswith("| DL")] != []
    for rule in RULES:
        assert lines.count(f"## {rule.name}") == 1


def test_example_with_a_fence_stands_in_a_longer_one() -> None:
    page = ruledocs.markdown(RULES)
    assert "````text\n" in page
    assert page.count("\n````\n") == page.count("````text\n")


def test_draft_loads_and_only_its_example_fails(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["new-rule", "unit-changed", "--group", "1", "--folder", str(tmp_path)])
    assert result.exit_code == 0, result.output
    file = tmp_path / "unit_changed.py"
    spec = importlib.util.spec_from_file_location("unit_changed", file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    rule = rulebook.read(module)
    assert rule.id not in {other.id for other in RULES}
    assert rule.id.startswith("DL1")
    check_good(rule, 0)
    with pytest.raises(AssertionError, match="other places"):
        check_bad(rule, 0)


def test_id_follows_the_last_of_its_group() -> None:
    used = max(rule.id for rule in RULES if rule.id.startswith("DL1"))
    assert newrule.free_id(RULES, "1") == f"DL{int(used[2:]) + 1}"
    assert newrule.free_id(RULES, "9") == "DL901"


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("Unit", "is no name for a rule"),
        ("../unit-changed", "is no name for a rule"),
        ("enum-value-changed", "there is a rule"),
    ],
)
def test_names_that_are_refused(name: str, complaint: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=complaint):
        newrule.write_draft(name, tmp_path, RULES)
    assert list(tmp_path.iterdir()) == []


def test_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no folder"):
        newrule.write_draft("unit-changed", tmp_path / "rules", RULES)
