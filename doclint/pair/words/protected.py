"""Why a word that is spelt like a name, or like a brand, is protected on this page."""

from __future__ import annotations

from functools import cached_property

from doclint.pair.words.vocabulary import SPELLING, Vocabulary
from doclint.text.lazypattern import lazy
from doclint.text.manywords import Words
from doclint.text.shapes import BRAND, KEBAB, LONGEST, WORD, Shape
from doclint.text.words import WORD_CHARS

KEPT = "kept elsewhere on the page"

CHARS = WORD_CHARS + "@$#./-"
"""What names are made of."""

COLLECTION = lazy(r"\bCollection\(([A-Za-z0-9_@$#./-]+)\)")
COLLECTED = lazy(r" collection\b")
EDGE = lazy(r"\b")


class Evidence:
    """What tells that words of an English text are names: the page's code, the text itself, and its translation."""

    def __init__(self, text: str, vocabulary: Vocabulary, target: str) -> None:
        self._text = text
        self._vocabulary = vocabulary
        self._target = Words(target)

    def of(self, shape: Shape) -> str:
        """The evidence that a word is a name; empty where there is none.

        A shape that no language has is enough. Brands and prose are spelt like the others (`iPhone`, `JavaScript`,
        `read-only`, `example.com`): for those the page must have the word in code, or the target keep it elsewhere.
        """
        word = shape.word
        if shape.is_sure:
            return SPELLING
        if self._vocabulary.is_proven(word):
            return self._vocabulary.evidence(word)
        if BRAND.fullmatch(word) or KEBAB.fullmatch(word):
            return ""
        if all(map(WORD.fullmatch, parts := word.split("."))) and len(parts) > 1:
            return SPELLING
        if self._vocabulary.is_in_code(word):
            return "stands in the page's code"
        if word in self._collected:
            return "what a collection holds"
        return KEPT if self._target.has(word) else ""

    @cached_property
    def _collected(self) -> frozenset[str]:
        """The words of whose collection the text speaks, as nearly no text does."""
        found = {match[1] for match in COLLECTION.finditer(self._text)}
        for match in COLLECTED.finditer(self._text):
            before = self._text[max(match.start() - LONGEST - 1, 0) : match.start()]
            found.update(before[edge.start() :] for edge in EDGE.finditer(before, len(before.rstrip(CHARS))))
        return frozenset(found)
