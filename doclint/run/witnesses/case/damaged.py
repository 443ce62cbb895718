"""Whether the words were wrong when they were written: the English had the expected ones, and never these."""

from __future__ import annotations

from rapidfuzz.fuzz import partial_ratio, ratio

from doclint.engine import Says, Testimony
from doclint.run.witnesses.absence import OVERLAP
from doclint.run.witnesses.case.case import Case
from doclint.run.witnesses.case.said import WITNESS, unknown
from doclint.run.witnesses.case.when import When, is_before
from doclint.text.words import one_line


def damaged(case: Case, when: When | None) -> Testimony:
    """Whether the words must have been wrong when they were written."""
    assert case.english
    if not case.words.expected and case.words.found_in(case.page_now):
        return unknown("the found words stand in the English, too")
    if _came_together(case, when):
        return unknown("both pages came into the repository at once, and which English was translated is not known")
    always = all(_has_expected(case, text) for _, text in case.versions())
    is_complete = _is_complete(case)
    if case.is_of_the_part:
        if case.english.ends_early and not (when and _began_before(case, when)):
            return unknown("this part of the English came later than the words, or when is not known")
    elif not _is_in_no_page(case):
        return unknown("not all versions of the English page are here, or one has the found words")
    if always and is_complete and not (case.english.ends_early and when is None):
        return _says_damaged(case, "in all its versions")
    if when is None or not when.is_known:
        return unknown("when the words were written is not known")
    if not _stood(case, when):
        return unknown("the English changed here shortly before the words were written, or is not here")
    return _says_damaged(case, f"when this was written{f' ({when.commit[:10]})' if when.commit else ''}", when.commit)


def _came_together(case: Case, when: When | None) -> bool:
    """Whether the words came with the first version of the English, so that nothing tells what it read before."""
    assert case.english
    commits = [version.commit for version, _ in case.pages()]
    return when is not None and when.commit != "" and commits[-1:] == [when.commit]


def _says_damaged(case: Case, since: str, commit: str = "") -> Testimony:
    what = f'had "{case.words.expected}" here' if case.words.expected else "had no such words here"
    never = f', and "{case.words.found}" never' if case.words.found and case.words.expected else ""
    return Testimony(WITNESS, Says.DAMAGED, f"the English {what} {since}{never}", commit)


def _has_expected(case: Case, text: str) -> bool:
    expected, found = case.in_part(text)
    return expected >= case.now[0] and found <= case.now[1]


def _stood(case: Case, when: When) -> bool:
    """Whether the expected words stood in the English when the found ones were written, and long before.

    Where they were new, the found ones must be made from them, and not from what stood there before.
    """
    is_reached = False
    for version, text in case.versions():
        is_there = _has_expected(case, text)
        if is_before(version, when):
            if not (is_there or (is_reached and _is_made_from_expected(case, text))):
                return False
            if version.time <= (when.time or _latest(case)) - OVERLAP:
                return True
            is_reached = True
    return is_reached and _is_complete(case)


def _is_complete(case: Case) -> bool:
    """Whether nothing is older than the versions of the English part that are known."""
    assert case.english
    return case.english.is_complete and (case.english.ends_early or not case.english.lineage.is_brought)


def _is_made_from_expected(case: Case, before: str) -> bool:
    """Whether the found words are more like the expected ones than like anything that the English read before."""
    found = case.words.found
    if not found or not case.sides.is_one:
        return False
    return ratio(found, case.words.expected) > partial_ratio(found, one_line(before))


def _latest(case: Case) -> int:
    assert case.sides.source
    return case.sides.source.log.time()


def _began_before(case: Case, when: When) -> bool:
    oldest = list(case.versions())[-1:]
    return bool(oldest) and is_before(oldest[0][0], when)


def _is_in_no_page(case: Case) -> bool:
    """Whether all versions of the English page are known, and none has the found words."""
    assert case.english
    is_none = not any(case.words.found_in(page) for _, page in case.pages())
    lineage = case.english.lineage
    return is_none and lineage.is_complete and all(lineage.text(version) is not None for version in lineage)
