"""What keeps a finding from being put back: no fix, one that is not safe, a page that a person translated."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from doclint.lazypattern import lazy

if TYPE_CHECKING:
    from doclint.finding import Finding

UNSAFE = "unsafe, `doclint fix --unsafe` puts it back"
HUMAN = "on a page that a person translated, `doclint fix --human` puts it back"
UNKNOWN = "no fix is known"

OTHER_WITNESS = lazy(r"\blink\b|\bits link\b|file name|\banchor\b|\bJSON key\b|the page's code|the tab ")
"""Evidence besides the word's own looks: a link's target, an anchor, the page's code."""


class Wish(NamedTuple):
    """What besides safe fixes is wanted."""

    unsafe: bool = False
    human: bool = False
    """Fixes without a second witness on pages that a person translated."""
    known: bool = False
    """Faults that the baseline knows."""

    def hindrance(self, finding: Finding) -> str:
        """Why a finding is not to be put back; empty where it is."""
        if finding.fix is None or not finding.fix.edits:
            return UNKNOWN
        if not (finding.fix.is_safe or self.unsafe):
            return UNSAFE
        if not self.human and is_human(finding) and not has_second_witness(finding):
            return HUMAN
        return ""


def is_put_back(finding: Finding) -> bool:
    """Whether `doclint fix` puts a finding back when nothing more is asked for."""
    return not Wish().hindrance(finding)


def is_human(finding: Finding) -> bool:
    """Whether a person translated the page, as its metadata says."""
    return finding.meta.get("translation", "").casefold() == "ht"


def has_second_witness(finding: Finding) -> bool:
    """Whether more than one thing says what must stand there: another rule, a link's target, an anchor, code."""
    return bool(finding.also) or bool(OTHER_WITNESS.search(finding.evidence))
