"""`doclint fix`: puts the English back where it was damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from doclint.cli.exits import reports_errors
from doclint.cli.options import about, how, to_output, wished

if TYPE_CHECKING:
    from doclint.run import How


@click.command("fix")
@about
@wished
@click.option("--baseline", metavar="FILE", help="Known findings; else the configuration's. See `doclint baseline`.")
@click.option("--stdin-filename", metavar="PATH", help="Print standard input put right, as what stands in PATH.")
@to_output("terminal", "jsonl")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="Exit with 1 where a finding from this severity on is left; default: error.",
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

    Only what `doclint check` would show with the same options is put back, and of that only what is safe: one
    protected word with a witness for its place. Each page is checked again; what did not hold is left as it was.

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
