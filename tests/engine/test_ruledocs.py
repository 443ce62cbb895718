"""The page of rules is what the rules say, and a new rule starts from a draft that loads."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from doclint.api import Match, Segment, Span
from doclint.cli import main
from doclint.engine import rulebook
from doclint.engine.authoring import newrule, ruledocs
from doclint.engine.authoring.testing import check_bad, check_examples, check_good
from doclint.text.errors import ConfigError
from tests.conftest import ROOT

RULES = rulebook.load()
FREE = "rule-of-this-test"
"""A name that no rule has, and none will."""
SHOW_A_NAME = ("CONTRIBUTING.md", "doclint/cli/commands/new_rule.py")


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


def drafted(folder: Path) -> ModuleType:
    """The module of a draft that the command wrote into a folder."""
    result = CliRunner().invoke(main, ["new-rule", FREE, "--group", "1", "--folder", str(folder)])
    assert result.exit_code == 0, result.output
    name = FREE.replace("-", "_")
    spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_draft_loads_and_only_its_example_fails(tmp_path: Path) -> None:
    rule = rulebook.read(drafted(tmp_path))
    assert rule.id not in {other.id for other in RULES}
    assert rule.id.startswith("DL1")
    check_good(rule, 0)
    with pytest.raises(AssertionError, match="other places"):
        check_bad(rule, 0)


def test_draft_yields_problems_as_soon_as_it_finds_places(tmp_path: Path) -> None:
    """What a problem is made of stands in the draft, so that only the finding is left to write."""
    module = drafted(tmp_path)
    assert "yield Difference(" in Path(module.__file__ or "").read_text("utf-8")

    def changed(match: Match[Segment]) -> Iterator[tuple[str, str, Span]]:
        for ours, theirs in zip(match.source.inline.pieces, match.target.inline.pieces, strict=True):
            if ours.text != theirs.text:
                start = match.target.plain.index(theirs.text)
                yield ours.text, theirs.text, match.target.inline.place(start, start + len(theirs.text))

    vars(module)["changed"] = changed
    check_examples(rulebook.read(module))


def test_name_in_the_documentation_is_free_for_whoever_follows_it() -> None:
    named = {one for name in SHOW_A_NAME for one in re.findall(r"new-rule ([\w-]+)", (ROOT / name).read_text("utf-8"))}
    assert named
    tests = {file.name: file.read_text("utf-8") for file in (ROOT / "tests").rglob("*.py")}
    assert [name for name, text in tests.items() if any(one in text for one in named)] == []


def test_id_follows_the_last_of_its_group() -> None:
    used = max(rule.id for rule in RULES if rule.id.startswith("DL1"))
    assert newrule.free_id(RULES, "1") == f"DL{int(used[2:]) + 1}"
    assert newrule.free_id(RULES, "9") == "DL901"


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("Unit", "is not a rule name"),
        ("../some-name", "is not a rule name"),
        ("enum-value-changed", "there is a rule"),
    ],
)
def test_names_that_are_refused(name: str, complaint: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=complaint):
        newrule.write_draft(name, tmp_path, RULES)
    assert list(tmp_path.iterdir()) == []


def test_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no folder"):
        newrule.write_draft(FREE, tmp_path / "rules", RULES)
