"""A page's result as bytes and back, for the cache: a short head in JSON, then the packed findings as they are."""

from __future__ import annotations

import json

from doclint.engine import Route
from doclint.engine.jsonline import compact
from doclint.engine.packed import Count, Findings
from doclint.run.summary import PageResult
from doclint.text import Severity

END_OF_HEAD = b"\n"


def pack(result: PageResult) -> bytes:
    """The result as bytes. Raises TypeError when it holds what JSON cannot."""
    findings = result.findings
    head = (
        result.path,
        result.trust,
        result.locale,
        dict(result.meta),
        result.trouble,
        result.is_orphan,
        result.compared,
        result.blocks,
        result.unplaced,
        findings.counts,
        dict(result.dropped),
        {witness: dict(answers) for witness, answers in result.asked.items()},
    )
    return compact(head).encode("utf-8", "backslashreplace") + END_OF_HEAD + findings.body


def unpack(data: bytes) -> PageResult:
    """The result that was packed; its findings are read when they are looked at.

    Raises ValueError when the bytes are no such thing.
    """
    head, _, body = data.partition(END_OF_HEAD)
    try:
        path, trust, locale, meta, trouble, is_orphan, *numbers, rows, dropped, asked = json.loads(head.decode())
        compared, blocks, unplaced = numbers
        counts = [
            Count(rule, Severity(kind), fixable, number, Route(way), behind, breaks)
            for rule, kind, fixable, number, way, behind, breaks in rows
        ]
        meta = {str(name): str(value) for name, value in meta.items()}
        dropped = {str(why): int(number) for why, number in dropped.items()}
        asked = {str(name): {str(key): int(one) for key, one in them.items()} for name, them in asked.items()}
        findings = Findings.unpacked(counts, body).verified()
    except (TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"no packed result: {error}") from None
    return PageResult(
        path,
        trust,
        findings,
        locale=None if locale is None else str(locale),
        meta=meta,
        trouble=trouble,
        is_orphan=is_orphan,
        compared=compared,
        blocks=blocks,
        unplaced=unplaced,
        asked=asked,
        dropped=dropped,
    )
