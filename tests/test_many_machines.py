"""docs/many-machines.md: its commands, its queries and its jobs, run on a few pages."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.documented import blocks, run, shown
from tests.gitrepo import Repo

NAME = "many-machines"
PAGE = "# Parcel {0}\n\n|Member|Value|\n|:---|:---|\n|inTransit|0|\n|delivered{0}|1|\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Three pages in two locales, four of the six damaged; `doclint` lies in a folder of commands beside them."""
    repo = Repo(tmp_path / "site")
    pages = {f"docs/en/{n}.md": PAGE.format(n) for n in range(3)}
    pages |= {f"docs/ru-RU/{n}.md": PAGE.format(n).replace("inTransit", "вПути") for n in range(3)}
    pages |= {f"docs/de-DE/{n}.md": PAGE.format(n).replace("delivered2", "доставлен") for n in range(3)}
    repo.commit(pages)
    command = tmp_path / "bin" / "doclint"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m doclint "$@"\n')
    command.chmod(0o755)
    return repo.folder


def test_commands(site: Path) -> None:
    (site / "parts").mkdir()
    for command, printed in shown(NAME):
        if "--cluster" not in command or importlib.util.find_spec("distributed"):
            assert run(command, site) == printed, command


def test_queries(site: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="pip install 'doclint[dataset]'")
    run("doclint check --part all.jsonl --quiet --exit-zero", site)
    assert run("doclint merge all.jsonl --quiet --exit-zero --dataset found", site) == ""
    errors, words = [
        duckdb.sql(query.replace("'found/", f"'{site}/found/")).fetchall() for query in blocks(NAME, "sql")
    ]
    assert errors == [("here", "ru-RU", 3), ("here", "de-DE", 1)]
    assert words == [("inTransit", "вПути", 3)]
    text = (ROOT / "docs" / f"{NAME}.md").read_text("utf-8")
    for table in ("findings", "pages"):
        files = f"'{site}/found/{table}/**/*.parquet'"
        columns = duckdb.sql(f"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM {files})").fetchall()
        rows = text.partition(f"\n| {table} | type |")[2].partition("\n\n")[0].splitlines()[2:]
        told = [
            (cells[1], re.findall(r"`(\w+)`", cells[0])) for cells in (row.strip("| ").split(" | ") for row in rows)
        ]
        assert {(name, kind) for kind, names in told for name in names} == set(columns)
        versions = duckdb.sql(
            f"SELECT decode(value) FROM parquet_kv_metadata({files}) WHERE decode(key) = 'doclint_dataset'"
        )
        assert {one for (one,) in versions.fetchall()} == {"2"}
    names = {name.strip("`") for name in blocks(NAME)[0].split() if name.startswith("found/")}
    assert {name.split("/")[1] for name in names} == {one.name for one in (site / "found").iterdir()}


def test_workspace() -> None:
    (text,) = blocks(NAME, "toml")
    assert [target["name"] for target in tomllib.loads(text)["target"]] == ["depot", "post"]


def bash(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}", **variables}
    command = ["bash", "-euo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def at_once(script: str, folder: Path, matrix: list[dict[str, str]]) -> None:
    """A job for each row of variables, which all must end well."""
    with ThreadPoolExecutor() as pool:
        for done in pool.map(lambda variables: bash(script, folder, **variables), matrix):
            assert done.returncode == 0, done.stderr


def jobs() -> tuple[dict[str, Any], dict[str, Any]]:
    github, gitlab = (yaml.safe_load(text) for text in blocks(NAME, "yaml"))
    return github["jobs"], gitlab


def test_github_matrix(site: Path) -> None:
    github, _ = jobs()
    _, check, _ = github["shard"]["steps"]
    shards = github["shard"]["strategy"]["matrix"]["shard"]
    parts = site / ".doclint-parts"
    at_once(check["run"], site, [{"SHARD": str(number)} for number in shards])
    for number in shards:
        (parts / f"part-{number}").mkdir(parents=True)
        (site / f"part-{number}.jsonl").rename(parts / f"part-{number}" / f"part-{number}.jsonl")
    done = bash(github["merge"]["steps"][-1]["run"], site)
    assert (done.returncode, done.stdout.count("::error file=docs/")) == (1, 4), done.stderr
    assert (site / "doclint.sarif").is_file()


def test_gitlab_matrix(site: Path) -> None:
    _, gitlab = jobs()
    shard, merge = gitlab["doclint shard"], gitlab["doclint"]
    total = shard["parallel"]
    numbers = [{"CI_NODE_INDEX": str(number), "CI_NODE_TOTAL": str(total)} for number in range(1, total + 1)]
    at_once("\n".join(shard["script"]), site, numbers)
    done = bash("\n".join(merge["script"]), site)
    assert done.returncode == 1, done.stderr
    assert all((site / name).is_file() for name in merge["artifacts"]["reports"].values())
    (site / "part-2.jsonl").unlink()
    done = bash("\n".join(merge["script"]), site)
    assert (done.returncode, "2 is missing" in done.stderr) == (2, True)
