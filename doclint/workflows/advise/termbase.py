"""A glossary for the translation vendor: the words that are not translated, as CSV or TBX."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from doclint.config.glossary.terms import FORMULA
from doclint.pair.words.vocabulary import CODE, KEY, TYPE
from doclint.text.errors import ConfigError
from doclint.text.files.whole import write_whole
from doclint.workflows.advise.advice import Totals
from doclint.workflows.advise.remedies import is_no_language

COLUMNS = ("term", "do not translate", "places", "pages", "locales", "evidence", "damage")
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TBX_START = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>doclint advise</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
"""
TBX_END = "</body></text>\n</tbx>\n"


class Term(NamedTuple):
    """A word that stays as it is, and why."""

    word: str
    places: int
    pages: int
    locales: str
    evidence: str
    damage: str
    """What it was made into, by locale."""


def terms(totals: Totals) -> list[Term]:
    """The damaged words that are no ordinary words: a glossary holds wherever a term stands."""
    made = []
    for word, total in totals.words:
        harm = total.harm
        proven = {word: ""} if any(why.startswith((CODE, KEY, TYPE)) for why in harm.evidence) else {}
        if is_no_language(word, proven):
            damage = "; ".join(f"{locale or '?'}: {found}" for locale, found in harm.examples().items())
            evidence = "; ".join(why for why, _ in harm.evidence.most_common(2) if why)
            locales = " ".join(sorted(filter(None, harm.locales)))
            made.append(Term(word, harm.places, len(harm.pages), locales, evidence, damage))
    return made


def write(file: str, found: Iterable[Term]) -> None:
    """Write the glossary in the form that the file's ending names. Raises ConfigError."""
    ending = Path(file).suffix.lower()
    if ending not in (".csv", ".tbx"):
        raise ConfigError(f'"{file}": the name of a glossary has to end in .csv or .tbx')
    text = _csv(found) if ending == ".csv" else _tbx(found)
    try:
        write_whole(Path(file), text.encode("utf-8", "replace"))
    except OSError as error:
        raise ConfigError(f"{file}: cannot be written: {error.strerror}") from None


def _csv(found: Iterable[Term]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for term in found:
        row = (term.word, "yes", term.places, term.pages, term.locales, term.evidence, term.damage)
        writer.writerow([_cell(str(value)) for value in row])
    return out.getvalue()


def _cell(text: str) -> str:
    """No cell that a spreadsheet would run as a formula: an apostrophe before it, which doclint's reader takes off."""
    text = " ".join(text.split())
    return f"'{text}" if FORMULA.match(text) else text


def _tbx(found: Iterable[Term]) -> str:
    return TBX_START + "".join(f"{_entry(number, term)}\n" for number, term in enumerate(found, 1)) + TBX_END


def _entry(number: int, term: Term) -> str:
    note = f"{term.places} places on {term.pages} pages ({term.locales}): {term.damage}. Evidence: {term.evidence}"
    return (
        f'<conceptEntry id="c{number}"><langSec xml:lang="en"><termSec><term>{_xml(term.word)}</term>'
        f'<termNote type="x-doNotTranslate">yes</termNote><note>{_xml(note)}</note></termSec></langSec></conceptEntry>'
    )


def _xml(text: str) -> str:
    return escape(NO_XML.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split())))
