"""The audit of real pages, six folders of three languages, in Chromium; skipped where the corpus is not."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from doclint.cli import main
from tests.workflows.audit.auditpage import (
    ROW,
    all_of,
    assert_numbers,
    go,
    opened_page,
    press,
    shown,
    summary_of,
    text_of,
)
from tests.workflows.audit.browser import until

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.corpus

FOLDERS = ("ru", "ru-sxs", "ja", "ja-sxs", "de", "de-sxs")
LOCALES = {"ru": "ru-RU", "ja": "ja-JP", "de": "de-DE"}
OF_EACH = 40
"""Pages of each folder."""


@pytest.fixture(scope="module")
def audit(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An audit of some forty pages of each folder, evenly drawn, made by the command."""
    if not (corpus / "en.git").is_dir():
        pytest.skip("the corpus has no English")
    here = tmp_path_factory.mktemp("audit")
    targets = ""
    for name in FOLDERS:
        found = sorted((corpus / name).rglob("*.md"))
        for page in found[:: max(len(found) // OF_EACH, 1)]:
            copy = here / name / page.relative_to(corpus / name)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(page, copy)
        targets += f'[[target]]\nname = "{name}"\npath = "{name}"\nlocale = "{LOCALES[name[:2]]}"\n'
    config = here / "doclint.toml"
    source = json.dumps(str(corpus / "en.git"))
    config.write_text(f'source = {source}\npublished-url = "https://docs.example.org/{{locale}}/{{path}}"\n{targets}')
    done = CliRunner().invoke(main, ["audit", "--config", str(config), "-o", str(here / "out"), "--jobs", "1"])
    assert done.exit_code == 0, done.output
    return here / "out"


def test_audit_of_real_pages(browser: Chrome, audit: Path) -> None:
    summary = summary_of(audit)
    assert set(summary["by"]["locale"]) == set(LOCALES.values())
    assert summary["findings"] > 300
    with opened_page(browser, audit):
        assert_numbers(browser, audit)
        _filters(browser, audit)
        _sorts(browser)
        _shows_both_sides(browser)
        _exports(browser, audit)


def _filters(browser: Chrome, audit: Path) -> None:
    for name in ("locale", "severity", "rule", "damage"):
        for value, one in list(summary_of(audit)["by"][name].items())[:3]:
            go(browser, f"view=findings&{name}={value}")
            until(browser, lambda one=one: shown(browser) == one["findings"])  # type: ignore[misc]


def _sorts(browser: Chrome) -> None:
    go(browser, "view=causes")
    head = until(browser, lambda: all_of(browser, "#table .tabulator-col[tabulator-field=places]"))[0]
    head.click()
    until(browser, lambda: head.get_attribute("aria-sort") == "descending")
    places = [int(cell.text.replace(",", "")) for cell in all_of(browser, f"{ROW} [tabulator-field=places]")]
    assert len(places) > 10
    assert places == sorted(places, reverse=True)


def _shows_both_sides(browser: Chrome) -> None:
    """For a finding of each language, as a link leads to it."""
    rows = {row["locale"]: row for row in browser.execute_async_script(FINDINGS)}
    assert set(rows) == set(LOCALES.values())
    for locale, row in rows.items():
        go(browser, f"finding={row['fingerprint']}&path={row['path']}")
        until(browser, lambda row=row: row["path"] in text_of(browser, "#detail h3"))  # type: ignore[misc]
        assert [mark.text for mark in all_of(browser, "#detail mark")] == [row["expected"], row["found"]]
        assert all_of(browser, "#detail .side")[1].get_attribute("lang") == locale
        (link,) = all_of(browser, "#detail a[href^=https]")
        assert re.match(rf"https://docs\.example\.org/{locale.lower()}/", link.get_attribute("href") or "")


def _exports(browser: Chrome, audit: Path) -> None:
    """Verdicts on a cause, as far as the findings that they accept."""
    go(browser, "view=causes&locale=ja-JP")
    until(browser, lambda: text_of(browser, "#detail") == "Choose a row.")
    press(browser, "j")
    until(browser, lambda: all_of(browser, "#detail .card"))
    places = int(re.findall(r"([\d,]+) places? on", text_of(browser, "#detail .facts"))[0].replace(",", ""))
    press(browser, "f")
    until(browser, lambda: text_of(browser, "#verdicts"))
    rows = browser.execute_async_script("audit.exported().then(arguments[0])")
    assert [(row["verdict"], row["locale"]) for row in rows] == [("false", "ja-JP")] * places
    verdicts = audit.parent / "verdicts.json"
    verdicts.write_text(json.dumps(rows), encoding="utf-8")
    options = ["--config", str(audit.parent / "doclint.toml"), "--jobs", "1"]
    done = CliRunner().invoke(main, ["accept", "--from", str(verdicts), "--reason", "as it is called", *options])
    assert (done.exit_code, "accepted" in done.stdout) == (0, True), done.output
    done = CliRunner().invoke(main, ["check", "--statistics", "--exit-zero", *options])
    assert f"{places}  not shown: accepted" in done.stdout


FINDINGS = """
const done = arguments[0], isWord = (text) => text && /^[\\p{L}\\p{M}\\p{N}]+$/u.test(text);
audit.ready(true).then(() => done(audit.findingRows
  .filter((row) => isWord(row.expected) && isWord(row.found)).map(({locale, path, fingerprint, expected, found}) =>
  ({locale, path, fingerprint, expected, found}))));
"""
"""All findings of one word, as the page knows them."""
