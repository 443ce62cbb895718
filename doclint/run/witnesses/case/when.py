"""When the words of a problem came into the translation."""

from __future__ import annotations

from typing import NamedTuple

from doclint.run.witnesses.case.case import Case
from doclint.sources.git.versions.log import Version


class When(NamedTuple):
    """When the found words came into the translation."""

    number: int | None
    """On the line of the English; None: where that is another one, or they are in no commit yet."""
    time: int | None
    """None: now."""
    commit: str
    is_known: bool
    """Whether they did not come earlier."""


def is_before(version: Version, when: When) -> bool:
    """Whether an English version stood when words were written."""
    if when.time is None:
        return True
    return version.number <= when.number if when.number is not None else version.time <= when.time


def when_written(case: Case) -> When | None:
    """When the found words were written; None where no versions of the translation tell."""
    if not case.target or not case.target.text:
        return None
    now = case.words.in_translation(case.target.text)
    written = When(None, None, "", True)
    for version, text in case.target:
        expected, found = case.words.in_translation(text)
        holds = expected <= now[0] and (found >= now[1] if case.words.found else True)
        if not holds or case.is_still_english(version):
            return written
        written = When(version.number if case.sides.is_one else None, version.time, version.commit, True)
    return written._replace(is_known=case.target.is_complete)
