"""The witnesses that ask the site of a page, loaded where there is one: a single page has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.layouts import Target
from doclint.pair import Pair
from doclint.run.context import Context

if TYPE_CHECKING:
    from doclint.run.witnesses.lexicon import PageLexicon
    from doclint.run.witnesses.site import PageSite


def words(context: Context, pair: Pair) -> PageLexicon | None:
    """The words of the site as a page asks for them."""
    if context.lexicon is None:
        return None
    from doclint.run.witnesses.lexicon import PageLexicon

    return PageLexicon(context.lexicon, pair)


def links(context: Context, target: Target, pair: Pair) -> PageSite | None:
    """The links of the site as a page asks for them; a page of no known locale asks nothing."""
    if context.atlas is None or not pair.locale:
        return None
    from doclint.run.witnesses.site import PageSite
    from doclint.site.atlas import Where

    dialect = pair.policy.dialect or ""
    return PageSite(context.atlas, Where(target.relative, target.source, target.locale or pair.locale, dialect))
