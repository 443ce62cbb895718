"""`doclint advise` from its options to the advice for each page: read this first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from doclint.config import Config, Syntax
from doclint.run import Asked, How
from doclint.run.plan import start
from doclint.run.plan.known import rules_of
from doclint.run.plan.plan import configuration, make
from doclint.text.errors import ConfigError, UnreadableError
from doclint.text.files.page import read_page
from doclint.text.files.whole import write_whole
from doclint.workflows.advise import damage, englishpaths
from doclint.workflows.advise.advice import PageAdvice, Totals
from doclint.workflows.advise.damage import Known


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that is advised."""

    pages: list[PageAdvice]
    totals: Totals
    wordless: int = 0
    """Findings not about a single word."""
    is_of_pages: bool = False
    """Whether the writer of some pages asks, who wants to know each place."""


def gather(
    asked: Asked, how: How, *, head: str | None, syntax: Syntax | None, findings: Sequence[str] = ()
) -> Gathered:
    """The advice for the English that the options mean. Raises ConfigError, SourceError."""
    config = configuration(asked, rules_of(asked))
    if findings and asked.paths:
        return _of_pages(englishpaths.pages_named(asked, config, syntax, damage.totals_of(findings)))
    if findings:
        newest = damage.named_head(asked, config, head)
        if newest is None:
            raise ConfigError("name the newest English with --head, or name English pages")
        return _of_known(damage.from_findings(findings, newest), config, syntax)
    plan = make(asked)
    if englishpaths.are_english(asked) and not englishpaths.have_source(plan):
        return _of_pages(englishpaths.pages_named(asked, config, syntax, None))
    for note in plan.notes:
        how.say(note)
    run = start.start(plan, how)
    newest = damage.named_head(asked, config, head) if head else None
    found = damage.from_run(plan, run, asked, newest, how.say)
    if found.without_head:
        how.say(f"{found.without_head} findings on pages whose English was not found elsewhere: name it with --head")
    return _of_known(found, config, syntax, is_of_pages=englishpaths.are_sources(plan, asked))


def _of_pages(pages: Iterable[PageAdvice]) -> Gathered:
    found = list(pages)
    return Gathered(found, _totals(found), is_of_pages=True)


def _of_known(found: Known, config: Config, syntax: Syntax | None, *, is_of_pages: bool = False) -> Gathered:
    pages = list(found.pages(config, syntax))
    return Gathered(pages, _totals(pages), found.words.wordless, is_of_pages)


def _totals(pages: Iterable[PageAdvice]) -> Totals:
    totals = Totals()
    for page in pages:
        totals.add(page)
    return totals


def write(page: PageAdvice) -> None:
    """Write a patched page, whole. Raises ConfigError where it cannot be, or is another by now."""
    if page.file is None:
        raise ConfigError(f"{page.path}: is in a commit: name a working tree with --head")
    try:
        if read_page(page.file) != page.before:
            raise ConfigError(f"{page.path}: has changed since it was read")
        write_whole(page.file, page.after)
    except UnreadableError as error:
        raise ConfigError(f"{page.path}: {error}") from None
    except OSError as error:
        raise ConfigError(f"{page.path}: cannot be written: {error.strerror}") from None
