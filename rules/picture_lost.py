"""A picture of the English that the translation does not show: readers never see the screen that the text speaks of.

Counted are all pictures of both pages, in Markdown and in tags. One with another file stands for the English one, since
many pictures are made anew for a language; badges (pictures of another site in a link) are left out by many. Spoken of
where what stands around the picture has its counterpart.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from doclint.api import (
    Bad,
    Good,
    Html,
    Match,
    Page,
    Pair,
    PieceKind,
    Problem,
    Segment,
    Severity,
    Span,
    Trust,
    lazy,
    link_address,
)

ID = "DL421"
NAME = "picture-lost"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="Open the lid: ![the lid](img/lid.png)\n\nThen close it.\n",
        target="Откройте крышку:⟦⟧\n\nЗатем закройте.\n",
        expected=("img/lid.png",),
    ),
    Bad(
        source="Open it.\n\n![the lid](img/lid.png)\n\nClose it.\n",
        target="開けます。⟦⟧\n\n閉めます。\n",
        expected=("img/lid.png",),
    ),
    Bad(
        source='Open it.\n\n<img src="img/lid.png">\n\nClose it.\n\n<img src="img/box.png">\n',
        target='開けます。\n\n<img src="img/lid.png">\n\n閉めます。⟦⟧\n',
        expected=("img/box.png",),
    ),
]
GOOD = [
    Good(source="The lid: ![lid](img/lid.png)\n", target="Крышка: ![крышка](img/ru/крышка.png)\n"),
    Good(source="The lid: ![lid](img/lid.png)\n", target='蓋: <img src="lid.png">\n'),
    Good(source="[![build](https://contoso.com/b.svg)](https://contoso.com)\n\nText.\n", target="Текст.\n"),
    Good(source="![a](a.png)\n\nText.\n\n![b](b.png)\n", target="テキスト。\n\n![い](い.png)\n"),
]

TAG = lazy(r"<img\s(?:[^<>\"']|\"[^\"\n]*\"|'[^'\n]*')*?\bsrc\s*=\s*[\"'{]+([^\"'}\n]+)")
ANY_TAG = lazy(r"<[^<>]*>")
MOST = 10
"""Pictures that may be missing; where more are, the translation is made without them."""


Block = Segment | Html


class Picture(NamedTuple):
    """One picture of a page."""

    address: str
    span: Span
    block: Block
    """What it stands in."""
    raw: str
    """As it stands in the file."""


def check(pair: Pair) -> Iterator[Problem]:
    source, target = pair.source, pair.target
    if source is None or all(source.text.count(sign) <= target.text.count(sign) for sign in ("![", "<img")):
        return
    ours, theirs = (list(pictures(page)) for page in (source, target))
    missing = [one for one in ours if name(one.address) not in target.text]
    if not (missing and 0 < len(ours) - len(theirs) <= MOST):
        return
    is_all = len(missing) == len(ours) - len(theirs)
    shown = Counter(id(one.block) for one in theirs)
    partners = in_order(source, target) or beside(pair)
    for picture in missing:
        partner = partners.get(id(picture.block))
        if partner is None and is_all:
            partner = stands_before(source, picture.block, partners)
        elif partner is not None and not is_all and shown[id(partner)] >= sum(it.block is picture.block for it in ours):
            continue
        if partner is not None:
            yield lost(picture, partner, target)


def lost(picture: Picture, partner: Block, page: Page) -> Problem:
    end = partner.span.start + len(partner.span.of(page.text).rstrip())
    return Problem(
        Span(end, end),
        found="",
        expected=picture.address,
        message=f'the picture "{picture.address}" is missing',
        evidence="a picture of the English",
        source=picture.block,
        source_span=picture.span,
        target=partner,
    )


def blocks(page: Page) -> list[Block]:
    """Texts and blocks of tags in their order."""
    found: list[Block] = [*page.segments(), *(it for it in page.blocks if isinstance(it, Html) and not it.is_comment)]
    return sorted(found, key=lambda block: block.span.start)


def pictures(page: Page) -> Iterator[Picture]:
    for block in blocks(page):
        if "![" in block.text or "<img" in block.text:
            yield from in_block(block)


def in_block(block: Block) -> Iterator[Picture]:
    for match in TAG.finditer(block.text):
        yield Picture(match[1], block.place(*match.span(1)), block, match[0])
    if isinstance(block, Segment) and "![" in block.text:
        links = block.inline.of(PieceKind.LINK)
        for piece in block.inline.of(PieceKind.IMAGE):
            where = link_address(piece, block.page)
            if "://" not in where or not any(link.span.overlaps(piece.span) for link in links):
                yield Picture(where, piece.span, block, piece.span.of(block.page.text))


def name(address: str) -> str:
    """The file's name, which is the same wherever the page lies."""
    return address.partition("?")[0].rstrip("/").rpartition("/")[2]


def beside(pair: Pair) -> dict[int, Block]:
    """The block of the translation beside each of the English."""
    found: list[Match[Segment] | Match[Html]] = [*pair.segments, *pair.html]
    return {id(match.source): match.target for match in found}


def in_order(source: Page, target: Page) -> dict[int, Block]:
    """The same where both pages have the same blocks, but for those that are pictures only; else empty."""
    ours, theirs = ([block for block in blocks(page) if not is_picture(block)] for page in (source, target))
    is_same = [form(block) for block in ours] == [form(block) for block in theirs]
    return {id(one): other for one, other in zip(ours, theirs, strict=True)} if is_same else {}


def form(block: Block) -> tuple[object, ...]:
    return (block.kind, block.level) if isinstance(block, Segment) else (Html,)


def is_picture(block: Block) -> bool:
    """Whether a block holds pictures and no words."""
    shown, text = list(in_block(block)), ANY_TAG.sub("", block.text)
    for picture in shown:
        text = text.replace(picture.raw, "")
    return bool(shown) and not any(map(str.isalnum, text))


def stands_before(source: Page, block: Block, partners: dict[int, Block]) -> Block | None:
    """What stands before the place of a block without a counterpart, where both its neighbours have one."""
    around = blocks(source)
    at = next(number for number, one in enumerate(around) if one is block)
    before = partners.get(id(around[at - 1])) if at else None
    after = partners.get(id(around[at + 1])) if at + 1 < len(around) else None
    is_between = at + 1 == len(around) or (
        after is not None and before is not None and before.span.end <= after.span.start
    )
    return before if is_between else None
