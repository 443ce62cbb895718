"""Findings and the reports that formats make of them, for tests."""

from __future__ import annotations

import io
import json
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest

from doclint.engine import Finding, rulebook
from doclint.engine.finding import Excerpt, FileEdit, FileFix, Place, SourcePlace
from doclint.engine.packed import Findings
from doclint.reports.choose import reporter
from doclint.reports.receiver import Setting
from doclint.run import PageResult, Summary
from doclint.text import Confidence, Lines, Severity, Span
from tests.conftest import ROOT


def finding(
    found: str = "нуль",
    *,
    path: str = "ru/state.md",
    severity: Severity = Severity.ERROR,
    fingerprint: str = "00d1",
    locale: str = "ru-RU",
) -> Finding:
    """One that says everything, about a row of a table; what was found stands wherever page text can stand."""
    line = f"|inTransit|{found}|"
    start = len("|inTransit|")
    lines = Lines(line)
    places = [lines.position(offset) for offset in (start, start + len(found))]
    return Finding(
        rule="enum-value-changed",
        code="DL101",
        severity=severity,
        confidence=Confidence.HIGH,
        path=path,
        place=Place(Span(start, start + len(found)), *places),
        message=f'{found} stands where the number "1/3" should',
        expected="1/3",
        found=found,
        damage="translated",
        locale=locale,
        trust="paired",
        source=SourcePlace("en/state.md", None, 1),
        fix=FileFix(True, (FileEdit(start, start + len(found), "1/3"),)),
        source_text=found,
        target_text=found,
        evidence=f"{found} in a row",
        meta={},
        fingerprint=fingerprint,
        target_line=Excerpt(line, start, start + len(found)),
        source_line=Excerpt(line, start, start + len(found)),
    )


def report(name: str, *pages: list[Finding], setting: Setting | None = None) -> tuple[str, list[str]]:
    """What a format writes of pages, and what it tells the person."""
    said: list[str] = []
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    writer = reporter(name, out, setting or Setting(rulebook.load(), say=said.append))
    summary = Summary()
    for findings in pages:
        path = findings[0].path if findings else "ru/clean.md"
        result = PageResult(path, "paired", Findings(findings))
        summary.add(result)
        writer.page(result)
    writer.end(summary)
    out.flush()
    data = out.buffer
    assert isinstance(data, io.BytesIO)
    return data.getvalue().decode("utf-8"), said


def valid(name: str, document: object) -> Any:
    schema = json.loads((ROOT / "tests" / "schemas" / f"{name}.json").read_text("utf-8"))
    jsonschema.validators.validator_for(schema)(schema).validate(document)
    return document


def sarif(text: str) -> Any:
    return valid("sarif-2.1.0-rtm.5", json.loads(text))


def junit(text: str) -> None:
    """Hold a report against the schema of Jenkins."""
    xmlschema = pytest.importorskip("xmlschema")
    xmlschema.XMLSchema(str(ROOT / "tests" / "schemas" / "junit-10.xsd")).validate(
        ElementTree.fromstring(text.encode())
    )
