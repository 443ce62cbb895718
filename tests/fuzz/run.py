"""Makes pairs, holds them to the promises, and tells what broke: each kind once, as small as it can be made."""

from __future__ import annotations

import faulthandler
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from time import monotonic

from tests.fuzz.case import Case, Desk
from tests.fuzz.pairs import Made, made
from tests.fuzz.promises import Broken, broken
from tests.fuzz.shrink import shrunk

CHUNK = 25
"""Pairs that a process is handed at a time."""

HANGS = 600
"""Seconds that a chunk may take; then the process says where it is and ends, since code in C answers to no signal."""

Kind = tuple[str, str]
"""A promise and a rule."""

_seeds: list[Case] = []
"""In a worker: what pairs are made from."""


@dataclass(frozen=True, slots=True)
class Run:
    """What is asked for."""

    seeds: Sequence[Case]
    seed: int
    pairs: int | None = None
    """None: as many as there is time for."""
    minutes: float | None = None
    first: int = 0
    """The number of the first pair."""
    jobs: int = 1
    say: Callable[[str], None] = print


@dataclass(slots=True)
class Result:
    """What came of it."""

    pairs: int = 0
    seconds: float = 0.0
    kinds: Counter[Kind] = field(default_factory=Counter)


def run(asked: Run) -> Result:
    """Try pairs until there are enough or time is up; failures are told as they come."""
    result, start = Result(), monotonic()
    for numbers, failures in _tried(asked, start):
        result.pairs += len(numbers)
        for number, failure in failures:
            kind = failure.promise, failure.rule
            result.kinds[kind] += 1
            if result.kinds[kind] == 1:
                asked.say(told(asked, number, failure))
    result.seconds = monotonic() - start
    return result


def _chunks(asked: Run, start: float) -> Iterator[range]:
    for first in count(asked.first, CHUNK):
        left = CHUNK if asked.pairs is None else asked.first + asked.pairs - first
        if left <= 0 or (asked.minutes is not None and monotonic() - start > 60 * asked.minutes):
            return
        yield range(first, first + min(CHUNK, left))


Failures = list[tuple[int, Broken]]


def _tried(asked: Run, start: float) -> Iterator[tuple[range, Failures]]:
    """The chunks in order, each with what failed in it."""
    chunks = _chunks(asked, start)
    if asked.jobs == 1:
        yield from ((numbers, failures(asked.seeds, asked.seed, numbers)) for numbers in chunks)
        return
    waiting: deque[tuple[range, Future[Failures]]] = deque()
    with ProcessPoolExecutor(asked.jobs, initializer=_begin, initargs=(list(asked.seeds),)) as pool:
        for numbers in chunks:
            waiting.append((numbers, pool.submit(_in_worker, asked.seed, numbers)))
            if len(waiting) > 2 * asked.jobs:
                yield _done(waiting)
        while waiting:
            yield _done(waiting)


def _done(waiting: deque[tuple[range, Future[Failures]]]) -> tuple[range, Failures]:
    numbers, future = waiting.popleft()
    try:
        return numbers, future.result()
    except Exception as error:
        error.add_note(f"while pairs {numbers.start} to {numbers.stop - 1} were tried")
        raise


def _begin(seeds: list[Case]) -> None:
    _seeds[:] = seeds


def _in_worker(seed: int, numbers: range) -> Failures:
    faulthandler.dump_traceback_later(HANGS, exit=True)
    try:
        return failures(_seeds, seed, numbers)
    finally:
        faulthandler.cancel_dump_traceback_later()


def failures(seeds: Sequence[Case], seed: int, numbers: range) -> Failures:
    """What fails, with the numbers of the pairs."""
    desk = Desk()
    return [
        (number, failure)
        for number in numbers
        for pair in [made(seeds, seed, number)]
        for failure in broken(desk, pair.case, pair.before)
    ]


def told(asked: Run, number: int, failure: Broken) -> str:
    """A failure as a person needs it: what broke, how to have it again, the two smallest texts."""
    pair = made(asked.seeds, asked.seed, number)
    kind = failure[:2]
    found: dict[Made, Broken] = {}
    desk = Desk()

    def fails(other: Made) -> bool:
        same = [one for one in broken(desk, other.case, other.before) if one[:2] == kind]
        if same:
            found[other] = same[0]
        return bool(same)

    small = shrunk(pair, fails)
    case = small.case
    lines = [
        f"FAILED {failure.promise}: {failure.rule}",
        f"  pair {number} of seed {asked.seed}, from {pair.case.name}: {', '.join(pair.changes)}",
        f"  {case.trust}, locale {case.locale}, page.{case.ending}",
        f"  source = {case.source!r}",
        f"  target = {case.target!r}",
    ]
    if small.before is not None:
        lines.append(f"  before = {small.before.target!r}")
    return "\n".join([*lines, f"  {found.get(small, failure).detail}", ""])
