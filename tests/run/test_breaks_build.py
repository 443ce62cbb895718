"""Pages that a site cannot read: found whatever version the English is of, and said first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commandline import doclint

MDX = "import Depot from '@site/depot';\n\n"
ENGLISH = "A much newer page.\n\n"
"""The English went on; a page that does not parse is broken all the same."""


def check(tmp_path: Path, english: str, target: str, *options: str, ending: str = "md") -> str:
    for name, text in (("en", english), ("es", target)):
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        (folder / f"page.{ending}").write_bytes(text.encode())
    return doclint("check", str(tmp_path / "es"), "--source", str(tmp_path / "en"), "--exit-zero", *options).stdout


BROKEN = [
    pytest.param("---\nt: a\nu:\n  v: b c\n---\n", "---\nt: а\nu:\n  v: б: в\n---\n", "б: в", id="a colon"),
    pytest.param('---\nt: "a"\n---\n', '---\nt: "а\n---\n', '"а', id="an open quotation mark"),
    pytest.param('---\nt: "a"\n---\n', '---\nt: "а""\n---\n', '"', id="a quotation mark too many"),
    pytest.param("---\nt: 'a'\nu: b\n---\n", "---\nt: 'а'б'\nu: б\n---\n", "'а'б'", id="an apostrophe"),
    pytest.param("---\nt: a\n---\n", "---\nt: а\n", "---", id="no end"),
    pytest.param("+++\nt = 'a'\n+++\n", "+++\nt = ‘а’\n+++\n", "‘а’", id="TOML in other quotation marks"),
    pytest.param("---\ndraft: false\n---\n", "---\ndraft: ложь\n---\n", "ложь", id="a switch"),
    pytest.param(f"{MDX}{{/* a */}}\n", f"{MDX}{{/_ а _/}}\n", "{/_", id="a comment"),
    pytest.param(f"{MDX}Text.\n", f"{MDX}Текст <bcp47:set>.\n", "<bcp47:set>", id="a tag"),
    pytest.param(MDX, MDX.replace("import", "importar"), "importar", id="a keyword"),
    pytest.param(":::note[A]\n\nB\n\n:::\n", ":::note[А\n\nБ\n\n:::\n", ":::note[А", id="a title"),
    pytest.param("::: tip\nA\n:::\n", "::: tip А :::\n", ":::", id="a container on one line"),
    pytest.param("{{< note >}}\nA\n{{< /note >}}\n", "{{< note >}}\nА\n", "", id="an end"),
]


@pytest.mark.parametrize(("english", "target", "found"), BROKEN)
def test_what_breaks_a_page_is_an_error(tmp_path: Path, english: str, target: str, found: str) -> None:
    lines = check(tmp_path, english, target, "--format", "jsonl", ending="mdx" if "import" in english else "md")
    rows = [row for row in map(json.loads, lines.splitlines()) if row.get("severity") == "error"]
    assert [(row["severity"], row["verdict"], row["breaks_build"], row["found"]) for row in rows] == [
        ("error", "damaged", True, found)
    ]


@pytest.mark.parametrize(("english", "target", "found"), BROKEN)
def test_the_english_itself_may_be_so(tmp_path: Path, english: str, target: str, found: str) -> None:
    ending = "mdx" if "import" in english else "md"
    for first, second in ((target, target), (english, english)):
        lines = check(tmp_path, first, second.replace("а", "a"), "--format", "jsonl", ending=ending)
        assert "breaks_build" not in lines.replace('"summary": {"breaks_build": 0', "")


@pytest.mark.parametrize(("english", "target", "found"), BROKEN)
def test_lines_may_end_as_on_windows(tmp_path: Path, english: str, target: str, found: str) -> None:
    ending = "mdx" if "import" in english else "md"
    for text, count in ((target, 1), (english, 0)):
        lines = check(tmp_path, english, text.replace("\n", "\r\n"), "--format", "jsonl", ending=ending)
        assert lines.count('"breaks_build": true') == count


def test_it_is_said_first(tmp_path: Path) -> None:
    said = check(tmp_path, "---\ntitle: a\n---\n", "---\ntitle: б: в\n---\n")
    assert said.split("\n\n")[-1].startswith("1 finding breaks the build")
    document = json.loads(check(tmp_path, "---\ntitle: a\n---\n", "---\ntitle: б: в\n---\n", "--format", "json"))
    assert next(iter(document["summary"].items())) == ("breaks_build", 1)


def test_quotes_around_the_value_put_it_right(tmp_path: Path) -> None:
    check(tmp_path, "---\ntitle: a\n---\n", "---\ntitle: б: в\n---\n")
    doclint("fix", str(tmp_path / "es"), "--source", str(tmp_path / "en"), "--unsafe")
    assert (tmp_path / "es" / "page.md").read_text("utf-8") == '---\ntitle: "б: в"\n---\n'
