"""Findings as text: `choose` knows the formats, a `reporter.Reporter` writes one.

`cells` and `console` are for everybody who prints.
"""

from doclint.reports.cells import isolated, shown
from doclint.reports.console import complain

__all__ = ["complain", "isolated", "shown"]
__all__ += ["cells", "choose", "console", "diff", "document", "formats", "pages", "receiver", "reporter", "table"]
