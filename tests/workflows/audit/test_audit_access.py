"""The audit without a mouse, without sight, in a narrow window, in the dark and on paper."""

from __future__ import annotations

import base64
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from doclint.workflows.audit.build import build
from doclint.workflows.audit.totals import Totals
from tests.workflows.audit.audited import pages
from tests.workflows.audit.auditpage import ROW, all_of, go, opened_page, text_of
from tests.workflows.audit.browser import until

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

VIEWS = {
    "view=overview": "#overview .bars",
    "view=causes": ROW,
    f"finding={24:016x}": "#detail mark",
    "view=unchecked": "#unchecked p",
}
"""And what is there when they are."""
NAMELESS = ("RootWebArea", "article", "generic")
"""Roles that take the focus without a name of their own."""


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("audit") / "out"
    build(pages(300), out, totals=Totals(None))
    return out


@pytest.fixture
def opened(browser: Chrome, audit: Path) -> Iterator[Chrome]:
    look(browser)
    with opened_page(browser, audit):
        yield browser


def look(browser: Chrome, *, width: int = 1400, scheme: str = "light", media: str = "") -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    wanted = {"media": media, "features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", wanted)


def show(browser: Chrome, view: str) -> None:
    """Go to a view and wait until what it loads is there."""
    go(browser, view)
    until(browser, lambda: any(one.is_displayed() for one in all_of(browser, VIEWS[view])[:1]))


def keys(browser: Chrome, *names: str) -> None:
    """Press keys where the focus is."""
    from selenium.webdriver import ActionChains, Keys

    for name in names:
        ActionChains(browser).send_keys(getattr(Keys, name, name)).perform()


def focused(browser: Chrome) -> str:
    """What has the focus: its id, name, field or text."""
    return str(
        browser.execute_script(
            "const e = document.activeElement; return e.id || e.name || e.getAttribute('tabulator-field') || "
            "(e.className || e.textContent).trim()"
        )
    )


def tree(browser: Chrome) -> list[dict[str, Any]]:
    """What a screen reader is told: role, name and whether it takes the focus, of each element that is not passed over."""
    nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    return [
        {
            "role": node["role"]["value"],
            "name": node.get("name", {}).get("value", ""),
            **{one["name"]: one["value"].get("value") for one in node.get("properties", ())},
        }
        for node in nodes
        if not node["ignored"]
    ]


def test_all_of_it_is_done_by_keyboard(opened: Chrome) -> None:
    met = []
    while "Causes" not in met:
        keys(opened, "TAB")
        met.append(focused(opened))
    keys(opened, "ENTER")
    until(opened, lambda: all_of(opened, ROW))
    while "tabulator-tableholder" not in met:
        keys(opened, "TAB")
        met.append(focused(opened))
    filters = ["q", "severity", "route", "locale", "damage", "rule", "meaning", "verdict"]
    columns = ["places", "pages", "severity", "locale", "expected", "found", "meaning", "damage"]
    assert met == ["Overview", "Causes", "Findings", "Not checked", *filters, *columns, "tabulator-tableholder"]
    keys(opened, "ARROW_DOWN")
    until(opened, lambda: "1 of" in text_of(opened, "#live"))
    keys(opened, "ARROW_DOWN")
    until(opened, lambda: "2 of" in text_of(opened, "#live"))
    assert " should be parcelState" in text_of(opened, "#live")
    keys(opened, "ENTER")
    assert focused(opened) == "detail"
    keys(opened, "TAB")
    assert opened.switch_to.active_element.get_attribute("aria-keyshortcuts") == "r"
    keys(opened, "SPACE")
    until(opened, lambda: text_of(opened, "#live") == "real")
    assert all_of(opened, f"{ROW}[aria-selected=true] [tabulator-field=verdict]")[0].text == "real"
    keys(opened, "ESCAPE")
    assert focused(opened) == "tabulator-tableholder"
    keys(opened, "/")
    assert focused(opened) == "q"


def test_focus_follows_where_list_and_detail_take_turns(opened: Chrome) -> None:
    look(opened, width=390)
    go(opened, "view=causes")
    until(opened, lambda: all_of(opened, ROW))[0].click()
    until(opened, lambda: focused(opened) == "detail")
    assert not opened.find_element("css selector", "#table").is_displayed()
    keys(opened, "ESCAPE")
    until(opened, lambda: focused(opened) == "tabulator-tableholder")
    assert opened.find_element("css selector", "#table").is_displayed()


@pytest.mark.parametrize("view", VIEWS)
def test_a_screen_reader_has_a_name_for_all_that_takes_the_focus(opened: Chrome, view: str) -> None:
    show(opened, view)
    nodes = tree(opened)
    assert [one for one in nodes if one.get("focusable") and not one["name"] and one["role"] not in NAMELESS] == []
    roles = {(one["role"], one["name"]) for one in nodes}
    assert {("heading", "Translation audit"), ("navigation", "Views"), ("main", "")} <= roles
    if view == "view=causes":
        assert {("grid", "causes"), ("search", "Filter the list"), ("columnheader", "Expected")} <= roles
        assert sum(one["role"] == "row" for one in nodes) > 20
        assert "polite" in {one.get("live") for one in nodes if one["role"] == "status"}


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(opened: Chrome, view: str) -> None:
    spec = importlib.util.find_spec("axe_core_python") or pytest.skip("no axe-core-python")
    axe = Path(str(spec.origin)).with_name("axe.min.js").read_text("utf-8")
    show(opened, view)
    opened.execute_script(axe)
    for width, scheme in ((1400, "light"), (1400, "dark"), (390, "dark")):
        look(opened, width=width, scheme=scheme)
        found = opened.execute_async_script(
            "const done = arguments[0]; axe.run(document).then((said) => done(said.violations.flatMap("
            "(one) => one.nodes.map((node) => `${one.id} ${node.target}: ${node.failureSummary}`))))"
        )
        assert found == [], (width, scheme)


def test_paper_has_the_overview_and_what_was_not_checked(opened: Chrome) -> None:
    look(opened, width=720, media="print", scheme="dark")
    for selector, is_there in {".lead": True, ".worst thead": True, "#unchecked": True, "nav": False}.items():
        assert opened.find_element("css selector", selector).is_displayed() == is_there, selector
    assert opened.execute_script("return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    wide = opened.execute_script("return document.documentElement.scrollWidth")
    assert wide <= 720


def test_the_summary_is_one_sheet_of_paper(browser: Chrome, tmp_path: Path) -> None:
    """With as many locales, products and months as the overview shows at once, and a trend."""
    earlier = [{"by": {}, "date": f"2020-0{month}-01", "score": 80.0} for month in range(1, 10)]
    numbers = {"pages": 100, "pages_with_findings": 60, "findings": 900, "causes": 90}
    build(pages(3000), tmp_path / "out", totals=Totals(None), earlier=[one | numbers for one in earlier])
    look(browser)
    with opened_page(browser, tmp_path / "out"):
        assert sheets(browser) > 1
        browser.execute_script("window.print = () => {}")
        browser.find_element("css selector", "#sheet").click()
        assert sheets(browser) == 1
        browser.execute_script("window.dispatchEvent(new Event('afterprint'))")
        assert sheets(browser) > 1


def sheets(browser: Chrome) -> int:
    """How many sheets of A4 a print takes."""
    size = {"paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": True}
    printed = browser.execute_cdp_cmd("Page.printToPDF", size)["data"]
    return len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(printed)))


def test_paper_has_the_list_as_it_is_filtered(opened: Chrome) -> None:
    go(opened, "view=causes&locale=he-IL")
    until(opened, lambda: all_of(opened, ROW))
    look(opened, width=720, media="print")
    opened.execute_script("audit.mostPrinted = 20; window.dispatchEvent(new Event('beforeprint'))")
    assert len(all_of(opened, ".tabulator-print-table tbody tr")) == 20
    assert text_of(opened, "#printed").startswith("The first 20 of ")
    assert all_of(opened, "#printed")[0].is_displayed()
    assert not all_of(opened, "#detail")[0].is_displayed()
    assert opened.execute_script("return document.documentElement.scrollWidth") <= 720
    opened.execute_script("window.dispatchEvent(new Event('afterprint'))")
    look(opened)
    assert len(all_of(opened, ".tabulator-print-table")) == 0


def test_no_view_is_wider_than_a_telephone(opened: Chrome) -> None:
    look(opened, width=390)
    for view in VIEWS:
        show(opened, view)
        assert opened.execute_script("return document.documentElement.scrollWidth") <= 390, view
