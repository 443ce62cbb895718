"""The YAML or TOML block at the top of a page: keys and values with exact places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from doclint.text import Span
from doclint.text.lazypattern import lazy
from doclint.text.spans import BOM, LINE_END

if TYPE_CHECKING:
    import yaml

FENCE = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
ENDS = {"---": ("---", "..."), "+++": ("+++",)}
SIMPLE = lazy(r"^([\w.@-]+)[ \t]*:(?:[ \t]+(.*))?$")
DEEPEST = 50
"""Levels of nesting; what is deeper is no front matter that a tool would read."""

SIMPLE_START = re.compile(r"[\w.@-]+:[ \t]")
UNUSUAL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)")
PLAIN = re.compile(
    r"""(?P<key>[A-Za-z_][\w.-]*):[ ]+(?:
        "(?P<double>[^"\\\r\n]*)"
      | '(?P<single>[^'\r\n]*)'
      | (?P<plain>[^\s"'\[\]{}>|*&!%#`@,?:=~.-](?:[^:#\r\n]|:(?![ \r\n])|(?<![ ])\#)*?)
    )[ ]*\r?\n""",
    re.ASCII | re.VERBOSE,
)
"""A line of YAML that can be read in one way only: no indicator begins a plain value, no `: ` or ` #` is in it."""
LIMIT = 100_000
"""Code points; a longer block is read line by line, without the YAML library."""
TEMPLATE_KEYS = frozenset({"layout", "template", "type", "content_type"})
"""Keys whose value names a template of the generator: Hugo's, Jekyll's, VuePress's."""


class Entry(NamedTuple):
    """One key of the front matter with its scalar value."""

    key: str
    key_span: Span
    value: str
    span: Span | None
    """Where the value stands, without quotes; None where YAML decodes it (escapes, folded lines)."""


class FrontMatter:
    """The scalar entries in the order of the page, those of an inner mapping by dotted names: `l10n.sourceCommit`.

    Read when first asked.
    """

    def __init__(self, text: str = "", body: Span | None = None, end: int = 0, told: str = "") -> None:
        self.end = end
        """Where the page's body begins."""
        self.body = body
        """Where the block stands, without its fences; None where there is none."""
        self.told = told
        """The digest of the English that a file beside the page keeps for it; empty where none does."""
        self._text = text

    @property
    def is_toml(self) -> bool:
        """Whether the block is in TOML, as Hugo reads it between lines of `+++`."""
        return self.body is not None and self._text.startswith("+++", 1 if self._text.startswith(BOM) else 0)

    @cached_property
    def _read(self) -> tuple[tuple[Entry, ...], bool]:
        if self.body is None:
            return (), True
        if self.body.end - self.body.start > LIMIT:
            return _simple(self._text, self.body), False
        if self.is_toml:
            from doclint.page.fronttoml import is_toml, toml_entries

            entries = tuple(Entry(*one) for one in toml_entries(self._text, self.body))
            return entries, is_toml(self.body.of(self._text))
        found = _plain(self._text, self.body) or _yaml(self._text, self.body)
        return (_simple(self._text, self.body), False) if found is None else (found, True)

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self._read[0]

    @property
    def is_valid(self) -> bool:
        """False when the block is not a mapping; its plain `key: value` lines are read all the same."""
        return self._read[1]

    @cached_property
    def _by_key(self) -> dict[str, Entry]:
        return {entry.key: entry for entry in reversed(self.entries)}

    def get(self, key: str) -> Entry | None:
        """The first entry of that name."""
        return self._by_key.get(key)

    def value(self, key: str) -> str | None:
        """The text of a value."""
        entry = self._by_key.get(key)
        return entry.value if entry else None


def read(text: str, told: str = "") -> FrontMatter:
    """The front matter of a page; empty where there is none or it is never closed. `told`: see there."""
    start = 1 if text.startswith(BOM) else 0
    opening = FENCE.match(text, start)
    closing = _closing(text, opening.end(), ENDS[opening[1]]) if opening else None
    if closing is None:
        return FrontMatter(end=start, told=told)
    front = FrontMatter(text, *closing, told)
    if front.is_toml and not front.entries:
        return FrontMatter(end=start, told=told)
    if SIMPLE_START.match(text, closing[0].start) or front.entries or front.is_valid:
        return front
    # prose between two thematic breaks is no front matter
    return FrontMatter(end=start, told=told)


def _closing(text: str, start: int, ends: tuple[str, ...]) -> tuple[Span, int] | None:
    pos = start
    while pos < len(text):
        end = LINE_END.search(text, pos)
        stop = end.start() if end else len(text)
        if text.startswith(ends, pos) and not text[pos + 3 : stop].strip(" \t"):
            return Span(start, pos), end.end() if end else stop
        if end is None:
            return None
        pos = end.end()
    return None


def _plain(text: str, body: Span) -> tuple[Entry, ...] | None:
    """The entries of a block whose every line is `key: value` in a form with one meaning; None for any other.

    That is nearly every page, and saves the YAML library; the tests hold it against YAML's own answer.
    """
    if UNUSUAL.search(text, body.start, body.end):
        return None
    entries = []
    done = body.start
    while done < body.end:
        match = PLAIN.match(text, done, body.end)
        if not match:
            return None
        group = match.lastgroup or "plain"
        entries.append(Entry(match["key"], Span(*match.span("key")), match[group], Span(*match.span(group))))
        done = match.end()
    return tuple(entries)


def _yaml(text: str, body: Span) -> tuple[Entry, ...] | None:
    """What YAML says; None when it is no mapping.

    Read from events: composing nodes recurses in C, and ten thousand brackets end the process.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        pairs = list(_pairs(yaml.parse(body.of(text), Loader=loader)))
    except (yaml.YAMLError, ValueError):
        return None
    return tuple(entry for name, key, value in pairs if (entry := _entry(text, body, name, key, value)))


class _Open:
    """A mapping or sequence that has begun."""

    def __init__(self, prefix: str | None, *, is_mapping: bool) -> None:
        self.is_mapping = is_mapping
        self.prefix = prefix
        """What the keys in it are called by; None where that cannot be said."""
        self.key: yaml.NodeEvent | None = None
        """The key whose value is awaited."""


def _pairs(events: Iterable[yaml.Event]) -> Iterator[tuple[str, yaml.ScalarEvent, yaml.ScalarEvent]]:
    """The scalar values of the one mapping and of those in it, by the dotted names of their keys.

    Raises ValueError when there is another thing than one mapping.
    """
    import yaml

    open_now: list[_Open] = []
    anchors = set()
    roots = 0
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            open_now.pop()
        elif isinstance(event, yaml.NodeEvent):
            if isinstance(event, yaml.AliasEvent) and event.anchor not in anchors:
                raise ValueError("a value that begins with an asterisk")
            anchors.add(event.anchor)
            inside = open_now[-1] if open_now else None
            roots += inside is None
            if len(open_now) > DEEPEST or roots > 1 or not (inside or isinstance(event, yaml.MappingStartEvent)):
                raise ValueError("no mapping")
            prefix: str | None = "" if inside is None else None
            if inside and inside.is_mapping:
                key, inside.key = inside.key, None if inside.key else event
                if isinstance(key, yaml.ScalarEvent) and inside.prefix is not None:
                    prefix = f"{inside.prefix}{key.value}"
                    if isinstance(event, yaml.ScalarEvent):
                        yield prefix, key, event
            if isinstance(event, yaml.CollectionStartEvent):
                name = f"{prefix}." if prefix else prefix
                open_now.append(_Open(name, is_mapping=isinstance(event, yaml.MappingStartEvent)))


def _entry(text: str, body: Span, name: str, key: yaml.ScalarEvent, value: yaml.ScalarEvent) -> Entry | None:
    """The entry of a key and a scalar value; none when the key is written with escapes, so that it has no place."""
    key_span, span = _scalar(body, key), _scalar(body, value)
    if key_span.of(text) != key.value:
        return None
    return Entry(name, key_span, str(value.value), span if span.of(text) == value.value else None)


def _scalar(body: Span, event: yaml.ScalarEvent) -> Span:
    """Where a scalar stands, without quotes."""
    assert event.start_mark is not None
    assert event.end_mark is not None
    quote = event.style in ("'", '"')
    return Span(body.start + event.start_mark.index + quote, body.start + event.end_mark.index - quote)


def _simple(text: str, body: Span) -> tuple[Entry, ...]:
    """The `key: value` lines of a block that is not YAML: a translator wrote a colon or a bracket into a value."""
    entries = []
    pos = body.start
    while pos < body.end:
        end = LINE_END.search(text, pos, body.end)
        stop = end.start() if end else body.end
        match = SIMPLE.match(text[pos:stop])
        if match:
            value = (match.group(2) or "").rstrip()
            start = pos + match.start(2) if value else stop
            if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
                value, start = value[1:-1], start + 1
            entries.append(Entry(match.group(1), Span(pos, pos + match.end(1)), value, Span(start, start + len(value))))
        pos = end.end() if end else body.end
    return tuple(entries)
