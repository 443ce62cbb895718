"""Names that an author may have made up for a sample, so that a translator may put others in their place.

A name that another English page or an API description has is none of these, nor is one whose spelling only code has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from doclint.checks import Problem
from doclint.checks.code.sentences import line_of
from doclint.checks.code.tokens import SHELLS
from doclint.checks.front.keys import SWITCH_VALUES
from doclint.checks.samples.readers import CAPITALS
from doclint.engine.verdict.choices.ahead import is_ahead
from doclint.engine.verdict.choices.filledin import (
    is_among_patterns,
    is_date_form,
    is_filled,
    is_left_open,
    is_own_host,
    is_own_name,
    is_pattern_filled,
    is_told_form,
)
from doclint.engine.verdict.choices.forpeople import is_for_people, is_price
from doclint.engine.verdict.choices.inprose import is_label
from doclint.engine.verdict.choices.mended import is_perhaps_mended, is_said_fully, is_slip_of_english
from doclint.engine.verdict.choices.printed import is_output, is_printed
from doclint.engine.verdict.choices.putover import SAME_WORD, is_own_name_put_over, is_put_over, is_renamed_alike
from doclint.engine.verdict.choices.usage import is_argument, is_in_usage, is_signature, is_slot
from doclint.page import Code
from doclint.pair import Pair
from doclint.text import Severity
from doclint.text.damage import Damage
from doclint.text.lazypattern import lazy
from doclint.text.words import foreign_words, is_joined, is_name, stands_in

STRICT = lazy(r"--\w|\w\(|[a-z0-9][A-Z]|\w_\w|\w\.\w+\.\w|@\w")
"""Spelling that only code has: a call, a flag, capitals or low lines inside."""

OWN = lazy(r"\A(?:[a-z]+-)*(?:your|my|our)-[a-z-]+\Z")
"""A name of words that say that it is the reader's: `a-short-name-for-my-change`."""

EXAMPLE = lazy(r"(?:[\w.-]+[@.])?example(?:\.(?:com|net|org))?")
"""The domains that RFC 2606 keeps for examples, and mail to them."""

DATA = frozenset(("json", "jsonc", "json5", "http", "yaml", "yml", "toml", "ini", "properties", "env", "dotenv"))
"""Languages in which a program reads every name: a reader who copies another one sets nothing."""

SENTENCE = lazy(r"[\s-]*[\w.-]+:\s+[\"']?[A-Z][a-z]*(?: [\w,'’-]+)+[.!?]?[\"']?\s*")
"""A setting whose value is words for people: `name: Build it anew`."""

PHRASE = lazy(r"[A-Za-z]+(?: [A-Za-z]+)+[?!]?")

Choice = Callable[[Problem, Pair], bool]
"""Whether a translator may have chosen what stands there."""


def most_severe(problem: Problem, pair: Pair, is_known: Callable[[str], bool]) -> Severity | None:
    """The most that a changed sample name may be called; None where it is surely a name of the product."""
    if (most := _first(ANYWHERE, problem, pair)) is not None:
        return most
    block = problem.source if isinstance(problem.source, Code) else None
    if block and problem.is_sample:
        return _most_in_example(problem, block, pair, is_known)
    if block and problem.severity is Severity.WARNING and (_is_told(problem, block, pair) or is_price(problem, pair)):
        return Severity.NOTE
    if (most := _first(IN_TEXT, problem, pair)) is not None:
        return most
    name = problem.expected or ""
    is_kept = bool(name) and stands_in(name, pair.target.code_text)  # so that the page does not agree with itself
    if not is_kept and is_perhaps_mended(problem):
        return Severity.WARNING
    if not problem.is_sample or not name or problem.damage in SAME_WORD:
        return None
    if not problem.found:
        return Severity.WARNING  # one of several that a shorter sentence leaves out
    is_alike = is_renamed_alike(problem.found, pair) or is_put_over(problem, pair)
    is_own = bool(STRICT.search(name)) or (is_name(name) and not is_joined(name))
    if is_alike:
        return Severity.WARNING if is_own else Severity.NOTE
    return None if is_own or is_kept or is_known(name) else Severity.WARNING


def _first(choices: Iterable[tuple[Choice, Severity]], problem: Problem, pair: Pair) -> Severity | None:
    """What the first choice that holds leaves of the severity."""
    return next((most for holds, most in choices if holds(problem, pair)), None)


def _is_sample_in_text(problem: Problem) -> bool:
    return problem.is_sample and not isinstance(problem.source, Code)


def _is_own_in_text(problem: Problem, pair: Pair) -> bool:
    return _is_sample_in_text(problem) and is_own_name_put_over(problem, pair)


def _is_own_elsewhere(problem: Problem, pair: Pair) -> bool:
    return not _is_sample_in_text(problem) and is_own_name_put_over(problem, pair)


def _is_own_sample(problem: Problem, _pair: Pair) -> bool:
    is_other = problem.is_sample and problem.damage not in SAME_WORD
    return is_other and is_own_name(problem.expected or "", problem.found)


def _is_with_unit(problem: Problem, _pair: Pair) -> bool:
    return problem.damage is Damage.GLUED and (problem.expected or "").isdecimal()


def _is_usage(problem: Problem, pair: Pair) -> bool:
    """Whether another word stands for what readers put into a call or a command."""
    if problem.damage in SAME_WORD:
        return False
    return is_in_usage(problem) or is_slot(problem, pair) or is_argument(problem, pair) or is_signature(problem)


def _alone(holds: Callable[[Problem], bool]) -> Choice:
    return lambda problem, _pair: holds(problem)


def _words(holds: Callable[[str, str], bool]) -> Choice:
    return lambda problem, _pair: holds(problem.expected or "", problem.found)


def _most_in_example(problem: Problem, block: Code, pair: Pair, is_known: Callable[[str], bool]) -> Severity | None:
    """The same of a name in an example.

    There much is text for readers and much the author's own, so that less is said of it than of a code span; not so of
    data, and of letters that no program reads.
    """
    name, language = problem.expected or "", block.language
    is_readers = OWN.search(name) or is_own_host(name, problem.found) or _is_example_host(problem, pair)
    if is_filled(name, problem.found) or (is_readers and problem.damage not in SAME_WORD):
        return Severity.NOTE
    if problem.damage is Damage.RECASED and "sql" in language:
        return Severity.NOTE  # its words have no case
    if _is_told(problem, block, pair):
        return Severity.NOTE
    is_other_code = problem.found and problem.found.count("\n") != name.count("\n")  # and none became of this
    if is_other_code or (not is_known(name) and _is_own_word(problem, block, pair)):
        return Severity.NOTE
    is_shell = language in SHELLS and not is_output(problem, pair)
    is_argument = CAPITALS.fullmatch(name) is not None and not _touches(problem, pair, "$", "=")
    if is_argument and problem.found.isupper() and (is_shell or not language):
        return Severity.NOTE  # for the reader to fill in
    if is_shell and is_argument:
        return Severity.WARNING
    if is_shell and is_left_open(name, problem.found):
        return Severity.WARNING
    if is_shell and not problem.found.isascii() and not is_printed(problem, pair):
        return None  # a command of foreign letters is none
    is_slip = problem.damage is Damage.MISSPELT or problem.damage in SAME_WORD
    is_slip |= problem.damage is Damage.TRANSLITERATED and name.islower()  # and no name of a person or place
    is_unread = language not in SHELLS and _is_unread(problem) and not is_printed(problem, pair)
    is_odd = (language in DATA or is_unread) and not _is_in_sentence(problem, pair)
    is_odd = is_odd or (is_slip and "/" not in name and not _is_in_sentence(problem, pair))
    return Severity.WARNING if is_odd or STRICT.search(name) else Severity.NOTE


def _is_told(problem: Problem, block: Code, pair: Pair) -> bool:
    """Whether an example says the words to people, or shows them, and none is spelt as code is."""
    if block.language in SHELLS or STRICT.search(problem.expected or ""):
        return False
    if any(foreign_words(problem.expected or "")):
        return True  # the English shows it in another language
    is_data = block.language in DATA
    is_shown = not is_data and not problem.found.isascii() and is_printed(problem, pair)
    return is_shown or is_for_people(problem, block, pair, is_data=is_data)


def _is_example_host(problem: Problem, pair: Pair) -> bool:
    """Whether the domain is one that is kept for examples, or the word is what such a domain is called."""
    name = problem.expected or ""
    return EXAMPLE.fullmatch(name) is not None and ("." in name or _touches(problem, pair, "@", "."))


def _is_own_word(problem: Problem, block: Code, pair: Pair) -> bool:
    """Whether a name of an example was put over throughout, or is a key of several words: no program asks for these."""
    is_key = problem.damage not in SAME_WORD and PHRASE.fullmatch(problem.expected or "") is not None
    if is_key and pair.source is not None and problem.source_span is not None:
        return pair.source.text[problem.source_span.end :][:2] in ('":', "':")
    return bool(block.language) and block.language not in DATA | SHELLS and is_put_over(problem, pair)


def _is_unread(problem: Problem) -> bool:
    """Whether letters of another script stand in code, or a switch became a word that is none."""
    if not any(map(str.isalnum, problem.expected or "")):
        return False  # a sign of a text, whose words stand in another order
    return any(foreign_words(problem.found)) or (problem.expected in SWITCH_VALUES and problem.found.isalpha())


def _is_in_sentence(problem: Problem, pair: Pair) -> bool:
    """Whether the expected word is one of several in a value for people."""
    if pair.source is None or problem.source_span is None:
        return False
    line = line_of(pair.source.text, problem.source_span.start)
    return SENTENCE.fullmatch(line) is not None and f"{problem.expected}:" not in line


def is_variable(problem: Problem, pair: Pair) -> bool:
    """Whether a plain word names something in the code of a program, and is no member of another's; or the name is one
    that the page's own code defines, and the translation has another for it throughout."""
    part, name = problem.source, problem.expected or ""
    if is_own_name_put_over(problem, pair):
        return True
    if not isinstance(part, Code) or not part.language or part.language in SHELLS or part.language in DATA:
        return False
    start = problem.source_span.start if problem.source_span else 0
    is_member = pair.source is not None and pair.source.text[start - 1 : start] == "."
    return name.isalpha() and name.islower() and not is_member


def _touches(problem: Problem, pair: Pair, before: str, behind: str) -> bool:
    """Whether one sign stands before the words of the English, or another behind them."""
    if pair.source is None or problem.source_span is None:
        return False
    (start, end), text = problem.source_span, pair.source.text
    return text[start - 1 : start] in (before, "{") or text[end : end + 1] == behind


ANYWHERE: Sequence[tuple[Choice, Severity]] = (
    (is_slip_of_english, Severity.NOTE),
    (_alone(is_label), Severity.NOTE),
    (_is_own_in_text, Severity.WARNING),
    (_is_own_elsewhere, Severity.NOTE),
)
"""What a translator may choose or mend wherever it stands, and the most that it may then be called."""

IN_TEXT: Sequence[tuple[Choice, Severity]] = (
    (_is_own_sample, Severity.NOTE),
    (_alone(is_date_form), Severity.NOTE),
    (_alone(is_said_fully), Severity.NOTE),
    (_is_with_unit, Severity.WARNING),
    (_words(is_ahead), Severity.WARNING),
    (_words(is_filled), Severity.WARNING),
    (_words(is_pattern_filled), Severity.WARNING),
    (_alone(is_among_patterns), Severity.WARNING),
    (_alone(is_told_form), Severity.WARNING),
    (_is_usage, Severity.WARNING),
)
"""The same of a code span, and of what an example has that nobody made up."""
