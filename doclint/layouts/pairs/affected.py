"""Which translated pages a change concerns."""

from __future__ import annotations

from collections.abc import Collection

from doclint.layouts.layout import Layout
from doclint.page.endings import is_page
from doclint.sources.git.changes import Changes


def affected(changes: Changes, layout: Layout | None, files: Collection[str]) -> list[str]:
    """The translated pages to check: those that changed, and in one tree those whose source changed or went.

    `files` are all paths of the tree, best as a set: a translation that is not there cannot be checked. With no layout
    every changed page is a target. Paths of the changes and of the layout must be relative to the same folder.
    """
    changed = {path for path in changes.present if is_page(path)}
    if layout is None:
        return sorted(changed)
    targets = {path for path in changed if layout.counterpart(path)}
    if not layout.is_split:
        sources = changed | {path for path in changes.gone if is_page(path)}
        targets |= {found.path for path in sources for found in layout.translations(path) if found.path in files}
    return sorted(targets)
