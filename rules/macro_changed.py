"""A macro tells the site how to show a word - a button, a name, a key - and shows as it is written where it is damaged.

Known are `[!UICONTROL Save]` and `[!DNL Depot]`, keys such as `++ctrl+p++`, roles such as `` {kbd}`P` ``, icons such as
`:material-lock:`, and attributes behind a link or picture such as `{ .button }`.
Reported are macros within macros, a keyword that is no English one, spaces and brackets that part them, a keyword that
was put to another one's words, words that `[!DNL]` keeps from translation, and macros that are gone from a text which
surely is the same. Left alone are includes, alerts, and the words in a button.
"""

import re
from collections import Counter
from collections.abc import Iterator

from doclint.api import Bad, Difference, Good, Match, Pair, PieceKind, Problem, Segment, Severity, Span, Trust, lazy

ID = "DL420"
NAME = "macro-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="Select [!UICONTROL Save] in [!DNL Depot] now.\n",
        target="Выберите ⟦[!UICONTROL [!DNL Сохранить]]⟧ в [!DNL Depot].\n",
        expected=("[!UICONTROL Save]",),
    ),
    Bad(
        source="Select [!UICONTROL Save] in [!DNL Depot] now.\n",
        target="[!DNL Depot] で⟦[! UICONTROL 保存]⟧を選択します。\n",
        expected=("[!UICONTROL Save]",),
    ),
    Bad(
        source="Press ++ctrl+p++ to print.\n",
        target="Нажмите ⟦++контрол+п++⟧ для печати.\n",
        expected=("++ctrl+p++",),
        fixed="Нажмите ++ctrl+p++ для печати.\n",
    ),
    Bad(
        source="Open [!DNL Depot North] and [!UICONTROL Start].\n",
        target="⟦[!DNL 北の集配所]⟧と [!UICONTROL 開始] を開きます。\n",
        expected=("[!DNL Depot North]",),
        fixed="[!DNL Depot North]と [!UICONTROL 開始] を開きます。\n",
    ),
]
GOOD = [
    Good(source="As in `{verb} {object}` and `a`.\n", target="Как в '{глагол} {объект}' и `a`.\n"),
    Good(
        source="> [!NOTE]\n> Select [!UICONTROL Save] in [!DNL Depot].\n",
        target="> [!NOTE]\n> [!DNL Depot] で [!UICONTROL 保存] を選択します。\n",
    ),
    Good(source="Press ++ctrl+p++, not a++.\n", target="Нажмите ++ctrl+p++, а не a++.\n"),
    Good(source="Press {kbd}`P`.\n", target="Нажмите {kbd}`P`.\n"),
    Good(source="Send PATCH pages/{id}`](a.md) and `b`.\n", target="Отправьте `b` и PATCH pages/{id}.\n"),
]

MACRO = lazy(r"\[!([A-Z]{2,20})[ \t]+([^\[\]\n]+)\]")
LOOSE = lazy(
    r"[\[［][ \t]*[!！][ \t]*([^\s\[\]!]{2,20})[ \t]+((?:[^\[\]\n]|\[![^\[\]\n]*\])+)(?:[\]］]|$)", re.MULTILINE
)
"""What damage leaves of one."""
KEYS = lazy(r"(?<![\w+])\+\+[\w+-]+\+\+(?![\w+])")
LOOSE_KEYS = lazy(r"(?<![\w+])\+[ \t]?\+[ \t]?\w[\w+ -]{0,40}\+[ \t]?\+(?![\w+])")
ICONS = lazy(r":(?<![\w:]:)[a-z][a-z0-9]*(?:[_-][a-z0-9]+)+:(?![\w:])")
LOOSE_ICONS = lazy(r"(?<![\w:]):[ \t]?[^\W\d][\w-]{1,40}[ \t]?:(?![\w:])")
"""`:material-lock:`, in which a sign of a pair is no time and no ratio."""
ATTRIBUTES = lazy(
    r"\{(?<=[)\]*_`]\{):?[ \t]*(?:[.#][\w-]+|[a-z-]+=[\w\"%.-]+)(?:[ \t]+(?:[.#][\w-]+|[a-z-]+=[\w\"%.-]+))*[ \t]*\}"
)
LOOSE_ATTRIBUTES = lazy(r"(?<=[)\]*_`])[ \t]*\{:?[ \t]*(?:[.#]|[\w-]+=)[^{}\n]*\}")
"""`[Open](a.md){ .button }`, without texts for readers."""
FORMS = (("++", KEYS, LOOSE_KEYS), ("-", ICONS, LOOSE_ICONS), ("{", ATTRIBUTES, LOOSE_ATTRIBUTES))
"""A sign that each has, how it is written, and what damage leaves of it."""
ROLE = lazy(r"(?<![\w/`])\{([a-z]{2,24})\}\Z")
"""What stands before the code span that it is said of."""
LONGEST = 30
KEPT = "DNL"
"""The keyword for `do not localize`."""
INCLUDE = "INCLUDE"


def check(pair: Pair) -> Iterator[Problem]:
    text = pair.source.text if pair.source else ""
    has_macros, has_roles = "[!" in text, "}`" in text
    forms = [(written, damaged) for sign, written, damaged in FORMS if sign in text and written.search(text)]
    if not (has_macros or forms or has_roles):
        return
    for match in pair.differing:
        ours = match.source.text
        if has_macros and "[!" in ours:
            yield from macros(match)
        for written, damaged in forms:
            yield from marks(match, written, damaged)
        if has_roles and "}`" in ours:
            yield from roles(match)


def macros(match: Match[Segment]) -> Iterator[Problem]:
    """Those of a text with a keyword, one by one."""
    ours = [found for found in MACRO.finditer(match.source.text) if found[1] != INCLUDE]
    if not ours:
        return
    theirs = list(LOOSE.finditer(match.target.text))
    keywords = {found[1] for found in ours}
    is_nested = any("[!" in found[2] for found in LOOSE.finditer(match.source.text))
    for at, other in enumerate(theirs):
        expected = beside(ours, theirs, at)
        if "[!" in other[2] and not is_nested:
            yield problem(match, expected[0], other, message="a macro stands within a macro")
        elif other[0][-1] not in "]］":
            yield problem(match, expected[0], other, message="the macro is never closed")
        elif not MACRO.fullmatch(other[0]) or (not other[1].isascii() and other[1] not in keywords):
            yield problem(match, expected[0], other)
    whole = [found for found in theirs if MACRO.fullmatch(found[0])]
    yield from swapped(match, ours, whole)
    lost = Counter(found[1] for found in ours) - Counter(found[1] for found in whole)
    if match.is_sure and len(theirs) < len(ours):
        for keyword in lost:
            first = next(found for found in ours if found[1] == keyword)
            yield missing(match, first[0], match.source.place(*first.span()))


def beside(ours: list[re.Match[str]], theirs: list[re.Match[str]], at: int) -> re.Match[str]:
    """The English macro that most likely stands for one: with its words, its keyword, one that is gone, or in its place."""
    other, written = theirs[at], {found[0] for found in theirs}
    gone = [found for found in ours if found[0] not in written]
    alike = [found for found in gone if found[2] == other[2]] or [found for found in gone if found[1] == other[1]]
    return alike[0] if alike else gone[0] if len(gone) == 1 else ours[min(at, len(ours) - 1)]


def swapped(match: Match[Segment], ours: list[re.Match[str]], theirs: list[re.Match[str]]) -> Iterator[Problem]:
    """Words of one keyword under another, and words that the keyword keeps from translation."""
    english = {found[2]: found for found in ours}
    known = {found[0] for found in ours}
    for other in theirs:
        expected = english.get(other[2])
        if expected and other[0] not in known:
            yield problem(match, expected[0], other, put=expected[0])
    kept = [found for found in ours if found[1] == KEPT]
    others = [found for found in theirs if found[1] == KEPT]
    gone = [found for found in kept if found[2] not in match.target.text]
    strange = [found for found in others if found[2] not in match.source.text]
    if len(kept) == len(others) and len(gone) == len(strange) == 1:
        yield problem(match, gone[0][0], strange[0], put=gone[0][0])


def marks(match: Match[Segment], written: re.Pattern[str], damaged: re.Pattern[str]) -> Iterator[Problem]:
    """Keys, icons and attributes of the English that are gone, and what stands in their place."""
    ours = list(written.finditer(match.source.text))
    if not ours:
        return
    theirs = list(written.finditer(match.target.text))
    names = [found[0] for found in ours]
    gone = list((Counter(names) - Counter(found[0] for found in theirs)).elements())
    strange = [found for found in damaged.finditer(match.target.text) if found[0] not in names]
    if gone and len(gone) == len(strange):
        for expected, other in zip(gone, strange, strict=True):
            yield problem(match, expected, other, put=expected)
    elif gone and not strange and match.is_sure:
        first = next(found for found in ours if found[0] == gone[0])
        yield missing(match, gone[0], match.source.place(*first.span()))


def roles(match: Match[Segment]) -> Iterator[Problem]:
    """Roles of the English that are gone, where as much code stands there without one."""
    ours, theirs = (list(roles_of(side)) for side in (match.source, match.target))
    lost = Counter(role[0] for role in ours) - Counter(role[0] for role in theirs)
    if match.target.text.count("}`") >= len(ours):
        return  # the name of a role was changed
    if lost and match.is_sure and len(theirs) < len(ours):
        written, span = next(role[1:] for role in ours if lost[role[0]])
        yield missing(match, written, span)


def roles_of(segment: Segment) -> Iterator[tuple[str, str, Span]]:
    """The name of each role, as it is written with its code, and where that stands in the page."""
    text = segment.page.text
    for piece in segment.inline.of(PieceKind.CODE):
        start = piece.span.start
        if text[start - 1 : start] == "}" and (role := ROLE.search(text[max(0, start - LONGEST) : start])):
            span = Span(start - len(role[0]), piece.span.end)
            yield role[1], span.of(text), span


def missing(match: Match[Segment], expected: str, span: Span) -> Problem:
    """The problem of a macro that is nowhere in the text."""
    return Difference(match, match.target.span, span).problem(
        match.target.plain,
        expected,
        evidence="a macro of the English",
        message=f'"{expected}" is missing',
        severity=Severity.WARNING,
    )


def problem(
    match: Match[Segment], expected: str, found: re.Match[str], *, message: str = "", put: str | None = None
) -> Problem:
    span = match.target.place(*found.span())
    is_whole = span.of(match.target.page.text) == found[0]
    return Difference(match, span).problem(
        found[0],
        expected,
        evidence="a macro of the English",
        message=message and f'"{found[0]}": {message}',
        put=put if is_whole else None,
        is_no_english=True,
    )
