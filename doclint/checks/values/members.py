"""Members of a list of values: which of the English the translation has in whatever form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from doclint.checks.code.spans import CodeSpan
from doclint.checks.samples.differ import is_marked_alike
from doclint.checks.samples.prose import is_button
from doclint.page import Segment
from doclint.page.inline.pieces import PieceKind
from doclint.pair import Pair
from doclint.pair.alignment.align import Match
from doclint.text.damage import likeness
from doclint.text.lazypattern import lazy
from doclint.text.words import foreign_words, stands_in

ALIKE = 0.6
"""How like each other two values must be where more or fewer were lost than came."""

SHORT_FORM = lazy(r"[A-Z]{2,4}")


def is_shown(members: Sequence[CodeSpan]) -> bool:
    """Whether a program may show all values: words with a capital, and short forms among them."""
    is_any = any(is_button(code.text) for code in members)
    return is_any and all(is_button(code.text) or SHORT_FORM.fullmatch(code.text) for code in members)


def is_elsewhere(pair: Pair, code: CodeSpan) -> bool:
    """Whether the page has the value as often as the English: behind a line break, or in another sentence."""
    mark = f"`{code.text}`"
    return pair.source is not None and pair.target.text.count(mark) >= pair.source.text.count(mark) > 0


def is_kept(value: str, match: Match[Segment], *, is_exact: bool) -> bool:
    """Whether a value stands without its backticks, as often as in the English."""
    plain = match.target.plain
    if not stands_in(value, plain):
        return False
    if not is_exact and next(foreign_words(plain), None) is not None:
        return True  # among letters of another script it is nothing else, however often it is said
    return plain.count(value) >= match.source.plain.count(value)


def is_linked(value: str, text: Segment) -> bool:
    """Whether a text links to a file of that name, so that it need not say it."""
    return any(link.target.rpartition("/")[2] == value for link in text.inline.of(PieceKind.LINK))


def is_quoted_there(value: str, theirs: Sequence[CodeSpan]) -> bool:
    """Whether a value stands between quotes in one of the spans, if less often than in the English."""
    return any(code.text != value and bare(code.text) == value for code in theirs)


def is_respelt(value: str, match: Match[Segment]) -> bool:
    """Whether a value stands without its backticks and in other capitals, so that it is not missing: `.mp3` as MP3."""
    return stands_in(bare(value).removeprefix(".").casefold(), match.target.plain.casefold())


def is_put_together(lost: Sequence[CodeSpan], strange: Sequence[CodeSpan]) -> bool:
    """Whether one span with a star stands for several values: `*-pro` for `big-pro`, `small-pro`."""
    stars = [code.text for code in strange if code.text.count("*") == 1 and len(code.text) > 1]
    forms = [re.escape(text).replace(r"\*", r".+") for text in stars]
    return len(lost) > 1 and any(all(re.fullmatch(form, code.text) for code in lost) for form in forms)


def is_about_marks(lost: Sequence[CodeSpan], strange: Sequence[CodeSpan]) -> bool:
    """Whether what differs is words between the marks of Markdown that the list is about: `_italic_`, `**bold**`."""
    is_each = 0 < len(lost) == len(strange)
    return is_each and all(is_marked_alike(one.text, other.text) for one, other in zip(lost, strange, strict=True))


def bare(text: str) -> str:
    """Without the quotes around it."""
    return text.strip("\"'") or text


def is_recased(members: Sequence[CodeSpan], lost: Sequence[CodeSpan], strange: Sequence[CodeSpan]) -> bool:
    """Whether all values with capitals, and several, got others and nothing else, as a person decides for a list."""
    ours, theirs = ([code.text.casefold() for code in side] for side in (lost, strange))
    is_every = all(code in lost or code.text.islower() for code in members)
    return is_every and len(ours) > 1 and ours == theirs


def likest(lost: list[CodeSpan], found: CodeSpan) -> CodeSpan | None:
    """The value that the found one is the damaged form of, where one can be told."""
    best = max(lost, key=lambda code: likeness(code.text, found.text))
    return best if likeness(best.text, found.text) >= ALIKE else None


def inside(members: Sequence[CodeSpan], theirs: list[CodeSpan]) -> list[CodeSpan]:
    """The target's spans from the first to the last value of the list."""
    names = {member.text for member in members}
    at = [index for index, code in enumerate(theirs) if code.text in names]
    return theirs[at[0] : at[-1] + 1] if at else []
