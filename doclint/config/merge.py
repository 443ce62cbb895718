"""Several configurations as one: single values, the later wins; lists add up, the earlier first; tables by their keys.

A rule that a later configuration selects is taken out of what earlier ones ignore or switch off. Words in
`columns` belong to the column that the later one says. What stands in two lists stands once in their sum.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from typing import Any

from doclint.config.model import DEFAULTS, Config


def merged(*configs: Config) -> Config:
    """The configurations over one another, the last on top."""
    return reduce(_over, configs, DEFAULTS)


def _over(earlier: Config, later: Config) -> Config:
    earlier = without_bans(earlier, later.select)
    names = Config._fields
    return Config(**{name: _together(getattr(earlier, name), getattr(later, name)) for name in names})


def _together(earlier: Any, later: Any) -> Any:
    if type(later) is tuple:  # a list; a NamedTuple is one value
        return earlier + tuple(entry for entry in later if entry not in earlier) if earlier else later
    if isinstance(later, Mapping):
        return {**earlier, **later}
    return earlier if later is None else later


def without_bans(config: Config, rules: tuple[str, ...]) -> Config:
    """The configuration where none of the rules is ignored or off, except under an override."""
    if not rules:
        return config
    severity = {rule: kind for rule, kind in config.severity.items() if kind or rule not in rules}
    return config._replace(ignore=tuple(rule for rule in config.ignore if rule not in rules), severity=severity)
