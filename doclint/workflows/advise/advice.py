"""What to do to English pages so that the next translation damages no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from doclint.config import Syntax
from doclint.page import markdown
from doclint.pair.columns import Role
from doclint.text import Edit
from doclint.text.errors import UnreadableError
from doclint.text.shapes import names_in
from doclint.text.spans import apply, decode, encode
from doclint.text.words import is_number, is_token
from doclint.workflows.advise.head import Head
from doclint.workflows.advise.patch import patched
from doclint.workflows.advise.places import Where
from doclint.workflows.advise.remedies import LEFT, NAMING, Advice, EnglishPage, Remedy
from doclint.workflows.advise.words import DamagedWords, Harm

LIKELY = tuple(role for role in NAMING if role is not Role.TYPE)
"""Columns whose ordinary words are warned of unseen; types such as `String` are seldom damaged, and on every page."""


@dataclass(frozen=True, slots=True)
class PageAdvice:
    """What is advised for one English page."""

    path: str
    """As its repository or folder calls it."""
    file: Path | None
    """Where it can be written."""
    advice: tuple[Advice, ...]
    harm: Mapping[str, Harm]
    text: str = ""
    edits: tuple[Edit, ...] = ()

    @property
    def before(self) -> bytes:
        return encode(self.text)

    @property
    def after(self) -> bytes:
        """The patched page; the same bytes where nothing is advised."""
        return encode(apply(self.text, self.edits))


@dataclass(slots=True)
class WordTotal:
    """One word over all English pages."""

    harm: Harm = field(default_factory=Harm)
    pages: int = 0
    """English pages that it is damaged on the translations of."""
    remedies: Counter[Remedy] = field(default_factory=Counter)
    """English pages by what is advised there."""

    @property
    def is_gone(self) -> bool:
        """Whether no page has it any more."""
        return set(self.remedies) == {Remedy.GONE}


class Totals:
    """The words of all pages, counted as pages come by."""

    def __init__(self) -> None:
        self.by_word: dict[str, WordTotal] = {}

    def add(self, page: PageAdvice) -> None:
        """Count one page."""
        for word, harm in page.harm.items():
            total = self.by_word.setdefault(word, WordTotal())
            total.pages += 1
            total.harm.add(harm)
        for word, remedy in {(one.word, one.remedy) for one in page.advice}:
            self.by_word.setdefault(word, WordTotal()).remedies[remedy] += 1

    @property
    def words(self) -> list[tuple[str, WordTotal]]:
        """Those that are still in the English, what is damaged in most places and locales first."""
        here = ((word, total) for word, total in self.by_word.items() if not total.is_gone)
        return sorted(here, key=lambda item: (-item[1].harm.places, -len(item[1].harm.locales), item[0]))

    @property
    def gone(self) -> list[str]:
        """The words that no page has any more."""
        return sorted(word for word, total in self.by_word.items() if total.is_gone)


def advised(
    words: DamagedWords, heads: Mapping[int, Head], syntax: Syntax | None, generated: Collection[tuple[int, str]]
) -> Iterator[PageAdvice]:
    """The advice for each English page, in the order of their paths; `generated` pages get no patch."""
    for (number, path), harm in sorted(words.pages.items(), key=lambda item: item[0]):
        head = heads[number]
        data = head.read(path)
        is_generated = (number, path) in generated
        yield page_advice(path, data, head.file(path), harm, syntax=syntax, is_generated=is_generated)


def page_advice(
    path: str,
    data: bytes | None,
    file: Path | None,
    harm: Mapping[str, Harm],
    *,
    syntax: Syntax | None = None,
    is_generated: bool = False,
) -> PageAdvice:
    """The advice for one page; a page that is not there, or no text, has lost its words."""
    try:
        text = decode(data) if data is not None else ""
    except UnreadableError:
        text = ""
    if not text.strip():
        return PageAdvice(path, None, tuple(Advice(word, Remedy.GONE) for word in harm), harm)
    english = EnglishPage(markdown.parse(text, path), syntax)
    advice = english.advice({word: one.texts for word, one in harm.items()})
    if is_generated:
        advice = [one if one.remedy in LEFT else replace(one, remedy=Remedy.GENERATOR) for one in advice]
        return PageAdvice(path, file, tuple(advice), harm, text)
    kept, edits = patched(english, advice)
    return PageAdvice(path, file, tuple(kept), harm, text, tuple(edits))


def likely_words(english: EnglishPage) -> Iterable[str]:
    """The words of a page that are likely to be damaged, by their shape or column alone."""
    found: dict[str, None] = {}
    for stand in english.stands.all:
        text = stand.segment.plain.strip()
        if stand.where is Where.COLUMN and stand.role in LIKELY and is_token(text) and not is_number(text):
            found[text.rstrip(".-#$")] = None
        found |= dict.fromkeys(names_in(text))
    return found
