"""Names that Sphinx reads, held to MyST-Parser; docutils tells which of them a language has, without it less is said."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from doclint.checks.directives.sphinxnames import local_names
from tests.commandline import rows

ENGLISH = "```{warning}\nRing.\n```\n\n```{figure} a.png\n:width: 2\n```\n\nSee {doc}`a`.\n"
JAPANESE = "```{警告}\n鳴らす。\n```\n\n```{絵}  a.png\n:幅: 2\n```\n\n{文書}`a`を参照。\n"


def said(folder: Path) -> list[tuple[str, str]]:
    for name, text in (("en", ENGLISH), ("ja", JAPANESE)):
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "page.md").write_text(text, encoding="utf-8")
    found = rows(str(folder / "ja"), "--source", str(folder / "en"))
    return [(row["found"], row["severity"]) for row in found if row["rule"] == "myst-changed"]


def test_a_name_of_the_language_is_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("docutils")
    local_names.cache_clear()
    assert said(tmp_path) == [("警告", "warning"), ("絵", "error"), ("幅", "error"), ("文書", "error")]


def test_without_docutils_no_directive_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docutils.parsers.rst.languages", None)
    local_names.cache_clear()
    try:
        found = said(tmp_path)
        assert found == [("警告", "warning"), ("絵", "warning"), ("幅", "error"), ("文書", "error")]
    finally:
        local_names.cache_clear()


PUBLISH = """
import sys
from docutils.core import publish_doctree
from docutils.nodes import literal, system_message
from myst_parser.docutils_ import Parser

settings = {"language_code": sys.argv[1], "report_level": 2, "halt_level": 6, "warning_stream": False}
tree = publish_doctree(sys.stdin.read(), parser=Parser(), settings_overrides=settings)
print(len(list(tree.findall(system_message))) + len(list(tree.findall(literal))))
"""
"""Counts what is unknown: messages of directives and options, and code spans that no role took. In a process of its own,
since docutils keeps the names that it has read in another language."""


@pytest.mark.parametrize(
    ("locale", "english", "target"),
    [
        ("ja", "```{warning}\nRing.\n```", "```{警告}\n鳴らす。\n```"),
        ("ja", "```{warning}\nRing.\n```", "```{けいこく}\n鳴らす。\n```"),
        ("ru", "```{warning}\nRing.\n```", "```{警告}\nЗвоните.\n```"),
        ("ru", "```{warning}\nRing.\n```", "```{предупреждение}\nЗвоните.\n```"),
        ("ru", "```{warning}\nRing.\n```", "```{Предупреждение}\nЗвоните.\n```"),
        ("ru", "```{warning}\nRing.\n```", "```{опасение}\nЗвоните.\n```"),
        ("ru", "```{image} a.png\n```", "```{изображение} a.png\n```"),
        ("ja", "```{image} a.png\n:width: 2px\n```", "```{image} a.png\n:幅: 2px\n```"),
        ("ru", "```{image} a.png\n:width: 2px\n```", "```{изображение} a.png\n:ширина: 2px\n```"),
        ("ja", "Water is H{sub}`2`O.", "水はH{下付}`2`Oです。"),
        ("ja", "Water is H{sub}`2`O.", "水はH{した}`2`Oです。"),
        ("ru", "Water is H{sub}`2`O.", "Вода это H{индекс}`2`O."),
        ("ru", "Water is H{sub}`2`O.", "Вода это H{sub}`2`O."),
    ],
)
def test_what_myst_does_not_read_is_an_error(tmp_path: Path, locale: str, english: str, target: str) -> None:
    pytest.importorskip("docutils")
    pytest.importorskip("myst_parser")
    local_names.cache_clear()
    for name, text in (("en", english), (locale, target)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.md").write_text(f"{text}\n", encoding="utf-8")
    found = rows(str(tmp_path / locale), "--source", str(tmp_path / "en"))
    errors = [one for one in found if one["rule"] == "myst-changed" and one["severity"] == "error"]
    command = [sys.executable, "-c", PUBLISH, locale]
    done = subprocess.run(command, input=target, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert bool(errors) == (int(done.stdout) > 0), done.stdout + done.stderr
