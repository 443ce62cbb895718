"""A run held against its baseline: which findings are known, which are new, which of the known are fixed."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar

from doclint.engine import Finding, Rule
from doclint.engine.packed import is_behind
from doclint.layouts import Target
from doclint.run.filter.baseline import UNKNOWN, Baseline, Entries, file_for, is_same_word, rule_of
from doclint.run.summary import PageResult
from doclint.sources.git.changes import changed_since
from doclint.text import Severity, Trust
from doclint.text.errors import ConfigError
from doclint.text.files.inside import top_of

R = TypeVar("R", bound=PageResult)

KNOWN = "known, in the baseline"


class Gone(NamedTuple):
    """A page of a baseline that is no longer there."""

    page: str
    locale: str
    entries: int
    """Of rules that run."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One page against the baseline."""

    page: str
    """As the baseline calls it."""
    before: str
    """As the baseline calls it still; another name where the page was renamed."""
    book: Path
    """The baseline's file that it belongs to."""
    new: list[Finding] = field(default_factory=list)
    unseen: list[Finding] = field(default_factory=list)
    """New ones, of rules that the baseline has never seen."""
    known: list[Finding] = field(default_factory=list)
    changed: int = 0
    """So many of the known where another wrong word stands now."""
    fixed: Entries = field(default_factory=dict)
    locale: str = UNKNOWN


OURS = ".doclint"
"""The folder that holds what doclint writes for a team."""


@dataclass(eq=False)
class Ratchet:
    """The baseline of a run."""

    books: Mapping[Path, Baseline]
    """By file."""
    pattern: str
    """The file, or with `{locale}` the files, absolute."""
    rules: Sequence[Rule]
    """Those that run."""
    is_narrowed: bool = False
    """Whether findings may be left out for another reason than that they are fixed."""

    def __post_init__(self) -> None:
        folder = Path(self.pattern).parent
        self.folder = str(folder.parent if folder.name == OURS else folder)
        """Where the paths of pages begin: the file's folder, or the one around ours."""
        self._needs = {rule.id: rule.needs for rule in self.rules}
        self._followed: set[str] = set()
        """Old names of pages that were met under new ones."""
        self._prefixes: dict[str, str] = {}
        self.trouble = ""
        """Why renamed pages cannot be found, once it was tried."""

    @property
    def nearest(self) -> Path:
        """The folder of the baseline, or the nearest above it that is there: one with `{locale}` in its name is not."""
        folder = Path(self.folder)
        return next((one for one in (folder, *folder.parents) if one.is_dir()), folder)

    def page(self, target: Target) -> str:
        """What the baseline calls a page: its path from `folder`, of a commit its path there."""
        if target.tree is not None:
            return target.relative
        if target.folder not in self._prefixes:
            prefix = os.path.relpath(target.folder, self.folder).replace(os.sep, "/")
            self._prefixes[target.folder] = "" if prefix == "." else f"{prefix}/"
        return self._prefixes[target.folder] + target.relative

    def judge(self, target: Target, result: PageResult, findings: Sequence[Finding]) -> Judged:
        """What is new, known and fixed of a page's findings after all other filters."""
        page = self.page(target)
        locale = next((one.locale for one in findings if one.locale), None)
        before, file = self._where(page, locale, target, is_asked=bool(findings))
        book = self.books.get(file)
        entries = book.pages.get(before, {}) if book else {}
        tag = locale or (book and book.locales.get(before)) or target.locale or UNKNOWN
        done = Judged(page, before, file, locale=tag)
        places = set()
        changed = 0
        for finding in findings:
            place = finding.place_on_page
            places.add(place)
            if is_behind(finding):
                continue
            if place in entries:
                done.known.append(finding)
                changed += not is_same_word(entries[place], finding)
            elif self.is_unseen(finding):
                done.unseen.append(finding)
            else:
                done.new.append(finding)
        if not (result.unfinished or result.broken or result.trouble or result.is_skewed):
            trust = Trust[result.trust.upper()]
            left = {place: entry for place, entry in entries.items() if place not in places}
            done.fixed.update({place: entry for place, entry in left.items() if self._speaks(rule_of(entry), trust)})
        return replace(done, changed=changed)

    def apply(self, target: Target, result: R, findings: Sequence[Finding]) -> tuple[R, Sequence[Finding]]:
        """The result with the counts, and the findings that are not known.

        Those of a rule that the baseline has never seen are warnings at most.
        """
        judged = self.judge(target, result, findings)
        known, unseen = ({id(one) for one in some} for some in (judged.known, judged.unseen))
        left = [_softened(one) if id(one) in unseen else one for one in findings if id(one) not in known]
        dropped = {**result.dropped, KNOWN: result.dropped.get(KNOWN, 0) + len(known)}
        return replace(result, dropped=dropped, ratchet=tally(judged)), left

    def follow(self, target: Target, result: PageResult) -> None:
        """Note the name that the baseline has for a page which another process judged."""
        if result.ratchet:
            self._where(self.page(target), None, target, is_asked=True)

    def excused(self, findings: Iterable[Finding]) -> Counter[Severity]:
        """How many of the findings that are left fail no run, since the baseline has never seen their rules."""
        return Counter(one.severity for one in findings if self.is_unseen(one))

    def is_unseen(self, finding: Finding) -> bool:
        """Whether the baseline has never seen a finding's rule, so that it fails no run."""
        book = self.books.get(file_for(self.pattern, finding.locale))
        return book is not None and finding.code not in book.rules

    def _speaks(self, rule: str, trust: Trust) -> bool:
        return not self.is_narrowed and rule in self._needs and self._needs[rule] <= trust

    def _where(self, page: str, locale: str | None, target: Target, *, is_asked: bool) -> tuple[str, Path]:
        """What the baseline calls a page now, and in which file it stands, or would."""
        names = [page]
        if is_asked and target.tree is None and not any(page in book.pages for book in self.books.values()):
            names += [self._renamed[page]] if page in self._renamed else []
        for name in names:
            for file, book in self.books.items():
                if name in book.pages:
                    self._followed |= {name} - {page}
                    return name, file
        return page, file_for(self.pattern, locale or target.locale)

    @cached_property
    def _renamed(self) -> Mapping[str, str]:
        """New path -> old path since the baseline was written; asked for when a page is not in it."""
        found: dict[str, str] = {}
        if self.books and not any(book.commit for book in self.books.values()):
            self.trouble = "renamed pages are not found in the baseline: it was written where there was no commit"
        top = top_of(self.nearest) or self.nearest
        before = os.path.relpath(top, self.folder)
        for commit in sorted({book.commit for book in self.books.values() if book.commit}):
            try:
                renamed = changed_since(top, commit).renamed
                found |= {_joined(before, new): _joined(before, old) for new, old in renamed.items()}
            except ConfigError as error:
                self.trouble = f"renamed pages are not found in the baseline: {error}"
        return found

    def gone(self, targets: Sequence[Target]) -> dict[str, Counter[str]]:
        """Of a run over everything: entries on pages that are no longer there, by locale."""
        return gone_by_locale(self.gone_entries(targets))

    def gone_entries(self, targets: Sequence[Target]) -> list[Gone]:
        """The same page by page."""
        return [
            Gone(page, book.locales[page], sum(rule_of(entry) in self._needs for entry in book.pages[page].values()))
            for book, page in (() if self.is_narrowed else self.gone_pages(targets))
        ]

    def gone_pages(self, targets: Sequence[Target]) -> Iterator[tuple[Baseline, str]]:
        """Pages of the baseline that are no longer there under any name; those of other languages are."""
        there = {self.page(target) for target in targets}
        is_commit = any(target.tree is not None for target in targets)
        for book in self.books.values():
            for page in book.pages.keys() - there - self._followed:
                if is_commit or not Path(_joined(self.folder, page)).exists():
                    yield book, page


def gone_by_locale(entries: Iterable[Gone]) -> dict[str, Counter[str]]:
    """The numbers of entries, as a page's `ratchet` counts them."""
    counts: dict[str, Counter[str]] = {}
    for one in entries:
        counts.setdefault(one.locale, Counter())["fixed"] += one.entries
    return counts


def _joined(folder: str, path: str) -> str:
    return os.path.normpath(Path(folder, path)).replace(os.sep, "/")


def tally(judged: Judged) -> dict[str, Counter[str]]:
    """The counts of a page, by locale."""
    counts = Counter(
        known=len(judged.known),
        changed=judged.changed,
        new=len(judged.new),
        unseen=len(judged.unseen),
        fixed=len(judged.fixed),
    )
    return {judged.locale: +counts} if +counts else {}


def _softened(finding: Finding) -> Finding:
    return finding._replace(severity=Severity.WARNING) if finding.severity is Severity.ERROR else finding
