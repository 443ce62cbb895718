"""What a page lacks whose English is known: the parts that read otherwise now, each with the commit that did it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from doclint.layouts import Target
from doclint.pair import Pair
from doclint.run import Context
from doclint.run.load import Loader
from doclint.run.witnesses.histories import Histories
from doclint.run.witnesses.parts import Part
from doclint.run.witnesses.trail import Reader
from doclint.sources import FolderSource, Loaded
from doclint.sources.git.versions.lineage import Lineage
from doclint.text import Lines, Span, Trust
from doclint.text.errors import ConfigError, SourceError


class Change(NamedTuple):
    """Neighbouring parts that read otherwise now."""

    line: int
    then: str
    now: str
    commit: str


class Lack(NamedTuple):
    """All that changed in the English of one page."""

    source: str
    locale: str | None
    changes: tuple[Change, ...]


class Lacking:
    """Asks page by page."""

    def __init__(self, contexts: Sequence[Context]) -> None:
        self._loader = Loader(contexts)
        self._histories = Histories(contexts)

    def of(self, target: Target) -> Lack | None:
        """What the page lacks; None where its English is not known, or has not changed."""
        subject = self._loader.load(target)
        pair = subject.pair
        if pair.source is None or pair.trust is Trust.PAIRED or pair.newest is None:
            return None
        newest = pair.newest.text
        is_folder = isinstance(self._loader.contexts[target.context].source, FolderSource)
        path = subject.source_path or target.source
        loaded = Loaded(path, newest.encode(), pair.trust, None if is_folder else subject.revision)
        lineage = self._lineage(target, loaded)
        return Lack(path, pair.locale, tuple(_changes(pair, subject.file_text, newest, lineage)))

    def _lineage(self, target: Target, loaded: Loaded) -> Lineage | None:
        try:
            return self._histories.sides(target, loaded)[0].source
        except (ConfigError, SourceError):
            return None


def _changes(pair: Pair, text: str, newest: str, lineage: Lineage | None) -> Iterator[Change]:
    assert pair.source
    read, then = Reader(), pair.source.text
    ours, theirs = read.parts(newest), read.parts(then)
    places = [(one.source.span.start, one.target.span) for one in pair.segments]
    places += [(one.source.span.start, one.target.span) for one in pair.codes]
    lines = Lines(text)
    for tag, i1, i2, j1, j2 in read.differences(newest, then):
        if tag == "equal":
            continue
        old, new = theirs[j1:j2], ours[i1:i2]
        stretch = Span(old[0].span.start, old[-1].span.end) if old else None
        beside = [span for at, span in places if stretch and stretch.start <= at < stretch.end]
        start = min((pair.target.locate(span).start for span in beside), default=None)
        yield Change(
            0 if start is None else lines.position(start).line,
            _joined(then, old),
            _joined(newest, new),
            _commit(newest, new, lineage, read),
        )


def _joined(text: str, parts: Sequence[Part]) -> str:
    """Neighbouring parts as they stand."""
    return text[parts[0].span.start : parts[-1].span.end].strip() if parts else ""


def _commit(newest: str, new: Sequence[Part], lineage: Lineage | None, read: Reader) -> str:
    """The newest commit that changed the first of the parts; empty where it is gone, or git does not tell."""
    if not new or lineage is None:
        return ""
    trail = read.trail(newest, new[0].span, lineage)
    since = ""
    for version, text in trail:
        if text.split() != trail.text.split():
            return since
        since = version.commit
    return since if trail.ends_early else ""
