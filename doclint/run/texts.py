"""A run over two texts and nothing else: no layout, no git, no cache, no other process."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from doclint.config import Config
from doclint.config.evidence import digest_of, policy_of
from doclint.engine import Rule
from doclint.layouts import Target
from doclint.run.context import Context
from doclint.run.filter.filters import Filters
from doclint.run.filter.overrides import Filter, rules_to_run
from doclint.sources.text import TextSource
from doclint.text.errors import ConfigError, UnreadableError
from doclint.text.locale import normalize, not_a_tag
from doclint.text.spans import decode


class Texts(NamedTuple):
    """What a `Checker` or a `Repairer` needs to look at one translation beside one English text."""

    target: Target
    contexts: tuple[Context, ...]
    rules: list[Rule]
    filters: Filters


def texts(
    source: TextSource,
    target: Target,
    *,
    config: Config,
    rules: Sequence[Rule],
    locale: str | None = None,
    exact: bool = False,
    top: str | None = None,
) -> Texts:
    """The plan for a translation, whose target says only what it is called; `top` as `Filter` takes it.

    Raises ConfigError for a tag that is none and a glossary that cannot be read, UnreadableError for English that is
    not UTF-8.
    """
    tag = normalize(locale) if locale else None
    if locale and not tag:
        raise ConfigError(f'"{locale}" {not_a_tag(locale)}')
    try:
        decode(source.data)
    except UnreadableError as error:
        raise UnreadableError(f'the English "{source.name}" cannot be read: {error}') from None
    policy = policy_of(config)
    context = Context(source, tag, config.locale, policy, digest_of(config, policy), is_exact=exact)
    return Texts(target, (context,), rules_to_run(config, rules), Filters([Filter(config, rules, top=top)]))
