"""A translated page beside its English: what was made from what, what columns hold, which words are names.

`pair.Pair` is what a rule reads; `alignment` lays its parts side by side, `words` tells which of them are names.
"""

from doclint.pair.pair import Pair
from doclint.pair.remark import Presence

__all__ = ["Pair", "Presence"]
__all__ += ["alignment", "beyond", "column", "columns", "digest", "fit", "links", "parts", "policy", "remark"]
__all__ += ["whereabouts", "words"]
