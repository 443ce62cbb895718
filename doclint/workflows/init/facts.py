"""What is seen in a repository before anything is configured: languages, and how pages name their source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from doclint.layouts import Target
from doclint.page import frontmatter
from doclint.page.frontmatter import FrontMatter
from doclint.run.context import ALONE
from doclint.run.pagelocale import locale_of
from doclint.text.errors import UnreadableError
from doclint.text.spans import decode

LOOKED_AT = 500
"""So many pages are opened, evenly over all of them, and at least so many of each language:"""
LEAST = 3
MOST_UNTOLD = 5_000
"""Of pages whose path tells no language, only their metadata may: so many are opened."""
COMMIT = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is seen in a repository; empty is what is not."""

    layout: str | None = None
    """The name of the layout."""
    source: str | None = None
    """Where the English lies, relative to the file that is written."""
    locales: Sequence[str] = ()
    """The languages of its pages, the most frequent first."""
    source_locale: str | None = None
    pin_keys: Sequence[str] = ()
    """Front matter keys that name the source's commit, the most frequent first."""
    pages: int = 0


def look(targets: Sequence[Target]) -> Facts:
    """What the pages themselves tell; layout and source are for others to add.

    The languages that layout and paths tell are all named; of each so many pages are opened as it has a share in all.
    """
    groups: dict[str | None, list[Target]] = {}
    for target in targets:
        groups.setdefault(locale_of(ALONE, target, FrontMatter()), []).append(target)
    locales: Counter[str] = Counter()
    keys: Counter[str] = Counter()
    for told, group in groups.items():
        most = max(LEAST, LOOKED_AT * len(group) // len(targets)) if told else MOST_UNTOLD
        step = -(-len(group) // most)
        for target in group[::step]:
            front = _front(target)
            tag = (locale_of(ALONE, target, front) if front else None) or told
            locales.update({tag: step} if tag else {})
            keys.update(commits(front) if front else ())
    return Facts(
        locales=[tag for tag, _ in locales.most_common()],
        pin_keys=[key for key, count in keys.most_common() if count > 1],
        pages=len(targets),
    )


def _front(target: Target) -> FrontMatter | None:
    """A page's metadata; None where it cannot be read."""
    try:
        return frontmatter.read(decode(target.read()))
    except UnreadableError:
        return None


def commits(front: FrontMatter) -> Iterable[str]:
    """The keys whose values look like a commit and whose names say so: a digest of the page has the same shape."""
    for entry in front.entries:
        value, name = entry.value.strip().lower(), entry.key.casefold()
        if len(value) == 40 and set(value) <= COMMIT and "commit" in name:
            yield entry.key
