"""What a person decided must stand where a damaged form stands: one word for all places of a cause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple, Protocol

from doclint.engine import Finding
from doclint.engine.finding import FileEdit, FileFix
from doclint.engine.packed import Findings
from doclint.run import PageResult
from doclint.text import Span

BY_PERSON = "a person decided what stands here"
"""The evidence of such a fix."""
DECIDED = "a person decided what stands there, needs `doclint fix --remembered`"


class Key(NamedTuple):
    """A cause: what it is known by in findings, in the file that keeps replacements, and in an audit's verdicts."""

    locale: str
    expected: str
    """Empty where a rule expects no words."""
    found: str


class Replacements:
    """What is to stand for which cause; survives being pickled to a worker."""

    def __init__(
        self, words: Iterable[tuple[Key, str]] = (), *, is_wanted: bool = False, is_alone: bool = False
    ) -> None:
        """`is_wanted`: these are made; else it is only said that they could be. `is_alone`: and nothing else is."""
        self.words = dict(words)
        self.is_wanted = is_wanted
        self.is_alone = is_alone

    def __bool__(self) -> bool:
        return bool(self.words)

    def has(self, finding: Finding) -> bool:
        """Whether a finding is of such a cause, and its place is sure."""
        return bool(self.words) and self._fix(finding) is not None

    def applied(self, result: PageResult, text: str) -> PageResult:
        """A page's result, in which the findings of such causes have what was decided for their fix."""
        if not self.words or not result.findings.counts:
            return result
        told = [self._told(one, text) for one in result.findings]
        return replace(result, findings=Findings(told)) if told != list(result.findings) else result

    def _told(self, finding: Finding, text: str) -> Finding:
        fix = self._fix(finding)
        if fix is None:
            return finding
        (edit,) = fix.edits
        if Span(edit.start, edit.end).of(text) != finding.found:
            return finding
        return finding._replace(fix=fix, evidence=BY_PERSON)

    def _fix(self, finding: Finding) -> FileFix | None:
        """What puts the word there; None where the found form does not stand once and as it is in the place."""
        word = self.words.get(key_of(finding))
        line = finding.target_line
        marked = line.text[line.start : line.end]
        if word is None or not finding.found or marked.count(finding.found) != 1:
            return None
        start = finding.place.span.start + marked.index(finding.found)
        return FileFix(is_safe=True, edits=(FileEdit(start, start + len(finding.found), word),))


class Found(Protocol):
    """What a cause is told by, in a finding of any run."""

    @property
    def locale(self) -> str | None: ...
    @property
    def expected(self) -> str | None: ...
    @property
    def found(self) -> str: ...


def key_of(finding: Found) -> Key:
    """The cause of a finding."""
    return Key(finding.locale or "", finding.expected or "", finding.found)
