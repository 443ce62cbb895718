"""Whether the English changed: it once read as the translation does, or reads so later, or got the words later."""

from __future__ import annotations

from doclint.engine import Says, Testimony
from doclint.run.witnesses.case.case import Case
from doclint.run.witnesses.case.said import WITNESS, short, unknown
from doclint.run.witnesses.case.when import When, is_before


def taken_over(case: Case) -> Testimony:
    """Whether this part of the English reads as the translation does in a version of the lineage."""
    is_told = case.now[0] > 0 if case.words.expected else bool(case.words.found)
    for version, text in (case.english or ()) if is_told else ():
        if _is_older(case, case.in_part(text), text):
            why = f"the English has read so since {version.commit[:10]}"
            return Testimony(WITNESS, Says.CHANGED, why, version.commit)
    return unknown("no later version of the English reads so")


def once_read(case: Case) -> Testimony | None:
    """Whether the English part once read as the translation does."""
    assert case.english
    since = ""
    for version, text in case.english:
        if _is_older(case, case.in_part(text), text):
            return _changed(case, _until(case, short(since)), since, text)
        since = version.commit
    if case.is_of_the_part:
        return None
    for version, page in case.pages():
        if case.words.found_in(page) and not case.words.expected_in_english(page):
            why = f'the English page had "{case.words.found}" in {version.commit[:10]}, and not the expected words'
            return _changed(case, why, version.commit)
    return None


def came_later(case: Case, when: When | None) -> Testimony | None:
    """Whether the expected words came into the English after the found ones into the translation."""
    if when is None or when.time is None or not case.words.expected:
        return None
    then = next((text for version, text in case.versions() if is_before(version, when)), None)
    if then is not None and case.in_part(then)[0] >= case.now[0]:
        return None
    now, since = case.words.expected_in_english(case.page_now), ""
    for version, page in case.pages():
        there = case.words.expected_in_english(page)
        # of a part that is not found in the page of that time, nothing but the whole page tells
        if is_before(version, when):
            is_later = there < now if then is not None else not there
            why = f'"{case.words.expected}" was added to the English with {short(since)}, after this was written'
            return _changed(case, why, since, then or "") if is_later else None
        if there >= now or (then is None and there):
            since = version.commit
    return None


def _changed(case: Case, why: str, commit: str, then: str = "") -> Testimony:
    """The English changed: with what its part reads now, and what it read."""
    return Testimony(WITNESS, Says.CHANGED, why, commit, then.strip(), case.text_now.strip())


def _is_older(case: Case, counts: tuple[int, int], text: str) -> bool:
    """Whether a part of another version, with so many expected and found words, is the one that was translated."""
    expected, found = counts
    if case.words.expected and expected >= case.now[0]:
        return False
    return found > case.now[1] if case.words.found else bool(text)


def _until(case: Case, commit: str) -> str:
    if not case.words.found:
        return f'"{case.words.expected}" was added to the English with {commit}'
    return f'the English read "{case.words.found}" here until {commit}'
