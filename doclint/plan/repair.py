"""A plan of repairs set going."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.errors import ConfigError
from doclint.plan.plan import Plan
from doclint.plan.start import prepared, reckoning
from doclint.repair import Repairer
from doclint.repairs import Repairs
from doclint.route import Wish
from doclint.sieve import Sieve
from doclint.written import Written

if TYPE_CHECKING:
    from doclint.ratchet import Ratchet


def repair(
    plan: Plan,
    wish: Wish,
    *,
    jobs: int | None,
    seconds: float,
    cached: bool,
    changed_lines: str | None = None,
    ratchet: Ratchet | None = None,
    given: bytes | None = None,
    is_dry: bool = False,
) -> tuple[Written, str]:
    """The run to iterate, and why there is no cache where one was wanted. The pages must lie on disk.

    `given` is what stands on the plan's only page, which is then not written.
    What the baseline knows is left as it is unless that is wished, too. Raises ConfigError.
    """
    if not is_dry and any(target.tree for target in plan.targets):
        raise ConfigError(
            "pages of a commit cannot be written: name files or folders, or print a patch with `doclint fix --diff`"
        )
    targets, sieve, cache = prepared(plan, cached and given is None, changed_lines, None if wish.known else ratchet)
    repairer = Repairer([rule.id for rule in plan.rules], plan.contexts, seconds, wish, sieve)
    pages = Repairs(targets, repairer, jobs=jobs, cache=cache, given=given, reckoning=reckoning(plan))
    last = Sieve(names=plan.names, ratchet=ratchet if wish.known else None)
    return Written(pages, is_dry=is_dry or given is not None, last=last), (cache and cache.trouble) or ""
