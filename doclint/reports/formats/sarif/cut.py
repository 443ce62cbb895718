"""Which results a SARIF file holds, where there are more than GitHub takes: the least severe are cut first."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest

from doclint.reports.formats.sarif.spool import Spool
from doclint.text import Severity

MOST_RUNS = 20
MOST_RESULTS = 25_000
"""Of a run."""
MOST_BYTES = 9_000_000
"""Gzipped: GitHub takes 10 MB, and the rules and the ends of the runs need some."""

LONGEST = 100_000_000
"""Bytes before gzip; more takes too much memory of those who read the whole document."""


def kept(results: Spool[tuple[str, Severity]], locales: Sequence[str]) -> Counter[tuple[str, Severity]]:
    """How many of each locale and severity fit: the worst of all locales first, the locales in turn."""
    counts: Counter[tuple[str, Severity]] = Counter()
    runs: Counter[str] = Counter()
    packer = zlib.compressobj(1)
    packed = plain = 0
    for severity in Severity:
        for row in zip_longest(*(results.lines((locale, severity)) for locale in locales)):
            for locale, line in zip(locales, row, strict=True):
                if line is None or runs[locale] == MOST_RESULTS:
                    continue
                data = line.encode("utf-8")
                packed += len(packer.compress(data))
                plain += len(data)
                if packed > MOST_BYTES or plain > LONGEST:
                    return counts
                counts[locale, severity] += 1
                runs[locale] += 1
    return counts
