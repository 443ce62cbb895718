"""How grave a problem is after its verdict, and whether its fix stays safe."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from doclint.checks import Fix, Problem
from doclint.checks.samples.prose import is_prose
from doclint.engine.verdict import letters
from doclint.engine.verdict.testimony import Says, Testimony, Verdict, is_alone, is_of_this_change, is_said
from doclint.page import Code, Segment
from doclint.text import Confidence, Severity
from doclint.text.damage import Damage


def weighed(
    problem: Problem,
    verdict: Verdict,
    witnesses: Iterable[Testimony],
    *,
    most: Severity | None = None,
) -> Problem:
    """The problem with what the verdict leaves of its severity and of its fix.

    Only versions make a fix safe, and of what may be but a difference only that it was right before.
    """
    witnesses = list(witnesses)
    is_known = any(one.witness == "history" for one in witnesses)
    is_plain = problem.severity in (None, Severity.ERROR) or is_said(witnesses, Says.WAS_RIGHT)
    is_safe = verdict is Verdict.DAMAGED and is_known and is_plain
    fix = problem.fix and Fix(problem.fix.edits, problem.fix.is_safe and is_safe)
    if verdict is Verdict.DAMAGED:
        severity = None if _is_undone(problem, witnesses) else grave(problem, witnesses)
        return problem._replace(fix=fix, severity=severity)
    if verdict is Verdict.SOURCE_CHANGED:
        return problem._replace(severity=Severity.NOTE, fix=None)
    is_seen = problem.confidence is Confidence.HIGH or any(
        one.says in (Says.DAMAGED, Says.STRANGE, Says.WAS_RIGHT) for one in witnesses
    )
    most = (most or Severity.WARNING) if is_seen else Severity.NOTE
    is_milder = problem.severity is not None and problem.severity.rank > most.rank
    return problem._replace(severity=problem.severity if is_milder else most, fix=fix)


def grave(problem: Problem, witnesses: Iterable[Testimony]) -> Severity | None:
    """How grave damage is: what people also do when they translate they seldom do to words that were right."""
    witnesses = list(witnesses)
    is_free = problem.damage is Damage.SPACED or (_is_said_otherwise(problem) and not is_alone(witnesses))
    is_raised = problem.severity is Severity.NOTE and is_said(witnesses, Says.WAS_RIGHT) and not is_free
    return Severity.WARNING if is_raised else problem.severity


def _is_said_otherwise(problem: Problem) -> bool:
    """Whether a plain word in code is gone, for which a language has one of its own."""
    expected, place = problem.expected or "", problem.source_span
    if problem.found or not expected.islower() or not expected.isalpha() or not isinstance(problem.source, Segment):
        return False
    return place is not None and problem.source.page.text[place.start - 1 : place.start] == "`"


def _is_undone(problem: Problem, witnesses: Sequence[Testimony]) -> bool:
    """Whether a change made another name of one that stood there: then it does not matter whose sample it is.

    Quantities, and spaces, may be written as the language has them, and labels are translated when the product is. Of
    the change that is checked no doubt is left where the letters show it, nor of a number in code, nor of what an
    example has that nobody made up.
    """
    expected, found = problem.expected or "", problem.found
    if not found or problem.confidence is not Confidence.HIGH:
        return False
    is_machines = isinstance(problem.target, Code) and not problem.is_sample
    is_plain = is_machines or is_said(witnesses, Says.DAMAGED, letters.WITNESS) or is_other_number(problem)
    if is_of_this_change(witnesses) and is_plain:
        return True
    if not problem.is_sample or problem.damage is Damage.SPACED or not is_said(witnesses, Says.WAS_RIGHT):
        return False
    is_anew = found.isascii() and len(found.split()) > 1  # code that was written anew is no other name
    return not is_anew and not expected[:1].isdigit() and not is_prose(expected)


def is_other_number(problem: Problem) -> bool:
    """Whether a number in code became another one."""
    expected, found = problem.expected or "", problem.found
    is_number = isinstance(problem.target, Code) and expected.isdecimal() and found.isdecimal()
    return is_number and int(expected) != int(found)
