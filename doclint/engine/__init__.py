"""From rules to findings: the rules that there are, what they yield on a page, what it means, what comments silence.

A `subject.Subject` is checked; a `finding.Finding` knows its place, its fingerprint, its fix, its route and verdict.
"""

from doclint.engine.finding import Finding
from doclint.engine.route import Route, Wish
from doclint.engine.rulebook import Rule
from doclint.engine.verdict.testimony import Says, Testimony, Verdict
from doclint.engine.verdict.witnesses import Witnesses

__all__ = ["Finding", "Route", "Rule", "Says", "Testimony", "Verdict", "Wish", "Witnesses"]
__all__ += ["authoring", "causes", "comments", "engine", "finding", "jsonline", "making", "packed", "packs"]
__all__ += ["route", "rulebook", "sample", "subject", "verdict"]
