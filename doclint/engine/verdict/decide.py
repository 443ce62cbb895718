"""Why a translation differs from its English: damage, or another version of the English.

Rules say what differs. Here it is decided what that means, from what witnesses say, by the first row that holds:

| # | what holds | verdict |
|---|---|---|
| 1 | the page names its English, and a later version of this part reads as the page does | allowed |
| 2 | the English is proven, named by the page, or stands in it; or the page is broken by itself | damaged |
| 3 | the page's own language tag stands for another one in a sample | allowed |
| 4 | letters: in a place of names stand words that nobody can have written in English | damaged |
| 5 | history: this part of the English once read as the translation does | source-changed |
| 6 | before: the translation was right, and a change to it made it wrong, and not in most languages | damaged |
| 7 | history: the expected words were there when the found ones were written, or these stand in no version | damaged |
| 8 | lexicon, once history is heard: the expected word is a name on two other pages, the found one on none | damaged |
| 9 | locales: the same page in most other languages has the found word, too | source-changed |
| 10 | else | needs-review |

Rows 4 and 6 to 8 need parts that surely belong together; a guessed row gives a note, but for row 6 where the change
touched nothing else of the part (`is_alone`), which makes a warning of a note. Row 4 gives no more than
needs-review where row 5 holds as well: of words that came later, something else was translated. No more than that is a
name that its author may have made up (`madeup`): no other English page has it, and its spelling might be anybody's;
one that differs by a slip, which may be one of the English that was mended, unless other pages have the name;
what the English page says itself (`borrowed`), elsewhere or more often than the expected word; and what its text says
in words (`inprose`), unless it was right before.

What people choose as they like is no problem but by rows 5 and 6: a rule marks it as a hint of changed English, as
something to be told if it was right before, or as both.

Less evidence never makes an error: each needs a witness that has seen something, and what another English may explain
(other capitals, a translation of what was prose, a name that all pages had once) needs history to have had its say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from doclint.checks import Fix, Problem
from doclint.engine.verdict import letters
from doclint.engine.verdict.choices.ahead import is_ahead
from doclint.engine.verdict.choices.borrowed import is_borrowed, is_of_digest, is_other_text
from doclint.engine.verdict.choices.filledin import is_to_fill_in, is_told_form
from doclint.engine.verdict.choices.inprose import is_of_prose, is_said_to_readers, is_set_off
from doclint.engine.verdict.choices.localized import is_localized
from doclint.engine.verdict.choices.madeup import is_variable, most_severe
from doclint.engine.verdict.choices.mended import is_put_right, is_spelt_so
from doclint.engine.verdict.choices.otherwise import is_written_otherwise
from doclint.engine.verdict.choices.putover import is_put_over
from doclint.engine.verdict.choices.usage import is_argument
from doclint.engine.verdict.testimony import Says, Testimony, Verdict, is_alone, is_of_this_change, is_said
from doclint.engine.verdict.weigh import grave, is_other_number, weighed
from doclint.engine.verdict.witnesses import NONE, Witnesses
from doclint.page import Segment
from doclint.pair import Pair
from doclint.text import Confidence, Severity, Trust
from doclint.text.damage import Damage
from doclint.text.lazypattern import lazy

SILENT = (Says.UNKNOWN, Says.OPEN)
"""What is no evidence for anybody to read."""

MENDING = (Damage.MISSPELT, Damage.PUNCTUATION_ADDED, Damage.WORDS_ADDED)
"""What a slip of the English is called where the translation has it right."""


SAID = lazy(r"[A-Z]?[a-z]+(?:(?:-| / ?| )[A-Za-z]?[a-z]+)+")
"""Words of a text or a label, which backticks only set off: `eco-friendly`, `Sign-in / Register`."""


class Judged(NamedTuple):
    """A problem with what it means."""

    problem: Problem
    verdict: Verdict
    witnesses: tuple[Testimony, ...] = ()


def judge(problems: Iterable[Problem], pair: Pair, witnesses: Witnesses = NONE) -> Iterator[Judged]:
    """Each problem with its verdict, and the severity and fix that it leaves."""
    for problem in problems:
        if problem.is_hint or problem.is_told_if_right_before:
            yield from _borne_out(problem, pair, witnesses)
        elif problem.breaks_build or not is_difference(problem):
            yield Judged(problem, Verdict.DAMAGED)
        elif is_put_right(problem, pair):
            continue  # people mend a slip of the English when they translate
        elif pair.trust is not Trust.PAIRED:
            yield from _beside_known(problem, pair, witnesses)
        elif not is_localized(problem) and not is_written_otherwise(problem):
            yield _judged(problem, pair, witnesses)


def _borne_out(problem: Problem, pair: Pair, witnesses: Witnesses) -> Iterator[Judged]:
    """A problem that is none unless history bears it out; for a mere hint no repository is opened."""
    history, is_known = witnesses.history, pair.trust is not Trust.PAIRED
    if history is None or is_localized(problem):
        return
    if problem.is_told_if_right_before or (history.is_asked and not is_known):
        said = history.testify(problem, pair)
        verdict = Verdict.SOURCE_CHANGED if said.says is Says.CHANGED else Verdict.DAMAGED
        is_laid = id(problem.target) not in pair.guessed and problem.confidence > Confidence.LOW
        is_sure = said.is_alone or is_laid
        if said.says is Says.WAS_RIGHT and problem.is_told_if_right_before and is_sure:
            sure = problem._replace(confidence=max(problem.confidence, Confidence.MEDIUM))
            yield Judged(sure, verdict, (said,))
        elif said.says is Says.CHANGED and problem.is_hint and not is_known:
            yield Judged(weighed(problem, verdict, [said]), verdict, (said,))


def _beside_known(problem: Problem, pair: Pair, witnesses: Witnesses) -> Iterator[Judged]:
    """A difference from known English, unless the page is ahead of the English that it names: a later version of that
    part reads as the page does."""
    if pair.trust is not Trust.PINNED or witnesses.history is None:
        yield Judged(problem, Verdict.DAMAGED)
        return
    if is_localized(problem):
        return
    said = witnesses.history.testify(problem, pair)
    if said.says is not Says.CHANGED:
        heard = (said,) if said.says is Says.WAS_RIGHT else ()
        if not heard and problem.fix and most_severe(problem, pair, _unknown):  # a sample that people may rename
            problem = problem._replace(fix=Fix(problem.fix.edits, is_safe=False))
        yield Judged(problem._replace(severity=grave(problem, heard)), Verdict.DAMAGED, heard)


def is_difference(problem: Problem) -> bool:
    """Whether the problem comes from holding two texts against each other, and not from the translation alone."""
    return problem.source is not None or problem.source_span is not None


def _judged(problem: Problem, pair: Pair, witnesses: Witnesses) -> Judged:
    is_guess = (id(problem.target) in pair.guessed and not problem.is_no_english) or is_other_text(problem)
    is_known = witnesses.lexicon.is_known if witnesses.lexicon else _unknown
    most = most_severe(problem, pair, is_known)
    heard = _heard(problem, pair, witnesses, is_capped=most is not None)
    if is_of_this_change(heard) or is_alone(heard):  # this very part had the expected words
        is_guess, problem = False, problem._replace(confidence=max(problem.confidence, Confidence.MEDIUM))
    most = Severity.NOTE if is_guess else _raised(problem, pair, most, heard)
    verdict = decide(heard, problem.confidence, is_guess=is_guess)
    if verdict is Verdict.DAMAGED and (most or _is_perhaps_chosen(problem, pair, heard, is_known)):
        verdict = Verdict.SOURCE_CHANGED if is_said(heard, Says.CHANGED) else Verdict.NEEDS_REVIEW
    seen = tuple(said for said in heard if said.says not in SILENT)
    return Judged(weighed(problem, verdict, seen, most=most), verdict, seen)


def _is_perhaps_chosen(
    problem: Problem, pair: Pair, heard: Iterable[Testimony], is_known: Callable[[str], bool]
) -> bool:
    """Whether the English pages, or that of the translation, show that it may be no more than a difference."""
    if is_borrowed(problem, pair) or is_spelt_so(problem, pair, is_known) or _is_edited(problem, heard):
        return True
    if not is_of_this_change(heard) and (is_said_to_readers(problem) or is_set_off(problem, pair)):
        return True
    return not is_said(heard, Says.WAS_RIGHT) and (is_of_digest(problem, pair) or is_of_prose(problem, pair))


def _is_edited(problem: Problem, heard: Iterable[Testimony]) -> bool:
    """Whether a commit of the log changed letters or signs of these words, or added some, and touched nothing else: who
    did that looked at them, and may have mended what the English has wrong."""
    is_old = is_alone(heard) and not is_of_this_change(heard)
    is_free = problem.found.isascii() and _digits(problem.found) == _digits(problem.expected or "")
    return is_old and is_free and problem.damage in MENDING and not is_said(heard, Says.DAMAGED)


def _digits(text: str) -> list[str]:
    return [char for char in text if char.isdigit()]


def _unknown(_name: str) -> bool:
    return False


def _heard(problem: Problem, pair: Pair, witnesses: Witnesses, *, is_capped: bool) -> list[Testimony]:
    """What the witnesses say; the site is asked what the others leave open, and whether a name is the author's own."""
    problem = _of_the_word(problem)
    heard = [letters.testify(problem, pair)]
    if witnesses.history:
        heard.append(witnesses.history.testify(problem, pair))
    verdict = decide(heard, problem.confidence)
    if witnesses.lexicon and (verdict is Verdict.NEEDS_REVIEW or (is_capped and verdict is Verdict.DAMAGED)):
        heard.append(witnesses.lexicon.testify(problem, pair))
    is_decided = is_said(heard, Says.WAS_RIGHT) and not is_of_this_change(heard)  # by one team, or by all
    if witnesses.locales and (is_decided or decide(heard, problem.confidence) is Verdict.NEEDS_REVIEW):
        heard.append(witnesses.locales.testify(problem, pair))
    return heard


def _of_the_word(problem: Problem) -> Problem:
    """The problem as witnesses see it: a whole text that only lacks the word is not what became of the word."""
    source, target = problem.source, problem.target
    if not isinstance(source, Segment) or not isinstance(target, Segment):
        return problem
    is_whole = problem.found.strip() == target.plain.strip()
    return problem._replace(found="") if is_whole and source.plain.strip(" .") != problem.expected else problem


def _raised(problem: Problem, pair: Pair, most: Severity | None, heard: Iterable[Testimony]) -> Severity | None:
    """The most that a sample name may be called, where witnesses know that it is no sample of the author's own.

    Nor does it matter whose it is where a change made another of it, unless readers are to fill it in; of a change
    that stands in the log, people have seen what it made of a sample, and decided it where all of the page says so.
    """
    if is_of_this_change(heard):
        return most if is_to_fill_in(problem) else None
    if is_said(heard, Says.DAMAGED, "lexicon") and not _is_free(problem, pair):
        return Severity.WARNING if most is Severity.NOTE else None
    if most is None or not is_said(heard, Says.WAS_RIGHT) or _is_decided(problem, pair):
        return most
    if SAID.fullmatch(problem.expected or ""):
        return most
    if most is Severity.NOTE:
        return Severity.WARNING if is_alone(heard) or is_other_number(problem) else most
    return None


def _is_free(problem: Problem, pair: Pair) -> bool:
    """Whether a word is another's to choose, on however many pages it is a name."""
    return is_to_fill_in(problem) or is_variable(problem, pair) or is_told_form(problem) or is_argument(problem, pair)


def _is_decided(problem: Problem, pair: Pair) -> bool:
    """Whether the page itself shows that somebody chose other words for a sample."""
    return is_to_fill_in(problem) or is_put_over(problem, pair) or is_ahead(problem.expected or "", problem.found)


def decide(heard: Iterable[Testimony], confidence: Confidence, *, is_guess: bool = False) -> Verdict:
    """The verdict by the first row that holds; a row that was only guessed proves nothing."""
    said = {(one.witness, one.says) for one in heard}
    if (letters.WITNESS, Says.DAMAGED) in said and not is_guess:
        return Verdict.NEEDS_REVIEW if ("history", Says.CHANGED) in said else Verdict.DAMAGED
    if ("history", Says.CHANGED) in said:
        return Verdict.SOURCE_CHANGED
    if said >= {("history", Says.WAS_RIGHT), ("locales", Says.CHANGED)}:
        return Verdict.NEEDS_REVIEW
    if confidence > Confidence.LOW and not is_guess:
        if said & {("history", Says.WAS_RIGHT), ("history", Says.DAMAGED)}:
            return Verdict.DAMAGED
        if said >= {("history", Says.OPEN), ("lexicon", Says.DAMAGED)}:
            return Verdict.DAMAGED
    return Verdict.SOURCE_CHANGED if ("locales", Says.CHANGED) in said else Verdict.NEEDS_REVIEW
