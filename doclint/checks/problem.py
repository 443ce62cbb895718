"""What a rule yields: a place, what must stand there, what does, and how to put it back."""

from __future__ import annotations

from typing import NamedTuple

from doclint.page import Code, Html, Segment
from doclint.page.model import Directive
from doclint.text import Confidence, Edit, Severity, Span
from doclint.text.damage import Damage


class Fix(NamedTuple):
    """Edits that belong together, in the target page's text."""

    edits: tuple[Edit, ...]
    is_safe: bool

    @classmethod
    def safe(cls, span: Span, text: str) -> Fix:
        """One edit that cannot change what the page means."""
        return cls((Edit(span, text),), True)

    @classmethod
    def unsafe(cls, span: Span, text: str) -> Fix:
        """One edit that a person should look at."""
        return cls((Edit(span, text),), False)

    @classmethod
    def of(cls, span: Span, text: str, *, is_safe: bool) -> Fix:
        """One edit, safe or not."""
        return cls((Edit(span, text),), is_safe)


Origin = Segment | Code | Html | Directive


class Problem(NamedTuple):
    """One thing that is wrong at one place of the target page."""

    span: Span
    """In the target page's text; empty at the place where something is missing."""
    found: str
    """What stands there, as a reader sees it; empty when it is gone."""
    expected: str | None = None
    """What must stand there, as a reader sees it, without markup."""
    damage: Damage | None = None
    message: str = ""
    """Empty: made from the damage."""
    fix: Fix | None = None
    severity: Severity | None = None
    """None: the rule's."""
    confidence: Confidence = Confidence.HIGH
    evidence: str = ""
    """Why the word is protected."""
    source: Origin | None = None
    """The part of the source page it is about."""
    source_span: Span | None = None
    """The protected word's place in the source page's text."""
    target: Origin | None = None
    """The part of the target page it is in."""
    is_sample: bool = False
    """Whether only an example or a code span says that the word is a name, so that its author may have made it up."""
    breaks_build: bool = False
    """Whether the page is broken by itself, as by an end without its beginning, whatever the English ever said."""
    is_no_english: bool = False
    """Whether no English can have had the found words there: another word than a method before a path."""
    is_hint: bool = False
    """Whether it is told only where history, asked for another problem before, shows that the English changed: people
    choose such words as they like."""
    is_told_if_right_before: bool = False
    """Whether it is told only where history shows that the translation had the expected words, and lost them by a
    change: people write so, too, when they translate, but seldom take right words away. One of low confidence is told
    only where the change touched nothing else there."""

    def by_itself(self) -> Problem:
        """The same of what is wrong whatever the English ever said there, so that no part of it is named."""
        return self._replace(source=None, source_span=None)

    def if_changed_alone(self) -> Problem:
        """The same, told as a warning, and only where a change made it that touched nothing else there."""
        return self._replace(is_told_if_right_before=True, severity=Severity.WARNING, confidence=Confidence.LOW)
