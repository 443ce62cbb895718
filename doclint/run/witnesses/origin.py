"""Whether a page was made from English that is not here: it holds code and names of which no version of this one knows.

A translation may be kept while the English beside it is not: its own upstream goes on, or it began as a copy of another
text. What it changed since says nothing then of the English that lies here.
"""

from __future__ import annotations

from collections.abc import Iterator

from doclint.page import Code, Segment
from doclint.page.inline.pieces import PieceKind
from doclint.pair import Pair
from doclint.sources.git.versions.lineage import Lineage

LAID = 0.95
"""Share of a page that is laid beside its English where both are of one version."""

FEWEST = 3
"""Lines of code and code spans that no version of the English has."""

SHARE = 10
"""One in so many of those without a counterpart: an older page has none but for a slip or two."""

SHORTEST = 4
"""Code points of one."""

REMARKS = ("#", "//", "--", "/*", "*", "<!--", ";")
"""What begins a comment, which is translated."""


def is_of_other_english(pair: Pair, english: Lineage) -> bool:
    """Whether some of the code without a counterpart on the English page stands in no version of that."""
    laid, blocks = pair.coverage
    if blocks - laid < FEWEST or laid > LAID * blocks:
        return False
    own = {"".join(text.split()) for text in _own_code(pair)}
    unknown = own
    for version in english:
        page = english.text(version) or ""
        unknown = {text for text in unknown if text not in page}  # as most stand there
        if len(unknown) >= FEWEST:
            page = "".join(page.split())
            unknown = {text for text in unknown if text not in page}
        if len(unknown) < FEWEST:
            return False
    return len(unknown) * SHARE >= len(own) > 0


def _own_code(pair: Pair) -> Iterator[str]:
    """Lines of code and code spans, in English letters, of blocks that were laid beside no English ones."""
    found = pair.alignment
    laid = {id(match.target) for matches in (found.headings, found.texts) for match in matches}
    laid |= {id(match.target) for match in found.codes}
    for block in pair.target.blocks:
        if id(block) in laid:
            continue
        if isinstance(block, Code):
            texts = [line.strip() for line in block.text.splitlines()]
        elif isinstance(block, Segment):
            texts = [piece.text.strip() for piece in block.inline.of(PieceKind.CODE)]
        else:
            continue
        yield from (text for text in texts if _is_code(text))


def _is_code(text: str) -> bool:
    return len(text) >= SHORTEST and text.isascii() and not text.startswith(REMARKS) and any(map(str.isalpha, text))
