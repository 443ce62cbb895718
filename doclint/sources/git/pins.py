"""Where a page names the commit of its English: by a key of its front matter."""

from __future__ import annotations

import re
from functools import cache

PIN_KEYS = ("ms.sourcegitcommit", "default_lang_commit", "l10n.sourceCommit", "source-git-commit")
"""What Microsoft, OpenTelemetry, MDN and Adobe call it."""

PIN = re.compile(r"[0-9a-f]{7,64}")

PIN_WITHIN = 10_000
"""Bytes at the head of a page."""

FRONT = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
"""As the bytes of a page begin."""


def names_one_commit(head: bytes, keys: tuple[str, ...]) -> bool:
    """Whether the front matter names a full commit and no other, by a look at the bytes: sure, or no."""
    front = FRONT.match(head)
    if front is None or not _pin_line(keys).search(front[1]):
        return False
    return sum(front[1].count(key.rpartition(".")[2].encode()) for key in keys) == 1


@cache
def _pin_line(keys: tuple[str, ...]) -> re.Pattern[bytes]:
    """A line of front matter with a full commit, by a look at the bytes."""
    names = b"|".join(re.escape(key.encode()) for key in keys)
    return re.compile(rb"^(?:" + names + rb"):[ \t]*[\"']?[0-9a-f]{40}(?:[0-9a-f]{24})?[\"']?[ \t]*\r?$", re.MULTILINE)
