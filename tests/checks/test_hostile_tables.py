"""Tables made to be slow: every rule on them takes time in proportion to the page."""

from __future__ import annotations

import time

import pytest

from doclint.engine import engine, rulebook
from doclint.page.markdown import parse
from doclint.pair import Pair
from doclint.text import Trust

RULES = [rule for rule in rulebook.load() if rule.id.startswith("DL1")]
SIZE = 20_000


def table(header: str, *cells: str) -> str:
    return f"## Request headers\n\n|{header}|\n|{'---|' * (header.count('|') + 1)}\n|{'|'.join(cells)}|\n"


CASES = {
    "one long permission": (table("Scope|Note", "A.Read", "x"), table("Scope|Note", "A" * SIZE, "x")),
    "dots without end": (table("Scope|Note", "A.Read", "x"), table("Scope|Note", "а." * SIZE, "x")),
    "many permissions": (
        table("Scope|Note", "Aaa.Read, " * SIZE, "x"),
        table("Scope|Note", "Aaa. Read, " * SIZE, "x"),
    ),
    "permissions of many parts": (table("Scope|Note", "Aaa." * SIZE + "B", "x"), table("Scope|Note", "Б." * SIZE, "x")),
    "a long header": (table("Header|Value", "Accept", "Bearer {"), table("Header|Value", "А" * SIZE, "{" * SIZE)),
    "many media types": (
        table("Header|Value", "Accept", "text/a, " * SIZE),
        table("Header|Value", "Accept", "текст/а, " * SIZE),
    ),
    "blank lines in code": (
        table("Header|Value", "Foo", "Bearer") + "\n```\n" + "\n" * SIZE + "```\n",
        table("Header|Value", "Фу", "Токен") + "\n```\n" + "\n" * SIZE + "```\n",
    ),
    "a long number": (table("A|B", "x", "1" * SIZE), table("A|B", "x", "1," * SIZE)),
    "a row cut in many": (table("A|B", "x", "y"), "|A|B|\n|---|---|\n|x\n" + "y\n" * SIZE),
    "many rows cut in two": (table("A|B", "x", "y"), "|A|B|\n|---|---|\n" + "|x|y\nz|\n" * (SIZE // 4)),
    "many rows that are open": (table("A|B", "x", "y"), "|A|B|\n|---|---|\n" + "|x|y\n" * (SIZE // 4)),
}


@pytest.mark.parametrize("trust", [Trust.PROVEN, Trust.PAIRED, Trust.ALONE], ids=str)
@pytest.mark.parametrize("name", CASES)
def test_time_grows_with_the_page(name: str, trust: Trust) -> None:
    source, target = CASES[name]
    pair = Pair(parse(target, "target.md"), parse(source, "source.md") if trust else None, trust, "ru-RU")
    start = time.process_time()
    for rule in RULES:
        if rule.needs <= trust:
            list(engine.problems(rule, pair))
    assert time.process_time() - start < 5
