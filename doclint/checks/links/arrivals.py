"""Where an address leads that stands for another: to a page of the site, a heading, or nowhere."""

from __future__ import annotations

from doclint.checks import Problem
from doclint.checks.addresses import address
from doclint.page import Page
from doclint.page.dialects import ids
from doclint.pair.whereabouts import Arrival, Whereabouts


def is_tagged(problem: Problem) -> bool:
    """Whether the tag of a locale came into an address, and another word with it."""
    return bool(address(problem.found).locales) and not address(problem.expected or "").locales


def leads_astray(problem: Problem, arrival: Arrival, site: Whereabouts) -> bool:
    """Whether the English address leads to a page of the site, and the one put in its place to none.

    None can have letters that no path of the site has, whatever makes the page that the English leads to.
    """
    if arrival is not Arrival.UNKNOWN:
        return False
    return leads_somewhere(problem, site) or site.nearest(problem.found) is not None


def leads_somewhere(problem: Problem, site: Whereabouts) -> bool:
    """Whether the English address leads to a page of the site."""
    return site.english(problem.expected or "") in (Arrival.WHOLE, Arrival.PAGE)


def has_own_names(problem: Problem) -> bool:
    """Whether an address within the site begins with the page's locale instead of the English one, so that the site may
    call its pages by other names in each language: `/zh/指南` for `/en/guide`."""
    ours, theirs = address(problem.expected or ""), address(problem.found)
    is_site = not ours.host and not theirs.host and problem.found.startswith("/")
    return is_site and len(ours.locales) == len(theirs.locales) == 1 and ours.locales != theirs.locales


def leads_to_heading(problem: Problem, page: Page) -> bool:
    """Whether an address is an id that a translated heading of the same page gets."""
    section = ids.folded(problem.found)
    return problem.found.startswith("#") and any(section in map(ids.folded, ids.of_heading(it)) for it in page.headings)


def is_localized(problem: Problem) -> bool:
    """Whether an address is the same but for the locale in it, and an anchor that a translated heading may have."""
    (path, _, anchor), (other, _, section) = ((it or "").partition("#") for it in (problem.expected, problem.found))
    is_translated = section != anchor and (not section.isascii() or "%" in section)
    return bool(path) and is_translated and address(path)[:4] == address(other)[:4]
