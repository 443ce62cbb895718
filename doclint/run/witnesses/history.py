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

from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.fuzz import partial_ratio, ratio

from doclint.checks import Problem
from doclint.engine import Says, Testimony
from doclint.pair import Pair
from doclint.run.witnesses import absence
from doclint.run.witnesses.absence import OVERLAP
from doclint.run.witnesses.around import is_translated
from doclint.run.witnesses.cell import Cell
from doclint.run.witnesses.trail import Reader
from doclint.run.witnesses.words import Words
from doclint.sources.git.versions.lineage import Later, Lineage
from doclint.sources.git.versions.log import Version
from doclint.sources.git.versions.recent import Recent
from doclint.text import Severity, Span, Trust
from doclint.text.damage import Damage
from doclint.text.words import one_line

WITNESS = "history"

OF_THE_PART = (Damage.DROPPED, Damage.TRUNCATED, Damage.RENUMBERED, Damage.ANOTHER_MEMBER)
"""Damage whose words may well stand elsewhere on the page: only the versions of the part tell of it."""


class Sides(NamedTuple):
    """The versions of both pages; None where no repository has them."""

    source: Lineage | None
    target: Lineage | None
    is_one: bool
    """Whether both lie on one line of commits."""


class When(NamedTuple):
    """When the found words came into the translation."""

    number: int | None
    """On the line of the English; None: where that is another one, or they are in no commit yet."""
    time: int | None
    """None: now."""
    commit: str
    is_known: bool
    """Whether they did not come earlier."""


class Case:
    """One problem, and what the versions show of it."""

    def __init__(self, problem: Problem, pair: Pair, sides: Sides, read: Reader) -> None:
        assert pair.source is not None
        self.sides = sides
        self._read = read
        self.damage = problem.damage
        self.is_slip = problem.is_told_if_right_before
        self.page_now = pair.source.text
        place = problem.source_span or (problem.source.span if problem.source else None)
        self.english = read.trail(pair.source.text, place, sides.source) if sides.source and place else None
        here = problem.target.span if problem.target and not _holds(problem.target.span, problem.span) else problem.span
        self.target = read.trail(pair.target.text, here, sides.target) if sides.target else None
        is_code = problem.source_span is not None and _is_code(pair.source.text, problem.source_span)
        is_code = is_code and not _is_code(pair.target.text, problem.span)
        expected, found = one_line(problem.expected or ""), one_line(problem.found)
        # what reads the same has lost its markup
        is_unmarked = found == expected
        self.words = Words(expected, "" if is_unmarked else found, is_code=is_code, is_marked=is_unmarked)
        part = self.english.place if self.english else None
        self.cell = Cell.at(part, place, pair.source.text) if part and place else None
        self.now = self._in_part(self.english.text) if self.english else (0, 0)

    def _in_part(self, text: str) -> tuple[int, int]:
        """How often the expected words stand in their cell, or in a part without cells, and the found ones."""
        expected, found = self.words.in_english(text)
        if expected and self.cell:
            expected = self.words.expected_in_english(self.cell.within(text))
        return expected, found

    def testimony(self) -> Testimony:
        """What the versions say."""
        if not self.english or not self.english.text:
            return unknown("no version of the English is here")
        if not (self.words.expected or self.words.found):
            return unknown("there are no words to look for")
        if self.words.expected and not self.now[0]:
            return unknown("the expected words do not stand in the English as they are")
        return self._regained() or self._once_read() or self._dated(self._when())

    def taken_over(self) -> Testimony:
        """Whether this part of the English reads as the translation does in a version of the lineage."""
        is_told = self.now[0] > 0 if self.words.expected else bool(self.words.found)
        for version, text in (self.english or ()) if is_told else ():
            if self._is_older(self._in_part(text), text):
                why = f"the English has read so since {version.commit[:10]}"
                return Testimony(WITNESS, Says.CHANGED, why, version.commit)
        return unknown("no later version of the English reads so")

    def right_before(self) -> Testimony | None:
        """Whether the translation had the expected words here beside this English."""
        is_there = self.english is not None and self.words.expected != "" and self.now[0] > 0
        return self._was_right() if is_there else None

    def _regained(self) -> Testimony | None:
        """Of words that are gone, whether the translation had caught up with the English that once lacked them."""
        return None if self.words.found else self._was_right()

    def _dated(self, when: When | None) -> Testimony:
        """What follows from the time when the found words were written."""
        said = self._came_later(when) or self._was_right() or self._damaged(when)
        return said._replace(says=Says.OPEN) if said.says is Says.UNKNOWN and self._is_whole(when) else said

    def _is_whole(self, when: When | None) -> bool:
        """Whether every version is here that might show another English than the one that was translated."""
        assert self.english
        lineage = self.english.lineage
        texts = [lineage.text(version) for version in lineage]
        if not lineage.is_complete or lineage.is_brought or None in texts:
            return False
        if when is not None and when.is_known:
            return True
        return all(self.words.expected_in_english(text) >= self.now[0] for text in texts if text is not None)

    def _once_read(self) -> Testimony | None:
        """Whether the English part once read as the translation does."""
        assert self.english
        since = ""
        for version, text in self.english:
            if self._is_older(self._in_part(text), text):
                return self._changed(self._until(short(since)), since, text)
            since = version.commit
        if self._is_of_the_part:
            return None
        for version, page in self._pages():
            if self.words.found_in(page) and not self.words.expected_in_english(page):
                why = f'the English page had "{self.words.found}" in {version.commit[:10]}, and not the expected words'
                return self._changed(why, version.commit)
        return None

    def _changed(self, why: str, commit: str, then: str = "") -> Testimony:
        """The English changed: with what its part reads now, and what it read."""
        return Testimony(WITNESS, Says.CHANGED, why, commit, then.strip(), self._text_now.strip())

    def _is_older(self, counts: tuple[int, int], text: str) -> bool:
        """Whether a part of another version, with so many expected and found words, is the one that was translated."""
        expected, found = counts
        if self.words.expected and expected >= self.now[0]:
            return False
        return found > self.now[1] if self.words.found else bool(text)

    def _until(self, commit: str) -> str:
        if not self.words.found:
            return f'"{self.words.expected}" was added to the English with {commit}'
        return f'the English read "{self.words.found}" here until {commit}'

    def _came_later(self, when: When | None) -> Testimony | None:
        """Whether the expected words came into the English after the found ones into the translation."""
        if when is None or when.time is None or not self.words.expected:
            return None
        then = next((text for version, text in self._english() if _is_before(version, when)), None)
        if then is not None and self._in_part(then)[0] >= self.now[0]:
            return None
        now, since = self.words.expected_in_english(self.page_now), ""
        for version, page in self._pages():
            there = self.words.expected_in_english(page)
            # of a part that is not found in the page of that time, nothing but the whole page tells
            if _is_before(version, when):
                is_later = there < now if then is not None else not there
                why = f'"{self.words.expected}" was added to the English with {short(since)}, after this was written'
                return self._changed(why, since, then or "") if is_later else None
            if there >= now or (then is None and there):
                since = version.commit
        return None

    def _was_right(self) -> Testimony | None:
        """Whether a version of the translation had the expected words here, and the English has not changed since."""
        if not self.target or not self.words.expected:
            return None
        now = self.words.in_translation(self.target.text)
        since = ""
        for version, text in self.target:
            expected, found = self.words.in_translation(text)
            if expected > now[0] and (not self.words.found or found < now[1]):
                english = self._english_at(version)
                if english is None or one_line(english) != one_line(self._text_now):
                    return None
                since = "" if isinstance(self.target.lineage.log, Recent) else since  # all are of one change
                if one_line(english) == one_line(text) and not self._was_translated(version, text, since):
                    return None
                until = short(since) if since else "this change"
                why = f'the translation had "{self.words.expected}" here until {until}'
                return Testimony(WITNESS, Says.WAS_RIGHT, why, since)
            since = version.commit
        return None

    def _was_translated(self, version: Version, text: str, since: str) -> bool:
        """Whether what reads as the English was left so by a translator, who does not put numbers and marks over."""
        is_number = self.words.expected.isdecimal() and self.words.found.isdecimal()
        is_kept = self.is_slip or is_number or not self.words.found
        return (is_kept or not since) and self._is_translated_around(version, text)

    def _is_translated_around(self, version: Version, text: str) -> bool:
        """Whether the translation was one then where it had this text, which read as the English did."""
        assert self.sides.target
        page = self.sides.target.text(version)
        return (
            page is not None
            and not self._is_still_english(version)
            and is_translated(text, page, self.page_now, self._read)
        )

    def _english_at(self, version: Version) -> str | None:
        """What the English part read all the time since a version of the translation; None where it changed."""
        when = When(version.number if self.sides.is_one else None, version.time, version.commit, True)
        for english, text in self._english():
            if one_line(text) != one_line(self._text_now):
                return None
            if _is_before(english, when):
                return text
        return None

    def _damaged(self, when: When | None) -> Testimony:
        """Whether the words must have been wrong when they were written."""
        assert self.english
        if not self.words.expected and self.words.found_in(self.page_now):
            return unknown("the found words stand in the English, too")
        if self._came_together(when):
            return unknown("both pages came into the repository at once, and which English was translated is not known")
        always = all(self._has_expected(text) for _, text in self._english())
        is_complete = self._is_complete()
        if self._is_of_the_part:
            if self.english.ends_early and not (when and self._began_before(when)):
                return unknown("this part of the English came later than the words, or when is not known")
        elif not self._is_in_no_page():
            return unknown("not all versions of the English page are here, or one has the found words")
        if always and is_complete and not (self.english.ends_early and when is None):
            return self._says_damaged("in all its versions")
        if when is None or not when.is_known:
            return unknown("when the words were written is not known")
        if not self._stood(when):
            return unknown("the English changed here shortly before the words were written, or is not here")
        return self._says_damaged(
            f"when this was written{f' ({when.commit[:10]})' if when.commit else ''}", when.commit
        )

    def _came_together(self, when: When | None) -> bool:
        """Whether the words came with the first version of the English, so that nothing tells what it read before."""
        assert self.english
        commits = [version.commit for version, _ in self._pages()]
        return when is not None and when.commit != "" and commits[-1:] == [when.commit]

    def _says_damaged(self, since: str, commit: str = "") -> Testimony:
        what = f'had "{self.words.expected}" here' if self.words.expected else "had no such words here"
        never = f', and "{self.words.found}" never' if self.words.found and self.words.expected else ""
        return Testimony(WITNESS, Says.DAMAGED, f"the English {what} {since}{never}", commit)

    def _has_expected(self, text: str) -> bool:
        expected, found = self._in_part(text)
        return expected >= self.now[0] and found <= self.now[1]

    def _stood(self, when: When) -> bool:
        """Whether the expected words stood in the English when the found ones were written, and long before.

        Where they were new, the found ones must be made from them, and not from what stood there before.
        """
        is_reached = False
        for version, text in self._english():
            is_there = self._has_expected(text)
            if _is_before(version, when):
                if not (is_there or (is_reached and self._is_made_from_expected(text))):
                    return False
                if version.time <= (when.time or self._latest()) - OVERLAP:
                    return True
                is_reached = True
        return is_reached and self._is_complete()

    def _is_complete(self) -> bool:
        """Whether nothing is older than the versions of the English part that are known."""
        assert self.english
        return self.english.is_complete and (self.english.ends_early or not self.english.lineage.is_brought)

    def _is_made_from_expected(self, before: str) -> bool:
        """Whether the found words are more like the expected ones than like anything that the English read before."""
        found = self.words.found
        if not found or not self.sides.is_one:
            return False
        return ratio(found, self.words.expected) > partial_ratio(found, one_line(before))

    def _latest(self) -> int:
        assert self.sides.source
        return self.sides.source.log.time()

    def _began_before(self, when: When) -> bool:
        oldest = list(self._english())[-1:]
        return bool(oldest) and _is_before(oldest[0][0], when)

    def _is_in_no_page(self) -> bool:
        """Whether all versions of the English page are known, and none has the found words."""
        assert self.english
        is_none = not any(self.words.found_in(page) for _, page in self._pages())
        lineage = self.english.lineage
        return is_none and lineage.is_complete and all(lineage.text(version) is not None for version in lineage)

    def _pages(self) -> Iterator[tuple[Version, str]]:
        assert self.english
        lineage = self.english.lineage
        for version in lineage:
            text = lineage.text(version)
            if text is not None:
                yield version, text

    def _english(self) -> Iterator[tuple[Version, str]]:
        assert self.english
        yield from self.english

    @property
    def _text_now(self) -> str:
        assert self.english
        return self.english.text

    @property
    def _is_of_the_part(self) -> bool:
        """Whether only the versions of the part tell of the found words."""
        found = self.words.found
        if not any(char.isalpha() for char in found) or self.damage in OF_THE_PART:
            return True
        return bool(self.words.found_in(self.page_now))

    def _when(self) -> When | None:
        """When the found words were written; None where no versions of the translation tell."""
        if not self.target or not self.target.text:
            return None
        now = self.words.in_translation(self.target.text)
        written = When(None, None, "", True)
        for version, text in self.target:
            expected, found = self.words.in_translation(text)
            holds = expected <= now[0] and (found >= now[1] if self.words.found else True)
            if not holds or self._is_still_english(version):
                return written
            written = When(version.number if self.sides.is_one else None, version.time, version.commit, True)
        return written._replace(is_known=self.target.is_complete)

    def _is_still_english(self, version: Version) -> bool:
        """Whether the translation began as a copy of the English, and still is one."""
        return self.sides.source is not None and version.blob in self.sides.source.blobs


def testify(problem: Problem, pair: Pair, sides: Sides, read: Reader) -> Testimony:
    """What the versions of both pages say of a problem; where the page names its English, what later ones say."""
    if pair.source is None:
        return unknown("there is no English")
    if pair.trust > Trust.PAIRED and sides.source:
        later = Later(sides.source, pair.source.text)
        said = Case(problem, pair, Sides(later, None, False), read).taken_over()
        is_open = said.says is not Says.CHANGED and (
            problem.is_told_if_right_before or problem.severity is Severity.NOTE
        )
        return (Case(problem, pair, sides, read).right_before() if is_open else None) or said
    if sides.source and absence.is_absence(problem):
        return absence.testify(problem, pair, sides.source, sides.target, read, is_one=sides.is_one)
    said = Case(problem, pair, sides, read).testimony()
    is_committed = said.says is Says.DAMAGED or (said.says is Says.WAS_RIGHT and said.commit)
    if is_committed and sides.source and read.is_of_other_english(pair, sides.source):
        return unknown("this page has code that no version of the English has")
    return said


def unknown(why: str) -> Testimony:
    return Testimony(WITNESS, Says.UNKNOWN, why)


def short(commit: str) -> str:
    """A commit as people read it; what is in none yet lies in the working tree."""
    return commit[:10] or "the working tree"


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _is_code(text: str, span: Span) -> bool:
    return text[max(span.start - 1, 0) : span.start] == "`" == text[span.end : span.end + 1]


def _is_before(version: Version, when: When) -> bool:
    """Whether an English version stood when words were written."""
    if when.time is None:
        return True
    return version.number <= when.number if when.number is not None else version.time <= when.time
