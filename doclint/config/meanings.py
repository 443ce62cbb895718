"""Strings of a configuration, made into what they mean; what they cannot mean is a ConfigError."""

from __future__ import annotations

import os
import re
from typing import Any

from doclint.config.kinds import Schema, Text, not_a
from doclint.config.model import Glob, LayoutName, SourceName
from doclint.config.place import NAME, At, is_configuration, nearest, quoted
from doclint.engine import rulebook
from doclint.page.endings import is_page
from doclint.pair.columns import Role
from doclint.text import locale as locales
from doclint.text.errors import ConfigError
from doclint.text.files.inside import bounds_of, is_inside, top_of
from doclint.text.words import one_line

URL = re.compile(r"(?:https?|ssh|git|file)://[^\s-]\S*|[\w.-]+@[\w.-]+:[^\s-]\S*", re.ASCII)
"""No `ext::` or other transport that runs a program, nothing that git could read as an option."""
LIKE_URL = re.compile(r"[A-Za-z][\w+.-]*::?//|[A-Za-z]+::|[\w.-]+@[\w.-]+:", re.ASCII)
REVISION = re.compile(r"[^\s\x00-\x1f\x7f-][^\s\x00-\x1f\x7f]*")
PACK = re.compile(r"[A-Za-z0-9][\w.-]*", re.ASCII)
STARS = 4
"""The most stars between two slashes: each multiplies the time that a long name may take."""
LONGEST_PATTERN = 500


def path(value: str, at: At) -> str:
    """Absolute, from the folder of the file."""
    if "\0" in value or "\n" in value:
        raise at.wrong("is not a path")
    return os.path.normpath(os.path.join(at.folder, os.path.expanduser(value)))


def own_path(value: str, at: At) -> str:
    """A path in the repository that the file lies in, in the folder of the file where that lies in none."""
    name = path(value, at)
    if not is_inside(name, bounds_of(at.folder)):
        raise _outside(value, at)
    return name


def own_file(value: str, at: At) -> str:
    """The same, of a file that is there."""
    return _there(own_path(value, at), value, at)


def configuration(value: str, at: At) -> str:
    """A configuration file; one that several repositories share lies outside, and has the name of one."""
    name = path(value, at)
    if not is_configuration(name) and not is_inside(name, bounds_of(at.folder)):
        raise _outside(value, at, f"; a configuration file there must be called {NAME}")
    return _there(name, value, at)


def source(value: str, at: At) -> str:
    """A path that may lie anywhere; a file outside must be a Markdown page, since its text is in the report."""
    name = path(value, at)
    real = os.path.realpath(name)
    if os.path.isfile(real) and not is_page(real) and not is_inside(name, bounds_of(at.folder)):
        raise _outside(value, at, ", to something that is not a Markdown page")
    return name


def source_path(value: str, at: At) -> SourceName:
    """The same as a source; an address is told apart, so that it is not looked for as a folder."""
    if LIKE_URL.match(value):
        raise at.wrong(f"is not a path; write an address as {{ url = {quoted(value)} }}")
    return SourceName(path=source(value, at))


def _there(name: str, value: str, at: At) -> str:
    if not os.path.isfile(name):
        raise at.wrong(f"does not name a file: {quoted(value)}")
    return name


def _outside(value: str, at: At, more: str = "") -> ConfigError:
    where = "the repository" if top_of(at.file.parent) else "the folder of this file, which lies in no repository"
    return at.wrong(f"leads out of {where}: {quoted(value)}{more}")


def url(value: str, at: At) -> str:
    """The address of a git repository, by a transport that only transports."""
    if not URL.fullmatch(value):
        raise at.wrong(f"is not the address of a repository such as https://example.org/docs.git: {quoted(value)}")
    return value


def address(value: str, at: At) -> str:
    """A template of web addresses, with no name that cannot be filled in."""
    unknown = [name for name in re.findall(r"\{(.*?)\}", value) if name not in ("locale", "path", "folder", "name")]
    if unknown:
        raise at.wrong(f"has {{{unknown[0]}}}, but only {{locale}}, {{path}}, {{folder}} and {{name}} are known")
    if not re.match(r"https?://[^\s/]", value):
        raise at.wrong(f"is not a web address: {quoted(value)}")
    return value


def repository(value: str, at: At) -> str:
    """A path or an address."""
    return url(value, at) if LIKE_URL.match(value) else path(value, at)


def revision(value: str, at: At) -> str:
    """A branch, a tag or a commit; nothing that git could read as an option."""
    if not REVISION.fullmatch(value):
        raise at.wrong(f"is not a revision: {quoted(value)}")
    return value


def locale(value: str, at: At) -> str:
    """A tag as BCP 47 writes it."""
    tag = locales.normalize(value)
    if tag is None:
        raise at.wrong(f"has the value {quoted(value)}, which {locales.not_a_tag(value)}")
    return tag


def rules(value: str, at: At) -> tuple[str, ...]:
    """The ids of the rules that a name stands for."""
    try:
        return tuple(sorted(rulebook.named(list(at.rules), [value])))
    except ConfigError as error:
        raise at.wrong(f"names {error}") from None


def rule(value: str, at: At) -> str:
    """The id of one rule."""
    try:
        return rulebook.find(at.rules, value).id
    except ConfigError as error:
        raise at.wrong(f"names {error}") from None


def pack(value: str, at: At) -> str:
    """The name of an installed pack of rules, and no path: a repository brings no rules of its own."""
    if not PACK.fullmatch(value):
        raise at.wrong(f"is not the name of an installed pack: {quoted(value)}; folders are for --rules DIR")
    return value


def glob(value: str, at: At) -> Glob:
    """A pattern as .gitignore has them."""
    parts = value.split("/")
    if any(part.count("*") > STARS for part in parts) or parts.count("**") > STARS:
        raise at.wrong(f'has more than {STARS} stars between two slashes, or more than {STARS} times "**"')
    if len(value) > LONGEST_PATTERN:
        raise at.wrong(f"is longer than {LONGEST_PATTERN} characters")
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    try:
        pattern = GitIgnoreSpecPattern(value)
    except (ValueError, re.error):
        raise at.wrong(f"is not a valid pattern: {quoted(value)}") from None
    if pattern.include is None:
        raise at.wrong(f"is not a valid pattern: {quoted(value)}")
    return Glob(value, os.path.abspath(at.file), at.named)


def phrase(value: str, at: At) -> str:
    """Words in one line, with single spaces."""
    return one_line(value)


def header(value: str, at: At) -> str:
    """A header word as headers are compared."""
    return " ".join(value.casefold().split()).strip(":")


def layout(value: str, at: At) -> LayoutName:
    """A layout by its name alone."""
    if at.layouts is not None and value not in at.layouts:
        raise at.wrong(f"names no layout {quoted(value)}{nearest(value, at.layouts)}")
    return LayoutName(value)


def layout_with(read: dict[str, Any]) -> LayoutName:
    """A layout with its options."""
    name: LayoutName = read.pop("name")
    return LayoutName(name.name, read)


def columns(read: dict[str, tuple[str, ...]], at: At) -> dict[str, Role]:
    """Roles by header word. Raises ConfigError for a word in two roles."""
    roles: dict[str, Role] = {}
    for name, headers in read.items():
        for word in headers:
            if word in roles:
                raise at.of(name).wrong(f'has {quoted(word)}, which is in "{roles[word]}" too')
            roles[word] = Role(name)
    return roles


class Option:
    """What a layout wants to know: a string, true or false, a number, or a list of strings."""

    def read(self, value: object, at: At) -> Any:
        if isinstance(value, bool | int | float):
            return value
        if isinstance(value, list):
            return tuple(Text().read(entry, at.of(index)) for index, entry in enumerate(value))
        if not isinstance(value, str):
            raise not_a(value, "a string, true or false, a number or a list of strings", at)
        return value

    def schema(self) -> Schema:
        return {"anyOf": [{"type": ["string", "boolean", "number"]}, {"type": "array", "items": Text().schema()}]}
