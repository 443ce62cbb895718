"""What check and fix promise of every pair, however broken."""

from __future__ import annotations

import re
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from html import unescape
from itertools import pairwise
from typing import NamedTuple

from doclint.engine.packed import Findings
from doclint.page import sidebyside
from doclint.reports.diff import unified
from doclint.run import PageResult
from doclint.text import Edit, Lines, Severity, Span, Trust
from doclint.text.spans import LINE_END, apply, decode
from doclint.workflows.fix.page import Repaired
from doclint.workflows.fix.verify import edits_of
from tests.fuzz.case import Case, Desk
from tests.fuzz.readback import misread, patched

WORDS = re.compile(r"\w{2,}")

REMARKS_ON_ENGLISH = {"untranslated-block"}
"""Rules that speak of a page that is its own English because it is."""


class Broken(NamedTuple):
    """A promise that a pair breaks."""

    promise: str
    rule: str
    """The rule whose finding it is about, or what says as much; empty where there is none."""
    detail: str


def broken(desk: Desk, case: Case, before: Case | None = None) -> Iterator[Broken]:
    """The promises that a pair breaks; `before` is the pair before its target alone was changed."""
    try:
        first = desk.checked(case)
        yield from _checked(case, first)
        yield from misread(desk, case, first)
        done = desk.repaired(case, first)
        yield from _repaired(desk, case, first, done)
        if before is not None and done.new is not None:
            yield from _astray(desk, case, before, done)
        for side in (case.target, case.source):
            if side is not None:
                yield from _beside_itself(desk, case._replace(source=side, target=side))
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        yield Broken(
            "traceback", f"{frame.filename.rpartition('/')[2]} {frame.name}", "".join(traceback.format_exception(error))
        )


def _checked(case: Case, result: PageResult) -> Iterator[Broken]:
    """Nothing broke, and what was found stands where it is said to."""
    yield from (Broken("rule broke", error.rule, str(error)) for error in result.broken)
    if result.unfinished:
        yield Broken("time", "", result.unfinished)
    if result.findings and Findings.unpacked(result.findings.counts, result.findings.body) != result.findings:
        yield Broken("packed", "", "the findings are others after they were packed")
    text = _text(case.target)
    lines = Lines(text)
    for one in result.findings:
        start, end = one.place.span
        if not 0 <= start <= end <= len(text):
            yield Broken("place", one.rule, f"{one.place.span} in a text of {len(text)}")
        elif (lines.position(start), lines.position(end)) != one.place[1:]:
            yield Broken("position", one.rule, f"{one.place}")
        edits = sorted(edits_of([one]))
        if any(not 0 <= edit.span.start <= edit.span.end <= len(text) for edit in edits):
            yield Broken("place of a fix", one.rule, f"{edits} in a text of {len(text)}")
        if any(a.span.end > b.span.start for a, b in pairwise(edits)):
            yield Broken("fix meets itself", one.rule, f"{edits}")


def _repaired(desk: Desk, case: Case, first: PageResult, done: Repaired) -> Iterator[Broken]:
    """No more errors than before, nothing left for a second run, no word lost that was not the damaged one."""
    if done.unfinished:
        yield Broken("time", "repair", done.unfinished)
    if done.new is None:
        return
    old, new = decode(case.target), decode(done.new)
    if apply(old, done.edits) != new:
        yield Broken("edits", "", f"{done.edits} do not make the new text")
    if patched(old, unified("page.md", old, done.edits)) != new:
        yield Broken("diff", "", "the diff does not make the new text")
    rules = " ".join(sorted({one.rule for one in done.done}))
    if errors(done) > errors(first):
        came = [f"{one.rule}: {one.message}" for one in done.findings if one.severity is Severity.ERROR]
        yield Broken("more errors", rules, f"{errors(first)} before, {errors(done)} after: {came}\n{shown(old, done)}")
    again = desk.repaired(case._replace(target=done.new))
    if again.new is not None:
        more = " ".join(sorted({one.rule for one in again.done}))
        yield Broken("second run", more, f"{shown(old, done)}\nthen\n{shown(new, again)}")
    yield from _words_lost(done)


def _words_lost(done: Repaired) -> Iterator[Broken]:
    """Each fix takes words away that its finding names, on one line."""
    text, known = decode(done.old), list(done.before.findings) if done.before else []
    for one in done.done:
        if one not in known:  # found in a later pass: its place is one of the text as it was then
            continue
        named = words(one.found)
        for edit in edits_of([one]):
            old = edit.span.of(text)
            if LINE_END.search(old):
                yield Broken("lines lost", one.rule, f"{old!r} for {edit.text!r}")
            lost = words(old) - words(edit.text) - named
            if lost:
                yield Broken("word lost", one.rule, f"{lost} of {one.found!r} for {edit.text!r}")


def words(text: str) -> Counter[str]:
    """The words of a text as a reader sees them: no entities, and a backslash parts no word (`A\\nnehmen` is one)."""
    return Counter(WORDS.findall(unescape(text).replace("\\", "")))


def _astray(desk: Desk, case: Case, before: Case, done: Repaired) -> Iterator[Broken]:
    """Of a page that was clean no word of the English is taken away that was not damaged."""
    if desk.checked(before).findings:
        return
    old, clean = decode(case.target), decode(before.target)
    kept, lines = untouched(clean, old), set(clean.splitlines())
    english = set(WORDS.findall(_text(case.source or case.target)))
    for edit in done.edits:
        rest = put_back(old, [it._replace(text="") for it in done.edits], edit)
        if WORDS.search(rest) and put_back(old, done.edits, edit) in lines:
            continue  # the words around it tell that it stands again where it stood
        put = {word.casefold() for word in WORDS.findall(edit.text)}
        gone = [
            word[0]
            for word in WORDS.finditer(old, *edit.span)
            if word.start() in kept and word[0] in english and word[0].casefold() not in put
        ]
        if gone:
            rules = " ".join(sorted({one.rule for one in done.done}))
            yield Broken("astray", rules, f"{gone} were not damaged\n{shown(old, done)}")


def put_back(text: str, edits: Sequence[Edit], edit: Edit) -> str:
    """The line of an edit, after all edits of that line."""
    start = text.rfind("\n", 0, edit.span.start) + 1
    end = text.find("\n", edit.span.end)
    end = len(text) if end < 0 else end
    here = [it for it in edits if start <= it.span.start and it.span.end <= end]
    moved = [it._replace(span=Span(it.span.start - start, it.span.end - start)) for it in here]
    return apply(text[start:end], moved).removesuffix("\r")


def untouched(clean: str, damaged: str) -> set[int]:
    """Where the words of a damaged text begin that stood so in the clean one."""
    sides = [list(WORDS.finditer(text)) for text in (clean, damaged)]
    words = [[word[0] for word in side] for side in sides]
    blocks = SequenceMatcher(None, *words, autojunk=False).get_matching_blocks()
    return {sides[1][at].start() for block in blocks for at in range(block.b, block.b + block.size)}


def _beside_itself(desk: Desk, case: Case) -> Iterator[Broken]:
    """A page beside itself is not damaged; one that holds its English, or names its digest, is no English page."""
    if sidebyside.split(_text(case.target)) is not None or b"ms.openlocfilehash" in case.target:
        return
    needs = {rule.name: rule.needs for rule in desk.rules}
    for trust in (Trust.PROVEN, Trust.PAIRED):
        same = case._replace(trust=trust)
        result = desk.checked(same)
        for one in result.findings:
            if needs[one.rule] > Trust.ALONE and one.rule not in REMARKS_ON_ENGLISH:
                yield Broken("beside itself", one.rule, f"{trust}: {one.message}")
            elif one.fix and one.fix.is_safe:
                yield Broken("fix beside itself", one.rule, f"{trust}: {one.message}")


def errors(result: PageResult) -> int:
    return sum(one.severity is Severity.ERROR for one in result.findings)


def shown(text: str, done: Repaired) -> str:
    """The edits of a repair, for people."""
    return "\n".join(f"  {edit.span.of(text)!r} -> {edit.text!r}" for edit in done.edits)


def _text(data: bytes) -> str:
    """The text; of what is not UTF-8 nothing is read."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
