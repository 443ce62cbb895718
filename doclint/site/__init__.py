"""All pages that belong together: which they are, by language, and how often words stand on them.

`lexicon.SiteLexicon` answers for a word; it counts when it is first asked and keeps the counts in the cache folder.
"""

from doclint.site.lexicon import SiteLexicon
from doclint.site.pages import Site

__all__ = ["Site", "SiteLexicon"]
__all__ += ["words"]
