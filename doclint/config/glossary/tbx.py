"""What a TBX file (TermBase eXchange, ISO 30042, versions 2 and 3) keeps from translation, and how others are rendered.

Tools say so in different words: Weblate writes `<termNote type="translationNote">no</termNote>` or
`<descrip type="Translation needed">No</descrip>`, others a type such as `doNotTranslate` with "yes".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NoReturn

from doclint.config.glossary.plainword import plain_word
from doclint.config.glossary.renderings import of_concept
from doclint.pair.policy import Rendering
from doclint.text.locale import normalize
from doclint.text.words import one_line

ENTRIES = ("termEntry", "conceptEntry")
LANGUAGES = ("langSet", "langSec")
NOTES = ("termNote", "descrip", "note", "admin")
KEPT = ("donottranslate", "dnt", "xdonottranslate", "xdnt", "untranslatable", "nottranslatable")
TRANSLATED = ("translationnote", "translationneeded", "translate", "translatable")
YES = ("yes", "y", "true", "1", "x", "dnt", "donottranslate", "✓", "✔")
STATUS = "administrativestatus"
FORBIDDEN = ("deprecatedtermadmnsts", "supersededtermadmnsts", "deprecated", "superseded", "forbidden")
NO = ("no", "n", "false", "0")


@dataclass
class _Entry:
    """One concept so far: its terms in the source language, and whether a note keeps them."""

    terms: list[str] = field(default_factory=list)
    others: list[tuple[str, str, bool]] = field(default_factory=list)
    """Language, term and whether it is forbidden."""
    is_kept: bool = False


def terms_of_tbx(data: bytes, locale: str) -> tuple[list[str], list[Rendering]]:
    """The terms that are kept, and the renderings of others, in the order of the file.

    Raises ValueError, whose message says what is wrong.
    """
    from xml.parsers.expat import ExpatError, ParserCreate, errors

    reader = _Reader(locale.partition("-")[0].lower())
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.EntityDeclHandler = _refuse_entities
    try:
        parser.Parse(data, True)
    except ExpatError as error:
        raise ValueError(f"is not valid XML: {errors.messages.get(error.code, '')}, line {error.lineno}") from None
    if not reader.is_tbx:
        raise ValueError("is not valid TBX: it has no termEntry or conceptEntry")
    return reader.found, reader.renderings


def _refuse_entities(*_: object) -> NoReturn:
    """Nobody needs them in a glossary, and a few of them can fill the memory."""
    raise ValueError("declares XML entities, which are not read")


class _Reader:
    """Follows the parser through the elements."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.found: list[str] = []
        self.renderings: list[Rendering] = []
        self.is_tbx = False
        self._entry = _Entry()
        self._is_source = False
        self._tag: str | None = None
        self._type = ""
        self._text: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._text = []
        if name in ENTRIES:
            self.is_tbx, self._entry = True, _Entry()
        elif name in LANGUAGES:
            tag = attributes.get("xml:lang", "").lower().replace("_", "-")
            self._is_source, self._tag = tag.partition("-")[0] == self.language, normalize(tag)
        elif name in NOTES:
            self._type = attributes.get("type", "")

    def text(self, text: str) -> None:
        self._text.append(text)

    def end(self, name: str) -> None:
        text = "".join(self._text)
        if name == "term" and self._is_source:
            self._entry.terms.append(text)
        elif name == "term" and self._tag:
            self._entry.others.append((self._tag, one_line(text), False))
        elif name in NOTES:
            kind, value = plain_word(self._type), plain_word(text)
            is_kept = (kind in KEPT and value in YES) or (kind in TRANSLATED and value in NO) or value in KEPT
            self._entry.is_kept |= is_kept
            if kind == STATUS and value in FORBIDDEN and not self._is_source and self._entry.others:
                tag, term, _ = self._entry.others.pop()
                self._entry.others.append((tag, term, True))
        elif name in ENTRIES and self._entry.is_kept:
            self.found += self._entry.terms
        elif name in ENTRIES:
            self.renderings += of_concept(list(map(one_line, self._entry.terms)), self._entry.others)
