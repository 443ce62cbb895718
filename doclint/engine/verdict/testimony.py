"""What a difference between a translation and its English means, and what the witnesses say of it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class Verdict(StrEnum):
    """What a difference means."""

    DAMAGED = "damaged"
    NEEDS_REVIEW = "needs-review"
    SOURCE_CHANGED = "source-changed"


class Says(StrEnum):
    """What follows from what a witness saw."""

    DAMAGED = "damaged"
    """The translator had the expected words before them, or nobody wrote the found ones in English."""
    WAS_RIGHT = "was-right"
    """The translation had the expected words, and a change to it made them wrong."""
    CHANGED = "changed"
    """The English once read as the translation still does."""
    STRANGE = "strange"
    """The found words look like what translating makes, but a translation of older English may look so, too."""
    OPEN = "open"
    """All that could tell of another English is here, and nothing does."""
    UNKNOWN = "unknown"


class Testimony(NamedTuple):
    """What one witness says."""

    witness: str
    """Its name: `letters`, `history`, `lexicon`, `locales`."""
    says: Says
    why: str = ""
    """In one line, for people."""
    commit: str = ""
    """The commit that shows it, if one does."""
    then: str = ""
    """Of English that changed since: what this part read when it was translated, where that is known."""
    now: str = ""
    """What it reads now."""
    is_alone: bool = False
    """Of what was right: whether the change exchanged these words, or took them away, and left the rest as it was."""

    def as_json(self) -> dict[str, str]:
        """What JSON says of it; wordings only where there are some."""
        said = {"witness": self.witness, "says": str(self.says), "why": self.why, "commit": self.commit}
        return said | {name: text for name, text in (("then", self.then), ("now", self.now)) if text}


def is_said(heard: Iterable[Testimony], says: Says, witness: str = "") -> bool:
    """Whether a witness says so, or one of this name."""
    return any(one.says is says and witness in ("", one.witness) for one in heard)


def is_of_this_change(heard: Iterable[Testimony]) -> bool:
    """Whether the words were right until the change that is checked, which is no commit of the log yet."""
    return any(one.says is Says.WAS_RIGHT and not one.commit for one in heard)


def is_alone(heard: Iterable[Testimony]) -> bool:
    """Whether the words were right until a change that touched nothing else there: nobody wrote the text anew."""
    return any(one.says is Says.WAS_RIGHT and one.is_alone for one in heard)
