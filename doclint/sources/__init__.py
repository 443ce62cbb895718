"""How the English of a page is had: from a file, from a folder, from the page itself."""

__all__ = ["choose", "folder", "git", "gitdiff", "gitfetch", "gitlog", "gitprocess", "gitrepository", "gittree"]
__all__ += ["gittrees", "lineage", "mirror", "source", "worktree"]
