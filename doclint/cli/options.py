"""Options that several commands share: what a run is about."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce, wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

from doclint.cli.usage import Choice
from doclint.reports import complain

if TYPE_CHECKING:
    from doclint.engine import Rule
    from doclint.run import Asked
    from doclint.run.plan.plan import Plan

F = TypeVar("F", bound=Callable[..., Any])

CONFIDENCE = Choice(["high", "medium", "low"])

RULES = click.option("--rules", multiple=True, metavar="DIR", help="Also run the rules in this folder; runs its code.")

ABOUT = {
    "paths": click.argument("paths", nargs=-1, metavar="[PATHS...]"),
    "since": click.option(
        "--since", metavar="REV", help="Only pages changed since REV, and translations of English pages changed since."
    ),
    "changed_lines": click.option(
        "--changed-lines", metavar="REV", help="Report only findings on lines changed since REV."
    ),
    "missing": click.option("--missing", is_flag=True, help="Also report English pages that have no translation."),
    "source": click.option(
        "--source",
        metavar="FILE|DIR|REPO[@REV]",
        help="Where the English is: a file, a folder with the same paths, or a git repository.",
    ),
    "locale": click.option(
        "--locale", metavar="TAG", help="Language of the pages, such as ru-RU; default: from metadata, layout or path."
    ),
    "exact": click.option(
        "--exact", is_flag=True, help="The pages were translated from exactly this English, as if a digest proved it."
    ),
    "pin": click.option(
        "--pin",
        type=Choice(["metadata", "last-touch"]),
        help="English for pages that name no commit: at REV (metadata), or at the page's own last change (last-touch).",
    ),
    "pin_key": click.option(
        "--pin-key", multiple=True, metavar="KEY", help="Front matter key that names the commit of the English."
    ),
    "allow_alone": click.option(
        "--allow-alone", is_flag=True, help="Continue even if almost no page has the English that was expected."
    ),
    "config": click.option(
        "--config", metavar="FILE", help="Configuration file; default: the nearest doclint.toml, here or above."
    ),
    "no_config": click.option("--no-config", is_flag=True, help="Read no configuration file."),
    "select": click.option(
        "--select", multiple=True, metavar="RULE", help="Run only these rules: names, ids, DL1 for all DL1xx, ALL."
    ),
    "ignore": click.option("--ignore", multiple=True, metavar="RULE", help="Do not run these rules."),
    "rules": RULES,
    "min_confidence": click.option(
        "--min-confidence", type=CONFIDENCE, help="Report only findings that are at least this certain."
    ),
}
"""What a run is about, by the names under which a command gets it."""

FIELDS = {"no_config": "is_bare", "pin_key": "pin_keys"}
"""What `Asked` calls an option, where that is another name."""

WISHED = (
    click.option("--unsafe", is_flag=True, help="Also apply fixes that a person should review."),
    click.option(
        "--human", is_flag=True, help="On pages translated by people, also apply fixes with only one witness."
    ),
    click.option("--known", is_flag=True, help="Also fix findings that the baseline knows."),
    click.option("--diff", is_flag=True, help="Print the fixes as a unified diff, and write nothing."),
)

REPORTED = (
    click.option(
        "--report",
        "reports",
        multiple=True,
        metavar="FORMAT=FILE",
        help="Also write this report; may be given several times.",
    ),
    click.option(
        "--group",
        type=Choice(["auto", "cause", "page", "rule", "none"]),
        default="auto",
        show_default=True,
        help="Terminal only: group findings, or none for a line each; auto: by page up to 50, else by cause.",
    ),
    click.option(
        "--sample",
        type=click.IntRange(min=1),
        metavar="N",
        help="Show N findings at random, spread over rules and causes.",
    ),
    click.option("--seed", type=int, default=0, show_default=True, help="Seed for --sample."),
    click.option(
        "--fail-on",
        type=Choice(["error", "warning", "note", "never"]),
        help="Exit with 1 at this severity or above; default: error.",
    ),
    click.option(
        "--strict-baseline", is_flag=True, help="Also exit with 1 if the baseline lists findings that are fixed."
    ),
    click.option("--statistics", is_flag=True, help="Print only counts by rule and severity."),
    click.option("--quiet", "-q", is_flag=True, help="Print neither report nor progress, only what goes wrong."),
    click.option("--output", metavar="FILE", help="Write the report to this file instead of standard output."),
    click.option("--exit-zero", is_flag=True, help="Exit with 0 even if something is found."),
)

HOW = (
    click.option(
        "--jobs", "-j", type=click.IntRange(min=1), help="Number of processes; default: by number of pages and cores."
    ),
    click.option(
        "--page-timeout",
        type=click.FloatRange(min=0),
        default=60,
        show_default=True,
        metavar="SECONDS",
        help="Skip a page that takes longer; 0: no limit.",
    ),
    click.option("--no-cache", is_flag=True, help="Do not use or store results for unchanged pages."),
)


CLUSTER = click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Check on the workers of a Dask scheduler, as tcp://HOST:8786, or on local:N of this machine.",
)


def about(command: F) -> F:
    """What a run is about: pages, English, rules. The command gets `paths` and the options by their names."""
    return about_only(*ABOUT)(command)


def about_only(*names: str) -> Callable[[F], F]:
    """Of what a run is about only this: what means something to the command."""
    return lambda command: reduce(lambda done, name: ABOUT[name](done), reversed(names), command)


def about_but_paths(command: F) -> F:
    """The same for a command whose arguments are something else: it has to have `paths` of its own."""
    return about_only(*(name for name in ABOUT if name != "paths"))(command)


def how(command: Callable[..., None]) -> Callable[..., None]:
    """How a run is done: processes, time limit, cache. The command gets it as `how`."""

    @wraps(command)
    def told(*, jobs: int | None, page_timeout: float, no_cache: bool, **options: Any) -> None:
        from doclint.run import How

        command(how=How(jobs, page_timeout, is_cached=not no_cache, say=complain), **options)

    return reduce(lambda done, option: option(done), reversed(HOW), told)


def to_output(*formats: str) -> Callable[[F], F]:
    """`--format`, as `form`; the first is the usual one."""
    kinds, help_ = Choice(formats), "Format of standard output."
    return click.option("--format", "form", type=kinds, default=formats[0], show_default=True, help=help_)


def report_options(command: F) -> F:
    """What is reported where, of how much of what was found, and what fails."""
    return reduce(lambda done, option: option(done), reversed(REPORTED), command)


def wished(command: F) -> F:
    """What a repair is to do."""
    return reduce(lambda done, option: option(done), reversed(WISHED), command)


def asked(options: dict[str, Any]) -> Asked:
    """The options of `about`, as many as there are, taken out of a command's options."""
    from doclint.run import Asked
    from doclint.text import Confidence

    given = {FIELDS.get(name, name): options.pop(name) for name in ABOUT if name in options}
    least = given.get("min_confidence")
    given["min_confidence"] = Confidence[least.upper()] if least else None
    return Asked(**given)


def rules_known(folders: tuple[str, ...]) -> list[Rule]:
    """The rules of doclint, of the packs that the configuration of the working directory names, and of folders.

    Raises ConfigError.
    """
    from doclint.run import Asked
    from doclint.run.plan.known import rules_of

    return rules_of(Asked(rules=folders))


def planned(options: dict[str, Any], buffer: str | None = None) -> tuple[Asked, Plan]:
    """What the options ask for, and the plan of it, whose notes are said; `buffer`: where standard input is to stand.

    Raises ConfigError, SourceError.
    """
    from doclint.run.plan.plan import make
    from doclint.text.errors import ConfigError

    wanted = asked(options)
    if buffer is not None:
        wanted = wanted._replace(paths=(buffer,))
    plan = make(wanted)
    if buffer is not None and len(plan.targets) != 1:
        raise ConfigError(f'--stdin-filename: "{buffer}" is not a translated page')
    complain(*plan.notes)
    return wanted, plan
