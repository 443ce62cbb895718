"""`doclint compare`: whether a hand-back is better than what it replaces."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from doclint.cli.exits import reports_errors
from doclint.cli.options import about, asked, how, to_output
from doclint.cli.usage import Command
from doclint.reports import complain
from doclint.text.plural import counted

if TYPE_CHECKING:
    from doclint.run import How
    from doclint.workflows.compare.checked import Checked
    from doclint.workflows.compare.side import Side
    from doclint.workflows.compare.verdicts import Verdict


@click.command("compare", cls=Command)
@about
@to_output("terminal", "jsonl", "paths")
@click.option("--fix", is_flag=True, help="Fix what is safe on the pages with new findings; NEW must be on disk.")
@click.option("--max-new-errors", type=click.IntRange(min=0), metavar="N", help="Allow up to N new errors.")
@click.option(
    "--max-new-rate",
    type=click.FloatRange(min=0),
    metavar="P",
    help="Allow new errors up to P percent of the errors in OLD.",
)
@how
@reports_errors
def command(
    paths: tuple[str, ...],
    form: str,
    fix: bool,
    max_new_errors: int | None,
    max_new_rate: float | None,
    how: How,
    **options: Any,
) -> int:
    """Compare two states of the translations, OLD and NEW: what was fixed, what is new.

    Each is REPO@REV, a revision of this repository, a folder, or a file of findings written by `check --format jsonl`.
    Each finding is new, updated (another wrong word in the same place), unchanged, absent (fixed), or source-changed
    (the English changed, so it cannot be compared). The exit code is 1 if there are new errors; with --max-new-errors
    or --max-new-rate, if there are more than that. `--format paths` lists the pages with new findings; `--fix` fixes
    on them what `doclint fix` would, and reports the rest. Tickets of accepted findings that can be closed, or have to
    be reopened, are named.

    \b
    doclint compare main handback --source ../docs.git
    doclint compare before.jsonl after.jsonl --max-new-errors 5
    doclint compare main HEAD --format paths
    doclint compare main HEAD --fix
    """
    from doclint.text.errors import ConfigError
    from doclint.workflows.compare.report import as_lines, as_paths, as_text
    from doclint.workflows.compare.tickets import turned
    from doclint.workflows.compare.verdicts import State, compare, put_back, regressed

    if len(paths) != 2:
        raise ConfigError("compare needs two states of the translations: doclint compare OLD NEW")
    if options["changed_lines"]:
        raise ConfigError("compare checks whole pages on both sides; use --changed-lines with check or fix")
    if fix:
        from doclint.workflows.compare.repair import checked_out

        paths = (paths[0], checked_out(paths[1]))
    old, new, checked, troubles = _sides(paths, how, options)
    verdicts = compare(old, new)
    if fix and checked and (worse := list(regressed(verdicts))):
        troubles += _repaired(checked, worse, is_told=form == "terminal")
        before, new = verdicts, checked.with_pages_anew(worse)
        verdicts = compare(old, new)
        verdicts += put_back(before, verdicts)
    tickets = list(turned(old, new))
    said = {"paths": as_paths, "jsonl": as_lines}.get(form, as_text)
    for line in said(verdicts, tickets):
        click.echo(line.encode("utf-8", "backslashreplace"))
    if form == "terminal" and checked and (known := _decided(checked, verdicts)):
        click.echo(f"{known:>8}  of these were decided before: `doclint fix --remembered` applies that again")
    complain(*troubles)
    if troubles:
        return 3
    if not fix and form == "terminal" and any(regressed(verdicts)):
        click.echo("next: the same command with --fix fixes what is safe on the pages with new findings")
    fresh = sum(it.state is State.NEW and it.record.severity == "error" for it in verdicts)
    errors = sum(one.severity == "error" for one in old.records)
    return int(_is_worse(fresh, errors, max_new_errors, max_new_rate))


def _is_worse(fresh: int, errors: int, most: int | None, rate: float | None) -> bool:
    """Whether there are more new errors than any of the given limits allows; without one, whether there is any."""
    if most is None and rate is None:
        return fresh > 0
    return (most is not None and fresh > most) or (rate is not None and fresh * 100 > rate * errors)


def _decided(new: Checked, verdicts: Iterable[Verdict]) -> int:
    """How many new findings a person once said of what is to stand there. Raises ConfigError."""
    from doclint.workflows.compare.verdicts import State
    from doclint.workflows.fix.replacements import key_of
    from doclint.workflows.fix.start import remembered

    words = remembered(new.plan).words
    fresh = (it.record for it in verdicts if it.state in (State.NEW, State.UPDATED))
    return sum(key_of(one) in words for one in fresh) if words else 0


def _repaired(new: Checked, paths: list[str], *, is_told: bool) -> list[str]:
    """Put back what is safe on these pages; what went wrong."""
    from doclint.workflows.compare.repair import repaired
    from doclint.workflows.fix.report import as_text

    pages = repaired(new, paths)
    for page in pages:
        if is_told:
            click.echo(as_text(page), nl=False)
    complain(*pages.tally.lines("fixed"))
    return pages.tally.unwritten


def _sides(paths: tuple[str, ...], how: How, options: dict[str, Any]) -> tuple[Side, Side, Checked | None, list[str]]:
    """Both sides, the new one as it was checked if it was, and what went wrong in a run."""
    from doclint.workflows.compare.checked import Checked, written

    wanted = asked({"paths": (), **options})
    files = {path: written(path) for path in paths if Path(path).is_file()}
    beside = next(iter(files.values()), None)
    sides: list[Side] = []
    checked: Checked | None = None
    troubles: list[str] = []
    notes: dict[str, None] = {}
    for path in paths:
        if path in files:
            checked = None
            sides.append(files[path])
            continue
        checked = Checked(path, wanted, how, beside=beside)
        sides.append(checked.side)
        notes |= dict.fromkeys(checked.notes)
        missing = checked.summary.source_troubles.most_common()
        notes |= {f"{counted(count, 'page')} of {path} {why}": None for why, count in missing}
        troubles += checked.summary.troubles()
    complain(*notes)
    return sides[0], sides[1], checked, troubles
