"""Names and patterns that say what a reader puts there, and what another text puts there."""

from __future__ import annotations

import re

from doclint.checks import Problem
from doclint.checks.code.spans import code_spans
from doclint.checks.code.tokens import SAMPLE_NAME
from doclint.engine.verdict.choices.usage import is_in_usage
from doclint.page import Segment
from doclint.text.lazypattern import lazy

BRACKETED = lazy(r"\[[^\[\]]*[^\W\d_][^\[\]]*\]")
"""Words between brackets, which say to whoever reads a command what to put there: `git add [the file]`."""

LOGIN = lazy(r"[a-z][a-z0-9+.-]*://[A-Za-z]+:[A-Za-z]+@[A-Za-z]+(?:[:/][A-Za-z]+)*")
"""An address of words alone, with a login, which says what stands where: `mysql://user:password@host:port/database`."""

READERS = lazy(
    rf"{SAMPLE_NAME.pattern}|\bYour [A-Z]\w+|(?<!\w)(?:your|my)[a-z]+(?=@)|(?<=://)[A-Za-z]+(?:-[A-Za-z]+)+(?![\w.-])"
)
"""What readers put their own in place of: `your-host`, `Your Name`, `yourname@example.com`, `http://server-IP:80`."""

SAMPLE = lazy(
    r"\b(?:your|my|our|some|example)(?:[_-]|[A-Z]|\b)|\b(?:Your|My)[A-Z][a-z]|(?:YOUR|MY|EXAMPLE)_|\bpath\w*/to/|\busername\b"
)
"""What authors put into names that readers choose."""

HOST = lazy(r"(?:\A|[.@/])(?:your|my)[a-z]+\.[a-z]{2,}(?![\w.])")
"""A reader's own domain: `depot.yourcompany.com`."""

PARTS = lazy(r"[a-z]+\d*(?:(?:[/:@.…]|\.{3})[a-z]+\d*)+")
FORM = lazy(r"`*\s+(?:form(?:at)?|notation|pattern|syntax)\b")
"""What the English says behind an example of how something is written."""

DATE_FORM = lazy(r"([DdMmYyHhSs])\1*(?:[/.:-]([DdMmYyHhSs])\2*)+")
LETTERS = lazy(r"[^\W\d_]+")

SAID = lazy(r"""\[[a-z]+ [a-z][^\]]*\]+|"[A-Za-z]+(?: [A-Za-z]+)+"|'[A-Za-z]+(?: [A-Za-z]+)+'""")
"""Words between brackets or quotes that say what to put there: `send [the key below]`."""

BLANK = lazy(r"[Xx]{3,}")
"""What stands for any letters: `sendXXX`."""

PARTING = "/\\@"
"""Signs that part an address, of which one at least it has."""

OPTIONAL = lazy(r"\[[:,=/@][\w=]+\]")
"""What may be left out of a pattern, as `[:port]` in `host[:port]`."""

JOINED = lazy(r"([a-z]+)((?:[:=/@][a-z]+)+)")
"""Words of a pattern, of which the first is the product's own: `memory:size`."""


def is_to_fill_in(problem: Problem) -> bool:
    """Whether the expected words are a reader's to fill in: `your-app`, `https://your-host/depots`."""
    name, found = problem.expected or "", problem.found
    return is_own_name(name, found) or is_filled(name, found) or is_in_usage(problem) or is_date_form(problem)


def is_own_name(name: str, found: str) -> bool:
    """Whether a name says that it is the reader's: `your-app`, `depot.yourcompany.com`."""
    return SAMPLE.search(name) is not None or is_own_host(name, found)


def is_own_host(name: str, found: str) -> bool:
    """Whether the domain that a reader has to put there is said in another language."""
    return HOST.search(name) is not None and name.count(".") == found.count(".") and " " not in found


def is_filled(address: str, found: str) -> bool:
    """Whether nothing but what the reader puts in differs in an address or a path: `https://your-host/depots`."""
    parts = READERS.split(address)
    if len(parts) == 1 or not any(sign in address for sign in PARTING):
        return False
    return bool(re.fullmatch(r"[^/\\@]+".join(map(re.escape, parts)), found))


def is_left_open(name: str, found: str) -> bool:
    """Whether words in brackets stand in the place of samples that a command is given: `branch-name` is `[Zweig]`."""
    kept = BRACKETED.split(found)
    return len(kept) > 1 and not name.startswith("-") and bool(re.fullmatch(".+".join(map(re.escape, kept)), name))


def is_pattern_filled(name: str, found: str) -> bool:
    """Whether nothing but words that say what to put there differ, as in `mysql://user:password@host`."""
    if name == found:
        return False
    blanks = BLANK.split(name)
    if len(blanks) > 1 and re.fullmatch(".+".join(map(re.escape, blanks)), found):
        return True
    if LOGIN.fullmatch(name):
        scheme, _, rest = name.partition("://")
        return bool(re.fullmatch(re.escape(scheme) + "://" + re.sub("[A-Za-z]+", r"[^\\W\\d]+", rest), found))
    said = [match.group() for match in SAID.finditer(name)]
    if not any(words.startswith("[") for words in said):
        return False
    slots = [f"{re.escape(words[0])}[^{re.escape(words[-1])}]+{re.escape(words[-1])}+" for words in said]
    pattern = "".join(map("".join, zip(map(re.escape, SAID.split(name)), [*slots, ""], strict=True)))
    return bool(re.fullmatch(pattern, found))


def is_told_form(problem: Problem) -> bool:
    """Whether words joined by signs say what a name is made of, as the English says: "the `provider/model` form"."""
    source, place = problem.source, problem.source_span
    if not isinstance(source, Segment) or place is None or not PARTS.fullmatch(problem.expected or ""):
        return False
    ours, theirs = (re.split(r"[^\W\d_]+", text) for text in (problem.expected or "", problem.found))
    return ours == theirs and FORM.match(source.page.text, place.end) is not None


def is_date_form(problem: Problem) -> bool:
    """Whether letters say how a date or a time is written, and those of another language stand there: `DD/MM/YYYY`.

    Not so of a form that the English puts between quotes somewhere, which is one that programs read.
    """
    name, source = problem.expected or "", problem.source
    if not isinstance(source, Segment) or not DATE_FORM.fullmatch(name) or any(map(str.isdigit, problem.found)):
        return False
    is_read = any(f"{sign}{name}{sign}" in source.page.text for sign in "\"'")
    return not is_read and LETTERS.sub("", name) == LETTERS.sub("", problem.found) != problem.found


def is_among_patterns(problem: Problem) -> bool:
    """Whether other words follow the first one, beside a pattern, as `memory:size` beside `host[:port]`."""
    if not isinstance(problem.source, Segment) or not (words := JOINED.fullmatch(problem.expected or "")):
        return False
    pattern = words[1] + re.sub("[a-z]+", r"[^\\W\\d_]+", words[2])
    is_filled_in = re.fullmatch(pattern, problem.found) is not None
    return is_filled_in and any(OPTIONAL.search(code.text) for code in code_spans(problem.source))
