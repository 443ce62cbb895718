"""What a team's configuration lets through: overrides, severities, confidence, house style; the rest is counted."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from doclint.config.commandline import with_options
from doclint.engine import Finding
from doclint.engine.rulebook import find
from doclint.run.filter.overrides import HOUSE_STYLE, OFF, UNSURE, Filter, Filtered, rules_to_run
from doclint.text import Confidence, Severity
from doclint.text.errors import ConfigError
from tests.config.configuring import RULES, config
from tests.findings import MEMBER, finding

LETTERS = find(RULES, "identifier-transliterated")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def filtered(folder: Path, text: str, *findings: Finding) -> Filtered:
    return Filter(config(folder, text), RULES).apply(findings or [finding()])


@pytest.mark.parametrize(
    ("when", "holds"),
    [
        ('locale = "ru-RU"', True),
        ('locale = "ru"', True),
        ('locale = ["ja", "RU"]', True),
        ('locale = "ru-BY"', False),
        ('locale = "rue"', False),
        ('path = "docs/**"', True),
        ('path = ["/ru/", "a.*"]', True),
        ('path = "/ru/"', False),
        ('translation = "ht"', True),
        ('translation = "MT"', False),
        ('meta = { product = ["lane", "Hub"] }', True),
        ('meta = { product = "hub", topic = "api" }', False),
        ('locale = "ru", path = "docs/", translation = "HT", meta = { product = "hub" }', True),
        ('locale = "ru", path = "docs/", translation = "MT"', False),
    ],
)
def test_when_an_override_holds(here: Path, when: str, holds: bool) -> None:
    done = filtered(here, f"[[override]]\nwhen = {{ {when} }}\nignore = ['{MEMBER.id}']\n")
    assert (done.kept == []) is holds
    assert done.dropped == (Counter({OFF: 1}) if holds else Counter())


def test_severity_and_confidence(here: Path) -> None:
    text = f"severity = {{ {MEMBER.name} = 'note' }}\nmin-confidence = 'medium'\n"
    assert [found.severity for found in filtered(here, text).kept] == [Severity.NOTE]
    assert filtered(here, text, finding(confidence=Confidence.LOW)).dropped == Counter({UNSURE: 1})
    text += "[[override]]\nwhen.locale = 'ru'\nmin-confidence = 'low'\nseverity = { DL101 = 'off' }\n"
    text += f"[[override]]\nwhen.path = 'a.md'\nseverity = {{ {MEMBER.name} = 'warning' }}\n"
    kept = filtered(here, text, finding(confidence=Confidence.LOW)).kept
    assert [found.severity for found in kept] == [Severity.WARNING], "the later override wins"


def test_a_rule_of_its_own_pages(here: Path) -> None:
    """A rule that is off may speak where an override brings it back, and runs for that."""
    text = f"severity = {{ {MEMBER.name} = 'off' }}\n[[override]]\nwhen.locale = 'ja'\nseverity = {{ {MEMBER.name} = 'error' }}\n"
    done = filtered(here, text, finding(), finding(locale="ja-JP"))
    assert [found.locale for found in done.kept] == ["ja-JP"]
    text = f"select = ['{LETTERS.id}']\n[[override]]\nwhen.locale = 'ja'\nselect = ['{MEMBER.id}']\n"
    done = filtered(
        here, text, finding(), finding(locale="ja-JP"), finding(locale="ja", rule=LETTERS.name, code=LETTERS.id)
    )
    assert [found.locale for found in done.kept] == ["ja-JP"]
    assert done.dropped == Counter({OFF: 2})


def test_another_rule_that_saw_the_same_speaks_instead(here: Path) -> None:
    text = f"[[override]]\nwhen.locale = 'ru'\nignore = ['{MEMBER.name}']\n"
    (kept,) = filtered(here, text, finding(also=(LETTERS.name,))).kept
    assert (kept.rule, kept.code, kept.severity, kept.also) == (LETTERS.name, LETTERS.id, LETTERS.severity, ())
    text = f"[[override]]\nwhen.locale = 'ru'\nignore = ['{LETTERS.name}']\n"
    (kept,) = filtered(here, text, finding(also=(LETTERS.name,))).kept
    assert (kept.rule, kept.also) == (MEMBER.name, ())


@pytest.mark.parametrize(
    ("entry", "allowed"),
    [
        ("expected = 'inTransit'\nfound = 'в пути'", True),
        ("found = ['иначе', 'в  пути']", True),
        ("expected = 'inTransit'", True),
        ("expected = 'intransit'", False),
        ("found = 'В пути'", False),
        ("found = 'в пути'\nlocale = 'ru'", True),
        ("found = 'в пути'\nlocale = 'uk'", False),
        ("found = 'в пути'\npath = 'docs/ru/'", True),
        ("found = 'в пути'\npath = 'ru/b.md'", False),
        (f"found = 'в пути'\nrule = '{MEMBER.name}'", True),
        (f"found = 'в пути'\nrule = ['{LETTERS.name}']", False),
    ],
)
def test_house_style(here: Path, entry: str, allowed: bool) -> None:
    done = filtered(here, f"[[allow]]\n{entry}\n")
    assert (done.kept == []) is allowed
    assert done.dropped == (Counter({HOUSE_STYLE: 1}) if allowed else Counter())
    assert done.allowed == (Counter({"doclint.toml:1": 1}) if allowed else Counter())


def test_a_missing_word_is_nobodys_style(here: Path) -> None:
    assert len(filtered(here, "[[allow]]\nexpected = 'inTransit'\n", finding(expected=None)).kept) == 1


@pytest.mark.parametrize(
    ("text", "idle"),
    [
        ("", True),
        ("ignore = ['DL1']\nseverity = { DL101 = 'off' }\nmin-confidence = 'low'\n", True),
        ("severity = { DL101 = 'note' }", False),
        ("min-confidence = 'medium'", False),
        ("[[allow]]\nfound = 'x'", False),
        ("[[override]]\nwhen.locale = 'ru'\nignore = ['DL1']", False),
    ],
)
def test_a_filter_that_does_nothing_says_so(here: Path, text: str, idle: bool) -> None:
    assert Filter(config(here, text), RULES).is_idle is idle


def test_metadata_that_no_finding_has(here: Path) -> None:
    with pytest.raises(ConfigError, match='no finding has the metadata "prodct", did you mean "product"'):
        filtered(here, "[[override]]\nwhen.meta = { prodct = 'hub' }\nignore = ['DL1']")
    with pytest.raises(ConfigError, match='metadata "two lines"'):
        filtered(here, "[[override]]\nwhen.meta = { \"two\\nlines\" = 'hub' }\nignore = ['DL1']")


def test_the_command_line_wins_over_overrides(here: Path) -> None:
    text = f"[[override]]\nwhen.locale = 'ru'\nignore = ['{MEMBER.id}']\nmin-confidence = 'high'\n"
    found = config(here, text)
    selected = with_options(found, RULES, select=[MEMBER.name])
    assert len(Filter(selected, RULES).apply([finding()]).kept) == 1
    sure = with_options(selected, RULES, min_confidence=Confidence.LOW)
    assert len(Filter(sure, RULES).apply([finding(confidence=Confidence.LOW)]).kept) == 1


def test_no_override_brings_back_what_is_ignored(here: Path) -> None:
    text = f"severity = {{ {MEMBER.name} = 'off' }}\n[[override]]\nwhen.locale = 'ru'\nseverity = {{ {MEMBER.name} = 'error' }}\n"
    assert len(filtered(here, text).kept) == 1
    assert filtered(here, f"ignore = ['{MEMBER.id}']\n{text}").kept == []
    banned = with_options(config(here, text), RULES, ignore=[MEMBER.id])
    assert Filter(banned, RULES).apply([finding()]).kept == []
    assert MEMBER not in rules_to_run(banned, RULES)
