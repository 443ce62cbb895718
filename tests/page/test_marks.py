"""Marks of emphasis as Python-Markdown and pymdownx.betterem read them, held against both."""

from __future__ import annotations

import html
import re

import pytest

from doclint.page.dialects import marks
from doclint.page.dialects.kinds import Dialect

TEXTS = [
    '**집배소 설정(조직)**을 고릅니다. **"밤"**이 기본값입니다.',
    "_경로 처리_를",
    "**「荷物」**の名前",
    "Сначала ** Посылка ** здесь",
    "**पार्सल** या ** मार्ग",
    "*路徑操作（path operation）*後",
    "a ** b",
    "x **본문(body)**을 y ***아주(very)***를",
    "*a*b*c*",
    "`**`と**「a」**で",
    "2 * 3 * 4",
    "__경로__를 x",
    "**one* two",
    "**a*b**c",
    "snake_case_name と_x_",
    "**前（1）**と**後（2）**を",
    "*__init__*를",
    "**[a](b_c.md)**는",
    "** 荷物**が",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("dialect", [Dialect.PYTHON_MARKDOWN, Dialect.BETTEREM])
def test_marks_are_read_as_the_packages_read_them(text: str, dialect: Dialect) -> None:
    markdown = pytest.importorskip("markdown")
    extensions = ["pymdownx.betterem"] if dialect is Dialect.BETTEREM else []
    made = re.sub("<code>.*?</code>", "", markdown.markdown(text, extensions=extensions))
    shown = html.unescape(re.sub("<[^>]+>", "", made))
    for char in "*_":
        if char in text:
            assert marks.are_read(text, char, dialect) == (char not in shown), made


def test_other_dialects_read_as_commonmark() -> None:
    assert not marks.are_read("**「荷物」**の名前", "*", Dialect.HUGO)
    assert not marks.are_read("**「荷物」**の名前", "*", None)
