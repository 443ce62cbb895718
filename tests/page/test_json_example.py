"""JSON examples as people write them, and as nobody should."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doclint.page.json.example import JsonExample, looks_like_json, read
from doclint.text import Span


def example(code: str) -> JsonExample:
    found = read(code)
    assert found is not None
    return found


def leaves(code: str) -> list[tuple[str, str, str]]:
    """Each leaf as `path kind text`, the path in dots."""
    return [(".".join(map(str, value.path)), value.kind, value.text) for value in example(code).values]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        pytest.param(
            '{"id": "7f", "size": -1.5e3, "isRead": true, "owner": null}',
            [
                ("id", "string", '"7f"'),
                ("size", "number", "-1.5e3"),
                ("isRead", "boolean", "true"),
                ("owner", "null", "null"),
            ],
            id="plain JSON",
        ),
        pytest.param(
            '{"value": [{"id": 1}, {"id": 2}]}',
            [("value.0.id", "number", "1"), ("value.1.id", "number", "2")],
            id="nested",
        ),
        pytest.param('{"a": 1, "a": 2}', [("a", "number", "1"), ("a", "number", "2")], id="a key written twice"),
        pytest.param(
            '{\n  "a": 1, // "not": "a key"\n  /* nor,\n this: 2 */ "b": "http://x/*y*/" }',
            [("a", "number", "1"), ("b", "string", '"http://x/*y*/"')],
            id="comments, and what looks like them in a string",
        ),
        pytest.param('{"a": [1, 2,],}', [("a.0", "number", "1"), ("a.1", "number", "2")], id="trailing commas"),
        pytest.param(
            '{"items": [{"id": 1}, ..., {"id": 9}], ...}',
            [("items.0.id", "number", "1"), ("items.1", "unknown", "..."), ("items.2.id", "number", "9")],
            id="an ellipsis is an item of an array but no key of an object",
        ),
        pytest.param(
            '{"a": ...,\n "b": …\n "c": {...}, "d": 1}',
            [("a", "unknown", "..."), ("b", "unknown", "…"), ("d", "number", "1")],
            id="an ellipsis as value",
        ),
        pytest.param(
            '{"a": {id}, "b": <value, if any>, "c": String (timestamp), "d": String[], "e": "x"}',
            [
                ("a", "unknown", "{id}"),
                ("b", "unknown", "<value, if any>"),
                ("c", "unknown", "String (timestamp)"),
                ("d", "unknown", "String[]"),
                ("e", "string", '"x"'),
            ],
            id="placeholders",
        ),
        pytest.param(
            '{"at": 12:30:05, "link": https://example.com/a/b, "mail": */*}',
            [
                ("at", "unknown", "12:30:05"),
                ("link", "unknown", "https://example.com/a/b"),
                ("mail", "unknown", "*/*"),
            ],
            id="values with colons and slashes",
        ),
        pytest.param(
            "{'name': 'it\\'s \"here\"', role: `admin`}",
            [("name", "string", "'it\\'s \"here\"'"), ("role", "string", "`admin`")],
            id="other quotes, bare keys",
        ),
        pytest.param(
            '{"a": "x"\n "b": 1 "c": true\n "d": [1\n 2 {"e": 3}]}',
            [
                ("a", "string", '"x"'),
                ("b", "number", "1"),
                ("c", "boolean", "true"),
                ("d.0", "number", "1"),
                ("d.1", "number", "2"),
                ("d.2.e", "number", "3"),
            ],
            id="forgotten commas",
        ),
        pytest.param(
            '{"a": {"b": [1, {"c": 2', [("a.b.0", "number", "1"), ("a.b.1.c", "number", "2")], id="nothing closed"
        ),
        pytest.param(
            '{"a": [{"b": 1}, "c": 2}\n{"d": 3}',
            [("a.0.b", "number", "1"), ("a.1", "unknown", '"c": 2'), ("d", "number", "3")],
            id="a brace closes the forgotten bracket",
        ),
        pytest.param(
            '{"link": "https://example.com/users\n   (42)/mail", "b": 1}',
            [("link", "string", '"https://example.com/users\n   (42)/mail"'), ("b", "number", "1")],
            id="a string wrapped by hand",
        ),
        pytest.param(
            '{"title" : "title-value,\n "b": "x"}',
            [("title", "unknown", '"title-value'), ("b", "string", '"x"')],
            id="a string that forgot its quote spoils one line",
        ),
        pytest.param("curl -d '{\"a\": 1}'", [("a", "number", "1")], id="inside shell quotes"),
        pytest.param(
            'fetch(url, { method: "POST", body: JSON.stringify({"a": 1}) })',
            [("method", "string", '"POST"'), ("body.a", "number", "1")],
            id="inside a call",
        ),
        pytest.param(
            '{ "blockType": "resource", "@odata.type": "contoso.mail" }',
            [("blockType", "string", '"resource"'), ("@odata.type", "string", '"contoso.mail"')],
            id="the inside of an HTML comment",
        ),
    ],
)
def test_leaves(code: str, expected: list[tuple[str, str, str]]) -> None:
    assert leaves(code) == expected


def test_http_messages_are_passed_over_and_part_what_was_left_open() -> None:
    code = (
        "PATCH https://api.example.com/users/{id}?$select=[name] HTTP/1.1\r\nAccept: */*\r\n"
        'If-Match: {etag or ctag}\r\nPrefer: type="text"\r\n\r\n{\r\n  "name": "Ада",\r\n  "tags": {\r\n\r\n'
        'HTTP/1.1 200 OK\r\nAccept: */*\r\n\r\n{ "id": 7 }\r\n'
    )
    found = example(code)
    assert [key.path for key in found.keys] == [("name",), ("tags",), ("id",)]
    assert [key.span.of(code) for key in found.keys] == ["name", "tags", "id"]
    assert found.errors == ()


@pytest.mark.parametrize(
    "code", ["", "{id}", "GET /users/{user-id}/items HTTP/1.1\nHost: example.com\n", '"a": 1', "\ufeff"]
)
def test_no_object_and_no_array(code: str) -> None:
    assert read(code) is None


def test_places_are_code_points() -> None:
    code = '\ufeff{\r\n"😀 ключ":\u00a0"a\u2028b",\r"next"\u2028: "\\ud83d\\ude00\\n"}'
    found = example(code)
    assert [key.span.of(code) for key in found.keys] == ["😀 ключ", "next"]
    assert [value.value for value in found.values] == ["a\u2028b", "😀\n"]


def test_keys_hold_their_values() -> None:
    code = '{"list": [1], "object": {}, "none": , "text": "x"}'
    found = example(code)
    assert [(key.name, key.value.kind) for key in found.keys] == [
        ("list", "array"),
        ("object", "object"),
        ("none", "unknown"),
        ("text", "string"),
    ]
    assert [span.of(code) for span in found.errors] == ["none"]


@pytest.mark.parametrize(
    ("code", "errors"),
    [
        ('{"a": 1, "b"}', ['"b"']),
        ('{"a": 1}}', ["}"]),
        ('{"type: "value",\n "b": 1}', ['"type: "value"']),
        ("[1,,2]", [","]),
        ('{"a": 1, return x}', ["return x"]),
    ],
)
def test_errors(code: str, errors: list[str]) -> None:
    assert [span.of(code) for span in example(code).errors] == errors


@pytest.mark.parametrize(
    ("code", "language", "expected"),
    [
        ("[1, 2]", "json", True),
        ("GET /users/{id}", "http", False),
        ('HTTP/1.1 200 OK\n\n{"id": 1}', "http", True),
        ("{ id : 1 }", "", True),
        ('{"a": 1}', "csharp", False),
    ],
)
def test_looks_like_json(code: str, language: str, expected: bool) -> None:
    assert looks_like_json(code, language) is expected


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("[" * 10_000 + "]" * 10_000, id="nested"),
        pytest.param("[" * 200_000, id="never closed"),
        pytest.param('{"a":' * 40_000, id="objects never closed"),
        pytest.param('"' * 200_000, id="quotes"),
        pytest.param('{"a' + '"\n' * 100_000, id="quotes on lines"),
        pytest.param("/*" * 100_000, id="comments"),
        pytest.param("/* " * 70_000, id="comments never closed"),
        pytest.param('{"' + '\\"' * 100_000, id="escaped quotes"),
        pytest.param('{"a":' + "b:" * 100_000, id="colons in one value"),
        pytest.param('{"a":' + " " * 100_000 + "b:" * 50_000, id="colons after white space"),
        pytest.param("{a" * 100_000, id="placeholders never closed"),
        pytest.param('{"a": b' + " " * 200_000 + "c", id="white space"),
    ],
)
def test_time_grows_with_the_length_alone(code: str) -> None:
    started = time.perf_counter()
    read(code)
    assert time.perf_counter() - started < 5


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
PIECES = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"',
    "'",
    "`",
    "\\",
    "//",
    "/*",
    "*/",
    "...",
    "…",
    "\n",
    "\r",
    " ",
    "1",
    "-",
    "null",
]
MORE = [
    '"a"',
    '"b": ',
    "{id}",
    "<x>",
    "String[]",
    "😀",
    "\x00",
    "\ufeff",
    "\u2028",
    "\ud800",
    "é",
    "HTTP/1.1 200\n",
    "\\u00",
]


@given(st.lists(JSON, min_size=1), st.booleans(), st.sampled_from([None, 1, "\t"]))
def test_json_is_read_as_json_reads_it(data: list[object], ascii_only: bool, indent: int | str | None) -> None:
    found = example(json.dumps(data, ensure_ascii=ascii_only, indent=indent))
    assert found.errors == ()
    assert [(key.path, key.name) for key in found.keys] == [(path, path[-1]) for path, _ in members(data, ())]
    assert [json.loads(value.text, strict=False) for value in found.values] == list(scalars(data))
    assert all(value.value == json.loads(value.text) for value in found.values if value.kind == "string")


def members(data: object, path: tuple[str | int, ...]) -> list[tuple[tuple[str | int, ...], object]]:
    if isinstance(data, dict):
        return [pair for key, value in data.items() for pair in [((*path, key), value), *members(value, (*path, key))]]
    if isinstance(data, list):
        return [pair for index, value in enumerate(data) for pair in members(value, (*path, index))]
    return []


def scalars(data: object) -> list[object]:
    if isinstance(data, (dict, list)):
        return [leaf for value in (data.values() if isinstance(data, dict) else data) for leaf in scalars(value)]
    return [data]


@given(st.text() | st.lists(st.sampled_from(PIECES + MORE)).map("".join).map("{".__add__))
def test_spans_hold_what_they_claim(code: str) -> None:
    found = read(code)
    if found is None:
        return
    for value in [*found.values, *(key.value for key in found.keys)]:
        assert value.span.of(code) == value.text
    for key in found.keys:
        assert key.path[-1] == key.name
        assert key.span.of(code) == key.name or "\\" in key.span.of(code)
    assert [key.span for key in found.keys] == sorted(key.span for key in found.keys)
    assert all(Span(0, 0) <= span <= Span(len(code), len(code)) for span in found.errors)


@given(JSON, st.data())
def test_a_damaged_example_keeps_the_keys_before_the_damage(data: object, draw: st.DataObject) -> None:
    code = json.dumps({"first": 1, "rest": data}, indent=1)
    place = draw.draw(st.integers(min_value=code.index('"rest"'), max_value=len(code)))
    found = example(code[:place] + draw.draw(st.sampled_from(PIECES)) + code[place + 1 :])
    assert found.keys[0].name == "first"
