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

    @property
    def meaning(self) -> str:
        """What it says of the English, for people."""
        return MEANINGS[self]


MEANINGS = {
    Trust.PROVEN: "exact English: a digest in the metadata of the page proves it (proven)",
    Trust.EMBEDDED: "exact English: it stands in the page, side by side (embedded)",
    Trust.PINNED: "exact English: the version that the page names, or that was confirmed (pinned)",
    Trust.PAIRED: "assumed English: found by its path, version not known (paired)",
    Trust.ALONE: "no source: only what needs no English was checked (alone)",
}
