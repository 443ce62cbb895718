"""A first `doclint.toml`, written from what is seen in a repository, with comments on what else there is."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from doclint.text.errors import ConfigError
from doclint.text.jsonescape import json_line
from doclint.workflows.init.facts import Facts
from doclint.workflows.init.proposals import Proposal


def document(facts: Facts, learnt: Iterable[Proposal] = ()) -> str:
    """The text of the file: what is known is said, what is not stands there as a comment."""
    one = facts.locales[0] if len(facts.locales) == 1 else None
    lines = [
        "# How doclint checks this repository; `doclint.toml` wins over `[tool.doclint]` in pyproject.toml.",
        "# All keys: docs/configuration.md. Paths are relative to this file.",
        "",
        *([f"# seen: {_seen(facts)}"] if _seen(facts) else []),
        "",
        "# Where the English lies: a folder, a file, a git repository, or { url = ..., rev = ... }.",
        _line("source", facts.source, "../docs"),
        "# How the path of a page leads to its English.",
        _line("layout", facts.layout, "folders"),
        "# The pages' language, where neither their metadata nor their path tells.",
        _line("locale", one, "ru-RU"),
        "# The language of the source.",
        _line("source-locale", facts.source_locale, "en-US"),
        "# Front matter keys that name the source's commit.",
        _line("pin-keys", list(facts.pin_keys), ["source-commit"]),
        "",
        '# exclude = ["includes/"]',
        '# ignore = ["DL101"]',
        '# fail-on = "error"',
        "# Words that stay as they are wherever they stand; glossary names a CSV or TBX file of them.",
        '# protect = ["Contoso"]',
    ]
    return "\n".join([*lines, *entries(learnt)]) + "\n"


def entries(learnt: Iterable[Proposal]) -> list[str]:
    """The lines of `[[allow]]` entries, each under its evidence."""
    lines = []
    for proposal in learnt:
        lines += ["", f"# {_comment(proposal.evidence)}", "[[allow]]"]
        lines += [f"expected = {json_line(proposal.expected)}", f"found = {json_line(proposal.found)}"]
        lines += [f"locale = {json_line(proposal.locale)}", 'reason = "what human translators write"']
    return lines


def _seen(facts: Facts) -> str:
    counted = f"{facts.pages} pages" if facts.pages else ""
    return _comment(", ".join(part for part in (counted, *facts.locales) if part))


def _line(key: str, value: str | list[str] | None, example: str | list[str]) -> str:
    """The key with its value; with an example, as a comment, where there is none."""
    return f"{key} = {_toml(value)}" if value else f"# {key} = {_toml(example)}"


def _toml(value: str | list[str]) -> str:
    return json_line(value) if isinstance(value, str) else f"[{', '.join(map(json_line, value))}]"


def _comment(text: str) -> str:
    """The text fit for a comment: in one line, without control characters."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def write(file: Path, text: str, *, force: bool = False) -> None:
    """Put the text in a file, whole or not at all. Raises ConfigError where there is one already, without `force`."""
    if not force and os.path.lexists(file):
        raise ConfigError(f"{file.as_posix()} already exists: --force overwrites it")
    temporary = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with temporary.open("xb") as stream:
            stream.write(text.encode())
        temporary.replace(file)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise ConfigError(f"{file.as_posix()} cannot be written: {error.strerror}") from None
