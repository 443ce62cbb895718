"""The shipped JSON schema is that of the reader, and random configurations end in a Config or in one line."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from doclint.config import At, Config
from doclint.config.keys import TOP
from doclint.config.read import read
from doclint.config.schema import schema_text
from doclint.config.scopes import scopes
from doclint.run.filter.overrides import Filter
from doclint.text.errors import ConfigError
from tests.config.configuring import RULES, WHOLE, write
from tests.conftest import ROOT

SHIPPED = ROOT / "doclint" / "config" / "schema.json"
MANY = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SHIPPED.read_text("utf-8")))


def test_the_shipped_schema_is_up_to_date() -> None:
    assert SHIPPED.read_text("utf-8") == schema_text(), "python -m doclint.config.schema > doclint/config/schema.json"
    Draft202012Validator.check_schema(json.loads(SHIPPED.read_text("utf-8")))


def test_every_field_has_a_key_and_every_key_a_field() -> None:
    assert {key.replace("-", "_") for key in TOP.keys} == set(Config._fields) - {"file"}


def documented(schema: dict[str, Any]) -> list[str]:
    here = [key for key, known in schema.get("properties", {}).items() if not known["description"].endswith(".")]
    parts = [*schema.get("properties", {}).values(), *schema.get("anyOf", []), schema.get("items")]
    return here + [key for part in parts if isinstance(part, dict) for key in documented(part)]


def test_every_key_says_what_it_is_for() -> None:
    assert documented(json.loads(schema_text())) == []


def outcome(call: Callable[[], Config]) -> str | Config:
    """What is read, or the one line that says what is wrong; any other exception than ConfigError is a defect."""
    try:
        found = call()
        scopes(found, RULES)
        Filter(found, RULES)
    except ConfigError as error:
        return one_line(str(error))
    return found


def one_line(text: str) -> str:
    assert len(text.splitlines()) == 1
    return text


def of_table(data: object, folder: Path) -> str | Config:
    return outcome(lambda: TOP.read(data, At(folder / "doclint.toml", "", RULES)))


def of_text(text: str, folder: Path) -> str | Config:
    file = write(folder / "doclint.toml", text.encode("utf-8", "surrogatepass"))
    found = outcome(lambda: read(file, RULES))
    assert isinstance(found, Config) or found.startswith(file.as_posix()) or "metadata" in found
    return found


def test_the_whole_example_is_valid(tmp_path: Path) -> None:
    write(tmp_path / "terms.csv", "term,dnt\n")
    data = tomllib.loads(WHOLE)
    assert isinstance(of_table(data, tmp_path), Config)
    assert set(data) | {"extends"} == set(TOP.keys), "the example has every key"
    assert list(validator().iter_errors(data)) == []


KEYS = sorted({*TOP.keys, *re.findall(r'"([a-z-]+)": \{\n', schema_text())})
SCALARS = st.one_of(
    st.text(max_size=12), st.integers(), st.booleans(), st.floats(), st.dates(), st.sampled_from(KEYS),
    st.sampled_from(["ru-RU", "DL1", "error", "off", "high", "**/a", "!", "[", "a\\", "\0", "../x", "terms.csv", "\ud800"]),
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


@MANY
@given(data=st.dictionaries(st.sampled_from(sorted(TOP.keys)) | st.text(max_size=5), VALUES, max_size=4))
@example(data={"accept": "\ud800"})  # half a character, which no file's name has
def test_random_tables(data: dict[str, object], tmp_path: Path) -> None:
    if isinstance(of_table(data, tmp_path), Config):
        assert list(validator().iter_errors(data)) == [], "the reader takes what the schema refuses"


def ways(data: object, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [way, *(deeper for key, part in parts for deeper in ways(part, (*way, key)))]


SEMANTIC = re.compile(r"names? |is not |has |needs |changes nothing|two targets|no finding has|is longer|extends")
"""Errors that no schema can express; all others are about keys and types."""


@MANY
@given(st.data())
def test_mutations_of_a_valid_table(tmp_path: Path, data: st.DataObject) -> None:
    write(tmp_path / "terms.csv", "term,dnt\n")
    table: Any = tomllib.loads(WHOLE)
    way = data.draw(st.sampled_from([way for way in ways(table) if way]))
    holder = table
    for key in way[:-1]:
        holder = holder[key]
    if isinstance(holder, dict) and data.draw(st.booleans()):
        holder[data.draw(st.sampled_from(KEYS) | st.text(max_size=5))] = holder.pop(way[-1])
    else:
        holder[way[-1]] = data.draw(VALUES)
    found, is_valid = of_table(table, tmp_path), validator().is_valid(table)
    if isinstance(found, Config):
        assert is_valid, "the reader takes what the schema refuses"
    elif is_valid:
        assert SEMANTIC.search(found), f"the schema takes what the reader refuses: {found}"


@MANY
@given(st.text(alphabet=st.sampled_from("[]{}=.\"'#\n\r\t ,ab1-é\0"), max_size=40) | st.text(max_size=60))
def test_random_text(tmp_path: Path, text: str) -> None:
    of_text(text, tmp_path)


@MANY
@given(st.data())
def test_mutations_of_a_valid_text(tmp_path: Path, data: st.DataObject) -> None:
    write(tmp_path / "terms.csv", "term,dnt\n")
    start = data.draw(st.integers(0, len(WHOLE)))
    end = min(len(WHOLE), start + data.draw(st.integers(0, 9)))
    of_text(WHOLE[:start] + data.draw(st.text(max_size=4)) + WHOLE[end:], tmp_path)


@pytest.mark.parametrize(
    "text", ["[[a]]\n" * 20_000, "a.b.c = 1\n" * 20_000, "[a" * 50_000, "protect = [" + "'x y'," * 90_000 + "]"]
)
def test_large_files_end_soon(tmp_path: Path, text: str) -> None:
    found = of_text(text, tmp_path)
    assert found.protect == ("x y",) if isinstance(found, Config) else "doclint.toml" in found
