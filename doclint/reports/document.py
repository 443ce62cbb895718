"""One JSON document about two texts, as `document.schema.json` beside this says: for scripts and translating agents."""

from __future__ import annotations

from collections.abc import Sequence

from doclint import VERSION
from doclint.engine import Verdict
from doclint.engine.jsonline import as_json, as_line
from doclint.run import PageResult

SCHEMA = 1
"""Of the document; more fields or fewer, or another meaning, make another number."""


def document(result: PageResult, *, source: str, passed: bool, troubles: Sequence[str]) -> str:
    """The document, on one line. `source` is what reports call the English, `troubles` why not all was checked."""
    damage = [one for one in result.findings if one.verdict is not Verdict.SOURCE_CHANGED]
    return as_line(
        {
            "schema": SCHEMA,
            "doclint": VERSION,
            "passed": passed,
            "source": source,
            "target": result.path,
            "trust": result.trust,
            "blocks": result.blocks,
            "compared": result.compared,
            "verbatim": list(dict.fromkeys(one.expected for one in damage if one.expected)),
            "findings": [as_json(one) for one in result.findings],
            "troubles": list(troubles),
        }
    )
