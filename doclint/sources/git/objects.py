"""The objects of a git repository, read through one long-lived `git cat-file --batch`."""

from __future__ import annotations

import io
import os
import subprocess
import threading
import weakref
from pathlib import Path
from typing import IO, NamedTuple

from doclint.sources.git.empty import empty_repository
from doclint.sources.git.process import environment
from doclint.text.errors import EXHAUSTED, SourceError
from doclint.text.files.page import LARGEST


class GitStoppedError(SourceError):
    """Git ended in the middle of an answer, twice."""


class Object(NamedTuple):
    """What git says of an object's name."""

    id: str
    kind: str
    """blob, tree, commit or tag."""
    data: bytes | None
    """None when it is larger than a page may be."""


class _Batch:
    """One `git cat-file --batch`.

    It runs in an empty repository of its own that borrows the real one's object folder: the real one's config is
    never read, so no promisor remote is known, nothing is fetched or run, and a missing object is an answer. In the
    real repository of a partial clone git dies at the first missing object (seen with 2.39.5). The empty repository
    is needed only while git starts.
    """

    def __init__(self, objects: Path, form: str) -> None:
        self.pid = os.getpid()
        self.is_asking = False
        """Whether an answer is under way, or was when a page ran out of time: the next would be taken for another's."""
        with empty_repository(form) as empty:
            self._process = subprocess.Popen(
                ["git", "cat-file", "--batch"],  # noqa: S607
                bufsize=0,  # bytes kept back in a buffer would be written twice after a fork
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment(GIT_DIR=str(empty), GIT_OBJECT_DIRECTORY=str(objects)),
            )
            assert self._process.stdin is not None
            assert isinstance(self._process.stdout, io.RawIOBase)
            self._stdin: IO[bytes] = self._process.stdin
            self._stdout: io.BufferedReader = io.BufferedReader(self._process.stdout, 1 << 16)
            self.close: weakref.finalize[..., _Batch] = weakref.finalize(
                self, _end, self._process, self._stdout, self.pid
            )
            self.ask(b"started")

    def ask(self, name: bytes) -> Object | None:
        """Raises OSError or EOFError when git is gone."""
        self.is_asking = True
        found = self._answer(name)
        self.is_asking = False
        return found

    def _answer(self, name: bytes) -> Object | None:
        self._stdin.write(name + b"\n")
        header = self._stdout.readline()
        if header.endswith((b" missing\n", b" ambiguous\n")):
            return None
        words = header.split()
        if len(words) != 3 or not header.endswith(b"\n"):
            raise EOFError
        size = int(words[2])
        if size > LARGEST:
            self.close()
            return Object(words[0].decode(), words[1].decode(), None)
        data = self._stdout.read(size + 1)
        if len(data) != size + 1:
            raise EOFError
        return Object(words[0].decode(), words[1].decode(), data[:-1])


def _end(process: subprocess.Popen[bytes], stdout: io.BufferedReader, pid: int) -> None:
    """End a batch; in a forked child only its copies of the pipe are closed, since the process is the parent's."""
    assert process.stdin is not None
    process.stdin.close()
    stdout.close()
    if pid == os.getpid():
        process.kill()
        process.wait()
    else:
        process.returncode = 0


class Objects:
    """The objects of a repository, by name; pickled without its process.

    Every process and every thread has a git of its own, opened at the first question: two that read from one pipe
    would get each other's answers.
    """

    def __init__(self, folder: Path, form: str = "sha1") -> None:
        self.folder = folder
        self.form = form
        """sha1 or sha256."""
        self._local = threading.local()

    def __reduce__(self) -> tuple[type[Objects], tuple[Path, str]]:
        return Objects, (self.folder, self.form)

    def read(self, name: str) -> Object | None:
        """The object, None when it is not here; a git that died is started once again.

        Raises GitStoppedError, and OSError in EXHAUSTED where the machine has no room for git.
        """
        line = name.encode("utf-8", "surrogateescape")
        assert not set(line) & {0, 10, 13}
        for _ in range(2):
            try:
                return self._batch().ask(line)
            except (OSError, EOFError, ValueError) as error:
                self._local.batch = None
                if isinstance(error, OSError) and error.errno in EXHAUSTED:
                    raise
        raise GitStoppedError("git stopped in the middle of an answer")

    def _batch(self) -> _Batch:
        batch: _Batch | None = getattr(self._local, "batch", None)
        if batch is None or batch.pid != os.getpid() or batch.is_asking or not batch.close.alive:
            batch = self._local.batch = _Batch(self.folder, self.form)
        return batch
