"""Lists of values in running text: short code spans, or plain words, with separators between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from doclint.checks.code.spans import CodeSpan, code_spans
from doclint.page import Segment
from doclint.pair.words.slips import SENTENCE
from doclint.text import Span
from doclint.text.lazypattern import lazy
from doclint.text.separators import SEPARATORS
from doclint.text.words import stands_in

FEWEST = 3
"""Members of a list; two things with a comma between them are found everywhere."""

LONGEST = 60
"""Code points of one value."""

WIDEST = 24
"""Code points between two values: a comma and a word such as `or`, with emphasis around it."""

WORD = r"[a-z_$@][\w$@.-]*+"
JOINT = r"(?:\s*[,;]\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+)"
PLAIN = re.compile(rf"(?<![\w`$@.-]){WORD}(?:{JOINT}{WORD}(?!['\u2019(]|[ \t]+(?!(?:and|or)\b)\w))+", re.ASCII)
"""Words of one part that begin in lower case, with commas between and no other word behind."""

CAPITAL_INSIDE = lazy(r"[a-z0-9][A-Z]|\w_\w", re.ASCII)

ABBREVIATION = lazy(r"(?:[a-z]\.)+[a-z]?", re.ASCII)
"""What stands before a list: `e.g.`."""

PARTS = re.compile(r"\b(?:and|or)\b|[\s,;]+")


def value_list(segment: Segment) -> list[CodeSpan]:
    """The longest run of code spans in which only separators stand between; empty where there is no list."""
    spans = code_spans(segment)
    gaps = [between(segment, one, other) for one, other in pairwise(spans)]
    best: list[CodeSpan] = []
    run: list[CodeSpan] = []
    for at, gap in enumerate(gaps):
        is_last = not is_parted(
            gap
        )  # the word before the last member; with another sign behind it is a word like `for`
        if not is_gap(gap) or (is_last and (not run or is_parted("".join(gaps[at + 1 : at + 2])[:WIDEST]))):
            run = []
            continue
        run = [*(run or [spans[at]]), spans[at + 1]]
        best = max(best, run, key=len)
        run = [] if is_last else run
    is_short = all(len(code.text) <= LONGEST and " " not in code.text for code in best)
    return best if len(best) >= FEWEST and is_short else []


def between(segment: Segment, one: CodeSpan, other: CodeSpan) -> str:
    """What stands between two neighbouring spans."""
    return segment.page.text[one.whole.end : other.whole.start]


def is_parted(gap: str) -> bool:
    """Whether a separator stands there."""
    return any(char in SEPARATORS for char in gap)


def is_gap(gap: str) -> bool:
    """Whether nothing else stands there than a separator, a word such as `or`, or both."""
    words = "".join(" " if char in SEPARATORS or char in "*_" else char for char in gap[: WIDEST + 1]).split()
    return bool(gap.strip()) and len(gap) <= WIDEST and (not words or (len(words) == 1 and len(words[0]) <= 4))


def is_scrambled(segment: Segment, members: Iterable[str]) -> bool:
    """Whether separators are missing in more than one place between the members.

    One and the same word in all these places parts them as well (`と`).
    """
    wanted = set(members)
    spans = [code for code in code_spans(segment) if code.text in wanted]
    gaps = [between(segment, one, other) for one, other in pairwise(spans)]
    bare = [gap.strip() for gap in gaps if len(gap) <= WIDEST and not is_parted(gap) and not {"\n", "`"} & {*gap}]
    return bare.count("") > 1 or (len(bare) > 2 and len(set(bare)) > 1)


@lru_cache(1000)
def plain_list(text: str) -> Sequence[str]:
    """The longest run of single words with commas between, one of which at least is spelt as a name; else empty."""
    if "*" in text or "_" in text:
        text = ITALIC.sub(r"\2", text)  # what is bold has a rule of its own
    runs = [
        [
            SENTENCE.sub(r"\1", part).rstrip(".-")
            for part in PARTS.split(match[0])
            if part and not ABBREVIATION.fullmatch(part)
        ]
        for match in PLAIN.finditer(text)
    ]
    best = max(runs, key=len, default=[])
    return tuple(best) if len(best) >= FEWEST and any(CAPITAL_INSIDE.search(word) for word in best) else ()


TOLD = lazy(rf"\bvalues?\b[^.:`]{{0,40}}: ({WORD}(?:{JOINT}{WORD})+)\.?\s*$", re.ASCII | re.IGNORECASE)
"""Plain words that an English sentence ends with and calls values."""

ARE = lazy(r"(?<=alues) are (?=[*_])")
ITALIC = lazy(r"(?<![\w*])([*_])(?=\w)([^*`\n]*?\w)\1(?![\w*])")
EMPHASIZED = lazy(r"(?<![\w*])([*_]{1,2})(?=\w)([^*`\n]*?\w)\1(?![\w*])")
"""One word or several, with the signs around them, which are none of theirs."""

WORDS = lazy(r"\w+")


@lru_cache(1000)
def values_told(text: str) -> Sequence[str]:
    """The plain words that an English text calls values and ends with, `Possible values are: none, pending, held.`, be
    they emphasized or not."""
    if "*" in text or "_" in text:
        text = EMPHASIZED.sub(r"\2", ARE.sub(": ", text))
    told = TOLD.search(text)
    found = [SENTENCE.sub(r"\1", part).rstrip(".") for part in PARTS.split(told[1]) if part] if told else []
    return tuple(found) if len(found) >= FEWEST else ()


def items(text: str) -> list[Span]:
    """What stands between the separators of a plain text, without the white space around it."""
    ends = [at for at, char in enumerate(text) if char in SEPARATORS]
    found = []
    for start, end in pairwise([-1, *ends, len(text)]):
        part = text[start + 1 : end]
        lead = len(part) - len(part.lstrip())
        found.append(Span(start + 1 + lead, max(start + 1 + lead, start + 1 + len(part.rstrip()))))
    return found


def item_beside(words: Sequence[str], plain: str) -> dict[str, Span]:
    """What stands in the place of each word: the item that is as far from a kept one as the word is."""
    parts = items(plain)
    texts = [span.of(plain) for span in parts]
    for index, word in enumerate(words):
        at = next((at for at, text in enumerate(texts) if stands_in(word, text)), -1)
        if at >= 0 and is_own_item(word, texts[at], is_first=index == 0, is_last=index == len(words) - 1):
            offset = at - index
            return {
                other: parts[place + offset]
                for place, other in enumerate(words)
                if 0 <= place + offset < len(parts) and 0 < place < len(words) - 1
            }
    return {}


def is_own_item(word: str, text: str, *, is_first: bool, is_last: bool) -> bool:
    """Whether an item holds the word and no other value: only `and`, or where the sentence begins and ends more."""
    before, _, after = text.partition(word)
    return (is_first or is_joiner(before)) and (is_last or is_joiner(after))


def is_joiner(text: str) -> bool:
    words = WORDS.findall(text)
    return not words or (len(words) == 1 and len(words[0]) <= 4)


def is_untouched(source: str, target: str) -> bool:
    """Whether raw texts have the same code spans in the same order, and signs between them as before."""
    ours, theirs = source.split("`"), target.split("`")
    if ours[1::2] != theirs[1::2]:
        return False
    return unparted(theirs[2:-1:2]) <= unparted(ours[2:-1:2])


def unparted(gaps: Sequence[str]) -> int:
    """Between how many neighbouring spans no sign stands."""
    return sum(gap.replace(" ", "").isalnum() or gap.isspace() or not gap for gap in gaps)
