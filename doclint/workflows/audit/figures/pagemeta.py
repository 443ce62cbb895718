"""What a page says of itself, whether anything was found on it or not."""

from __future__ import annotations

from collections.abc import Mapping

from doclint.engine.engine import meta_of
from doclint.layouts import Target
from doclint.page import frontmatter
from doclint.run import PageResult
from doclint.text.errors import DoclintError
from doclint.text.spans import decode


def page_meta(target: Target, result: PageResult) -> Mapping[str, str]:
    """As findings on the page say it; a page without findings is read once more."""
    if result.findings:
        return result.findings[0].meta
    try:
        return meta_of(frontmatter.read(decode(target.read())))
    except (DoclintError, OSError):
        return {}
