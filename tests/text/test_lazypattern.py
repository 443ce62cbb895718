"""Patterns that are compiled when first asked."""

from __future__ import annotations

import importlib
import pkgutil
import re
from importlib.util import find_spec

import pytest

import doclint
from doclint.text.lazypattern import _Lazy, lazy

CLUSTER = "doclint.run.cluster.dask"
"""The one module that needs an extra to be loaded."""


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
    names = [module.name for module in pkgutil.walk_packages(doclint.__path__, "doclint.")]
    names += [
        f"doclint.rules.{module.name}"
        for module in pkgutil.iter_modules(importlib.import_module("doclint.rules").__path__)
    ]
    ours = {
        form
        for name in names
        if not name.endswith("__main__") and (name != CLUSTER or find_spec("distributed"))
        for form in vars(importlib.import_module(name)).values()
        if isinstance(form, _Lazy)
    }
    assert len(ours) > 40
    for form in ours:
        assert re.compile(form.pattern, form.flags)
