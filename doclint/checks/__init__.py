"""What several rules share: problems and examples, and the comparison of names, code, lists, links, directives.

Rules get all of it by way of `doclint.api`, and nobody else needs more than `problem` and `example`.
"""

from doclint.checks.example import Bad, Good
from doclint.checks.problem import Fix, Problem

__all__ = ["Bad", "Fix", "Good", "Problem"]
__all__ += ["addresses", "code", "difference", "directives", "embedded", "example", "front", "headers"]
__all__ += ["kept", "links", "lists", "mdx", "missing", "numbers", "problem", "renames", "rows"]
__all__ += ["samples", "tablecells", "values", "versions", "words"]
