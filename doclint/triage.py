"""What people said of findings in a report: real, false, or house style."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from doclint.config.place import quoted, shown
from doclint.config.read import text_of
from doclint.errors import ConfigError
from doclint.finding import Finding

VERDICTS = {"real": "real", "false": "false", "house": "house-style", "house-style": "house-style"}
"""As the audit's export and as people write them."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One finding, judged."""

    fingerprint: str
    verdict: str
    reason: str
    locale: str | None = None
    """None: whatever language it is found in."""

    def is_about(self, finding: Finding) -> bool:
        """Whether it judges this finding; translations of a page share the places of their English."""
        return self.fingerprint == finding.fingerprint and self.locale in (None, finding.locale)


def read(file: Path, reason: str = "") -> list[Judgement]:
    """The judgements in a JSON file: a list of {fingerprint, verdict, reason, locale}; `reason` is for those without.

    Raises ConfigError.
    """
    try:
        rows = json.loads(text_of(file))
    except (ValueError, RecursionError) as error:
        raise ConfigError(" ".join(f"{shown(file)}: is no JSON: {error}".split())) from None
    if not isinstance(rows, list):
        raise ConfigError(f"{shown(file)}: is no list of judgements")
    return [_judgement(row, reason, f"{shown(file)}: entry {number}") for number, row in enumerate(rows, start=1)]


def _judgement(row: Any, usual: str, where: str) -> Judgement:
    fingerprint, verdict, reason, locale = (
        row.get(key) if isinstance(row, dict) else None for key in ("fingerprint", "verdict", "reason", "locale")
    )
    if not isinstance(fingerprint, str) or not fingerprint:
        raise ConfigError(f'{where} has no "fingerprint"')
    if not isinstance(verdict, str) or verdict not in VERDICTS:
        raise ConfigError(f'{where}: "verdict" must be one of {", ".join(VERDICTS)}, not {quoted(str(verdict))}')
    reason = " ".join(reason.split()) if isinstance(reason, str) else ""
    if verdict == "false" and not (reason or usual):
        raise ConfigError(f'{where} has no "reason": --reason gives one to all without')
    return Judgement(fingerprint, VERDICTS[verdict], reason or usual, locale if isinstance(locale, str) else None)
