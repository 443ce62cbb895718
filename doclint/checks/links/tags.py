"""Addresses in the tags of blocks of HTML, which are no running text."""

from __future__ import annotations

from collections.abc import Iterator

from doclint.page import Html, Kind, Page, Segment
from doclint.pair import Pair
from doclint.pair.alignment.align import Match
from doclint.pair.links import ATTRIBUTE


def tags_changed(pair: Pair) -> Iterator[Match[Segment]]:
    """The blocks of HTML whose tags lead elsewhere than the English ones, side by side as texts.

    A block that holds texts of its own (`<p>`, `<td>`) has its addresses in these.
    """
    if pair.source is None:
        return
    for match in pair.html:
        ours, theirs = (ATTRIBUTE.findall(block.text) for block in (match.source, match.target))
        if ours and ours != theirs and not match.source.is_comment and not _has_texts(pair, match.target):
            one, other = _text(match.source, pair.source), _text(match.target, pair.target)
            yield Match(one, other, match.confidence, match.by)


def _has_texts(pair: Pair, block: Html) -> bool:
    return any(it.target.span.overlaps(block.span) for it in pair.segments)


def _text(block: Html, page: Page) -> Segment:
    return Segment(block.text, block.runs, kind=Kind.PARAGRAPH, page=page)
