"""Text without pages: places and edits in it, words, names, numbers, locales; and what everybody needs.

`spans` is where to begin; `scales` are those of findings, `errors` what is told in one line.
"""

from doclint.text.scales import Confidence, Severity, Trust
from doclint.text.spans import Edit, Lines, Span

__all__ = ["Confidence", "Edit", "Lines", "Severity", "Span", "Trust"]
__all__ += ["damage", "errors", "files", "jsonescape", "lazypattern", "locale", "manywords", "numbers", "plural"]
__all__ += ["process", "separators", "shapes", "sound", "spans", "timelimit", "words"]
