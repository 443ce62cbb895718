"""No text is slower than linear: a page of a megabyte of anything takes under ten seconds, its inline pieces included."""

from __future__ import annotations

import time

import pytest

from doclint.page.markdown import parse
from tests.page.generators import GENERATORS

SIZE = 40_000
"""Code points; small, since there are many texts."""

CEILING = 1.2
"""Seconds: three times what ten seconds for a megabyte leave for so much."""


def seconds(text: str) -> float:
    begin = time.process_time()
    for segment in parse(text).segments():
        assert segment.plain is not None
        assert segment.slug is None or segment.slug in text
    return time.process_time() - begin


def is_quick(text: str) -> bool:
    """Whether the text is read in time; once in three, since other tests take from the caches of the same cores."""
    return any(seconds(text) < CEILING for _ in range(3))


@pytest.mark.parametrize("name", GENERATORS)
def test_any_text_is_read_in_linear_time(name: str) -> None:
    assert is_quick(GENERATORS[name](SIZE))


@pytest.mark.parametrize("name", [name for name in GENERATORS if not name.startswith("front")])
def test_many_small_blocks_are_read_in_linear_time(name: str) -> None:
    text = GENERATORS[name](1500)
    assert is_quick((text + "\n\n") * (SIZE // len(text) // 2))


@pytest.mark.parametrize("name", ["'`a` ' repeated", "'[' repeated", "'*a **a ' repeated", "nested images"])
def test_a_megabyte_takes_under_ten_seconds(name: str) -> None:
    assert seconds(GENERATORS[name](1_000_000)) < 10


def test_a_title_without_an_end_is_not_looked_for_to_the_end() -> None:
    assert seconds(GENERATORS["long title of a definition"](400_000)) < 8
