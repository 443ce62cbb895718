"""What keeps a word on an English page from the next translation: backticks, or Microsoft's no-loc."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from doclint.config import Syntax
from doclint.page import Page
from doclint.pair.columns import Role
from doclint.pair.words.vocabulary import Vocabulary
from doclint.text import Edit, words
from doclint.text.shapes import BRAND, PASCAL, WORD, read
from doclint.workflows.advise import noloc
from doclint.workflows.advise.places import BarePlace, Stands, Where
from doclint.workflows.advise.style import PageStyle, kind

MOST_INLINE = 3
"""Places of an ordinary word on one page that are kept one by one; more would bury the text in markup."""
PARTS = 3
"""Words joined by dots that are no file's name and no slip of the pen: `Parcel.Read.All`."""
NAMING = (Role.MEMBER, Role.VALUE, Role.NAME, Role.TYPE, Role.HEADER, Role.SCOPE)
"""Columns where even an ordinary word as the whole cell is a name."""


class Remedy(StrEnum):
    """What is advised for a word, or why nothing is."""

    BACKTICKS = "backticks"
    NO_LOC = ":::no-loc"
    NO_LOC_LIST = "no-loc list"
    GENERATOR = "generator"
    """The page is generated: for the owner of its generator."""
    PROTECTED = "protected"
    """Already, since the translation was made."""
    GONE = "gone"
    """From the page, or with it."""
    ORDINARY = "ordinary word"
    """In too many places, or in running text: a term for the vendor's glossary."""
    UNPLACEABLE = "no place"
    """It stands where neither can be written, or the page would read differently."""


NO_LOCS = (Remedy.NO_LOC, Remedy.NO_LOC_LIST)
LEFT = (Remedy.GENERATOR, Remedy.PROTECTED, Remedy.GONE, Remedy.ORDINARY, Remedy.UNPLACEABLE)
"""What changes no page."""


@dataclass(frozen=True, slots=True)
class Advice:
    """One remedy for one word on one page."""

    word: str
    remedy: Remedy
    places: tuple[BarePlace, ...] = ()
    """The instances that it is for."""


class EnglishPage:
    """A page with all that decides on remedies."""

    def __init__(self, page: Page, syntax: Syntax | None = None) -> None:
        self.page = page
        self.is_microsoft = syntax == "microsoft" if syntax else noloc.is_microsoft(page)
        self.stands = Stands(page)
        self.style = PageStyle(self.stands)
        self.vocabulary = Vocabulary(page)

    @cached_property
    def frozen(self) -> noloc.FrozenList:
        """The words that the front matter keeps already."""
        return noloc.frozen(self.page)

    def places(self, word: str, texts: Collection[str] = ()) -> list[BarePlace]:
        """The instances to protect; of an ordinary word only whole cells that are names or were damaged (`texts`)."""
        if word in self.frozen.words and self.is_microsoft:
            return []
        found = list(self.stands.bare(word))
        if is_no_language(word, self.vocabulary):
            return found
        return [
            place
            for place in found
            if place.is_whole
            and place.stand.where is Where.COLUMN
            and (place.stand.role in NAMING or place.stand.segment.text.strip() in texts)
        ]

    def advice(self, wanted: Mapping[str, Collection[str]]) -> list[Advice]:
        """The remedies for words, each with the segments that it was damaged in, by word and then by place.

        Several names that need the directive are a list: it says so once, and leaves the text readable.
        """
        advice = [one for word in sorted(wanted) for one in self._advice(word, wanted[word])]
        names = [one for one in advice if one.remedy in NO_LOCS and is_no_language(one.word, self.vocabulary)]
        if len(names) > 1 and self.frozen.place:
            return [replace(one, remedy=Remedy.NO_LOC_LIST) if one in names else one for one in advice]
        return advice

    def _advice(self, word: str, texts: Collection[str]) -> list[Advice]:
        places = self.places(word, texts)
        if not places:
            return [Advice(word, self._absent(word))]
        styled = [place for place in places if bears_code(place) and self.style.has(word, place.stand)]
        rest = [place for place in places if place not in styled]
        advice = [Advice(word, Remedy.BACKTICKS, tuple(styled))] if styled else []
        return advice + (self._without_style(word, rest) if rest else [])

    def _absent(self, word: str) -> Remedy:
        if any(True for _ in self.stands.bare(word)) and word not in self.frozen.words:
            return Remedy.ORDINARY
        return Remedy.PROTECTED if words.stands_in(word, self.page.text) else Remedy.GONE

    def _without_style(self, word: str, places: list[BarePlace]) -> list[Advice]:
        """Where the page's style says nothing: no-loc where the site knows it, else backticks around plain names."""
        is_sure = is_no_language(word, self.vocabulary)
        if not self.is_microsoft:
            fit = tuple(place for place in places if bears_code(place) and place.stand.where is not Where.HEADING)
            if not is_sure:
                return [Advice(word, Remedy.ORDINARY, tuple(places))]
            return [Advice(word, Remedy.BACKTICKS, fit) if fit else Advice(word, Remedy.UNPLACEABLE, tuple(places))]
        fit = tuple(place for place in places if bears_directive(place))
        if is_sure and (len(places) > 1 or not fit):
            remedy = Remedy.NO_LOC_LIST if self.frozen.place else Remedy.UNPLACEABLE
            return [Advice(word, remedy, tuple(places))]
        if not fit:
            return [Advice(word, Remedy.UNPLACEABLE, tuple(places))]
        return [Advice(word, Remedy.NO_LOC if len(fit) <= MOST_INLINE else Remedy.ORDINARY, fit)]

    def edits(self, advice: Collection[Advice]) -> list[Edit]:
        """What the remedies do to the page's text."""
        made = [
            Edit(place.span, f"`{one.word}`" if one.remedy is Remedy.BACKTICKS else noloc.inline(one.word))
            for one in advice
            if one.remedy in (Remedy.BACKTICKS, Remedy.NO_LOC)
            for place in one.places
        ]
        front = noloc.added(self.page, [one.word for one in advice if one.remedy is Remedy.NO_LOC_LIST])
        return sorted([*made, front] if front else made)


def is_no_language(word: str, vocabulary: Vocabulary | Mapping[str, str]) -> bool:
    """Whether no text could mean the word otherwise than as a name, so that all its instances may be frozen.

    By its spelling, or `DepotState` by what else the page says of it; a plain word never is.
    """
    if kind(word) in ("word", "number", "option", "path"):
        return False
    shape = next((shape for shape in read(word) if shape.word == word), None)
    if shape is None or shape.is_sure:
        return shape is not None or (word[0] in "@$#" and words.is_name(word))
    if len(parts := word.split(".")) >= PARTS and all(map(WORD.fullmatch, parts)):
        return True
    if not PASCAL.fullmatch(word) or BRAND.fullmatch(word):
        return False
    return vocabulary.is_proven(word) if isinstance(vocabulary, Vocabulary) else word in vocabulary


def bears_code(place: BarePlace) -> bool:
    """Whether backticks mean code there: not in a title, which is metadata."""
    return place.stand.where is not Where.TITLE


def bears_directive(place: BarePlace) -> bool:
    """Whether a directive may stand there: in a heading it would change the anchor."""
    return place.stand.where not in (Where.TITLE, Where.HEADING) and not place.in_link
