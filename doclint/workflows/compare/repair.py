"""Repairs the pages that a hand-back made worse, where it is checked out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from doclint.engine import Wish
from doclint.page.endings import is_page
from doclint.sources.choose import is_bare
from doclint.sources.git.changes import changed_since
from doclint.sources.git.process import run
from doclint.sources.git.repository import open_repository
from doclint.text.errors import ConfigError
from doclint.text.plural import counted
from doclint.workflows.compare.checked import Checked, place
from doclint.workflows.fix.start import repair
from doclint.workflows.fix.write import Written


def checked_out(argument: str) -> str:
    """The folder on disk whose pages the side NEW is. Raises ConfigError with what to do where they lie on none."""
    if os.path.isfile(argument):
        raise ConfigError(f"--fix: {argument} contains findings: name the folder of the pages, or its revision")
    where = place(argument)
    if os.path.isdir(where) and not is_bare(Path(where)):
        return where
    opened = open_repository(where)
    if opened is None:
        raise ConfigError(f'--fix: no folder or git revision "{argument}"')
    folder = opened.repository.folder
    head = run(folder, "rev-parse", "--verify", "-q", "HEAD").stdout.decode("ascii", "replace").strip()
    is_tree = run(folder, "rev-parse", "--is-inside-work-tree").stdout.strip() == b"true"
    if not is_tree or opened.revision != head:
        raise ConfigError(
            f'--fix: "{argument}" is not what is checked out, and a commit cannot be repaired: '
            "`git switch` to it, or name a folder that holds its pages"
        )
    changes = changed_since(folder, head)
    if others := sorted(path for path in changes.present | changes.gone if is_page(path)):
        are = "is" if len(others) == 1 else "are"
        raise ConfigError(
            f'--fix: {counted(len(others), "page")} in the work tree {are} not as in "{argument}" ({others[0]}): '
            f'commit or stash, or compare with the folder, "{folder}"'
        )
    return str(folder)


def repaired(new: Checked, paths: Iterable[str]) -> Written:
    """The regressed pages with all put back that is safe, written as they come by. Raises ConfigError."""
    wanted = set(paths)
    plan = replace(new.plan, targets=[one for one in new.plan.targets if one.path in wanted])
    return repair(plan, Wish(), new.how._replace(is_cached=False))
