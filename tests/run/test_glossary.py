"""Terms that a team's glossary renders in one way: another rendering is for people to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.commandline import doclint, rows

ENGLISH = """\
# Depots

The `van` leaves the depot at night.

Two depots have a `gate`.

Open Home Depot with `key`.
"""
RUSSIAN = """\
# Склады

`van` уезжает со склада ночью.

У двух депо есть `gate`.

Откройте Home Depot с помощью `key`.
"""
JAPANESE = """\
# 集配所

`van` は夜に集配所を出ます。

2 つの倉庫に `gate` があります。

`key` で Home Depot を開きます。
"""

WIDE = "term,ru,ja-JP\ndepot,склад,集配所|デポ\n"
LONG = "term;locale;translation;forbidden\ndepot;ru;склад;депо\ndepot;ja;集配所;倉庫|車庫\n"
TBX = """<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="1"><langSec xml:lang="en"><termSec><term>depot</term></termSec></langSec>
<langSec xml:lang="ru"><termSec><term>склад</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
</termSec><termSec><term>депо</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
</langSec><langSec xml:lang="ja"><termSec><term>集配所</term></termSec></langSec></conceptEntry></body></text></tbx>
"""


@pytest.fixture
def site(folder: Path) -> Path:
    for language, text in (("en", ENGLISH), ("ru", RUSSIAN), ("ja", JAPANESE)):
        (folder / language).mkdir()
        (folder / language / "depot.md").write_text(text, encoding="utf-8")
    return folder


def found(site: Path, locale: str, name: str, glossary: str) -> list[dict[str, Any]]:
    """What is said of the page's terms with this glossary."""
    (site / name).write_text(glossary, encoding="utf-8")
    (site / "doclint.toml").write_text(f'glossary = "{name}"\n', encoding="utf-8")
    tag = {"ja": "ja-JP"}.get(locale, locale)
    said = rows(locale, "--source", "en", "--locale", tag)
    assert {one["rule"] for one in said} <= {"term-rendered-otherwise"}
    return said


@pytest.mark.parametrize("locale", ["ru", "ja"])
@pytest.mark.parametrize(("name", "glossary"), [("a.csv", WIDE), ("a.csv", LONG), ("a.tbx", TBX)])
def test_another_rendering_is_a_warning(site: Path, locale: str, name: str, glossary: str) -> None:
    (one,) = found(site, locale, name, glossary)
    assert (one["line"], one["severity"]) == (5, "warning")
    assert '"depot"' in one["message"]


def test_a_forbidden_rendering_is_told_where_it_stands(site: Path) -> None:
    (one,) = found(site, "ru", "a.csv", LONG)
    assert (one["found"], one["expected"]) == ("депо", "склад")
    (one,) = found(site, "ja", "a.csv", LONG)
    assert (one["found"], one["expected"]) == ("倉庫", "集配所")


def test_one_of_several_renderings_will_do(site: Path) -> None:
    assert found(site, "ru", "a.csv", "term,ru\ndepot,склад|депо\n") == []


def test_the_apostrophe_that_a_spreadsheet_wants_is_no_part_of_a_term(site: Path) -> None:
    for language, text in (("en", "Mention @depot in `tour`.\n"), ("ru", "Упомяните @депо в `tour`.\n")):
        (site / language / "depot.md").write_text(text, encoding="utf-8")
    (one,) = found(site, "ru", "a.csv", "term,locale,rendering,forbidden\n'@depot,ru,'@склад,'@депо\n")
    assert (one["found"], one["expected"]) == ("@депо", "@склад")


def test_other_languages_are_left_alone(site: Path) -> None:
    assert found(site, "ru", "a.csv", "term,de\ndepot,Lager\n") == []


def test_no_finding_without_renderings(site: Path) -> None:
    assert found(site, "ru", "a.csv", "term,dnt,ru\nHome Depot,yes,\n") == []


def test_a_changed_glossary_is_read_again(site: Path) -> None:
    assert found(site, "ru", "a.csv", "term,ru\ndepot,депо\n")[0]["line"] == 1
    assert found(site, "ru", "a.csv", WIDE)[0]["line"] == 5


def test_a_glossary_that_says_nothing_is_one_line(site: Path) -> None:
    (site / "a.csv").write_text("term,note\ndepot,a store\n", encoding="utf-8")
    (site / "doclint.toml").write_text('glossary = "a.csv"\n', encoding="utf-8")
    done = doclint("check", "ru", "--source", "en")
    assert done.exit_code == 2
    assert "none of renderings" in done.stderr
