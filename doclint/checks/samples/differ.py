"""What of a code span a translator may put into their language: all that the files beside this one know, at once."""

from __future__ import annotations

import re

from doclint.checks.samples.amounts import REQUIRED, REQUIRED_THERE, SINCE, is_amount, is_chain, is_same_range
from doclint.checks.samples.command import is_command, is_setting
from doclint.checks.samples.prose import UNSEEN, is_button, is_prose, is_quoted
from doclint.checks.samples.readers import CAPITALS, PLACEHOLDER, is_filled_in, is_half_foreign
from doclint.checks.samples.signs import PLAIN_QUOTES, is_closed_there, is_empty_mark, is_same_code
from doclint.checks.samples.told import is_asked, is_told, is_way
from doclint.text.lazypattern import lazy

LOCALE = lazy(r"(?<=/)[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}(?=/)", re.IGNORECASE)

INSIDE = lazy(
    r"""(["'])(?=[^"']*\s|[A-Z][a-z]*["']|(?![\x00-\x7f])\w)(?:(?!\1)[^\\`])*\1(?!\s*:)|(?<=>)[^<>]*(?=<)|/\*[^*]*\*/|(?:^|(?<=\s))(?://|\#).*"""
)
"""Strings that are for readers, text between tags, comments."""

MINUS = "\u2212"

TYPESET = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")
"""Quotation marks of printed text, and what a keyboard has in their place."""

BETWEEN_DOTS = lazy(r"(?<=\.\.\.)\s*[^\W\d_]+\s*(?=\.\.\.)")
"""A word for what is left out, as in `array(...elements...)`."""

KEYS = lazy(r"[^\W\d_][\w.]*(?: ?\+ ?(?:[^\W_][\w.]*|[^\w\s]))+")
"""Keys pressed together, as `Ctrl+C`: they are called what the keyboard of the reader's country calls them."""

GIVEN = lazy(r"(?<!\S)(--[\w-]+)=")
"""A flag with its value behind a sign, which a space may stand for."""

MARKED = lazy(r"(?P<mark>[*_`~]{1,3})[^*_`~]+(?P=mark)")
"""A word as Markdown marks it, in a text about Markdown."""

DIGEST = lazy(r"(?:[0-9a-f]{8}){4,16}", re.IGNORECASE)


def may_differ(expected: str, found: str) -> bool:
    """Whether a translator may have put one in the place of the other."""
    expected = UNSEEN.sub("", expected)
    if expected.replace(MINUS, "-") == found.replace(MINUS, "-") or expected.translate(TYPESET) == found:
        return True
    if "".join(expected.split()) == "".join(found.split()):
        return False  # white space in code is not for translators
    if expected.removeprefix("./").rstrip(";") == found.removeprefix("./").rstrip(";"):
        return True
    if is_marked_alike(expected, found):
        return True
    if DIGEST.fullmatch(expected) and DIGEST.fullmatch(found):
        return sum(map(str.__ne__, expected, found)) > len(expected) // 4  # of another version of a file
    if is_same_code(expected, found):
        return True
    if is_quoted(expected) and expected[0] in PLAIN_QUOTES and is_quoted(found) and found[0] not in PLAIN_QUOTES:
        return False
    since = SINCE.fullmatch(expected), SINCE.fullmatch(found)
    if since[0] and since[1] and since[0]["version"] == since[1]["version"]:
        return True
    required = REQUIRED.fullmatch(expected), REQUIRED_THERE.fullmatch(found)
    if required[0] and required[1] and required[0].groups() == required[1].groups():
        return True
    if CAPITALS.fullmatch(expected) and CAPITALS.fullmatch(found):
        return not is_half_foreign(expected, found)
    if KEYS.fullmatch(expected) and KEYS.fullmatch(found) and not expected.islower():
        return True
    if is_filled_in(expected, found) or is_way(expected, found) or is_empty_mark(expected, found):
        return True
    if GIVEN.sub(r"\1 ", expected) == GIVEN.sub(r"\1 ", found) or is_chain(expected, found):
        return True
    if (
        is_told(expected, found)
        or is_asked(expected, found)
        or is_amount(expected, found)
        or is_same_range(expected, found)
        or is_closed_there(expected, found)
    ):
        return True
    if any(form.sub("", expected) == form.sub("", found) for form in (PLACEHOLDER, BETWEEN_DOTS, LOCALE, INSIDE)):
        return True
    is_code = is_button(expected) or is_command(expected, found) or is_setting(expected, found)
    return is_prose(expected) and not is_code


def is_marked_alike(expected: str, found: str) -> bool:
    """Whether both are words between the same marks of Markdown: `_italic_`."""
    ours, theirs = MARKED.fullmatch(expected), MARKED.fullmatch(found)
    return ours is not None and theirs is not None and ours["mark"] == theirs["mark"]
