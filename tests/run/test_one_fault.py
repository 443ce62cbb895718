"""One fault on an ordinary page, beside English that is merely paired: each is seen, and the whole page is silent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.run.beside import seen
from tests.run.ordinarypage import ENGLISH, PAGES

EVERYWHERE = {
    "annotation word": ('"blockType": "request"', '"blockType": "anfrage"'),
    "annotation key": ('"blockType"', '"blocktype"'),
    "annotation lost": ('<!-- { "blockType": "request", "name": "send_parcel", "sample": "a" } -->\n', ""),
    "language of a fence": ("```python", "```piton"),
    "language of a fence lost": ("```json", "```"),
    "fence not closed": ('    depot.send(label="express")\n```\n', '    depot.send(label="express")\n'),
    "key of the front matter lost": ("layout: guide\n", ""),
    "key of the front matter": ("layout:", "entwurf:"),
    "value of the front matter": ("layout: guide", "layout: Leitfaden"),
    "switch of the front matter": ("toc: true", "toc: wahr"),
    "heading level": ("### ", "## "),
    "heading level of a section": ("\n## ", "\n### "),
    "include": ("../includes/warning.md", "../includes/warnung.md"),
    "include lost": ("[!INCLUDE [warning](../includes/warning.md)]\n\n", ""),
    "alert": ("> [!NOTE]", "> [!HINWEIS]"),
    "alert lost": ("> [!NOTE]\n", ""),
    "placeholder": ("{account-id}", "{konto-id}"),
    "placeholder lost": ("{account-id}", "account-id"),
    "placeholder in an address": ("{depot-id}", "{depot}"),
    "backticks lost": ("`PARCEL_TOKEN`", "PARCEL_TOKEN"),
    "one backtick lost": ("`labelKind`", "`labelKind"),
    "code span": ("`parcelctl init`", "`parcelctl start`"),
    "JSON key": ('"labelKind":', '"labelType":'),
    "JSON key lost": ('  "weight": 250,\n', ""),
    "JSON value": ('"isFragile": false', '"isFragile": falsch'),
    "JSON number": ('"weight": 250', '"weight": 25'),
    "JSON comma": ('"weight": 250,', '"weight": 250'),
    "number in code": ("timeout=30", "timeout=3"),
    "keyword in code": ("from parcels import", "von parcels import"),
    "operator in code": ("depot.count < 5", "depot.count &lt; 5"),
    "quotation marks in code": ('Depot("north"', "Depot(“north”"),
    "line of code lost": ("if depot.is_open and depot.count < 5:\n", ""),
    "link": ("](depots/list.md)", "](depots/liste.md)"),
    "link lost": ("](follow-parcel.md)", "]"),
    "number in text": ("250 ", "25 "),
    "version": ("2.4", "2.5"),
    "status code": ("404 Not Found", "400 Not Found"),
    "status code in a span": ("`201 Created`", "`200 Created`"),
    "type": ("Int32", "Int64"),
    "type of the product": ("parcelState", "parcelStatus"),
    "property": ("| labelKind |", "| labelArt |"),
    "value of a list": ("`sent`", "`gesendet`"),
    "value lost": ("`sent`", ""),
    "key of the keyboard": ("<kbd>P</kbd>", "P"),
    "tag not closed": ("<kbd>P</kbd>", "<kbd>P<kbd>"),
    "method": ("POST https", "SENDEN https"),
    "header": ("Content-Type:", "Inhaltstyp:"),
}
"""What is put in the place of what, in each language."""


@pytest.fixture(autouse=True)
def site(folder: Path) -> None:
    """What the page leads to, in each language."""
    for language in ("en", *PAGES):
        (folder / language / "depots").mkdir(parents=True)
        (folder / language / "depots" / "list.md").write_text("# A\n", encoding="utf-8")


@pytest.mark.parametrize("language", PAGES)
def test_a_right_page_is_silent(language: str) -> None:
    assert seen(language, ENGLISH, PAGES[language]) == []


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("fault", EVERYWHERE)
def test_a_fault_is_seen(language: str, fault: str) -> None:
    right, wrong = EVERYWHERE[fault]
    page = PAGES[language]
    assert right in page
    damaged = page.replace(right, wrong, 1)
    assert seen(language, ENGLISH, damaged), fault


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("section", [2, 4])
def test_a_lost_section_is_seen(language: str, section: int) -> None:
    parts = re.split(r"(?m)^(?=#{2,3} )", PAGES[language])
    assert seen(language, ENGLISH, "".join(parts[:section] + parts[section + 1 :]))


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("start", ["| weight", "* ", "> ", "{"])
def test_a_lost_line_is_seen(language: str, start: str) -> None:
    lines = PAGES[language].splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.startswith(start))
    assert seen(language, ENGLISH, "".join(lines[:at] + lines[at + 1 :]))


@pytest.mark.parametrize("language", PAGES)
def test_a_paragraph_left_in_english_is_seen(language: str) -> None:
    ours, theirs = (page.split("\n\n") for page in (ENGLISH, PAGES[language]))
    page = "\n\n".join([*theirs[:2], ours[2], *theirs[3:]])
    assert seen(language, ENGLISH, page)
