"""The addresses in a segment: links, images, tags, bare URLs; and links that damage left without their form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from doclint.page import Page, Segment
from doclint.page.inline.pieces import Piece, PieceKind
from doclint.text import Span
from doclint.text.lazypattern import lazy

RAW = {
    "](": lazy(r"\]\([^()\n]*.?"),
    "://": lazy(r"://[^\s<>()\[\]\"'`|]*"),
    "]:": lazy(r"\]:[ \t]*\S+"),
    "href=": lazy(r"href=[^>\n]*"),
    "src=": lazy(r"src=[^>\n]*"),
}
"""Whatever may lead somewhere, by the signs that it begins with, which are found many times faster than all in one."""

ATTRIBUTE = lazy(r"\b(?:href|src)\s*=\s*[\"']([^\"'\n]*)", re.IGNORECASE)

BARE = lazy(r"https?://[^\s<>\[\]\"'`|*]+")

SENTENCE = ".,:;!?)}_~'。、，；：！？）」』】»”’"
"""What stands behind an address and is none of it."""

UNREAD = lazy(
    r"[\]］】〕][ \t]?[(（]{1,2}[ \t]?<?([^()（）\n]+?)>?"
    r"(?:[ \t]+[\"'“”„‟«»「」＂][^()（）\n]*)?[ \t]?(?:[)）]{1,2}|$|(?=\n))"
)
"""`[text] (address)`, wide parentheses, a title whose quotes are none: what may have been a link."""

LEFT = lazy(
    r"(?:[(（](?P<turned>[^()（）\[\]［］\n]+)[)）][ \t]?[\[［]"
    r"|\\?[\[［](?P<words>[^()（）\[\]［］\n]+?)(?:\\?[\]］][ \t]?[:：]?[ \t]?)?(?:\\?[(（\[［]|(?<=[\]］]))"
    r"|[\]］][ \t]?[:：]?[ \t]?\\?[(（\[［]?)<?\Z"
)
"""What damage leaves of a link before its address: `(text)[`, `[text] [`, `[text]`, `[text(`, `\\[text](`, `](`."""

RIGHT = lazy(r">?(?:\\?[)）\]］])?")

BRACKET = lazy(r"\\.|(?P<sign>[\[\]])")

SQUARE = lazy(r"[\[\]［］]")

LONGEST = 300
"""Code points of an address that is looked for with white space in it, or among brackets."""

TAGS = {"a": PieceKind.LINK, "img": PieceKind.IMAGE}
"""What HTML has for the links and pictures of Markdown."""

MARKUP = (PieceKind.STRONG, PieceKind.EMPHASIS)


class Link(NamedTuple):
    """One address and where it stands in the page's text."""

    address: str
    span: Span
    kind: PieceKind | None = None
    """None of a bare URL."""
    is_read: bool = True
    """Whether it leads anywhere: False of `[text] (address)`, whose span begins at the `]`."""
    words: str = ""
    """The link's text, where it stands in the span because more than the link's end is broken."""
    is_opened: bool = True
    """Whether the bracket that its text needs stands before it, so that a link is there once its end is put right."""


def leads(text: str) -> bool:
    """Whether an address may stand in a text."""
    return any(sign in text for sign in RAW)


def same_links(source: Page, target: Page) -> bool:
    """Whether two pages need no other look: whatever may lead somewhere in their texts is the same."""
    if any(source.text.count(form) != target.text.count(form) for form in ("[", "![", "\\[")):
        return False
    for signs, form in RAW.items():
        ours, theirs = (form.findall(page.text) if signs in page.text else [] for page in (source, target))
        if ours != theirs and sorted(ours) != sorted(theirs):
            return False
    return True


def links_of(segment: Segment) -> list[Link]:
    """The addresses in a segment; includes, and links whose address a definition has, are not among them."""
    found: list[Link] = []
    covered: list[Span] = []
    for piece in segment.inline.pieces:
        if piece.kind in (PieceKind.LINK, PieceKind.IMAGE, PieceKind.AUTOLINK) and piece.target_span:
            found.append(Link(piece.target, piece.target_span, piece.kind))
        elif piece.kind is PieceKind.HTML:
            found += _attributes(segment, piece)
        if piece.kind not in MARKUP and (piece.kind is not PieceKind.LINK or piece.target_span):
            covered.append(piece.span)
    if "://" in segment.text:
        for match in BARE.finditer(segment.text):
            text = _within(match[0]).rstrip(SENTENCE)
            span = segment.place(match.start(), match.start() + len(text))
            if not any(span.overlaps(other) for other in covered):
                found.append(Link(text, span))
    return found


def _within(address: str) -> str:
    """A bare address up to the parenthesis that closes what stands around it: `(https://contoso.com)で`."""
    end = address.find(")")
    return address[:end] if end >= 0 and "(" not in address[:end] else address


def _attributes(segment: Segment, tag: Piece) -> Iterator[Link]:
    kind, start = TAGS.get(tag.target, PieceKind.HTML), tag.span.start
    for match in ATTRIBUTE.finditer(tag.span.of(segment.page.text)):
        yield Link(match[1], Span(start + match.start(1), start + match.end(1)), kind)


def ended_by_ascii(links: list[Link], english: list[Link]) -> list[Link]:
    """The links as Hugo's goldmark reads them, which ends a bare address before the first sign beyond ASCII.

    Only where an English link has that address: else it is one of which letters were put over.
    """
    known = {link.address for link in english}
    ends = ((link, _ended(link) if link.kind is None and not link.address.isascii() else link) for link in links)
    return [ended if ended.address in known else link for link, ended in ends]


def _ended(link: Link) -> Link:
    end = next(at for at, char in enumerate(link.address) if not char.isascii())
    address = link.address[:end].rstrip(SENTENCE)
    return link._replace(address=address, span=Span(link.span.start, link.span.start + len(address)))


def link_address(link: Piece, page: Page) -> str:
    """Where a link leads: its own destination, or that of the definition it refers to."""
    if link.target_span is not None:
        return link.target
    definition = page.references.get(" ".join(link.target.split()).lower().upper(), {})
    return str(definition.get("href", link.target))


def unread(segment: Segment) -> list[Link]:
    """What looks like a link in a segment and is read as text."""
    if not any(sign in segment.text for sign in "]］】〕"):
        return []
    pieces = [piece.span for piece in segment.inline.pieces if piece.kind not in MARKUP]
    found = []
    for match in UNREAD.finditer(segment.text):
        span = segment.place(*match.span())
        if not any(span.overlaps(piece) for piece in pieces):
            is_end = match[0] == f"]({match[1]})"
            is_escaped = is_end or segment.text[: match.start()].endswith("\\")
            whole = bracketed(segment, match[1]) if is_escaped else None
            if whole and whole.span.of(segment.page.text).startswith("\\"):
                found.append(whole)
            else:
                is_opened = _is_opened(segment, match.start(), pieces)
                found.append(Link(match[1], span, PieceKind.LINK, is_read=False, is_opened=is_opened))
    return found


def _is_opened(segment: Segment, end: int, pieces: list[Span]) -> bool:
    """Whether a bracket at this place of a text closes another before it, with neither escaped nor a link between."""
    if (len(segment.text[:end]) - len(segment.text[:end].rstrip("\\"))) % 2:
        return False
    depth = 0
    for match in reversed([*BRACKET.finditer(segment.text, 0, end)]):
        if not match["sign"] or any(segment.place(*match.span("sign")).overlaps(piece) for piece in pieces):
            continue
        depth += 1 if match["sign"] == "]" else -1
        if depth < 0:
            within = segment.place(match.start("sign"), end)
            links = (piece for piece in segment.inline.of(PieceKind.LINK, PieceKind.AUTOLINK))
            return not any(piece.span.overlaps(within) for piece in links)
    return False


def bracketed(segment: Segment, address: str) -> Link | None:
    """The address of a link as it stands in a text beside what is left of its brackets; None where it does not."""
    text = segment.text
    if not 0 < len(address) <= LONGEST or address.isalnum() or address not in text or not SQUARE.search(segment.plain):
        return None
    pieces = [piece.span for piece in segment.inline.pieces if piece.kind not in MARKUP]
    for found in re.finditer(rf"(?<![\w/.-]){re.escape(address)}(?![\w/-])", text):
        left = LEFT.search(text, max(text.rfind("\n", 0, found.start()) + 1, found.start() - LONGEST), found.start())
        right = RIGHT.match(text, found.end())
        if left is None or right is None:
            continue
        span = segment.place(left.start(), right.end())
        if not any(span.overlaps(piece) for piece in pieces):
            words = left["turned"] or left["words"] or ""
            return Link(address, span, PieceKind.LINK, is_read=False, words=words)
    return None


def respaced(segment: Segment, address: str) -> Link | None:
    """The URL as it stands in a segment with white space put in; None where it does not."""
    if "://" not in address or len(address) > LONGEST:
        return None
    match = re.search(r"[ \t]?".join(map(re.escape, address)), segment.text)
    if match is None or match[0] == address:
        return None
    return Link(match[0], segment.place(*match.span()))
