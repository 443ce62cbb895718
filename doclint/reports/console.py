"""What a command says besides its report, on standard error, and what the terminal bears."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

CLEAR, UP = "\r\x1b[K", "\x1b[A"
"""Empties the line of a terminal; goes to the one above."""


def complain(*lines: str) -> None:
    """Lines on standard error, in the place of a bar; a name or a page's text in them cannot steer the terminal."""
    from doclint.reports.cells import shown

    for line in lines:
        start = CLEAR if sys.stderr.isatty() else ""
        click.echo(f"{start}doclint: {shown(line)}", err=True)


def wants_colour() -> bool:
    """Whether standard output gets colour: NO_COLOR and FORCE_COLOR count when they are not empty."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


class Bar:
    """How far a run is, on standard error: pages done, of how many, and the time that is left."""

    def __init__(self, bar: ProgressBar[int] | None) -> None:
        self._bar = bar

    def advance(self) -> None:
        """One page more is done."""
        if self._bar:
            self._bar.update(1)

    def step_aside(self) -> None:
        """Leave the line to what is printed next; the next page brings the bar back."""
        if self._bar:
            self._bar.file.write(CLEAR)
            self._bar.file.flush()


@contextmanager
def progress(total: int, *, quiet: bool = False) -> Iterator[Bar]:
    """The bar of a run, where standard error is a terminal; at the end nothing is left of it."""
    if quiet or not total or not sys.stderr.isatty():
        yield Bar(None)
        return
    bar = click.progressbar(length=total, label="doclint: pages", show_pos=True, file=sys.stderr)
    try:
        with bar:
            yield Bar(bar)
    finally:
        sys.stderr.write(UP + CLEAR)
        sys.stderr.flush()


@contextmanager
def output_to(file: str | None) -> Iterator[None]:
    """Send standard output into a file, written whole when all is said; None leaves it. Raises ConfigError."""
    if file is None:
        yield
        return
    import tempfile

    from doclint.text.errors import ConfigError
    from doclint.text.files.whole import write_whole

    with tempfile.TemporaryFile() as bytes_, io.TextIOWrapper(bytes_, "utf-8", "backslashreplace", "") as out:
        with redirect_stdout(out):
            yield
        out.flush()
        bytes_.seek(0)
        try:
            if file != os.devnull:
                write_whole(Path(file), bytes_.read())
        except OSError as error:
            raise ConfigError(f"{file}: cannot be written: {error.strerror}") from None
