"""A damaged result cache is removed, said in one line and made anew; what is found does not depend on it."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from doclint.run.cache.store import NAME
from tests.commandline import doclint

ENGLISH = "# Parcels\n\n|Member|Value|\n|---|---|\n|none|0|\n|held|{}|\n"
RUSSIAN = "# Посылки\n\n|Элемент|Значение|\n|---|---|\n|Нет|0|\n|held|1,1|\n"
PAGES = 12


def checked(command: str = "check ru --source en --format jsonl") -> Result:
    return doclint(*command.split())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages with a fault each, and a whole cache of what was found on them."""
    folder = tmp_path_factory.mktemp("site")
    for name, text in (("ru", RUSSIAN), ("en", ENGLISH)):
        (folder / name).mkdir()
        for number in range(PAGES):
            (folder / name / f"{number:02}.md").write_text(text.format(number), encoding="utf-8")
    return folder


@pytest.fixture
def cache(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache's file, filled; the working directory is the site."""
    monkeypatch.chdir(site)
    whole = site / "whole"
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(whole))
    if not whole.exists():
        assert checked().stderr == ""
    shutil.copytree(whole, tmp_path / "cache")
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache" / NAME


def heals(cache: Path) -> bool:
    """Check with a cache that something was done to until it is whole; whether it was said to be damaged, which is once.

    What the first run did not read the second may find.
    """
    expected = checked("check ru --source en --format jsonl --no-cache")
    assert expected.stdout.count("\n") == 2 * PAGES
    runs = [checked(), checked()]
    if runs[1].stderr:
        runs.append(checked())
    assert {(run.stdout, run.exit_code) for run in runs} == {(expected.stdout, 1)}
    said = [run.stderr for run in runs if run.stderr]
    assert said in ([], [f"doclint: the result cache in {cache.parent} was damaged; a new one was made\n"])
    with sqlite3.connect(cache) as database:
        assert database.execute("SELECT count(*) FROM result").fetchone()[0] >= PAGES
    database.close()
    return bool(said)


def spoil(data: bytearray, luck: random.Random) -> bytearray:
    """The bytes with some of them changed, cut or added; more often where the header and the schema stand."""
    within = min(len(data), luck.choice((len(data), 4096, 100)))
    match luck.randrange(5):
        case 0 | 1:
            for _ in range(luck.choice((1, 3, 30))):
                data[luck.randrange(within)] = luck.randrange(256)
        case 2:
            at = luck.randrange(within)
            data[at : at + luck.choice((1, 7, 500))] = luck.randbytes(luck.choice((0, 1, 500)))
        case 3:
            del data[luck.randrange(within) :]
        case 4:
            at = luck.randrange(within)
            data[at : at + 200] = b"\xff" * 200
    return data


@pytest.mark.parametrize("seed", range(40))
def test_any_bytes_are_survived(cache: Path, seed: int) -> None:
    luck = random.Random(seed)
    data = bytearray(cache.read_bytes())
    cache.write_bytes(spoil(data[:], luck))
    for end in ("-wal", "-shm", "-journal"):
        if luck.random() < 0.2:
            cache.with_name(NAME + end).write_bytes(spoil(data[: luck.randrange(1, len(data))], luck))
    heals(cache)


def schema(cache: Path) -> None:
    data = cache.read_bytes()
    cache.write_bytes(data.replace(b"CREATE TABLE result", b"CREATE TABL\xff result"))


def folder(cache: Path) -> None:
    cache.unlink()
    cache.mkdir()
    (cache / "file").touch()


def log_that_is_a_folder(cache: Path) -> None:
    cache.with_name(f"{NAME}-wal").mkdir()


def link_to_itself(cache: Path) -> None:
    cache.unlink()
    cache.symlink_to(cache)


def fifo(cache: Path) -> None:
    cache.unlink()
    os.mkfifo(cache)


def run_sql(*statements: str) -> Callable[[Path], None]:
    def change(cache: Path) -> None:
        with sqlite3.connect(cache) as database:
            for statement in statements:
                database.execute(statement)
        database.close()

    return change


KINDS = {
    "no UTF-8 in the schema": schema,
    "a folder": folder,
    "a folder for a log": log_that_is_a_folder,
    "a link to itself": link_to_itself,
    "a FIFO": fifo,
    "another program's": run_sql(
        "DROP TABLE result", "CREATE TABLE places (url TEXT)", "CREATE INDEX i ON places(url)"
    ),
    "another program's, too": run_sql("CREATE TABLE places (url TEXT)"),
    "of another version": run_sql("DROP TABLE result", "CREATE TABLE result (key BLOB PRIMARY KEY, value BLOB)"),
    "a view": run_sql("DROP TABLE result", "CREATE VIEW result AS SELECT 1 AS key, 2 AS day, 3 AS value"),
    "a trigger": run_sql("CREATE TRIGGER t AFTER INSERT ON result BEGIN DELETE FROM result; END"),
    "no UTF-8 in a value": run_sql("UPDATE result SET value = CAST(x'ff' AS TEXT)"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="needs links and FIFOs")
@pytest.mark.parametrize("damage", KINDS.values(), ids=KINDS)
def test_what_is_no_cache_is_said_once_and_made_anew(cache: Path, damage: Callable[[Path], None]) -> None:
    damage(cache)
    assert heals(cache)


def test_what_stands_in_a_value_is_told_by_its_checksum(cache: Path) -> None:
    run_sql("UPDATE result SET value = 7")(cache)
    assert not heals(cache)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_nobody_may_read(cache: Path) -> None:
    cache.chmod(0)
    assert heals(cache)


@pytest.mark.parametrize("command", ["fix --unsafe --diff", "audit -o ../report", "why 0"])
def test_each_command_says_it(cache: Path, tmp_path: Path, command: str) -> None:
    schema(cache)
    done = checked(command.replace("../report", str(tmp_path / "report")) + " ru --source en")
    assert done.stderr.splitlines()[0] == f"doclint: the result cache in {cache.parent} was damaged; a new one was made"
    assert "was damaged" not in checked().stderr


def test_runs_at_once_survive_it(cache: Path) -> None:
    schema(cache)
    command = [sys.executable, "-m", "doclint", *"check ru --source en --format jsonl".split()]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    said = [(*run.communicate(timeout=60), run.returncode) for run in runs]
    assert {(out, code) for out, _, code in said} == {(checked().stdout, 1)}
    assert all(line.startswith("doclint: ") for _, err, _ in said for line in err.splitlines())
