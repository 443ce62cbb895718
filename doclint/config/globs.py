"""Which pages patterns name: as in .gitignore, the last that fits decides, `!` takes back."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from doclint.config.model import Config, Glob
from doclint.config.scopes import Scope
from doclint.text.errors import ConfigError


class Globs:
    """Patterns, each read from the folder of the file that names it.

    For pages outside that folder (a policy shared among repositories, pages read out of git) it is read from
    `top`: the folder that was named on the command line or in the workspace. None: paths are those in a repository.
    """

    def __init__(self, globs: Sequence[Glob], top: str | None = ".") -> None:
        from pathspec import GitIgnoreSpec

        self.top = None if top is None else os.path.abspath(top)
        self._parts = [
            (folder, GitIgnoreSpec.from_lines([glob.pattern for glob in group], backend="simple"))
            for folder, group in groupby(globs, key=lambda glob: glob.folder)
        ]

    def match(self, path: str) -> bool:
        """Whether they name a page, by the path that reports call it: absolute, or from the working directory."""
        fits = False
        for folder, spec in self._parts:
            verdict = spec.check_file(self._relative(path, folder)).include
            fits = fits if verdict is None else verdict
        return fits

    def _relative(self, path: str, folder: str) -> str:
        if self.top is None:
            return path
        absolute = os.path.abspath(path)
        for where in (folder, self.top):
            prefix = where.rstrip(os.sep) + os.sep
            if absolute.startswith(prefix):
                return absolute[len(prefix) :].replace(os.sep, "/")
        return path.lstrip("/")


class Chosen:
    """Whether a configuration lets a page be checked: `include`, if there is any, without `exclude`."""

    def __init__(self, config: Config, top: str | None = ".") -> None:
        self._include = Globs(config.include, top) if config.include else None
        self._exclude = Globs(config.exclude, top) if config.exclude else None

    @property
    def is_everything(self) -> bool:
        """Whether no page need be asked for."""
        return self._include is None and self._exclude is None

    def __call__(self, path: str) -> bool:
        if self._include is not None and not self._include.match(path):
            return False
        return self._exclude is None or not self._exclude.match(path)


def require_matches(found: Iterable[tuple[Scope, Sequence[str]]]) -> None:
    """ConfigError that names the first pattern that fits no page of a whole run.

    `found` are the scopes with the paths of all their pages, before `include` and `exclude`. Not to be asked when
    the command line names only some pages. Patterns of files that were extended need not fit.
    """
    missing: dict[Glob, None] = {}
    matched: set[Glob] = set()
    for scope, paths in found:
        for glob in _own(scope.config):
            if glob in matched:
                continue
            globs = Globs([glob._replace(pattern=glob.pattern.removeprefix("!"))], scope.top or ".")
            if any(map(globs.match, paths)):
                matched.add(glob)
            else:
                missing[glob] = None
    for glob in missing:
        if glob not in matched:
            raise ConfigError(f'{glob.named}: the pattern "{glob.pattern}" names no page')


def _own(config: Config) -> Iterator[Glob]:
    everywhere = [*config.include, *config.exclude]
    for override in config.override:
        everywhere += override.when.path
    for allow in config.allow:
        everywhere += allow.path
    return (glob for glob in everywhere if glob.file not in config.extends)
