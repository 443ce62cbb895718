"""What people said of findings, in a report or on the command line: real, false, or house style."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from doclint.config.place import quoted, shown
from doclint.config.read import text_of
from doclint.engine import Finding
from doclint.text.errors import ConfigError

VERDICTS = {"real": "real", "false": "false", "house": "house-style", "house-style": "house-style"}
"""As they may be written; the audit says `house`."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One finding, judged."""

    fingerprint: str
    verdict: str
    reason: str
    locale: str | None = None
    """The translations of a page share a fingerprint: which of them is meant, where it is said."""
    path: str | None = None

    def chosen(self, findings: Sequence[Finding]) -> list[Finding]:
        """Of the findings with its fingerprint those that are meant.

        A path tells one of several in a language apart; where a run calls the pages otherwise it tells nothing.
        """
        meant = [one for one in findings if self.locale in (None, one.locale)]
        return [one for one in meant if one.path == self.path] or meant


def read(file: Path, reason: str) -> list[Judgement]:
    """The judgements in a JSON file: a list of {fingerprint, verdict, reason, locale, path}.

    The last two may be left out; `reason` is that of entries that have none. Raises ConfigError.
    """
    try:
        rows = json.loads(text_of(file))
    except (ValueError, RecursionError) as error:
        raise ConfigError(" ".join(f"{shown(file)}: is not valid JSON: {error}".split())) from None
    if not isinstance(rows, list):
        raise ConfigError(f"{shown(file)}: is not a list of judgements")
    return [_judgement(row, f"{shown(file)}: entry {number}", reason) for number, row in enumerate(rows, start=1)]


def _judgement(row: Any, where: str, usual: str) -> Judgement:
    fingerprint, verdict, reason, locale, path = (
        row.get(key) if isinstance(row, dict) else None
        for key in ("fingerprint", "verdict", "reason", "locale", "path")
    )
    if not isinstance(fingerprint, str) or not fingerprint:
        raise ConfigError(f'{where} has no "fingerprint"')
    if not isinstance(verdict, str) or verdict not in VERDICTS:
        raise ConfigError(f'{where}: "verdict" must be one of {", ".join(VERDICTS)}, not {quoted(str(verdict))}')
    why = " ".join(reason.split()) if isinstance(reason, str) else ""
    if verdict == "false" and not (why or usual):
        raise ConfigError(f'{where} has no "reason": --reason gives one to all that have none')
    texts = (one if isinstance(one, str) and one else None for one in (locale, path))
    return Judgement(fingerprint, VERDICTS[verdict], why or usual, *texts)
