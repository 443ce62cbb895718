"""Measure what large pages cost, in seconds and in MB: see README.md."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from measure import CommandError, Measured, measure

sys.path.insert(0, str(Path(__file__).parent.parent))
from tests.linear.pairs import PAIRS

DOCLINT = (sys.executable, "-m", "doclint", "check", "--format", "jsonl", "--no-cache", "--page-timeout", "0")
SIZES = (0.25, 0.5, 1, 2)
MEGABYTE = 1_000_000


def main() -> None:
    """Check pages of each kind that are twice as large each time, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"default: all; there are {', '.join(PAIRS)}")
    parser.add_argument("--mb", type=float, nargs="+", default=SIZES, help="sizes of the translation")
    options = parser.parse_args()
    print("| page | MB | wall s | CPU s | peak MB |\n|---|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory(prefix="doclint-large-") as folder:
        for kind in options.kinds or PAIRS:
            for size in options.mb:
                try:
                    run = _measured(kind, size, Path(folder))
                    print(f"| {kind} | {size:g} | {run.wall:.1f} | {run.cpu:.1f} | {run.peak_mb:.0f} |", flush=True)
                except CommandError as error:
                    print(f"| {kind} | {size:g} | {error} | | |", flush=True)


def _measured(kind: str, size: float, folder: Path) -> Measured:
    """One page of about so many MB beside its English."""
    a_unit = len(PAIRS[kind](range(100))[1].encode()) / 100
    source, target = folder / "en.md", folder / "xx.md"
    for path, text in zip((source, target), PAIRS[kind](range(int(size * MEGABYTE / a_unit))), strict=True):
        path.write_text(text, "utf-8")
    return measure(kind, (*DOCLINT, target, "--source", source), 1, output=folder / "output")


if __name__ == "__main__":
    main()
