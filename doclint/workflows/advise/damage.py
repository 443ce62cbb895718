"""The damage that is known of: from a run over translations, or from findings that were written down."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from doclint.config import Config, Syntax
from doclint.config.globs import Globs
from doclint.reports.console import progress
from doclint.run import Asked, Summary
from doclint.run.plan.plan import Plan
from doclint.run.run import Run
from doclint.text.errors import ConfigError
from doclint.workflows.advise import head as heads
from doclint.workflows.advise.advice import PageAdvice, advised
from doclint.workflows.advise.head import CommitHead, FileHead, FolderHead, Head
from doclint.workflows.advise.words import DamagedPlace, DamagedWords, Harm, add_all, place_of, places_in


@dataclass
class Known:
    """The damage that is known of, by English page."""

    words: DamagedWords = field(default_factory=DamagedWords)
    heads: dict[int, Head] = field(default_factory=dict)
    without_head: int = 0
    """Findings on pages whose English lies nowhere but in themselves."""

    def pages(self, config: Config, syntax: Syntax | None) -> Iterator[PageAdvice]:
        """The advice for each page."""
        generated = {
            (number, path)
            for number, head in self.heads.items()
            if config.generated
            for path in _generated(config, head, [path for one, path in self.words.pages if one == number])
        }
        return advised(self.words, self.heads, syntax or config.syntax, generated)


def from_findings(files: Sequence[str], head: Head) -> Known:
    """What JSON Lines files say. Raises ConfigError."""
    known = Known(heads={0: head})
    add_all(known.words, _findings(files), head)
    return known


def from_run(plan: Plan, run: Run, asked: Asked, head: Head | None, say: Callable[[str], None]) -> Known:
    """What a run finds; `say` gets the troubles of the pages."""
    by_head: dict[str, tuple[Head, list[DamagedPlace]]] = {}
    without = 0
    summary = Summary.of(plan.unread)
    own = [head or _head_of(plan, number, asked) for number in range(len(plan.contexts))]
    with progress(len(run.targets)) as bar:
        for target, result in run.pages():
            here = own[target.context]
            places = [place for finding in result.findings.faults if (place := place_of(finding, target.source))]
            if here is None:
                without += len(places)
            else:
                by_head.setdefault(_name(here), (here, []))[1].extend(places)
            summary.add(result)
            bar.advance()
    for trouble in summary.troubles():
        say(trouble)
    known = Known(without_head=without)
    for number, (here, places) in enumerate(by_head.values()):
        known.heads[number] = here
        add_all(known.words, places, here, number)
    return known


def totals_of(files: Sequence[str]) -> dict[str, Harm]:
    """The damage to each word wherever it stands. Raises ConfigError."""
    words = DamagedWords()
    for place in _findings(files):
        words.add(place, place.source)
    return words.totals()


def named_head(asked: Asked, config: Config, head: str | None) -> Head | None:
    """The head that the command line or the configuration names. Raises ConfigError."""
    where = head or asked.source
    if where is None and config.source and config.source.path:
        rev = config.source.rev
        where = f"{config.source.path}@{rev}" if rev else config.source.path
    return heads.at(where) if where else None


def _findings(files: Sequence[str]) -> list[DamagedPlace]:
    found: list[DamagedPlace] = []
    for name in files:
        try:
            if name == "-":
                found += places_in(sys.stdin, "standard input")
            else:
                with Path(name).open(encoding="utf-8") as lines:
                    found += places_in(lines, name)
        except OSError as error:
            raise ConfigError(f"{name}: cannot be read: {error.strerror}") from None
        except UnicodeDecodeError as error:
            raise ConfigError(f"{name}: is not UTF-8 text: byte {error.start}") from None
    return found


def _head_of(plan: Plan, number: int, asked: Asked) -> Head | None:
    """The head of one context: what the options or the one configuration name, else the source that was read."""
    if len(plan.contexts) == 1 and (named := named_head(asked, plan.config, None)):
        return named
    return heads.of(plan.contexts[number].source)


def _name(head: Head) -> str:
    """What tells one head from another."""
    if isinstance(head, CommitHead):
        return f"{head.tree.repository.folder}@{head.tree.revision}:{head.tree.repository.prefix}"
    return str(head)


def _generated(config: Config, head: Head, paths: list[str]) -> Iterator[str]:
    """The pages of a head that the configuration says a program writes."""
    folder = str(head.folder) if isinstance(head, FolderHead) else "." if isinstance(head, FileHead) else None
    globs = Globs(config.generated, folder)
    for path in paths:
        if globs.match(f"{folder}/{path}" if folder else path):
            yield path
