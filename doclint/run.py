"""The eight steps of a run, in order: read this first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from doclint import engine
from doclint.discover import Target, discover
from doclint.load import load
from doclint.rulebook import Rule
from doclint.sources.source import Source
from doclint.summary import PageResult


def run(
    arguments: Iterable[str], rules: list[Rule], *, source: Source | None = None, locale: str | None = None
) -> Iterator[PageResult]:
    """Check the pages that the arguments name, and say of each what was found, in a fixed order.

    Raises ConfigError before the first page when there is nothing to check, SourceError when
    the source cannot be read.
    """
    targets = discover(arguments)  # 1 discover
    return (check_page(target, rules, source=source, locale=locale) for target in targets)


def check_page(target: Target, rules: list[Rule], *, source: Source | None, locale: str | None) -> PageResult:
    """Steps 2 to 6 for one page; they depend on no other page."""
    subject = load(target, source, locale)  # 2 pair, 3 load, 4 parse
    findings, broken = engine.check(subject, rules)  # 5 align, 6 check
    pair = subject.pair
    return PageResult(
        path=subject.path,
        trust=str(pair.trust),
        findings=findings,
        broken=broken,
        absent=subject.absent,
        is_skewed=pair.source is not None and not pair.fits,
        unplaced=pair.target.unplaced + (pair.source.unplaced if pair.source else 0),
    )
