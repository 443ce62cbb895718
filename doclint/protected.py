"""Why a word that is spelt like a name, or like a brand, is protected on this page."""

from __future__ import annotations

import re

from doclint import words
from doclint.shapes import BRAND, KEBAB, WORD, Shape
from doclint.vocabulary import SPELLING, Vocabulary

KEPT = "kept elsewhere on the page"


def why(shape: Shape, text: str, vocabulary: Vocabulary, target: str) -> str:
    """The evidence that a word of the English `text` is a name; empty where there is none.

    A shape that no language has is enough. Brands and prose are spelt like the others (`iPhone`, `JavaScript`,
    `read-only`, `example.com`): for those the page must have the word in code, or the `target` keep it elsewhere.
    """
    word = shape.word
    if shape.is_sure:
        return SPELLING
    if vocabulary.is_proven(word):
        return vocabulary.evidence(word)
    if BRAND.fullmatch(word) or KEBAB.fullmatch(word):
        return ""
    if all(map(WORD.fullmatch, parts := word.split("."))) and len(parts) > 1:
        return SPELLING
    if vocabulary.is_in_code(word):
        return "stands in the page's code"
    if _is_collected(word, text):
        return "what a collection holds"
    return KEPT if words.stands_in(word, target) else ""


def _is_collected(word: str, text: str) -> bool:
    """Whether the text speaks of a collection of such things, as nearly no text does."""
    if f"{word} collection" not in text and f"Collection({word})" not in text:
        return False
    name = re.escape(word)
    return re.search(rf"\b{name} collection\b|\bCollection\({name}\)", text) is not None
