"""`fix --cause`: the places of one cause, and what a person decided about them."""

from __future__ import annotations

import shlex
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from doclint.reports.console import wants_colour
from doclint.text.errors import ConfigError
from doclint.text.plural import counted

if TYPE_CHECKING:
    from doclint.cli.session import Session
    from doclint.engine import Finding
    from doclint.workflows.fix.replacements import Key, Replacements

MOST = 50
"""Places that are shown."""


def decided(session: Session, cause: str | None, word: str | None, triage: str | None) -> Replacements:
    """What a person says now, or in an audit's verdicts, or said before. Raises ConfigError."""
    from doclint.workflows.fix.replacementfile import exported
    from doclint.workflows.fix.replacements import Replacements, key_of
    from doclint.workflows.fix.start import remembered

    if cause is not None and word is not None:
        return Replacements([(key_of(_named(session, cause)), word)], is_wanted=True, is_alone=True)
    if triage is not None:
        words = list(exported(Path(triage)))
        if not words:
            raise ConfigError(f'{triage}: none of its verdicts has a "repair": enter one in the audit')
        return Replacements(words, is_wanted=True, is_alone=True)
    return remembered(session.plan, is_wanted=True)


def show(session: Session, cause: str) -> int:
    """Print the places of a finding's cause, and how to go on; the exit code. Raises ConfigError."""
    from doclint.engine.packed import Findings
    from doclint.reports.cells import isolated, shown
    from doclint.reports.formats.grouped import Grouped
    from doclint.workflows.fix.replacements import Replacements, key_of

    example = _named(session, cause)
    key = key_of(example)
    able = Replacements([(key, "")])
    columns = shutil.get_terminal_size((100, 24)).columns
    printer = Grouped(sys.stdout, colour=wants_colour(), columns=columns, group="page")
    places, pages, sure = 0, 0, 0
    for page in session.check():
        found = [one for one in page.findings if key_of(one) == key] if _mentions(page.findings.lines, key) else []
        if left := found[: max(MOST - places, 0)]:
            printer.page(replace(page, findings=Findings(left)))
        places, pages = places + len(found), pages + bool(found)
        sure += sum(able.has(one) for one in found)
    if places > MOST:
        click.echo(f"... and {places - MOST} more\n")
    what = isolated(shown(key.found)) if key.found else "nothing"
    click.echo(f"{what} stands in {counted(places, 'place')} on {counted(pages, 'page')}")
    if places > sure:
        click.echo(f"{places - sure} of them cannot be replaced: the text there does not hold the words exactly once")
    if sure:
        is_whole = len(key.expected.split()) == len(key.found.split())
        text = shlex.quote(key.expected) if is_whole else "TEXT"
        click.echo(f"next: add --as {shown(text)} to replace all of them, and --diff to see the changes first")
    return 0


def _mentions(lines: bytes, key: Key) -> bool:
    """Whether findings may be of a cause; a look at each is dearer."""
    from doclint.text.jsonescape import json_line

    return json_line(key.found).encode("utf-8", "backslashreplace") in lines


def _named(session: Session, fingerprint: str) -> Finding:
    """The finding that a fingerprint, or its beginning, means. Raises ConfigError."""
    from doclint.workflows.fix.replacements import key_of

    mark = f'"fingerprint": "{fingerprint.lower()}'.encode()
    found: dict[Key, Finding] = {}
    for page in session.check():
        if mark in page.findings.lines:
            meant = [one for one in page.findings if one.fingerprint.startswith(fingerprint.lower())]
            found |= {key_of(one): one for one in meant}
    if not found:
        raise ConfigError(f'no finding "{fingerprint}": use the paths and options of the check that found it')
    if len(found) > 1:
        causes = ", ".join(f'"{key.found}" in {key.locale or "no language"}' for key in found)
        raise ConfigError(f'"{fingerprint}" fits several, {causes}: name the page, or give more of the fingerprint')
    return next(iter(found.values()))
