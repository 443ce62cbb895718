"""Which configuration wins: the command line, a target's own, the workspace, what it extends, defaults."""

from __future__ import annotations

from pathlib import Path

import pytest

from doclint.config import Config
from doclint.config.commandline import with_options
from doclint.config.evidence import digest_of, policy_of
from doclint.config.merge import merged
from doclint.config.model import DEFAULTS
from doclint.config.scopes import scopes
from doclint.engine import rulebook
from doclint.run.filter.overrides import rules_to_run
from doclint.text import Confidence, Severity
from doclint.text.errors import ConfigError
from tests.config.configuring import RULES, config, write

MEMBER, VALUE = (rulebook.find(RULES, name).id for name in ("enum-member-changed", "enum-value-changed"))


def running(found: Config) -> set[str]:
    return {rule.id for rule in rules_to_run(found, RULES)}


def test_five_layers(tmp_path: Path) -> None:
    """Each layer says one thing less than the one below, so that what is left shows who won."""
    policy = "fail-on = 'note'\npin = 'last-touch'\nlocale = 'de'\nmin-confidence = 'low'\nprotect = ['Hub']\n"
    write(tmp_path / "policy" / "doclint.toml", policy)
    write(tmp_path / "ru" / "doclint.toml", "min-confidence = 'medium'\nlocale = 'ru-RU'\nprotect = ['Lane', 'Hub']\n")
    workspace = """
extends = "policy/doclint.toml"
pin = "metadata"
locale = "fr"
min-confidence = "low"
protect = ["Depot"]
[[target]]
name = "ru"
path = "ru"
locale = "be"
config = "ru/doclint.toml"
[[target]]
name = "ja"
path = "ja"
locale = "ja-JP"
"""
    russian, japanese = (scope.config for scope in scopes(config(tmp_path, workspace), RULES))
    assert russian.fail_on == "note", "extended"
    assert russian.pin == "metadata", "the workspace over what it extends"
    assert russian.locale == "ru-RU", "a target's own over the workspace"
    assert russian.min_confidence is Confidence.MEDIUM
    assert russian.protect == ("Hub", "Depot", "Lane"), "lists add up, each entry once"
    assert (japanese.locale, japanese.min_confidence) == ("ja-JP", Confidence.LOW)
    assert russian.require_translations is DEFAULTS.require_translations
    assert with_options(russian, RULES, min_confidence=Confidence.HIGH).min_confidence is Confidence.HIGH


def test_tables_merge_by_their_keys(tmp_path: Path) -> None:
    base = config(
        tmp_path, "[severity]\nDL101 = 'note'\nDL102 = 'note'\n[columns]\nmember = ['Art', 'Sorte']\n", "a.toml"
    )
    later = config(tmp_path, "[severity]\nDL102 = 'error'\n[columns]\ntype = ['Art']\n", "b.toml")
    both = merged(base, later)
    assert both.severity == {"DL101": Severity.NOTE, "DL102": Severity.ERROR}
    assert both.columns == {"art": "type", "sorte": "member"}


def test_what_a_policy_bans_a_repository_selects_again(tmp_path: Path) -> None:
    policy = f"select = ['DL1']\nignore = ['{MEMBER}']\nseverity = {{ '{VALUE}' = 'off' }}\n"
    write(tmp_path / "policy.toml", policy)
    assert not {MEMBER, VALUE} & running(config(tmp_path, "extends = ['policy.toml']"))
    again = config(tmp_path, f"extends = ['policy.toml']\nselect = ['{MEMBER}', 'enum-value-changed']")
    assert {MEMBER, VALUE} <= running(again)


def test_groups_of_rules(tmp_path: Path) -> None:
    default = {rule.id for rule in RULES if rule.is_default}
    assert running(DEFAULTS) == running(config(tmp_path, "select = ['DEFAULT']")) == default
    assert running(config(tmp_path, "select = ['ALL']")) == {rule.id for rule in RULES}


def test_the_command_line_names_the_rules_that_run(tmp_path: Path) -> None:
    text = f"""
select = ["{VALUE}"]
ignore = ["{MEMBER}"]
[[override]]
when.translation = "HT"
ignore = ["{MEMBER}"]
severity = {{ "{MEMBER}" = "off", "{VALUE}" = "note" }}
[[override]]
when.locale = "ja"
select = ["DL1"]
"""
    found = config(tmp_path, text)
    only = with_options(found, RULES, select=["enum-member-changed"])
    assert running(only) == {MEMBER}
    assert only.override[0].severity == {VALUE: Severity.NOTE}
    less = with_options(found, RULES, ignore=[VALUE])
    assert VALUE not in running(less)
    assert VALUE in running(found)
    with pytest.raises(ConfigError, match="no rule"):
        with_options(found, RULES, select=["no-such-rule-at-all"])


def test_circles(tmp_path: Path) -> None:
    write(tmp_path / "a.toml", "extends = 'b.toml'")
    write(tmp_path / "b.toml", "\nextends = ['a.toml']")
    with pytest.raises(ConfigError, match=r'b\.toml:2: "extends" extends itself: .*a\.toml -> .*b\.toml -> .*a\.toml'):
        config(tmp_path, "extends = 'a.toml'")


def test_many_roads_to_one_file_are_walked_once(tmp_path: Path) -> None:
    for number in range(18):
        write(tmp_path / f"{number}.toml", f"extends = ['{number + 1}.toml', './{number + 1}.toml']")
    write(tmp_path / "18.toml", "protect = ['Hub']")
    assert config(tmp_path, "extends = '0.toml'").protect == ("Hub",)


def test_too_many_files_in_a_row(tmp_path: Path) -> None:
    for number in range(30):
        write(tmp_path / f"{number}.toml", f"extends = '{number + 1}.toml'")
    with pytest.raises(ConfigError, match="extends more than 20 files"):
        config(tmp_path, "extends = '0.toml'")


def test_a_targets_own_configuration_is_no_workspace(tmp_path: Path) -> None:
    write(tmp_path / "ru.toml", "[[target]]\nname = 'x'\npath = 'x'")
    found = config(tmp_path, "[[target]]\nname = 'ru'\npath = 'ru'\nconfig = 'ru.toml'")
    with pytest.raises(ConfigError, match='the configuration of the target "ru" has targets itself'):
        scopes(found, RULES)


def test_paths_are_relative_to_the_file_that_names_them(tmp_path: Path) -> None:
    write(tmp_path / "policy" / "terms.csv", "term,dnt\nParcel Hub,yes\n")
    write(tmp_path / "policy" / "doclint.toml", "glossary = 'terms.csv'\nsource = '../en'\n")
    found = config(tmp_path / "ru", "extends = '../policy/doclint.toml'")
    assert found.source
    assert found.source.path == str(tmp_path / "en")
    assert policy_of(found).protect == {"Parcel Hub"}


def test_the_digest_holds_what_bears_on_problems(tmp_path: Path) -> None:
    def digest(text: str) -> str:
        found = config(tmp_path, text)
        return digest_of(found, policy_of(found))

    same = {
        digest(text)
        for text in ("", "ignore = ['DL1']", "[[allow]]\nfound = 'x'", "exclude = ['a']", "fail-on = 'note'")
    }
    assert len(same) == 1
    write(tmp_path / "terms.csv", "term,dnt\nLane,yes\n")
    texts = [
        "protect = ['Hub']", "digest-keys = ['d']", "pin-keys = ['d']", "pin = 'last-touch'", "glossary = 'terms.csv'",
        "layout = 'suffix'", "source-locale = 'de'", "[columns]\nmember = ['Art']", "[columns]\ntype = ['Art']",
    ]  # fmt: skip
    digests = {digest(text) for text in texts}
    assert len(digests) == len(texts)
    assert not digests & same
