"""What the command line says of rules, over every configuration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from doclint.align import Confidence
from doclint.config.merge import without_bans
from doclint.config.model import Config, Override
from doclint.rulebook import Rule, named


def with_options(
    config: Config,
    rules: Sequence[Rule],
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    min_confidence: Confidence | None = None,
) -> Config:
    """The configuration under `--select`, `--ignore` and `--min-confidence`. Raises ConfigError for an unknown rule.

    `--select` names the rules that run, whatever the configuration selects, ignores or switches off,
    overrides included; `--ignore` takes rules out everywhere; so does `--min-confidence` with findings.
    """
    chosen = tuple(sorted(named(list(rules), select)))
    banned = tuple(sorted(named(list(rules), ignore)))
    if chosen:
        config = replace(without_bans(config, chosen), select=chosen)
        config = replace(config, override=tuple(_without_rules(override) for override in config.override))
    if banned:
        overrides = tuple(replace(override, ignore=(*override.ignore, *banned)) for override in config.override)
        config = replace(config, ignore=(*config.ignore, *banned), override=overrides)
    if min_confidence is not None:
        overrides = tuple(replace(override, min_confidence=None) for override in config.override)
        config = replace(config, min_confidence=min_confidence, override=overrides)
    return config


def _without_rules(override: Override) -> Override:
    severity = {rule: kind for rule, kind in override.severity.items() if kind}
    return replace(override, select=(), ignore=(), severity=severity)
