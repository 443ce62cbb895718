"""An empty git repository of our own, which borrows the objects of another and reads nothing else of it.

Where git is called in it, what the other's config, hooks and refs say counts for nothing; the user's own config does.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from doclint.text.files.scratch import scratch_folder

ESCAPED = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t", "\b": r"\b"})


@contextmanager
def empty_repository(form: str, promisor: str | None = None) -> Iterator[Path]:
    """Its folder, there until the block ends; `form` is sha1 or sha256, `promisor` the address of `origin`.

    Raises OSError that names the folder, where there is no room for it.
    """
    with scratch_folder(Path(tempfile.gettempdir()), "doclint-git") as folder:
        try:
            (folder / "refs").mkdir()
            (folder / "HEAD").write_text("ref: refs/heads/none\n")
            (folder / "config").write_text(config(form, promisor), encoding="utf-8", errors="surrogateescape")
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(folder.parent)) from None
        yield folder


def config(form: str, promisor: str | None = None, *, refs: str = "", more: str = "") -> str:
    """The config of a bare repository, with no word in it but ours; `refs` is how it keeps refs, where git says so."""
    extensions = {"objectFormat": form if form != "sha1" else "", "refStorage": refs}
    lines = [f"\t{key} = {value}\n" for key, value in extensions.items() if value]
    if promisor is not None:
        lines.append("\tpartialClone = origin\n")
    text = f"[core]\n\tbare = true\n\trepositoryformatversion = {int(bool(lines))}\n"
    text += "".join(["[extensions]\n", *lines] if lines else [])
    if promisor is not None:
        text += f'[remote "origin"]\n\turl = "{promisor.translate(ESCAPED)}"\n\tpromisor = true\n'
        text += f"\tpartialclonefilter = blob:none\n{more}"
    return text
