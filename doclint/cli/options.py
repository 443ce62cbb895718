"""Options that several commands share: what a run is about."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce, wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

from doclint.reports import complain

if TYPE_CHECKING:
    from doclint.engine import Rule
    from doclint.run import Asked
    from doclint.run.plan.plan import Plan

F = TypeVar("F", bound=Callable[..., Any])

CONFIDENCE = click.Choice(["high", "medium", "low"])

RULES = click.option("--rules", multiple=True, metavar="DIR", help="Also the rules in this folder: its code is run.")

ABOUT = (
    click.argument("paths", nargs=-1, metavar="[PATHS...]"),
    click.option("--config", metavar="FILE", help="The configuration; else the nearest doclint.toml upwards."),
    click.option("--no-config", is_flag=True, help="Read no configuration."),
    click.option(
        "--source",
        metavar="FILE|DIR|REPO[@REV]",
        help="The English: a file, a folder of the same paths, a repository.",
    ),
    click.option("--pin-key", multiple=True, metavar="KEY", help="Front matter that names the source's commit."),
    click.option(
        "--pin",
        type=click.Choice(["metadata", "last-touch"]),
        help="Which commit pages without one were made from: REV, or the one at the time of their last change.",
    ),
    click.option("--exact", is_flag=True, help="The pages were made from this very English, as if a digest proved it."),
    click.option("--locale", metavar="TAG", help="The pages' language, as ru-RU; else metadata, layout or path tells."),
    click.option("--select", multiple=True, metavar="RULE", help="Only these rules: names, ids, DL1 for DL1xx, ALL."),
    click.option("--ignore", multiple=True, metavar="RULE", help="Not these rules."),
    RULES,
    click.option("--min-confidence", type=CONFIDENCE, help="Only findings at least so sure."),
    click.option("--allow-alone", is_flag=True, help="Go on where nearly no page has the English that was expected."),
    click.option("--missing", is_flag=True, help="Also source pages that have no translation."),
    click.option("--since", metavar="REV", help="Only pages changed since REV, and translations of changed sources."),
    click.option("--changed-lines", metavar="REV", help="Only findings on lines that changed since REV."),
)

WISHED = (
    click.option("--unsafe", is_flag=True, help="Put back also what a person should look at."),
    click.option("--human", is_flag=True, help="On pages that a person translated, put back also with one witness."),
    click.option("--known", is_flag=True, help="Put back also what the baseline knows; else that is left as it is."),
    click.option("--diff", is_flag=True, help="Print what would be put back as a unified diff, and write nothing."),
)

HOW = (
    click.option(
        "--jobs", "-j", type=click.IntRange(min=1), help="Processes; by default as many as pages and cores bear."
    ),
    click.option(
        "--page-timeout",
        type=click.FloatRange(min=0),
        default=60,
        show_default=True,
        metavar="SECONDS",
        help="Leave a page that takes longer; 0 is no limit.",
    ),
    click.option("--no-cache", is_flag=True, help="Neither use nor keep what was found on unchanged pages."),
)


def about(command: F) -> F:
    """What a run is about: pages, English, rules. The command gets `paths` and the options by their names."""
    return reduce(lambda done, option: option(done), reversed(ABOUT), command)


def about_but_paths(command: F) -> F:
    """The same for a command whose arguments are something else: it has to have `paths` of its own."""
    return reduce(lambda done, option: option(done), reversed(ABOUT[1:]), command)


def how(command: Callable[..., None]) -> Callable[..., None]:
    """How a run is done: processes, time limit, cache. The command gets it as `how`."""

    @wraps(command)
    def told(*, jobs: int | None, page_timeout: float, no_cache: bool, **options: Any) -> None:
        from doclint.run import How

        command(how=How(jobs, page_timeout, is_cached=not no_cache, say=complain), **options)

    return reduce(lambda done, option: option(done), reversed(HOW), told)


def to_output(*formats: str) -> Callable[[F], F]:
    """`--format`, as `form`; the first is the usual one."""
    kinds, help_ = click.Choice(formats), "What goes to standard output."
    return click.option("--format", "form", type=kinds, default=formats[0], show_default=True, help=help_)


def wished(command: F) -> F:
    """What a repair is to do."""
    return reduce(lambda done, option: option(done), reversed(WISHED), command)


def asked(options: dict[str, Any]) -> Asked:
    """The options of `about`, taken out of a command's options."""
    from doclint.run import Asked
    from doclint.text import Confidence

    least = options.pop("min_confidence")
    return Asked(
        paths=options.pop("paths"),
        config=options.pop("config"),
        is_bare=options.pop("no_config"),
        source=options.pop("source"),
        pin=options.pop("pin"),
        pin_keys=options.pop("pin_key"),
        exact=options.pop("exact"),
        locale=options.pop("locale"),
        select=options.pop("select"),
        ignore=options.pop("ignore"),
        rules=options.pop("rules"),
        min_confidence=Confidence[least.upper()] if least else None,
        allow_alone=options.pop("allow_alone"),
        missing=options.pop("missing"),
        since=options.pop("since"),
        changed_lines=options.pop("changed_lines"),
    )


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
        raise ConfigError(f'--stdin-filename: "{buffer}" is no translated page')
    complain(*plan.notes)
    return wanted, plan
