"""What the system refuses is one line and the code of a run that could not be made, never a traceback with 1."""

from __future__ import annotations

import resource
import shlex
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from doclint.cli import main
from tests.faults.command import DOCLINT, bound, doclint, only_line, site
from tests.gitrepo import Repo
from tests.smalldisk import small_disk

LONG = "a" * 5000


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return site(tmp_path)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", LONG),
        ("check", f"{LONG}@main"),
        ("check", "ja", "--source", LONG),
        ("check", "ja", "--source", f"../{LONG}@main"),
        ("check", "ja", "--source", "en", "--baseline", LONG),
        ("check", "ja", "--source", "en", "--output", LONG),
        ("check", "ja", "--source", "en", "--report", f"json={LONG}"),
        ("check", "--stdin-filename", LONG),
        ("audit", "ja", "-o", LONG),
        ("compare", LONG, "ja"),
        ("advise", "ja", "--head", LONG),
        ("accept", "5e3fa91c09d2b7aa", "--reason", "x", "--path", LONG),
        ("baseline", "write", "ja", "--baseline", LONG),
        ("init", "ja", "--output", LONG),
        ("why", "5e3f", LONG),
    ],
    ids=lambda arguments: " ".join(one.replace(LONG, "LONG") for one in arguments),
)
def test_over_long_name(here: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    monkeypatch.chdir(here)
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert "File name too long" in done.stderr or done.stderr.startswith('doclint: no file or folder "aaa')


@pytest.mark.parametrize("key", ["source", "accept", "baseline"])
def test_over_long_name_in_the_configuration(here: Path, monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    monkeypatch.chdir(here)
    (here / "doclint.toml").write_text(f'{key} = "{LONG}"\n', "utf-8")
    done = CliRunner().invoke(main, ["check", "ja"])
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert "File name too long" in done.stderr
    assert len(done.stderr) < 300


def test_audit_in_a_place_that_is_read_only(here: Path) -> None:
    (here / "shelf").mkdir(mode=0o500)
    done = bound("audit", "ja", "--source", "en", "-o", "shelf/audit", cwd=here)
    assert (done.returncode, only_line(done)) == (2, "shelf/audit: the audit cannot be written: Permission denied")


def test_audit_on_a_full_disk(here: Path) -> None:
    with small_disk(here / "disk") as disk:
        done = doclint("audit", "ja", "--source", "en", "-o", "disk/audit", cwd=here)
        assert done.returncode == 2
        assert only_line(done).startswith("disk/audit: the audit cannot be written: ")
        assert list(disk.iterdir()) == []


@pytest.mark.parametrize("command", ["check ../ja --source ../en", "audit -o x"])
def test_working_directory_that_was_deleted(here: Path, command: str) -> None:
    line = f"mkdir gone && cd gone && rmdir ../gone && exec {shlex.join(DOCLINT[:1])} -P -m doclint {command}"
    done = subprocess.run(["sh", "-c", line], cwd=here, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert only_line(done) == "the working directory no longer exists: change to another"


@pytest.mark.parametrize("command", ["check ja --source en", "check ja --format sarif", "audit ja -o report"])
def test_standard_output_that_is_closed(here: Path, command: str) -> None:
    line = f"exec {shlex.join(DOCLINT)} {command} >&-"
    done = subprocess.run(["sh", "-c", line], cwd=here, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, only_line(done)) == (2, "the output cannot be written: Bad file descriptor")


def test_closed_streams_that_nobody_needs(here: Path) -> None:
    line = f"exec {shlex.join(DOCLINT)} check ja --source en --output report >&- 2>&- <&-"
    done = subprocess.run(["sh", "-c", line], cwd=here, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "enum-member-changed" in (here / "report").read_text("utf-8")


@pytest.mark.parametrize("most", [12, 17])
def test_few_open_files(tmp_path: Path, most: int) -> None:
    """Each page is checked as ever, or the run says that it could not be: no page passes for lack of a file handle."""
    here = site(tmp_path, pages=120)
    english = Repo(tmp_path / "docs")
    english.commit({file.name: file.read_bytes() for file in (here / "en").iterdir()})

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))

    done = doclint(
        *("check", "ja", "--source", "docs", "-j", "2", "--no-cache", "--statistics"), cwd=here, preexec_fn=limited
    )
    assert "Traceback" not in done.stderr
    if done.returncode == 1:
        assert "120  in all, on 120 of 120 pages" in done.stdout
    else:
        assert done.returncode in (2, 3)
        assert only_line(done)
