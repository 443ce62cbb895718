"""What people said of findings in a report: real, false, or house style."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from doclint.config.place import quoted, shown
from doclint.config.read import text_of
from doclint.errors import ConfigError

VERDICTS = ("real", "false", "house-style")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One finding, judged."""

    fingerprint: str
    verdict: str
    reason: str


def read(file: Path) -> list[Judgement]:
    """The judgements in a JSON file: a list of {fingerprint, verdict, reason}. Raises ConfigError."""
    try:
        rows = json.loads(text_of(file))
    except (ValueError, RecursionError) as error:
        raise ConfigError(" ".join(f"{shown(file)}: is no JSON: {error}".split())) from None
    if not isinstance(rows, list):
        raise ConfigError(f"{shown(file)}: is no list of judgements")
    return [_judgement(row, f"{shown(file)}: entry {number}") for number, row in enumerate(rows, start=1)]


def _judgement(row: Any, where: str) -> Judgement:
    fingerprint, verdict, reason = (
        row.get(key) if isinstance(row, dict) else None for key in ("fingerprint", "verdict", "reason")
    )
    if not isinstance(fingerprint, str) or not fingerprint:
        raise ConfigError(f'{where} has no "fingerprint"')
    if verdict not in VERDICTS:
        raise ConfigError(f'{where}: "verdict" must be one of {", ".join(VERDICTS)}, not {quoted(str(verdict))}')
    if verdict == "false" and (not isinstance(reason, str) or not reason.strip()):
        raise ConfigError(f'{where} has no "reason"')
    return Judgement(fingerprint, verdict, " ".join(reason.split()) if isinstance(reason, str) else "")
