"""Without the extras less is said, never more: no error stands only where they are missing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.corpuspages import pages
from tests.withoutextras import WITH, WITHOUT, checked

pytestmark = pytest.mark.corpus

EVERY = 12
"""Pages of which one is checked."""


@pytest.mark.parametrize("locale", ["ru", "ja", "de"])
def test_no_error_more_on_the_corpus(corpus: Path, tmp_path: Path, locale: str) -> None:
    chosen = pages(corpus / locale, EVERY)
    every = errors(WITH, corpus / locale, tmp_path, chosen)
    fewer = errors(WITHOUT, corpus / locale, tmp_path, chosen)
    assert len(every) > 20
    assert fewer - every == set()


def errors(run: Sequence[str], folder: Path, cache: Path, chosen: Sequence[str]) -> set[tuple[str, int, str, str, str]]:
    return {
        (one["path"], one["line"], one["rule"], one["found"], str(one["expected"]))
        for one in checked(run, folder, cache, *chosen, "--source", "../en.git")
        if one["severity"] == "error"
    }
