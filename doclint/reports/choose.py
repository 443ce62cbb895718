"""The formats by name, and where each run's reports go: one to standard output, any number to files."""

from __future__ import annotations

import importlib
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from doclint.text.errors import ConfigError
from doclint.text.files.whole import whole_file

if TYPE_CHECKING:
    from doclint.reports.receiver import Setting
    from doclint.reports.reporter import Reporter
    from doclint.run import PageResult, Summary

FORMATS = {
    "terminal": "grouped:Grouped",
    "jsonl": "jsonl:JsonLines",
    "json": "json_array:JsonArray",
    "sarif": "sarif.report:Sarif",
    "github": "github:GitHub",
    "gitlab": "gitlab:GitLab",
    "junit": "junit:JUnit",
    "checkstyle": "checkstyle:Checkstyle",
    "rdjsonl": "rdjsonl:RdJsonLines",
    "markdown": "markdown:Markdown",
    "csv": "csv_table:CsvTable",
}
"""Module and class; a run loads those that it writes."""


def reporter(name: str, out: TextIO, setting: Setting) -> Reporter:
    """What writes one format; on a terminal there is more to choose, see formats/grouped.py."""
    module, _, kind = FORMATS[name].partition(":")
    make = getattr(importlib.import_module(f"doclint.reports.formats.{module}"), kind)
    made: Reporter
    if name == "terminal":
        made = make(out, colour=False, columns=100)
    else:
        made = make(out) if name == "jsonl" else make(out, setting)
    return made


class Several:
    """Tells several reporters the same."""

    def __init__(self, reporters: Sequence[Reporter]) -> None:
        self.reporters = reporters

    def page(self, result: PageResult) -> None:
        for one in self.reporters:
            one.page(result)

    def end(self, summary: Summary) -> None:
        for one in self.reporters:
            one.end(summary)


@contextmanager
def reporting(printer: Reporter, reports: Iterable[str], setting: Setting) -> Iterator[Reporter]:
    """The printer, and `NAME=FILE` reports beside it: each file is there, whole, when the block has ended well.

    Raises ConfigError for a format that there is none of, and where a file cannot be written: before any page is read.
    """
    wanted = _files(reports)
    if not wanted:
        yield printer
        return
    try:
        with ExitStack() as stack:
            writers = [reporter(name, _opened(file, stack), setting) for file, name in wanted.items()]
            yield Several([printer, *writers])
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ConfigError(f"cannot write the reports: {error}") from None


def _opened(file: Path, stack: ExitStack) -> TextIO:
    try:
        stream = stack.enter_context(whole_file(file))
    except OSError as error:
        raise ConfigError(f'cannot write the report "{file}": {error.strerror}') from None
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", newline="")
    stack.callback(text.detach)  # flushes, and leaves the closing to the file
    return text


def _files(reports: Iterable[str]) -> dict[Path, str]:
    wanted: dict[Path, str] = {}
    for report in reports:
        name, equals, file = report.partition("=")
        if name not in FORMATS:
            from doclint.config.place import nearest

            raise ConfigError(f'no format "{name}" in --report {report}{nearest(name, FORMATS)}')
        path = Path(os.path.abspath(file))
        if not equals or not file or path.is_dir():
            raise ConfigError(f"--report {report} names no file: --report {name}=FILE")
        if path in wanted:
            raise ConfigError(f'two reports would be written to "{file}"')
        wanted[path] = name
    return wanted
