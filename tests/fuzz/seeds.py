"""The pairs that mutations begin with: the demo pages, the examples of the rules, and a corpus where one is given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from doclint.engine import rulebook
from doclint.layouts.discover import discover
from doclint.page import frontmatter
from doclint.run import Asked
from doclint.run.plan.plan import make
from doclint.sources import Loaded
from doclint.text import Trust
from doclint.text.errors import UnreadableError
from doclint.text.spans import decode, encode
from tests.fuzz.case import Case

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"

LONGEST = 40_000
"""Bytes; a longer page of a corpus would take the time of ten."""


def fixtures() -> Iterator[Case]:
    """The demo pages: translations beside their English, side by side, and the English beside itself."""
    english = {file.name: file.read_bytes() for file in sorted((FIXTURES / "en-US").rglob("*.md"))}
    for file in sorted(FIXTURES.rglob("*.md")):
        if file.name not in english:
            continue
        name = file.relative_to(FIXTURES).as_posix()
        source = None if ".sxs" in name else english[file.name]
        yield Case(name, file.read_bytes(), source, locale="ja-JP" if "ja-JP" in name else "ru-RU")


def examples() -> Iterator[Case]:
    """What the rules bring as their tests, right and wrong."""
    for rule in rulebook.load():
        for kind, group in (("BAD", rule.bad), ("GOOD", rule.good)):
            for number, example in enumerate(group):
                target = getattr(example, "unmarked", example.target)
                if isinstance(target, str) and target.strip():
                    source = None if example.source is None else encode(example.source)
                    ending = "mdx" if rule.name == "mdx-changed" else "md"
                    name = f"{rule.name} {kind}[{number}]"
                    yield Case(name, encode(target), source, example.trust, example.locale, ending)


def corpus(folder: Path, seed: int, most: int) -> Iterator[Case]:
    """Some pages of each locale's folder beside `en.git`, and of side-by-side folders; others for another seed."""
    for tree in sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.endswith(".git")):
        targets = discover([str(tree)])
        names = [target.relative for target in Random(f"{seed} {tree.name}").sample(targets, min(most, len(targets)))]
        if tree.name.endswith("-sxs"):
            for name in names:
                yield Case(f"{tree.name}/{name}", (tree / name).read_bytes(), locale=tree.name.partition("-")[0])
        else:
            yield from _beside(tree, names, folder / "en.git")


def _beside(tree: Path, names: list[str], english: Path) -> Iterator[Case]:
    asked = Asked(paths=tuple(str(tree / name) for name in names), source=str(english), is_bare=True)
    plan = make(asked)
    source = plan.contexts[0].source
    assert source is not None
    for name in names:
        data = (tree / name).read_bytes()
        try:
            text = decode(data)
        except UnreadableError:
            continue
        loaded = source.load(name, frontmatter.read(text), text)
        if isinstance(loaded, Loaded) and len(data) <= LONGEST:
            yield Case(f"{tree.name}/{name}", data, loaded.data, Trust.PROVEN, tree.name)
