"""A page's result as bytes and back, for the cache: JSON, compressed.

JSON and not pickle, which is faster to write here but runs what it reads: a cache folder restored by a CI
service, or shared, may have been written by somebody else.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from doclint.summary import PageResult

Make = Callable[[Any], Any]

AS_IS = (str, int, bool, NoneType)
"""What JSON gives back as it was."""


def pack(result: PageResult) -> bytes:
    """The result as bytes. Raises TypeError when it holds what JSON cannot."""
    text = json.dumps(result, ensure_ascii=False, separators=(",", ":"), default=_row)
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def unpack(data: bytes) -> PageResult:
    """The result that was packed. Raises ValueError when the bytes are no such thing."""
    try:
        result = _maker(PageResult)(json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass")))
    except (zlib.error, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError(f"no packed result: {error}") from None
    assert isinstance(result, PageResult)
    return result


def _row(value: object) -> object:
    """The fields of a dataclass, in their order: what JSON does not know by itself is one of ours."""
    if is_dataclass(value) and not isinstance(value, type):
        return _getter(type(value))(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"a {type(value).__name__} cannot be packed")


@cache
def _getter(kind: type) -> Callable[[object], object]:
    names = [field.name for field in fields(kind)]
    return attrgetter(*names) if len(names) > 1 else lambda value: [getattr(value, name) for name in names]


@cache
def _maker(kind: Any) -> Make:
    """What makes a value of a type from its JSON, told by the type's annotations: a new field needs nothing here."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind in AS_IS or origin is Mapping:
        return lambda value: value
    if origin in (UnionType, Union):
        (one,) = (_maker(part) for part in inner if part is not NoneType)
        return lambda value: None if value is None else one(value)
    if origin in (list, tuple):
        each = _maker(inner[0])
        return lambda value: origin(map(each, value))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if isinstance(kind, type) and (is_dataclass(kind) or issubclass(kind, tuple)):
        return _record_maker(kind)
    if isinstance(kind, type) and issubclass(kind, Exception):
        return _refused
    raise TypeError(f"no way to make a {kind} from JSON")


def _record_maker(kind: type) -> Make:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else list(hints)
    special = [(at, _maker(hints[name])) for at, name in enumerate(names) if hints[name] not in AS_IS]

    def make(row: Any) -> Any:
        for at, inner in special:
            row[at] = inner(row[at])
        return kind(*row)

    return make


def _refused(value: object) -> object:
    raise TypeError(f"{value!r} was never packed")
