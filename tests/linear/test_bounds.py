"""What is too long, or too many, to be compared whole is counted and said; what only repeats is compared."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from doclint.cli import main
from tests.linear.pairs import name, other

HEADS = "|Member|Note|\n|---|---|\n", "|Элемент|Заметка|\n|---|---|\n"


def check(folder: Path, source: str, target: str, *arguments: str, is_proven: bool = True) -> str:
    (folder / "en.md").write_text(source, "utf-8")
    digest = hashlib.sha1(source.replace("\n", "\r\n").encode(), usedforsecurity=False).hexdigest()
    head = f"---\nms.openlocfilehash: {digest}\n---\n" if is_proven else ""
    (folder / "ru.md").write_text(head + target, "utf-8")
    command = ["check", str(folder / "ru.md"), "--source", str(folder / "en.md"), "--no-cache", *arguments]
    result = CliRunner().invoke(main, command)
    assert result.exit_code in (0, 1), result.output
    return result.output


def fence(*lines: str) -> str:
    return "```python\n" + "\n".join(lines) + "\n```\n"


def table(head: str, names: list[str]) -> str:
    return head + "".join(f"|{one}|-|\n" for one in names)


LINES = [f"{name(number)} = open({number})" for number in range(1000)]
SHUFFLED = [name(number * 7 % 1201) for number in range(1201)]
MANY = "\n\n".join("{{< depot >}}" for _ in range(10_001))


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        pytest.param(fence(*LINES), fence(*LINES, "x = 1"), "1  text not compared whole", id="code that differs"),
        pytest.param(fence(*LINES), fence(*LINES), "", id="code that is the same"),
        pytest.param(fence(*LINES[:300]), fence(*LINES[:300], "x = 1"), "", id="code that is short enough"),
        pytest.param(
            table(HEADS[0], SHUFFLED),
            table(HEADS[1], [f"й{other(number)}" for number in range(5000, 6201)]),
            "1201  texts not compared whole",
            id="rows that nothing tells apart",
        ),
        pytest.param(MANY, MANY + "\n\n{{< depot >}}", "10002  texts not compared whole", id="directives"),
    ],
)
def test_what_is_left_out_is_said(tmp_path: Path, source: str, target: str, said: str) -> None:
    found = check(tmp_path, source, target, is_proven=False)
    assert said in found
    assert ("not compared whole" in found) is bool(said)


def test_code_of_many_tokens_that_repeat_is_compared(tmp_path: Path) -> None:
    lines = [f"row(({number % 3}, 1), (0, 1), (1, 1), (2, 0))" for number in range(400)]
    source, target = fence(*lines, "depot = 1"), fence(*lines[:200], "x, y, z, x", *lines[200:], "склад = 1")
    found = [json.loads(line) for line in check(tmp_path, source, target, "--format", "jsonl").splitlines()]
    assert [(it["rule"], it["expected"], it["found"]) for it in found if "rule" in it] == [
        ("code-block-changed", "depot", "склад")
    ]
