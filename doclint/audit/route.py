"""Where a finding is repaired: here, in the English, at the vendor, or where a person decides."""

from __future__ import annotations

from doclint.finding import Finding

ROUTES = ("here", "english", "vendor", "decide")


def route(finding: Finding) -> str:
    """One of ROUTES: put back here where that is safe, else for the vendor where the English proves the word."""
    if finding.fix is not None and finding.fix.is_safe:
        return "here"
    if finding.expected is not None and finding.trust in ("proven", "embedded", "pinned"):
        return "vendor"
    return "decide"
