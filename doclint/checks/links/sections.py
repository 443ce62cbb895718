"""The links to sections of a page that it does not have."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from doclint.checks import Problem
from doclint.checks.links.nowhere import english_leads, leads_nowhere
from doclint.page import Segment
from doclint.page.dialects import ids
from doclint.page.dialects.kinds import Dialect
from doclint.pair import Pair
from doclint.pair.links import Link, links_of
from doclint.text.lazypattern import lazy

TO_SECTION = lazy(r"[(=][\s>]*[<\"']?#")
"""What stands before the name of a section in whatever form of a link; it is found quicker than links are read."""
PLAIN = lazy(r"\]\((#[^()\s]+)\)")


def sections_nowhere(pair: Pair) -> Iterator[Problem]:
    """The links to sections of the page that it does not have, and the English page has."""
    assert pair.source is not None
    written = ids.standing(pair.target)
    unknown = [segment for segment in pair.target.segments() if not _are_here(segment.text, written)]
    if not unknown:
        return  # as on most pages: what generators make of headings is not asked
    dialect = pair.policy.dialect
    here = ids.ids(pair.target, dialect)
    lost = [
        (segment, link)
        for segment in unknown
        if not _are_here(segment.text, here)
        for link in _sections(segment)
        if not any(ids.has(it, here) for it in _forms(link.address, dialect))
    ]
    if not lost:
        return
    there = ids.ids(pair.source, dialect)
    beside = {id(match.target): match.source for match in pair.segments}
    for segment, link in lost:
        english = link.address if ids.has(link.address, there) else _named(link, segment, beside.get(id(segment)))
        if english and ids.has(english, there):
            kept = english[1:] if ids.has(english, here) else None  # the id that the English link names is here
            right = kept or ids.instead(link.address, pair.target) or _heading_beside(pair, english)
            why = f'no heading of this page has the id "{link.address[1:]}"'
            is_same = english == link.address
            evidence = f'the English page has the section "{english}"' if is_same else english_leads(english)
            yield leads_nowhere(link, segment, right and f"#{right}", why, evidence)


def _are_here(text: str, known: frozenset[str]) -> bool:
    """Whether a text has no link to a section but those in the plainest form, and these are known, or open a tab."""
    if "#" not in text:
        return True
    found = PLAIN.findall(text)
    return len(found) == len(TO_SECTION.findall(text)) and all("/" in one or ids.has(one, known) for one in found)


def _forms(fragment: str, dialect: Dialect | None) -> Iterator[str]:
    """A fragment as it may be written: some generator that nobody knows may keep the signs of another script."""
    yield from ids.linked(fragment, dialect)
    if dialect is None:
        name = ids.folded(fragment)
        yield "".join(char for char in name if char.isascii() or unicodedata.category(char)[0] not in "PS")


def _sections(segment: Segment) -> list[Link]:
    """The links of a segment to a section of its own page; pictures of tabs and the like are none."""
    if not TO_SECTION.search(segment.text):
        return []
    return [
        one for one in links_of(segment) if one.address.startswith("#") and one.address[1:] and "/" not in one.address
    ]


def _named(link: Link, segment: Segment, source: Segment | None) -> str | None:
    """The section that the English names in the place of a link of the translation."""
    ours, theirs = _sections(source) if source else [], _sections(segment)
    return ours[theirs.index(link)].address if len(ours) == len(theirs) else None


def _heading_beside(pair: Pair, english: str) -> str | None:
    """The id of the translated heading beside the English one with this id."""
    dialect = pair.policy.dialect
    name = ids.folded(english)
    found = [it for it in pair.headings if name in map(ids.folded, ids.of_heading(it.source, dialect))]
    return ids.right_id(found[0].target, found[0].source, english, dialect) if len(found) == 1 else None
