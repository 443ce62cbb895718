"""A page without its title, or without the template that its English names, looks like no other page of the site.

Many keys of a front matter are left out on purpose, and so these few are asked for, where the translation has other keys
of the English, and any other setting only where all but this one are there. A title may stand as the first heading. A
description that is left out is a note, and what tells who made a page, where from and how it
is translated is not asked for.
"""

from collections.abc import Iterator, Sequence

from doclint.api import TEMPLATE_KEYS, Bad, Damage, Entry, Fix, Good, Pair, Problem, Severity, Span, Trust, judge, lazy

ID = "DL014"
NAME = "front-matter-incomplete"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="---\ntitle: Depots\nlayout: guide\nweight: 20\n---\nText.\n",
        target="---\ntitle: Склады\nweight: 20⟦⟧\n---\nТекст.\n",
        expected=("layout",),
    ),
    Bad(
        source="---\ntitle: Depots\ndescription: All of them\nweight: 20\n---\nText.\n",
        target="---\ntitle: Depots\n⟦beschreibung⟧: Alle\nweight: 20\n---\nText, der hier steht.\n",
        expected=("description",),
        fixed="---\ntitle: Depots\ndescription: Alle\nweight: 20\n---\nText, der hier steht.\n",
    ),
    Bad(  # another key was added
        source="---\ntitle: Depots\ndescription: All of them\nweight: 20\n---\nText.\n",
        target="---\ntitle: Depots\nweight: 20\nlang: de⟦⟧\n---\nText, der hier steht.\n",
        expected=("description",),
    ),
    Bad(
        source="---\ntitle: Depots\nweight: 20\n---\nText.\n",
        target="---\nweight: 20⟦⟧\n---\nテキスト。\n",
        expected=("title",),
    ),
    Bad(  # all others are there
        source="---\ntitle: Depots\nweight: 20\nno_list: true\n---\nText.\n",
        target="---\ntitle: Склады\nweight: 20⟦⟧\n---\nТекст.\n",
        expected=("no_list",),
    ),
    Bad(  # with its value, in another mapping
        source="---\ntitle: Depots\nmenu:\n  main:\n    weight: 20\n---\nText.\n",
        target="---\ntitle: Склады\nmenu:\n  principal:\n    ⟦weight⟧: 20\n---\nТекст.\n",
        expected=("menu.main.weight",),
    ),
]
GOOD = [
    Good(
        source="---\ntitle: Depots\nweight: 20\nauthor: north\n---\nText.\n",
        target="---\ntitle: Склады\nweight: 20\n---\nТекст.\n",
    ),
    Good(
        source="---\ntitle: Depots\nweight: 20\ni18nReady: true\n---\nText.\n",
        target="---\ntitle: Склады\nweight: 20\n---\nТекст.\n",
    ),
    Good(
        source="---\ntitle: Depots\nlayout: guide\nowner: north\n---\nText.\n",
        target="---\nTitle: Склады\nlayout: guide\n---\nТекст.\n",
    ),
    Good(source="---\ntitle: Depots\n---\nText.\n", target="# 集配所\n"),
    Good(source="---\ntitle: Depots\nlayout: guide\n---\nText.\n", target="---\nlang: ja\n---\n# 集配所\n"),
    Good(source="---\ntitle: Depots\nweight: 20\n---\nText.\n", target="---\nweight: 20\n---\n", trust=Trust.PAIRED),
]

NEEDED = TEMPLATE_KEYS | {"title", "description"}
MADE = lazy(
    r"(?:.*[._-])?(?:authors?|reviewers?|approvers?|owners?|auto_?generated|source\w*|url|canonical\w*|date|draft|published|\w*edit\w*|i18n\w*|l10n\w*|\w*transl\w*)"
)
"""Who made a page, where from, and what becomes of it in other languages: a translation has others."""
SETTING = lazy(r"[\w.-]+")
FEWEST = 2
"""Keys that both have, where a page is taken to have all others."""


def check(pair: Pair) -> Iterator[Problem]:
    source, front = pair.source, pair.target.front
    if source is None or pair.trust is Trust.EMBEDDED or not (front.is_valid and front.entries):
        return
    if pair.trust is Trust.PAIRED and source.blocks and not pair.target.blocks:
        return  # nobody has translated anything of it so far
    theirs = {entry.key.casefold() for entry in front.entries}
    missing = [entry for entry in source.front.entries if entry.key.casefold() not in theirs]
    lost = [entry for entry in missing if entry.key in NEEDED]
    ours = {entry.key.casefold() for entry in source.front.entries}
    new = [entry for entry in front.entries if entry.key.casefold() not in ours]
    if not lost:
        if new and is_moved(missing, new):
            yield renamed(missing[0], new[0])
        elif len(missing) == 1 and len(ours & theirs) >= FEWEST and not new and is_setting(missing[0]):
            yield problem(missing[0], front.entries[-1])
        return
    is_one = len(new) == 1 == len(ours - theirs) and bool(ours & theirs)
    if is_one and source.front.entries.index(lost[0]) == front.entries.index(new[0]):
        yield renamed(lost[0], new[0])
        return
    if any(map(is_strange, front.entries)):
        return
    values = {entry.value for entry in front.entries}
    for entry in lost if ours & theirs else ():
        if entry.value and entry.value not in values:
            if entry.key == "title" and any(heading.level == 1 for heading in pair.target.headings):
                continue  # many a site takes its title from there
            yield problem(entry, front.entries[-1])


def is_moved(missing: Sequence[Entry], new: Sequence[Entry]) -> bool:
    """Whether the keys of an inner mapping stand below another name, all with the values they had."""
    ours, theirs = ([(one.key.rpartition(".")[2], one.value) for one in side] for side in (missing, new))
    return ours == theirs and all("." in one.key for one in missing)


def is_setting(entry: Entry) -> bool:
    """Whether a value is one word or number, and does not tell who made the page."""
    return SETTING.fullmatch(entry.value) is not None and not MADE.fullmatch(entry.key.casefold())


def is_strange(entry: Entry) -> bool:
    """Whether a key was translated, so that it may be the one that is missing."""
    return not entry.key.isascii()


def renamed(lost: Entry, new: Entry) -> Problem:
    """The problem of the one key that is missing, where one that the English has not stands in its place."""
    is_inner = "." in lost.key and lost.key.rpartition(".")[2] == new.key.rpartition(".")[2]
    return Problem(
        new.key_span,
        new.key,
        expected=lost.key,
        damage=judge(lost.key, new.key),
        fix=None if is_inner else Fix.unsafe(new.key_span, lost.key),
        evidence="key of the front matter",
        source_span=lost.key_span,
    )


def problem(lost: Entry, last: Entry) -> Problem:
    end = (last.span or last.key_span).end
    return Problem(
        Span(end, end),
        "",
        expected=lost.key,
        damage=Damage.DROPPED,
        message=f'the front matter has no "{lost.key}", which the English has',
        severity=Severity.NOTE if lost.key == "description" else None,
        evidence="key of the front matter",
        source_span=lost.key_span,
    )
