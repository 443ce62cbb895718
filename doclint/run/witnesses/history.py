"""The witness that looks at the versions of both pages: what did the English read when the words were written?

| what the versions show | says |
|---|---|
| this part of the English once read as the translation does, and the expected words came later | changed |
| the expected words came into the English after the found ones into the translation | changed |
| the page names its English, and a later version of this part reads as the translation does | changed |
| a version of the translation had the expected words here, and the English has not changed here since | was right |
| the English had the expected words when the found ones were written, and never had these | damaged |
| damage, of a page that has code without a counterpart that no version of the English has (`origin`) | unknown |
| nothing of these, and all versions are here | open |
| nothing of these, and a version that might show it is not here | unknown |

Of words that are gone without others in their place `was right` comes first: whatever the English said before, the
translation had caught up with it. Beside a page that names its English it is asked only where that decides something:
of notes, and of what is told for no other reason.
"""

from __future__ import annotations

from doclint.checks import Problem
from doclint.engine import Says, Testimony
from doclint.pair import Pair
from doclint.run.witnesses import absence
from doclint.run.witnesses.case import right
from doclint.run.witnesses.case.case import Case, Sides
from doclint.run.witnesses.case.changed import came_later, once_read, taken_over
from doclint.run.witnesses.case.damaged import damaged
from doclint.run.witnesses.case.said import unknown
from doclint.run.witnesses.case.when import When, when_written
from doclint.run.witnesses.trail import Reader
from doclint.sources.git.versions.lineage import Later
from doclint.text import Severity, Trust


def testify(problem: Problem, pair: Pair, sides: Sides, read: Reader) -> Testimony:
    """What the versions of both pages say of a problem; where the page names its English, what later ones say."""
    if pair.source is None:
        return unknown("there is no English")
    if problem.is_told_if_right_before and not problem.is_hint and sides.target is None:
        return unknown("no version of the translation is here")
    if pair.trust > Trust.PAIRED and sides.source:
        later = Later(sides.source, pair.source.text)
        said = taken_over(Case(problem, pair, Sides(later, None, False), read))
        is_open = said.says is not Says.CHANGED and (
            problem.is_told_if_right_before or problem.severity is Severity.NOTE
        )
        return (right_before(Case(problem, pair, sides, read)) if is_open else None) or said
    if sides.source and absence.is_absence(problem):
        return absence.testify(problem, pair, sides.source, sides.target, read, is_one=sides.is_one)
    said = testimony(Case(problem, pair, sides, read))
    is_committed = said.says is Says.DAMAGED or (said.says is Says.WAS_RIGHT and said.commit)
    if is_committed and sides.source and read.is_of_other_english(pair, sides.source):
        return unknown("this page has code that no version of the English has")
    return said


def testimony(case: Case) -> Testimony:
    """What the versions say."""
    if not case.english or not case.english.text:
        return unknown("no version of the English is here")
    if not (case.words.expected or case.words.found):
        return unknown("there are no words to look for")
    if case.words.expected and not case.now[0]:
        said = right.was_right(case)  # an anchor is made of what stands in the English
        return said or unknown("the expected words do not stand in the English as they are")
    if case.is_slip and not case.is_hint:
        said = right.was_right(case)  # asked first, since most never were
        if said is None:
            return unknown("the translation never had the expected words here")
        return (once_read(case) if case.words.found else None) or said
    return _regained(case) or once_read(case) or _dated(case, when_written(case))


def right_before(case: Case) -> Testimony | None:
    """Whether the translation had the expected words here beside this English."""
    return right.was_right(case) if case.english and case.words.expected else None


def _regained(case: Case) -> Testimony | None:
    """Of words that are gone, whether the translation had caught up with the English that once lacked them."""
    return None if case.words.found else right.was_right(case)


def _dated(case: Case, when: When | None) -> Testimony:
    """What follows from the time when the found words were written."""
    said = came_later(case, when) or right.was_right(case)
    if said is None and (case.is_slip or case.is_hint):
        return unknown("nobody asks whether this was wrong from the first")
    said = said or damaged(case, when)
    return said._replace(says=Says.OPEN) if said.says is Says.UNKNOWN and _is_whole(case, when) else said


def _is_whole(case: Case, when: When | None) -> bool:
    """Whether every version is here that might show another English than the one that was translated."""
    assert case.english
    lineage = case.english.lineage
    texts = [lineage.text(version) for version in lineage]
    if not lineage.is_complete or lineage.is_brought or None in texts:
        return False
    if when is not None and when.is_known:
        return True
    return all(case.words.expected_in_english(text) >= case.now[0] for text in texts if text is not None)
