"""The formats as their receivers read them: valid by their schemas, exact in their columns, cut as they need it."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import Result

from doclint.reports.choose import FORMATS
from doclint.reports.formats.sarif import cut as sarifcut
from doclint.text import Severity
from tests.commandline import doclint
from tests.conftest import ROOT
from tests.gitrepo import Repo
from tests.reports.reporting import finding, junit, report, sarif, valid

MACHINES = sorted(set(FORMATS) - {"terminal"})
ENGLISH = "|Member|Value|\n|:---|:---|\n|inTransit|0|\n|delivered|1|\n"
RUSSIAN = "\ufeff|Элемент|Значение|\n|:---|:---|\n|Интрансит|нуль|\n|delivered|1|\n"
KOREAN = "|구성원|값|\n|:---|:---|\n|inTransit|0|\n|delivered|1|\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose pages lie in a folder; the run starts there."""
    repo = Repo(tmp_path / "site")
    pages = {"en/état 1.md": ENGLISH, "ru/état 1.md": RUSSIAN, "ko/état 1.md": KOREAN}
    repo.commit({f"docs/{name}": text for name, text in pages.items()})
    monkeypatch.chdir(repo.folder / "docs")
    return repo.folder / "docs"


def check(*arguments: str) -> Result:
    return doclint("check", *arguments, "--source", "en")


def written(name: str, *paths: str) -> str:
    done = check(*(paths or ("ru",)), "--format", name)
    assert (done.exit_code, done.exception.__class__) == (1, SystemExit), done.output
    return done.stdout_bytes.decode("utf-8")


def test_sarif_names_rules_places_and_fixes(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCLINT_RULES_URL", "https://rules.example/all")
    (run,) = sarif(written("sarif"))["runs"]
    assert (run["automationDetails"]["id"], run["columnKind"]) == ("doclint/ru/", "unicodeCodePoints")
    for result in run["results"]:
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert (rule["id"], rule["helpUri"]) == (result["ruleId"], f"https://rules.example/all#{rule['name']}")
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "docs/ru/%C3%A9tat%201.md"
        assert result["partialFingerprints"]["primaryLocationLineHash"]
    first = {"startLine": 3, "startColumn": 2, "endLine": 3, "endColumn": 11}
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"] == first


def test_sarif_offers_safe_fixes_only(site: Path) -> None:
    assert '"fixes":' not in written("sarif")
    done = doclint("check", str(ROOT / "fixtures" / "ja-JP.sxs"), "--no-config", "--format", "sarif")
    (run,) = sarif(done.stdout)["runs"]
    fixed = [result for result in run["results"] if "fixes" in result]
    assert len(fixed) > 10
    for result in fixed:
        (change,) = result["fixes"][0]["artifactChanges"]
        (there,) = change["replacements"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert there["deletedRegion"]["startLine"] == region["startLine"]
        assert result["properties"]["expected"] in there["insertedContent"]["text"]


def test_every_rule_is_described_within_githubs_limits(site: Path) -> None:
    (run,) = sarif(report("sarif")[0])["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len(rules) > 40
    for rule in rules:
        assert max(len(rule[kind]["text"]) for kind in ("shortDescription", "fullDescription")) <= 1024
        assert len(rule["properties"]["tags"]) <= 10
        assert rule["properties"]["problem.severity"] in ("error", "warning", "recommendation")


def test_a_clean_locale_has_a_run_so_that_its_old_alerts_close(site: Path) -> None:
    runs = sarif(written("sarif", "ru", "ko"))["runs"]
    assert [(run["automationDetails"]["id"], len(run["results"])) for run in runs] == [
        ("doclint/ko/", 0),
        ("doclint/ru/", 2),
    ]


def test_the_locale_that_a_clean_page_declares_goes_before_its_path(site: Path) -> None:
    Path("ko/état 1.md").write_text("---\nms.contentlocale: ko-KR\n---\n" + KOREAN, encoding="utf-8")
    runs = sarif(check("ko", "--format", "sarif").stdout)["runs"]
    assert [run["automationDetails"]["id"] for run in runs] == ["doclint/ko-KR/"]


def test_sarif_cuts_the_least_severe_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarifcut, "MOST_RESULTS", 3)
    notes = [finding(severity=Severity.NOTE)] * 3
    text, said = report("sarif", notes, [finding()] * 2, [finding(locale="he-IL", path="he/a.md")])
    he, ru = sarif(text)["runs"]
    assert [result["level"] for result in ru["results"]] == ["error", "error", "note"]
    assert len(he["results"]) == 1
    assert said == [
        "2 of 5 findings in ru-RU are left out, the least severe: GitHub takes 25,000 results a run and 10 MB"
    ]
    assert ru["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == said[0]


def test_sarif_keeps_to_the_size_that_github_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarifcut, "MOST_BYTES", 20_000)
    pages = [[finding(os.urandom(300).hex(), fingerprint=str(number))] for number in range(300)]
    text, said = report("sarif", *pages)
    (run,) = sarif(text)["runs"]
    assert 30 < len(run["results"]) < 300
    bare = json.dumps(run["results"]).encode()
    assert len(gzip.compress(bare)) < 20_000 + 65_536  # what the packer has not given out yet
    assert len(said) == 1


def test_more_locales_than_github_takes_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [[finding(locale=f"aa-{number:03}")] * (1 if number == 7 else 2) for number in range(21)]
    text, said = report("sarif", *pages)
    assert len(sarif(text)["runs"]) == 20
    assert said == ["SARIF holds 20 locales, left out: aa-007"]


def test_gitlab(site: Path) -> None:
    entries = valid("gitlab", json.loads(written("gitlab")))
    assert {entry["location"]["path"] for entry in entries} == {"docs/ru/état 1.md"}
    assert valid("gitlab", json.loads(report("gitlab", [])[0])) == []


def test_gitlab_takes_every_entry(site: Path) -> None:
    """As its reader does: by fingerprint, so that the same one twice is one, and by a severity that it ranks."""
    report_ = json.loads(written("gitlab", "ru", "ko"))
    by_fingerprint = {entry["fingerprint"]: entry for entry in report_}
    assert len(by_fingerprint) == len(report_) == 2
    assert {entry["location"]["lines"]["begin"] for entry in report_} == {3}


def test_gitlab_fingerprints_differ_where_ours_are_the_same() -> None:
    text, _ = report("gitlab", [finding()] * 2, [finding(path="uk/state.md", locale="uk-UA")])
    assert len({entry["fingerprint"] for entry in json.loads(text)}) == 3
    assert text == report("gitlab", [finding()] * 2, [finding(path="uk/state.md", locale="uk-UA")])[0]


def test_rdjsonl_counts_bytes_and_suggests_the_fix(site: Path) -> None:
    lines = [valid("rdformat-1.0.1", json.loads(line)) for line in written("rdjsonl").splitlines()]
    data = Path("ru/état 1.md").read_bytes().removeprefix("\ufeff".encode()).split(b"\n")
    words = []
    for line in lines:
        (suggestion,) = line["suggestions"]
        start, end = suggestion["range"]["start"], suggestion["range"]["end"]
        cut = data[start["line"] - 1][start["column"] - 1 : end["column"] - 1]
        words.append((cut.decode(), suggestion["text"], line["location"]["path"]))
    assert words == [("Интрансит", "inTransit", "ru/état 1.md"), ("нуль", "0", "ru/état 1.md")]


def test_junit_fits_the_schema_of_jenkins(site: Path) -> None:
    junit(written("junit", "ru", "ko"))
    junit(report("junit", [finding("</failure>")] * 2, [])[0])
    junit(report("junit")[0])


def test_junit_as_its_reader_counts(site: Path) -> None:
    junitparser = pytest.importorskip("junitparser")
    suites = list(junitparser.JUnitXml.fromstring(written("junit", "ru", "ko").encode()))
    assert [(suite.name, suite.tests, suite.failures) for suite in suites] == [
        ("ko/état 1.md", 1, 0),
        ("ru/état 1.md", 2, 2),
    ]
    (case, *_) = suites[1]
    assert (case.name, case.result[0].type) == ("enum-member-changed 3:2", "error")
    assert "en: |inTransit|0|" in case.result[0].text


def test_junit_fails_for_what_fails_the_run(site: Path) -> None:
    def failures(*options: str) -> list[str]:
        suite = ElementTree.fromstring(check("ru", "--format", "junit", *options).stdout).find("testsuite")
        assert suite is not None
        failed = [case for case in suite if case.find("failure") is not None]
        told = [case.findtext("system-out", "") for case in suite if case not in failed]
        assert all("en: |" in text for text in told)
        assert (suite.get("tests"), suite.get("failures")) == ("2", str(len(failed)))
        return [case.get("name", "") for case in failed]

    assert len(failures()) == 2
    assert failures("--fail-on", "never") == []
    assert failures("--exit-zero") == []
    Path("doclint.toml").write_text('[severity]\nDL101 = "warning"\n')
    assert [name.split()[0] for name in failures()] == ["enum-member-changed"]
    assert len(failures("--fail-on", "warning")) == 2
    junit(written("junit", "ru"))


def test_checkstyle_has_the_attributes_that_readers_ask_for(site: Path) -> None:
    """There is no schema; tests/schemas/README.md says which readers these are."""
    root = ElementTree.fromstring(written("checkstyle"))
    assert (root.tag, root.keys(), root.get("version")) == ("checkstyle", ["version"], "4.3")
    assert [(file.tag, file.keys(), file.get("name")) for file in root] == [("file", ["name"], "ru/état 1.md")]
    errors = [error for file in root for error in file]
    assert [(error.tag, int(error.get("line", "")), int(error.get("column", ""))) for error in errors] == [
        ("error", 3, 2),
        ("error", 3, 12),
    ]
    for error in errors:
        assert set(error.keys()) == {"line", "column", "severity", "message", "source"}
        assert error.get("severity") in ("error", "warning", "info")
        assert error.get("message")
    assert list(ElementTree.fromstring(report("checkstyle", [])[0])) == []


def test_github_shows_ten_of_each_level() -> None:
    pages = [[finding(severity=severity)] * 12 for severity in (Severity.WARNING, Severity.ERROR)]
    text, said = report("github", *pages)
    assert [line.split()[0] for line in text.splitlines()] == ["::warning"] * 10 + ["::error"] * 10
    assert said[0].startswith("4 of 24 findings have no annotation")


def test_job_summary_keeps_to_a_megabyte_the_worst_first() -> None:
    many = [[finding(f"{number} " + "й" * 500, severity=Severity.NOTE, path="й" * 500)] for number in range(900)]
    text, said = report("markdown", *many, [finding("worst")])
    assert len(text.encode("utf-8")) < 1 << 20
    rows = [line for line in text.splitlines() if line.startswith("| 1 |")]
    assert "worst" in rows[0]
    assert said == [f"{901 - len(rows)} milder causes are not in this summary"]


def test_csv_rows(site: Path) -> None:
    text = written("csv")
    (first, _) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert (first["path"], first["line"], first["found"]) == ("ru/état 1.md", "3", "'Интрансит")


def test_json_holds_findings_and_counts(site: Path) -> None:
    document = json.loads(written("json"))
    lines = [json.loads(line) for line in written("jsonl").splitlines()]
    assert document["findings"] == lines
    assert document["summary"]["severities"] == {"error": 2}
    assert json.loads(report("json", [])[0])["findings"] == []


def test_several_reports_at_once_equal_those_alone(site: Path) -> None:
    alone = {name: written(name) for name in MACHINES}
    options = [part for name in MACHINES for part in ("--report", f"{name}=../{name}.out")]
    done = check("ru", "--format", "jsonl", *options)
    assert done.stdout == alone["jsonl"]
    assert {name: Path(f"../{name}.out").read_bytes().decode() for name in MACHINES} == alone
    assert not [path for path in site.parent.iterdir() if path.name.startswith(".") and path.name != ".git"]


@pytest.mark.parametrize(
    ("report_option", "says"),
    [
        ("sariff=x", 'no format "sariff"'),
        ("sarif", "names no file"),
        ("sarif=", "names no file"),
        ("sarif=no/such/x", "cannot write"),
    ],
)
def test_a_report_that_cannot_be(site: Path, report_option: str, says: str) -> None:
    done = check("ru", "--report", report_option)
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert says in done.stderr


def test_a_run_that_fails_leaves_the_old_report(site: Path) -> None:
    Path("old.json").write_text("old")
    done = check("nowhere", "--report", "json=old.json")
    assert (done.exit_code, Path("old.json").read_text()) == (2, "old")


@pytest.mark.parametrize("name", MACHINES)
def test_machines_read_no_messages(site: Path, name: str) -> None:
    """A page without its English makes doclint speak: on standard error."""
    Path("ru/alone.md").write_text("# Один\n", encoding="utf-8")
    done = check("ru", "--format", name)
    assert "checked without English" in done.stderr
    assert "doclint:" not in done.stdout
