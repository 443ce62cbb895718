"""The three scales of a finding: how bad it is, how sure, and how well its English is known."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Severity(StrEnum):
    """How bad it is for the reader; how sure we are is the confidence."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for an error; more is milder."""
        return list(Severity).index(self)


class Confidence(IntEnum):
    """How sure it is that two parts belong together."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3


class Trust(IntEnum):
    """How we know that the source is the one the target was made from; more is better."""

    ALONE = 0
    PAIRED = 1
    PINNED = 2
    EMBEDDED = 3
    PROVEN = 4

    def __str__(self) -> str:
        return self.name.lower()
