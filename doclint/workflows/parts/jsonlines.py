"""A part as JSON Lines: its head, each page before the very lines of `--format jsonl`, and its end."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NoReturn

from doclint.text.errors import ConfigError
from doclint.workflows.parts.part import VERSION_OF_PARTS, End, Head
from doclint.workflows.parts.record import Page, as_line, counts_of, head_of, page_of

LONGEST = 200_000_000
"""Bytes of one line."""
END = b'{"end":'
TAIL = 1 << 16
"""Bytes at the end of a file in which its last line is looked for first."""


class LinesWriter:
    """Writes a part to a stream as its pages come; its last line has a digest of all before."""

    def __init__(self, out: BinaryIO, head: Head) -> None:
        self._out = out
        self._digest = a_digest()
        self._put(as_line(head.as_json()))

    def page(self, page: Page) -> None:
        findings = page.result.findings
        marks = findings.marks if findings else b"[]"
        self._put(as_line(head_of(page)).removesuffix(b"}\n") + b',"marks":' + marks + b"}\n")
        if findings:
            self._put(findings.lines)

    def end(self, end: End) -> None:
        fields = {name: getattr(end, name) for name in End.__slots__}
        digest = b',"digest":"%b"}\n' % self._digest.hexdigest().encode()
        self._out.write(END + as_line(fields).removesuffix(b"\n") + digest)

    def _put(self, data: bytes) -> None:
        self._digest.update(data)
        self._out.write(data)


def a_digest() -> hashlib.blake2b:
    """What tells that nothing of a part is lost or changed."""
    return hashlib.blake2b(digest_size=16)


class LinesPart:
    """A part that a file holds. Raises ConfigError where it holds none, or not all of one."""

    def __init__(self, file: Path) -> None:
        self.name = file.as_posix()
        self._file = file
        try:
            with file.open("rb") as stream:
                values = json.loads(stream.readline(LONGEST))
                last = _last_line(stream)
        except OSError as error:
            raise ConfigError(f'the part "{self.name}" cannot be read: {error.strerror}') from None
        except (ValueError, RecursionError):
            values = last = None
        if not isinstance(values, dict) or "doclint_part" not in values:
            raise ConfigError(f'"{self.name}" is not a part: `doclint check --part FILE` writes one')
        if values.pop("doclint_part") != VERSION_OF_PARTS:
            raise ConfigError(f'the part "{self.name}" was made by another version of doclint')
        if not last or not last.startswith(END):
            raise ConfigError(f'the part "{self.name}" is cut off: run its shard again')
        try:
            self.head = Head.read(values)
            told = json.loads(last)
            self._end = End.read(told["end"])
            self._digest = told["digest"]
        except (ValueError, KeyError, TypeError, RecursionError):
            self._damaged()

    @property
    def end(self) -> End:
        return self._end

    def pages(self) -> Iterator[Page]:
        """Raises ConfigError where the part is damaged, at the latest when all pages are through."""
        digest = a_digest()
        with self._file.open("rb") as stream:
            digest.update(stream.readline(LONGEST))
            while (line := stream.readline(LONGEST)) and not line.startswith(END):
                digest.update(line)
                yield self._page(line, stream, digest)
        if digest.hexdigest() != self._digest:
            self._damaged()

    def _page(self, line: bytes, stream: BinaryIO, digest: hashlib.blake2b) -> Page:
        try:
            head = json.loads(line)
            marks = json.dumps(head.pop("marks")).encode()
            lines = b"".join(stream.readline(LONGEST) for _ in range(sum(one.number for one in counts_of(head))))
            digest.update(lines)
            return page_of(head, lines, marks)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            self._damaged()

    def _damaged(self) -> NoReturn:
        raise ConfigError(f'the part "{self.name}" is damaged: run its shard again') from None


def _last_line(stream: BinaryIO) -> bytes:
    """The last line of a file, which ends in a line end; empty where it does not."""
    size = stream.seek(0, 2)
    length = TAIL
    while True:
        stream.seek(max(size - length, 0))
        tail = stream.read()
        if not tail.endswith(b"\n"):
            return b""
        start = tail.rfind(b"\n", 0, -1)
        if start >= 0 or length >= size:
            return tail[start + 1 :]
        length *= 16
