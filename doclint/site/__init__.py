"""All pages that belong together: which they are, by language, and how often words stand on them.

`lexicon.SiteLexicon` answers for a word; it counts when it is first asked and keeps the counts in the cache folder.
`atlas.Atlas` answers for a link: which page of the site it leads to, and whether that has such a section.
"""

from doclint.site.atlas import Atlas
from doclint.site.lexicon import SiteLexicon
from doclint.site.pages import Site

__all__ = ["Atlas", "Site", "SiteLexicon"]
__all__ += ["atlas", "words"]
