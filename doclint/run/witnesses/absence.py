"""Of a part of the English that the translation lacks: was it there when the translation was made?"""

from __future__ import annotations

from itertools import takewhile

from doclint.checks import Problem
from doclint.engine import Says, Testimony
from doclint.pair import Pair
from doclint.run.witnesses.case.said import WITNESS, unknown
from doclint.run.witnesses.trail import Reader
from doclint.sources.git.versions.lineage import Lineage
from doclint.sources.git.versions.log import Version
from doclint.text import Span

OVERLAP = 90 * 86_400
"""Seconds: so long a translator may have worked from an English page that had changed meanwhile."""


def is_absence(problem: Problem) -> bool:
    """Whether a problem is about a whole part that is missing, and not about words."""
    return problem.source is not None and not problem.found and problem.expected is None


def testify(
    problem: Problem, pair: Pair, source: Lineage, target: Lineage | None, read: Reader, *, is_one: bool
) -> Testimony:
    """What the versions of both pages say; `is_one`: both lie on one line of commits."""
    assert pair.source is not None
    place = problem.source_span or Span(0, 0)
    trail = read.trail(pair.source.text, place, source)
    steps = [*trail]
    others = _other_rows(trail.text, pair.source.text)
    versions = [step.version for step in takewhile(lambda step: _first_cell(step.text) not in others, steps)]
    made = _made(source, target) if target else None
    if not versions or made is None:
        return unknown("it is not known when this part or the translation was written")
    came = versions[-1]
    if (trail.ends_early or len(versions) < len(steps)) and _is_after(came, made, is_one=is_one):
        why = f"this part was added to the English with {came.commit[:10]}, after the translation was made"
        return Testimony(WITNESS, Says.CHANGED, why, came.commit)
    if trail.is_complete and came.time <= made.time - OVERLAP:
        why = f"the English had this part before the translation was made with {made.commit[:10]}"
        return Testimony(WITNESS, Says.DAMAGED, why, made.commit)
    return unknown("this part was added to the English at about the time of the translation")


def _made(source: Lineage, target: Lineage) -> Version | None:
    """The first version of the translation that is no copy of the English; None: not known."""
    versions = [version for version in target if version.blob not in source.blobs]
    return versions[-1] if versions and target.is_complete else None


def _other_rows(row: str, page: str) -> set[str]:
    """What the other rows of a page begin with: a new row may read as its neighbour did. Empty where it is no row."""
    own = _first_cell(row)
    return {_first_cell(line) for line in page.splitlines()} - {own, ""} if own else set()


def _first_cell(row: str) -> str:
    """What a row of a table begins with; empty for other lines."""
    line = row.strip()
    return line[1:].partition("|")[0].strip() if line.startswith("|") else ""


def _is_after(came: Version, made: Version, *, is_one: bool) -> bool:
    return came.number > made.number if is_one else came.time > made.time
