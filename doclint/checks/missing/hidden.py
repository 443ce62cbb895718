"""Whether what seems to be missing stands elsewhere in the translation: as code, or hidden in a comment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from doclint.checks.missing.gaps import AnyMatch, Part
from doclint.page import Code, Segment
from doclint.pair import Pair
from doclint.text import Trust
from doclint.text.spans import enclosed

OPENING = "<!--"

LONG = 20
"""Characters of a text that no comment has by chance."""


def is_said_elsewhere(parts: Sequence[Part], pair: Pair, matches: Iterable[AnyMatch]) -> bool:
    """Whether code of the gap stands elsewhere in the translation, or its text in a comment there, to be shown later.

    Not so where the texts that are translated stand in comments as well.
    """
    if any(isinstance(part, Code) and part.text.strip() in pair.target.text for part in parts):
        return True
    if pair.trust is not Trust.PAIRED or OPENING not in pair.target.text:
        return False
    hidden = "\n".join(span.of(pair.target.text) for span in enclosed(pair.target.text, OPENING, "-->"))
    is_kept = any(_is_within(match.source, hidden) for match in matches)
    return not is_kept and any(_is_within(part, hidden) for part in parts)


def without_english(text: str, pair: Pair) -> str:
    """A stretch of the translation without comments that begin with what the English says."""
    if pair.source is None or OPENING not in text:
        return text
    for span in reversed([*enclosed(text, OPENING, "-->")]):
        said = span.of(text)[len(OPENING) : -3].strip()
        if said[:LONG] in pair.source.text:
            text = text[: span.start] + text[span.end :]
    return text


def _is_within(part: Part, comments: str) -> bool:
    """Whether comments have a text, and not by chance."""
    return isinstance(part, Segment) and len(part.text) >= LONG and part.text in comments
