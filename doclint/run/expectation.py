"""The English that a run was to have: where nearly no page has it, "nothing found" would say what nobody looked for.

English is expected where the command line or the configuration names a source, or where the tree shows a layout, even
one that comes to nothing; not where neither is known. One page in twenty must have it. A run over named files, as of a
hook, is never refused: it judges these pages, not the source, and must do without a mirror. In a run over what changed,
pages that a source is known not to have are findings as ever: only a source that cannot be had at all is refused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from doclint.layouts import Target
from doclint.run.summary import PageResult
from doclint.text.errors import ConfigError
from doclint.text.plural import counted

ONE_IN = 20


class Expectation(NamedTuple):
    """Of one context."""

    where: str
    """Where the English was to be, as it follows "no English"."""
    step: str
    """What to do where it is not there."""
    is_named: bool
    """Whether the command line or the configuration names it."""
    is_open: bool
    """Whether there is a source that can be asked."""


class Reckoning:
    """Counts the pages that lack the English that was expected."""

    def __init__(
        self, expected: Sequence[Expectation | None], names: Sequence[str] = (), *, is_narrow: bool = False
    ) -> None:
        """`names` of the contexts, where they have some; `is_narrow`: only what changed."""
        self.expected = expected
        self.names = names
        self.is_narrow = is_narrow
        self._pages: Counter[int] = Counter()
        self._lacking: dict[int, Counter[str]] = {}

    def add(self, target: Target, result: PageResult) -> None:
        """Count a page, unless it says nothing of the source."""
        number = target.context
        expected = self.expected[number] if self.expected else None
        if expected is None or target.is_missing or result.unfinished or result.unread:
            return
        if self.is_narrow and (result.is_orphan or not expected.is_named):
            return
        if result.trust == "alone" and expected.is_open and not result.trouble:
            return  # a page that is none
        self._pages[number] += 1
        if result.trust == "alone":
            self._lacking.setdefault(number, Counter())[result.trouble.removeprefix("checked without English: ")] += 1

    def require(self) -> None:
        """Raise ConfigError where nearly no page of a context has the English that was expected."""
        for number, reasons in self._lacking.items():
            expected, pages, lacking = self.expected[number], self._pages[number], reasons.total()
            if expected is None or (pages - lacking) * ONE_IN >= pages:
                continue
            why = reasons.most_common(1)[0][0]
            name = f"{self.names[number]}: " if self.names else ""
            raise ConfigError(
                f"{name}{lacking} of {counted(pages, 'page')} {'has' if pages == 1 else 'have'} no English "
                f"{expected.where}{f' ({why})' if why else ''}: {expected.step}, or use "
                "--allow-alone to check without it"
            )
