"""`doclint check`: step by step what a run is asked for, and what it says."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Literal

import click

from doclint.commands.exits import reports_errors
from doclint.reports.console import complain, progress, wants_colour

if TYPE_CHECKING:
    from doclint.cache import Cache
    from doclint.rulebook import Rule


@click.command("check")
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
def command(
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
