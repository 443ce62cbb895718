"""Everything besides the pages that a result depends on, as one digest."""

from __future__ import annotations

import hashlib
import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import doclint
from doclint.engine import Rule
from doclint.engine.packs import NO_PACKS, Packs, found

LIBRARIES = ("anyascii", "beautifulsoup4", "markdown-it-py", "PyYAML", "rapidfuzz")
"""Those that have a say in what is found; click only shows it."""

OPTIONAL = ("Pygments", "babel", "docutils")
"""Those of extras, which may be missing."""


def digest_of_rules(rules: Iterable[Rule], *, packs: Packs = NO_PACKS) -> bytes:
    """What judges pages: the rules, our own code, libraries and Python.

    All code of `packs` counts, also what their rules share and rules that do not run: comments may name those.
    A rule whose code cannot be read (from a zip file) makes the digest another one each time.
    """
    digest = hashlib.blake2b(digest_size=16)
    for part in _parts(list(rules), packs):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()


def _parts(rules: list[Rule], packs: Packs) -> Iterator[bytes]:
    yield f"doclint {doclint.VERSION} python {sys.version_info[:3]} unicode {unicodedata.unidata_version}".encode()
    yield from (f"{name} {version}".encode() for name, version in versions(LIBRARIES).items())
    yield from (f"{name} {version}".encode() for name, version in versions(OPTIONAL, is_optional=True).items())
    yield from _code_below(Path(doclint.__file__).parent)
    for pack in found(packs):
        yield pack.package.__name__.encode()
        for folder in pack.folders:
            yield from _code_below(Path(folder))
    for rule in rules:
        yield f"{rule.id} {rule.name} {rule.severity} {rule.needs}".encode()
    for name in sorted({rule.check.__module__ for rule in rules}):
        yield name.encode()
        yield _code_of(name)


def _code_below(folder: Path) -> Iterator[bytes]:
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__" and name[0] != ".")
        for name in sorted(files):
            if name.endswith(".py"):
                file = os.path.join(where, name)  # noqa: PTH118 (five hundred files, at each start)
                yield file.removeprefix(str(folder)).encode()
                yield Path(file).read_bytes()


def _code_of(module: str) -> bytes:
    file = getattr(sys.modules.get(module), "__file__", None)
    try:
        return Path(file).read_bytes() if file else os.urandom(16)
    except OSError:
        return os.urandom(16)


def versions(names: Iterable[str], *, is_optional: bool = False) -> dict[str, str]:
    """The versions of installed distributions; empty for one that is not there.

    Read off the names of their .dist-info folders, as the packaging specification has them: to import
    importlib.metadata costs 20 ms, a third of a run on one page. It is asked for what is not found so,
    unless that need not be there.
    """
    wanted = {_normal(name): name for name in names}
    found: dict[str, str] = {}
    for folder in sys.path:
        for entry in _listed(folder):
            name, _, version = entry.removesuffix(".dist-info").partition("-")
            if version and entry.endswith(".dist-info") and _normal(name) in wanted:
                found.setdefault(wanted[_normal(name)], version)
    return {name: found.get(name) or ("" if is_optional else _looked_up(name)) for name in wanted.values()}


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder or ".")  # noqa: PTH208 (a thousand names, read once a run)
    except OSError:
        return []


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _looked_up(name: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
