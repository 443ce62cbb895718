"""What the command line says of rules, over every configuration."""

from __future__ import annotations

from collections.abc import Sequence

from doclint.config.merge import without_bans
from doclint.config.model import Config, Override
from doclint.engine import Rule
from doclint.engine.rulebook import named
from doclint.text import Confidence


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
        config = without_bans(config, chosen)._replace(select=chosen)
        config = config._replace(override=tuple(_without_rules(override) for override in config.override))
    if banned:
        overrides = tuple(override._replace(ignore=(*override.ignore, *banned)) for override in config.override)
        config = config._replace(ignore=(*config.ignore, *banned), override=overrides)
    if min_confidence is not None:
        overrides = tuple(override._replace(min_confidence=None) for override in config.override)
        config = config._replace(min_confidence=min_confidence, override=overrides)
    return config


def _without_rules(override: Override) -> Override:
    severity = {rule: kind for rule, kind in override.severity.items() if kind}
    return override._replace(select=(), ignore=(), severity=severity)
