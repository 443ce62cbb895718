"""`doclint accept`: findings that are no faults here, outside the pages."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from doclint.cli.exits import reports_errors
from doclint.cli.options import about_but_paths, how, planned
from doclint.cli.usage import Command
from doclint.reports import complain
from doclint.reports.console import progress
from doclint.text.words import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from doclint.engine import Finding, Rule
    from doclint.run import How
    from doclint.run.filter.acceptfile import New
    from doclint.run.filter.judgement import Judgement
    from doclint.run.run import Run

MANY = 50
"""Fingerprints that are looked for sooner in findings than in their bytes."""


@click.command("accept", cls=Command)
@click.argument("fingerprints", nargs=-1, metavar="[FINGERPRINT...]")
@click.option("--reason", metavar="TEXT", help="Why it is accepted; with --from, for entries without a reason.")
@click.option("--by", default="", metavar="NAME", help="Who accepts it.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The last day on which this is valid.")
@click.option("--ticket", default="", metavar="TEXT", help="Ticket in which it is discussed.")
@click.option(
    "--from",
    "triage",
    metavar="FILE",
    help="Verdicts exported from an audit (.json), or its bug list with the vendor's answers (.xlsx, .csv).",
)
@click.option(
    "--path",
    "paths",
    multiple=True,
    metavar="PATH",
    help="Only these pages; needed if several languages have the finding.",
)
@about_but_paths
@how
@reports_errors
def command(
    fingerprints: tuple[str, ...],
    reason: str | None,
    by: str,
    until: datetime | None,
    ticket: str,
    triage: str | None,
    how: How,
    **options: Any,
) -> int:
    """Accept findings: write them into doclint.accept.LOCALE.toml beside the configuration.

    The pages are checked to find them. An entry is valid as long as the same words are in the same place.

    \b
    doclint accept 5e3fa91c09d2b7aa --reason "the depot's own name" --ticket HUB-12
    doclint accept 5e3fa91c09d2b7aa --reason "until the glossary is there" --until 2030-12-31 --path docs/ru
    doclint accept --from verdicts.json --by Ada
    doclint accept --from bugs-ja-JP.xlsx --by vendor
    """
    from doclint.engine import rulebook
    from doclint.run.filter.acceptfile import New, Verdict, entry, file_of
    from doclint.run.plan import start
    from doclint.run.plan.exceptions import home
    from doclint.text.errors import ConfigError

    judged = _judged(fingerprints, reason, until, triage)
    wished, plan = planned(options)
    run = start.start(plan, how)
    complain(*plan.unread)
    folder = Path(plan.config.accept or home(plan.config))
    found = _found(run, judged)
    known = run.filters.acceptance
    files: dict[Path, list[New]] = {}
    allowed: dict[str, None] = {}
    missing: set[str] = set()
    for one in judged:
        meant = one.chosen(found.get(one.fingerprint, ()))
        if len(meant) > 1 and not (wished.paths or one.is_cause):
            locales = ", ".join(sorted(finding.locale or "no language" for finding in meant))
            raise ConfigError(f"{one.fingerprint} is found in {locales}: choose the pages with --path")
        missing |= set() if meant else {f"{'cause' if one.is_cause else 'finding'} {one.fingerprint}"}
        for finding in meant:
            if one.verdict == "false":
                verdict = Verdict(one.reason, by, until.date() if until else None, ticket)
                new = New(one.fingerprint, entry(finding, verdict), known.outdated(finding) if known else ())
                files.setdefault(file_of(folder, finding), []).append(new)
            else:
                allowed |= {_allowed(finding, one.reason): None}
    is_done = _write(files, rulebook.load(plan.packs))
    if allowed:
        click.echo("# house style, for doclint.toml:\n" + "\n".join(allowed), nl=False)
    for name in sorted(missing):
        complain(f"there is no {name}, or it is already accepted")
    return int(bool(missing) or not is_done)


def _judged(
    fingerprints: Iterable[str], reason: str | None, until: datetime | None, triage: str | None
) -> list[Judgement]:
    """What is to be accepted, in the order of fingerprints. Raises ConfigError."""
    from doclint.config.place import shown
    from doclint.run.filter.judgement import Judgement
    from doclint.run.filter.verdicts import read
    from doclint.text.errors import ConfigError

    usual = one_line(reason or "")
    if fingerprints and not usual:
        raise ConfigError("--reason is needed: say why the findings are accepted")
    if until and until.date() < datetime.now(UTC).date():
        raise ConfigError(f"--until {until:%Y-%m-%d} is in the past: name a later day")
    judged = [Judgement(one, "false", usual) for one in dict.fromkeys(fingerprints)]
    judged += [one for one in (read(Path(triage), usual) if triage else ()) if one.verdict != "real"]
    if triage and not judged:
        raise ConfigError(f"{shown(Path(triage))}: nothing to accept: no entry is rejected, false or house style")
    if not judged:
        raise ConfigError("nothing to accept: name fingerprints, or a file of verdicts with --from")
    return sorted(judged, key=lambda one: one.fingerprint)


def _write(files: dict[Path, list[New]], rules: Sequence[Rule]) -> bool:
    """Write the entries of each file and say how many; whether all files took theirs, with the reason where not."""
    from doclint.config.place import shown
    from doclint.run.filter.acceptfile import add
    from doclint.text.errors import ConfigError

    is_done = True
    for file, entries in sorted(files.items()):
        try:
            click.echo(f"{shown(file)}: {add(file, entries, rules)} accepted")
        except ConfigError as error:
            complain(str(error))
            is_done = False
    return is_done


def _found(run: Run, judged: Iterable[Judgement]) -> dict[str, list[Finding]]:
    """The findings by what is judged, fingerprint or cause; of pages that cannot have one no finding is unpacked."""
    from doclint.engine.causes import cause_id, cause_of

    found: dict[str, list[Finding]] = {}
    wanted = {one.fingerprint for one in judged if not one.is_cause}
    causes = {one.fingerprint for one in judged if one.is_cause}
    with progress(len(run.targets)) as bar:
        for result in run:
            lines = result.findings.lines
            if len(wanted) > MANY or any(one.encode() in lines for one in wanted):
                for finding in result.findings:
                    if finding.fingerprint in wanted:
                        found.setdefault(finding.fingerprint, []).append(finding)
            for finding in result.findings.faults if causes else ():
                if (cause := cause_id(cause_of(finding))) in causes:
                    found.setdefault(cause, []).append(finding)
            bar.advance()
    return found


def _allowed(finding: Finding, reason: str) -> str:
    """The `[[allow]]` entry that makes house style of what a finding found."""
    from doclint.run.filter.acceptfile import toml

    said = {"expected": finding.expected or "", "found": finding.found, "locale": finding.locale or ""}
    said["reason"] = reason
    lines = [f"{key} = {toml(' '.join(value.split()))}" for key, value in said.items() if value]
    return "\n".join(["[[allow]]", *lines]) + "\n"
