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
@click.option(
    "--cause",
    metavar="FINGERPRINT",
    help="Show all places with the same damage as this finding; with --as, fix only these.",
)
@click.option("--as", "word", metavar="TEXT", help="The replacement for all places of the --cause.")
@click.option("--from", "triage", metavar="FILE", help="Fix only what verdicts of an audit have a replacement for.")
@click.option("--remembered", is_flag=True, help="Also apply what was decided earlier with --as or --from.")
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
    cause: str | None,
    word: str | None,
    triage: str | None,
    remembered: bool,
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

    Where no fix is safe but one damaged form stands in many places, --cause shows them all, and --as says once what is
    to stand there. It is remembered in .doclint/replacements.toml, and offered where the damage comes back.

    \b
    doclint fix docs/ru-RU --source docs/en-US --diff
    doclint fix docs/ru-RU --source docs/en-US
    doclint fix --changed-lines origin/main
    doclint fix --select heading-identifier-changed --unsafe
    doclint fix --known && doclint baseline prune
    doclint fix --cause 5e3fa91c09d2b7aa
    doclint fix --cause 5e3fa91c09d2b7aa --as 'Bearer {token}' --diff
    doclint fix --stdin-filename docs/ru-RU/page.md < page.md
    """
    from doclint.cli.mending import mended
    from doclint.cli.session import Session
    from doclint.engine import Wish
    from doclint.text.errors import ConfigError

    if sum((cause is not None, triage is not None, remembered)) > 1:
        raise ConfigError("--cause, --from and --remembered each say what is fixed: choose one")
    if word is not None and cause is None:
        raise ConfigError("--as is the replacement for the places of a finding: name the finding with --cause")
    session = Session.of(options, how, baseline=baseline, stdin_filename=stdin_filename)
    wish, replacements = Wish(unsafe, human, known), None
    if cause is not None or triage is not None or remembered:
        from doclint.cli import causes

        if cause is not None and word is None:
            return causes.show(session, cause)
        replacements = causes.decided(session, cause, word, triage)
        wish = wish._replace(known=known or replacements.is_alone)
    return mended(session, wish, form, is_dry=diff, fail_on=fail_on, replacements=replacements)
