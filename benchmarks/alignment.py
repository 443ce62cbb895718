"""How well blocks are laid side by side where one side lacks sections and blocks: recall and precision.

    python benchmarks/alignment.py PAIRS.jsonl.gz|ENGLISH,TRANSLATIONS ... [--pages 300] [--seed 5]

Pages whose two sides have the same blocks in the same order, comments apart, give the truth, unless a block has the
code spans, options and addresses of another one and none of its own: then order is no truth there. Then sections and
blocks are taken out, and the pages are aligned as merely paired ones. PAIRS holds an object a line with `source` and
`target`, two texts; ENGLISH and TRANSLATIONS are two folders with pages of the same relative paths.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import time
from collections.abc import Iterator
from pathlib import Path

from doclint.page import Block, Html, Kind, Page, Segment
from doclint.page.markdown import parse
from doclint.pair.alignment.align import align
from doclint.pair.alignment.features import form
from doclint.pair.alignment.laid import UNCOUNTED

KEPT = re.compile(r"`[^`\n]+`|--[a-z][\w-]+|\]\([^)\s]+\)|\b[a-z]+[A-Z]\w*")
"""What a translator keeps; found here by an expression of its own, not by that of the program that is measured."""

SKEWS = ("sections", "blocks", "both")


def pages(where: str) -> Iterator[tuple[str, str, str]]:
    """(name, English, translation) of each pair, in a settled order."""
    if "," in where:
        english, translated = map(Path, where.split(","))
        for path in sorted(translated.rglob("*.md*")):
            twin = english / path.relative_to(translated)
            if path.suffix in (".md", ".mdx") and twin.is_file():
                yield str(path), twin.read_text("utf-8"), path.read_text("utf-8")
        return
    with gzip.open(where, "rt", encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            yield one["target_path"], one["source"], one["target"]


def counted(page: Page) -> list[Block]:
    return [block for block in page.blocks if not isinstance(block, UNCOUNTED)]


def is_heading(block: Block) -> bool:
    return isinstance(block, Segment) and block.kind is Kind.HEADING


def is_comment(block: Block) -> bool:
    return isinstance(block, Html) and block.is_comment


def thinned(blocks: list[Block], skew: str, rng: random.Random) -> list[Block]:
    """The blocks without one or two sections, or six in a hundred blocks, or both; the comment before one goes too."""
    gone: set[int] = set()
    if skew != "blocks":
        heads = [at for at, block in enumerate(blocks) if is_heading(block)]
        for head in rng.sample(heads, min(len(heads), rng.choice([1, 2]))):
            gone.update(range(head, next((at for at in heads if at > head), len(blocks))))
    if skew != "sections":
        gone |= {at for at, block in enumerate(blocks) if not is_heading(block) and rng.random() < 0.06}
    before = {at - 1 for at in gone if at and is_comment(blocks[at - 1])}
    return [block for at, block in enumerate(blocks) if at not in gone | before]


def is_truth(ours: list[Block], theirs: list[Block]) -> bool:
    """Whether nothing on two pages of one shape contradicts that block n was made from block n."""
    there, here = ([frozenset(KEPT.findall(getattr(one, "text", ""))) for one in side] for side in (ours, theirs))
    return not any(mine and not mine & there[at] and mine in there for at, mine in enumerate(here))


def beside(source: Page, target: Page, ours: list[Block], theirs: list[Block]) -> list[tuple[Block, Block]]:
    """The pairs of blocks found on two pages that have these blocks only."""
    short = [Page(page.path, page.text, page.front, blocks) for page, blocks in ((source, ours), (target, theirs))]
    found = align(*short, exact=False)
    matches = [*found.headings, *found.texts, *found.codes, *found.html]
    pairs = [(it.source, it.target) for it in matches if not is_comment(it.target)]
    return pairs + [(it.source, it.target) for it in found.tables]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("where", nargs="+")
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print the first N wrong pairs")
    given = parser.parse_args()
    for where in given.where:
        rng = random.Random(given.seed)
        them = list(pages(where))
        rng.shuffle(them)
        used, show, started = 0, given.show, time.process_time()
        sums = {(side, skew): [0, 0, 0] for side in ("translation", "English") for skew in SKEWS}
        for name, english, translated in them:
            if used == given.pages:
                break
            source, target = parse(english, name), parse(translated, name)
            ours, theirs = counted(source), counted(target)
            told = [[block for block in side if not is_comment(block)] for side in (ours, theirs)]
            shapes = [[form(block) for block in side] for side in told]
            if shapes[0] != shapes[1] or len(told[0]) < 8 or sum(map(is_heading, ours)) < 4 or not is_truth(*told):
                continue
            used += 1
            truth = {id(b): id(a) for a, b in zip(*told, strict=True)}
            for (side, skew), sum_ in sums.items():
                a, b = ours, theirs
                if side == "English":
                    a = thinned(a, skew, rng)
                else:
                    b = thinned(b, skew, rng)
                found = beside(source, target, a, b)
                there = {id(one) for one in a}
                sum_[0] += sum(truth[id(y)] == id(x) for x, y in found)
                sum_[1] += len(found)
                sum_[2] += sum(truth.get(id(y)) in there for y in b)
                for x, y in found if show else ():
                    if truth[id(y)] != id(x) and show:
                        show -= 1
                        print(f"{name} {skew}\n  {getattr(x, 'text', x)!r}\n  {getattr(y, 'text', y)!r}")
        print(f"{where}: {used} pages, {time.process_time() - started:.1f} s")
        for (side, skew), (right, found_, there_) in sums.items():
            if found_:
                print(f"  {side} without {skew}: recall {right / there_:.3f}, precision {right / found_:.4f}")


if __name__ == "__main__":
    main()
