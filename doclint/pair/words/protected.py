"""Why a word that is spelt like a name, or like a brand, is protected on this page."""

from __future__ import annotations

from functools import cached_property

from doclint.pair.words.vocabulary import SPELLING, Vocabulary
from doclint.text.lazypattern import lazy
from doclint.text.manywords import Words
from doclint.text.shapes import BRAND, KEBAB, LONGEST, PASCAL, WORD, Shape
from doclint.text.sound.romanize import is_foreign
from doclint.text.words import WORD_CHARS

KEPT = "kept elsewhere on the page"
PATH = "a path by its first sign"
BESIDE_A_DOT = "words beside a dot"
"""Lost only where a space parts them: `contoso. fleet`."""
SOUND = "spelt like a name of the page"
"""Lost only where it is written by its sound."""
FEWEST_LETTERS = 5
PERHAPS_SOUND = "spelt like a name or a brand"
BY_SOUND = (SOUND, PERHAPS_SOUND)

CHARS = WORD_CHARS + "@$#./-"
"""What names are made of."""

COLLECTION = lazy(r"\bCollection\(([A-Za-z0-9_@$#./-]+)\)")
COLLECTED = lazy(r" collection\b")
EDGE = lazy(r"\b")
PATH_ALONE = lazy(r"/[a-z][a-z0-9-]+")
LOWER = lazy(r"[a-z]{2,}(?:\.[a-z]\w+)+")


class Evidence:
    """What tells that words of an English text are names: the page's code, the text itself, and its translation."""

    def __init__(self, text: str, vocabulary: Vocabulary, target: str) -> None:
        self._text = text
        self._vocabulary = vocabulary
        self._translation = target
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
        if PATH_ALONE.fullmatch(word):
            return PATH
        if self._target.has(word):
            return KEPT
        if LOWER.fullmatch(word):
            return BESIDE_A_DOT
        is_long = len(word) >= FEWEST_LETTERS  # units are written so: `MiB`
        return self._by_sound(word) if is_long and self._has_other_case and PASCAL.fullmatch(word) else ""

    def _by_sound(self, word: str) -> str:
        """The evidence for a word of two or more, where the translation may write it by its sound."""
        is_known = word[0].lower() + word[1:] in self._vocabulary or word.casefold() in self._vocabulary.lower_case
        return SOUND if is_known else PERHAPS_SOUND

    @cached_property
    def _has_other_case(self) -> bool:
        """Whether the translation has letters of a script with capitals that is not Latin."""
        return any(char.lower() != char.upper() and is_foreign(char) for char in set(self._translation))

    @cached_property
    def _collected(self) -> frozenset[str]:
        """The words of whose collection the text speaks, as nearly no text does."""
        found = {match[1] for match in COLLECTION.finditer(self._text)}
        for match in COLLECTED.finditer(self._text):
            before = self._text[max(match.start() - LONGEST - 1, 0) : match.start()]
            found.update(before[edge.start() :] for edge in EDGE.finditer(before, len(before.rstrip(CHARS))))
        return frozenset(found)
