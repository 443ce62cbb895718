"""Held to what was measured on real pages; skipped where the corpus does not lie beside the project.

Every n-th page by path, so that all of it takes less than a minute on one core and says the same each time.
"""

from __future__ import annotations

import importlib.util
import json
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from doclint.engine import Finding, Verdict, engine, rulebook
from doclint.engine.subject import Subject
from doclint.page.markdown import parse
from doclint.pair import Pair
from doclint.text import Confidence, Severity, Trust
from tests.conftest import PACKED, ROOT
from tests.corpuspages import HUMAN, PIN, english, pages, pinned, read

pytestmark = pytest.mark.corpus

SEEDS = ROOT.parent / "shared" / "seeds"

RECALL = 0.98
FALSE_ALARMS = 0.005
JUDGED = {
    *("number", "identifier", "member-word", "property-word", "collection"),
    *("link-text", "scope", "http-header", "wire"),
}
"""The categories of labels that recall as errors and warnings is asked of."""

FEW = 50
"""Labels, below which one miss would decide."""


@pytest.fixture(scope="session")
def score() -> ModuleType:
    """The scorer that lies beside the corpus, which knows nothing of this program."""
    spec = importlib.util.spec_from_file_location("corpus_score", PACKED / "score.py")
    if spec is None or spec.loader is None or not (PACKED / "score.py").is_file():
        pytest.skip("no score.py beside the corpus")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def rules() -> list[rulebook.Rule]:
    return rulebook.load()


def check(source: str | None, target: str, trust: Trust) -> list[Finding]:
    pair = Pair(parse(target), None if source is None else parse(source), trust, "ru-RU")
    findings, broken = engine.check(Subject(pair, "page.md", target), rules())
    assert broken == []
    return findings


def run(where: Path, *arguments: str) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "doclint", "check", *arguments]
    command += ["--format", "jsonl", "--fail-on", "never", "--jobs", "1"]
    done = subprocess.run(command, cwd=where, capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.decode().split("\n") if line]


@pytest.mark.parametrize(("tree", "every"), [("ru-sxs", 6), ("ja-sxs", 4), ("de-sxs", 2)])
def test_recall_and_false_alarms(corpus: Path, score: ModuleType, tree: str, every: int) -> None:
    paths = pages(corpus / tree, every)
    found: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for finding in run(corpus / tree, *paths):
        if finding["severity"] != "note" and finding["expected"]:
            found.setdefault((finding["path"], finding["line"]), []).append(finding)
    bad, hit, right, alarms = Counter[str](), Counter[str](), 0, []
    for path, rows in labelled(corpus, score, tree, paths):
        for line in {row["line"] for row in rows}:
            here = [row for row in rows if row["line"] == line]
            for finding in found.get((path, line), []):
                same = [row for row in here if score.matches(row, finding)]
                right += any(row["bad"] for row in same)
                if same and not any(row["bad"] for row in same):
                    alarms.append((path, line, finding["expected"], finding["found"]))
        for row in rows:
            if row["bad"] and row["category"] in JUDGED:
                bad[row["category"]] += 1
                hit[row["category"]] += any(
                    score.matches(row, finding) for finding in found.get((path, row["line"]), [])
                )
    assert {"identifier", "member-word", "link-text", "http-header"} <= set(bad)
    missed = {category: hit[category] for category in bad if hit[category] < RECALL * bad[category]}
    assert {category for category in missed if bad[category] >= FEW} == set(), (missed, bad)
    assert len(alarms) <= FALSE_ALARMS * (right + len(alarms)), alarms


def labelled(
    corpus: Path, score: ModuleType, tree: str, paths: list[str]
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The labels of each machine-translated page, without those that name no line."""
    names = ("line", "category", "expected", "found", "bad")
    with english(corpus) as show:
        for path in paths:
            text = read(corpus / tree / path)
            pin = PIN.search(text)
            source = show(f"{pin[1]}:{path}") if pin and not HUMAN.search(text) else None
            if source is not None:
                target = score.SIDE.sub(lambda match: "\n" * match[0].count("\n"), text).removeprefix("\ufeff")
                found = score.labels(source.decode("utf-8-sig", "replace"), target)
                yield path, [dict(zip(names, row, strict=True)) for row in found if row[0]]


@pytest.mark.parametrize("trust", [Trust.PROVEN, Trust.PAIRED], ids=str)
def test_english_against_itself_is_silent(corpus: Path, trust: Trust) -> None:
    seen: set[str] = set()
    for _, _, source in pinned(corpus, "ru ja de ru-sxs ja-sxs de-sxs", 8):
        if source not in seen:
            seen.add(source)
            assert check(source, source, trust) == []
    assert len(seen) > 500


SEPARATOR = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")


def permuted(text: str, name: str) -> str:
    """Rows of tables and sections of the page in another order, a tenth of the rows dropped."""
    dice = random.Random(name)
    parts: list[list[str]] = [[]]
    rows: list[str] | None = None
    is_code = False
    lines = text.replace("\r\n", "\n").split("\n")
    for line, after in pairwise([*lines, ""]):
        is_code ^= bool(re.match(r"\s*(```|~~~)", line))
        if rows is not None and "|" in line and not is_code:
            rows.append(line)
            continue
        if rows is not None:
            parts[-1] += mixed(rows, dice)
            rows = None
        if line.startswith("## ") and not is_code:
            parts.append([])
        parts[-1].append(line)
        if not is_code and "|" in "".join(parts[-1][-2:-1]) and SEPARATOR.fullmatch(line) and "|" in after:
            rows = []
    parts[-1] += mixed(rows or [], dice)
    rest = parts[1:]
    dice.shuffle(rest)
    return "\n".join(line for part in (parts[0], *rest) for line in part)


def mixed(rows: list[str], dice: random.Random) -> list[str]:
    kept = [row for row in rows if dice.random() > 0.1] or rows[:]
    dice.shuffle(kept)
    return kept


def test_the_permutation_permutes() -> None:
    rows = [f"|row{number}|{number}|" for number in range(60)]
    text = "\n".join(["# A", "", "|N|V|", "|---|---|", *rows, "", "## B", "", "b", "", "## C", "", "c"])
    found = permuted(text, "x").split("\n")
    assert found[:4] == ["# A", "", "|N|V|", "|---|---|"]
    left = [line for line in found if line.startswith("|row")]
    assert set(left) < set(rows)
    assert len(left) > 40
    assert left != sorted(left, key=rows.index)
    assert {"## B", "## C", "b", "c"} <= set(found)


def test_permuted_english_raises_no_false_alarm(corpus: Path) -> None:
    """With English of another order, merely paired, no error is said that the exact English, or the page alone, does not
    bear out. Rows that the damage left nothing to be known by are guessed by their order, with a warning.
    """
    count, guessed, more = 0, 0, []
    for path, target, source in pinned(corpus, "ru ja de", 12):
        exact = {place(finding) for finding in check(source, target, Trust.PROVEN) + check(None, target, Trust.ALONE)}
        for finding in check(permuted(source, path), target, Trust.PAIRED):
            count += 1
            if place(finding) not in exact and finding.expected:
                assert finding.confidence is Confidence.LOW
                assert finding.verdict is Verdict.NEEDS_REVIEW
                guessed += finding.severity is Severity.WARNING
                if finding.severity is Severity.ERROR:
                    more.append((path, finding.rule, finding.place.start.line, finding.expected, finding.found))
    assert not more
    assert guessed * 100 < count
    assert count > 500


def place(finding: Finding) -> tuple[int, str]:
    return finding.place.start.line, (finding.expected or "").casefold()


SEED_ERRORS = {
    "000": [
        (2, "vppTokenActionFailureReason", "Впптокенактионфаилуререасон"),
        (15, "vppTokenActionFailureReason", "Впптокенактионфаилуререасон"),
        (26, "0", "нуль"),
        (27, "appleFailure", "Апплефаилуре"),
        (27, "1", "1,1"),
        (28, "internalError", "Интерналеррор"),
        (29, "expiredVppToken", "Експиредвпптокен"),
        (29, "3", "4"),
        (30, "expiredApplePushNotificationCertificate", "Експиредапплепушнотификатионцертификате"),
        (30, "4", "SP4"),
    ],
    "001": [
        (2, "vppTokenSyncStatus", "Впптокенсинкстатус"),
        (15, "vppTokenSyncStatus", "Впптокенсинкстатус"),
        (28, "none", "Нет"),
        (28, "0", "нуль"),
        (29, "1", "1,1"),
        (30, "completed", "готовы"),
        (31, "failed", "сбоев"),
        (31, "3", "4"),
    ],
    "003": [
        (23, "0", ".0"),
        (24, "1", "1-d"),
        (25, "completed", "せ"),
        (25, "2", "pbm-2"),
        (26, "failed", "フェール"),
        (26, "3", "1/3"),
    ],
    "002": [
        (2, "vppTokenRevokeLicensesActionResult", "Впптокенревокелиценсесактионресулт"),
        (15, "vppTokenRevokeLicensesActionResult", "Впптокенревокелиценсесактионресулт"),
        (35, "totalLicensesCount", "тоталлиценсескаунт"),
        (36, "failedLicensesCount", "фаиледлиценсескаунт"),
        (37, "actionFailureReason", "актионфаилуререасон"),
        (37, "vppTokenActionFailureReason", "впптокенактионфаилуререасон"),
    ],
}


def seed(number: str) -> str:
    found = sorted(SEEDS.glob(f"{number}_*.txt"))
    if not found:
        pytest.skip("no seeds beside the project")
    return found[0].name


def said(findings: list[dict[str, Any]], severity: str) -> list[tuple[int, str, str]]:
    return [(f["line"], f["expected"], f["found"]) for f in findings if f["severity"] == severity]


@pytest.mark.parametrize("number", ["000", "001", "003"])
def test_seeds_side_by_side(number: str) -> None:
    assert said(run(SEEDS, seed(number)), "error") == SEED_ERRORS[number]


def test_a_heading_that_lost_its_capitals_is_a_note() -> None:
    wanted = [(line, "vppTokenSyncStatus", "vpptokensyncstatus") for line in (2, 14)]
    assert said(run(SEEDS, seed("003")), "note") == wanted


def test_a_seed_without_english() -> None:
    """The link's file name is all that says how the type is spelt: in lower case."""
    found = [(line, expected.casefold(), text) for line, expected, text in said(run(SEEDS, seed("002")), "error")]
    assert found == [(line, expected.casefold(), text) for line, expected, text in SEED_ERRORS["002"]]


def test_a_seed_with_english_of_another_version() -> None:
    assert said(run(SEEDS, seed("002"), "--source", seed("004")), "error") == SEED_ERRORS["002"]
