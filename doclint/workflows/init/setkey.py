"""One key put into a configuration file; whatever else stands there, comments and order too, stays as it is."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from doclint.config.place import OTHER, TABLE, shown
from doclint.config.read import text_of
from doclint.text.errors import ConfigError
from doclint.text.files.kept import ended, write_text
from doclint.text.jsonescape import json_line

HEADER = f"[{'.'.join(TABLE)}]"


def set_key(file: Path, key: str, value: str) -> bool:
    """Give a key of `doclint.toml`, or of `[tool.doclint]`, a value, in a file that may be new.

    False where it has one already, which is left. Raises ConfigError where there is no place for it, or no right to
    write there.
    """
    text = text_of(file) if file.exists() else ""
    before = tomllib.loads(text)
    table = before
    for name in TABLE if file.name == OTHER else ():
        table = table.setdefault(name, {})
    if key in table:
        return False
    table[key] = value
    line = f"{key} = {json_line(value)}\n"
    for written in _candidates(text, line, is_table=file.name == OTHER):
        if _is(written, before):
            break
    else:
        raise ConfigError(f"{shown(file)}: no safe place for a new key was found: add {line.strip()} yourself")
    is_crlf = file.exists() and b"\r\n" in file.read_bytes()
    write_text(file, written.replace("\n", "\r\n" if is_crlf else "\n"), named=shown(file))
    return True


def _candidates(text: str, line: str, *, is_table: bool) -> Iterator[str]:
    """The text with the line in each place where it might belong, the likeliest first.

    What begins with a bracket may be a table, or a list that goes on: only a reader of TOML knows.
    """
    rows = text.splitlines(keepends=True)
    for number, row in enumerate(rows):
        if is_table and row.split("#")[0].strip() == HEADER:
            yield "".join([*rows[: number + 1], line, *rows[number + 1 :]])
        elif not is_table and row.lstrip().startswith("["):
            while number and rows[number - 1].lstrip().startswith("#"):
                number -= 1  # the comment belongs to the table
            yield "".join([*rows[:number], line, "\n", *rows[number:]])
    yield f"{ended(text)}\n{HEADER}\n{line}" if is_table else f"{ended(text)}{line}"


def _is(text: str, wanted: dict[str, object]) -> bool:
    try:
        return tomllib.loads(text) == wanted
    except ValueError:
        return False
