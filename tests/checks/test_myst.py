"""Names that Sphinx reads: docutils tells which of them a language has; without it less is said."""

from __future__ import annotations

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


def test_without_docutils_nothing_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docutils.parsers.rst.languages", None)
    local_names.cache_clear()
    try:
        assert [severity for _, severity in said(tmp_path)] == ["warning"] * 4
    finally:
        local_names.cache_clear()
