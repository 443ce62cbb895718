"""Why a translation differs from its English: damage, or another version of the English.

Rules say what differs. Here it is decided what that means, from what witnesses say, by the first row that holds:

| # | what holds | verdict |
|---|---|---|
| 1 | the English is proven, named by the page, or stands in it; or the page is broken by itself | damaged |
| 2 | the page's own language tag stands for another one in a sample | allowed |
| 3 | history: this part of the English once read as the translation does | source-changed |
| 4 | before: the translation was right, and a change to it made it wrong | damaged |
| 5 | letters: nobody can have written the found words in English | damaged |
| 6 | lexicon: the expected word is a name on two other English pages, the found one on none | damaged |
| 7 | history: the expected words were there when the found ones were written, or these stand in no version | damaged |
| 8 | else | needs-review |

Rows 4, 6 and 7 need parts that surely belong together; a guessed row gives a note. No more than needs-review is a name
that its author may have made up (`madeup`): no other English page has it, and its spelling might be anybody's. Less
evidence never makes an error: each row but the first two needs a witness that has seen something.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from doclint.checks import Fix, Problem
from doclint.engine.verdict import letters
from doclint.engine.verdict.madeup import is_localized, most_severe
from doclint.engine.verdict.testimony import Says, Testimony, Verdict
from doclint.page import Segment
from doclint.pair import Pair
from doclint.text import Confidence, Severity, Trust


class History(Protocol):
    """The versions of both pages, as far as a repository has them."""

    def testify(self, problem: Problem, pair: Pair) -> Testimony:
        """What the versions say of a problem; a question without an answer is `unknown`, never an error."""
        ...


class Lexicon(Protocol):
    """The words of the whole site, as one page asks for them."""

    @property
    def answers(self) -> Mapping[str, int]:
        """What was asked so far, and what the answer was: what the page's verdicts rest on besides the page."""
        ...

    def is_known(self, name: str) -> bool:
        """Whether another English page, or an API description, has the name."""
        ...

    def testify(self, problem: Problem, pair: Pair) -> Testimony:
        """What they say of a problem; a question without an answer is `unknown`, never an error."""
        ...


class Judged(NamedTuple):
    """A problem with what it means."""

    problem: Problem
    verdict: Verdict
    witnesses: tuple[Testimony, ...] = ()


def judge(
    problems: Iterable[Problem], pair: Pair, history: History | None = None, lexicon: Lexicon | None = None
) -> Iterator[Judged]:
    """Each problem with its verdict, and the severity and fix that it leaves."""
    for problem in problems:
        if pair.trust is not Trust.PAIRED or problem.breaks_build or not is_difference(problem):
            yield Judged(problem, Verdict.DAMAGED)
            continue
        if is_localized(problem):
            continue
        witnesses = tuple(_heard(problem, pair, history, lexicon))
        is_guess = id(problem.target) in pair.guessed
        verdict = decide(witnesses, problem.confidence, is_guess=is_guess)
        most = most_severe(problem, pair, lexicon.is_known if lexicon else _unknown)
        if most is not Severity.NOTE and any(one.says is Says.WAS_RIGHT for one in witnesses):
            most = None
        if any(one.witness == "lexicon" for one in witnesses):
            most = None
        if is_guess:
            most = Severity.NOTE
        if verdict is Verdict.DAMAGED and most:
            verdict = Verdict.NEEDS_REVIEW
        yield Judged(weighed(problem, verdict, witnesses, most), verdict, witnesses)


def _unknown(_name: str) -> bool:
    return False


def is_difference(problem: Problem) -> bool:
    """Whether the problem comes from holding two texts against each other, and not from the translation alone."""
    return problem.source is not None or problem.source_span is not None


def decide(witnesses: Iterable[Testimony], confidence: Confidence, *, is_guess: bool = False) -> Verdict:
    """The verdict by the first row that holds; a row that was only guessed proves nothing."""
    said = {(one.witness, one.says) for one in witnesses}
    if ("history", Says.CHANGED) in said:
        return Verdict.SOURCE_CHANGED
    if is_guess:
        return Verdict.NEEDS_REVIEW
    if (letters.WITNESS, Says.DAMAGED) in said:
        return Verdict.DAMAGED
    others = ("history", Says.WAS_RIGHT), ("lexicon", Says.DAMAGED), ("history", Says.DAMAGED)
    return (
        Verdict.DAMAGED if confidence > Confidence.LOW and any(row in said for row in others) else Verdict.NEEDS_REVIEW
    )


def _heard(problem: Problem, pair: Pair, history: History | None, lexicon: Lexicon | None) -> Iterator[Testimony]:
    """What the witnesses say; one that saw nothing is left out, and the site is asked what the others leave open."""
    problem = _of_the_word(problem)
    heard = [letters.testify(problem)]
    if history:
        heard.append(history.testify(problem, pair))
    if lexicon and decide(heard, problem.confidence) is Verdict.NEEDS_REVIEW:
        heard.append(lexicon.testify(problem, pair))
    return (said for said in heard if said.says is not Says.UNKNOWN)


def _of_the_word(problem: Problem) -> Problem:
    """The problem as witnesses see it: a whole text that only lacks the word is not what became of the word."""
    source, target = problem.source, problem.target
    if not isinstance(source, Segment) or not isinstance(target, Segment):
        return problem
    is_whole = problem.found.strip() == target.plain.strip()
    return problem._replace(found="") if is_whole and source.plain.strip(" .") != problem.expected else problem


def weighed(
    problem: Problem, verdict: Verdict, witnesses: Collection[Testimony], most: Severity | None = None
) -> Problem:
    """The problem with what the verdict leaves of its severity and of its fix, which only versions make safe."""
    is_known = any(one.witness == "history" for one in witnesses)
    fix = problem.fix and Fix(problem.fix.edits, problem.fix.is_safe and verdict is Verdict.DAMAGED and is_known)
    if verdict is Verdict.DAMAGED:
        return problem._replace(fix=fix)
    if verdict is Verdict.SOURCE_CHANGED:
        return problem._replace(severity=Severity.NOTE, fix=None)
    is_seen = problem.confidence is Confidence.HIGH or any(one.says is Says.DAMAGED for one in witnesses)
    most = most or (Severity.WARNING if is_seen else Severity.NOTE)
    return problem._replace(severity=problem.severity if is_milder(problem.severity, most) else most, fix=fix)


def is_milder(severity: Severity | None, most: Severity) -> bool:
    return severity is not None and severity.rank > most.rank
