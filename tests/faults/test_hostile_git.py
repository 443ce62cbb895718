"""Git repositories whose config, hooks and files want to run something, or lead to another repository."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from click.testing import Result

from doclint.sources.mirror import Mirror
from tests.commandline import doclint
from tests.gitrepo import Repo, git

ENGLISH = "|Member|Value|\n|:---|:---|\n|inTransit|0|\n|delivered|1|\n"
HINDI = "|सदस्य|मान|\n|:---|:---|\n|इनट्रांज़िट|0|\n|delivered|1|\n"


@pytest.fixture
def ran(tmp_path: Path) -> Path:
    """What a trap writes to."""
    return tmp_path / "ran"


@pytest.fixture
def trap(tmp_path: Path, ran: Path) -> Path:
    file = tmp_path / "trap"
    file.write_text(f'#!/bin/sh\necho "$0 $*" >> "{ran}"\nexit 1\n')
    file.chmod(0o755)
    return file


@pytest.fixture
def upstream(tmp_path: Path) -> Repo:
    repo = Repo(tmp_path / "upstream")
    repo.commit({"hi/parcel.md": ENGLISH})
    return repo


@pytest.fixture
def clone(tmp_path: Path, upstream: Repo) -> Path:
    """The English as a partial clone, which lacks what the page needs."""
    return upstream.bare(tmp_path / "en.git", "--filter=blob:none")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with a page; ssh is none that would ask a network."""
    folder = tmp_path / "here"
    (folder / "hi").mkdir(parents=True)
    (folder / "hi" / "parcel.md").write_text(HINDI, "utf-8")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "ssh").write_text("#!/bin/sh\nexit 255\n")
    (tmp_path / "bin" / "ssh").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=":")
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def locked() -> Iterator[str]:
    """The address of a server on this machine that wants a password."""

    class Locked(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="x"')
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Locked)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/en.git"
    server.shutdown()


def fetch(source: Path | str) -> Result:
    return doclint("check", "hi/parcel.md", "--source", str(source), "--fetch")


SSH = "ssh://nobody@localhost:9/en.git"
SETTINGS = {
    "core.sshCommand": {"remote.origin.url": SSH, "core.sshCommand": "{trap}"},
    "core.sshCommand, on every branch": {"remote.origin.url": SSH, "includeIf.onbranch:**.path": "{more}"},
    "core.sshCommand, included": {"remote.origin.url": SSH, "include.path": "{more}"},
    "core.sshCommand, of the work tree": {"remote.origin.url": SSH, "extensions.worktreeConfig": "true"},
    "core.sshCommand, by another address": {
        "url.ssh://nobody@localhost:9/.insteadOf": "file://",
        "core.sshCommand": "{trap}",
    },
    "core.gitProxy": {"remote.origin.url": "git://localhost:9/en.git", "core.gitProxy": "{trap}"},
    "uploadpack": {"remote.origin.uploadpack": "{trap}"},
    "vcs": {"remote.origin.vcs": "ext", "remote.origin.url": "sh -c {trap}", "protocol.ext.allow": "always"},
    "ext": {"remote.origin.url": "ext::{trap}", "protocol.ext.allow": "always"},
    "credential.helper": {"remote.origin.url": "{locked}", "credential.helper": "!{trap}"},
    "core.askPass": {"remote.origin.url": "{locked}", "core.askPass": "{trap}"},
    "core.alternateRefsCommand": {"core.alternateRefsCommand": "{trap}"},
    "hooks": {
        "core.hooksPath": "{hooks}",
        "core.fsmonitor": "{trap}",
        "gc.auto": "1",
        "gc.recentObjectsHook": "{trap}",
    },
    "submodules": {
        "fetch.recurseSubmodules": "yes",
        "submodule.recurse": "true",
        "submodule.x.update": "!{trap}",
        "submodule.x.url": "ext::{trap}",
    },
}


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_fetching_runs_nothing_that_the_source_repository_names(
    settings: dict[str, str], clone: Path, trap: Path, ran: Path, locked: str, tmp_path: Path, upstream: Repo
) -> None:
    hooks, more = tmp_path / "hooks", tmp_path / "more"
    hooks.mkdir()
    for name in ("reference-transaction", "post-index-change", "pre-auto-gc", "post-checkout"):
        (hooks / name).symlink_to(trap)
    more.write_text(f"[core]\n\tsshCommand = {trap}\n")
    (clone / "config.worktree").write_text(more.read_text())
    (clone / "objects/info/alternates").write_text(f"{upstream.bare(tmp_path / 'other.git', '--depth=1')}/objects\n")
    git(tmp_path / "other.git", "update-ref", "-d", "HEAD")
    for file in (tmp_path / "other.git/objects/pack").glob("pack-*"):
        file.unlink()
    for key, value in settings.items():
        git(clone, "config", key, value.format(trap=trap, more=more, hooks=hooks, locked=locked))
    done = fetch(clone)
    assert not ran.exists(), ran.read_text()
    assert done.exit_code in (1, 2), done.output
    assert "Traceback" not in done.output


def test_what_is_not_used_is_said(clone: Path, trap: Path) -> None:
    git(clone, "config", "remote.origin.url", SSH)
    git(clone, "config", "core.sshCommand", str(trap))
    done = fetch(clone)
    (line,) = done.stderr.splitlines()
    assert done.exit_code == 2
    assert "the repository's own core.sshcommand may run programs and so is not used" in line
    assert "GIT_SSH_COMMAND" in line


def test_what_the_user_says_of_the_way_holds(
    clone: Path, trap: Path, ran: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(clone, "config", "remote.origin.url", SSH)
    monkeypatch.setenv("GIT_SSH_COMMAND", str(trap))
    fetch(clone)
    assert ran.exists()


@pytest.mark.parametrize("url", ["../upstream", "{upstream}", "file://{upstream}"])
def test_an_ordinary_clone_is_fetched_from(url: str, clone: Path, upstream: Repo) -> None:
    git(clone, "config", "remote.origin.url", url.format(upstream=upstream.folder))
    done = fetch(clone)
    assert "1 missing objects fetched" in done.stderr
    assert "inTransit" in done.stdout


def test_a_git_file_that_leads_elsewhere_runs_nothing(tmp_path: Path, clone: Path, trap: Path, ran: Path) -> None:
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / ".git").write_text(f"gitdir: {clone}\n")
    for key, value in {"core.bare": "false", "remote.origin.uploadpack": str(trap)}.items():
        git(clone, "config", key, value)
    done = fetch(folder)
    assert not ran.exists(), ran.read_text()
    assert "inTransit" in done.stdout


def test_a_replaced_or_grafted_commit_hides_no_change(here: Path, upstream: Repo) -> None:
    """A repository may say that a commit stands for another one, in which nothing differs."""
    (here / "hi" / "parcel.md").unlink()
    repo = Repo(here / "site")
    old = repo.commit({"hi/parcel.md": "# पार्सल\n"})
    new = repo.commit({"hi/parcel.md": HINDI})
    git(repo.folder, "replace", old, git(repo.folder, "commit-tree", "-m", "x", f"{new}^{{tree}}"))
    source = str(upstream.folder / "hi")
    done = doclint("check", "site/hi", "--source", source, "--since", old)
    assert "inTransit" in done.stdout, done.output
    git(repo.folder, "replace", "-d", old)
    (repo.folder / ".git/info").mkdir(exist_ok=True)
    (repo.folder / ".git/info/grafts").write_text(f"{old} {new}\n")
    assert "inTransit" in doclint("check", "site/hi", "--source", source, "--since", old).stdout


class TestSync:
    """`doclint source sync`, where the cache lies in what somebody else wrote."""

    @pytest.fixture
    def mirror(self, upstream: Repo, here: Path, tmp_path: Path) -> Mirror:
        url = f"file://{upstream.folder}"
        (here / "doclint.toml").write_text(f'source = {{ url = "{url}" }}\n', "utf-8")
        return Mirror.of(url, tmp_path / "cache")

    @pytest.mark.parametrize("name", ["core.sshCommand, included", "uploadpack", "credential.helper", "vcs", "hooks"])
    def test_runs_nothing_that_a_mirror_names(
        self,
        name: str,
        mirror: Mirror,
        upstream: Repo,
        trap: Path,
        ran: Path,
        locked: str,
        tmp_path: Path,
    ) -> None:
        mirror.folder.parent.mkdir(parents=True)
        upstream.bare(mirror.folder, "--filter=blob:none")
        more = tmp_path / "more"
        more.write_text(f"[core]\n\tsshCommand = {trap}\n")
        (mirror.folder / "config.worktree").write_text(more.read_text())
        (mirror.folder / "hooks" / "reference-transaction").symlink_to(trap)
        for key, value in SETTINGS[name].items():
            hooks = str(mirror.folder / "hooks")
            git(mirror.folder, "config", key, value.format(trap=trap, more=more, hooks=hooks, locked=locked))
        newest = upstream.commit({"hi/parcel.md": f"{ENGLISH}\n"})
        done = doclint("source", "sync")
        assert not ran.exists(), ran.read_text()
        assert done.exit_code == 0, done.output
        assert git(mirror.folder, "rev-parse", "main") == newest

    def test_writes_no_other_repository(self, mirror: Mirror, upstream: Repo, tmp_path: Path) -> None:
        """A mirror that is a link, or whose refs are another repository's: neither's branches are pruned."""
        other = Repo(tmp_path / "other")
        other.commit({"notes.md": "x\n"})
        git(other.folder, "branch", "precious")
        config = (other.folder / ".git/config").read_text()
        mirror.folder.parent.mkdir(parents=True)
        mirror.folder.symlink_to(other.folder / ".git")
        done = doclint("source", "sync")
        assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
        assert "is a link: remove it" in done.stderr
        mirror.folder.unlink()
        upstream.bare(mirror.folder)
        (mirror.folder / "commondir").write_text(f"{other.folder}/.git\n")
        assert doclint("source", "sync").exit_code == 0
        assert git(other.folder, "branch", "--list", "precious")
        assert (other.folder / ".git/config").read_text() == config

    def test_runs_nothing_that_another_source_of_the_configuration_names(
        self, here: Path, clone: Path, upstream: Repo, trap: Path, ran: Path
    ) -> None:
        git(clone, "config", "remote.origin.uploadpack", str(trap))
        target = f'[[target]]\nname = "hi"\nrepository = "file://{upstream.folder}"\nlocale = "hi"\n'
        (here / "doclint.toml").write_text(f'source = "{clone}"\n{target}', "utf-8")
        done = doclint("source", "sync")
        assert not ran.exists(), ran.read_text()
        assert "1 source pages fetched" in done.stdout

    def test_runs_nothing_that_the_other_side_names(
        self, mirror: Mirror, upstream: Repo, trap: Path, ran: Path, tmp_path: Path
    ) -> None:
        """The repository at the address may be hostile, and lie on this machine."""
        for key in ("uploadpack.packObjectsHook", "core.fsmonitor", "core.alternateRefsCommand", "core.pager"):
            git(upstream.folder, "config", key, str(trap))
        promisor = {
            "promisor": "true",
            "url": f"file://{tmp_path}",
            "uploadpack": str(trap),
            "partialclonefilter": "blob:none",
        }
        for key, value in promisor.items():
            git(upstream.folder, "config", f"remote.far.{key}", value)
        blob = git(upstream.folder, "rev-parse", "HEAD:hi/parcel.md")
        (upstream.folder / ".git/objects" / blob[:2] / blob[2:]).unlink()
        done = doclint("source", "sync")
        assert not ran.exists(), ran.read_text()
        assert mirror.is_there
        assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
