"""A million findings in parts: how long `doclint merge` and `doclint audit --from` take, in how much memory.

python benchmarks/parts.py [--findings 1000000] [--shards 16] [--folder DIR] [--only NAME...]

The parts are those of a few checked pages, each copied under other names. Times and peaks are of the whole process.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from itertools import count
from pathlib import Path
from typing import BinaryIO

from measure import Measured, measure

PAGES = 40
TEXT = "# Parcel {0}\n\n|Member|Value|\n|:---|:---|\n|inTransit{0}|0|\n|delivered{0}|1|\n|handedOver{0}|2|\n"


def seed(folder: Path) -> list[bytes]:
    """The lines of one part over pages that have three findings each."""
    for number in range(PAGES):
        for locale in ("en", "ru"):
            file = folder / "docs" / locale / f"{number}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            text = TEXT.format(number)
            for name, word in (("inTransit", "вПути"), ("delivered", "доставлен"), ("handedOver", "передан")):
                text = text.replace(name, word) if locale == "ru" else text
            file.write_text(text, encoding="utf-8")
    doclint(folder, "check", "--quiet", "--exit-zero", "--part", "seed.jsonl")
    return (folder / "seed.jsonl").read_bytes().splitlines(keepends=True)


def doclint(folder: Path, *arguments: str) -> Measured:
    """A command of doclint, measured in a folder."""
    command = (sys.executable, "-m", "doclint", *arguments)
    return measure(arguments[0], command, 1, output=folder / "out", folder=folder)


def written(out: BinaryIO, lines: list[bytes], shard: int, of: int, findings: int) -> None:
    """One part with so many findings, its pages in their order."""
    head = json.loads(lines[0])
    head["number"], head["same"]["of"] = shard, str(of)
    digest = hashlib.blake2b(digest_size=16)

    def put(line: bytes) -> None:
        digest.update(line)
        out.write(line)

    put(json.dumps(head).encode() + b"\n")
    left = findings
    for number in count():
        name = b"area%08d-%02d/" % (number, shard)
        for line in lines[1:-1]:
            new = line.replace(b'"docs/en/', b'"docs/en/' + name).replace(b'"docs/ru/', b'"docs/ru/' + name)
            left -= line.startswith(b'{"rule"')
            put(new)
        if left <= 0:
            break
    out.write(
        json.dumps({**json.loads(lines[-1]), "digest": digest.hexdigest()}, separators=(",", ":")).encode() + b"\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--findings", type=int, default=1_000_000)
    parser.add_argument("--shards", type=int, default=16)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--only", nargs="*", default=[""], help="the commands that have one of these in their names")
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp())
    parts = folder / "parts"
    parts.mkdir(parents=True, exist_ok=True)
    lines = seed(folder)
    for shard in range(1, given.shards + 1):
        with (parts / f"part-{shard:02}.jsonl").open("wb") as out:
            written(out, lines, shard, given.shards, given.findings // given.shards)
    size = sum(file.stat().st_size for file in parts.iterdir())
    print(f"{given.findings} findings in {given.shards} parts, {size / 1e6:.0f} MB", flush=True)
    for what, *arguments in (
        ("merge as JSON Lines", "merge", "parts", "--format", "jsonl"),
        ("merge as SARIF", "merge", "parts", "--format", "sarif"),
        ("merge, counts only", "merge", "parts", "--statistics"),
        ("audit", "audit", "--from", "parts", "-o", "audit"),
        ("merge as a dataset", "merge", "parts", "--quiet", "--dataset", "data"),
        ("audit of the dataset", "audit", "--from", "data", "-o", "audit"),
    ):
        if not any(word in what for word in given.only):
            continue
        one = doclint(folder, *arguments)
        print(f"{what:22} {one.wall:7.1f} s, {one.cpu:6.1f} s of a core, {one.peak_mb:6.0f} MB at most", flush=True)
    for name in ("audit", "data"):
        size = sum(file.stat().st_size for file in (folder / name).rglob("*") if file.is_file())
        print(f"{name}: {size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
