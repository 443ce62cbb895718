"""Checks pages one by one: what a worker does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from doclint.engine import Rule, Witnesses, comments, engine, rulebook
from doclint.engine.making.meta import meta_of
from doclint.engine.packed import Findings
from doclint.engine.packs import NO_PACKS, Packs
from doclint.layouts import Target
from doclint.page.inline.read import unread
from doclint.pair import Presence
from doclint.run.behind import MUTED, gathered
from doclint.run.bounds import passed_over
from doclint.run.context import ALONE, Context
from doclint.run.load import Loader
from doclint.run.summary import PageResult
from doclint.run.witnesses.histories import Histories
from doclint.text.errors import RuleError, SourceError, UnreadableError
from doclint.text.timelimit import OutOfTimeError, said, time_limit

if TYPE_CHECKING:
    from doclint.run.before import Before

OLD = "already there before this change"


@dataclass(eq=False)
class Checker:
    """All that a worker needs to know; pickled once for each."""

    rules: Sequence[str]
    """Ids."""
    contexts: Sequence[Context] = (ALONE,)
    """What holds for the pages, by their number."""
    seconds: float = 60
    """The most that one page may take."""
    packs: Packs = field(default=NO_PACKS, kw_only=True)
    """Where the rules are that doclint does not ship."""
    before: Before | None = field(default=None, kw_only=True)
    """What the pages said before a change, where only what is new is asked for."""

    @cached_property
    def loaded_rules(self) -> list[Rule]:
        """The rules themselves. Raises RuleError."""
        found = [rule for rule in rulebook.load(self.packs) if rule.id in self.rules]
        if len(found) < len(self.rules):
            # where a folder cannot be listed, as with too many files open, Python sees no module in it
            raise RuleError(f"only {len(found)} of {len(self.rules)} rules can be loaded: reinstall doclint")
        return found

    @cached_property
    def _loader(self) -> Loader:
        return Loader(self.contexts, since=self.before.revision if self.before else None)

    def prepare(self, targets: Sequence[Target]) -> None:
        """What is made once for all workers, as far as the first pages tell: the log of a repository."""
        if self.before:
            return
        Histories(self.contexts).prepare([one for one in targets if not self._is_pinned(one)])

    def _is_pinned(self, target: Target) -> bool:
        """Whether a page names its English by itself, so that nobody asks for versions."""
        source = self.contexts[target.context].source
        try:
            return source is None or target.is_missing or source.identity(target.source, target.read()) == "pinned"
        except (UnreadableError, SourceError):
            return True

    def check(self, target: Target, data: bytes | None = None) -> PageResult:
        """Steps 2 to 6 for one page, whose bytes may be known already; they depend on no other page.

        In the main thread of a process, unless time has no limit: elsewhere let `Workers` start one.
        """
        try:
            with time_limit(self.seconds):
                return self._check(target, data)
        except OutOfTimeError:
            return PageResult(target.path, "alone", Findings(), unfinished=said(self.seconds))

    def _check(self, target: Target, data: bytes | None) -> PageResult:
        subject = self._loader.load(target, data)  # 2 pair, 3 load, 4 parse
        findings, broken = engine.check(subject, self.loaded_rules, self.packs)  # 5 align, 6 check
        findings, muted = gathered(findings, subject, self.loaded_rules, lambda: self._loader.reader(target))
        pair = subject.pair
        compared, blocks = pair.coverage
        known = self._known(target) if self.before and findings else frozenset()
        is_orphan = pair.presence in (Presence.ORPHANED, Presence.OWN)
        new = [one for one in findings if one.place_on_page not in known]
        dropped = {comments.SUPPRESSED: pair.suppressed, MUTED: muted, OLD: len(findings) - len(new)}
        result = PageResult(
            path=subject.path,
            trust=str(pair.trust),
            findings=Findings(new),
            locale=pair.locale,
            meta=meta_of(pair.target.front),
            broken=broken,
            trouble=subject.trouble,
            unread=subject.unread,
            is_orphan=is_orphan,
            # the newest English is no part of what a result is remembered by
            is_lasting=subject.is_lasting and (is_orphan or not subject.trouble) and "newest" not in vars(pair),
            compared=compared,
            blocks=blocks,
            dropped={why: number for why, number in dropped.items() if number},
            asked={
                **subject.witnesses.answers,
                **({"links": pair.site.answers} if pair.site and pair.site.answers else {}),
            },
            unplaced=sum(page.unplaced + unread(page) for page in (pair.target, pair.source) if page)
            + passed_over(pair),
        )
        self._loader.let_go(subject)
        return result

    def _known(self, target: Target) -> frozenset[str]:
        """The places of the findings that the page had before; what they mean is not asked."""
        assert self.before
        places: set[str] = set()
        for data in self.before.versions(target):
            then = self._loader.load(target, data)._replace(witnesses=Witnesses())
            places |= {one.place_on_page for one in engine.check(then, self.loaded_rules, self.packs)[0]}
        return frozenset(places)
