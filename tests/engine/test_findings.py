"""Findings on their way: packed where they are made, printed as they are, read back when looked at."""

from __future__ import annotations

import io
import json
import pickle
import zlib

import pytest

from doclint.engine.jsonline import as_json
from doclint.engine.packed import Count, Findings
from doclint.reports.formats.jsonl import JsonLines
from doclint.run import PageResult, Summary
from doclint.run.cache.pack import pack, unpack
from doclint.text import Severity
from doclint.text.errors import ConfigError
from tests.findings import BARE, FULL

BOTH = [FULL, FULL._replace(rule="json-key-changed", severity=Severity.NOTE, message="\x1b[2J\x9b\u2028\u202e 状態")]


def travelled(findings: Findings) -> Findings:
    """As a worker's answer reaches the one who asked."""
    made = pickle.loads(pickle.dumps(findings))
    assert isinstance(made, Findings)
    return made


def printed(findings: Findings) -> str:
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    JsonLines(out).page(PageResult("a.md", "proven", findings))
    out.seek(0)
    return out.read()


def test_lines_and_counts_are_the_same_on_both_ends() -> None:
    there, here = Findings(BOTH), travelled(Findings(BOTH))
    assert printed(here) == printed(there)
    assert [json.loads(line) for line in printed(here).splitlines()] == [as_json(one) for one in BOTH]
    assert (len(here), here.counts) == (2, there.counts)
    assert list(here) == BOTH
    assert here[1:] == [here[1]] == BOTH[1:]


def test_a_summary_needs_no_look_at_the_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    findings = travelled(Findings([*BOTH, FULL]))
    monkeypatch.setattr("json.loads", None)
    summary = Summary()
    summary.add(PageResult("a.md", "proven", findings))
    assert summary.rules == {"enum-value-changed": 2, "json-key-changed": 1}
    assert summary.severities == {Severity.WARNING: 2, Severity.NOTE: 1}
    assert (summary.findings, summary.fixable, summary.pages_with_findings) == (3, 3, 1)


def test_nothing_in_a_line_steers_a_terminal() -> None:
    text = printed(travelled(Findings(BOTH)))
    assert not {"\x1b", "\x9b", "\u2028"} & set(text)
    assert r"\u001b[2J\u009b\u2028" in text


@pytest.mark.parametrize(
    "lines",
    [b'{"a": "\x1b[2J"}\n', b'{"a": "\xc2\x9b"}\n', b'{"a": "\xe2\x80\xa8"}\n', b"{}\n{}\n", b""],
    ids=["escape", "long escape", "line separator", "a line too many", "a line too few"],
)
def test_lines_from_a_file_are_printed_only_when_they_are_lines(lines: bytes) -> None:
    forged = Findings.unpacked([Count("x", Severity.NOTE, False, 1)], zlib.compress(lines + b"\0[[]]"))
    with pytest.raises(ValueError, match="no packed"):
        unpack(pack(PageResult("a.md", "alone", forged)))


@pytest.mark.parametrize("tail", [b"\0[[0, 1, [], null]]", b"\0[]", b"\0", b"", b"\0" + b"[" * 100_000])
def test_lines_that_are_no_findings_are_one_clear_error(tail: bytes) -> None:
    forged = Findings.unpacked([Count("x", Severity.NOTE, False, 1)], zlib.compress(b"{}\n" + tail))
    result = unpack(pack(PageResult("a.md", "alone", forged)))
    with pytest.raises(ConfigError, match="--no-cache"):
        list(result.findings)


def test_a_few_bytes_do_not_unpack_to_all_memory() -> None:
    bomb = zlib.compress(b" " * 200_000_000)
    with pytest.raises(ValueError, match="no packed"):
        unpack(pack(PageResult("a.md", "alone", Findings.unpacked([Count("x", Severity.NOTE, False, 1)], bomb))))


def test_what_json_cannot_hold_still_travels() -> None:
    odd = BARE._replace(evidence=7 + 1j)  # type: ignore[arg-type]
    assert list(travelled(Findings([odd]))) == [odd]
