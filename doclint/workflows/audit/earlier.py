"""An earlier audit's summary.json, to say what has changed since."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from doclint.text.errors import ConfigError

DATE = re.compile(r"\d{4}-\d\d-\d\d")
NUMBERS = ("pages", "pages_with_findings", "findings", "causes")


def read_summary(file: str) -> dict[str, Any]:
    """What the file says, as far as a comparison needs it. Raises ConfigError."""
    try:
        summary = json.loads(Path(file).read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise ConfigError(f"{file} cannot be read: {error}") from None
    is_summary = isinstance(summary, dict) and all(type(summary.get(name)) is int for name in NUMBERS)
    if not is_summary or not _is_counted(summary.get("by")):
        raise ConfigError(f"{file} is not the summary.json of an audit")
    return {name: summary[name] for name in (*NUMBERS, "by")} | {"date": _date(summary)}


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
