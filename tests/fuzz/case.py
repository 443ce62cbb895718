"""One pair of texts that is checked, and the checker and repairer that it is checked with, without a disk."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import NamedTuple

from doclint.engine import Rule, rulebook
from doclint.engine.route import Wish
from doclint.layouts import Target
from doclint.page.frontmatter import FrontMatter
from doclint.run import Context, PageResult
from doclint.run.checker import Checker
from doclint.sources import Absent, Loaded
from doclint.text import Trust
from doclint.workflows.fix.page import Repaired, Repairer

SECONDS = 20
"""The most that one page may take; a tenth of a second is usual."""

DIGEST = re.compile(r"^ms\.openlocfilehash: *[0-9a-f]{40}\r?\n", re.MULTILINE)


class Case(NamedTuple):
    """A target and its source."""

    name: str
    """Where the texts come from."""
    target: bytes
    source: bytes | None = None
    """None: the page stands alone, or holds its English."""
    trust: Trust = Trust.PROVEN
    locale: str | None = None
    ending: str = "md"

    def stamped(self) -> Case:
        """With the digest that the trust needs: that of the source, or none."""
        if self.source is None or b"ms.openlocfilehash" not in self.target:
            return self
        crlf = self.source.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        digest = hashlib.sha1(crlf, usedforsecurity=False).hexdigest()
        line = f"ms.openlocfilehash: {digest}\n" if self.trust is Trust.PROVEN else ""
        text = self.target.decode("utf-8", "surrogateescape")
        return self._replace(target=DIGEST.sub(line, text, count=1).encode("utf-8", "surrogateescape"))


class Given:
    """A source of English that holds the page of the case at hand."""

    def __init__(self) -> None:
        self.case = Case("", b"")

    def load(self, path: str, front: FrontMatter, text: str = "", *, target: str | None = None) -> Loaded | Absent:
        """The English of the case."""
        return Absent("") if self.case.source is None else Loaded(path, self.case.source, self.case.trust)

    def identity(self, path: str, target: bytes) -> str | None:
        """Nothing is remembered."""
        return None

    def others(self, path: str, front: FrontMatter, text: str = "", *, target: str | None = None) -> list[Loaded]:
        """There is one version."""
        return []


class Desk:
    """Checks and repairs cases one after the other; what it costs to begin is paid once."""

    def __init__(self) -> None:
        self.rules: Sequence[Rule] = [rule for rule in rulebook.load() if rule.is_default]
        self._given = Given()
        ids, contexts = [rule.id for rule in self.rules], (Context(self._given),)
        self._checker = Checker(ids, contexts, SECONDS)
        self._repairer = Repairer(ids, contexts, SECONDS, Wish())

    def page(self, case: Case) -> Target:
        """The place that the case has, which is none on the disk."""
        return Target(".", "", f"page.{case.ending}", locale=case.locale)

    def checked(self, case: Case) -> PageResult:
        """What is found."""
        self._given.case = case
        return self._checker.check(self.page(case), case.target)

    def repaired(self, case: Case, before: PageResult | None = None) -> Repaired:
        """The page with what is safe put back; `before` is what is found, where that is known."""
        self._given.case = case
        if before is None:
            return self._repairer.check(self.page(case), case.target)
        return self._repairer.repaired(self.page(case), case.target, before)
