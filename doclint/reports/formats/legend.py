"""What the words of a summary mean, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator

from doclint.engine import Route
from doclint.run import Summary
from doclint.text import Trust

ROUTES = {
    Route.HERE: "fixable with `doclint fix`",
    Route.ENGLISH: "preventable in the English",
    Route.VENDOR: "for the translation vendor",
    Route.DECIDE: "for a person to decide",
}
"""Where findings are repaired."""


def english(summary: Summary) -> Iterator[tuple[int, str]]:
    """The pages by how well their English is known, the most first."""
    for trust, count in summary.trusts.most_common():
        yield count, f"{'page' if count == 1 else 'pages'} with {Trust[trust.upper()].meaning}"


def next_step(summary: Summary) -> str:
    """The one command to go on with; empty where there is nothing to do."""
    if summary.routes[Route.HERE]:
        return "next: `doclint fix --diff` with the same paths and options shows what it would fix"
    if summary.rules:
        (rule, _), *_ = summary.rules.most_common(1)
        return f"next: `doclint explain {rule}` tells what is wrong and what to do"
    if summary.trusts["alone"]:
        return "next: name the English with --source, or see `doclint check --help`"
    return ""
