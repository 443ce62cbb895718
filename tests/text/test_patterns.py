"""Our patterns mean the same to every Python that doclint runs on.

Before 3.11.5 a possessive repeat of more than one character (`(?:ab?|c)*+`) is matched wrongly. So none of ours
has one: what is repeated is unrolled (`[^"\\\\]*+(?:\\\\.[^"\\\\]*+)*`), so that there is one way to read a text only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from click.testing import CliRunner
from doclint.rules import json_invalid

from doclint.checks.directives import values
from doclint.cli import main
from doclint.page.directives import forms, reader
from doclint.page.json import tokens
from doclint.text.lazypattern import _Lazy
from tests.modules import modules


def parts(parsed: Any) -> Iterator[tuple[Any, Any]]:
    """All that a pattern consists of, at any depth."""
    for kind, value in parsed:
        yield kind, value
        for inner in value if isinstance(value, tuple | list) else ():
            for one in inner if isinstance(inner, list) else (inner,):
                if isinstance(one, _parser.SubPattern):
                    yield from parts(one)


ONE_CHARACTER = {_constants.LITERAL, _constants.NOT_LITERAL, _constants.IN, _constants.ANY}


def is_risky(form: str | bytes, flags: int = 0) -> bool:
    """Whether some Python matches it wrongly: an atomic group, or a possessive repeat of more than one character."""
    for kind, value in parts(_parser.parse(form, flags)):
        if kind is _constants.ATOMIC_GROUP:
            return True
        if kind is _constants.POSSESSIVE_REPEAT and not (len(value[2]) == 1 and value[2][0][0] in ONE_CHARACTER):
            return True
    return False


@pytest.mark.parametrize("form", [r"(?:a|\.b)*+", r"x(?:(a)(?:ab?c)++)?", "(?>a)b", "(?=(?:ab)?+)"])
def test_what_is_risky_is_told(form: str) -> None:
    assert is_risky(form)
    assert not is_risky(r"[^\"\\]*+(?:\\.[^\"\\]*+)*a++.?+")


def test_no_pattern_is_one_that_some_python_matches_wrongly() -> None:
    ours = {
        f"{module.__name__}.{name}": is_risky(form.pattern, form.flags)
        for module in modules()
        for name, form in vars(module).items()
        if isinstance(form, re.Pattern | _Lazy)
    }
    assert len(ours) > 150
    assert [name for name, risky in ours.items() if risky] == []


TOKEN, STRING, COMMENT = tokens.TOKEN, values.STRING, json_invalid.COMMENT
FORMS, READER = forms, reader


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (TOKEN, r'"depot \"north\" \\"'),
        (TOKEN, '"depot\nnorth \\" of"'),
        (TOKEN, "`Listening http://x:${P}`"),
        (TOKEN, r"'it\'s at `north`'"),
        (TOKEN, "'"),
        (FORMS.HUGO, '{{< tab name="a > b %}} \\" c" `>}}` % > x >}}'),
        (FORMS.HUGO, '{{% note title="3" %}}'),
        (FORMS.HUGO, '{{< ref "склад.md" >}}'),
        (FORMS.LIQUID, '{% include a="%}" b=`%}` 5% \\ %}'),
        (FORMS.LIQUID, '{% note "it %}'),
        (FORMS.TAG, "<Склад.Север a = \"x\" b='y' c={ {d: {e}} } {...rest} />"),
        (FORMS.TAG, "<Tabs\n  depot  >"),
        (FORMS.TAG, "</é́tage>"),
        (FORMS.EXPRESSION, "{a{b{c}d}{e}f{g{h}{i}}}"),
        (FORMS.CONTAINER, "::: tip a: b :: c ::::"),
        (FORMS.CONTAINER, ":::заметка[к складу]{a=b}"),
        (FORMS.CONTAINER, ":::  "),
        (FORMS.ADMONITION, '!!! note inline end "at the depot"  '),
        (FORMS.ADMONITION, "???+ ヒント «север»"),
        (READER.ATTRIBUTE, r'title="a \" {b} \\"'),
        (READER.ATTRIBUTE, r'"a \" \\"'),
        (READER.ATTRIBUTE, "value={a{b{c}d}e{}}"),
        (READER.CONTAINER, r"::: note[a \] [b] c]"),
        (READER.IN_BRACES, "{.a{b}{c{d}}} "),
        (STRING, r'"a \" b\\"'),
        (STRING, r"'a \' b\\'"),
        (STRING, "`a \\` \n b`"),
        (COMMENT, r'"a // \" b"'),
    ],
)
def test_every_python_matches(pattern: re.Pattern[str], text: str) -> None:
    match = pattern.match(text)
    assert match
    assert match[0] == text


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (FORMS.EXPRESSION, "{a{b{c{d}}}}"),
        (FORMS.EXPRESSION, "{a{b}"),
        (FORMS.CONTAINER, "::: a ::: b"),
        (FORMS.TAG, "<a b=c>"),
        (FORMS.TAG, '<a b="c>'),
        (FORMS.ADMONITION, "!!! note, then"),
        (READER.CONTAINER, "note[a]"),
        (STRING, r'"a \"'),
        (COMMENT, r'"a \" // b'),
    ],
)
def test_no_python_matches(pattern: re.Pattern[str], text: str) -> None:
    assert not pattern.fullmatch(text)


ENGLISH = """# Depot

```json
{ "text": `Listening //x:${P}`, "state": "inTransit" }
```
"""


def test_what_stands_behind_a_string_in_backticks_is_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("en.md").write_text(ENGLISH, encoding="utf-8")
    Path("ru.md").write_text(ENGLISH.replace("inTransit", "Интрансит"), encoding="utf-8")
    done = CliRunner().invoke(main, ["check", "ru.md", "--source", "en.md", "--locale", "ru", "--format", "jsonl"])
    assert [json.loads(line)["expected"] for line in done.stdout.splitlines()] == ["inTransit"]
