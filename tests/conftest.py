"""What several tests need: the project's fixtures, and the measured corpus where it lies beside the project."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.workflows.audit.browser import chromium

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

# how long an example takes depends on what else the machine does
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")

ROOT = Path(__file__).resolve().parent.parent
PACKED = ROOT.parent / "shared" / "corpus"


def fixture_pages() -> list[Path]:
    """The Markdown pages that the project wrote for its own tests."""
    return sorted((ROOT / "fixtures").rglob("*.md"))


@pytest.fixture(autouse=True)
def cache_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or fills the user's cache."""
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture(autouse=True)
def git_without_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test's git reads the user's configuration or the machine's."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the test stands, and whose runs remember nothing of other tests."""
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(tmp_path / "cache"))
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.chdir(site)
    return site


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """A browser of the module's own; its tests skip where there is none."""
    with chromium(tmp_path_factory.mktemp("browser")) as started:
        yield started


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The unpacked corpus: `DOCLINT_CORPUS`, or unpacked once into the temporary folder from beside the project."""
    named = os.environ.get("DOCLINT_CORPUS")
    if named:
        return Path(named)
    if not (PACKED / "unpack").is_file():
        pytest.skip("no corpus: neither DOCLINT_CORPUS nor ../shared/corpus is there")
    return _unpacked(Path(tempfile.gettempdir()) / f"doclint-corpus-{os.getuid()}")


def _unpacked(folder: Path) -> Path:
    """The folder, filled by the first test process that comes; the others wait for it."""
    import fcntl

    folder.mkdir(mode=0o700, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        subprocess.run(["sh", PACKED / "unpack", folder], check=True)
    return folder
