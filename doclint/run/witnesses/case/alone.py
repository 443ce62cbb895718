"""One change of the translation: did it touch anything but the words of a problem?"""

from __future__ import annotations

import unicodedata
from functools import cached_property

from doclint.run.witnesses.case.case import Case
from doclint.sources.git.versions.log import Version
from doclint.text.words import one_line


class Change:
    """What a part of the translation read before and after a change that took the expected words away."""

    def __init__(self, case: Case, older: Version, before: str, newer: Version | None, after: str) -> None:
        """`newer`: None where the change is in no version yet."""
        self._case = case
        self.older = older
        self.before = before
        self.newer = newer
        self.after = after

    @cached_property
    def is_alone(self) -> bool:
        """Whether nothing differs but that the expected words, or some of their letters, are gone or exchanged.

        Marks around them, and the sign behind them, may have become others with them.
        """
        words = self._case.words
        gone, come = map(_letters, self._difference())
        return gone in _letters(words.expected) and come in _letters(words.left)

    @property
    def is_apart(self) -> bool:
        """Whether it is alone, and what stands next to the part on the page is as it was, too.

        Not so where the page began as a copy of the English, which nobody had translated yet.
        """
        read, sides = self._case.read, self._case.sides
        lineage = sides.target
        assert lineage
        if sides.source and self.older.path in sides.source.paths:
            return False
        older = lineage.text(self.older)
        newer = lineage.text(self.newer) if self.newer else self._case.translation_now
        if not self.is_alone or older is None or newer is None:
            return False
        changed = [one for one in read.differences(newer, older) if one[0] != "equal"]
        return any(
            end - start == 1 == stop - begin and read.parts(older)[begin].text == one_line(self.before)
            for _, start, end, begin, stop in changed
        )

    def _difference(self) -> tuple[str, str]:
        """What stands between the common beginning and the common end of both texts, white space aside."""
        before, after = _squeezed(self.before), _squeezed(self.after)
        start, end = self._case.read.common(before, after)
        end = min(end, len(before) - start, len(after) - start)
        return before[start : len(before) - end], after[start : len(after) - end]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _letters(text: str) -> str:
    return "".join(char for char in text if unicodedata.category(char)[0] in "LMN")
