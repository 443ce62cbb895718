"""Whether words of a code span are a command or a setting, whose words no translator may choose."""

from __future__ import annotations

from doclint.text.lazypattern import lazy

FEW = 3
"""Words behind a first one that are a command where all but one stand."""

SETTING = lazy(r"([a-z][\w.-]*) ?[:：] ?(\S+)")
"""A key and its value, as YAML has them."""

SHORT = 3
"""Letters of a first word that two languages may share, as `no`."""


def is_command(expected: str, found: str) -> bool:
    """Whether words are a command: the first, in small letters, still stands first, before no translation."""
    (first, *rest), (other, *others) = expected.split(), found.split() or [""]
    if first != other or not first.isascii() or not first.islower():
        return False
    if 1 < len(rest) == len(others) <= FEW and sum(map(str.__ne__, rest, others)) == 1:
        return True
    return not found.isascii() or (first.isalnum() and len(first) > SHORT and len(rest) == len(others) == 1)


def is_setting(expected: str, found: str) -> bool:
    """Whether words are a key and its value, and the value still stands behind another key."""
    ours, theirs = SETTING.fullmatch(expected), found.replace("：", ":").rpartition(":")
    key = theirs[0].strip()
    return ours is not None and theirs[2].strip() == ours[2] and key != ours[1] and 0 < len(key.split()) < FEW
