"""Puts back what is damaged on one page, looks at the page again, and keeps only what held."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, fields
from typing import Any

from doclint.engine import Finding, Wish
from doclint.engine.route import UNKNOWN
from doclint.layouts import Target
from doclint.run import PageResult
from doclint.run.checker import Checker
from doclint.run.filter.filters import Filters
from doclint.text import Edit, Severity, Span
from doclint.text.errors import UnreadableError
from doclint.text.spans import LINE_END, decode, encode
from doclint.workflows.fix.choose import chosen
from doclint.workflows.fix.edits import Edited, Moves
from doclint.workflows.fix.replacements import DECIDED, Replacements
from doclint.workflows.fix.structure import Structure
from doclint.workflows.fix.verify import edits_of, unheld

MOST_PASSES = 16
"""Of edits that meet, each waits for the next pass; more in a heap than this wait for the next run."""

MOST_LOOKS = 40
"""Times that one page is checked; then what has held so far is all."""

UNHELD = "undone, since the finding was still there"
WAITING = "overlaps another fix: run `doclint fix` again"

Mark = tuple[Span, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Repaired(PageResult):
    """A page after repair; `findings` are those that are left."""

    before: PageResult | None = None
    """As the page was found, before any filter."""
    old: bytes = b""
    """Empty where nothing is to be written."""
    new: bytes | None = None
    """What is to be written; None where nothing is."""
    edits: tuple[Edit, ...] = ()
    """All that changes, in code points of the old text."""
    done: tuple[Finding, ...] = ()
    """What was put back, in the order of the page; of a later pass the places are those of the text it found."""
    reasons: tuple[tuple[Finding, str], ...] = ()
    """Findings that are left, and why."""

    @classmethod
    def of(cls, result: PageResult, **more: Any) -> Repaired:
        """A page's result, with what a repair adds to it."""
        return cls(**{one.name: getattr(result, one.name) for one in fields(PageResult)}, **more)


@dataclass(eq=False)
class Repairer(Checker):
    """Checks a page and works out its repair; writes nothing."""

    wish: Wish = field(default_factory=Wish)
    filters: Filters = field(default_factory=Filters)
    replacements: Replacements = field(default_factory=Replacements)

    def check(self, target: Target, data: bytes | None = None) -> Repaired:
        """The page with all that holds put back."""
        if data is None and not target.is_missing:
            with suppress(UnreadableError):  # the check says so
                data = target.read()
        before = super().check(target, data)
        return self.repaired(target, data, before)

    def repaired(self, target: Target, data: bytes | None, before: PageResult) -> Repaired:
        """The same of a page that was checked already."""
        shown = self._shown(target, before, data)
        if data is None or before.unfinished or not any(not self.obstacle(one) for one in shown.findings):
            return self.left_alone(target, before, data=data)
        return _Repair(self, target, data, before, shown).made()

    def left_alone(
        self, target: Target, before: PageResult, why: str = WAITING, *, data: bytes | None = None
    ) -> Repaired:
        """A page that stays as it is, and why what could be put back is not."""
        shown = self._shown(target, before, data)
        return Repaired.of(shown, before=before, reasons=self.reasons(shown.findings, why))

    def again(self, target: Target, text: str) -> PageResult:
        """What is found on the page with another text."""
        data = encode(text)
        return self._shown(target, super().check(target, data), data)

    def _shown(self, target: Target, result: PageResult, data: bytes | None) -> PageResult:
        """What is asked for of a page's findings, with what a person decided about them."""
        shown = self.filters.apply(target, result)
        return self.replacements.applied(shown, decode(data)) if self.replacements and data is not None else shown

    def obstacle(self, finding: Finding) -> str:
        """Why a finding is not to be put back; empty where it is."""
        if self.replacements.has(finding):
            return "" if self.replacements.is_wanted else DECIDED
        return UNKNOWN if self.replacements.is_alone else self.wish.obstacle(finding)

    def reasons(self, findings: Iterable[Finding], why: str = WAITING) -> tuple[tuple[Finding, str], ...]:
        """Why findings are left that have a fix, of those that are asked for."""
        able = [one for one in findings if one.fix and one.fix.edits]
        able = [one for one in able if self.replacements.has(one)] if self.replacements.is_alone else able
        return tuple((one, self.obstacle(one) or why) for one in able)


class _Repair:
    """The repair of one page under way."""

    def __init__(self, repairer: Repairer, target: Target, data: bytes, before: PageResult, shown: PageResult) -> None:
        self.repairer, self.target, self.data, self.before = repairer, target, data, before
        self.edited = Edited(decode(data))
        self.text = self.edited.first
        self.structure = Structure.of(self.text, target.path)
        self.result = shown
        self.unheld: set[Mark] = set()
        self.done: list[Finding] = []
        self.looks = MOST_LOOKS
        self.has_changed = False
        """Whether fixes were made since those that did not hold were last tried."""

    def made(self) -> Repaired:
        """All that holds, put back."""
        for _ in range(MOST_PASSES):
            is_first_try = not self.unheld
            if self._passed():
                if self._has_lost_its_lines():
                    break
            elif is_first_try or not self.has_changed:
                break
            else:  # what did not hold in a text that is now another may hold: a second run would try it
                self.unheld.clear()
                self.has_changed = False
        left = self.repairer.reasons(self.result.findings)
        left = tuple((one, UNHELD if _mark(one) in self.unheld else why) for one, why in left)
        new = encode(self.text) if self.edited.edits else None
        more = {"new": new, "edits": self.edited.edits, "done": tuple(self.done), "reasons": left}
        return Repaired.of(self.result, before=self.before, old=self.data, **more)

    def _passed(self) -> bool:
        """Put back all that can be together; whether anything held."""
        found = self.result.findings
        able = [one for one in found if not self.repairer.obstacle(one) and _mark(one) not in self.unheld]
        held = self._held(chosen(one for one in able if self._changes(one)))
        self.has_changed |= bool(held)
        self.done += sorted(held, key=lambda one: one.place.span)
        return bool(held)

    def _changes(self, finding: Finding) -> bool:
        return any(edit.span.of(self.text) != edit.text for edit in edits_of([finding]))

    def _held(self, fixes: list[Finding]) -> list[Finding]:
        """Those of the fixes that hold, which are then made; where it cannot be told which, half of them is tried."""
        while fixes and self.looks:
            bad = self._tried(fixes)
            if bad == []:
                return fixes
            if bad is None and len(fixes) > 1:
                middle = len(fixes) // 2
                return self._held(fixes[:middle]) or self._held(fixes[middle:])
            marks = {_mark(one) for one in bad or fixes}
            self.unheld |= marks
            fixes = [one for one in fixes if _mark(one) not in marks]
        return []

    def _tried(self, fixes: list[Finding]) -> list[Finding] | None:
        """Make the fixes if all hold; else those that do not, None where it cannot be told which."""
        self.looks -= 1
        edits = edits_of(fixes)
        edited = self.edited.then(edits)
        text = edited.text
        structure = Structure.of(text, self.target.path)
        if not self.structure.is_kept_by(structure, edits):
            return None
        result = self.repairer.again(self.target, text)
        if result.unfinished or len(result.broken) > len(self.before.broken):
            return None
        moves = Moves(edits)
        bad = unheld(fixes, self.result.findings, result.findings, moves)
        if not bad and _errors(result) > _errors(self.result):
            return None
        if not bad:
            self.edited, self.text, self.structure, self.result = edited, text, structure, result
            self.unheld = {(moves.after(span), rule, texts) for span, rule, texts in self.unheld}
        return bad

    def _has_lost_its_lines(self) -> bool:
        """Whether the lines that are asked for are now others."""
        if self.repairer.filters.lines is None:
            return False
        return any(LINE_END.search(one.text + one.span.of(self.edited.first)) for one in self.edited.edits)


def _errors(result: PageResult) -> int:
    return sum(count.number for count in result.findings.counts if count.severity is Severity.ERROR)


def _mark(finding: Finding) -> Mark:
    """What tells a fix from the others of its page."""
    return finding.place.span, finding.rule, tuple(edit.text for edit in edits_of([finding]))
