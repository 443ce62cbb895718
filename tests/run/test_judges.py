"""The digest of what judges: each part of it changes it, and nothing else does."""

from __future__ import annotations

import importlib
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from doclint.engine import rulebook
from doclint.run.cache import key
from doclint.run.cache.key import digest_of_rules
from doclint.text import Severity
from tests.conftest import ROOT

SHOWING = {"click", "pathspec"}
"""Libraries that have no say in what is found on a page."""

RULES = rulebook.load()


def test_it_is_the_same_in_another_process() -> None:
    program = "from doclint.run.cache import key as judges; from doclint.engine import rulebook; print(judges.digest_of_rules(rulebook.load()).hex())"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == digest_of_rules(RULES).hex()


def test_rules_matter() -> None:
    first, *rest = RULES
    milder = first._replace(severity=next(kind for kind in Severity if kind is not first.severity))
    digests = {digest_of_rules(RULES), digest_of_rules(rest), digest_of_rules([milder, *rest])}
    assert len({*digests, digest_of_rules([])}) == 4


def test_the_code_of_a_rule_matters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "rule_in_a_pack.py"
    file.write_text("def check(pair):\n    return iter(())\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    rule = RULES[0]._replace(check=importlib.import_module("rule_in_a_pack").check)
    before = digest_of_rules([rule])
    assert digest_of_rules([rule]) == before
    file.write_text("def check(pair):\n    return iter([])\n", "utf-8")
    assert digest_of_rules([rule]) != before
    file.unlink()
    assert digest_of_rules([rule]) != digest_of_rules([rule]), "code that cannot be read is never the same"


@pytest.mark.parametrize("name", ["__init__.py", "page/model.py", "columnwords.py"])
def test_our_own_code_matters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr("doclint.__file__", str(tmp_path / "__init__.py"))
    (tmp_path / "page").mkdir()
    before = digest_of_rules(RULES)
    (tmp_path / name).write_text("a = 1\n", "utf-8")
    after = digest_of_rules(RULES)
    assert after != before
    (tmp_path / "page" / "notes.txt").write_text("nothing that runs", "utf-8")
    assert digest_of_rules(RULES) == after


@pytest.mark.parametrize("folder", ["markdown_it_py-99.0.dist-info", "PyYAML-99.0.dist-info", "pyyaml-99.0.dist-info"])
def test_versions_of_libraries_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    before = digest_of_rules(RULES)
    (tmp_path / folder).mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert digest_of_rules(RULES) != before


def test_versions_are_those_that_python_knows() -> None:
    from importlib import metadata

    names = [*key.LIBRARIES, "no-such-library"]
    known = {name: metadata.version(name) for name in key.LIBRARIES}
    assert key.versions(names) == {**known, "no-such-library": ""}


def test_every_library_that_judges_is_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = project["dependencies"]
    needed = {line.partition(">")[0].partition("<")[0].partition("=")[0].strip() for line in lines}
    assert needed - SHOWING == set(key.LIBRARIES), "name it in judges.LIBRARIES, or here when it only shows"


def test_every_library_of_an_extra_that_judges_is_named() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert {line.partition(">")[0] for name in ("code", "locales", "myst") for line in extras[name]} == set(
        key.OPTIONAL
    )
    assert key.versions(["no-such-library"], is_optional=True) == {"no-such-library": ""}
