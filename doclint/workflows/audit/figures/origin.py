"""Of what an audit is: repository, revision and command, so that a printed page can be told from another one."""

from __future__ import annotations

import shlex
from pathlib import Path

import click
from click.core import ParameterSource

from doclint.layouts.tree import FolderTree, root_of


def origin() -> dict[str, str]:
    """What summary.json says of it; empty is what is not known."""
    from doclint.sources.choose import is_repository
    from doclint.sources.git.repository import commit_of
    from doclint.text.errors import DoclintError

    top = root_of(Path.cwd())
    revision = ""
    if is_repository(top):
        try:
            revision = commit_of(top, "HEAD") or ""
        except DoclintError:
            revision = ""
    return {"repository": FolderTree(top).origin or top.name, "revision": revision, "command": _command()}


def _command() -> str:
    """The command as it was given."""
    context = click.get_current_context()
    words = ["doclint", context.command.name or ""]
    for param in context.command.params:
        name = param.name or ""
        if context.get_parameter_source(name) is not ParameterSource.COMMANDLINE or name not in context.params:
            continue
        value = context.params[name]
        values = value if isinstance(value, tuple) else (value,)
        if isinstance(param, click.Argument):
            words += map(str, values)
        else:
            for one in values:
                words += [param.opts[0], *([] if one is True else [str(one)])]
    return shlex.join(words)
