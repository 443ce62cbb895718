"""One target page with its English, parsed: steps 2 to 4 of a run."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from doclint.engine import Witnesses
from doclint.engine.comments import without_comments
from doclint.engine.subject import Subject
from doclint.layouts import Target
from doclint.layouts.foreign import is_pseudo
from doclint.page import Page, frontmatter, sidebyside
from doclint.page.frontmatter import FrontMatter
from doclint.page.markdown import parse
from doclint.pair import Pair, Presence, digest
from doclint.pair.fit import how_well
from doclint.pair.policy import Policy
from doclint.run.confirmed import confirmed
from doclint.run.context import Context
from doclint.run.pagelocale import locale_of
from doclint.run.witnesses import ofsite
from doclint.run.witnesses.histories import Histories
from doclint.sources import Absent, Loaded, Source
from doclint.sources.source import Versioned
from doclint.sources.text import TextSource
from doclint.text import Trust
from doclint.text.errors import UnreadableError
from doclint.text.spans import decode, encode, is_blank

if TYPE_CHECKING:
    from doclint.run.witnesses.locales import PageLocales
    from doclint.run.witnesses.trail import Reader

KEEPER = "readme"
"""The name of a file that may be there for the sake of its folder, which git would not keep."""

PSEUDO = "left out: no translation, but texts that Crowdin has marked for editing on the site"


class Loader:
    """Makes pairs. An English page is parsed once for targets that come one after the other."""

    def __init__(self, contexts: Sequence[Context], *, since: str | None = None) -> None:
        """`since`: of a change since this revision; what takes a look at everything is not asked."""
        self.contexts = contexts
        self._is_brief = since is not None
        self._versioned = [_versioned(one.source) for one in contexts]
        self._last: tuple[str, bytes, Page | None] = "", b"", None
        self._histories = Histories(contexts, since=since)
        self._awaited: Page | None = None
        """The English that was not let go with the last subject."""

    def load(self, target: Target, data: bytes | None = None) -> Subject:
        """The pair to check; `data` are the target's bytes, where they are known already.

        A target that cannot be read becomes a page with trouble, a missing source trust `alone`.
        """
        context = self.contexts[target.context]
        if target.is_missing:
            return self._missing(target, context)
        try:
            text = decode(target.read() if data is None else data)
            if is_blank(text) and not self._may_be_blank(target, text):
                raise UnreadableError("the page is empty")
        except UnreadableError as error:
            page = Page(target.path, "", FrontMatter(), trouble=str(error))
            return Subject(Pair(page, locale=locale_of(context, target, page.front)), target.path, "")
        if is_pseudo(text):
            pair = Pair(Page(target.path, "", FrontMatter()), locale=target.locale)
            return Subject(pair, target.path, "", trouble=PSEUDO)
        sides = sidebyside.split(text)
        if sides is not None:
            return self._side_by_side(target, text, sides)
        front = frontmatter.read(text, target.digest)
        known = confirmed(context, target, encode(text)) if context.confirmed else None
        loaded = known if isinstance(known, Loaded) else self.find(target, front, text)
        page = without_comments(parse(text, target.path, front=front))
        pair = Pair(page, locale=locale_of(context, target, front), policy=_policy(context, target))
        if isinstance(loaded, Absent):
            if loaded.is_orphan:
                pair.presence = Presence.ORPHANED if self._histories.had_english(target) else Presence.OWN
            why = loaded.reason and f"checked without English: {loaded.reason}"
            # the English that was confirmed may come yet
            is_final = loaded.is_final and known is None
            return Subject(
                pair, target.path, text, is_lasting=is_final, trouble=why, unread=loaded.unread, place=target.source
            )
        proven = _is_proven(context, front, loaded, text)
        if loaded is known:
            proven = proven or None  # the digest is of the English that the reviewer went on from
        if proven is None and loaded.trust is Trust.PAIRED:
            loaded = self._best(target, page, loaded)
        pair.source = self._english(loaded)
        if pair.source is None:
            why = "checked without English: the source is not UTF-8 text"
            return Subject(pair, target.path, text, trouble=why, place=target.source)
        pair.site = ofsite.links(context, target, pair)
        pair.trust = {True: Trust.PROVEN, False: Trust.PAIRED, None: loaded.trust}[proven]
        pair.load_newest = self._newest(target, loaded)
        instead = f"checked against other English: {loaded.instead}" if loaded.instead else ""
        instead = instead or (known if isinstance(known, str) else "")
        subject = Subject(pair, target.path, text, loaded.path, loaded.revision, trouble=instead, place=target.source)
        if pair.trust > Trust.PINNED or isinstance(context.source, TextSource):
            return subject  # no versions need be asked, or there are none
        if pair.trust is Trust.PINNED:
            return subject._replace(witnesses=Witnesses(self._histories.of(target, loaded)))
        is_whole = not self._is_brief
        words = ofsite.words(context, pair) if is_whole else None
        locales = self._locales(target) if is_whole else None
        return subject._replace(witnesses=Witnesses(self._histories.of(target, loaded), words, locales))

    def let_go(self, subject: Subject) -> None:
        """Forget a subject that nobody will look at again, but for the English that the next target may have, too."""
        english = self._last[2]
        for page in (self._awaited, subject.pair.target, subject.pair.source):
            if page is not None and page is not english:
                page.let_go()
        self._awaited = english
        subject.pair.let_go()

    def _may_be_blank(self, target: Target, text: str) -> bool:
        """Whether there was nothing to translate: some sites have pages of nothing, and files that keep a folder."""
        loaded = self.find(target, FrontMatter(), text)
        if isinstance(loaded, Absent) and loaded.is_orphan:
            return posixpath.splitext(posixpath.basename(target.relative))[0].lower() == KEEPER
        try:
            return isinstance(loaded, Loaded) and is_blank(decode(loaded.data))
        except UnreadableError:
            return False

    def _missing(self, target: Target, context: Context) -> Subject:
        """A page that should be there, beside nothing: only its absence can be spoken of."""
        page = Page(target.path, "", FrontMatter())
        pair = Pair(page, locale=locale_of(context, target, page.front), presence=Presence.MISSING)
        return Subject(pair, target.path, "", source_path=target.source, place=target.source)

    def _best(self, target: Target, page: Page, loaded: Loaded) -> Loaded:
        """Of several versions, if the source offers them, the one that fits the target best; else the first."""
        source = self.contexts[target.context].source
        others = source.others(target.source, page.front, page.text, target=target.relative) if source else []
        versions = [loaded, *others]
        if len(versions) == 1:
            return loaded
        pages = [(version, self._english(version)) for version in versions]
        return max(pages, key=lambda pair: how_well(pair[1], page) if pair[1] else 0.0)[0]

    def _side_by_side(self, target: Target, text: str, sides: sidebyside.SideBySide) -> Subject:
        context = self.contexts[target.context]
        page = without_comments(parse(sides.target.text, target.path, view=sides.target))
        english = without_comments(parse(sides.source.text, target.path, view=sides.source))
        locale = locale_of(context, target, page.front)
        pair = Pair(page, english, Trust.EMBEDDED, locale, policy=_policy(context, target))
        is_alone = context.source is None
        subject = Subject(pair, target.path, text, units=sides.units, is_lasting=is_alone, place=target.source)
        loaded = self.find(target, page.front, text)
        if isinstance(loaded, Absent):
            return subject._replace(unread=loaded.unread)
        whole = self._english(loaded)
        if whole is None:
            return subject
        proven = _is_proven(context, page.front, loaded, text)
        if proven:  # the English inside is a copy of it, and not always a true one
            pair.source, pair.trust = whole, Trust.PROVEN
            return subject._replace(source_path=loaded.path, revision=loaded.revision, is_lasting=True)
        if proven is None and loaded.trust is Trust.PAIRED:
            whole = self._english(self._best(target, english, loaded))
        pair.given = whole
        return subject._replace(is_lasting=not loaded.instead)

    def find(self, target: Target, front: FrontMatter, text: str) -> Loaded | Absent:
        """The English of a page, by its path or else its name."""
        source = self.contexts[target.context].source
        if source is None:
            return Absent("")
        found = source.load(target.source, front, text, target=target.relative)
        if isinstance(found, Absent) and target.name not in ("", target.source):
            by_name = source.load(target.name, front, text)
            return (
                by_name if isinstance(by_name, Loaded) or isinstance(found, Loaded) else found._replace(is_final=False)
            )
        return found

    def _newest(self, target: Target, loaded: Loaded) -> Callable[[], Page | None] | None:
        """What reads the newest version of a page that was made from an older one."""
        source = self._versioned[target.context]
        if source is None or loaded.trust is Trust.PAIRED:
            return None

        def load() -> Page | None:
            newest = source.newest(loaded)
            try:
                return parse(decode(newest.data), newest.path) if newest else None
            except UnreadableError:
                return None

        return load

    def _locales(self, target: Target) -> PageLocales | None:
        """The same page in other languages, where the site is known."""
        site = self.contexts[target.context].site
        if site is None:
            return None
        from doclint.run.witnesses.locales import PageLocales

        return PageLocales(site, target, self.reader(target))

    def reader(self, target: Target) -> Reader:
        """What reads all versions of a page and of its English."""
        return self._histories.reader(target)

    def _english(self, loaded: Loaded) -> Page | None:
        """The source page; None where it is not UTF-8."""
        path, data, page = self._last
        if path == loaded.path and data == loaded.data:
            return page
        try:
            page = without_comments(parse(decode(loaded.data), loaded.path))
        except UnreadableError:
            page = None
        self._last = loaded.path, loaded.data, page
        return page


def _is_proven(context: Context, front: FrontMatter, loaded: Loaded, text: str) -> bool | None:
    """Whether the page was made from this English, by whoever asks or by a digest; None where neither tells."""
    if context.is_exact and not loaded.instead:
        return True
    return digest.is_proven(front, loaded.data, text, context.policy.digest_keys)


def _policy(context: Context, target: Target) -> Policy:
    """What the team says, in the page's own dialect where the team does not name one."""
    return context.policy._replace(dialect=target.dialect) if target.dialect else context.policy


def _versioned(source: Source | None) -> Versioned | None:
    """The source, where it knows later versions; asked once, since of a protocol that takes long."""
    if isinstance(source, Versioned):
        return source
    return None
