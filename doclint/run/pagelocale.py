"""The locale of a page, worked out in one order for checks, reports and counts."""

from __future__ import annotations

from doclint.layouts import Target
from doclint.page import frontmatter
from doclint.page.frontmatter import FrontMatter
from doclint.run.context import Context
from doclint.text import locale
from doclint.text.errors import SourceError, UnreadableError
from doclint.text.spans import decode


def locale_of(context: Context, target: Target, front: FrontMatter | None = None) -> str | None:
    """The option, then the front matter, then layout and config, then the path; None where none of them tells.

    `front` is read from the page where it is not given.
    """
    if context.locale:
        return context.locale
    known = _named(_front(target) if front is None else front) or target.locale or context.usual_locale
    return known or locale.in_path(target.file.absolute().as_posix())


def _named(front: FrontMatter) -> str | None:
    """The locale that a page's front matter names."""
    return locale.normalize(front.value("ms.contentlocale") or front.value("lang") or "")


def own_locale(target: Target) -> str | None:
    """The locale that a page names itself; None as well where there is no page, or it cannot be read."""
    return _named(_front(target))


def _front(target: Target) -> FrontMatter:
    try:
        return FrontMatter() if target.is_missing else frontmatter.read(decode(target.read()))
    except (UnreadableError, SourceError):
        return FrontMatter()
