"""A plan of repairs set going."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from doclint.engine import Wish
from doclint.run import How
from doclint.run.confirmed import top
from doclint.run.filter.filters import Filters
from doclint.run.plan.plan import Plan
from doclint.run.plan.start import prepared, reckoning
from doclint.text.errors import ConfigError
from doclint.workflows.fix.page import Repairer
from doclint.workflows.fix.replacementfile import NAME, read
from doclint.workflows.fix.replacements import Replacements
from doclint.workflows.fix.run import Repairs
from doclint.workflows.fix.write import Written

if TYPE_CHECKING:
    from doclint.run.filter.ratchet import Ratchet


def repair(
    plan: Plan,
    wish: Wish,
    how: How,
    *,
    ratchet: Ratchet | None = None,
    given: bytes | None = None,
    is_dry: bool = False,
    replacements: Replacements | None = None,
) -> Written:
    """The run to iterate. The pages must lie on disk.

    `replacements` are what people decided; else it is only said where what is remembered could be put.
    `given` is what stands on its only page, not written then.
    What the baseline knows is left as it is unless that is wished, too. Raises ConfigError.
    """
    if not is_dry and any(target.tree for target in plan.targets):
        raise ConfigError(
            "pages of a commit cannot be written: name files or folders, or print a patch with `doclint fix --diff`"
        )
    targets, filters, cache = prepared(plan, how, None if wish.known else ratchet, is_given=given is not None)
    words = replacements or remembered(plan)
    rules = [rule.id for rule in plan.rules]
    repairer = Repairer(rules, plan.contexts, how.seconds, wish, filters, words, packs=plan.packs)
    pages = Repairs(targets, repairer, filters, reckoning(plan), cache, how.jobs, given)
    last = Filters(names=plan.names, ratchet=ratchet if wish.known else None)
    return Written(pages, is_dry=is_dry or given is not None, last=last)


def remembered(plan: Plan, *, is_wanted: bool = False) -> Replacements:
    """What people decided in earlier runs. Raises ConfigError."""
    return Replacements(read(file_of(plan)).items(), is_wanted=is_wanted)


def file_of(plan: Plan) -> Path:
    """Where that is kept."""
    return top(plan.config.file, [target.folder for target in plan.targets[:1]]) / NAME
