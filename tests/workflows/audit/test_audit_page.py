"""The audit as it is opened from disk, in Chromium."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doclint.workflows.audit.build import build
from doclint.workflows.audit.totals import Totals
from tests.workflows.audit.audited import finding, pages, result
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

HOSTILE = "</script><script>document.title='broken'</script><img src=x onerror=\"document.title='broken'\">]]>\u202egnp.\u2066"


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An audit of 1,200 findings in six languages, and one of hostile text on a page with a hostile name."""
    out = tmp_path_factory.mktemp("audit") / "out"
    path = "docs/ru-RU/<b>&\u202e'\".md"
    hostile = result(path, [finding(5000, found=HOSTILE, path=path)], trust="<i>")
    template = "https://docs.example.org/{locale}/{path}"
    build(chain(pages(1200), [hostile]), out, totals=Totals(None), template=template)
    return out


@pytest.fixture
def opened(browser: Chrome, audit: Path) -> Iterator[Chrome]:
    with opened_page(browser, audit):
        yield browser


def test_numbers_on_the_page_are_those_of_the_summary(opened: Chrome, audit: Path) -> None:
    assert_numbers(opened, audit)
    assert summary_of(audit)["findings"] == 1201


def test_filters_and_search_leave_what_they_say(opened: Chrome, audit: Path) -> None:
    by = summary_of(audit)["by"]
    go(opened, "view=findings&locale=ja-JP")
    until(opened, lambda: shown(opened) == by["locale"]["ja-JP"]["findings"])
    go(opened, "view=findings&severity=error")
    until(opened, lambda: shown(opened) == by["severity"]["error"]["findings"])
    go(opened, "view=findings")
    until(opened, lambda: shown(opened) == 1201)
    opened.find_element("css selector", "#q").send_keys("PARCELSTATE99")
    until(opened, lambda: 0 < shown(opened) < 30)
    assert "q=PARCELSTATE99" in opened.current_url


def test_columns_sort_by_mouse_and_keyboard(opened: Chrome) -> None:
    go(opened, "view=causes")
    head = until(opened, lambda: all_of(opened, "#table .tabulator-col[tabulator-field=expected]"))[0]
    head.click()
    first = until(opened, lambda: text_of(opened, f"{ROW} [tabulator-field=expected]"))
    until(opened, lambda: head.get_attribute("aria-sort") == "ascending")
    assert first.startswith("parcelState")
    head.send_keys("\n")
    until(opened, lambda: head.get_attribute("aria-sort") == "descending")
    assert text_of(opened, f"{ROW} [tabulator-field=expected]") > first


def test_deep_links_show_both_sides_with_the_word_marked(opened: Chrome) -> None:
    go(opened, f"finding={13:016x}")
    until(opened, lambda: "parcelState13" in text_of(opened, "#detail"))
    marks = [element.text for element in all_of(opened, "#detail mark")]
    assert marks == ["parcelState13", "荷物13"]
    target = all_of(opened, "#detail .side")[1]
    assert (target.get_attribute("lang"), target.get_attribute("dir")) == ("ja-JP", "auto")
    link = opened.find_element("css selector", "#detail a[href^=https]")
    assert link.get_attribute("href") == "https://docs.example.org/ja-jp/docs/ja-JP/area1/page1"
    assert "docs/en-US/page1.md:14" in text_of(opened, "#detail dl")
    cause = opened.find_element("css selector", "#detail a[href^='#cause=']")
    opened.execute_script("arguments[0].click()", cause)
    until(opened, lambda: "view" not in opened.current_url and len(all_of(opened, "#detail .card")) == 1)
    go(opened, "finding=gone")
    until(opened, lambda: "no such entry" in text_of(opened, "#detail"))


def test_right_to_left_text_runs_from_the_right(opened: Chrome) -> None:
    go(opened, f"finding={24:016x}")
    until(opened, lambda: len(all_of(opened, "#detail .side")) == 2)
    style = "return getComputedStyle(arguments[0]).direction"
    assert [opened.execute_script(style, side) for side in all_of(opened, "#detail .side")] == ["ltr", "rtl"]


def test_hostile_text_is_text(opened: Chrome) -> None:
    go(opened, f"finding={5000:016x}")
    until(opened, lambda: "parcelState15" in text_of(opened, "#detail"))
    assert "<script>document.title" in text_of(opened, "#detail")
    assert "U+202E" in text_of(opened, "#detail")
    assert "\u202e" not in text_of(opened, "#detail")


def test_triage_by_keys_is_exported(opened: Chrome) -> None:
    go(opened, "view=findings")
    until(opened, lambda: all_of(opened, ROW))
    press(opened, "j")
    until(opened, lambda: "finding=" in opened.current_url and all_of(opened, "#detail .card"))
    press(opened, "r")
    first = opened.current_url
    press(opened, "j")
    until(opened, lambda: opened.current_url != first)
    press(opened, "k")
    until(opened, lambda: text_of(opened, "#detail [aria-pressed=true]").startswith("real"))
    go(opened, "view=causes")
    until(opened, lambda: shown(opened) < 1201)
    opened.find_element("css selector", "#table .tabulator-col[tabulator-field=places]").click()
    until(opened, lambda: text_of(opened, ROW).startswith("2"))
    press(opened, "j")
    until(opened, lambda: "cause=" in opened.current_url and len(all_of(opened, "#detail .card")) == 2)
    press(opened, "h")
    until(opened, lambda: "1 cause, 1 finding judged" in text_of(opened, "#verdicts"))
    reason = opened.find_element("css selector", "#detail .judging input")
    reason.send_keys("as in our glossary\t")
    opened.refresh()
    until(opened, lambda: "1 cause, 1 finding judged" in text_of(opened, "#verdicts"))
    rows = opened.execute_async_script("audit.exported().then(arguments[0])")
    assert {name for row in rows for name in row} == set(
        "fingerprint verdict reason expected found locale rule path".split()
    )
    assert [row["verdict"] for row in rows].count("real") == 1
    house = [row for row in rows if row["verdict"] == "house"]
    assert len(house) == 2
    assert {row["reason"] for row in house} == {"as in our glossary"}


@pytest.mark.parametrize("view", ["causes", "findings"])
def test_the_verdict_is_in_view_on_a_small_screen(opened: Chrome, view: str) -> None:
    before = opened.get_window_size()
    opened.set_window_size(1280, 900)
    try:
        go(opened, f"view={view}")
        until(opened, lambda: all_of(opened, ROW))
        press(opened, "j")
        until(opened, lambda: all_of(opened, "#detail .judging"))
        press(opened, "r")
        cell = "#table .tabulator-row [tabulator-field=verdict]"
        until(opened, lambda: text_of(opened, cell) == "real")
        edges = "return arguments[0].getBoundingClientRect().right"
        table = opened.execute_script(edges, all_of(opened, "#table")[0])
        assert opened.execute_script(edges, all_of(opened, cell)[0]) <= table
    finally:
        opened.set_window_size(before["width"], before["height"])


def test_what_should_stand_there_is_exported_for_all_places(opened: Chrome) -> None:
    go(opened, "view=causes")
    until(opened, lambda: all_of(opened, ROW))
    press(opened, "j")
    until(opened, lambda: all_of(opened, "#detail .judging"))
    opened.find_elements("css selector", "#detail .judging input")[1].send_keys("parcelState\t")
    until(opened, lambda: text_of(opened, "#detail [aria-pressed=true]").startswith("real"))
    rows = [row for row in opened.execute_async_script("audit.exported().then(arguments[0])") if "repair" in row]
    assert rows
    assert {(row["verdict"], row["repair"]) for row in rows} == {("real", "parcelState")}
    assert len({row["found"] for row in rows}) == 1


def test_export_is_a_file(opened: Chrome, tmp_path_factory: pytest.TempPathFactory) -> None:
    go(opened, f"finding={13:016x}")
    until(opened, lambda: all_of(opened, "#detail .judging button"))
    press(opened, "f")
    until(opened, lambda: text_of(opened, "#verdicts"))
    opened.find_element("css selector", "#export").click()
    folder = tmp_path_factory.getbasetemp()
    file = until(opened, lambda: next(folder.glob("browser*/verdicts*.json"), None))
    (row,) = json.loads(file.read_bytes())
    assert (row["fingerprint"], row["verdict"], row["locale"]) == (f"{13:016x}", "false", "ja-JP")
    assert (row["expected"], row["found"], row["rule"]) == ("parcelState13", "荷物13", "link-text-changed")


def test_ten_thousand_findings_are_a_small_page_that_opens(
    browser: Chrome, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("doclint.text.files.parquet.find_spec", lambda name: None)
    out = tmp_path_factory.mktemp("large") / "out"
    build(pages(10_000), out, totals=Totals(None))
    parts = [out / "index.html", *(out / "data").iterdir(), *(out / "static").iterdir()]
    assert sum(part.stat().st_size for part in parts) < 4_300_000
    for view, first in (("", ".lead"), ("#view=causes", ROW), ("#view=findings", ROW)):
        browser.get("about:blank")
        browser.get((out / "index.html").as_uri() + view)
        until(browser, lambda first=first: all_of(browser, first))  # type: ignore[misc]
    assert shown(browser) == 10_000
