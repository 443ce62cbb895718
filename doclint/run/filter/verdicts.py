"""What people said of findings, in a report or on the command line: real, false, or house style."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from doclint.config.place import quoted, shown
from doclint.config.read import text_of
from doclint.run.filter import answers
from doclint.run.filter.judgement import Judgement
from doclint.text.errors import ConfigError

VERDICTS = {"real": "real", "false": "false", "house": "house-style", "house-style": "house-style"}
"""As they may be written; the audit says `house`."""


def read(file: Path, reason: str) -> list[Judgement]:
    """The judgements in a file: a bug list that came back, or a JSON list of judgements.

    JSON has {fingerprint, verdict, reason, locale, path}, of which the last two may be left out; `reason` is that of
    entries that have none. Raises ConfigError.
    """
    if file.suffix.lower() in answers.ENDINGS:
        return answers.read(file, reason)
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
    language, page = (one if isinstance(one, str) and one else None for one in (locale, path))
    return Judgement(fingerprint, VERDICTS[verdict], why or usual, language, page)
