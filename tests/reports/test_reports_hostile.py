"""Page text and paths that want to be more than text, in every format."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from doclint.engine.packed import Findings
from doclint.reports.choose import FORMATS
from doclint.reports.formats.sarif.result import uri
from tests.reports.reporting import finding, junit, report, sarif, valid

HOSTILE = {
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "terminal": "\x1b]0;gone\x07\x1b[31m\x9b2J\x00\x7f",
    "command": "%0A::error file=a.md::gone\n::set-output name=x::y\r\n##vso[task.complete]",
    "cdata": "]]><failure/>&amp;<!--",
    "bidi": "\u202edetrevni\u2066\u200f\u061c",
    "surrogate": "half \udc80 and \ud83d",
    "noncharacter": "\ufffe\uffff\u2028\u2029\x85",
    "markdown": "|a|[x](https://evil.example)`b`@team www.evil.example :tada: $x$ **b** ![i](x)",
    "quotes": "\"',;\\\"\t'",
}
STEERS = {"Cc", "Cs", "Zl", "Zp"}
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

cases = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"terminal"}))
@cases
def test_nothing_steers_a_terminal_or_a_log(name: str, text: str) -> None:
    out, _ = report(name, [finding(text, path=f"ru/{text}.md")])
    wild = [char for char in out if unicodedata.category(char) in STEERS and char not in "\r\n"]
    assert wild == []
    assert BIDI & set(out) == set()
    assert not [line for line in out.splitlines() if line.startswith("##vso")]


@cases
def test_workflow_commands_are_ours_only(text: str) -> None:
    out, _ = report("github", [finding(text, path=f"ru/{text}.md")])
    (line,) = out.splitlines()
    head, _, message = line.removeprefix("::error ").partition("::")
    assert "%0A" not in message.replace("%250A", "")
    names = [part.partition("=")[0] for part in head.split(",")]
    assert names == ["file", "line", "endLine", "title", *(["col", "endColumn"] if len(names) == 6 else [])]


@cases
def test_documents_stay_valid(text: str) -> None:
    page = [finding(text, path=f"ru/{text}.md")]
    sarif(report("sarif", page)[0])
    valid("gitlab", json.loads(report("gitlab", page)[0]))
    for line in report("rdjsonl", page)[0].splitlines():
        valid("rdformat-1.0.1", json.loads(line))
    json.loads(report("json", page)[0])


@cases
def test_xml_has_our_elements_only(text: str) -> None:
    page = [finding(text, path=f"ru/{text}.md")]
    junit(report("junit", page)[0])
    suites = ElementTree.fromstring(report("junit", page)[0].encode())
    assert [element.tag for element in suites.iter()] == ["testsuites", "testsuite", "testcase", "failure"]
    files = ElementTree.fromstring(report("checkstyle", page)[0].encode())
    assert [element.tag for element in files.iter()] == ["checkstyle", "file", "error"]


@cases
def test_job_summary_makes_no_markup_of_page_text(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCLINT_RULES_URL", "https://rules.example/all")
    out, _ = report("markdown", [finding(text, path=f"ru/{text}.md")])
    html = MarkdownIt("gfm-like", {"linkify": False}).render(out)
    assert html.count("<tr>") == 2
    assert html.count("<a ") == 1  # to the rule
    assert all(tag not in html for tag in ("<script", "<img", "<code>stateb", "evil.example</a>"))
    assert "www.evil" not in out
    assert "@team" not in out


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "1/3", "2-4", "1E5", "true", "007"])
def test_no_cell_is_calculated_or_dated(text: str) -> None:
    out, _ = report("csv", [finding(text, path=f"{text}/a.md")])
    (row,) = csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline=""))
    for column in ("expected", "found", "source_text", "target_text"):
        assert row[column].startswith("'")
    assert row["expected"] == "'1/3"
    assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_bracketed_page_text_makes_no_link_in_sarif() -> None:
    out, _ = report("sarif", [finding("[x](1)")])
    assert "\\[x\\](1)" in sarif(out)["runs"][0]["results"][0]["message"]["text"]


@pytest.mark.parametrize(
    ("path", "encoded"),
    [
        ("ru/a b.md", "ru/a%20b.md"),
        ("c:a#b?%20.md", "c%3Aa%23b%3F%2520.md"),
        ("עברית.md", "%D7%A2%D7%91%D7%A8%D7%99%D7%AA.md"),
        ("\udcff.md", "%FF.md"),
        ("\ud83d.md", "%EF%BF%BD.md"),
    ],
)
def test_uris_are_percent_encoded(path: str, encoded: str) -> None:
    assert uri(path) == encoded


def test_findings_of_a_hostile_page_are_packed_and_read_back() -> None:
    page = Findings([finding(text) for text in HOSTILE.values()])
    assert list(Findings.unpacked(page.counts, page.body)) == list(page)
