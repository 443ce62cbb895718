"""The settings of other programs, read without trust: whatever is in the file, it is plain data or a reason."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from doclint.layouts.tree import Tree
from doclint.text.lazypattern import lazy

if TYPE_CHECKING:
    import yaml

T = TypeVar("T")

LARGEST = 500_000
"""Bytes; settings are smaller, and YAML is slow."""
DEEPEST = 50
"""Levels of nesting."""

Value = str | int | float | bool | list["Value"] | dict[str, "Value"] | None
ASSIGNED = r"\b{}\s*[:=]\s*(?:([\"'`])([\w-]{{2,20}})\1|([A-Za-z_$][\w$]{{0,80}}))"
CONSTANT = lazy(r"\b(?:const|let|var)\s+([A-Za-z_$][\w$]{0,80})\s*(?::\s*\w+\s*)?=\s*([\"'`])([\w-]{2,20})\2")


class SettingsError(Exception):
    """A file of settings that cannot be used, and why."""


def mapping(listing: Tree, path: str) -> dict[str, Value]:
    """The settings of a JSON, TOML or YAML file. Raises SettingsError."""
    text = source_text(listing, path)
    try:
        if path.endswith(".json"):
            value = json.loads(text)
        elif path.endswith(".toml"):
            import tomllib

            value = tomllib.loads(text)
        else:
            value = _yaml(text)
    except (ValueError, RecursionError):
        kind = path.rpartition(".")[2].upper().replace("YML", "YAML")
        raise SettingsError(f"{path} cannot be read as {kind}") from None
    if not isinstance(value, dict):
        raise SettingsError(f"{path} contains no settings")
    return value


def source_text(listing: Tree, path: str) -> str:
    """A file's text. Raises SettingsError."""
    data = listing.read(path)
    if data is None or len(data) > LARGEST:
        raise SettingsError(f"{path} {'cannot be read' if data is None else 'is too large to be read'}")
    return data.decode("utf-8-sig", "replace")


def each(
    read: Callable[[Tree, str], T], listing: Tree, paths: Iterable[str], notes: list[str]
) -> Iterator[tuple[str, T]]:
    """The files with what is read of each; one that cannot be read is left out, and noted."""
    for path in paths:
        try:
            found = read(listing, path)
        except SettingsError as error:
            notes.append(str(error))
        else:
            yield path, found


def part(settings: Value, *keys: str) -> dict[str, Value]:
    """A mapping in a mapping, by keys in any case; empty where there is none."""
    for key in keys:
        settings = value(settings, key)
    return settings if isinstance(settings, dict) else {}


def value(settings: Value, key: str) -> Value:
    """A value of a mapping, by a key in any case."""
    if not isinstance(settings, dict):
        return None
    return next((found for name, found in settings.items() if str(name).lower() == key.lower()), None)


def text(settings: Value, key: str) -> str:
    """A value that is text; empty where there is none."""
    found = value(settings, key)
    return found if isinstance(found, str) else ""


def in_script(script: str, key: str) -> str:
    """The text that a JavaScript file assigns to a key, itself or by a constant; empty where that cannot be seen."""
    constants: dict[str, str] | None = None
    for match in re.finditer(ASSIGNED.format(key), script):
        if constants is None:
            constants = {name: text for name, _, text in CONSTANT.findall(script)}
        found = match[2] or constants.get(match[3])
        if found:
            return found
    return ""


def _yaml(text: str) -> Value:
    """YAML as mappings, lists and texts; tags and merge keys are not carried out, aliases are nothing.

    Built from events: the library's own composer recurses in C, and its merge keys can grow without bound.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    roots: list[Value] = []
    nest: list[_Nest] = [_Nest(roots)]
    try:
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.CollectionEndEvent):
                nest.pop()
            elif isinstance(event, yaml.NodeEvent):
                _put(nest, event)
    except yaml.YAMLError:
        raise ValueError from None
    return roots[0] if roots else None


class _Nest:
    """A list or mapping that has begun."""

    def __init__(self, inside: list[Value] | dict[str, Value]) -> None:
        self.inside = inside
        self.key: str | None = None

    def add(self, value: Value) -> None:
        if isinstance(self.inside, list):
            self.inside.append(value)
        elif self.key is None:
            self.key = value if isinstance(value, str) else ""
        else:
            self.inside[self.key] = value
            self.key = None


def _put(nest: list[_Nest], event: yaml.NodeEvent) -> None:
    import yaml

    if isinstance(event, yaml.ScalarEvent):
        nest[-1].add(str(event.value))
    elif isinstance(event, yaml.CollectionStartEvent):
        if len(nest) > DEEPEST:
            raise ValueError
        inside: list[Value] | dict[str, Value] = {} if isinstance(event, yaml.MappingStartEvent) else []
        nest[-1].add(inside)
        nest.append(_Nest(inside))
    else:
        nest[-1].add(None)
