"""The words of a page that name things in the product, each with the evidence for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property, lru_cache

from doclint.page import Code, Html, Page, Segment, Table
from doclint.text.lazypattern import lazy
from doclint.text.manywords import FEW, Words
from doclint.text.shapes import names

JSON_KEY = lazy(r'"([A-Za-z_@$][\w.@$#-]*)"\s*:')
ODATA_TYPE = lazy(r'"@odata\.type"\s*:\s*"#?(?:[a-z]+\.)*([A-Za-z]\w*)"')
INLINE_CODE = lazy(r"`([A-Za-z_@$][\w.@$-]*)`")
FILE_NAME = lazy(r"\]\(\s*<?(?:[^()\s<>#?]*/)?([A-Za-z][\w-]*)\.(?:md|html?|yml)\b")

SPELLING = "spelt like a name"
CODE = "inline code"
KEY = "JSON key"
TYPE = "type in @odata.type"
IN_CODE = (CODE, KEY, TYPE)


class Vocabulary(Collection[str]):
    """Words that one page proves to be names, spelt as the evidence spells them; read when first asked."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._looked = 0

    def __contains__(self, word: object) -> bool:
        return word in self._evidence

    def __iter__(self) -> Iterator[str]:
        return iter(self._evidence)

    def __len__(self) -> int:
        return len(self._evidence)

    @cached_property
    def words(self) -> frozenset[str]:
        """All of them at once."""
        return frozenset(self._evidence)

    def evidence(self, word: str) -> str:
        """Why the word is a name; empty where this page does not know it."""
        return ", ".join(self._evidence.get(word, ())) or self._lower_case.get(word, "")

    def is_code(self, word: str) -> bool:
        """Whether the word stands in backticks somewhere on the page."""
        return CODE in self._evidence.get(word, ())

    def is_key(self, word: str) -> bool:
        """Whether an example of the page has the word as a key of its JSON."""
        return word in self._code and KEY in self._evidence.get(word, ())

    def is_proven(self, word: str) -> bool:
        """Whether the page has the word in code: not only its spelling or a file name says that it is a name."""
        if "_evidence" not in vars(self) and self._looked < FEW:  # a look is cheaper than all the evidence
            self._looked += 1
            if f"`{word}`" not in self.page.text and word not in self._code:
                return False
        return any(why in IN_CODE for why in self._evidence.get(word, ()))

    def is_in_code(self, word: str) -> bool:
        """Whether the word stands in a code block, a comment or tags of the page, a path also behind a host."""
        return word in self._code if word.startswith("/") else self._words_of_code.has(word)

    @cached_property
    def _words_of_code(self) -> Words:
        return Words(self._code)

    @cached_property
    def _code(self) -> str:
        return "\n".join(block.text for block in self.page.blocks if isinstance(block, Code | Html))

    @property
    def lower_case(self) -> list[str]:
        """Names known in lower case only, from anchors and file names."""
        return list(self._lower_case)

    @cached_property
    def _evidence(self) -> dict[str, dict[str, None]]:
        found: dict[str, dict[str, None]] = {}
        for word, why in _exact(self.page):
            found.setdefault(word, {})[why] = None
        spelt = {word.casefold(): word for word in found}
        for word, why in _lower_case(self.page):
            if word in spelt:
                found[spelt[word]][why] = None
        return found

    @cached_property
    def _lower_case(self) -> dict[str, str]:
        spelt = {word.casefold() for word in self._evidence}
        return {word: why for word, why in _lower_case(self.page) if word not in spelt}


@lru_cache(1)
def of_english(page: Page) -> Vocabulary:
    """The names of an English page, read once for the translations that come one after the other."""
    return Vocabulary(page)


def _exact(page: Page) -> Iterator[tuple[str, str]]:
    for block in page.blocks:
        if isinstance(block, Code | Html):
            for kind, pattern in ((TYPE, ODATA_TYPE), (KEY, JSON_KEY)):
                for match in pattern.finditer(block.text):
                    yield match[1], kind
        for segment in _segments(block):
            for match in INLINE_CODE.finditer(segment.text) if "`" in segment.text else ():
                yield match[1], CODE
            spelt = names(segment.text)
            if spelt and segment.text != segment.text.lower():
                for name in spelt:
                    yield name, SPELLING


def _lower_case(page: Page) -> Iterator[tuple[str, str]]:
    for heading in page.headings:
        for part in _long_words((heading.slug or "").lower()):
            yield part, "heading's anchor"
    for block in page.blocks:
        for segment in _segments(block):
            for match in FILE_NAME.finditer(segment.text) if "](" in segment.text else ():
                for part in _long_words(match[1].lower()):
                    yield part, "link's file name"


def _long_words(slug: str) -> Iterator[str]:
    """The long words of an anchor or file name: `vpptokensyncstatus` of `vpptokensyncstatus-enum-type`."""
    return (part for part in slug.split("-") if len(part) > 8)


def _segments(block: object) -> Iterator[Segment]:
    if isinstance(block, Segment):
        yield block
    elif isinstance(block, Table):
        for row in block.rows:
            yield from row.cells
