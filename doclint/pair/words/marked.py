"""What became of a name that a text lost, by the marks around it: bold words, and the text of a link."""

from __future__ import annotations

from doclint.page import Segment
from doclint.page.inline.pieces import Piece, PieceKind
from doclint.pair.beyond import beyond
from doclint.pair.links import link_address
from doclint.pair.words.alike import LIKE_ENOUGH, score
from doclint.pair.words.spots import Spot
from doclint.text import words
from doclint.text.shapes import names_in


def linked(name: str, source: Segment, target: Segment) -> Spot | None:
    """The text of the target's link to where the name's link leads, if it is the only one."""
    addresses = {
        link_address(link, source.page) for link in source.inline.of(PieceKind.LINK) if link.text.strip() == name
    }
    if len(addresses) != 1:
        return None
    ours, theirs = (
        [link for link in side.inline.of(PieceKind.LINK) if link_address(link, side.page) in addresses]
        for side in (source, target)
    )
    if len(ours) != 1 or len(theirs) != 1 or not theirs[0].text.strip():
        return None
    return Spot(theirs[0].plain.start, theirs[0].plain.end, theirs[0].text)


def bold(name: str, source: Segment, target: Segment) -> Spot | None:
    """The bold words of the target that became of a bold name: those most like it, or the only ones left."""
    ours, theirs = (side.inline.of(PieceKind.STRONG) for side in (source, target))
    lost = beyond(ours, theirs, _text)
    rest = [piece for piece in beyond(theirs, ours, _text) if not names_in(piece.text)]
    if not rest or name not in (piece.text.strip() for piece in lost):
        return None
    scores = [score(name, piece.text) for piece in rest]
    best = max(scores)
    if best < LIKE_ENOUGH and (len(lost) > 1 or len(rest) > 1):
        return None
    piece = rest[scores.index(best)]
    return Spot(piece.plain.start, piece.plain.end, piece.text, best)


def bold_others(name: str, source: Segment, target: Segment) -> list[Spot]:
    """The bold words of the target, where the name is not bold in the source, which has as many."""
    ours, theirs = (side.inline.of(PieceKind.STRONG) for side in (source, target))
    is_among = any(words.stands_in(name, piece.text) for piece in ours)
    return [] if is_among or len(ours) != len(theirs) else [Spot(*piece.plain, piece.text) for piece in theirs]


def _text(piece: Piece) -> str:
    return piece.text
