"""`doclint check --against`: one translation beside one English text, wherever both come from."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from doclint.cli.options import asked
from doclint.reports import complain
from doclint.reports.console import output_to

if TYPE_CHECKING:
    from doclint.layouts import Target
    from doclint.reports.receiver import Setting
    from doclint.reports.reporter import Reporter

TAKEN = frozenset(
    "against paths config no_config exact locale select ignore min_confidence form group sample seed fail_on quiet "
    "output stdin_filename exit_zero page_timeout jobs no_cache".split()
)
"""The options that mean something for two texts, or do no harm."""

STDIN = "-"


def compared(
    english: str,
    *,
    printer: Callable[[Setting], Reporter] | None,
    fail_on: str | None,
    output: str | None,
    stdin_filename: str | None,
    exit_zero: bool,
    seconds: float,
    **options: Any,
) -> int:
    """Check the one path of the options, or standard input, beside the English; the exit code.

    Without a printer a JSON document is printed. Of a configuration, words, rules and overrides hold; nothing is
    remembered. Raises ConfigError, UnreadableError.
    """
    from doclint.cli.session import limit, reaches
    from doclint.engine import rulebook
    from doclint.reports.document import document
    from doclint.reports.pages import Pages
    from doclint.reports.receiver import Setting
    from doclint.run import Summary
    from doclint.run.checker import Checker
    from doclint.run.plan.plan import configuration
    from doclint.run.texts import texts
    from doclint.sources.text import TextSource

    path = _only(english, options.pop("paths"))
    name = stdin_filename if path == STDIN else path
    wanted, rules = asked({**options, "paths": (name,) if name else ()}), rulebook.load()
    config = configuration(wanted, rules)
    target = _target(name)
    source = TextSource("stdin" if english == STDIN else Path(english).as_posix(), _read(english))
    two = texts(source, target, config=config, rules=rules, locale=wanted.locale, exact=wanted.exact, top=".")
    checker = Checker([rule.id for rule in two.rules], two.contexts, seconds)
    result = two.filters.apply(target, checker.check(target, _read(path)))
    summary = Summary()
    summary.add(result)
    troubles = list(summary.troubles())
    at = limit(fail_on or config.fail_on)
    fails = summary.fails(at)
    with output_to(output):
        if printer is None:
            passed = not fails and not troubles
            sys.stdout.write(document(result, source=source.name, passed=passed, troubles=troubles))
        else:
            pages = Pages([target], two.contexts)
            report = printer(Setting(two.rules, pages, partial(reaches, limit=at)))
            report.page(result)
            report.end(summary)
    complain(*troubles)
    return 3 if troubles else int(fails and not exit_zero)


def _only(english: str, paths: tuple[str, ...]) -> str:
    """The one translation that is named, standard input where none is. Raises ConfigError for what is no such call."""
    from doclint.text.errors import ConfigError

    context = click.get_current_context()
    for option in context.command.params:
        is_said = context.get_parameter_source(option.name or "") is ParameterSource.COMMANDLINE
        if is_said and option.name not in TAKEN:
            raise ConfigError(f"--against compares two texts: leave out {option.opts[0]}")
    if len(paths) > 1:
        raise ConfigError(f"--against compares two texts: name one translation, not {len(paths)}")
    path = paths[0] if paths else STDIN
    if english == path == STDIN:
        raise ConfigError("--against - reads the English from standard input: name a file for the translation")
    if path != STDIN and context.params["stdin_filename"]:
        raise ConfigError("--stdin-filename names standard input: leave out either it or the translation")
    return path


def _target(name: str | None) -> Target:
    """What findings call it: by its way from the working directory, where it lies below that."""
    from doclint.layouts import Target

    if name is None:
        return Target("/", "", "stdin")
    file = Path(os.path.abspath(name))  # noqa: PTH100 (links are not followed)
    here = Path.cwd()
    shown = (file.relative_to(here) if file.is_relative_to(here) else file).as_posix()
    return Target(str(file.parent), shown.removesuffix(file.name), file.name)


def _read(path: str) -> bytes:
    """The bytes of a file, or of standard input. Raises ConfigError."""
    from doclint.page.endings import is_page
    from doclint.text.errors import ConfigError, UnreadableError
    from doclint.text.files.inside import LINK_OUT, leads_out
    from doclint.text.files.page import read_page

    if path == STDIN:
        return sys.stdin.buffer.read()
    if not os.path.lexists(path):
        raise ConfigError(f'no file "{path}"')
    if leads_out(path) and not is_page(str(Path(path).resolve())):
        raise ConfigError(f'"{path}" {LINK_OUT}: name its real place')
    try:
        return read_page(path)
    except UnreadableError as error:
        raise ConfigError(f'"{path}" {error}') from None
