"""The part of a run, written as its pages come by, beside whatever else is reported of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from doclint.layouts import Target
from doclint.reports.pages import Pages
from doclint.run import Asked, PageResult, Summary
from doclint.run.filter.ratchet import Ratchet
from doclint.run.pagelocale import locale_of
from doclint.run.plan.pages.shard import Shard
from doclint.run.plan.plan import Plan, make
from doclint.run.run import Run
from doclint.text.errors import ConfigError, SourceError, UnreadableError
from doclint.text.files.whole import whole_file
from doclint.workflows.coverage.table import Cell, cells
from doclint.workflows.parts.jsonlines import LinesWriter
from doclint.workflows.parts.part import End, Head, Writer
from doclint.workflows.parts.record import Page, head_of


class Recorder:
    """A reporter that keeps what the report of the whole run will need."""

    def __init__(self, writer: Writer, run: Run, whole: Plan, shard: Shard, asked: Asked, book: Ratchet | None) -> None:
        """`whole` is the plan of all pages, of which `run` checks those of the shard."""
        self._writer = writer
        self._run = run
        self._targets = iter(run.targets)
        self._whole = whole
        self._shard = shard
        self._asked = asked
        self._book = book
        self._pages = Pages(run.targets, whole.contexts)
        self._is_whole = True

    def page(self, result: PageResult) -> None:
        """Results come in the order of the run's pages; what else is said at its end is worked out anew for a part."""
        if not result.is_page:
            return
        target = next(self._targets)
        findings = result.findings
        self._is_whole &= not (result.unfinished or result.broken or result.trouble)
        if result.unfinished and not result.locale:
            result = replace(result, locale=locale_of(self._whole.contexts[target.context], target))
        digest = ""
        if findings:
            with suppress(UnreadableError):
                digest = digest_of(target.read())
        path = self._pages.in_repository(result.path) if findings else result.path
        self._writer.page(Page(target, result, path, digest, target.tree is not None))

    def end(self, summary: Summary) -> None:
        """Write what only all parts together can tell."""
        whole, book, filters = self._whole, self._book, self._run.filters._replace(is_whole=self._whole.is_whole)
        covered, uncounted = self._coverage()
        self._writer.end(
            End(
                {
                    "pages": summary.pages,
                    "pages_with_findings": summary.pages_with_findings,
                    "findings": summary.findings,
                    "severities": {str(kind): number for kind, number in summary.severities.items()},
                },
                self._is_whole,
                [_packed(one) for one in filters.rest(is_whole=False)],
                [_packed(one) for one in filters.rest(is_whole=True)],
                book.gone_entries(whole.targets) if book and whole.is_whole else [],
                book.trouble if book else "",
                covered,
                uncounted,
            )
        )

    def _coverage(self) -> tuple[list[Cell], str]:
        """What the locales have of the shard's English, or why nobody can say."""
        try:
            plan = make(self._asked._replace(missing=True))
        except SourceError as error:
            return [], str(error)
        return cells(plan, [one for one in plan.targets if self._shard.holds(one)]), ""


@contextmanager
def recording(
    where: str, run: Run, *, whole: Plan, shard: Shard, asked: Asked, book: Ratchet | None
) -> Iterator[Recorder]:
    """The recorder of a part that is there, whole, when the block ends well. Raises ConfigError."""
    file = Path(where)
    try:
        with whole_file(file) as stream:
            yield Recorder(LinesWriter(stream, Head.of(whole, shard, book)), run, whole, shard, asked, book)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ConfigError(f'the part "{where}" cannot be written: {error.strerror}') from None


def digest_of(data: bytes) -> str:
    """What tells a page's bytes from others."""
    return hashlib.blake2b(data, digest_size=8).hexdigest()


def _packed(result: PageResult) -> list[object]:
    """A result at the end of a run as JSON takes it."""
    head = head_of(Page(Target("", "", result.path), result, result.path))
    findings = result.findings
    return [head, findings.lines.decode(), findings.marks.decode() if findings else "[]"]
