"""Arguments -> target pages: step 1 of a run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from doclint.page.dialects.kinds import Dialect
from doclint.page.endings import ENDINGS, is_page
from doclint.sources.choose import is_bare
from doclint.text.errors import ConfigError, UnreadableError, unread
from doclint.text.files.inside import LINK_OUT, bounds_of, is_inside, leads_out, top_of
from doclint.text.files.page import read_page

if TYPE_CHECKING:
    from doclint.sources.git.commit import GitTree


class Target(NamedTuple):
    """A page to check. The folders are shared by many, so that a run of 50,000 pages keeps little of each."""

    folder: str
    shown: str
    """The folder as reports name it: relative to the working directory where it lies below it, with `/`."""
    relative: str
    """Where the page lies in its folder, and its source in a source folder, with `/`."""
    name: str = ""
    """Of a file argument: its name, by which its source is looked for where the path leads nowhere."""
    tree: GitTree | None = None
    """The commit to read it from; None: the folder."""
    counterpart: str = ""
    """Where its source lies, as `relative`, where that is another place."""
    locale: str | None = None
    """What its place in the layout says."""
    context: int = 0
    """Which of a run's contexts it belongs to."""
    is_missing: bool = False
    """Whether there is no such page, only its source."""
    digest: str = ""
    """Of its source, where a file beside the page keeps it."""
    hidden: int = 0
    """Code points at the beginning of `relative` that reports leave out: the way to the working directory."""
    dialect: Dialect | None = None
    """Whose Markdown it is, where no configuration says."""

    @property
    def file(self) -> Path:
        """Where to read it."""
        return Path(self.folder, self.relative)

    def read(self) -> bytes:
        """The page's bytes. Raises UnreadableError."""
        if self.tree:
            return self.tree.read(self.relative)
        path = f"{self.folder}/{self.relative}"
        if leads_out(path, bounds_of(os.path.abspath(self.folder))):
            raise UnreadableError(LINK_OUT)
        return read_page(path)

    @property
    def source(self) -> str:
        """Where its source lies, as the source of English counts paths."""
        return self.counterpart or self.relative

    @property
    def path(self) -> str:
        """What reports call it."""
        return self.shown + self.relative[self.hidden :]


Skipped = Callable[[OSError], None]
"""Is told of a folder that cannot be read."""


def discover(arguments: Iterable[str], skipped: Skipped | None = None) -> list[Target]:
    """The pages that files and folders name, each once, by their relative paths: locales of a page stand together.

    A file is taken whatever its ending. `skipped` is told of folders in them that cannot be read. Raises ConfigError
    when an argument does not exist or cannot be read, or there is no page at all.
    """
    arguments = list(arguments)
    found: dict[str, Target] = {}
    absolute: dict[str, str] = {}
    for argument in arguments:
        for target in _named(argument, skipped):
            folder = absolute.get(target.folder) or absolute.setdefault(target.folder, os.path.abspath(target.folder))
            found.setdefault(f"{folder}/{target.relative}", target)
    if not found:
        raise ConfigError(f"no Markdown page in {', '.join(arguments)}")
    return sorted(found.values(), key=lambda target: (target.relative, target.shown))


def _named(argument: str, skipped: Skipped | None) -> Iterator[Target]:
    if os.path.isdir(argument) and not is_bare(Path(argument)):
        around = top_of(Path(os.path.abspath(argument)).parent)
        if around and not is_inside(argument, str(around)):
            raise ConfigError(f'"{argument}" {LINK_OUT}: name its real place')
        shown = shown_folder(argument)
        return (Target(argument, shown, relative) for relative in _pages(argument, skipped))
    if os.path.isfile(argument):
        return iter([_single(argument)])
    return _from_git(argument)


def _from_git(argument: str) -> Iterator[Target]:
    """The pages of `REPO[@REV]`, read without a checkout; reports call them by their paths in it."""
    if "@" not in argument and not os.path.exists(argument):
        raise ConfigError(f'no file or folder "{argument}"')
    from doclint.sources.git.commit import open_tree

    tree = open_tree(argument)
    if tree is None:
        raise ConfigError(f'no file, folder or git revision "{argument}"')
    for relative in tree.paths(endings=ENDINGS):
        yield Target(argument, "", relative, tree=tree)


def _pages(folder: str, skipped: Skipped | None) -> Iterator[str]:
    """Markdown files below a folder, not in hidden folders nor behind links to folders. Raises ConfigError."""
    top = folder.rstrip(os.sep) or os.sep

    def refuse(error: OSError) -> None:
        # a folder that cannot be read may hold pages
        if skipped is None or error.filename == top:
            raise ConfigError(f"the folder {unread(error.filename, error)}")
        skipped(error)

    start = len(folder.rstrip(os.sep)) + 1
    for where, folders, files in os.walk(top, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = where[start:].replace(os.sep, "/")
        prefix = f"{below}/" if below else ""
        for name in files:
            if is_page(name):
                yield prefix + name


def shown_folder(folder: str) -> str:
    """The folder as a prefix of the paths in reports."""
    absolute = os.path.abspath(folder)
    below = _below(absolute)
    path = Path(folder if below is None else below).as_posix()
    return "" if path == "." else f"{path.rstrip('/')}/"


def _single(file: str) -> Target:
    """A file argument: its source lies at its path relative to the working directory, else has its name."""
    below = _below(os.path.abspath(file))
    folder, name = os.path.split(file)
    if below is not None:
        return Target(".", "", Path(below).as_posix(), name)
    return Target(folder, f"{Path(folder).as_posix().rstrip('/')}/", name)


def _below(path: str) -> str | None:
    """The path relative to the working directory, where it lies below it."""
    here = os.getcwd()
    if path == here:
        return "."
    prefix = here.rstrip(os.sep) + os.sep
    return path[len(prefix) :] if path.startswith(prefix) else None
