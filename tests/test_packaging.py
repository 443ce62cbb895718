"""The wheel holds every package: one forgotten in the list would vanish from it silently."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_every_package_is_in_the_list() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    listed = set(project["tool"]["setuptools"]["packages"])
    folders = {path.parent.relative_to(ROOT) for path in (ROOT / "doclint").rglob("__init__.py")}
    assert listed == {".".join(folder.parts) for folder in folders} | {"doclint.rules"}
    assert project["tool"]["setuptools"]["package-dir"] == {"doclint.rules": "rules"}
    assert not [path for path in (ROOT / "rules").rglob("*") if path.is_dir() and path.name != "__pycache__"]
