"""The names that an API description defines: properties, members of enumerations, parameters, operations.

OpenAPI and Swagger. JSON is parsed; YAML is read line by line, since descriptions of megabytes take a parser too long,
and of flow style (`{a: b}`) only enumerations are seen.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from doclint.text.lazypattern import lazy

FILE = lazy(r"(?:.*/)?[\w.-]*(?:openapi|swagger)[\w.-]*\.(?:json|ya?ml)", re.IGNORECASE)
DECLARED = lazy(r"^(?:openapi|swagger)[ \t]*:", re.MULTILINE)
LINE = lazy(r"^( *)(-[ ]+)?[\"']?([\w$@.-]+)[\"']?[ \t]*(?::(?:[ \t]+(.*))?)?$")
VALUE = lazy(r"[\w$@./:-]+")


def is_spec(path: str) -> bool:
    """Whether a file may be a description, by its name."""
    return FILE.fullmatch(path) is not None


def defined(text: str) -> set[str]:
    """The names that a description defines; none where the text is not one."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return set(_in_yaml(text)) if DECLARED.search(text) else set()
    is_declared = isinstance(data, dict) and ("openapi" in data or "swagger" in data)
    return set(_in_json(data)) if is_declared else set()


def _in_json(data: object) -> Iterator[str]:
    waiting = [data]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting += part
        elif isinstance(part, dict):
            waiting += part.values()
            properties, members = part.get("properties"), part.get("enum")
            yield from properties if isinstance(properties, dict) else ()
            yield from (one for one in members if isinstance(one, str)) if isinstance(members, list) else ()
            named = [part.get("operationId"), part.get("name") if "in" in part else None]
            yield from (one for one in named if isinstance(one, str))


def _in_yaml(text: str) -> Iterator[str]:
    """Keys right below `properties:`, items below `enum:`, the values of `operationId:`."""
    open_: list[tuple[int, str, int]] = []
    """The lists that are open: where their key stands, the key, where their first line stands (-1: not yet)."""
    for line in text.splitlines():
        match = LINE.match(line)
        if match is None:
            continue
        indent, is_item = len(match[1]), bool(match[2])
        while open_ and (indent < open_[-1][0] or (indent == open_[-1][0] and not is_item)):
            open_.pop()
        if open_ and open_[-1][2] < 0:
            open_[-1] = (*open_[-1][:2], indent)
        if open_ and open_[-1][2] == indent and (open_[-1][1] == "enum") == is_item:
            yield match[3]
        key, value = match[3], match[4] or ""
        if key == "operationId" and VALUE.fullmatch(value.strip("\"' ")):
            yield value.strip("\"' ")
        elif key == "enum" and value.startswith("["):
            yield from VALUE.findall(value)
        elif key in ("properties", "enum") and not value:
            open_.append((indent, key, -1))
