"""What of a code span a translator may put into their language: sentences, labels, strings, placeholders, locales."""

from __future__ import annotations

import re

from doclint.text.lazypattern import lazy
from doclint.text.numbers import same_number

LOCALE = lazy(r"(?<=/)[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}(?=/)", re.IGNORECASE)
PLACEHOLDER = lazy(
    r"\{[^{}`,:\"'，：]*\}|(?:(?<=[a-z] )(?<!return )|(?=<(?![A-Z]\w*>)))<[^<>`]*>|\[[^\[\]`,:\"'，：]*\]"
)
"""What stands for something that readers put there; lists, maps and tags of components, but in commands, are code."""
TOLD = lazy(r"<[^<>`]*>|(?<![\w@])[^\W\d_]\w*@[^\W\d_]\w*(?=:<|:/|:?\s|:?$)")
"""What stands between such brackets in any language, and a login beside it: `copy <file> user@server:<folder>`."""
HOST = lazy(r"(?<=://)(?:your[a-z]+|[a-z]+name)(?=[.:/]|$)")
HOST_THERE = lazy(r"(?<=://)[^\s/:.]+(?=[.:/]|$)")
"""What says that the reader's own host stands there, and one that does."""
SIGN = lazy(r"\w ?: ?['\"\d]|\w\(|\)\.|[\[{=_/\\$@|<]|\w[.:]\w|::|--?\w|->")
"""What prose does not have."""
INSIDE = lazy(
    r"""(["'])(?=[^"']*\s|[A-Z][a-z]*["']|(?![\x00-\x7f])\w)(?:(?!\1)[^\\`])*\1(?!\s*:)|(?<=>)[^<>]*(?=<)|/\*[^*]*\*/|(?:^|(?<=\s))(?://|\#).*"""
)
"""Strings that are for readers, text between tags, comments."""

QUOTED = lazy(r"""^["'«“„][^"'»”]*["'»”]$""")
MINUS = "\u2212"
TYPESET = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")
"""Quotation marks of printed text, and what a keyboard has in their place."""
DASHES = frozenset("\u2013\u2014")
BRACED = lazy(r"\{\{?\s*([\w.-]+)\s*\}\}?")
"""One word in braces, which a program or an address has there."""
PLAIN_QUOTES = "\"'"
LETTERS = lazy(r"[^\W\d_]+[.!?:…]*")

CAPITALS = lazy(r"(?:[^\W\d_a-z]+[_ -])+[^\W\d_a-z]+")
"""What stands for a value in samples: `PARAM_NAME`."""
PARTS = lazy(r"[_ -]")
ELLIPSIS = lazy(r"(?:\.{2,}|…+)(?=[)\]}]|\Z)")
"""What stands for what an author left out, at the end of brackets or of all."""
BETWEEN_DOTS = lazy(r"(?<=\.\.\.)\s*[^\W\d_]+\s*(?=\.\.\.)")
"""A word for what is left out, as in `array(...elements...)`."""
KEYS = lazy(r"[^\W\d_][\w.]*(?: ?\+ ?(?:[^\W_][\w.]*|[^\w\s]))+")
"""Keys pressed together, as `Ctrl+C`: they are called what the keyboard of the reader's country calls them."""

SINCE = lazy(r"[A-Za-z][A-Za-z. ]*?(?P<version> ?\d[\d.]*)\+")
"""A product from a version on, as `IE10+`, which is no name of anything."""

REQUIRED = lazy(r"(?P<name>(?:[A-Za-z][A-Za-z. ]*?)?) ?(?:>=|\u2265) ?(?P<version>\d[\d.]*)")
REQUIRED_THERE = lazy(r"(?P<name>(?:[A-Za-z][A-Za-z. ]*?)?) ?(?P<version>\d[\d.]*)\+")
"""The least version of a product, as a sign says it, and as a plus: `Node >= 18` is `Node 18+`."""

AMOUNT = lazy(r"(?P<number>\d{1,3}(?:[ ,]\d{3})+|\d+(?:\.\d+)?(?= ))(?P<unit> [^\W\d_]+)?", re.ASCII)
"""A number for people, which has its thousands parted or a unit behind it: `200 000`, `0.5 ETH`."""

RANGE = lazy(r"(?P<first>\d[\d.]*)\s?[\u2013\u2014\u301c\uff5e~-]\s?(?P<last>\d[\d.]*)")
"""From one number to another, for people where the sign is none of a keyboard's: `1\u2013100`."""

TUPLE = lazy(r"[\[(][^\W\d_]+(?:, ?[^\W\d_]+)+[\])]")
"""Words in a row that say what a program gives or takes in this order: `[west, south, east, north]`."""

UNSEEN = lazy(r"[\u200b-\u200f\u2060\ufeff]")
"""Signs without a form, which come with what was copied from elsewhere."""

GIVEN = lazy(r"(?<!\S)(--[\w-]+)=")
"""A flag with its value behind a sign, which a space may stand for."""

OPTION = lazy(r"(-+[\w-]+)[= ](?P<value>[^\W\d_]+), ?(-+[\w-]+)[= ](?P=value)")
"""Two forms of an option, with what readers put behind either: `--file=path, -f path`."""

CHAIN = lazy(r"\s(?:->|=>|→|⇒)\s")
"""What leads from one version to the next."""
VERSION = lazy(r"v?\d+(?:\.[\dx]+)*", re.IGNORECASE)

PHRASE = lazy(r"(?<=[>.…=,(:|])\s?[a-z]+(?: (?:[a-z]+|\d+)){2,}(?=\s*(?:[,.)}\]|]|\Z))")
"""Words of a sentence behind a sign of code: `...the key of step 2`."""
PHRASE_THERE = r"\s?[^\W_](?:[\w ’'-]*\w)?"

EQUATION = lazy(r"\s[=×÷+]\s")

SENTENCE = 6
"""Words of a span that are a sentence where the first has a capital."""

PICTURE = lazy(r"[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f? ?")
QUESTION = lazy(r"\w\?(?:\s|\Z)")
CODE = lazy(r"[=;(){}<>]")
GIVEN_IN_WORDS = lazy(r"\w\(([a-z]+(?:[ -][a-z]+)*(?:, [a-z]+(?:[ -][a-z]+)*)*)\)")
"""What a function is given in words, as in `max(base stall, connect timeout)`."""

FEW = 3
"""Words behind a first one that are a command where all but one stand."""

SHORT = 3
"""Letters of a first word that two languages may share, as `no`."""

MARKED = lazy(r"(?P<mark>[*_`~]{1,3})[^*_`~]+(?P=mark)")
"""A word as Markdown marks it, in a text about Markdown."""
DIGEST = lazy(r"(?:[0-9a-f]{8}){4,16}", re.IGNORECASE)

WAY = lazy(r"\s(?:->|→|>|›|»)\s")
"""What leads from one menu to the next."""


def is_words(text: str) -> bool:
    """Whether a text is made of letters only, as sentences, labels and many names are."""
    return text[:1].isalpha() and all(LETTERS.fullmatch(part) for part in re.split(r"[ '’-]+", text) if part)


def is_quoted(text: str) -> bool:
    """Whether a text stands between quotes."""
    return QUOTED.match(text) is not None


def is_button(text: str) -> bool:
    """Whether a text is one word with a capital, as a button says."""
    text = UNSEEN.sub("", text)
    return text.isalpha() and text[0].isupper() and text[1:].islower()


def is_prose(text: str) -> bool:
    """Whether a code span is a sample, a label or a sentence rather than code."""
    words = text.split()
    if not PLACEHOLDER.sub("", text).strip():
        return True
    if is_quoted(text):
        return len(words) > 1 or is_button(text.strip("\"'«“„»”"))
    if len(words) == 1:
        return is_button(text)
    if PICTURE.match(text):
        return is_words(PICTURE.sub("", text))
    if is_told_in_words(text):
        return True
    sides = EQUATION.split(text)
    if len(sides) > 1 and all(" " in side and is_words(side) for side in sides):
        return True  # a formula in words
    if SIGN.search(PLACEHOLDER.sub("", text)):
        return False
    return 2 * sum(is_words(word.strip("()")) for word in words) >= len(words)


def is_told_in_words(text: str) -> bool:
    """Whether a sentence or a question stands there, or a formula of what words say, whatever names are in it."""
    words = text.split()
    if text[0].isupper() and QUESTION.search(text) and not CODE.search(text):
        return 2 * sum(map(is_words, words)) >= len(words) > FEW
    if len(words) >= SENTENCE and text[0].isupper():
        return sum(map(is_words, words)) >= len(words) - 1
    given = [part for call in GIVEN_IN_WORDS.finditer(text) for part in call[1].split(", ")]
    return len(given) > 1 and sum(" " in part for part in given) > 1


def is_command(expected: str, found: str) -> bool:
    """Whether words are a command: the first, in small letters, still stands first, before no translation."""
    (first, *rest), (other, *others) = expected.split(), found.split() or [""]
    if first != other or not first.isascii() or not first.islower():
        return False
    if 1 < len(rest) == len(others) <= FEW and sum(map(str.__ne__, rest, others)) == 1:
        return True
    return not found.isascii() or (first.isalnum() and len(first) > SHORT and len(rest) == len(others) == 1)


def is_half_foreign(expected: str, found: str) -> bool:
    """Whether one word of a name is kept and another is in letters that the name does not have: nobody names so."""
    return not found.isascii() and not set(PARTS.split(expected)).isdisjoint(PARTS.split(found))


def is_same_code(expected: str, found: str) -> bool:
    """Whether two spans say the same: a union in another order, other quotes, another sign for what is left out."""
    ours, theirs = (ELLIPSIS.sub("…", text.replace('"', "'")) for text in (expected, found))
    if ours == theirs:
        return True
    parts, others = (sorted(part.strip() for part in text.split("|")) for text in (ours, theirs))
    return len(parts) > 1 and all(parts) and parts == others


def is_braced_otherwise(expected: str, found: str) -> bool:
    """Whether nothing but words in braces differ, one word each on both sides, as in `/parcels/{id}`."""
    if expected == found or "{" not in expected:
        return False
    ours, theirs = BRACED.findall(expected), BRACED.findall(found)
    return len(ours) == len(theirs) > 0 and BRACED.sub("{}", expected) == BRACED.sub("{}", found)


def may_differ(expected: str, found: str) -> bool:
    """Whether a translator may have put one in the place of the other."""
    expected = UNSEEN.sub("", expected)
    if expected.replace(MINUS, "-") == found.replace(MINUS, "-") or expected.translate(TYPESET) == found:
        return True
    if "".join(expected.split()) == "".join(found.split()):
        return False  # white space in code is not for translators
    if expected.removeprefix("./").rstrip(";") == found.removeprefix("./").rstrip(";"):
        return True
    marked = MARKED.fullmatch(expected), MARKED.fullmatch(found)
    if marked[0] and marked[1] and marked[0]["mark"] == marked[1]["mark"]:
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
        or is_amount(expected, found)
        or is_same_range(expected, found)
        or is_closed_there(expected, found)
    ):
        return True
    if any(form.sub("", expected) == form.sub("", found) for form in (PLACEHOLDER, BETWEEN_DOTS, LOCALE, INSIDE)):
        return True
    return is_prose(expected) and not is_button(expected) and not is_command(expected, found)


def is_filled_in(expected: str, found: str) -> bool:
    """Whether nothing differs but what readers replace: between angle brackets, a login beside them, `yourhost`."""
    options = OPTION.fullmatch(expected), OPTION.fullmatch(found)
    if options[0] and options[1]:
        return options[0].group(1, 3) == options[1].group(1, 3)
    if HOST.search(expected):
        return HOST.sub("", expected) == HOST_THERE.sub("", found)
    is_told = any(match[0].startswith("<") for match in PLACEHOLDER.finditer(expected))
    return is_told and TOLD.sub("<>", expected) == TOLD.sub("<>", found)


def is_way(expected: str, found: str) -> bool:
    """Whether both lead through as many menus, one with a name of several words: no type is called so."""
    parts = WAY.split(expected)
    if len(parts) == 1 or len(parts) != len(WAY.split(found)):
        return False
    return any(" " in part for part in parts) and all(part[:1].isupper() and is_words(part) for part in parts)


def is_amount(expected: str, found: str) -> bool:
    """Whether both are one number for people, as languages write it: with thousands parted, or a unit behind it."""
    amount = AMOUNT.fullmatch(expected)
    if amount is None:
        return False
    number, unit = amount["number"], amount["unit"] or ""
    return same_number(number, found.removesuffix(unit).rstrip(), None)


def is_chain(expected: str, found: str) -> bool:
    """Whether both lead through the same versions, with whatever arrows between."""
    parts = CHAIN.split(expected)
    return len(parts) > 1 and all(map(VERSION.fullmatch, parts)) and parts == CHAIN.split(found)


def is_told(expected: str, found: str) -> bool:
    """Whether nothing differs but what the code says in words: `find(name) -> door or list of doors`."""
    pieces = PHRASE.split(expected)
    return len(pieces) > 1 and re.fullmatch(PHRASE_THERE.join(map(re.escape, pieces)), found) is not None


def is_same_range(expected: str, found: str) -> bool:
    """Whether both lead from one number to the same other, and the English with the sign of a text."""
    both = RANGE.fullmatch(expected), RANGE.fullmatch(found)
    return not expected.isascii() and bool(both[0] and both[1] and both[0].groups() == both[1].groups())


def is_tuple_put_over(expected: str, found: str) -> bool:
    """Whether both are as many words in brackets, the English ones plain."""
    both = TUPLE.fullmatch(expected) and TUPLE.fullmatch(found)
    return bool(both) and expected.islower() and expected.count(",") == found.count(",")


def is_closed_there(expected: str, found: str) -> bool:
    """Whether the English has a quote that nothing closes, and the translator has put the other one."""
    ours, theirs = ("".join(filter(str.isalnum, text)) for text in (expected, found))
    return ours == theirs and any(expected.count(sign) % 2 > found.count(sign) % 2 for sign in PLAIN_QUOTES)


def is_empty_mark(expected: str, found: str) -> bool:
    """Whether both are one dash each, which says that there is nothing; a hyphen of the English may be code."""
    return expected in DASHES and found in DASHES | {"-"}
