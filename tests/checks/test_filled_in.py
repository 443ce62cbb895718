"""What generators fill in: Liquid's and Jinja's outputs, macros, a table of contents, included files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commandline import rows

ENGLISH = "# Depot\n\n{}\n\nText of the van.\n"
RUSSIAN = "# Депо\n\n{}\n\nТекст о фургоне.\n"
RFC = '{{rfc("7231", "the GET method", "4.3.1")}}'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def found(english: str, russian: str) -> list[tuple[str, str]]:
    Path("en.md").write_text(ENGLISH.format(english), "utf-8")
    Path("ru.md").write_text(RUSSIAN.format(russian), "utf-8")
    return [(row["severity"], row["rule"]) for row in rows("ru.md", "--source", "en.md")]


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("Now {{ page.title | upcase }}.", "Теперь {{ page.title | заглавные }}."),
        ("Now {{ site.depot }}.", "Теперь {{ сайт.депо }}."),
        (RFC, RFC.replace("rfc", "рфк")),
        (RFC, RFC.replace("}}", "}")),
        ("[[toc]]", "[[содержание]]"),
        ("<!--@include: ./a.md-->", "<!--@включить: ./a.md-->"),
    ],
)
def test_what_is_code_is_an_error(english: str, russian: str) -> None:
    assert found(english, russian) == [("error", "filled-in-changed")]


def test_what_a_macro_looks_up_is_a_warning() -> None:
    assert found('{{Header("Accept")}}', '{{Header("Принять")}}') == [("warning", "filled-in-changed")]


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        (RFC, RFC.replace("the GET method", "метод GET")),
        ('{{Glossary("depot")}}', '{{Glossary("depot", "депо")}}'),
        ("Now {{ page.title | upcase }}.", "Теперь {{page.title|upcase}}."),
        ('{{ page.date | date: "%B %d" }}', '{{ page.date | date: "%d день" }}'),
        ("Write {% raw %}`{{ a.b }}`{% endraw %}.", "Пишите {% raw %}`{{ a.b }}`{% endraw %}."),
        ('{% assign a = "Main depot" %}', '{% assign a = "Главное депо" %}'),
        ("[[depot]]", "[[depot]]"),
    ],
)
def test_what_is_text_is_free(english: str, russian: str) -> None:
    assert found(english, russian) == []
