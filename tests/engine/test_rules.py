"""Every rule keeps its own examples, and what is no rule is refused."""

from __future__ import annotations

import ast
import pkgutil
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from types import ModuleType

import doclint.rules
import pytest

from doclint import api
from doclint.api import Bad, Good, Part, Presence, Severity, Trust
from doclint.config.commandline import with_options
from doclint.config.model import DEFAULTS
from doclint.engine import Rule, rulebook
from doclint.engine.authoring.testing import check_bad, check_good
from doclint.run.filter.overrides import rules_to_run
from doclint.text.errors import ConfigError, RuleError
from tests.conftest import ROOT

RULES = rulebook.load()
FILES = sorted(path for path in (ROOT / "rules").glob("*.py") if path.name != "__init__.py")

JAPANESE = ("HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "CJK")


@pytest.mark.parametrize(
    ("rule", "number"),
    [pytest.param(rule, n, id=f"{rule.name}-{n}") for rule in RULES for n in range(len(rule.bad))],
)
def test_bad_examples(rule: Rule, number: int) -> None:
    check_bad(rule, number)


@pytest.mark.parametrize(
    ("rule", "number"),
    [pytest.param(rule, n, id=f"{rule.name}-{n}") for rule in RULES for n in range(len(rule.good))],
)
def test_good_examples(rule: Rule, number: int) -> None:
    check_good(rule, number)


def script(example: Bad | Good) -> str:
    """The script of the translation: Latin only where no other letter stands in it, since names are Latin everywhere."""
    text = example.target if isinstance(example.target, str) else _decoded(example.target)
    names = (unicodedata.name(char, "").partition(" ")[0] for char in text if char.isalpha())
    counts = Counter("JAPANESE" if name in JAPANESE else name for name in names)
    foreign = [name for name, _ in counts.most_common() if name != "LATIN"]
    return foreign[0] if foreign else "LATIN"


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8", "shift_jis" if data[:2] != b"\xff\xfe" else "utf-16"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise AssertionError(f"an example in an encoding this test does not know: {data!r}")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize("kind", ["bad", "good"])
def test_examples_come_in_two_scripts(rule: Rule, kind: str) -> None:
    examples = [example for example in getattr(rule, kind) if example.presence is not Presence.MISSING]
    if not examples:
        pytest.skip("there is no page, so no script")
    scripts = {script(example) for example in examples if example.target}
    assert len(scripts) >= 2, f"only {scripts}"


def test_every_file_in_rules_is_loaded() -> None:
    assert {rule.name for rule in RULES} == {path.stem.replace("_", "-") for path in FILES}


def test_ids_are_unique_and_in_order() -> None:
    ids = [rule.id for rule in RULES]
    assert ids == sorted(set(ids))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_rules_import_only_the_door(path: Path) -> None:
    """Of ours nothing but `doclint.api`, by name; of others' nothing but the standard library."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            assert {alias.name.partition(".")[0] for alias in node.names} <= sys.stdlib_module_names
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            assert node.level == 0
            assert module == "doclint.api" or module.partition(".")[0] in sys.stdlib_module_names, module
            if module == "doclint.api":
                assert {alias.name for alias in node.names} <= set(api.__all__)


def synthetic(**changes: object) -> ModuleType:
    """A module that is a rule, but for the changes; None removes a name."""
    module = ModuleType("doclint.rules.toy_changed", "A toy.\n\nIt says nothing.")
    names: dict[str, object] = {
        "ID": "DL999",
        "NAME": "toy-changed",
        "SEVERITY": Severity.NOTE,
        "NEEDS": Trust.ALONE,
        "BAD": [Bad(target="⟦я⟧")],
        "GOOD": [Good(target="я")],
        "check": lambda pair: iter(()),
    }
    for name, value in (names | changes).items():
        if value is not None:
            setattr(module, name, value)
    return module


def test_a_whole_module_is_read() -> None:
    rule = rulebook.read(synthetic())
    assert (rule.id, rule.name, rule.summary, rule.can_fix) == ("DL999", "toy-changed", "A toy.", False)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        pytest.param({"__doc__": ""}, "no docstring", id="no help page"),
        pytest.param({"ID": None}, "no ID", id="no id"),
        pytest.param({"ID": "DL1"}, "not DL and three digits", id="a short id"),
        pytest.param({"ID": "XY101"}, "not DL and three digits", id="another tool's id"),
        pytest.param({"NAME": None}, "no NAME", id="no name"),
        pytest.param({"NAME": "toy"}, "not that of its file", id="another name than its file"),
        pytest.param({"NAME": "toy_changed"}, "not that of its file", id="underscore in the name"),
        pytest.param({"SEVERITY": None}, "no SEVERITY", id="no severity"),
        pytest.param({"SEVERITY": "error"}, "no SEVERITY", id="a severity that is a plain string"),
        pytest.param({"NEEDS": None}, "no NEEDS", id="no least trust"),
        pytest.param({"BAD": None}, "no BAD", id="no list of bad examples"),
        pytest.param({"BAD": []}, "needs BAD and GOOD", id="no bad example"),
        pytest.param({"GOOD": None}, "no GOOD", id="no list of good examples"),
        pytest.param({"GOOD": []}, "needs BAD and GOOD", id="no good example"),
        pytest.param({"READS": ("code",)}, "not a tuple of Part and Role", id="reads what is no part"),
        pytest.param({"READS": Part.CODE}, "not a tuple of Part and Role", id="reads one part without a tuple"),
        pytest.param({"check": None}, "no function check", id="nothing to run"),
        pytest.param({"check": "check"}, "no function check", id="a check that cannot be called"),
    ],
)
def test_what_is_no_rule_is_refused(changes: dict[str, object], says: str) -> None:
    with pytest.raises(RuleError, match=says) as caught:
        rulebook.read(synthetic(**changes))
    assert str(caught.value).startswith("rules/toy_changed.py is not a rule: ")


@pytest.mark.parametrize("key", ["id", "name"])
def test_two_rules_may_not_share(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = synthetic(ID=RULES[0].id) if key == "id" else synthetic(NAME=RULES[0].name)
    if key == "name":
        first.__name__ = f"doclint.rules.{RULES[0].name.replace('-', '_')}"
    infos = [*pkgutil.iter_modules(doclint.rules.__path__)]
    twin = pkgutil.ModuleInfo(infos[0].module_finder, "twin", False)
    monkeypatch.setattr(pkgutil, "iter_modules", lambda path: [*infos, twin])
    monkeypatch.setitem(sys.modules, "doclint.rules.twin", first)
    with pytest.raises(RuleError, match=f"two rules have the {key} "):
        rulebook.load()


@pytest.mark.parametrize(
    ("select", "ignore", "picked"),
    [
        pytest.param([], [], {"DL001", "DL101", "DL102", "DL201"}, id="all when none"),
        pytest.param(["enum-member-changed"], [], {"DL102"}, id="by name"),
        pytest.param(["dl101"], [], {"DL101"}, id="by id in any case"),
        pytest.param(["DL1"], [], {"DL101", "DL102"}, id="by the beginning of ids"),
        pytest.param(["DL101,DL001", "DL201"], [], {"DL101", "DL001", "DL201"}, id="several in one word"),
        pytest.param(["ALL"], ["DL1"], {"DL001", "DL201"}, id="all but some"),
        pytest.param(["DL1"], ["enum-value-changed"], {"DL102"}, id="ignore wins"),
    ],
)
def test_rules_are_picked(select: list[str], ignore: list[str], picked: set[str]) -> None:
    few = [rule for rule in RULES if rule.id in {"DL001", "DL101", "DL102", "DL201"}]
    config = with_options(DEFAULTS, few, select=select, ignore=ignore)
    assert {rule.id for rule in rules_to_run(config, few)} == picked


def test_an_unknown_rule_names_the_nearest() -> None:
    with pytest.raises(ConfigError, match='no rule "enum-membr-changed", did you mean "enum-member-changed"'):
        rulebook.find(RULES, "enum-membr-changed")
    with pytest.raises(ConfigError, match='no rule "zzz", `doclint rules` lists them'):
        rulebook.find(RULES, "zzz")
