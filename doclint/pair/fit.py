"""How well two pages fit each other, by the parts that translators keep whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

from doclint.page import Code, Html, Page, Segment, Table
from doclint.page.json import example as json_example
from doclint.pair.alignment.features import slug
from doclint.text.lazypattern import lazy

LINK = lazy(r"\]\(\s*<?(?:[^()\s<>#?]*/)?([^()\s<>#?/]+)")
"""The last part of a link's path: folders are where locales stand."""

NEAR = 0.8
"""Share of words that two blocks have in common which are the same block, one of them damaged."""


def how_well(source: Page, target: Page) -> float:
    """How well two pages fit, from 0 to 1, to choose among versions."""
    return sum(_shares(source, target)) / 2


def _shares(source: Page, target: Page) -> tuple[float, float]:
    """The share of code blocks, and of all kept parts, that have an equal on the other side; 1 where there are none."""
    kinds = [(kind(source), kind(target)) for kind in (_codes, _comments, _links)]
    anchors = [heading.slug for heading in target.headings if heading.slug]
    if anchors:
        kinds.append(((slug(heading) for heading in source.headings), iter(anchors)))
    counts = [_shared(ours, theirs) for ours, theirs in kinds]
    counts[0] = counts[0][0] + _nearly_shared(source, target), counts[0][1]
    (same, whole), all_same, all_whole = counts[0], sum(n for n, _ in counts), sum(n for _, n in counts)
    return same / whole if whole else 1.0, all_same / all_whole if all_whole else 1.0


def _shared(ours: Iterable[Hashable], theirs: Iterable[Hashable]) -> tuple[int, int]:
    """How many parts both sides have, and how many the larger side has."""
    left, right = Counter(ours), Counter(theirs)
    return (left & right).total(), max(left.total(), right.total())


def _nearly_shared(source: Page, target: Page) -> int:
    """How many code blocks that are not the same differ in a few words only, as damaged ones do."""
    shapes = [Counter(map(code_shape, page.codes)) for page in (source, target)]
    ours, theirs = (list((one - other).elements()) for one, other in (shapes, shapes[::-1]))
    return sum(map(_is_near, ours, theirs))


def _is_near(one: Hashable, other: Hashable) -> bool:
    if not (isinstance(one, tuple) and isinstance(other, tuple)):
        return False
    left, right = Counter(one), Counter(other)
    return (left & right).total() >= NEAR * max(left.total(), right.total())


def _codes(page: Page) -> Iterator[Hashable]:
    return (code_shape(code) for code in page.codes)


def code_shape(code: Code) -> Hashable:
    """What two versions of a code block share when only values were damaged: the keys of JSON, else the words."""
    if json_example.looks_like_json(code.text, code.language) and (example := json_example.read(code.text)):
        return tuple((*value.path[-1:], value.kind) for value in example.values)
    return tuple(code.text.split())


def _comments(page: Page) -> Iterator[Hashable]:
    return ("".join(block.text.split()) for block in page.blocks if isinstance(block, Html) and block.is_comment)


def _links(page: Page) -> Iterator[Hashable]:
    for block in page.blocks:
        if isinstance(block, Segment):
            yield from LINK.findall(block.text.lower())
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from LINK.findall(cell.text.lower())
