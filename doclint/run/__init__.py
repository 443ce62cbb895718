"""Many pages: planned, loaded, checked by workers, remembered, filtered, counted.

`plan` makes a plan of arguments and configuration, `plan.start` a `run.Run` of it, which yields a
`summary.PageResult` for each page.
"""

from doclint.run.context import Context
from doclint.run.how import How
from doclint.run.plan.asked import Asked
from doclint.run.summary import PageResult, Summary

__all__ = ["Asked", "Context", "How", "PageResult", "Summary"]
__all__ += ["before", "cache", "checker", "confirmed", "context", "expectation", "filter", "load"]
__all__ += ["pagelocale", "plan", "run", "texts", "witnesses"]
