"""Numbers by value: what counts as the same number in which language."""

from __future__ import annotations

import sys

import pytest

from doclint.text import numbers
from doclint.text.numbers import same_number


@pytest.fixture(autouse=True)
def forget() -> None:
    numbers._signs.cache_clear()


@pytest.mark.parametrize(
    ("expected", "found", "locale"),
    [
        pytest.param("1.5", "1,5", "de-DE", id="decimal comma"),
        pytest.param("1,000", "1.000", "de-DE", id="thousands parted by full stops"),
        pytest.param("12345.6", "12.345,6", "de-DE", id="parted where the English is not"),
        pytest.param("1,000", "1\u00a0000", "ru-RU", id="no-break space"),
        pytest.param("1,000", "1\u202f000", "fr-FR", id="narrow no-break space"),
        pytest.param("1,000", "1’000", "de-CH", id="apostrophe"),
        pytest.param("90,000", "90.000", "pt-PT", id="as another country of the language has it"),
        pytest.param("1,000,000", "10,00,000", "hi-IN", id="lakhs"),
        pytest.param("1,000.5", "١٬٠٠٠٫٥", "ar-EG", id="Arabic signs and digits"),
        pytest.param("12", "१२", "hi-IN", id="Devanagari digits"),
        pytest.param("12", "１２", "ja-JP", id="fullwidth digits"),
        pytest.param("-1", "−1", "sv-SE", id="minus sign"),
        pytest.param("-5", "\u200e-5", "he-IL", id="mark of direction"),
        pytest.param("50%", "50 %", "de-DE", id="space before the percent sign"),
        pytest.param("50%", "%50", "tr-TR", id="percent sign in front"),
        pytest.param("1.0", "1.0.", "ru-RU", id="full stop behind"),
        pytest.param("v1.0", "v1.0", "ru-RU", id="version"),
        pytest.param("1.5", "1.5", "de-DE", id="left in English"),
    ],
)
def test_the_same_number(expected: str, found: str, locale: str) -> None:
    assert same_number(expected, found, locale)


@pytest.mark.parametrize(
    ("expected", "found", "locale"),
    [
        pytest.param("1", "1,1", "ru-RU", id="another decimal"),
        pytest.param("1", ".1", "ja-JP", id="a point in front"),
        pytest.param("3", "1/3", "ja-JP", id="a fraction"),
        pytest.param("1.5", "15", "de-DE", id="the sign is lost"),
        pytest.param("1.5", "1,5", "ja-JP", id="a comma that Japanese does not write"),
        pytest.param("1.10", "1.1", "ru-RU", id="another version"),
        pytest.param("-1", "1", "ru-RU", id="the minus is lost"),
        pytest.param("50%", "50", "ru-RU", id="the percent sign is lost"),
        pytest.param("1,000", "1 00", "ru-RU", id="a digit is lost"),
        pytest.param("1", "", "ru-RU", id="nothing"),
        pytest.param("2", "²", "ru-RU", id="a superscript is no digit"),
    ],
)
def test_another_number(expected: str, found: str, locale: str) -> None:
    assert not same_number(expected, found, locale)


@pytest.mark.parametrize("locale", [None, "xx-YY", "", "no tag"])
def test_of_an_unknown_language_any_writing_passes(locale: str | None) -> None:
    assert same_number("1.5", "1,5", locale)
    assert same_number("1,500", "1.500", locale)
    assert not same_number("1", "1,1", locale)


def test_without_babel_any_writing_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "babel", None)
    assert same_number("1.5", "1,5", "ja-JP")
    assert not same_number("1", "1,1", "ja-JP")


def test_a_long_run_of_digits_takes_no_time() -> None:
    assert not same_number("1" * 50_000, "1," * 50_000, "de-DE")
