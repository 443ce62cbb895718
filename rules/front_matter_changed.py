"""Site generators read the front matter: its keys, and values that are words of theirs, stay as they are.

`doc_type: apiPageType` that became `doc_type: апипагетипе` gets no template, `draft: falsch` publishes a
draft, and nobody reads a key `заголовок`. Prose values (titles, descriptions, keywords) are for the translator, paths
and addresses are localized, and numbers, dates and versions are a team's own, so all these may differ (a number that was
the English one until a change is a note); keys may be added, and most left out. A plain word in lower case is protected
only where the source is known. A name that became several words is a warning, and so is one that stands on the page
(`hero.name`, `image.alt`); several words of a label (`sidebar_label`) are another one. A switch (`true`) that became a
word is always on; in plain letters it is a warning, as another template is.
"""

import re
from collections import Counter
from collections.abc import Iterator

from doclint.api import (
    SWITCH_VALUES,
    TEMPLATE_KEYS,
    Bad,
    Dialect,
    Entry,
    Fix,
    Good,
    Page,
    Pair,
    Problem,
    Severity,
    Trust,
    front_keys_changed,
    is_name,
    judge,
    resembles,
    stands_in,
)

ID = "DL004"
NAME = "front-matter-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="---\ntitle: Follow a parcel\ndoc_type: apiPageType\n---\nText.\n",
        target="---\ntitle: Отследить посылку\ndoc_type: ⟦апиПажетипе⟧\n---\nТекст.\n",
        expected=("apiPageType",),
        fixed="---\ntitle: Отследить посылку\ndoc_type: apiPageType\n---\nТекст.\n",
    ),
    Bad(
        source="---\ntitle: Depots\ndraft: false\nlayout: wide\n---\nText.\n",
        target="---\ntitle: デポ\ndraft: ⟦偽⟧\nlayout: ⟦ワイド⟧\n---\nテキスト。\n",
        expected=("false", "wide"),
        fixed="---\ntitle: デポ\ndraft: false\nlayout: wide\n---\nテキスト。\n",
    ),
    Bad(  # whatever version the English is of
        source="---\ntitle: Depots\nsidebar: true\nlayout: use-cases\n---\nText.\n",
        target="---\ntitle: Depolar\nsidebar: ⟦doğru⟧\nlayout: ⟦kullanım-durumları⟧\n---\nMetin.\n",
        expected=("true", "use-cases"),
        fixed="---\ntitle: Depolar\nsidebar: true\nlayout: use-cases\n---\nMetin.\n",
        trust=Trust.PAIRED,
    ),
    Bad(
        source="---\ntitle: Depots\nsidebar_label: All depots\n---\nText.\n",
        target="---\n⟦عنوان⟧: المستودعات\nsidebar_label: كل المستودعات\n---\nنص.\n",
        expected=("title",),
        fixed="---\ntitle: المستودعات\nsidebar_label: كل المستودعات\n---\nنص.\n",
    ),
    Bad(
        source="---\ntitle: Depots\n---\nText.\n",
        target="---\n⟦Title⟧: Lager\n---\nText.\n",
        expected=("title",),
        fixed="---\ntitle: Lager\n---\nText.\n",
    ),
]
GOOD = [
    Good(
        source="---\ntitle: Depots\nweight: 260\npermalink: /docs/depots\ndate: 2024-05-01\n---\nText.\n",
        target="---\ntitle: Depósitos\nweight: 265\npermalink: /es/docs/depots\ndate: 2024-06-01\nlang: es\n---\nTexto.\n",
    ),
    Good(
        source="---\ntitle: Depots\ndisplay: Incremental\nkeywords: depot\n---\nText.\n",
        target="---\ntitle: 仓库\ndisplay: 增量\n---\n文本。\n",
    ),
    Good(
        source="---\nspelling: scanEvents\nproduct: null\n---\nText.\n",
        target="---\nspelling: scanEvents etiquetas\nproduct:\n---\nTexto.\n",
    ),
    Good(  # another version may say another word
        source="---\nlayout: wide\n---\nText.\n", target="---\nlayout: schmal\n---\nText.\n", trust=Trust.PAIRED
    ),
]

WORD = re.compile(r"[a-z]+", re.ASCII)
"""A plain word of a generator's, as `wide`; words of a person's begin with a capital or are several."""

NUMBER = re.compile(r"\d+(?:\.\d+)*")

WITH_SWITCH = frozenset({"draft", "published", "headless", "unlisted"})
"""Keys that generators read as a switch and nothing else."""

PROSE = frozenset({"title", "description", "keywords", "keyword", "tags", "summary", "categories"})
"""Keys whose value is for readers even where it is one word."""

ADDRESSES = frozenset({"slug", "permalink", "url"})
"""Keys whose value is a page's address, which sites also have in the words of each language."""

LAST_WORD = re.compile(r"[._-]|(?<=[a-z])(?=[A-Z])")

SHOWN = frozenset({"name", "alt", "title", "text", "tagline", "label", "caption", "subtitle", "heading"})
"""Keys whose value stands on the page: the buttons and pictures of a landing page have them."""


def check(pair: Pair) -> Iterator[Problem]:
    source = pair.source if pair.trust is not Trust.EMBEDDED else None
    if source is None or not source.front.entries or not source.front.is_valid:
        return
    is_any_case = not pair.is_exact or pair.policy.dialect is Dialect.HUGO
    yield from front_keys_changed(source, pair.target, is_any_case=is_any_case)
    for entry in source.front.entries:
        theirs = pair.target.front.get(entry.key)
        if theirs is None or theirs.span is None or theirs.value == entry.value:
            continue
        if is_other_setting(entry, theirs.value):
            yield setting(entry, theirs)
            continue
        if NUMBER.fullmatch(entry.value) and NUMBER.fullmatch(theirs.value):
            yield setting(entry, theirs)._replace(is_told_if_right_before=True, severity=Severity.NOTE)  # a team's own
            continue
        if not theirs.value or is_token(theirs.value) or stands_in(entry.value, theirs.value):
            continue  # emptied, another setting, or a list that grew
        is_broken = is_unread(entry.key, entry.value, theirs.value)
        is_meant = is_broken or is_protected(entry.key, entry.value, pair)
        if is_meant and not is_label(entry, theirs.value) and entry.key not in repeated(source) | repeated(pair.target):
            is_safe = resembles(entry.value, theirs.value)
            yield Problem(
                theirs.span,
                theirs.value,
                expected=entry.value,
                damage=judge(entry.value, theirs.value),
                severity=Severity.WARNING if len(theirs.value.split()) > 1 or is_shown(entry.key) else None,
                evidence=f'value of "{entry.key}" in the front matter',
                fix=Fix.of(theirs.span, entry.value, is_safe=is_safe),
                source_span=entry.span,
                is_sample=last_word(entry.key) in ADDRESSES,
                breaks_build=is_broken,
            )


def is_other_setting(entry: Entry, found: str) -> bool:
    """Whether a switch became a word in plain letters, or a template the name of another."""
    name = entry.key.rpartition(".")[2].casefold()
    if not found.isascii() or found.casefold() in SWITCH_VALUES | {"on", "off", "yes", "no", "auto", "null"}:
        return False
    if entry.value in SWITCH_VALUES:
        return found.isalpha()
    return name in TEMPLATE_KEYS and WORD.fullmatch(entry.value) is not None and " " not in found and bool(found)


def setting(entry: Entry, theirs: Entry) -> Problem:
    """The problem of a plain word that no switch is, or that is the name of another template: the author's, perhaps."""
    is_broken = entry.value in SWITCH_VALUES and entry.key.casefold() in WITH_SWITCH
    span = theirs.span or theirs.key_span
    return Problem(
        span,
        theirs.value,
        expected=entry.value,
        damage=judge(entry.value, theirs.value),
        severity=None if is_broken else Severity.WARNING,
        evidence=f'value of "{entry.key}" in the front matter',
        fix=Fix.unsafe(span, entry.value),
        source_span=entry.span,
        breaks_build=is_broken,
    )


def is_shown(key: str) -> bool:
    """Whether readers see the value of a key, where a name may be written in their letters."""
    return last_word(key) in SHOWN


def last_word(key: str) -> str:
    """The word of a key that says what it holds, in small letters."""
    return LAST_WORD.split(key)[-1].casefold()


def is_label(entry: Entry, found: str) -> bool:
    """Whether several other words stand for one that readers see: `sidebar_label: WebSockets`."""
    words = found.split()
    return len(words) > 1 and is_shown(entry.key) and "".join(words).casefold() != entry.value.casefold()


def is_unread(key: str, value: str, found: str) -> bool:
    """Whether no generator can read what became of a value: a switch in words, a template in letters beyond ASCII."""
    if value in SWITCH_VALUES:
        return not found.isascii()  # in plain letters it may be another setting, as VuePress has `sidebar: auto`
    name = key.rpartition(".")[2].casefold()
    return name in TEMPLATE_KEYS and value.isascii() and not found.isascii() and value.islower() and " " not in value


def repeated(page: Page) -> set[str]:
    """The keys that stand more than once: nobody knows which of them the generator reads."""
    counts = Counter(entry.key for entry in page.front.entries)
    return {key for key, count in counts.items() if count > 1}


def is_protected(key: str, value: str, pair: Pair) -> bool:
    """Whether a value is a word of the generator's: a name by its shape, or one lower-case word of a known source."""
    if key.rpartition(".")[2].casefold() in PROSE:
        return False
    return is_name(value) or (pair.is_exact and WORD.fullmatch(value) is not None)  # sites name their own categories


def is_token(value: str) -> bool:
    """Whether a value is of the same make, another setting rather than damage."""
    return is_name(value) or WORD.fullmatch(value) is not None
