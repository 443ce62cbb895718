"""Real pages of a repository, and what doclint says of them, for lagging.py and planted.py."""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

KEPT = "*.md *.mdx *.toml *.yml *.yaml *.json hugo.* config.* docusaurus.config.* astro.config.* .vitepress/*".split()
REPOSITORY = """
REPOSITORY has both sides with their history, bare or not. PATTERN is a regular expression of its translated pages with
`(?P<locale>...)`, as `content/(?P<locale>ja|de)/docs/.*\\.md`; the English has what `--english` says in the place of
`/LOCALE/`.
"""
FENCE = re.compile(r"\s*(?:```|~~~)")


def options(about: str | None, seed: int) -> argparse.ArgumentParser:
    """What both are asked."""
    parser = argparse.ArgumentParser(
        description=f"{about}{REPOSITORY}", formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("repository")
    parser.add_argument("pattern")
    parser.add_argument("--english", default="/en/")
    parser.add_argument("--revision", default="HEAD")
    parser.add_argument("--seed", type=int, default=seed)
    parser.add_argument("--doclint", default="doclint")
    return parser


def git(tree: Path, *arguments: str) -> str:
    run = subprocess.run(["git", "-C", tree, *arguments], capture_output=True, check=True)
    return run.stdout.decode("utf-8", "replace")


def checked_out(repository: str, where: Path, revision: str) -> Path:
    """The pages and settings of a commit; a stored copy may lack large files."""
    tree = where / "tree"
    subprocess.run(["git", "clone", "-q", "--shared", "--no-checkout", repository, tree], check=True)
    git(tree, "sparse-checkout", "set", "--no-cone", *KEPT)
    git(tree, "checkout", "-q", "-f", "--detach", revision)
    return tree


def shuffled(
    tree: Path, paths: Iterable[str], pattern: str, english: str, dice: random.Random
) -> Iterator[tuple[str, str]]:
    """The translated pages among the paths that have English, each with its English, in an order drawn by lot."""
    form = re.compile(pattern)
    pages = [(path, found["locale"]) for path in paths if (found := form.fullmatch(path))]
    dice.shuffle(pages)
    for page, locale in pages:
        source = page.replace(f"/{locale}/", english, 1)
        if source != page and (tree / page).is_file() and (tree / source).is_file():
            yield page, source


def fenced(lines: list[str]) -> set[int]:
    """The lines that stand in a fence."""
    inside, found = False, set()
    for number, line in enumerate(lines):
        if FENCE.match(line):
            inside = not inside
        elif inside:
            found.add(number)
    return found


def findings(tree: Path, doclint: str, pages: list[str]) -> dict[str, list[dict]]:
    """What a check with its default options says of the pages."""
    run = subprocess.run(
        [doclint, "check", *pages, "--format", "jsonl", "--exit-zero"], cwd=tree, capture_output=True, check=True
    )
    found = defaultdict(list)
    for line in run.stdout.decode().splitlines():
        one = json.loads(line)
        found[one["path"]].append(one)
    return found
