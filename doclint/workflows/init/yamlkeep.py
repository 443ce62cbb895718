"""An entry or a key more in a YAML file; whatever else stands there, comments and order too, stays as it is."""

from __future__ import annotations

import yaml

from doclint.text.errors import ConfigError
from doclint.text.files.kept import ended


def entries_of(text: str, key: str) -> list[object]:
    """The list that a key at the top of a file holds; empty where there is none. Raises ConfigError."""
    found = _said(text).get(key)
    return list(found) if isinstance(found, list) else []


def with_entry(text: str, key: str, entry: str) -> str:
    """The text of a file with an entry, given without its dash, at the end of the list that a key at its top holds.

    Where there is no such key, it is put at the end. Raises ConfigError where there is no such list to go on with.
    """
    said = _said(text)
    if key not in said:
        return with_key(text, key, _entry(entry, 0))
    root = yaml.compose(text, yaml.SafeLoader)
    assert isinstance(root, yaml.MappingNode)
    found = next(value for name, value in root.value if name.value == key)
    if not isinstance(found, yaml.SequenceNode) or found.flow_style or not found.value:
        raise ConfigError(f'has no list with one entry a line under "{key}"')
    rows = ended(text).splitlines(keepends=True)
    at = _last_line(found) + 1
    written = "".join([*rows[:at], _entry(entry, found.start_mark.column), *rows[at:]])
    return _checked(written, {**said, key: [*entries_of(text, key), yaml.safe_load(entry)]})


def with_key(text: str, key: str, value: str) -> str:
    """The text with a new key at its end, whose value is given as it stands at the top. Raises ConfigError."""
    said = _said(text)
    if key in said:
        raise ConfigError(f'has a "{key}" of its own')
    rows = [f"  {row}\n" if row else "\n" for row in value.rstrip("\n").split("\n")]
    written = "".join([ended(text), "\n" if text else "", f"{key}:\n", *rows])
    return _checked(written, {**said, key: yaml.safe_load(value)})


def _last_line(node: yaml.Node) -> int:
    """The last line, from 0, that a node has something on: its own end mark lies behind blank lines and comments."""
    if isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        return _last_line(last[1] if isinstance(last, tuple) else last)
    mark = node.end_mark
    return mark.line - 1 if mark.column == 0 and mark.line > node.start_mark.line else mark.line


def _entry(entry: str, indent: int) -> str:
    """The lines of an entry, the first behind its dash."""
    rows = entry.rstrip("\n").split("\n")
    return "".join(f"{' ' * indent}{'  ' if number else '- '}{row}\n" for number, row in enumerate(rows))


def _checked(text: str, wanted: dict[object, object]) -> str:
    """The text, if it says what is wanted. Raises ConfigError."""
    if _said(text) != wanted:
        raise ConfigError("has no safe place for what doclint would add")
    return text


class _Loader(yaml.SafeLoader):
    """Reads tags that only their program knows (GitLab's `!reference`) as what they are put on."""


def _tagged(loader: _Loader, suffix: str, node: yaml.Node) -> object:
    if isinstance(node, yaml.MappingNode):
        return suffix, loader.construct_mapping(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return suffix, loader.construct_sequence(node, deep=True)
    return suffix, node.value


_Loader.add_multi_constructor("!", _tagged)


def _said(text: str) -> dict[object, object]:
    """What a file says. Raises ConfigError."""
    try:
        said = yaml.load(text, _Loader)  # noqa: S506 # a SafeLoader, which runs nothing
    except (yaml.YAMLError, ValueError, TypeError, RecursionError):
        raise ConfigError("is not valid YAML") from None
    if said is None:
        return {}
    if not isinstance(said, dict):
        raise ConfigError("is not a mapping of keys")
    return said
