"""Which words of running text are spelt like names, surely or only perhaps."""

from __future__ import annotations

import time

import pytest

from doclint.text.shapes import names_in, shapes

SURE = [
    "deviceState",
    "snake_case",
    "FLEET_HOME",
    "0x1F",
    "$filter",
    "@odata.type",
    "contoso.fleet.timeWindow",
    "Parcels.ReadWrite.All",
    "parcelSettings.json",
    "oAuth2ParcelGrant",
]
UNSURE = [
    "iPhone",
    "eDiscovery",
    "macOS",
    "JavaScript",
    "DateTimeOffset",
    "read-only",
    "example.com",
    "Mail.Send",
    "Major.Minor.Patch",
    "--no-build",
    "/me/events",
    "New_York",
]
PLAIN = [
    "e.g",
    "parcel",
    "Parcel",
    "and/or",
    "OAuth",
    "URL",
    "2.0",
    "https://contoso.com/fleet/parcels",
    "../depots/list.md",
]


@pytest.mark.parametrize("word", SURE)
@pytest.mark.parametrize("text", ["{}", "Use {}, please.", "({})", "{}プロパティ", "свойство {}."])
def test_names_are_told_by_their_spelling(word: str, text: str) -> None:
    assert names_in(text.format(word)) == [word]


@pytest.mark.parametrize("word", UNSURE)
def test_brands_and_prose_need_evidence(word: str) -> None:
    assert [tuple(shape) for shape in shapes(f"See {word}, please.")] == [(word, False)]


@pytest.mark.parametrize("word", PLAIN)
def test_plain_words_are_no_names(word: str) -> None:
    assert list(shapes(f"See {word} here.")) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("depotState/routeTag", ["depotState", "routeTag"], id="one or the other"),
        pytest.param("/parcels/depotState/open", ["depotState"], id="a path that holds a name"),
        pytest.param("depotState-Objekt", ["depotState"], id="a German compound"),
        pytest.param("depotState’s", ["depotState"], id="a genitive"),
        pytest.param("_depotState_", ["depotState"], id="emphasis"),
    ],
)
def test_names_are_cut_out_of_what_is_glued_to_them(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize("piece", ["a.", "aA.", "a-/", "A_", "@a.", "$"])
def test_long_runs_take_linear_time(piece: str) -> None:
    start = time.process_time()
    assert names_in(piece * 200_000) == []
    assert time.process_time() - start < 2
