"""All modules of ours, loaded: what walks over them, walks here."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from importlib.util import find_spec
from types import ModuleType

import doclint

CLUSTER = "doclint.run.cluster.dask"
"""The one module that needs an extra to be loaded."""


def modules() -> Iterator[ModuleType]:
    """But for `__main__`, and for what cannot be loaded here."""
    for folder, prefix in ((doclint, "doclint."), (importlib.import_module("doclint.rules"), "doclint.rules.")):
        for found in pkgutil.walk_packages(folder.__path__, prefix):
            if not found.name.endswith("__main__") and (found.name != CLUSTER or find_spec("distributed")):
                yield importlib.import_module(found.name)
