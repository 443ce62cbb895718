"""Code is told from comments and strings by the fence's language, and carefully without a lexer."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from doclint.checks.code.tokens import LONGEST, code_tokens, structure_tokens
from doclint.engine import engine, rulebook
from doclint.page.markdown import parse
from doclint.pair import Pair
from doclint.text import Trust
from doclint.text.separators import separator_runs
from tests.conftest import ROOT
from tests.page.generators import GENERATORS

OURS = ("DL303", "DL304", "DL305", "DL306", "DL307", "DL308", "DL309", "DL502", "DL503")
RULES = [rule for rule in rulebook.load() if rule.id in OURS]


def texts(code: str, language: str) -> list[str] | None:
    found = code_tokens(code, language)
    return None if found is None else [token.text for token in found]


@pytest.mark.parametrize(
    ("language", "code", "words"),
    [
        pytest.param("python", "x = 'посылка'  # ключ\n", ["x", "="], id="strings and comments are free"),
        pytest.param("yaml", "depot: Северный склад # да\n", ["depot"], id="plain scalars are prose"),
        pytest.param("jsx", "a = <b>Привет, мир</b>\n", ["a", "=", "b", "b"], id="text between tags is prose"),
        pytest.param("sh", "send --now $HOME /a/b.txt\n", ["send", "--now", "$HOME", "/a/b.txt"], id="flags and paths"),
    ],
)
def test_tokens(language: str, code: str, words: list[str]) -> None:
    assert texts(code, language) == words


@pytest.mark.parametrize("language", ["", "no-such-language", "text", "mermaid"])
def test_no_language_has_no_tokens_but_structure(language: str) -> None:
    assert texts("parcelId", language) is None
    found = structure_tokens('send --now parcelId "depotId" # courierId\n// routeId\n')
    assert [token.text for token in found] == ["--now", "parcelId"]


def test_without_pygments_only_sure_structure_is_compared() -> None:
    program = """
import sys
sys.modules["pygments"] = None
sys.modules["pygments.lexers"] = None
from doclint.engine import engine, rulebook
from doclint.page.markdown import parse
from doclint.pair import Pair
from doclint.text import Trust
rule = next(rule for rule in rulebook.load() if rule.id == "DL307")
def found(source, target):
    pair = Pair(parse(target), parse(source), Trust.PROVEN, "ru")
    return [problem.expected for problem in engine.problems(rule, pair)]
fence = "```python\\n{}\\n```\\n".format
print(found(fence("sendParcel(depotId)  # now"), fence("sendParcel(depotIds)  # сейчас")))
print(found(fence("x = 1  # see parcelId"), fence("x = 1  # см. посылку")))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == ["['depotId']", "[]"]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        pytest.param("a:,,, b", [",,,"], id="ascii"),
        pytest.param("値、 、です", ["、 、"], id="ideographic, with a space"),
        pytest.param("قيم؛؛ و،،", ["؛؛", "،،"], id="arabic"),
        pytest.param("እሴት፣፣", ["፣፣"], id="ethiopic"),
        pytest.param("a,,b ... 。。 !! &nbsp;; -- ''", [], id="data, ellipses, entities"),
    ],
)
def test_separator_runs(text: str, runs: list[str]) -> None:
    assert [span.of(text) for span in separator_runs(text)] == runs


@pytest.mark.parametrize("name", [name for name in GENERATORS if not name.startswith("front")])
def test_any_text_is_compared_in_linear_time(name: str) -> None:
    text = GENERATORS[name](5_000)
    begin = time.process_time()
    for source, target in ((text, text + "\n\nя, б"), (f"`a`, `b`, {text}", f"`я`, `b` {text}")):
        pair = Pair(parse(target), parse(source), Trust.PROVEN, "ru")
        for rule in RULES:
            assert all(problem.span.end <= len(target) for problem in engine.problems(rule, pair))
    assert time.process_time() - begin < 3


def test_a_long_block_is_not_lexed() -> None:
    assert code_tokens("x = 1\n" * LONGEST, "python") is None
