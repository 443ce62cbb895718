"""Whether the translation was right before: a version of it had the expected words beside this very English."""

from __future__ import annotations

from doclint.engine import Says, Testimony
from doclint.run.witnesses.around import is_translated
from doclint.run.witnesses.case.case import Case
from doclint.run.witnesses.case.said import WITNESS, short
from doclint.run.witnesses.case.when import When, is_before
from doclint.sources.git.versions.log import Version
from doclint.sources.git.versions.recent import Recent
from doclint.text.words import one_line


def was_right(case: Case) -> Testimony | None:
    """Whether a version of the translation had the expected words here, and the English has not changed since."""
    if not case.target or not case.words.expected:
        return None
    now = case.words.in_translation(case.target.text)
    since = ""
    for version, text in case.target:
        expected, found = case.words.in_translation(text)
        if expected > now[0] and (not case.words.found or found < now[1]):
            english = _english_at(case, version)
            if english is None or one_line(english) != one_line(case.text_now):
                return None
            since = "" if isinstance(case.target.lineage.log, Recent) else since  # all are of one change
            if one_line(english) == one_line(text) and not _was_translated(case, version, text, since):
                return None
            until = short(since) if since else "this change"
            why = f'the translation had "{case.words.expected}" here until {until}'
            return Testimony(WITNESS, Says.WAS_RIGHT, why, since)
        since = version.commit
    return None


def _was_translated(case: Case, version: Version, text: str, since: str) -> bool:
    """Whether what reads as the English was left so by a translator, who does not put numbers and marks over."""
    is_number = case.words.expected.isdecimal() and case.words.found.isdecimal()
    is_kept = case.is_slip or is_number or not case.words.found
    return (is_kept or not since) and _is_translated_around(case, version, text)


def _is_translated_around(case: Case, version: Version, text: str) -> bool:
    """Whether the translation was one then where it had this text, which read as the English did."""
    assert case.sides.target
    page = case.sides.target.text(version)
    return (
        page is not None and not case.is_still_english(version) and is_translated(text, page, case.page_now, case.read)
    )


def _english_at(case: Case, version: Version) -> str | None:
    """What the English part read all the time since a version of the translation; None where it changed."""
    when = When(version.number if case.sides.is_one else None, version.time, version.commit, True)
    for english, text in case.versions():
        if one_line(text) != one_line(case.text_now):
            return None
        if is_before(english, when):
            return text
    return None
