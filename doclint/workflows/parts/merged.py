"""All parts of a run as the run itself: its pages in their order, and what is said when all are through."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from doclint.engine import Finding, Rule
from doclint.engine.packed import Findings
from doclint.run import PageResult, Summary
from doclint.run.expectation import Reckoning
from doclint.run.filter.ratchet import Gone, gone_by_locale
from doclint.text.errors import ConfigError
from doclint.workflows.coverage.table import Cell, Row, rows_of
from doclint.workflows.parts.find import found
from doclint.workflows.parts.part import Head, Part
from doclint.workflows.parts.record import Page, page_of


class Merged:
    """Iterate its pages once; memory holds a page of each part."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts
        self.head: Head = parts[0].head

    @classmethod
    def of(cls, places: Iterable[str]) -> Merged:
        """The run whose parts lie in these files and folders. Raises ConfigError."""
        return cls(found(places))

    def rules(self, known: Sequence[Rule]) -> list[Rule]:
        """The rules that were asked, of those that are known here. Raises ConfigError where one is not."""
        asked = [one for one in known if one.id in self.head.rules]
        lacking = set(self.head.rules) - {one.id for one in asked}
        if lacking:
            raise ConfigError(
                f"the parts were checked by the rule {min(lacking)}, unknown here: name it with --rules DIR"
            )
        return asked

    @property
    def unread(self) -> list[str]:
        """What may hold pages and could not be read."""
        return list(dict.fromkeys(line for part in self.parts for line in part.head.unread))

    def pages(self) -> Iterator[Page]:
        """All pages. Raises ConfigError at the end where nearly none has the English that was expected."""
        expected = self.head.expectations()
        reckoning = Reckoning(expected, self.head.names, is_narrow=self.head.is_narrow)
        for page in heapq.merge(*(part.pages() for part in self.parts), key=lambda page: page.order):
            if page.place.context >= max(len(expected), 1):
                raise ConfigError(f'the part of "{page.result.path}" is damaged: run its shard again')
            reckoning.add(page.place, page.result)
            yield page
        reckoning.require()

    def summed(self, each: Callable[[Page], None], rest: Callable[[PageResult], None]) -> Summary:
        """All pages handed on and counted, then what is said of files of doclint's own. Raises ConfigError."""
        summary = Summary.of(self.unread)
        for page in self.pages():
            summary.add(page.result)
            each(page)
        for result in self._rest():
            summary.add(result)
            rest(result)
        summary.turn(gone_by_locale(self._gone()))
        return summary

    def troubles(self) -> list[str]:
        """What is to be said of the baseline."""
        return list(dict.fromkeys(part.end.baseline_trouble for part in self.parts if part.end.baseline_trouble))

    def coverage(self) -> tuple[list[Row], str]:
        """How much of the English each locale has; none, and why, where a part could not count it."""
        why = next((part.end.uncounted for part in self.parts if part.end.uncounted), "")
        return ([] if why else list(rows_of(Cell(*one) for part in self.parts for one in part.end.coverage))), why

    def _rest(self) -> Iterator[PageResult]:
        """Entries of accepted findings past their day; those without use, where no part met one of theirs."""
        is_whole = self.head.is_whole and all(part.end.is_whole for part in self.parts)
        kinds = [part.end.idle if is_whole else part.end.expired for part in self.parts]
        others = [{_entry(one) for result in map(_unpacked, kind) for one in result.findings} for kind in kinds]
        for result in map(_unpacked, kinds[0]):
            left = [one for one in result.findings if all(_entry(one) in some for some in others)]
            yield replace(result, findings=Findings(left))

    def _gone(self) -> list[Gone]:
        """Entries on pages that no part met."""
        each = [{Gone(*one) for one in part.end.gone} for part in self.parts]
        return sorted(set.intersection(*each))


def _entry(finding: Finding) -> tuple[str, int, str]:
    """What tells one entry of accepted findings from the others."""
    return finding.path, finding.place.start.line, finding.message


def _unpacked(kept: list[Any]) -> PageResult:
    try:
        head, lines, marks = kept
        return page_of(head, lines.encode(), marks.encode()).result
    except (ValueError, TypeError, AttributeError) as error:
        raise ConfigError(f"a part is damaged: {error}") from None
