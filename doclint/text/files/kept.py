"""Files that hold what a team has decided, as doclint writes them: whole or not at all, and what fails is one line."""

from __future__ import annotations

from pathlib import Path

from doclint.text.errors import ConfigError
from doclint.text.files.whole import write_whole


def write_text(file: Path, text: str, *, named: str) -> None:
    """Write a file, and the folders that it lies in; `named` is what a message calls it. Raises ConfigError.

    Bytes that are not UTF-8 may stand in paths, as Python holds them: they are written as they were.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, text.encode("utf-8", "surrogateescape"))
    except OSError as error:
        raise ConfigError(f"{named}: cannot be written: {error.strerror}") from None


def ended(text: str) -> str:
    """The text with its last line ended, so that more can follow; nothing stays nothing."""
    return text if not text or text.endswith("\n") else f"{text}\n"
