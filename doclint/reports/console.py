"""What a command says besides its report, on standard error, and what the terminal bears."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

import click


def complain(*lines: str) -> None:
    """Lines on standard error; a name or a page's text in them cannot steer the terminal."""
    from doclint.reports.cells import shown

    for line in lines:
        click.echo(f"doclint: {shown(line)}", err=True)


def wants_colour() -> bool:
    """Whether standard output gets colour: NO_COLOR and FORCE_COLOR count when they are not empty."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


@contextmanager
def progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error, where that is a terminal and the findings go elsewhere."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda: None
        return
    with click.progressbar(length=total, label="pages", file=sys.stderr) as bar:
        yield lambda: bar.update(1)


@contextmanager
def output_to(file: str | None) -> Iterator[None]:
    """Send standard output into a file, written whole when all is said; None leaves it. Raises ConfigError."""
    if file is None:
        yield
        return
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
