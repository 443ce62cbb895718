"""`check --hook`: what a commit's hook asks besides, and what its findings say."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from typing import Any

from doclint.run.before import Before
from doclint.text.errors import ConfigError


def before() -> Before:
    """The commit that the change begins at, as pre-commit says it."""
    return Before(os.environ.get("PRE_COMMIT_FROM_REF") or "HEAD")


def repeated(options: Mapping[str, Any]) -> str:
    """The options that say what pages and English are, as they are written on a command line."""
    told = {f"--{name}": options[name] for name in ("config", "source", "locale") if options[name]}
    flags = [" --no-config"] if options["no_config"] else []
    return "".join([*(f" {name} {shlex.quote(value)}" for name, value in told.items()), *flags])


def require_sense(form: str, *, fix: bool, diff: bool, is_given: bool) -> None:
    """Raise ConfigError for what a hook does not go with."""
    if fix or diff or is_given or form != "terminal":
        raise ConfigError("--hook is for commits: leave out --fix, --diff, --stdin-filename and --format")
