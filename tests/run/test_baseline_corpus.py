"""A baseline on real pages whose English goes on: a newer hand-back shows exactly the damage that is new."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from doclint.page.markdown import parse
from doclint.text import Edit
from doclint.text.spans import apply
from tests.checks.worddamage import transliterated
from tests.commandline import doclint
from tests.corpuspages import pinned
from tests.gitrepo import Repo, git

pytestmark = pytest.mark.corpus

EVERY = 30
SEPARATOR = re.compile(r"^\|? *:?-+:? *(\|.*)?$", re.MULTILINE)
NAME = re.compile(r"[a-z]+[A-Z]\w*")
DIGEST = re.compile(r"^(ms\.openlocfilehash: *)[0-9a-f]{40}", re.MULTILINE)
HEAD = re.compile(r"\A\ufeff?---\r?\n.*?\n---\r?\n", re.DOTALL)
RUN = ("ru", "--source", "en", "--baseline", "known.txt", "--jobs", "1", "--no-cache")

Row = dict[str, Any]


class Both(NamedTuple):
    """A page and its English."""

    english: str
    target: str


def test_newer_hand_back_shows_only_what_is_new(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {name.partition("/")[2]: Both(source, text) for name, text, source in pinned(corpus, "ru", EVERY)}
    repo = Repo(tmp_path / "docs")
    monkeypatch.chdir(repo.folder)
    lay(repo, pages)
    assert ended("baseline", "write", *RUN).exit_code == 0
    repo.commit({})
    known = {(row["path"].removeprefix("ru/"), row["line"]): row for row in findings("check", *RUN[:3])}
    assert findings("check", *RUN) == []
    assert len(known) > 50
    seeds, others, random = set(), 0, Random(6)
    for number, (name, page) in enumerate(sorted(pages.items())):
        here = {line: row for (path, line), row in known.items() if path == name}
        page, count = with_other_damage(page, here)
        others += count
        page, words = with_new_damage(page, here, random)
        new = f"{name.removesuffix('.md')}-renamed.md" if number % 7 == 0 else name
        if new != name:
            for folder in ("en", "ru"):
                git(repo.folder, "mv", f"{folder}/{name}", f"{folder}/{new}")
            del pages[name]
        pages[new] = moved(page)
        seeds |= {(f"ru/{new}", word) for word in words}
    lay(repo, pages)
    shown = {(row["path"], row["expected"]) for row in findings("check", *RUN)}
    assert shown <= seeds, shown - seeds
    assert len(shown) >= 0.95 * len(seeds) > 20
    counts = ended("check", *RUN, "--statistics").stdout
    assert int((re.search(r"\((\d+) with another wrong word\)", counts) or [0, 0])[1]) >= 0.9 * others > 5


def ended(*arguments: str) -> Any:
    done = doclint(*arguments)
    assert done.exit_code in (0, 1), (done.stderr, done.exception)
    return done


def findings(*arguments: str) -> list[Row]:
    lines = ended(*arguments, "--format", "jsonl", "--fail-on", "never").stdout.splitlines()
    return [json.loads(line) for line in lines]


def lay(repo: Repo, pages: dict[str, Both]) -> None:
    """Commit the pages; each names the digest of its English."""
    files: dict[str, str | bytes | None] = {}
    for name, page in pages.items():
        unified = re.sub(r"\r\n|\n", "\r\n", page.english).encode()
        digest = hashlib.sha1(unified, usedforsecurity=False).hexdigest()
        files |= {f"en/{name}": page.english, f"ru/{name}": DIGEST.sub(rf"\g<1>{digest}", page.target)}
    repo.commit(files)


def moved(page: Both) -> Both:
    """With a paragraph more at the top, and a row more in the first table."""
    added = []
    for text, words in zip(page, ("Parcels are kept for a week.", "Посылки хранятся неделю."), strict=True):
        rule = SEPARATOR.search(text, HEAD.match(text).end() if HEAD.match(text) else 0)
        row = text[text.rfind("\n", 0, rule.start() - 1) + 1 : rule.start()] if rule else ""
        added.append((words, rule, row.strip().strip("|").count("|")))
    has_table = added[0][2] == added[1][2] > 0
    made = []
    for text, (words, rule, bars) in zip(page, added, strict=True):
        if rule and has_table and text[rule.end() :].lstrip("\r").startswith("\n"):
            end = text.index("\n", rule.end()) + 1
            text = f"{text[:end]}| parcelShelf |{' 7 |' * bars}\n{text[end:]}"
        head = HEAD.match(text)
        at = head.end() if head else 0
        made.append(f"{text[:at]}\n{words}\n\n{text[at:]}")
    return Both(*made)


def with_other_damage(page: Both, known: dict[int, Row]) -> tuple[Both, int]:
    """A damaged cell with another wrong word in it, and whether there is one."""
    for cell, line in first_cells(page.target):
        row = known.get(line)
        if row and row["found"] == cell.plain.strip() and NAME.fullmatch(row["expected"] or ""):
            return Both(page.english, apply(page.target, [Edit(cell.span, " складскоеСлово ")])), 1
    return page, 0


def with_new_damage(page: Both, known: dict[int, Row], random: Random) -> tuple[Both, set[str]]:
    """A name or two in whole cells transliterated, and which."""
    english = {cell.plain for cell, _ in first_cells(page.english)}
    clean = [cell for cell, line in first_cells(page.target) if line not in known and cell.plain in english]
    damaged = {row["expected"] for row in known.values()}
    clean = [cell for cell in clean if NAME.fullmatch(cell.raw.strip()) and cell.plain.strip() not in damaged]
    chosen = random.sample(clean, min(2, len(clean)))
    edits = [Edit(cell.span, f" {transliterated(random, cell.plain.strip(), 'ru')} ") for cell in chosen]
    return Both(page.english, apply(page.target, edits)), {cell.plain.strip() for cell in chosen}


def first_cells(text: str) -> list[tuple[Any, int]]:
    """The first cells of all rows, with their lines."""
    page = parse(text, "page.md")
    cells = [row.cells[0] for table in page.tables for row in table.rows if row.cells]
    return [(cell, text.count("\n", 0, cell.span.start) + 1) for cell in cells]
