"""A baseline made anew from what a run found: what comes in, what stays, what goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from doclint.layouts import Target
from doclint.run.filter.baseline import Baseline, entry_of
from doclint.run.filter.ratchet import Judged, Ratchet
from doclint.run.summary import PageResult
from doclint.sources.git.process import is_installed, run


class Renewal:
    """Collects the pages of a run and gives the files of the baseline as they are to be written."""

    def __init__(self, ratchet: Ratchet, *, take_new: bool, take_unseen: bool, is_whole: bool) -> None:
        self.ratchet = ratchet
        self.take_new = take_new
        self.take_unseen = take_unseen
        self.is_whole = is_whole
        self.counts: dict[str, Counter[str]] = {}
        """What came of the findings, by locale."""
        self._judged: list[Judged] = []

    def add(self, target: Target, result: PageResult) -> None:
        """Count in one page, whose findings all other filters left."""
        findings = list(result.findings) if result.findings.counts else []
        judged = self.ratchet.judge(target, result, findings)
        if judged.new or judged.known or judged.unseen or judged.fixed:
            self._judged.append(judged)

    def empty(self) -> Baseline:
        """A baseline without findings, for the rules of the run."""
        return Baseline(self._head(), frozenset(rule.id for rule in self.ratchet.rules))

    def books(self, targets: Sequence[Target]) -> dict[Path, Baseline]:
        """The files anew; those of pages that were not checked stay as they are."""
        done = {file: self._reopened(book) for file, book in self.ratchet.books.items()}
        for judged in self._judged:
            if judged.book not in done and (judged.new or judged.known):
                done[judged.book] = self.empty()
            self._enter(done[judged.book], judged)
        if self.is_whole:
            for old, page in self.ratchet.gone_pages(targets):
                self._count(old.locales[page], "removed as fixed", len(old.pages[page]))
                for book in done.values():
                    book.pages.pop(page, None)
        for book in done.values():
            book.pages = {page: entries for page, entries in book.pages.items() if entries}
        return done

    def _reopened(self, book: Baseline) -> Baseline:
        rules = self.empty().rules | book.rules if self.take_unseen else book.rules
        # where some pages were not looked at, their old names are still found from the old commit on
        commit = self._head() if self.is_whole else book.commit
        return Baseline(commit, rules, dict(book.pages), dict(book.locales))

    def _enter(self, book: Baseline, judged: Judged) -> None:
        entries = dict(book.pages.pop(judged.before, {}))
        taken = [*(judged.new if self.take_new else ()), *(judged.unseen if self.take_unseen else ())]
        for place in judged.fixed:
            entries.pop(place, None)
        entries |= {one.place_on_page: entry_of(one) for one in (*judged.known, *taken)}
        book.pages[judged.page] = entries
        book.locales[judged.page] = judged.locale
        self._count(judged.locale, "added", len(taken))
        self._count(judged.locale, "still known", len(judged.known))
        self._count(judged.locale, "removed as fixed", len(judged.fixed))
        self._count(judged.locale, "new and not added", len(judged.new) + len(judged.unseen) - len(taken))

    def _count(self, locale: str, what: str, number: int) -> None:
        self.counts.setdefault(locale, Counter())[what] += number

    def _head(self) -> str:
        """The commit of the pages; empty where they lie in no repository."""
        if not is_installed():
            return ""
        answer = run(self.ratchet.nearest, "rev-parse", "--verify", "-q", "HEAD")
        return "" if answer.returncode else answer.stdout.decode("ascii", "replace").strip()
