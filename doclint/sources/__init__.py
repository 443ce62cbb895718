"""Where the English of a page comes from: a file, a folder, a commit, the page's own tree.

`choose.open_source` opens what a person named; every kind is a `source.Source`.
"""

from doclint.sources.folder import FolderSource
from doclint.sources.source import Absent, Loaded, Source

__all__ = ["Absent", "FolderSource", "Loaded", "Source"]
__all__ += ["choose", "folder", "git", "lock", "mirror", "source", "text", "worktree"]
