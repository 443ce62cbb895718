"""How a tree is laid out, found by what lies in it; every kind of layout is asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from doclint.layouts.claim import Claim, Doubt, Given, Kind
from doclint.layouts.kinds import (
    astro,
    coop,
    docusaurus,
    folders,
    foldersuffix,
    hugo,
    jekyll,
    languagenames,
    mdn,
    mkdocs,
    split,
    suffix,
)
from doclint.layouts.kinds.patterns import routes_of
from doclint.layouts.layout import Layout
from doclint.layouts.listing import Listing
from doclint.layouts.routes import FolderLayout
from doclint.layouts.several import Several
from doclint.layouts.tree import Tree
from doclint.text.errors import ConfigError

BY_SETTINGS: tuple[Kind, ...] = (hugo, docusaurus, mkdocs, astro, coop, mdn, jekyll)
BY_NAMES: tuple[Kind, ...] = (folders, foldersuffix, suffix)
"""They have nothing but the names of folders and files to go by: settings come before them, whatever the numbers."""
KINDS = (*BY_SETTINGS, *BY_NAMES, split)
ELSE: tuple[Kind, ...] = (languagenames,)
"""Asked where no other pairs anything."""
PATTERNS = "patterns"
MOST = 10
NAMES = (*(kind.NAME for kind in (*KINDS, *ELSE)), PATTERNS)


class Detected(NamedTuple):
    """The layout of a tree."""

    layout: Layout | None
    notes: list[str]
    """A line for each signal that is wrong, half there or at odds with another."""


class Counted(NamedTuple):
    """A claim, and the pages that it pairs with sources that are there."""

    kind: str
    claim: Claim
    layout: Layout
    pairs: dict[str, str]


def detect(tree: Tree, *, source_locale: str | None = None, locale: str | None = None) -> Detected:
    """The layout that settings in the tree speak for, else the one that pairs most pages; with it all that pair
    other pages without contradiction.

    Where the tree declares that its sources lie elsewhere, nothing is counted. Raises SourceError where the tree
    cannot be listed.
    """
    listing = Listing(tree)
    given = Given(source_locale, locale)
    counted, notes, doubts = _asked(KINDS, listing, given)
    declared = [one for one in counted if one.claim.is_declared]
    if declared:
        others = [one for one in counted if one.pairs and not one.layout.is_split]
        return Detected(declared[0].layout, _few([*notes, *_at_odds(declared[0], others)]))
    named = {kind.NAME for kind in BY_NAMES}
    if not any(one.pairs for one in counted):
        others, said, _ = _asked(ELSE, listing, given)
        counted += others
        notes += said
    pairing = sorted((one for one in counted if one.pairs), key=lambda one: (one.kind in named, -len(one.pairs)))
    taken, refused = _compatible(pairing)
    notes += [note for folder, note in doubts if not any(page.startswith(folder) for it in taken for page in it.pairs)]
    notes += _at_odds(pairing[0], refused) if pairing else []
    if not taken:
        taken = [one for one in counted if one.layout.is_split][:1]
        notes += [
            f"{one.claim.because} suggests the layout {one.kind}, but no page has its English there"
            for one in counted
            if not one.layout.is_split
        ]
    layouts = tuple(one.layout for one in taken)
    return Detected(Several(layouts) if len(layouts) > 1 else (layouts or (None,))[0], _few(notes))


def by_name(
    name: str,
    tree: Tree,
    *,
    source_locale: str | None = None,
    locale: str | None = None,
    patterns: Sequence[tuple[str, str]] = (),
    is_split: bool = False,
) -> Detected:
    """The layout that a config sets. `patterns` are of the layout of that name, and so is `is_split`.

    Raises ConfigError when there is no such layout, or the tree has nothing of it.
    """
    given = Given(source_locale, locale)
    if name == PATTERNS:
        routes = routes_of(patterns, Listing(tree), given)
        return Detected(FolderLayout(PATTERNS, given.source, tuple(routes), is_split), [])
    kind = next((kind for kind in (*KINDS, *ELSE) if name == kind.NAME), None)
    if kind is None:
        raise ConfigError(f'no layout "{name}": there are {", ".join(NAMES)}')
    claim = kind.find(Listing(tree), given)
    if claim and claim.layout:
        return Detected(claim.layout, _few(claim.notes))
    said = (*claim.notes, *(note for _, note in claim.doubts)) if claim else ()
    why = said[0] if said else "nothing in the tree suggests it"
    if name == split.NAME:
        why = f"{why}; set locale to the locale of the translations"
    raise ConfigError(f'the layout is set to "{name}": {why}')


def _few(notes: Iterable[str]) -> list[str]:
    """Notes for a person to read: each once, and no more than a screen of them."""
    unique = list(dict.fromkeys(notes))
    return unique if len(unique) <= MOST else [*unique[:MOST], f"and {len(unique) - MOST} more of this kind"]


def _asked(kinds: Iterable[Kind], listing: Listing, given: Given) -> tuple[list[Counted], list[str], list[Doubt]]:
    """What kinds of layouts claim, their notes, and their doubts about folders."""
    claims = [(kind.NAME, claim) for kind in kinds if (claim := kind.find(listing, given))]
    notes = [note for _, claim in claims for note in claim.notes]
    doubts = [doubt for _, claim in claims for doubt in claim.doubts]
    return [_count(name, claim, claim.layout, listing) for name, claim in claims if claim.layout], notes, doubts


def _count(kind: str, claim: Claim, layout: Layout, listing: Listing) -> Counted:
    if layout.is_split:
        return Counted(kind, claim, layout, {})
    found = ((page, layout.counterpart(page)) for page in listing.pages)
    return Counted(kind, claim, layout, {page: one.path for page, one in found if one and one.path in listing.files})


def _compatible(pairing: list[Counted]) -> tuple[list[Counted], list[Counted]]:
    """Those that can be taken together, and those that contradict them; what adds nothing is in neither."""
    taken: list[Counted] = []
    refused = []
    sources: set[str] = set()
    paired: set[str] = set()
    for one in pairing:
        known = Several(tuple(other.layout for other in taken))
        own = {target: source for target, source in one.pairs.items() if not _says(known, target, source)}
        # a page is the translation of one source, and no source is a translation
        wrong = {t for t, s in own.items() if t in sources or known.counterpart(t) or known.counterpart(s)}
        rest = _without(one, wrong) if wrong else one
        if wrong - paired:
            refused.append(one)
        if own and rest:
            taken.append(rest)
            sources |= set(rest.pairs.values())
            paired |= rest.pairs.keys()
    return taken, refused


def _without(one: Counted, wrong: Collection[str]) -> Counted | None:
    """A layout of folders without those in which pages contradict another; None where nothing is left of it."""
    if not isinstance(one.layout, FolderLayout):
        return None
    layout = one.layout.without(wrong)
    found = ((page, layout.counterpart(page)) for page in one.pairs)
    pairs = {page: other.path for page, other in found if other and other.path == one.pairs[page]}
    return one._replace(layout=layout, pairs=pairs) if pairs else None


def _says(layout: Layout, target: str, source: str) -> bool:
    found = layout.counterpart(target)
    return found is not None and found.path == source


def _at_odds(taken: Counted, others: list[Counted]) -> list[str]:
    """A note on each layout that claims the same tree and is not taken."""
    return [
        f"the tree fits two layouts, {taken.kind} ({taken.claim.because}) and {one.kind} ({one.claim.because}): "
        f'{taken.kind} is taken; set layout = "{one.kind}" for the other'
        for one in others
    ]
