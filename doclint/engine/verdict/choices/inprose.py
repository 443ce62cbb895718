"""Names that the English page also says in words, so that a translator may say them in theirs."""

from __future__ import annotations

import re
from functools import lru_cache

from doclint.checks import Problem
from doclint.checks.code.sentences import line_of
from doclint.checks.code.spans import code_spans
from doclint.checks.front.keys import SWITCH_VALUES
from doclint.page import Kind, Page, Segment
from doclint.page.inline.pieces import PieceKind
from doclint.pair import Pair
from doclint.text.damage import Damage
from doclint.text.lazypattern import lazy
from doclint.text.words import is_name, stands_in

HYPHENED = lazy(r"[a-z]+(?:-[a-z]+)+")
CAPITAL = lazy(r"(?<=[a-z])(?=[A-Z])")
CAMEL = lazy(r"[a-z]+(?:[A-Z][a-z]+)+")

TEXT = lazy(r"""(["'`])([^"'`\n]*)\1""")
"""What stands between quotes: several words are shown to readers."""

WORDS = lazy(r"[^\W\d_]+")
CODE = lazy(r"[\w.]+(?=\()|--\w+|\w+_\w+|[a-z]+[A-Z]\w*")
RUN = lazy(r"(?<![\w.-])(?<!\d )[A-Za-z]+(?: [A-Za-z]+)+(?![\w(])")
"""Words in a row; those of a status (`503 Service Unavailable`) are no text for readers."""

SET_OFF = lazy(r"[A-Z]?[a-z]+(?:[ />-]+[A-Z]?[a-z]+)*[.…!?]*|OK|\d+(?:\.\d+)?%(?: [a-z]+)*")
"""Words of a text or of a label, or a share."""

TUPLE = lazy(r"\[[a-z]+(?:, [a-z]+)+\]")
"""What a pair holds, said in words: `[error, result]`."""

LABELS = lazy(r"[A-Z]\w*(?: \w+)*(?: (?:->|>|\u2192|/) [A-Z]\w*(?: \w+)*)+")
"""The way through the menus of a program: `Settings -> Doors`."""

WRITTEN = (Damage.RECASED, Damage.SPACED)
"""What differs where a product writes its name in another way; several words are half translated, too."""

OFTEN = 2
"""Times that words must stand on a page to be a way of saying it."""


def is_of_prose(problem: Problem, pair: Pair) -> bool:
    """Whether the English says the expected word in its text and in no code, as `a read-only toggle`, or says the words
    of a name, as `half vector`, and the translation has one term for them throughout; or whether a sentence links to
    the name, and the translation says in words where that leads."""
    name, page = problem.expected or "", pair.source
    is_same = problem.damage in (Damage.RECASED, Damage.SPACED, Damage.PUNCTUATION_ADDED)
    if page is None or not problem.found or is_same or not isinstance(problem.source, Segment):
        return False
    if is_link_in_words(problem, problem.source):
        return True
    if HYPHENED.fullmatch(name):
        return _times(name, page) >= OFTEN and not stands_in(name, _code(page))
    place = problem.source_span
    if (
        place is None
        or not CAMEL.fullmatch(name)
        or any(code.whole.overlaps(place) for code in code_spans(problem.source))
    ):
        return False
    return pair.target.text.count(problem.found) >= OFTEN and _times(CAPITAL.sub(" ", name).lower(), page) > 0


def is_set_off(problem: Problem, pair: Pair) -> bool:
    """Whether the English page has no code, and its backticks stand around words, some of them several in a row, so
    that they only set these off: `eco-friendly`, `Sign-in / Register`."""
    page = pair.source
    return page is not None and isinstance(problem.source, Segment) and not page.codes and _has_words_alone(page)


@lru_cache(4)
def _has_words_alone(page: Page) -> bool:
    spans = {code.text for segment in page.segments() for code in code_spans(segment)}
    is_each = all(SET_OFF.fullmatch(span) and span not in SWITCH_VALUES for span in spans)
    return is_each and any(" " in span or "-" in span for span in spans)


def is_said_to_readers(problem: Problem) -> bool:
    """Whether a code span has several words in a row, as labels and sentences have, and others stand for them from the
    first on: `Custom text here`, or the way through menus.

    Of a command its name stays (`send all parcels`), and so does each name of code.
    """
    if not isinstance(problem.source, Segment) or not problem.found:
        return False
    if any(name not in problem.found for name in CODE.findall(problem.expected or "")):
        return False
    place = problem.source_span
    spans = [code.text for code in code_spans(problem.source) if place is not None and code.whole.overlaps(place)]
    if any(TUPLE.fullmatch(span) or LABELS.fullmatch(span) for span in spans):
        return True
    kept = set(WORDS.findall(problem.found))
    for run in RUN.finditer(problem.expected or ""):
        words = run.group().split()
        if words[0] not in kept and sum(word not in kept for word in words) > 1:
            return True
    return False


def is_link_in_words(problem: Problem, source: Segment) -> bool:
    """Whether other words stand for a name in small letters that is all the text of a link in a sentence."""
    place, name = problem.source_span, problem.expected or ""
    if place is None or not name.islower() or problem.damage is not Damage.TRANSLATED or is_name(problem.found):
        return False
    links = (link for link in source.inline.of(PieceKind.LINK) if link.inner.start <= place.start < link.inner.end)
    return any(link.text.strip() == name and link.text != source.plain.strip() for link in links)


def _name(quoted: re.Match[str]) -> str:
    """What stands between quotes, where it is one word."""
    return "" if " " in quoted[2] else quoted[0]


@lru_cache(1)
def _code(page: Page) -> str:
    """The code of a page, without what its strings say to readers; asked for each of its problems, as the text is."""
    return "\n".join(TEXT.sub(_name, block.text) for block in page.codes)


@lru_cache(1)
def _texts(page: Page) -> tuple[str, str]:
    """The text of a page in small letters, and what of it is code."""
    segments = list(page.segments())
    spans = (code.text for segment in segments for code in code_spans(segment))
    return "\n".join(segment.text for segment in segments).lower(), "\n".join(spans).lower()


def _times(words: str, page: Page) -> int:
    """How often words stand in the text of a page, outside of code."""
    text, code = _texts(page)
    return text.count(words) - code.count(words)


def is_label(problem: Problem) -> bool:
    """Whether a name without backticks, in a row whose code stands in them, is merely written in another way.

    `YahooGemini` beside the code `yahoo_gemini` is the name of a product, which calls itself Yahoo Gemini. A name that
    begins in small letters may be a key: another first letter is all that may differ in it.
    """
    source, name, found = problem.source, problem.expected or "", problem.found
    if not isinstance(source, Segment) or source.kind is not Kind.CELL or not name.isalpha():
        return False
    is_named = name[0].isupper() and found[:1].isupper()
    is_written = problem.damage in WRITTEN or (is_named and problem.damage is Damage.HALF_TRANSLATED)
    if not is_written or not (is_named or found == name[0].upper() + name[1:]):
        return False
    return "`" not in source.text and "`" in line_of(source.page.text, source.span.start)
