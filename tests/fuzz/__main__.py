"""The command line of the fuzzer."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tests.fuzz import seeds
from tests.fuzz.run import Run, run


@click.command()
@click.option(
    "--seed", default=1, show_default=True, help="What pairs are made by; the same seed makes the same pairs."
)
@click.option("--pairs", type=int, help="How many are tried; 1000 where no minutes are named.")
@click.option("--minutes", type=float, help="For how long pairs are tried.")
@click.option("--pair", type=int, help="Try this one alone, by its number in a report.")
@click.option(
    "--corpus",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Real pages: a folder for each locale beside en.git, and side-by-side folders.",
)
@click.option("--pages", default=200, show_default=True, help="So many pages of each folder of the corpus.")
@click.option("--jobs", default=1, show_default=True, help="Processes.")
def main(
    seed: int, pairs: int | None, minutes: float | None, pair: int | None, corpus: Path | None, pages: int, jobs: int
) -> None:
    """Change pages and their English at random, and hold check, fix and all reports to what they promise."""
    known = [*seeds.fixtures(), *seeds.examples()]
    known += seeds.corpus(corpus, seed, pages) if corpus else []
    if pair is not None:
        asked = Run(known, seed, 1, first=pair)
    else:
        asked = Run(known, seed, pairs or (None if minutes else 1000), minutes, jobs=jobs)
    result = run(asked)
    for (promise, rule), number in result.kinds.most_common():
        click.echo(f"{number:7} {promise}: {rule}")
    speed = result.pairs / max(result.seconds, 0.001)
    total = result.kinds.total()
    click.echo(
        f"{result.pairs} pairs from {len(known)} pages, seed {seed}: {total} failures; {speed:.0f} pairs a second"
    )
    sys.exit(bool(total))


main()
