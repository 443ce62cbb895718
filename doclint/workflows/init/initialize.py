"""`doclint init`: a first configuration from what is seen, with `--learn` house style from what humans translated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from doclint.config import Config
from doclint.config.model import DEFAULTS
from doclint.engine import Rule, engine
from doclint.layouts import Target
from doclint.page import frontmatter
from doclint.run.load import Loader
from doclint.text.errors import UnreadableError
from doclint.text.spans import decode
from doclint.workflows.init import starter
from doclint.workflows.init.facts import Facts, look
from doclint.workflows.init.habits import Habits, is_human, observe
from doclint.workflows.init.proposals import Proposal, proposals


def initialize(
    targets: Sequence[Target],
    file: Path,
    *,
    layout: str | None = None,
    source: str | None = None,
    learnt: Iterable[Proposal] = (),
    force: bool = False,
) -> Facts:
    """Write a configuration file for these pages; what it was made from. Raises ConfigError.

    `source` is relative to the file's folder; `layout` the name of the layout that is detected.
    """
    facts = replace(look(targets), layout=layout, source=source)
    starter.write(file, starter.document(facts, learnt), force=force)
    return facts


def learn(
    targets: Iterable[Target],
    loader: Loader,
    rules: Sequence[Rule],
    *,
    config: Config = DEFAULTS,
) -> list[Proposal]:
    """House style that the human translators among the pages show, without what the configuration allows already."""
    allowed = {
        (expected, found, tag)
        for allow in config.allow
        for expected in allow.expected or (None,)
        for found in allow.found or (None,)
        for tag in allow.locale or (None,)
    }
    return [entry for entry in proposals(_habits(targets, loader, rules)) if not _is_known(entry, allowed)]


Known = set[tuple[str | None, str | None, str | None]]


def _is_known(entry: Proposal, allowed: Known) -> bool:
    return any(
        expected in (None, entry.expected) and found in (None, entry.found) and tag in (None, entry.locale)
        for expected, found, tag in allowed
    )


def by_people(targets: Iterable[Target]) -> list[Target]:
    """The pages whose metadata says that a human translated them; those that cannot be read are none."""
    return [target for target in targets if _is_by_people(target)]


def _is_by_people(target: Target) -> bool:
    try:
        return is_human(frontmatter.read(decode(target.read())))
    except UnreadableError:
        return False


def _habits(targets: Iterable[Target], loader: Loader, rules: Sequence[Rule]) -> Iterator[Habits | None]:
    """Only the pages of humans are checked, whatever the configuration leaves out."""
    for target in by_people(targets):
        subject = loader.load(target)
        findings, _ = engine.check(subject, rules)
        yield observe(subject.pair, findings)
