"""What parts the members of a list, in any script."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from doclint.text.separators import SEPARATORS, separator_runs


def test_the_separators_are_what_unicode_calls_so() -> None:
    """All that this Python's Unicode knows; a newer Python may know more, and this test then names them."""
    found = [
        char
        for char in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(char) == "Po" and {"COMMA", "SEMICOLON"} & {*_words(char)}
    ]
    assert not set(found) - set(SEPARATORS)
    assert len(set(SEPARATORS)) == len(SEPARATORS)


def _words(char: str) -> list[str]:
    return unicodedata.name(char, "").replace("-", " ").split()


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("склад, , курьер", ", ,"),
        ("倉庫、、配達員", "、、"),
        ("مستودع، ،ساعي", "، ،"),
        ("depot,\u00a0, courier", ",\u00a0,"),
    ],
)
def test_a_run_with_spaces_between_is_found(text: str, run: str) -> None:
    assert [text[start:end] for start, end in separator_runs(text)] == [run]


@pytest.mark.parametrize("text", ["a,,b", "&amp;;", "склад, курьер", "倉庫、 配達員"])
def test_data_entities_and_lists_are_no_runs(text: str) -> None:
    assert not list(separator_runs(text))
