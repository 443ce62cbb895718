"""The command line. Each command imports what it needs, so that starting costs nothing more."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Literal, ParamSpec

import click

from doclint.errors import DoclintError, RuleError
from doclint.version import VERSION

if TYPE_CHECKING:
    from doclint.cache import Cache
    from doclint.rulebook import Rule

P = ParamSpec("P")


def reports_errors(command: Callable[P, int]) -> Callable[P, None]:
    """End with the command's exit code; an error of ours is one line on standard error: code 2, a broken rule 3."""

    @wraps(command)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            code = command(*args, **kwargs)
            sys.stdout.flush()
        except BrokenPipeError:
            # the reader went away (`| head`): keep the interpreter from complaining at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = 0
        except KeyboardInterrupt:
            click.echo("doclint: interrupted", err=True)
            code = 130
        except DoclintError as error:
            complain(str(error))
            code = 3 if isinstance(error, RuleError) else 2
        raise SystemExit(code)

    return guarded


def complain(what: str) -> None:
    """One line on standard error; a name or a page's text in it cannot steer the terminal."""
    from doclint.reports.cells import shown

    click.echo(f"doclint: {shown(what)}", err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="doclint", message="%(prog)s %(version)s")
def main() -> None:
    """Find what translation damaged in documentation: values, names, code, links that must not change.

    \b
    Exit codes: 0 nothing found, 1 findings, 2 the run could not be made, 3 doclint itself broke.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@click.option(
    "--source",
    metavar="FILE|DIR|REPO[@REV]",
    help="The English: a file, a folder of the same paths, a repository.",
)
@click.option("--pin-key", multiple=True, metavar="KEY", help="Front matter that names the source's commit.")
@click.option(
    "--pin",
    type=click.Choice(["metadata", "last-touch"]),
    default="metadata",
    show_default=True,
    help="Which commit pages without one were made from: REV, or the one at the time of their last change.",
)
@click.option("--fetch", is_flag=True, help="First get what a partial clone of the source lacks, over the network.")
@click.option("--locale", metavar="TAG", help="The pages' language, as ru-RU; else their metadata or path tells.")
@click.option("--select", multiple=True, metavar="RULE", help="Only these rules: names, ids, beginnings of ids (DL1).")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not these rules.")
@click.option("--format", "form", type=click.Choice(["terminal", "jsonl"]), default="terminal", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    default="error",
    show_default=True,
    help="Exit with 1 from this severity on.",
)
@click.option("--jobs", "-j", type=click.IntRange(min=1), help="Processes; by default as many as pages and cores bear.")
@click.option(
    "--page-timeout",
    type=click.FloatRange(min=0),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="Leave a page that takes longer; 0 is no limit.",
)
@click.option("--no-cache", is_flag=True, help="Neither use nor keep what was found on unchanged pages.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@reports_errors
def check(
    paths: tuple[str, ...],
    source: str | None,
    pin_key: tuple[str, ...],
    pin: Literal["metadata", "last-touch"],
    fetch: bool,
    locale: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    form: str,
    fail_on: str,
    jobs: int | None,
    page_timeout: float,
    no_cache: bool,
    exit_zero: bool,
) -> int:
    """Check translated pages against their English.

    PATHS are Markdown files and folders. The English stands in the page itself (side by side), or
    where --source says: below a folder at the path relative to the folder argument, for a file
    argument relative to the working directory. In a git repository it is read at the commit that the
    page names, without a checkout; PATHS may be REPO@REV, too. Without it only rules that need no English speak.

    \b
    doclint check docs/ru-RU --source docs/en-US
    doclint check . --source ../docs.git@main
    doclint check page.md --source english.md --format jsonl
    """
    from doclint import rulebook
    from doclint.checker import Checker
    from doclint.discover import discover
    from doclint.errors import ConfigError
    from doclint.locale import normalize
    from doclint.problem import Severity
    from doclint.reports.jsonl import JsonLines
    from doclint.reports.terminal import Terminal
    from doclint.run import Run
    from doclint.sources.choose import open_source
    from doclint.summary import Summary

    tag = normalize(locale) if locale else None
    if locale and not tag:
        raise ConfigError(f'"{locale}" is no locale tag such as ru-RU')
    picked = rulebook.pick(rulebook.load(), select, ignore)
    english = open_source(source, pin_keys=pin_key, pin=pin, targets=paths[0]) if source else None
    checker = Checker([rule.id for rule in picked], english, tag, page_timeout)
    targets = discover(paths)
    cache = None if no_cache or len(targets) < WORTH_A_CACHE else open_cache(picked, f"{pin} {','.join(pin_key)}")
    pages = Run(targets, checker, jobs=jobs, cache=cache)
    if fetch:
        from doclint.fetch import fetch_sources

        complain(f"{fetch_sources(english, pages.targets)} missing objects fetched")
    if form == "jsonl":
        reporter: JsonLines | Terminal = JsonLines(sys.stdout)
    else:
        reporter = Terminal(sys.stdout, colour=wants_colour(), columns=shutil.get_terminal_size((100, 24)).columns)
    summary = Summary()
    with progress(len(pages.targets)) as advance:
        for result in pages:
            summary.add(result)
            reporter.page(result)
            advance()
    reporter.end(summary)
    if form != "terminal":
        for trouble, count in summary.source_troubles.most_common():
            complain(f"{count} {'page' if count == 1 else 'pages'} {trouble}")
    troubles = list(summary.troubles())
    for line in troubles:
        complain(line)
    if troubles:
        return 3
    limit = None if fail_on == "never" or exit_zero else Severity(fail_on)
    return int(summary.fails(limit))


WORTH_A_CACHE = 10
"""Fewer pages are checked sooner than the cache is open."""


def open_cache(rules: list[Rule], config: str) -> Cache:
    """What earlier runs found; where it cannot be used, one line says so."""
    from doclint.cache import Cache, location
    from doclint.judges import digest_of_rules

    cache = Cache.open(location(), digest_of_rules(rules, config))
    if cache.trouble:
        complain(cache.trouble)
    return cache


@contextmanager
def progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error, where that is a terminal and the findings go elsewhere."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda: None
        return
    with click.progressbar(length=total, label="pages", file=sys.stderr) as bar:
        yield lambda: bar.update(1)


@main.command()
@click.argument("rule")
@reports_errors
def explain(rule: str) -> int:
    """Say what RULE (a name or an id) finds, why, and what it leaves alone."""
    from doclint import rulebook
    from doclint.reports.help import explained

    found = rulebook.find(rulebook.load(), rule)
    columns = min(shutil.get_terminal_size((100, 24)).columns, 100)
    click.echo(explained(found, colour=wants_colour(), columns=columns), nl=False, color=wants_colour())
    return 0


@main.command()
@reports_errors
def rules() -> int:
    """List the rules."""
    from doclint import rulebook
    from doclint.reports.help import listed

    click.echo(listed(rulebook.load(), columns=shutil.get_terminal_size((120, 24)).columns), nl=False)
    return 0


def wants_colour() -> bool:
    """Whether standard output gets colour: NO_COLOR and FORCE_COLOR count when they are not empty."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()
