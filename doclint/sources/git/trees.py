"""Git's folders: which file lies where in a commit, walked by ourselves so that a missing object is no error."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from doclint.sources.git.objects import GitStoppedError, Object, Objects

TREE = "40000"
FILES = ("100644", "100755", "100664")
"""Modes of ordinary files (the last from old gits); links and submodules have others."""

FILE = b"100644 "
"""Before the name of an ordinary file in a tree object; behind it stand NUL and the bytes of the id."""


class Entry(NamedTuple):
    """A file or folder of a commit, by its path from the top of the repository."""

    path: str
    mode: str
    id: str

    @property
    def is_file(self) -> bool:
        return self.mode in FILES

    @property
    def is_folder(self) -> bool:
        return self.mode == TREE


class NotHere(Exception):  # noqa: N818
    """A commit or a folder is missing from this clone, so nothing can be said of what lies in it."""


def is_proper(path: str) -> bool:
    """Whether a path can be asked for: relative, no `..`, nothing that ends a line of git's questions."""
    parts = path.split("/")
    if any(part in ("", ".", "..") for part in parts) or any(sign in path for sign in "\0\n\r"):
        return False
    try:
        path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return False
    return True


def find(objects: Objects, commit: str, path: str) -> Entry | None:
    """The entry at a path, be its content here or not; None when the commit has none. Raises NotHere."""
    top = objects.read(f"{commit}^{{tree}}")
    if top is None:
        raise NotHere
    entry = Entry("", TREE, top.id)
    for part in path.split("/"):
        if entry.mode != TREE:
            return None
        folder = _tree(objects, entry)
        if folder is None:
            raise NotHere
        found = _child(folder, part)
        if found is None:
            return None
        entry = found._replace(path=f"{entry.path}/{part}" if entry.path else part)
    return entry


def _child(folder: Object, name: str) -> Entry | None:
    """What is called so in a tree object, by its name alone; the others are passed over, for there are thousands.

    Raises NotHere where the object is broken before it.
    """
    data, width, pos = folder.data or b"", len(folder.id) // 2, 0
    try:
        wanted = b" " + name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a character, which stands in no file's name
        return None
    last = data.rfind(wanted + b"\0")
    while pos <= last:
        end = data.find(b"\0", pos)
        space = data.find(b" ", pos, end)
        if min(space, end) < pos:
            raise NotHere
        if data.startswith(wanted, space) and space + len(wanted) == end:
            return Entry(name, data[pos:space].decode("ascii", "replace"), data[end + 1 : end + 1 + width].hex())
        pos = end + 1 + width
    return None


def walk(objects: Objects, commit: str) -> Iterator[Entry]:
    """All files, links and submodules of a commit in the order of git; a folder itself when it is missing here."""
    top = objects.read(f"{commit}^{{tree}}")
    waiting = [Entry("", TREE, top.id if top else commit)]
    while waiting:
        entry = waiting.pop()
        inside = _children(objects, entry) if entry.mode == TREE else None
        if inside is None:
            yield entry
        else:
            waiting += reversed(inside)


def names_in(objects: Objects, folder: str) -> frozenset[str] | None:
    """What a folder holds, named as `COMMIT:PATH`, by one question; None where it is missing, broken or too large."""
    inside = _children(objects, Entry("", TREE, folder))
    return None if inside is None else frozenset(entry.path for entry in inside)


def id_in(folder: bytes, name: bytes, width: int) -> str | None:
    """The id of an ordinary file in a tree object; None where there is no such, or the place is not clear.

    Looked for and not read from the beginning: folders hold thousands of files. `width` is that of an id, in bytes.
    """
    entry = FILE + name + b"\0"
    at = folder.find(entry)
    if at < 0 or (at and folder[at - width - 1 : at - width] != b"\0"):
        return None
    start = at + len(entry)
    return folder[start : start + width].hex()


def _children(objects: Objects, folder: Entry) -> list[Entry] | None:
    """What a tree object holds: mode, space, name, NUL, the id's bytes (git's Documentation, gitformat-pack)."""
    tree = _tree(objects, folder)
    if tree is None or tree.data is None:
        return None
    start = f"{folder.path}/" if folder.path else ""
    width = len(tree.id) // 2
    entries, pos = [], 0
    while pos < len(tree.data):
        space = tree.data.find(b" ", pos)
        end = tree.data.find(b"\0", space)
        if min(space, end) < pos:
            return None
        mode = tree.data[pos:space].decode("ascii", "replace")
        name = tree.data[space + 1 : end].decode("utf-8", "surrogateescape")
        pos = end + 1 + width
        entries.append(Entry(start + name, mode, tree.data[end + 1 : pos].hex()))
    return entries


def _tree(objects: Objects, folder: Entry) -> Object | None:
    """The tree object of a folder; None where it is missing, broken or too large."""
    try:
        tree = objects.read(folder.id)
    except GitStoppedError:  # a broken object
        return None
    return tree if tree is not None and tree.kind == "tree" and tree.data is not None else None
