"""doclint as a command in this process."""

from __future__ import annotations

import json
from typing import Any

from click.testing import CliRunner, Result

from doclint.cli import main


def doclint(*arguments: str, stdin: str | bytes | None = None) -> Result:
    """A command, to its end, which must be an exit."""
    done = CliRunner().invoke(main, arguments, input=stdin)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def rows(*arguments: str) -> list[dict[str, Any]]:
    """What `check` finds, as `--format jsonl` has it; it must have been able to."""
    done = doclint("check", *arguments, "--format", "jsonl", "--exit-zero")
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]
