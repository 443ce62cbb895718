"""Patterns that are compiled when first asked."""

from __future__ import annotations

import re

import pytest

from doclint.text.lazypattern import _Lazy, lazy
from tests.modules import modules


def test_it_answers_as_a_compiled_one() -> None:
    form = lazy(r"(?P<word>склад)|倉庫", re.IGNORECASE)
    compiled = re.compile(r"(?P<word>склад)|倉庫", re.IGNORECASE)
    for text in ("СКЛАД 倉庫", "depot"):
        assert [match.span() for match in form.finditer(text)] == [match.span() for match in compiled.finditer(text)]
        assert form.findall(text) == compiled.findall(text)
        assert bool(form.search(text)) == bool(compiled.search(text))
    assert (form.pattern, form.flags) == (compiled.pattern, compiled.flags)


def test_a_mistake_comes_to_light_when_it_is_used() -> None:
    form = lazy("(")
    with pytest.raises(re.error):
        form.match("")


def test_there_is_no_mistake_in_ours() -> None:
    ours = {form for module in modules() for form in vars(module).values() if isinstance(form, _Lazy)}
    assert len(ours) > 40
    for form in ours:
        assert re.compile(form.pattern, form.flags)
