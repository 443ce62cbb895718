"""What `check` and `fix` do alike: a plan with its baseline set going, walked through, and its exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from doclint.cli.exits import PRUNE
from doclint.cli.options import planned
from doclint.reports import complain
from doclint.reports.console import progress
from doclint.text.plural import counted

if TYPE_CHECKING:
    from doclint.engine import Finding, Wish
    from doclint.run import Asked, How, Summary
    from doclint.run.before import Before
    from doclint.run.filter.ratchet import Ratchet
    from doclint.run.plan.pages.shard import Shard
    from doclint.run.plan.plan import Plan
    from doclint.run.run import Run
    from doclint.text import Severity
    from doclint.workflows.fix.replacements import Replacements
    from doclint.workflows.fix.write import Written

INCOMPLETE = 3
"""The exit code where a page could not be checked or written."""


class Session(NamedTuple):
    """One call of a command that checks pages or repairs them."""

    plan: Plan
    how: How
    book: Ratchet | None
    """The baseline."""
    given: bytes | None
    """What stands on the only page, whatever the file says."""
    before: Before | None = None
    """What the pages were before a commit, of which only the change is asked."""
    shard: Shard | None = None
    """The part of the run that this is."""
    whole: tuple[Asked, Plan] | None = None
    """Of a part: what the whole run was asked for, and its plan."""

    @classmethod
    def of(
        cls,
        options: dict[str, Any],
        how: How,
        *,
        baseline: str | None,
        stdin_filename: str | None,
        before: Before | None = None,
        shard: Shard | None = None,
    ) -> Session:
        """What the options of `about` ask for, or one part of it; standard input is read where it has a name.

        Raises ConfigError, SourceError.
        """
        from doclint.run.plan.exceptions import ratchet

        wanted, plan = planned(options, stdin_filename)
        book = ratchet(plan, baseline, is_narrowed=wanted.min_confidence is not None or before is not None)
        given = None if stdin_filename is None else sys.stdin.buffer.read()
        if shard is None:
            return cls(plan, how, book, given, before)
        # what only all pages tell is left to those who have all parts
        part = [target for target in plan.targets if shard.holds(target)]
        narrowed = replace(plan, targets=part, is_whole=False, expected=[])
        return cls(narrowed, how, book, given, before, shard, (wanted, plan))

    def check(self) -> Run:
        """The run to iterate. Raises ConfigError."""
        from doclint.run.plan.start import start

        return start(self.plan, self.how, ratchet=self.book, given=self.given, before=self.before)

    def repair(self, wish: Wish, *, is_dry: bool = False, replacements: Replacements | None = None) -> Written:
        """The same for repairs, with what people decided. Raises ConfigError."""
        from doclint.workflows.fix.start import repair

        return repair(
            self.plan,
            wish,
            self.how,
            ratchet=self.book,
            given=self.given,
            is_dry=is_dry,
            replacements=replacements,
        )

    def summed(self, pages: Run | Written, each: Callable[[Any], None], *, quiet: bool = False) -> Summary:
        """All pages handed on, one by one, and counted."""
        from doclint.run import Summary

        summary = Summary.of(self.plan.unread)
        with progress(len(pages.targets), quiet=quiet) as bar:
            for page in pages:
                summary.add(page)
                bar.step_aside()
                each(page)
                bar.advance()
        return summary

    def ended(self, summary: Summary, troubles: Collection[str], fail_on: str | None) -> int:
        """Say what went wrong; the exit code: INCOMPLETE where anything did, 1 for findings from a severity on."""
        return ended(summary, troubles, fail_on or self.plan.config.fail_on)

    def limit(self, fail_on: str | None) -> Severity | None:
        """The severity from which on findings fail the run; None where none does."""
        return limit(fail_on or self.plan.config.fail_on)

    def fails(self, finding: Finding, limit: Severity | None) -> bool:
        """Whether the run fails for a finding."""
        is_unseen = self.book is not None and self.book.is_unseen(finding)
        return reaches(finding, limit) and not is_unseen


def ended(summary: Summary, troubles: Collection[str], fail_on: str | None) -> int:
    """The same for a run that has no session."""
    complain(*troubles)
    return INCOMPLETE if troubles else int(summary.fails(limit(fail_on)))


def limit(fail_on: str | None) -> Severity | None:
    """The severity of an option, which is `error` where none is given; None for `never`."""
    from doclint.text import Severity

    level = fail_on or "error"
    return None if level == "never" else Severity(level)


def reaches(finding: Finding, limit: Severity | None) -> bool:
    """Whether a finding is of that severity or a graver one."""
    return limit is not None and finding.severity.rank <= limit.rank


def strict(summary: Summary, code: int, *, exit_zero: bool) -> int:
    """The exit code where the baseline may list nothing that is fixed."""
    if code == INCOMPLETE or not (fixed := summary.turned("fixed")):
        return code
    complain(PRUNE.format(counted(fixed, "finding")))
    return code if exit_zero else 1


def tell(pages: Written, verb: str) -> None:
    """Say what was put back. Raises ConfigError where nearly no page had the English that was expected."""
    complain(*pages.tally.lines(verb))
    pages.repairs.reckoning.require()
