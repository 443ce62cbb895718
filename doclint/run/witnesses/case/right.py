"""Whether the translation was right before: a version of it had the expected words beside this very English.

Where a change touched nothing but these words, nobody wrote the text anew: then it is enough that the English kept
them, whatever else changed there, and what read as the English is no text that was only then translated.
"""

from __future__ import annotations

from doclint.engine import Says, Testimony
from doclint.run.witnesses.around import is_translated
from doclint.run.witnesses.case.alone import Change
from doclint.run.witnesses.case.case import Case
from doclint.run.witnesses.case.said import WITNESS, short
from doclint.run.witnesses.case.when import When, is_before
from doclint.sources.git.versions.log import Version
from doclint.sources.git.versions.recent import Recent
from doclint.text.words import one_line


def was_right(case: Case) -> Testimony | None:
    """Whether a version of the translation had the expected words here, and the English still had them since."""
    if not case.target or not case.words.expected:
        return None
    now = case.words.in_translation(case.target.text)
    newer: Version | None = None
    after = case.target.text
    for version, text in case.target:
        expected, found = case.words.in_translation(text)
        if expected > now[0] and (not case.words.found or found < now[1]):
            return _testimony(case, Change(case, version, text, newer, after))
        newer, after = version, text
    return None


def _testimony(case: Case, change: Change) -> Testimony | None:
    """What follows from the change that took the expected words away."""
    assert case.target
    since = change.newer.commit if change.newer else ""
    since = "" if isinstance(case.target.lineage.log, Recent) else since  # all are of one change
    english = _english_since(case, change.older)
    if not english:
        return None
    is_same = all(one_line(text) == one_line(case.text_now) for text in english)
    if not is_same and not (change.is_alone and all(_is_lacking(case, change, text) for text in english)):
        return None
    is_copy = one_line(english[-1]) == one_line(change.before)
    if is_copy and not _was_translated(case, change, since) and not change.is_apart:
        return None
    until = short(since) if since else "this change"
    why = f'the translation had "{case.words.expected}" here until {until}'
    return Testimony(WITNESS, Says.WAS_RIGHT, why, since, is_alone=change.is_alone)


def _is_lacking(case: Case, change: Change, english: str) -> bool:
    """Whether a version of the English part has the expected words more often than the translation has now."""
    expected, found = case.in_part(english)
    return expected > case.words.in_translation(change.after)[0] and found <= case.now[1]


def _was_translated(case: Case, change: Change, since: str) -> bool:
    """Whether what reads as the English was left so by a translator, who does not put numbers and marks over."""
    is_number = case.words.expected.isdecimal() and case.words.found.isdecimal()
    is_kept = case.is_slip or is_number or not case.words.found
    return (is_kept or not since) and _is_translated_around(case, change.older, change.before)


def _is_translated_around(case: Case, version: Version, text: str) -> bool:
    """Whether the translation was one then where it had this text, which read as the English did."""
    assert case.sides.target
    page = case.sides.target.text(version)
    return (
        page is not None and not case.is_still_english(version) and is_translated(text, page, case.page_now, case.read)
    )


def _english_since(case: Case, version: Version) -> list[str]:
    """What the English part read since a version of the translation, the newest first; empty: not known."""
    when = When(version.number if case.sides.is_one else None, version.time, version.commit, True)
    texts = []
    for english, text in case.versions():
        texts.append(text)
        if is_before(english, when):
            return texts
    return []
