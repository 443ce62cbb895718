"""What a configuration adds to the evidence that rules judge by, and its digest for the cache."""

from __future__ import annotations

import hashlib
import json

from doclint.config.model import Config
from doclint.pair.policy import Policy, Rendering, by_locale


def policy_of(config: Config) -> Policy:
    """The team's own words: `protect`, the glossaries, `columns`, `digest-keys`. Raises ConfigError for a glossary."""
    words = set(config.protect)
    renderings: list[Rendering] = []
    for file in config.glossary:
        from doclint.config.glossary.terms import read_glossary

        glossary = read_glossary(file, config.source_locale or "en")
        words.update(glossary.protected)
        renderings += glossary.renderings
    return Policy(frozenset(words), dict(config.columns), config.digest_keys, config.dialect, by_locale(renderings))


def digest_of(config: Config, policy: Policy) -> str:
    """Whatever of a configuration changes the problems of a page; not what filters findings, which is done each time.

    The rules that run and the locale are other parts of a cache key.
    """
    layout = config.layout and [config.layout.name, sorted(config.layout.options.items())]
    parts = [
        sorted(policy.protect),
        sorted(policy.headers.items()),
        list(policy.digest_keys),
        policy.dialect,
        sorted(policy.renderings.items()),
        config.pin,
        list(config.pin_keys),
        layout,
        config.source_locale,
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
