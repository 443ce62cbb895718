"""What a run found, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from doclint.engine import Route
from doclint.engine.packed import Findings
from doclint.text import Severity
from doclint.text.errors import RuleError
from doclint.text.plural import counted


@dataclass(frozen=True, slots=True)
class PageResult:
    """All that a run says of one page."""

    path: str
    trust: str
    findings: Findings
    locale: str | None = None
    """The language of the page, as its findings name it; None where nothing tells, or the page was not checked."""
    meta: Mapping[str, str] = field(default_factory=dict)
    """What its metadata say of it, as its findings have it."""
    broken: list[RuleError] = field(default_factory=list)
    trouble: str = ""
    """Why the source that was asked for was not to be had, and what was done instead."""
    unread: str = ""
    """What of the source could not be read though it may be there, and why."""
    is_orphan: bool = False
    """Whether the source is there and known to have no such page."""
    compared: int = 0
    """Blocks of the page that were laid beside English ones."""
    blocks: int = 0
    """Blocks of the page, where there is English; the others were not compared."""
    unplaced: int = 0
    """Texts that were left out, whole or in part: too long, or their exact place is unknown."""
    is_lasting: bool = True
    """Whether the same page, source and rules will give the same again; not where a source was not to be had."""
    asked: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """What each witness was asked, and its answers, without which the same page may give something else."""
    unfinished: str = ""
    """Why the page was not checked completely: too slow, or its worker died."""
    dropped: Mapping[str, int] = field(default_factory=dict)
    """Findings that were filtered out, by why."""
    scope: str = ""
    """The target of a workspace that it belongs to."""
    ratchet: Mapping[str, Counter[str]] = field(default_factory=dict)
    """Known, changed, new, unseen and fixed against a baseline, by locale."""
    excused: Mapping[Severity, int] = field(default_factory=dict)
    """So many of the findings fail no run: their rules are new to the baseline."""
    is_page: bool = True
    """Not for a file of doclint's own."""

    @property
    def is_skewed(self) -> bool:
        """Whether most of the page was compared with nothing, so that silence there says nothing."""
        return 2 * self.compared < self.blocks


@dataclass(slots=True)
class Summary:
    """Counts over all pages so far."""

    pages: int = 0
    pages_with_findings: int = 0
    source_troubles: Counter[str] = field(default_factory=Counter)
    """Why sources were not to be had, and what was done instead."""
    unread: Counter[str] = field(default_factory=Counter)
    """What could not be read though it is there, and why, with the pages that were checked without their English."""
    compared: int = 0
    """Blocks that were laid beside English ones."""
    blocks: int = 0
    """Blocks of pages that have English."""
    unplaced: int = 0
    trusts: Counter[str] = field(default_factory=Counter)
    severities: Counter[Severity] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    fixable: int = 0
    routes: Counter[Route] = field(default_factory=Counter)
    """Where the findings are repaired."""
    breaking: int = 0
    """Findings for which a site does not build, or shows a page wrong."""
    broken: list[RuleError] = field(default_factory=list)
    unfinished: list[str] = field(default_factory=list)
    """Pages that were not checked to their end, and why."""
    dropped: Counter[str] = field(default_factory=Counter)
    """Findings that were filtered out, by why."""
    scopes: dict[str, Counter[str]] = field(default_factory=dict)
    """Of a workspace: pages and findings by severity of each target."""
    ratchet: dict[str, Counter[str]] = field(default_factory=dict)
    """Against a baseline: known, changed, new, unseen and fixed, by locale."""
    excused: Counter[Severity] = field(default_factory=Counter)
    """Findings that fail no run."""
    behind: int = 0
    """Notes on English that changed since: no findings of the other counts, they fail no run."""
    pages_behind: int = 0
    """Pages with such notes."""

    @classmethod
    def of(cls, unread: Iterable[str]) -> Summary:
        """Of a run before its first page, whose plan could not read these folders."""
        return cls(unread=Counter(dict.fromkeys(unread, 0)))

    def add(self, result: PageResult) -> None:
        """Count one page."""
        self.pages += result.is_page
        if result.trouble:
            self.source_troubles[result.trouble] += 1
        if result.unread:
            self.unread[result.unread] += 1
        self.compared += result.compared
        self.blocks += result.blocks
        self.unplaced += result.unplaced
        if result.is_page:
            self.trusts[result.trust] += 1
        self.broken += result.broken
        self.unfinished += [f"{result.path} {result.unfinished}"] if result.unfinished else []
        self.pages_with_findings += result.findings.has_faults and result.is_page
        if result.dropped:
            self.dropped.update(result.dropped)
        self.excused.update(result.excused)
        self.turn(result.ratchet)
        behind = sum(count.number for count in result.findings.counts if count.is_behind)
        self.behind += behind
        self.pages_behind += bool(behind)
        counts = [count for count in result.findings.counts if not count.is_behind]
        if result.scope:
            scope = self.scopes.setdefault(result.scope, Counter())
            scope["pages"] += 1
            for count in counts:
                scope[count.severity] += count.number
        for count in counts:
            self.severities[count.severity] += count.number
            self.rules[count.rule] += count.number
            self.routes[count.route] += count.number
            self.breaking += count.number if count.breaks_build else 0
            self.fixable += count.number if count.is_fixable else 0

    def turn(self, ratchet: Mapping[str, Counter[str]]) -> None:
        """Count what a baseline says."""
        for locale, counts in ratchet.items():
            self.ratchet.setdefault(locale, Counter()).update(counts)

    def turned(self, what: str) -> int:
        """How many findings are known, changed, new, unseen or fixed against a baseline."""
        return sum(counts[what] for counts in self.ratchet.values())

    @property
    def findings(self) -> int:
        return self.severities.total()

    def troubles(self) -> Iterator[str]:
        """A line for all that could not be read, each page that was left, and each rule that broke, on how many."""
        yield from self.lost()
        yield from (f"not checked completely: {page}" for page in self.unfinished)
        for rule, count in Counter(error.rule for error in self.broken).items():
            first = next(error for error in self.broken if error.rule == rule)
            more = f" (and on {count - 1} more)" if count > 1 else ""
            yield " ".join(f"{first}{more}".split())

    def lost(self) -> Iterator[str]:
        """A line for all that could not be read though it is there, with what that means for the pages."""
        for what, pages in self.unread.items():
            means = f"{counted(pages, 'page')} checked without English" if pages else "no page in it is checked"
            yield f"{what}; {means}"

    def fails(self, limit: Severity | None) -> bool:
        """Whether there is a finding at least as bad as the limit; None never fails."""
        return limit is not None and any(
            count > self.excused[kind] and kind.rank <= limit.rank for kind, count in self.severities.items()
        )
