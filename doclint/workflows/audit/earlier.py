"""An earlier audit's summary.json, to say what has changed since."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from doclint.text.errors import ConfigError

DATE = re.compile(r"\d{4}-\d\d-\d\d")
NUMBERS = ("pages", "pages_with_findings", "findings", "causes")


def read_summaries(place: str) -> list[dict[str, Any]]:
    """What a summary.json says, or all that lie in a folder and the folders in it, by date, as far as comparisons go.

    Raises ConfigError.
    """
    if not Path(place).is_dir():
        return [_read(Path(place))]
    files = sorted({*Path(place).glob("*.json"), *Path(place).glob("*/summary.json")})
    if not files:
        raise ConfigError(f"{place} has no summary.json of an audit, nor has a folder in it")
    return sorted(map(_read, files), key=lambda summary: summary["date"])


def _read(file: Path) -> dict[str, Any]:
    try:
        summary = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise ConfigError(f"{file} cannot be read: {error}") from None
    is_summary = isinstance(summary, dict) and all(type(summary.get(name)) is int for name in NUMBERS)
    if not is_summary or not _is_counted(summary.get("by")):
        raise ConfigError(f"{file} is not the summary.json of an audit")
    return {name: summary[name] for name in (*NUMBERS, "by")} | {"date": _date(summary), "score": _score(summary)}


def _score(summary: dict[str, Any]) -> float | None:
    """The score of all pages, as far as it says one."""
    scores = summary.get("score")
    score = scores.get("all") if isinstance(scores, dict) else None
    return float(score) if isinstance(score, int | float) and 0 <= score <= 100 else None


def _date(summary: dict[str, Any]) -> str:
    """When it was made, as far as it says so."""
    made = summary.get("made")
    told = made.get("date") if isinstance(made, dict) else None
    return told if isinstance(told, str) and DATE.fullmatch(told) else ""


def _is_counted(by: object) -> bool:
    return isinstance(by, dict) and all(
        isinstance(counts, dict)
        and all(isinstance(one, dict) and type(one.get("findings")) is int for one in counts.values())
        for counts in by.values()
    )
