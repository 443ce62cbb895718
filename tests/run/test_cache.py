"""The result cache: what comes back, when it must not, and that it never harms a run."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import MISSING, fields, replace
from pathlib import Path

import pytest

from doclint.engine.packed import Findings
from doclint.run import PageResult
from doclint.run.cache.store import NAME, Cache
from doclint.text.errors import RuleError
from doclint.text.files.cachefolder import location
from tests.findings import BARE, FULL

SALT = b"salt"


RESULT = PageResult(
    "ru/a.md",
    "proven",
    Findings([FULL, BARE]),
    locale="ru-RU",
    meta={"product": "parcels"},
    compared=7,
    blocks=9,
    unplaced=3,
    asked={"lexicon": {"n:appleFailure": 2}},
    trouble="checked without English: no such page",
    is_orphan=True,
)


def key_of(cache: Cache, page: object = "a") -> bytes:
    return cache.key(f"text of {page}".encode(), "c0ffee:a.md", locale="ru-RU", path=f"{page}.md")


def get(cache: Cache, key: bytes) -> PageResult | None:
    return cache.get([key]).get(key)


def again(folder: Path, key: bytes) -> PageResult | None:
    """What another run finds under a key."""
    cache = Cache.open(folder, SALT)
    try:
        return get(cache, key)
    finally:
        cache.close()


def filled(folder: Path, pages: int, result: PageResult = RESULT) -> list[bytes]:
    """The keys of so many results put in by one run."""
    cache = Cache.open(folder, SALT)
    keys = [key_of(cache, page) for page in range(pages)]
    for key in keys:
        cache.put(key, result)
    cache.close()
    assert cache.trouble is None
    return keys


@pytest.mark.parametrize(
    "result",
    [RESULT, PageResult("a.md", "embedded", Findings()), PageResult("a.md", "alone", Findings([BARE]))],
    ids=["every field", "nothing found", "no source at all"],
)
def test_a_result_comes_back_as_it_was(tmp_path: Path, result: PageResult) -> None:
    (key,) = filled(tmp_path, 1, result)
    assert again(tmp_path, key) == result
    found = again(tmp_path, key)
    assert found
    assert list(map(repr, found.findings)) == list(map(repr, result.findings))


def test_the_round_trip_has_no_field_at_its_default() -> None:
    left_out = {"broken", "unfinished", "unread", "is_lasting"}  # with these a result is not kept
    left_out |= {"scope", "ratchet", "excused", "is_page"}  # filtering comes after the cache
    given = {one.name: one.default for one in fields(RESULT) if one.name not in left_out and one.default is not MISSING}
    for value, defaults in ((FULL, FULL._field_defaults), (RESULT, given)):
        for name, default in defaults.items():
            assert getattr(value, name) != default, f"put a value of {name} into the test"


@pytest.mark.parametrize(
    "result",
    [
        replace(RESULT, is_lasting=False),
        replace(RESULT, broken=[RuleError("rule x broke", "x")]),
        replace(RESULT, unfinished="took longer than 60 seconds"),
        replace(RESULT, findings=Findings([FULL._replace(evidence=object())])),  # type: ignore[arg-type]
    ],
    ids=["source missing", "rule broke", "page given up", "what a rule must not yield"],
)
def test_what_the_next_run_may_do_better_is_not_kept(tmp_path: Path, result: PageResult) -> None:
    (key,) = filled(tmp_path, 1, result)
    assert again(tmp_path, key) is None


def test_each_part_of_the_key_matters() -> None:
    def key(
        target: bytes = b"text",
        source: str = "c:a",
        locale: str | None = "ru",
        path: str = "a.md",
        salt: bytes = SALT,
    ) -> bytes:
        return Cache(Path(), salt).key(target, source, locale=locale, path=path)

    assert key() == key()
    others = [
        key(target=b"text "),
        key(source="c:b"),
        key(locale="de"),
        key(locale=None),
        key(locale=""),
        key(path="b.md"),
        key(salt=b"other"),
        key(source="c:", path="aa.md"),
        key(target=b"", source="c:atext"),
    ]
    assert len({key(), *others}) == len(others) + 1


def work(folder: Path, first: int, count: int, done: object = None) -> None:
    """What a worker does: look up, and put in what is not known."""
    cache = Cache.open(folder, SALT)
    for page in range(first, first + count):
        key = key_of(cache, page)
        if get(cache, key) not in (None, RESULT):
            os._exit(3)
        cache.put(key, RESULT)
    cache.close()
    if cache.trouble:
        os._exit(4)


def test_several_processes_share_it(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=work, args=(tmp_path / "new", first, 400)) for first in (0, 0, 200, 400)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0] * 4
    cache = Cache.open(tmp_path / "new", SALT)
    assert all(get(cache, key_of(cache, page)) == RESULT for page in range(800))


def use(cache: Cache, page: int) -> None:
    """What a worker does with a cache that it was given."""
    if page == 2 and get(cache, key_of(cache, 0)) != RESULT:
        os._exit(3)
    cache.put(key_of(cache, page), RESULT)
    cache.close()


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_a_worker_opens_its_own(tmp_path: Path, method: str) -> None:
    filled(tmp_path, 1)
    cache = Cache.open(tmp_path, SALT)
    assert get(cache, key_of(cache, 0)) == RESULT
    cache.put(key_of(cache, 1), RESULT)
    worker = multiprocessing.get_context(method).Process(target=use, args=(cache, 2))
    worker.start()
    worker.join()
    assert worker.exitcode == 0
    assert again(tmp_path, key_of(cache, 1)) is None, "the child wrote what is its parent's"
    assert get(cache, key_of(cache, 2)) == RESULT
    cache.close()
    assert again(tmp_path, key_of(cache, 1)) == RESULT


def test_it_survives_pickling_half_full(tmp_path: Path) -> None:
    cache = Cache.open(tmp_path, SALT, limit=1000)
    cache.put(key_of(cache), RESULT)
    twin = pickle.loads(pickle.dumps(cache))
    assert (twin.folder, twin.salt, twin.limit) == (tmp_path, SALT, 1000)
    assert get(twin, key_of(cache)) is None


WRITER = """
import sys
from pathlib import Path
from tests.run.test_cache import RESULT, SALT, Cache, get, key_of
cache = Cache.open(Path(sys.argv[1]), SALT)
for page in range(1_000_000):
    cache.put(key_of(cache, page), RESULT)
    if page == 200:
        print("busy", flush=True)
"""


def test_a_killed_writer_leaves_it_whole(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE) as writer:
        assert writer.stdout
        assert writer.stdout.readline() == b"busy\n"
        time.sleep(0.05)
        writer.kill()
    cache = Cache.open(tmp_path, SALT)
    assert all(get(cache, key_of(cache, page)) == RESULT for page in range(200))
    cache.put(key_of(cache, "new"), RESULT)
    cache.close()
    assert cache.trouble is None
    assert again(tmp_path, key_of(cache, "new")) == RESULT


def overwrite(file: Path) -> None:
    file.write_bytes(b"no database " * 1000)


def cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def blot(file: Path) -> None:
    size = file.stat().st_size
    with file.open("r+b") as opened:
        opened.seek(4096)
        opened.write(b"\xa5" * (size - 4096))


@pytest.mark.parametrize("damage", [overwrite, cut, blot])
def test_a_damaged_file_is_no_cache_and_then_a_new_one(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    keys = filled(tmp_path, 300)
    damage(tmp_path / NAME)
    cache = Cache.open(tmp_path, SALT)
    assert [get(cache, key) for key in keys if get(cache, key) not in (None, RESULT)] == []
    for key in keys:
        cache.put(key, RESULT)
    cache.close()
    assert cache.trouble
    assert "\n" not in cache.trouble
    filled(tmp_path, 300)
    assert again(tmp_path, keys[0]) == RESULT


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE result SET value = substr(value, 1, 20)",
        "UPDATE result SET value = 'text'",
        "UPDATE result SET value = zeroblob(9)",
        "UPDATE result SET value = (SELECT value FROM result AS other WHERE other.key <> result.key LIMIT 1)",
        "UPDATE result SET day = 'never'",
    ],
    ids=["cut", "text", "zeros", "another page's", "odd day"],
)
def test_a_damaged_result_is_not_believed(tmp_path: Path, change: str) -> None:
    keys = filled(tmp_path, 2)
    with sqlite3.connect(tmp_path / NAME) as database:
        database.execute(change)
    database.close()
    assert again(tmp_path, keys[0]) in ((None, RESULT) if "day" in change else (None,))
    filled(tmp_path, 2)
    assert again(tmp_path, keys[0]) == RESULT


def check_useless(folder: Path) -> None:
    cache = Cache.open(folder, SALT)
    assert cache.trouble
    assert "\n" not in cache.trouble
    cache.put(key_of(cache), RESULT)
    assert get(cache, key_of(cache)) is None
    cache.close()


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    check_useless(tmp_path / "file")
    check_useless(tmp_path / "file" / "below")


def test_a_user_without_a_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    check_useless(Path("~/.cache/doclint"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder(tmp_path: Path) -> None:
    filled(tmp_path, 1)
    tmp_path.chmod(0o500)
    try:
        check_useless(tmp_path / "new")
        cache = Cache.open(tmp_path, SALT)
        cache.put(key_of(cache, 5), RESULT)
        cache.close()
    finally:
        tmp_path.chmod(0o700)


FULL_DISK = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
from tests.run.test_cache import RESULT, SALT, Cache, get, key_of
cache = Cache.open(Path(sys.argv[1]), SALT)
for page in range(1000):
    get(cache, key_of(cache, page))
    cache.put(key_of(cache, page), RESULT)
cache.close()
print(cache.trouble)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files as Unix does")
def test_a_full_disk(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", FULL_DISK, str(tmp_path)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"no result cache in {tmp_path}: ")
    assert done.stdout.count("\n") == 1
    filled(tmp_path, 300)


def test_it_stays_within_its_limit_and_drops_what_was_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = replace(RESULT, findings=Findings([FULL._replace(source_text=os.urandom(2000).hex())]))
    limit = 1_000_000
    day = 20_000

    def run(pages: range) -> list[bool]:
        nonlocal day
        day += 1
        monkeypatch.setattr(time, "time", lambda: day * 86_400.0)
        cache = Cache.open(tmp_path, SALT, limit)
        keys = [key_of(cache, page) for page in pages]
        known = [get(cache, key) is not None for key in keys]
        for key, is_known in zip(keys, known, strict=True):
            if not is_known:
                cache.put(key, result)
        cache.close()
        assert cache.trouble is None
        assert (tmp_path / NAME).stat().st_size < limit * 1.3
        return known

    run(range(100))
    run(range(100, 150))
    assert all(run(range(100)))
    for more in range(200, 600, 50):
        run(range(more, more + 50))
        assert all(run(range(10))), "what each run uses was dropped"
    assert not any(run(range(100, 150))), "what no run used was kept"


def test_where_it_lies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(tmp_path / "own"))
    assert location() == tmp_path / "own"
    monkeypatch.setenv("DOCLINT_CACHE_DIR", "")
    if sys.platform == "linux":
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
        assert location() == tmp_path / "doclint"
        monkeypatch.delenv("XDG_CACHE_HOME")
        monkeypatch.setenv("HOME", str(tmp_path))
        assert location() == tmp_path / ".cache" / "doclint"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    filled(tmp_path / "cache", 1)
    assert (tmp_path / "cache").stat().st_mode & 0o777 == 0o700
