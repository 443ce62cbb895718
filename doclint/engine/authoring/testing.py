"""Holds a rule to its own examples: for our tests, and for teams that write rules of their own.

A team's whole test is `check_examples(rulebook.read(module))`. It fails on a wrong place, a wrong or an unwanted
fix, a problem too few and a problem too many; on a rule that still speaks after its fix, and on one that
finds fault with English laid beside itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from doclint.checks import Bad, Good, Problem
from doclint.checks.example import CLOSE, OPEN
from doclint.engine import engine
from doclint.engine.rulebook import Rule
from doclint.engine.verdict.decide import Judged
from doclint.engine.verdict.testimony import Verdict
from doclint.page import Page
from doclint.page.frontmatter import FrontMatter
from doclint.page.markdown import parse
from doclint.pair import Pair, Presence
from doclint.text import Span, Trust
from doclint.text.errors import UnreadableError
from doclint.text.spans import apply, decode, encode, is_blank


def check_examples(rule: Rule) -> None:
    """Hold the rule to all its examples. Raises AssertionError that names rule, example and difference."""
    for number in range(len(rule.bad)):
        check_bad(rule, number)
    for number in range(len(rule.good)):
        check_good(rule, number)


def check_bad(rule: Rule, number: int) -> None:
    """Hold the rule to one of its BAD examples, counted from 0."""
    case = _Case(rule, rule.bad[number], f"BAD[{number}]")
    case.reports()
    case.fixes()
    case.leaves_source_alone()


def check_good(rule: Rule, number: int) -> None:
    """Hold the rule to one of its GOOD examples, counted from 0."""
    case = _Case(rule, rule.good[number], f"GOOD[{number}]")
    case.is_silent(case.target, "finds fault with it")
    case.leaves_source_alone()


class _Case:
    """One example of one rule, and what the rule says of it."""

    def __init__(self, rule: Rule, example: Bad | Good, name: str) -> None:
        self.rule = rule
        self.example = example
        self.name = name
        self.target = example.unmarked if isinstance(example, Bad) else example.target
        self.trust = Trust.ALONE if example.source is None else example.trust
        if rule.needs > self.trust:
            self.fail(f"the rule needs a {rule.needs} source and is never run on one that is {self.trust}")
        if example.source is not None and self.trust is Trust.ALONE:
            self.fail("it has a source, so its trust cannot be alone")

    def fail(self, what: str, wanted: object = None, got: object = None) -> None:
        lines = [f"{self.rule.id} {self.rule.name}, {self.name}: {what}"]
        if wanted is not None or got is not None:
            lines += [f"  wanted: {wanted!r}", f"  got:    {got!r}"]
        raise AssertionError("\n".join(lines))

    def problems(
        self, target: str | bytes, source: str | None, trust: Trust, presence: Presence = Presence.BOTH
    ) -> list[Judged]:
        """What the rule says, in the order of the page, each with what it means."""
        english = None if source is None else _page(source)
        page = Page("example.md", "", FrontMatter()) if presence is Presence.MISSING else _page(target)
        pair = Pair(page, english, trust, self.example.locale, policy=self.example.policy, presence=presence)
        if (newest := self.example.newest) is not None and target != source:
            pair.load_newest = lambda: _page(newest)
        pair.remarks = self.example.remarks if target == self.target else ()
        try:
            found = engine.judged(self.rule, pair)
        except Exception as error:
            error.add_note(f"{self.rule.id} {self.rule.name}, {self.name}")
            raise
        return sorted(found, key=lambda judged: judged.problem.span)

    def is_silent(self, target: str | bytes, what: str) -> None:
        judged = self.problems(target, self.example.source, self.trust)
        found = [one.problem for one in judged if one.verdict is Verdict.DAMAGED]
        if found:
            self.fail(what, [], _brief(found))

    def reports(self) -> None:
        """The problems stand at exactly the marked places and say what the example expects."""
        example = self.example
        assert isinstance(example, Bad)
        found = [one.problem for one in self.problems(self.target, example.source, self.trust, example.presence)]
        spans = [problem.span for problem in found]
        text, wanted = _page(self.target).text, [Span(0, 0)]
        if isinstance(example.target, str):
            wanted = self.marks(example.target)
        elif not _page(self.target).trouble:
            self.fail("bytes are for a page that cannot be read; this one can")
        if not wanted:
            self.fail(f"nothing is marked with {OPEN} {CLOSE}")
        if spans != wanted:
            self.fail("the rule reports other places than the marked ones", _marked(text, wanted), _marked(text, spans))
        expected = tuple(problem.expected for problem in found)
        if example.expected and expected != example.expected:
            self.fail("the rule expects other words", example.expected, expected)
        for problem in found:
            if not problem.message and (problem.damage is None or problem.expected is None):
                self.fail("a problem has neither a message nor a damage to make one from", got=_brief([problem]))

    def fixes(self) -> None:
        """All fixes together give exactly the fixed text, of which the rule has nothing to say; or there is none."""
        example = self.example
        assert isinstance(example, Bad)
        found = [one.problem for one in self.problems(self.target, example.source, self.trust, example.presence)]
        edits = list(dict.fromkeys(edit for problem in found if problem.fix for edit in problem.fix.edits))
        if example.fixed is None:
            if any(problem.fix for problem in found):
                self.fail("a fix is offered, though the example has no fixed text", got=_brief(found))
            return
        try:
            fixed = apply(_page(self.target).text, edits)
        except ValueError as error:
            self.fail(f"the fixes do not go together: {error}", example.fixed, edits)
            return
        if fixed != example.fixed:
            self.fail("the fixes give another text", example.fixed, fixed)
        self.is_silent(fixed, "the rule still finds fault after its own fix")

    def leaves_source_alone(self) -> None:
        """The English beside itself has nothing wrong with it."""
        source = self.example.source
        for trust in (Trust.PROVEN, Trust.PAIRED):
            if source is not None and self.rule.needs <= trust:
                found = [one.problem for one in self.problems(source, source, trust)]
                if found:
                    self.fail(f"the rule finds fault with the source against itself ({trust})", [], _brief(found))

    def marks(self, target: str) -> list[Span]:
        """The marked spans, in the text without the marks; a mark in a mark is two problems at one place."""
        spans: list[Span] = []
        opened: list[int] = []
        at = 0
        for char in target:
            if char == OPEN:
                opened.append(at)
            elif char == CLOSE and opened:
                spans.append(Span(opened.pop(), at))
            elif char == CLOSE:
                self.fail(f"a {CLOSE} closes nothing")
            else:
                at += 1
        if opened:
            self.fail(f"a {OPEN} is never closed")
        return sorted(spans)


def _page(target: str | bytes) -> Page:
    """The page as a run gets it: one that cannot be read, or holds nothing, has trouble and no text."""
    try:
        text = decode(target if isinstance(target, bytes) else encode(target))
        if is_blank(text):
            raise UnreadableError("the page is empty")
    except UnreadableError as error:
        return Page("example.md", "", FrontMatter(), trouble=str(error))
    return parse(text, "example.md")


def _marked(text: str, spans: Sequence[Span]) -> str:
    """The text with marks around the spans."""
    marks = sorted([(span.start, 1, OPEN) for span in spans] + [(span.end, 2, CLOSE) for span in spans], reverse=True)
    for at, _, mark in marks:
        text = text[:at] + mark + text[at:]
    return text


def _brief(problems: Sequence[Problem]) -> list[tuple[Span, str, str | None, str]]:
    return [
        (problem.span, problem.found, problem.expected, "fix" if problem.fix else problem.message)
        for problem in problems
    ]
