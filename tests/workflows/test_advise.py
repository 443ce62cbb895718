"""`doclint advise` from its arguments to the patch of the English."""

from __future__ import annotations

import csv
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from doclint.cli import main
from doclint.config.glossary.terms import protected_terms
from tests.conftest import ROOT
from tests.gitrepo import Repo

FRONT = "---\ntitle: Parcel states\nms.prod: hub\n---\n"
ENUM = "|Member|Value|\n|:---|:---|\n|inTransit|0|\n|atDepot|1|\n|lost|2|\n"
RUSSIAN = "|Элемент|Значение|\n|:---|:---|\n|Интрансит|0|\n|Атдепот|1|\n|потерянные|2|\n"
JAPANESE = "|メンバー|値|\n|:---|:---|\n|イントランジット|0|\n|atDepot|1|\n|失われた|2|\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str) -> Path:
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    return file


def advise(*arguments: str) -> Result:
    done = CliRunner().invoke(main, ["advise", *arguments], prog_name="doclint")
    assert done.exit_code == 0, done.output
    return done


def words(*arguments: str) -> dict[str, dict[str, Any]]:
    rows = [json.loads(line) for line in advise(*arguments, "--format", "jsonl").stdout.splitlines()]
    return {row["word"]: row for row in rows}


def finding(expected: str, found: str, source: str, locale: str = "ru", text: str = "") -> str:
    row = {"expected": expected, "found": found, "locale": locale, "path": f"{locale}/x.md"}
    return json.dumps(row | {"source": {"path": source}, "source_text": text or expected, "evidence": ""}) + "\n"


def patched(english: str, *expected: str, more: tuple[str, ...] = ()) -> str:
    """The English page after `--write`, where some words are known to be damaged."""
    page = write("en/page.md", english)
    write("found.jsonl", "".join(finding(word, "порча", "en/page.md") for word in expected))
    advise("--from", "found.jsonl", "--head", "en", "--write", *more)
    return page.read_bytes().decode()


def test_run_over_translations_is_counted_by_word() -> None:
    write("en/parcel.md", FRONT + ENUM)
    write("t/ru/parcel.md", FRONT + RUSSIAN)
    found = words("t/ru/parcel.md", "--source", "en/parcel.md", "--locale", "ru")
    assert set(found) == {"inTransit", "atDepot", "lost"}
    assert found["inTransit"]["examples"] == {"ru": "Интрансит"}
    assert found["inTransit"]["remedies"] == {"no-loc list": 1}
    assert found["lost"]["remedies"] == {":::no-loc": 1}


def test_locales_of_a_workspace_add_up_in_the_table() -> None:
    write("en/parcel.md", FRONT + ENUM)
    write("ru/parcel.md", FRONT + RUSSIAN)
    write("ja/parcel.md", FRONT + JAPANESE)
    targets = "".join(f'[[target]]\nname = "{tag}"\npath = "{tag}"\nlocale = "{tag}"\n' for tag in ("ru", "ja"))
    write("doclint.toml", 'source = "en"\n' + targets)
    found = words()
    assert found["inTransit"]["locales"] == {"ja": 1, "ru": 1}
    assert (found["inTransit"]["pages"], found["inTransit"]["english_pages"]) == (2, 1)
    first, *rows = advise().stdout.splitlines()
    assert first.split()[:4] == ["word", "places", "pages", "locales"]
    assert rows[0].split()[:5] == ["inTransit", "2", "2", "ja", "ru"]
    assert "ru: Интрансит" in rows[0]
    assert "ja: イントランジット" in rows[0]


@pytest.mark.parametrize(
    ("english", "word", "changed"),
    [
        pytest.param(
            FRONT + "|Member|Note|\n|-|-|\n|`atDepot`|x|\n|inTransit|y|\n",
            "inTransit",
            "|`inTransit`|y|",
            id="the column has backticks",
        ),
        pytest.param(
            FRONT + "|Member|Note|\n|-|-|\n|a|`atDepot`|\n|inTransit|y|\n",
            "inTransit",
            '|:::no-loc text="inTransit":::|y|',
            id="another column has",
        ),
        pytest.param(
            FRONT + "Set `parcelId`, then laneId.\n",
            "laneId",
            "Set `parcelId`, then `laneId`.",
            id="prose has backticks",
        ),
        pytest.param(
            FRONT + "- Set `parcelId`\n\nThen laneId.\n",
            "laneId",
            'Then :::no-loc text="laneId":::.',
            id="only a list has",
        ),
        pytest.param(
            FRONT + "Set laneId.\n\nSee laneId.\n", "laneId", "ms.prod: hub\nno-loc: [laneId]\n---", id="several places"
        ),
        pytest.param(
            FRONT + "# The laneId\n",
            "laneId",
            "no-loc: [laneId]\n---\n# The laneId\n",
            id="heading",
        ),
        pytest.param(
            "---\nms.prod: hub\nno-loc: [Parcel Hub]\n---\n# A laneId\n",
            "laneId",
            "no-loc: [Parcel Hub, laneId]",
            id="flow list",
        ),
        pytest.param(
            "---\nno-loc:\n  - Parcel Hub\nms.prod: hub\n---\n# A laneId\n",
            "laneId",
            "no-loc:\n  - Parcel Hub\n  - laneId\nms.prod",
            id="block list",
        ),
        pytest.param(
            "\ufeff---\r\nms.prod: hub\r\n---\r\n# A laneId\r\n",
            "laneId",
            "\ufeff---\r\nms.prod: hub\r\nno-loc: [laneId]\r\n---\r\n# A laneId\r\n",
            id="mark and line ends stay",
        ),
        pytest.param(
            FRONT + "Use `parcelId` and [laneId](laneId.md).\n",
            "laneId",
            "[`laneId`](laneId.md)",
            id="a link's text, not its target",
        ),
        pytest.param(
            FRONT + "|Member|Note|\n|-|-|\n|lost|lost on the way|\n",
            "lost",
            '|:::no-loc text="lost":::|lost on the way|',
            id="ordinary word as a whole cell",
        ),
        pytest.param("Set laneId.\n", "laneId", "Set `laneId`.\n", id="no-loc is Microsoft's"),
    ],
)
def test_remedy_follows_the_page(english: str, word: str, changed: str) -> None:
    after = patched(english, word)
    assert changed in after
    assert after != english
    assert patched(after, word) == after, "a second run changes nothing"


@pytest.mark.parametrize(
    ("english", "word"),
    [
        pytest.param(FRONT + "The status is good.\n\nIts status, too.\n", "status", id="ordinary word in running text"),
        pytest.param(FRONT + "Code `laneId`.\n\n```\nlaneId\n```\n", "laneId", id="in code"),
        pytest.param(FRONT + "|laneId|\n|-|\n|x|\n", "laneId", id="header row"),
        pytest.param(FRONT + "<b>laneId</b>\n\ntext <i>laneId</i>\n", "laneId", id="HTML"),
        pytest.param(FRONT + 'Set :::no-loc text="laneId":::.\n', "laneId", id="kept one by one"),
        pytest.param("---\nms.prod: hub\nno-loc: [laneId]\n---\nSet laneId.\n\nlaneId\n", "laneId", id="on the list"),
        pytest.param(FRONT + "Use `parcelId`, [laneId] or [laneId][].\n\n[laneId]: x.md\n", "laneId", id="a label"),
        pytest.param(
            FRONT + "See https://depot.example/laneId and lanes/laneId.\n", "laneId", id="a part of an address"
        ),
        pytest.param(FRONT + "myLaneId laneIds lane.laneId laneId()\n", "laneId", id="a part of another word"),
        pytest.param(FRONT + "![laneId](x.png)\n", "laneId", id="an image's text"),
        pytest.param("# A laneId\n", "laneId", id="heading where only backticks are known"),
        pytest.param("|Member|Value|\n|-|-|\n|lost|0|\n", "lost", id="ordinary word where only backticks are known"),
        pytest.param("---\nms.prod: hub\nno-loc: &x\n  a: b\n---\n# A laneId\n", "laneId", id="a list of another form"),
        pytest.param(FRONT + "Set laneId.\n", "@", id="no word"),
        pytest.param(FRONT + "Set 12.\n", "12", id="a number"),
    ],
)
def test_what_must_stay_stays(english: str, word: str) -> None:
    assert patched(english, word) == english


def test_syntax_is_told_by_option_and_configuration() -> None:
    english = "---\ntitle: A\n---\n# A laneId\n"
    assert patched(english, "laneId", more=("--syntax", "microsoft")) == english.replace(
        "A\n---", "A\nno-loc: [laneId]\n---", 1
    )
    write("doclint.toml", 'syntax = "backticks"\n')
    assert patched(FRONT + "A laneId.\n", "laneId") == FRONT + "A `laneId`.\n"


def test_diff_is_what_git_applies(here: Path) -> None:
    repo = Repo(here / "docs")
    pages = {
        "a b.md": FRONT + "Set `parcelId`, then laneId.",
        "crlf.md": (FRONT + "laneId, laneId\n").replace("\n", "\r\n"),
        'tab\tquote".md': FRONT + "A laneId.\n",
    }
    repo.commit(dict(pages))
    write("found.jsonl", "".join(finding("laneId", "ланеид", f"/old/en/{name}") for name in pages))
    diff = advise("--from", "found.jsonl", "--head", "docs", "--diff").stdout_bytes
    assert {name: (repo.folder / name).read_bytes().decode() for name in pages} == pages
    subprocess.run(["git", "apply", "-"], cwd=repo.folder, input=diff, check=True)
    assert (repo.folder / "a b.md").read_bytes().decode() == FRONT + "Set `parcelId`, then `laneId`."
    assert (repo.folder / 'tab\tquote".md').read_bytes() != pages['tab\tquote".md'].encode()
    assert b"no-loc: [laneId]\r\n---\r\n" in (repo.folder / "crlf.md").read_bytes()


def test_head_may_be_a_commit_which_is_not_written(here: Path) -> None:
    repo = Repo(here / "docs")
    repo.commit({"page.md": FRONT + "A laneId.\n"})
    (repo.folder / "page.md").write_text("gone since\n")
    write("found.jsonl", finding("laneId", "ланеид", "page.md"))
    assert "+A :::no-loc" in advise("--from", "found.jsonl", "--head", "docs@main", "--diff").stdout
    done = CliRunner().invoke(main, ["advise", "--from", "found.jsonl", "--head", "docs@main", "--write"])
    assert (done.exit_code, (repo.folder / "page.md").read_text()) == (2, "gone since\n")
    assert "page.md: is in a commit: name a working tree with --head" in done.stderr


def test_words_gone_from_the_english_are_counted() -> None:
    write("en/page.md", FRONT + "A courierId.\n")
    rows = finding("laneId", "ланеид", "page.md") + finding("courierId", "куриерид", "page.md")
    write("found.jsonl", rows + finding("stopId", "стопид", "removed.md") + finding("a parcel", "посылка", "page.md"))
    done = advise("--from", "found.jsonl", "--head", "en")
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["word", "courierId"]
    assert "2 words (2 places) no longer in the English" in done.stderr
    assert "1 finding not about a single word" in done.stderr


def test_generated_pages_get_a_list_and_no_patch() -> None:
    write("en/reference/page.md", FRONT + "A laneId.\n")
    write("doclint.toml", 'generated = ["en/reference/"]\n')
    write("found.jsonl", finding("laneId", "ланеид", "reference/page.md"))
    done = advise("--from", "found.jsonl", "--head", "en", "--diff")
    assert done.stdout == ""
    assert "reference/page.md: generated; its generator should protect laneId" in done.stderr


def test_writer_is_warned_by_shapes_alone() -> None:
    page = write("parcel.md", FRONT + ENUM + "\nSet `parcelId`, then laneId; the lane is lost.\n")
    lines = advise("parcel.md").stdout.splitlines()
    assert [line.partition('" ')[0] for line in lines] == [
        'parcel.md:7:2: "inTransit', 'parcel.md:8:2: "atDepot', 'parcel.md:9:2: "lost', 'parcel.md:11:22: "laneId'
    ]  # fmt: skip
    assert lines[-1].endswith("write `laneId`")
    advise("parcel.md", "--write")
    assert "then `laneId`; the lane is lost" in page.read_text()


def test_writer_is_warned_of_what_is_known_to_be_damaged() -> None:
    write("parcel.md", FRONT + "Set laneId, then courierId.\n")
    write("found.jsonl", finding("laneId", "ланеид", "other.md") + finding("laneId", "レーンid", "other.md", "ja"))
    (line,) = advise("parcel.md", "--from", "found.jsonl").stdout.splitlines()
    assert line == (
        'parcel.md:5:5: "laneId" is damaged in 2 translated places: レーンid (ja), ланеид (ru); '
        'write :::no-loc text="laneId":::'
    )


@pytest.mark.parametrize("name", ["terms.csv", "terms.tbx"])
def test_glossary_is_read_back(name: str) -> None:
    write("en/page.md", FRONT + "Set laneId, @hub.type, Depot.Read.All, status & `x`.\n|Member|\n|-|\n|status|\n")
    found = ("laneId", "ла<не&ид"), ("@hub.type", "=HYPERLINK(1)"), ("status", "статус"), ("Depot.Read.All", "Депо")
    write("found.jsonl", "".join(finding(word, form, "page.md") for word, form in found))
    advise("--from", "found.jsonl", "--head", "en", "--glossary", name)
    assert sorted(protected_terms(name)) == ["@hub.type", "Depot.Read.All", "laneId"]


def test_no_cell_of_a_glossary_is_a_formula() -> None:
    write("en/page.md", FRONT + "Set @hub.type.\n")
    write("found.jsonl", finding("@hub.type", "=HYPERLINK(1)", "page.md", locale="+ru"))
    advise("--from", "found.jsonl", "--head", "en", "--glossary", "terms.csv")
    _, row = csv.reader(Path("terms.csv").read_text("utf-8").splitlines())
    assert row == ["'@hub.type", "yes", "1", "1", "'+ru", "", "'+ru: =HYPERLINK(1)"]


def test_what_a_findings_file_names_stays_inside_the_head(here: Path) -> None:
    outside = write("secret.md", FRONT + "A laneId.\n")
    write("en/page.md", FRONT + "x\n")
    Path("en/link.md").symlink_to(outside.absolute())
    names = "../secret.md", str(outside.absolute()), "link.md", "x" * 5000, "a\nb"
    write("found.jsonl", "".join(finding("laneId", "x", name) for name in names))
    advise("--from", "found.jsonl", "--head", "en", "--write")
    assert outside.read_text() == FRONT + "A laneId.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--from", "found.jsonl"), "name the newest English with --head, or name English pages"),
        (("--from", "gone.jsonl", "--head", "en"), "gone.jsonl: cannot be read: No such file or directory"),
        (("--from", "broken.jsonl", "--head", "en"), "broken.jsonl:2: not a finding as `--format jsonl` writes it"),
        (("--from", "found.jsonl", "--head", "nowhere"), 'no English at "nowhere"'),
        (
            ("--from", "found.jsonl", "--head", "en", "--glossary", "terms.xls"),
            '"terms.xls": the name of a glossary has to end in .csv or .tbx',
        ),
    ],
)
def test_wrong_options_are_one_line(arguments: tuple[str, ...], said: str) -> None:
    write("en/page.md", FRONT)
    write("found.jsonl", finding("laneId", "ланеид", "page.md"))
    write("broken.jsonl", finding("laneId", "ланеид", "page.md") + '{"expected": [1]}\n')
    done = CliRunner().invoke(main, ["advise", *arguments])
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_documentation_shows_what_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / "docs" / "repair-at-the-root.md").read_text("utf-8")
    done = advise("fixtures/ru-RU", "fixtures/ja-JP", "--source", "fixtures/en-US", "--limit", "5")
    assert "".join(f"    {line}\n" for line in done.stdout.splitlines()) in text
