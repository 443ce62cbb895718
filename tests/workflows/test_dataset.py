"""A run as Parquet files: reported from them as from its parts, and asked in SQL."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commandline import doclint
from tests.gitrepo import Repo

duckdb = pytest.importorskip("duckdb", reason="pip install 'doclint[dataset]'")

PAGE = "# Parcel {0}\n\n|Member|Value|\n|:---|:---|\n|inTransit{0}|0|\n|delivered{0}|1|\n"


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two shards of a workspace of two folders; one found word has a character that no column holds."""
    for name in ("depot", "post's office"):
        repo = Repo(tmp_path / name)
        pages = {f"docs/en/{n}.md": PAGE.format(n) for n in range(6)}
        odd = {0: "\0доставлен", 1: "доставлен\U0001f4e6"}
        for locale in ("ru", "de"):
            for n in range(6):
                word = odd.get(n, "доставлен") if n % 2 == 0 or locale == "ru" else f"delivered{n}"
                pages[f"docs/{locale}/{n}.md"] = PAGE.format(n).replace(f"delivered{n}", word)
        repo.commit(pages)
    lines = [f'[[target]]\nname = "{name}"\npath = "{name}"\n' for name in ("depot", "post's office")]
    (tmp_path / "doclint.toml").write_text("".join(lines))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "parts").mkdir()
    for number in (1, 2):
        done = doclint("check", "--shard", f"{number}/2", "--part", f"parts/{number}.jsonl", "--quiet", "--exit-zero")
        assert done.exit_code == 0, done.stderr
    return tmp_path / "parts"


def test_a_dataset_is_reported_as_its_parts_are(parts: Path) -> None:
    whole = doclint("check", "--format", "jsonl")
    merged = doclint("merge", "parts", "--format", "jsonl", "--dataset", "data")
    assert (merged.stdout, merged.exit_code) == (whole.stdout, whole.exit_code) == (whole.stdout, 1)
    for form in ("jsonl", "sarif", "json", "terminal"):
        again = doclint("merge", "data", "--format", form)
        first = doclint("merge", "parts", "--format", form)
        assert (again.stdout, again.stderr, again.exit_code) == (first.stdout, first.stderr, first.exit_code)
    audits = {}
    for name in ("parts", "data"):
        assert doclint("audit", "-o", "audit", "--from", name).exit_code == 0
        audits[name] = Path("audit/data/findings.js").read_bytes(), Path("audit/findings.csv").read_bytes()
    assert audits["parts"] == audits["data"]


def test_a_dataset_answers_in_sql(parts: Path) -> None:
    found = [
        json.loads(line)
        for line in doclint("merge", "parts", "--format", "jsonl", "--dataset", "data").stdout.splitlines()
    ]
    folders = {folder.name for folder in Path("data/findings").iterdir()}
    assert folders == {"repository=depot", "repository=post%27s%20office"}
    rows = duckdb.sql(
        "select repository, locale, count(*), min(expected) from 'data/findings/**/*.parquet' group by all order by all"
    ).fetchall()
    assert sum(row[2] for row in rows) == len(found)
    assert {row[:2] for row in rows} == {(name, tag) for name in ("depot", "post's office") for tag in ("de", "ru")}
    pages = duckdb.sql("select sum(findings), count(*) from 'data/pages/**/*.parquet'").fetchall()
    assert pages == [(len(found), 24)]


@pytest.mark.parametrize("above", ["page=3", "locale=it", "repository=a/path=b", "d[s]"])
def test_a_dataset_is_read_the_same_whatever_the_folders_above_are_called(parts: Path, above: str) -> None:
    """DuckDB takes a name with brackets for a pattern, and one with `=` for the value of a column."""
    (parts / above).mkdir(parents=True)
    where = f"parts/{above}/found[1]"
    first = doclint("merge", *map(str, sorted(parts.glob("*.jsonl"))), "--format", "jsonl", "--dataset", where)
    again = doclint("merge", where, "--format", "jsonl")
    assert first.stdout.count("\n") > 1
    assert (again.stdout, again.stderr, again.exit_code) == (first.stdout, first.stderr, first.exit_code)


def test_a_dataset_is_replaced_whole_and_nothing_else_is(parts: Path) -> None:
    for _ in range(2):
        assert doclint("merge", "parts", "--quiet", "--exit-zero", "--dataset", "data").exit_code == 0
    done = doclint("merge", "parts", "--quiet", "--dataset", "depot")
    assert (done.exit_code, "something other than a dataset" in done.stderr) == (2, True)
    (run,) = Path("data").glob("*.json")
    run.write_text(run.read_text().replace('{"dataset": 2', '{"dataset": 1'))
    done = doclint("merge", "data")
    assert (done.exit_code, "was made by another version of doclint" in done.stderr) == (2, True)
    run.write_text("{}")
    done = doclint("merge", "data")
    assert (done.exit_code, "is damaged" in done.stderr) == (2, True)
    assert [one.name for one in Path().iterdir() if one.name.startswith(".")] == []
