"""`doclint fix`: puts the English back where it was damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from doclint.cli.exits import reports_errors
from doclint.cli.options import about, how, to_output, wished
from doclint.cli.usage import Choice, Command

if TYPE_CHECKING:
    from doclint.run import How


@click.command("fix", cls=Command)
@about
@wished
@click.option(
    "--baseline",
    metavar="FILE",
    help="File of known findings; default: the one in the configuration. See `doclint baseline`.",
)
@click.option("--stdin-filename", metavar="PATH", help="Fix standard input as if it were the file PATH, and print it.")
@to_output("terminal", "jsonl")
@click.option(
    "--fail-on",
    type=Choice(["error", "warning", "note", "never"]),
    help="Exit with 1 if a finding at this severity or above remains; default: error.",
)
@how
@reports_errors
def command(
    unsafe: bool,
    human: bool,
    known: bool,
    baseline: str | None,
    stdin_filename: str | None,
    diff: bool,
    form: str,
    fail_on: str | None,
    how: How,
    **options: Any,
) -> int:
    """Put protected words back where the translation damaged them.

    Only what `doclint check` would report with the same options is fixed, and of that only what is safe: one protected
    word whose place is certain. Each page is checked again, and a fix that did not mend it is taken back.

    \b
    doclint fix docs/ru-RU --source docs/en-US --diff
    doclint fix docs/ru-RU --source docs/en-US
    doclint fix --changed-lines origin/main
    doclint fix --select heading-identifier-changed --unsafe
    doclint fix --known && doclint baseline prune
    doclint fix --stdin-filename docs/ru-RU/page.md < page.md
    """
    from doclint.cli.mending import mended
    from doclint.cli.session import Session
    from doclint.engine import Wish

    session = Session.of(options, how, baseline=baseline, stdin_filename=stdin_filename)
    return mended(session, Wish(unsafe, human, known), form, is_dry=diff, fail_on=fail_on)
