"""doclint as a command in this process."""

from __future__ import annotations

from click.testing import CliRunner, Result

from doclint.cli import main


def doclint(*arguments: str, stdin: str | bytes | None = None) -> Result:
    """A command, to its end, which must be an exit."""
    done = CliRunner().invoke(main, arguments, input=stdin)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done
