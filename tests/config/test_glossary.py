"""Glossaries as translation tools write them: CSV, TSV and TBX, and what is wrong with broken ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from doclint.config.glossary.terms import protected_terms
from doclint.text.errors import ConfigError
from tests.config.configuring import write


def terms(folder: Path, text: str | bytes, locale: str = "en") -> list[str]:
    return protected_terms(str(write(folder / "terms", text)), locale)


@pytest.mark.parametrize(
    "text",
    [
        "term,do not translate\nParcel Hub,yes\nlane,no\nSmartLane,Yes\ncourier,\n",
        "\ufeffDo-Not-Translate;Source Term;de\r\nx;Parcel Hub;Parcel Hub\r\n;lane;Spur\r\nTRUE; SmartLane ;SmartLane\r\n",
        'en-US\tja-JP\tTranslatable?\n"Parcel\nHub"\t\tno\nlane\t車線\tyes\nSmartLane\t\tNo\n',
        "English,DNT\nParcel Hub,DNT\nParcel Hub,dnt\nSmartLane,1\nshort\n",
    ],
    ids=["plain", "bom, semicolons, crlf", "tabs, quoted line end, translatable", "repeated and ragged rows"],
)
def test_csv(tmp_path: Path, text: str) -> None:
    assert terms(tmp_path, text, "en-US") == ["Parcel Hub", "SmartLane"]


TBX2 = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry><descrip type="Translation needed">No</descrip>
 <langSet xml:lang="en-US"><tig><term>Parcel &amp; Hub</term></tig><tig><term>PHub</term></tig></langSet>
 <langSet xml:lang="ru"><tig><term>Посылочный узел</term></tig></langSet></termEntry>
<termEntry><langSet xml:lang="en"><tig><term>lane</term><termNote type="partOfSpeech">noun</termNote></tig></langSet></termEntry>
<termEntry><langSet xml:lang="en"><tig><term>SmartLane</term><termNote type="translationNote">no</termNote></tig></langSet>
</termEntry></body></text></martif>
"""
TBX3 = """<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="1"><langSec xml:lang="en"><termSec><term>Hub</term><termNote type="x-doNotTranslate">yes</termNote>
</termSec></langSec></conceptEntry>
<conceptEntry id="2"><langSec xml:lang="en"><termSec><term>lane</term><note>do not translate it word by word</note></termSec>
</langSec></conceptEntry></body></text></tbx>
"""


def test_tbx(tmp_path: Path) -> None:
    assert terms(tmp_path, TBX2) == ["Parcel & Hub", "PHub", "SmartLane"]
    assert terms(tmp_path, TBX2, "ru") == ["Посылочный узел"]
    assert terms(tmp_path, TBX2.replace("UTF-8", "UTF-16").encode("utf-16")) == ["Parcel & Hub", "PHub", "SmartLane"]
    assert terms(tmp_path, TBX3) == ["Hub"]


BOMB = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><tbx>&c;</tbx>'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", 'has no column "term", "source" or "en"'),
        (
            "term,note\nHub,Hub\n",
            'has no column "do not translate" (or "translatable"), and none of renderings, as "de"',
        ),
        ("name,dnt\nHub,yes\n", 'has no column "term", "source" or "en"'),
        (b"term,dnt\n\xff\n", "is not UTF-8 text: byte 9"),
        ("term,dnt\n" + "x" * 200_000, "is not valid CSV: field larger than field limit (131072)"),
        ("<tbx><text>", "is not valid XML: no element found, line 1"),
        ("<html/>", "is not valid TBX: it has no termEntry or conceptEntry"),
        (BOMB, "declares XML entities, which are not read"),
        (b"\xff\xfe<\0", "is not valid XML"),
        ("<" * 50_000, "is not valid XML"),
    ],
)
def test_broken_files_are_one_line(tmp_path: Path, text: str | bytes, said: str) -> None:
    with pytest.raises(ConfigError) as error:
        terms(tmp_path, text)
    assert f"{tmp_path}/terms: {said}" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_glossary_that_went_away(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read: No such file"):
        protected_terms(str(tmp_path / "gone.csv"))
