"""An audit as a command and as files: numbers, tables, bug lists, and text that would like to be more than text."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from doclint import VERSION
from doclint.cli import main
from doclint.engine.finding import Excerpt
from doclint.workflows.audit.build import build
from doclint.workflows.audit.javascript import call
from doclint.workflows.audit.totals import Totals
from tests.conftest import ROOT
from tests.workflows.audit.audited import finding, pages, result

ENGLISH = "---\ntitle: Parcel\n---\n|Member|Value|\n|:---|:---|\n|inTransit|0|\n|delivered|1|\n"
JAPANESE = "---\ntitle: 荷物\n---\n|メンバー|値|\n|:---|:---|\n|イントランジット|0|\n|delivered|1/3|\n"
CLEAN = ENGLISH.replace("Parcel", "荷物")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {"en/a.md": ENGLISH, "ja/a.md": JAPANESE, "en/b.md": ENGLISH, "ja/b.md": CLEAN}.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    return tmp_path


def audit(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["audit", "ja", "--source", "en", "--locale", "ja-JP", "-o", "out", *arguments])


def summary(folder: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((folder / "summary.json").read_bytes())
    return loaded


def data(folder: Path, name: str) -> list[Any]:
    """What a data file calls its function with."""
    text = (folder / "data" / name).read_text("utf-8")
    match = re.fullmatch(r"audit\.\w+\((.*)\);\n", text, re.DOTALL)
    assert match, text[:80]
    values: list[Any] = json.loads(f"[{match[1]}]")
    return values


def cells(file: Path) -> list[list[str]]:
    """The texts of a workbook's first sheet; a cell that is not text is a failure."""
    spaces = {"": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(file) as archive:
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in sheet.iterfind(".//row", spaces):
        assert {cell.get("t") for cell in row.iterfind("c", spaces)} <= {"inlineStr"}
        rows.append(["".join(cell.itertext()) for cell in row.iterfind("c", spaces)])
    return rows


def test_command_writes_numbers_that_agree(here: Path) -> None:
    done = audit()
    assert done.exit_code == 0, done.output
    said = summary(here / "out")
    assert (said["pages"], said["pages_with_findings"], said["findings"]) == (2, 1, 2)
    assert sum(said["routes"].values()) == 2
    assert said["by"]["locale"] == {"ja-JP": {"findings": 2, "pages": 1, "of_pages": 2}}
    rules, causes = data(here / "out", "causes.js")
    assert sorted(rules) == sorted(said["by"]["rule"])
    assert {(row[2], row[3]) for row in causes} == {("inTransit", "イントランジット"), ("1", "1/3")}
    assert "2 findings on 1 of 2 pages, 2 causes" in done.output


def test_the_score_is_the_share_of_parts_that_errors_and_warnings_leave(here: Path) -> None:
    assert audit().exit_code == 0
    first = summary(here / "out")["score"]
    assert list(first["locale"]) == ["ja-JP"]
    assert first["all"] == first["locale"]["ja-JP"]
    assert 0 < first["all"] < 100
    html = (here / "out" / "index.html").read_text("utf-8")
    assert f'<b data-score="all">{first["all"]:.1f}</b> of 100.' in html
    assert first["means"] in html
    Path("views.csv").write_text("path,views\nja/a.md,1\nja/b.md,1000\n")
    assert audit("--weights", "views.csv").exit_code == 0
    assert summary(here / "out")["score"]["all"] > first["all"], "the clean page is read more"
    Path("ja/a.md").write_text(CLEAN, encoding="utf-8")
    assert audit().exit_code == 0
    assert summary(here / "out")["score"]["all"] == 100


def test_causes_stand_by_the_harm_that_they_do_and_say_why(here: Path) -> None:
    head = "|Member|Value|\n|:---|:---|\n"
    english = f"# Parcels\n\n{head}|inTransit|0|\n|delivered|1|\n"
    wrong = {
        "a": ("イントランジット", "0"),
        "b": ("イントランジット", "0"),
        "c": ("inTransit", "1"),
        "d": ("inTransit", "x0"),
    }
    for name, (member, value) in wrong.items():
        Path(f"en/{name}.md").write_text(english, encoding="utf-8")
        Path(f"ja/{name}.md").write_text(f"# 荷物\n\n{head}|{member}|{value}|\n|delivered|1|\n", encoding="utf-8")
    assert audit().exit_code == 0
    worst = summary(here / "out")["worst"]
    harms = [one["harm"] for one in worst]
    assert harms == sorted(harms, reverse=True)
    assert worst[0]["looks_right"], "two pages with a word of Japanese are less than one with another value"
    assert (worst[0]["severity"], worst[0]["pages"], worst[0]["harm"]) == ("warning", 1, 3.3)
    second = next(one for one in worst if not one["looks_right"])
    assert (second["severity"], second["pages"], second["harm"]) == ("error", 2, 2)
    html = (here / "out" / "index.html").read_text("utf-8")
    assert "<b>looks right</b>, warning on 1 page" in html
    assert html.index("<b>looks right</b>") < html.index("error on 2 pages")
    Path("views.csv").write_text("path,views\nja/a.md,500\nja/b.md,600\nja/c.md,1\nja/d.md,1\n")
    assert audit("--weights", "views.csv").exit_code == 0
    assert not summary(here / "out")["worst"][0]["looks_right"], "hardly anybody reads that page"
    assert "error on 2 pages, viewed 1,100 times" in (here / "out" / "index.html").read_text("utf-8")


def test_charts_have_a_share_for_each_locale_and_month(here: Path) -> None:
    front = "---\ntitle: 荷物\nms.lasthandoff: {}\n---\n"
    for name, day, text in (("a", "01/02/2020", JAPANESE), ("b", "01/30/2020", CLEAN), ("c", "03/01/2020", CLEAN)):
        Path(f"en/{name}.md").write_text(ENGLISH, encoding="utf-8")
        body = text.partition("---\n|")[2]
        Path(f"ja/{name}.md").write_text(f"{front.format(day)}|{body}", encoding="utf-8")
    assert audit().exit_code == 0
    shares = summary(here / "out")["shares"]
    months = {"2020-01": {"pages": 1, "of_pages": 2}, "2020-03": {"pages": 0, "of_pages": 1}}
    assert shares["handoff"] == {"ja-JP": months}
    assert shares["damage"]["ja-JP"]["transliterated"] == {"pages": 1, "of_pages": 3}
    html = (here / "out" / "index.html").read_text("utf-8")
    shown = re.findall(r"<td class=\"(s\d)\" data-pages=(\d) data-of=(\d)>", html.partition("of hand-back")[2])
    assert shown[:2] == [("s3", "1", "2"), ("s0", "0", "1")]
    for number in range(12):
        for locale in ("en", "ja"):
            name = f"{locale}/m{number}.md"
            Path(name).write_text(front.format(f"{number + 1}/01/2021") + "# A\n", encoding="utf-8")
    assert audit().exit_code == 0
    html = (here / "out" / "index.html").read_text("utf-8")
    assert "Locale by quarter of hand-back" in html
    assert "<th scope=col>2021 Q4</th>" in html


def test_what_to_do_first_has_the_numbers_of_the_summary(here: Path) -> None:
    assert audit().exit_code == 0
    said, html = summary(here / "out"), (here / "out" / "index.html").read_text("utf-8")
    assert any(said["routes"].values())
    for route, count in said["routes"].items():
        shown = f'route={route}">Show {count}</a>' in html
        assert shown == bool(count)
    assert "What to do on Monday" in html
    assert said["of"]["command"].startswith("doclint audit ")
    assert said["of"]["command"].replace("'", "&#x27;") in html


def test_audits_in_a_folder_make_a_trend(here: Path) -> None:
    assert audit().exit_code == 0
    said = summary(here / "out")
    for day, findings in (("2026-02-01", 7), ("2026-01-01", 9)):
        Path("old", day).mkdir(parents=True)
        old = said | {"made": {"date": day}, "findings": findings}
        Path("old", day, "summary.json").write_text(json.dumps(old), encoding="utf-8")
    assert audit("--previous", "old").exit_code == 0
    html = (here / "out" / "index.html").read_text("utf-8")
    dates = re.findall(r"<th scope=row>(\d{4}-\d\d-\d\d)</th>", html)
    assert dates == ["2026-01-01", "2026-02-01", said["made"]["date"]]
    assert "since the audit of 2026-02-01" in html
    Path("empty").mkdir()
    done = audit("--previous", "empty")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


def test_sentences_to_be_purged_are_listed_once(here: Path) -> None:
    assert audit().exit_code == 0
    with (here / "out" / "purge.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = [(row["locale"], row["source_text"], row["target_text"]) for row in rows]
    assert texts
    assert len(texts) == len(set(texts))
    assert all(text.startswith("'") for row in texts for text in row[1:])


def test_nothing_found_is_said(here: Path) -> None:
    Path("ja/a.md").write_text(CLEAN, encoding="utf-8")
    assert audit().exit_code == 0
    assert "Nothing was found." in (here / "out" / "index.html").read_text("utf-8")


def test_what_was_not_checked_is_said(here: Path) -> None:
    target, locale, page = result("a.md", [], trouble="has no source <there>")
    build([(target, locale, replace(page, compared=58))], here / "out", totals=Totals(None))
    html = (here / "out" / "index.html").read_text("utf-8")
    assert "<li>1 page has no source &lt;there&gt;</li><li>2 blocks with no counterpart in the English</li>" in html
    assert "not said" not in html, "a table of nothing that is known"
    wordless = finding(1, path="a.md")._replace(damage=None)
    build([result("a.md", [wordless, finding(2, path="a.md")])], here / "out", totals=Totals(None))
    html = (here / "out" / "index.html").read_text("utf-8")
    assert "<bdi>no damaged word</bdi>" in html
    assert "not said" not in html
    assert html.count("damage=") == 1, "the list has no filter for what is no damaged word"


def test_folder_of_anything_else_is_left_and_an_earlier_audit_replaced(here: Path) -> None:
    Path("out").mkdir()
    Path("out/thesis.md").write_text("mine", encoding="utf-8")
    done = audit()
    assert (done.exit_code, done.stderr) == (
        2,
        "doclint: out contains something other than an audit: name another folder\n",
    )
    Path("out/thesis.md").unlink()
    assert audit().exit_code == 0
    (here / "out" / "data" / "chunk-99.js").write_text("old", encoding="utf-8")
    assert audit().exit_code == 0
    assert sorted(file.name for file in (here / "out" / "data").iterdir()) == ["causes.js", "chunk-0.js", "findings.js"]
    assert not list(here.glob(".out*"))


def test_views_weigh_pages_by_path_or_address(here: Path) -> None:
    Path("doclint.toml").write_text('published-url = "https://x.example/{locale}/{path}"\n', encoding="utf-8")
    Path("views.csv").write_text(
        "path,views\nja/a.md,30\nhttps://x.example/ja-jp/b,10\nelsewhere,5\n", encoding="utf-8"
    )
    assert audit("--weights", "views.csv").exit_code == 0
    assert summary(here / "out")["views"] == {"pages": 2, "all": 40, "affected": 30}
    assert "75\N{NO-BREAK SPACE}%</b> of page views" in (here / "out" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("option", "text", "message"),
    [
        ("--weights", "page,count\n", 'given: needs the columns "path" and "views"'),
        ("--weights", "path,views\na.md,many\n", "given:2: needs a path and a number of views"),
        ("--previous", "[]", "given is not the summary.json of an audit"),
        ("--previous", '{"by": ', "given cannot be read: "),
    ],
)
@pytest.mark.usefixtures("here")
def test_bad_input_is_one_line(option: str, text: str, message: str) -> None:
    Path("given").write_text(text, encoding="utf-8")
    done = audit(option, "given")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith(f"doclint: {message}")


@pytest.mark.usefixtures("here")
def test_address_that_cannot_be_filled_in_is_one_line() -> None:
    Path("doclint.toml").write_text('published-url = "https://x.example/{slug}"\n', encoding="utf-8")
    done = audit()
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "has {slug}" in done.stderr


def test_earlier_summary_shows_the_change(here: Path) -> None:
    assert audit().exit_code == 0
    first = summary(here / "out")
    assert first["made"] == {"date": date.today().isoformat(), "doclint": VERSION}
    Path("first.json").write_text(json.dumps(first | {"made": {"date": "2020-02-29"}}), encoding="utf-8")
    Path("ja/a.md").write_text(JAPANESE.replace("1/3", "1"), encoding="utf-8")
    assert audit("--previous", "first.json").exit_code == 0
    html = (here / "out" / "index.html").read_text("utf-8")
    assert '<span class="better">\N{MINUS SIGN}1</span> since the audit of 2020-02-29' in html
    Path("first.json").write_text(json.dumps(first | {"made": "<b>long ago"}), encoding="utf-8")
    assert audit("--previous", "first.json").exit_code == 0
    assert "since the earlier audit" in (here / "out" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("gone", ["ja/a.md", "ja/b.md"], ids=["with findings", "without"])
def test_fewer_pages_are_no_better_and_more_no_worse(here: Path, gone: str) -> None:
    assert audit().exit_code == 0
    Path("all.json").write_bytes((here / "out/summary.json").read_bytes())
    text = Path(gone).read_text("utf-8")
    Path(gone).unlink()
    assert audit("--previous", "all.json").exit_code == 0
    html = (here / "out" / "index.html").read_text("utf-8")
    assert '<span class="same">\N{MINUS SIGN}1</span> since' in html
    assert 'class="better"' not in html
    Path("few.json").write_bytes((here / "out/summary.json").read_bytes())
    Path(gone).write_text(text, "utf-8")
    assert audit("--previous", "few.json").exit_code == 0
    html = (here / "out" / "index.html").read_text("utf-8")
    assert '<span class="same">+1</span> since' in html
    assert ('class="worse"' in html) is (gone == "ja/a.md")


def test_pages_that_do_not_say_their_language_are_of_that_of_the_others(here: Path) -> None:
    pytest.importorskip("xlsxwriter")
    front = "---\nms.contentlocale: pt-BR\ntitle: Pacotes\n---\n"
    texts = {"a": front, "b": "---\ntitle: Pacotes\n---\n", "c": front.replace("pt-BR", "en-US"), "d": front}
    for name, head in texts.items():
        body = "" if name == "d" else "|Membro|Valor|\n|:---|:---|\n|emTrânsito|0|\n|delivered|1|\n"
        for file, text in ((f"en/{name}.md", ENGLISH), (f"pt/{name}.md", head + body)):
            Path(file).parent.mkdir(exist_ok=True)
            Path(file).write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["audit", "pt", "--source", "en", "-o", "out"])
    assert done.exit_code == 0, done.output
    assert summary(here / "out")["by"]["locale"]["pt-BR"]["of_pages"] == 3
    assert sorted(file.name for file in (here / "out").glob("bugs-*")) == ["bugs-en-US.xlsx", "bugs-pt-BR.xlsx"]


@pytest.mark.parametrize("other", ["pt-PT", "pt"])
def test_language_that_pages_do_not_agree_on_is_that_of_their_place(here: Path, other: str) -> None:
    body = "|Membro|Valor|\n|:---|:---|\n|emTrânsito|0|\n|delivered|1|\n"
    for name, front in (("a", "---\nlang: pt-BR\n---\n"), ("b", f"---\nlang: {other}\n---\n"), ("c", "")):
        for file, text in ((f"en/{name}.md", ENGLISH), (f"pt/{name}.md", front + body)):
            Path(file).parent.mkdir(exist_ok=True)
            Path(file).write_text(text, encoding="utf-8")
    assert CliRunner().invoke(main, ["audit", "pt", "--source", "en", "-o", "out"]).exit_code == 0
    counts = {tag: one["of_pages"] for tag, one in summary(here / "out")["by"]["locale"].items()}
    assert counts == ({"pt-BR": 1, "pt-PT": 1, "pt": 1} if other == "pt-PT" else {"pt-BR": 1, "pt": 2})


def test_vendor_gets_every_cell_as_text(here: Path) -> None:
    pytest.importorskip("xlsxwriter")
    Path("doclint.toml").write_text('published-url = "https://x.example/{locale}/{path}"\n', encoding="utf-8")
    assert audit().exit_code == 0
    head, *rows = cells(here / "out" / "bugs-ja-JP.xlsx")
    assert head[:6] == ["expected", "found", "damage", "severity", "places", "pages"]
    row = next(row for row in rows if row[1] == "1/3")
    assert (row[0], row[4], row[5]) == ("1", "1", "1")
    assert {"https://x.example/ja-jp/a", "ja/a.md"} <= set(row)


def test_bug_list_runs_no_formula(here: Path) -> None:
    pytest.importorskip("xlsxwriter")
    texts = ['=cmd|"/c calc"!A1', "+1", "@x", "https://x.example", "]]>\x1b\0\ud800", "2/4", "TRUE", "1E5"]
    found = [finding(number, found=text) for number, text in enumerate(texts, start=1)]
    build([result("a.md", found)], here / "out", totals=Totals(None))
    rows = cells(here / "out" / "bugs-ru-RU.xlsx")  # which asserts that every cell is text
    assert {row[1] for row in rows[1:]} >= set(texts) - {texts[4]}


def test_tables_hold_every_finding_and_no_formula(here: Path) -> None:
    formula = '=cmd|"/c calc"!A1'
    page = result("a.md", [finding(1), finding(2, found=formula), finding(3, found="\ud800 half")])
    build([page], here / "out", totals=Totals(None))
    with (here / "out" / "findings.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert {row["found"] for row in rows} == {"'Посылка1", f"'{formula}", "'\N{REPLACEMENT CHARACTER} half"}
    assert not list((here / "out").glob("*.rows"))
    if (parquet := here / "out" / "findings.parquet").is_file():
        found = duckdb_rows(f"SELECT found FROM '{parquet}'")
        assert found == [("Посылка1",), (formula,), ("? half",)]


def duckdb_rows(query: str) -> list[tuple[object, ...]]:
    duckdb = pytest.importorskip("duckdb", reason="pip install 'doclint[audit]'")
    return list(duckdb.sql(query).fetchall())


def test_table_has_no_cell_that_a_spreadsheet_dates(here: Path) -> None:
    front = "ms.lasthandoff: 11/10/2020\n---\n|"
    Path("ja/a.md").write_text(JAPANESE.replace("1/3", "1,1").replace("---\n|", front), encoding="utf-8")
    assert audit().exit_code == 0
    text = (here / "out" / "findings.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert "'1,1" in {row["found"] for row in rows}
    words = [row[name] for row in rows for name in ("expected", "found", "source_text", "target_text", "fingerprint")]
    assert {text[:1] for text in words if text} == {"'"}
    assert {(row["path"], row["handoff"]) for row in rows} == {("ja/a.md", "'11/10/2020")}


HOSTILE = ["</script><script>", "]]>", "<!--", "\u202egnp", "\u2028", "\0\x1b[2J", "\ud800"]


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_scripts_hold_text_as_text(text: str) -> None:
    written = call("f", text).decode()
    assert json.loads(written[2:-3]) == text
    assert not re.search("[<>\0-\x09\x0b-\x1f\u2028\u202e]", written)


class Tags(HTMLParser):
    """The names of a page's elements, and the sum of its text."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_page_holds_text_as_text(here: Path) -> None:
    tags = []
    for number, text in enumerate(("plain", "".join(HOSTILE) + '<img src=x onerror="">')):
        path = f"docs/{text}/a.md"
        build([result(path, [finding(4, found=text, path=path)])], here / f"out{number}", totals=Totals(None))
        parser = Tags()
        parser.feed((here / f"out{number}" / "index.html").read_text("utf-8"))
        tags.append(parser)
    assert tags[0].names == tags[1].names
    assert not re.search("[\0-\x09\x0b-\x1f\u2028\u202e]", tags[1].text)


def test_places_are_counted_as_scripts_count(here: Path) -> None:
    build([result("a.md", [finding(5, found="📦📦 box")])], here / "out", totals=Totals(None))
    _, texts, ((target, start, end, *_),) = data(here / "out", "chunk-0.js")
    encoded = texts[target].encode("utf-16-le")
    assert encoded[2 * start : 2 * end].decode("utf-16-le") == "📦📦 box"


def test_damage_is_marked_as_it_is_written(here: Path) -> None:
    """What was found is plain text: `parcelState;` stands there as a link and a semicolon."""
    written = "[parcelState6](../parcelstate.md);"
    one = finding(6, found="parcelState6;")._replace(target_text=written, target_line=Excerpt(f"|{written}|", 1, 35))
    build([result("a.md", [one])], here / "out", totals=Totals(None))
    _, texts, ((target, start, end, *_),) = data(here / "out", "chunk-0.js")
    assert texts[target][start:end] == written


def test_many_findings_stay_small(here: Path) -> None:
    build(pages(6000), here / "out", totals=Totals(None))
    said = summary(here / "out")
    files = list((here / "out" / "data").iterdir())
    assert said["findings"] == 6000
    assert len(files) == 2 + 6000 // 400
    assert sum(file.stat().st_size for file in files) < 6000 * 450
    _, causes = data(here / "out", "causes.js")
    assert sum(row[5] for row in causes) == 6000
    harms = [row[6] * (3, 1, 0)[row[7]] * (10 if row[4] == "another-member" else 1) for row in causes]
    assert harms == sorted(harms, reverse=True)


def test_wheel_holds_the_library_with_its_licence() -> None:
    static = ROOT / "doclint" / "workflows" / "audit" / "static"
    assert "MIT" in (static / "tabulator.LICENSE").read_text("utf-8")
    assert "sourceMappingURL" not in gzip.decompress((static / "tabulator.min.js.gz").read_bytes()).decode("utf-8")
    assert '"static/*"' in (ROOT / "pyproject.toml").read_text("utf-8")
