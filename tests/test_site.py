"""The documentation as a site: built in strict mode, and open to all readers. Skipped without MkDocs or a browser."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.workflows.audit.browser import chromium, until

PAGES = ("", "getting-started/", "audit/", "rules/enum-member-changed/")


class Quiet(SimpleHTTPRequestHandler):
    def log_request(self, *args: object) -> None:
        """Say nothing of requests."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, on this machine alone."""
    pytest.importorskip("material")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(folder)]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=quiet, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def test_axe_finds_nothing_on_the_site(site: str, tmp_path: Path) -> None:
    spec = importlib.util.find_spec("axe_core_python") or pytest.skip("no axe-core-python")
    axe = Path(str(spec.origin)).with_name("axe.min.js").read_text("utf-8")
    with chromium(tmp_path) as browser:
        for page in PAGES:
            for width, scheme in ((1280, "light"), (1280, "dark"), (420, "light")):
                size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
                browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
                wanted = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
                browser.execute_cdp_cmd("Emulation.setEmulatedMedia", wanted)
                browser.get(site + page)
                until(browser, lambda: browser.execute_script("return !document.querySelector('.no-js')"))
                browser.execute_script(axe)
                found = browser.execute_async_script(
                    "const done = arguments[0]; axe.run(document).then((said) => done(said.violations.flatMap("
                    "(one) => one.nodes.map((node) => `${one.id} ${node.target}: ${node.failureSummary}`))))"
                )
                assert found == [], (page, width, scheme)
                assert browser.execute_script("return document.documentElement.scrollWidth") <= width, page
