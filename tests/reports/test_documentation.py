"""Links from findings to their rules: where this copy was installed from, or nowhere."""

from __future__ import annotations

import json
from email.message import Message
from typing import Any

import pytest

from doclint.reports import documentation
from doclint.reports.documentation import home, rule_url
from tests.reports.reporting import finding, report, sarif, valid

COMMIT = "0" * 40


class Installed:
    """A distribution as far as it is asked."""

    def __init__(self, urls: dict[str, str], noted: Any) -> None:
        self.metadata = Message()
        for label, url in urls.items():
            self.metadata["Project-URL"] = f"{label}, {url}"
        self.noted = noted

    def read_text(self, name: str) -> str | None:
        return None if self.noted is None else json.dumps(self.noted)


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOCLINT_RULES_URL", raising=False)
    install(monkeypatch)


def install(monkeypatch: pytest.MonkeyPatch, urls: dict[str, str] | None = None, noted: Any = None) -> None:
    monkeypatch.setattr(documentation, "distribution", lambda name: Installed(urls or {}, noted))
    documentation._installed.cache_clear()


def git(url: str) -> dict[str, Any]:
    return {"url": url, "vcs_info": {"vcs": "git", "commit_id": COMMIT}}


@pytest.mark.parametrize(
    ("urls", "noted", "page", "rule"),
    [
        pytest.param({}, None, None, None, id="from a package index that names nothing"),
        pytest.param(
            {}, {"url": "file:///src/doclint", "dir_info": {"editable": True}}, None, None, id="from a folder"
        ),
        pytest.param({}, [], None, None, id="no note at all"),
        pytest.param(
            {},
            git("https://github.com/depot/doclint.git"),
            "https://github.com/depot/doclint",
            f"https://github.com/depot/doclint/blob/{COMMIT}/rules/README.md#enum-member-changed",
            id="from GitHub",
        ),
        pytest.param(
            {},
            git("https://gitlab.depot.example/tools/doclint"),
            "https://gitlab.depot.example/tools/doclint",
            f"https://gitlab.depot.example/tools/doclint/-/blob/{COMMIT}/rules/README.md#enum-member-changed",
            id="from a GitLab of one's own",
        ),
        pytest.param(
            {}, git("https://code.example/doclint"), "https://code.example/doclint", None, id="from elsewhere"
        ),
        pytest.param({}, git("ssh://git@github.com/depot/doclint"), None, None, id="by ssh"),
        pytest.param({}, git("https://key@github.com/depot/doclint"), None, None, id="with a secret"),
        pytest.param(
            {"Homepage": "https://doclint.checks.example", "Rules": "https://doclint.checks.example/rules"},
            git("https://github.com/depot/doclint"),
            "https://doclint.checks.example",
            "https://doclint.checks.example/rules#enum-member-changed",
            id="the package says it",
        ),
        pytest.param({"Homepage": "javascript:alert(1)"}, None, None, None, id="no address of the web"),
    ],
)
def test_what_this_copy_was_installed_from_tells(
    monkeypatch: pytest.MonkeyPatch, urls: dict[str, str], noted: Any, page: str | None, rule: str | None
) -> None:
    install(monkeypatch, urls, noted)
    assert (home(), rule_url("enum-member-changed")) == (page, rule)


def test_a_variable_tells_more(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, {"Rules": "https://doclint.checks.example/rules"})
    monkeypatch.setenv("DOCLINT_RULES_URL", "https://wiki.depot.example/rules")
    assert rule_url("enum-member-changed") == "https://wiki.depot.example/rules#enum-member-changed"
    monkeypatch.setenv("DOCLINT_RULES_URL", "javascript:alert(1)")
    assert rule_url("enum-member-changed") is None


@pytest.mark.parametrize("url", ["", "https://rules.example/all"])
def test_formats_link_where_there_is_a_page(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("DOCLINT_RULES_URL", url)
    (run,) = sarif(report("sarif", [finding()])[0])["runs"]
    rule = next(one for one in run["tool"]["driver"]["rules"] if one["name"] == "enum-value-changed")
    assert rule.get("helpUri", "") == (url and f"{url}#enum-value-changed")
    assert ("doclint explain enum-value-changed" in rule["help"]["markdown"]) == (not url)
    diagnostic = valid("rdformat-1.0.1", json.loads(report("rdjsonl", [finding()])[0]))
    assert set(diagnostic["code"]) == ({"value", "url"} if url else {"value"})
    assert ("[enum-value-changed](https://" in report("markdown", [finding()])[0]) == bool(url)
    assert report("csv", [finding()])[0].endswith(f'"{url and url + "#enum-value-changed"}"\r\n')
