"""An audit's page in a browser, as tests ask it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.workflows.audit.browser import requests, until

if TYPE_CHECKING:
    from selenium.webdriver import Chrome
    from selenium.webdriver.remote.webelement import WebElement

ROW = "#table .tabulator-row"
COUNTED = """return [...document.querySelectorAll("[data-by] tbody tr")].map((row) =>
  [row.closest("[data-by]").dataset.by, row.querySelector("th").textContent, Number(row.querySelector("[data-value]").dataset.value)])"""


@contextmanager
def opened_page(browser: Chrome, audit: Path) -> Iterator[None]:
    """The overview, opened from disk; afterwards nothing must have been complained of, nor asked for elsewhere."""
    browser.get("about:blank")
    requests(browser)
    browser.get_log("browser")
    browser.get((audit / "index.html").as_uri())
    browser.execute_script("localStorage.clear()")
    browser.refresh()
    yield
    assert [line["message"] for line in browser.get_log("browser")] == []
    assert [url for url in requests(browser) if not url.startswith((audit.as_uri(), "data:", "about:", "blob:"))] == []
    assert browser.title == "Translation audit"


def all_of(browser: Chrome, selector: str) -> list[WebElement]:
    return browser.find_elements("css selector", selector)


def text_of(browser: Chrome, selector: str) -> str:
    return str(
        browser.execute_script("return (document.querySelector(arguments[0]) || {}).textContent || ''", selector)
    )


def go(browser: Chrome, where: str) -> None:
    browser.execute_script("location.hash = arguments[0]", where)


def press(browser: Chrome, keys: str) -> None:
    browser.find_element("css selector", "body").send_keys(keys)


def summary_of(audit: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((audit / "summary.json").read_bytes())
    return loaded


def shown(browser: Chrome) -> int:
    """How many entries the list says it shows."""
    return int((text_of(browser, "#shown") or "-1").split()[0].replace(",", ""))


def assert_figures(opened: Chrome, summary: dict[str, Any]) -> None:
    """Scores, charts and the most harmful causes are those of summary.json."""
    assert text_of(opened, "[data-score=all]") == f"{summary['score']['all']:.1f}"
    for table in all_of(opened, ".scores .bars"):
        title = table.find_element("css selector", "caption").text
        kind = "locale" if "by locale" in title else "product"
        for row in table.find_elements("css selector", "tbody tr"):
            name = row.find_element("css selector", "th").text
            score, pages = (cell.text for cell in row.find_elements("css selector", "td.n"))
            assert score == f"{summary['score'][kind][name]:.1f}"
            assert pages == f"{summary['score']['pages'][kind][name]:,}"
    for table in all_of(opened, ".share"):
        kind = "damage" if "kind of damage" in table.find_element("css selector", "caption").text else "handoff"
        columns = [head.text for head in table.find_elements("css selector", "thead th")]
        for row in table.find_elements("css selector", "tbody tr"):
            known = summary["shares"][kind][row.find_element("css selector", "th").text]
            cells = row.find_elements("css selector", "td")
            for name, cell in zip(columns, cells, strict=True):
                said = [one for key, one in known.items() if is_within(key, name)]
                sums = tuple(str(sum(one[count] for one in said)) for count in ("pages", "of_pages"))
                shown = (cell.get_attribute("data-pages"), cell.get_attribute("data-of"))
                assert shown == (sums if said else (None, None)), (kind, name)
    links = [link.get_attribute("href") or "" for link in all_of(opened, ".worst a")]
    assert [link.partition("#cause=")[2] for link in links] == [one["cause"] for one in summary["worst"]]


def is_within(key: str, column: str) -> bool:
    """Whether what summary.json counts is in a column: the same name, or a month of its quarter (`2019 Q1`) or year."""
    year, _, quarter = column.partition(" Q")
    month = key[5:] if key[:5] == f"{year}-" else ""
    is_of_quarter = quarter.isdecimal() and month.isdecimal() and (int(month) + 2) // 3 == int(quarter)
    return key == column or is_of_quarter or (bool(month) and not quarter)


def assert_numbers(opened: Chrome, audit: Path) -> None:
    """Every number of the overview, and of both lists, is that of summary.json."""
    summary = summary_of(audit)
    for element in all_of(opened, "[data-sum]"):
        assert int(element.get_attribute("data-value") or -1) == summary[str(element.get_attribute("data-sum"))]
        assert element.text.replace(",", "") == element.get_attribute("data-value")
    lead = {element.get_attribute("data-lead"): element.text for element in all_of(opened, "[data-lead]")}
    routes = summary["routes"]
    assert {name: int(text.replace(",", "")) for name, text in lead.items()} == {
        "here": routes["here"],
        "english": routes["english"],
        "vendor": summary["vendor_causes"],
        "decide": routes["decide"],
    }
    assert sum(routes.values()) == summary["findings"]
    counted = opened.execute_script(COUNTED)
    for name in {name for name, _, _ in counted}:
        rows = {value: count for kind, value, count in counted if kind == name}
        called = {"not said": "no damaged word"} if name == "damage" else {}
        by = summary["by"][name].items()
        assert rows == {called.get(value, value): one["findings"] for value, one in by}, name
    assert sum(count for name, _, count in counted if name == "severity") == summary["findings"]
    assert_figures(opened, summary)
    go(opened, "view=findings")
    until(opened, lambda: shown(opened) == summary["findings"])
    go(opened, "view=causes")
    until(opened, lambda: shown(opened) == summary["causes"])
