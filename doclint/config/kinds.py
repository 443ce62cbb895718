"""What values may be: each kind reads a value, and says in JSON Schema what it takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from doclint.config.place import At, quoted

Schema = dict[str, Any]
KINDS = {str: "a string", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table"}


class Kind(Protocol):
    """What a value may be."""

    def read(self, value: object, at: At) -> Any:
        """The value as the model has it. Raises ConfigError."""

    def schema(self) -> Schema:
        """What it takes, in JSON Schema."""


def not_a(value: object, wanted: str, at: At) -> Exception:
    """The error for a value of another type."""
    return at.wrong(f"must be {wanted}, not {KINDS.get(type(value), 'a date or time')}")


@dataclass(frozen=True)
class Text:
    """A string that is not empty; `convert` makes of it what the model has."""

    convert: Callable[[str, At], Any] = lambda value, at: value

    def read(self, value: object, at: At) -> Any:
        if not isinstance(value, str):
            raise not_a(value, "a string", at)
        if not value.strip():
            raise at.wrong("is empty")
        return self.convert(value, at)

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"\S"}


@dataclass(frozen=True)
class Flag:
    """True or false."""

    def read(self, value: object, at: At) -> bool:
        if not isinstance(value, bool):
            raise not_a(value, "true or false", at)
        return value

    def schema(self) -> Schema:
        return {"type": "boolean"}


@dataclass(frozen=True)
class Choice:
    """One of a few words."""

    values: Mapping[str, Any]
    """What the model has for each word."""

    def read(self, value: object, at: At) -> Any:
        wanted = "one of " + ", ".join(f'"{word}"' for word in self.values)
        if not isinstance(value, str):
            raise not_a(value, wanted, at)
        if value not in self.values:
            raise at.wrong(f"must be {wanted}, not {quoted(value)}")
        return self.values[value]

    def schema(self) -> Schema:
        return {"enum": list(self.values)}


@dataclass(frozen=True)
class Many:
    """A list; `or_one` takes a single value for a list of one."""

    item: Kind
    or_one: bool = False

    def read(self, value: object, at: At) -> tuple[Any, ...]:
        if self.or_one and not isinstance(value, list):
            return _flat([self.item.read(value, at)])
        if not isinstance(value, list):
            raise not_a(value, "a list", at)
        return _flat([self.item.read(entry, at.of(index)) for index, entry in enumerate(value)])

    def schema(self) -> Schema:
        items = self.item.schema()
        many: Schema = {"type": "array", "items": items}
        return {"anyOf": [items, many]} if self.or_one else many


def _flat(values: list[Any]) -> tuple[Any, ...]:
    """The values, one that stands for several (`DL1` for rules) spread out; words each once."""
    spread = [part for value in values for part in (value if type(value) is tuple else (value,))]
    return tuple(dict.fromkeys(spread)) if all(isinstance(value, str) for value in spread) else tuple(spread)


@dataclass(frozen=True)
class Either:
    """A string or a table."""

    text: Kind
    table: Kind

    def read(self, value: object, at: At) -> Any:
        if not isinstance(value, str | dict):
            raise not_a(value, "a string or a table", at)
        return (self.text if isinstance(value, str) else self.table).read(value, at)

    def schema(self) -> Schema:
        return {"anyOf": [self.text.schema(), self.table.schema()]}


@dataclass(frozen=True)
class Key:
    """What one key holds, and what it is for."""

    kind: Kind
    help: str


@dataclass(frozen=True)
class Table:
    """A table of known keys; `build` makes of the values, by their names in Python, what the model has."""

    keys: Mapping[str, Key]
    build: Callable[[dict[str, Any], At], Any]
    needs: tuple[str, ...] = ()
    others: Kind | None = None
    """What keys that are not known hold; None: there are none."""

    def read(self, value: object, at: At) -> Any:
        if not isinstance(value, dict):
            raise not_a(value, "a table", at)
        read = {}
        for key, part in value.items():
            kind = self.keys[key].kind if key in self.keys else self.others
            if kind is None:
                raise at.unknown(key, self.keys)
            read[key.replace("-", "_") if key in self.keys else key] = kind.read(part, at.of(key))
        for key in self.needs:
            if key not in value:
                raise at.wrong(f'needs the key "{key}"')
        return self.build(read, at)

    def schema(self) -> Schema:
        schema: Schema = {"type": "object", "properties": {}}
        for key, known in self.keys.items():
            schema["properties"][key] = {"description": known.help, **known.kind.schema()}
        schema["additionalProperties"] = self.others.schema() if self.others else False
        return schema | ({"required": list(self.needs)} if self.needs else {})


@dataclass(frozen=True)
class Words:
    """A table whose keys are words of the user's; `name` reads them."""

    value: Kind
    name: Callable[[str, At], str] = lambda key, at: key

    def read(self, value: object, at: At) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise not_a(value, "a table", at)
        return {self.name(key, at.of(key)): self.value.read(part, at.of(key)) for key, part in value.items()}

    def schema(self) -> Schema:
        return {"type": "object", "additionalProperties": self.value.schema()}
