"""The source of English that a run asks for: the option's, the configuration's, or the tree's own."""

from __future__ import annotations

import os
from pathlib import Path

from doclint.config import Config
from doclint.config.model import SourceName
from doclint.sources import FolderSource, Source
from doclint.sources.choose import is_repository, open_source
from doclint.text.files.cachefolder import location

NO_MIRROR = (
    'the English at "{url}" is not here yet (`doclint source sync` gets it): only what needs no source is checked'
)


def named(where: str, config: Config, targets: str | None) -> Source:
    """The source at a path, `REPO[@REV]` included. Raises ConfigError when there is none."""
    return open_source(
        where,
        pin_keys=config.pin_keys,
        pin=config.pin or "metadata",
        targets=targets,
        digest_keys=config.digest_keys,
        cache=None if os.path.isfile(where) else location(),  # one file needs no index
    )


def configured(source: SourceName, config: Config, targets: str | None) -> tuple[Source | None, str]:
    """The configuration's source, and a line where it cannot be had without the network."""
    where = source.path
    if source.url is not None:
        from doclint.sources.mirror import Mirror

        mirror = Mirror.of(source.url, location())
        if not mirror.is_there:
            return None, NO_MIRROR.format(url=source.url)
        where = str(mirror.folder)
    assert where is not None
    return named(f"{where}@{source.rev}" if source.rev else where, config, targets), ""


def beside(root: str, config: Config) -> Source:
    """The English in the tree where the translations lie, with its history where it is the top of a repository."""
    folder = FolderSource(Path(os.path.relpath(root)))
    if not is_repository(Path(root)):
        return folder
    from doclint.sources.git.pins import PIN_KEYS
    from doclint.sources.git.process import is_installed
    from doclint.sources.git.source import open_git
    from doclint.sources.worktree import WorkTreeSource

    if not is_installed():
        return folder
    pin = config.pin or "metadata"
    history = open_git(
        root,
        pin_keys=config.pin_keys or PIN_KEYS,
        pin=pin,
        targets=Path(root),
        digest_keys=config.digest_keys,
        cache=location(),
    )
    return WorkTreeSource(folder, history) if history else folder
