"""The label of a tab that names a format or a language is a name, so a translation leaves it alone.

`# [HTTP](#tab/http)` becomes `[プロトコル](#tab/http)`: the reader looks for the HTTP example and finds a tab called
Protocol. Checked are labels that are acronyms, have the shape of a name, say the same as the tab's id where a
code block of that language follows, or hold signs no word has (`C#`). Labels of plain words (`Portal`) are translated
rightly.
"""

from collections.abc import Iterator

from doclint.api import (
    Bad,
    Difference,
    Good,
    Match,
    Pair,
    PieceKind,
    Problem,
    Segment,
    Severity,
    Trust,
    lazy,
    stands_in,
)

ID = "DL404"
NAME = "tab-label-changed"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="# [HTTP](#tab/http)\n\nA.\n\n# [C#](#tab/csharp)\n\nB.\n",
        target="# [⟦プロトコル⟧](#tab/http)\n\nA。\n\n# [C#](#tab/csharp)\n\nB。\n",
        expected=("HTTP",),
        fixed="# [HTTP](#tab/http)\n\nA。\n\n# [C#](#tab/csharp)\n\nB。\n",
    ),
    Bad(
        source="# [JavaScript](#tab/js)\n\nA.\n",
        target="# [⟦ДжаваСкрипт⟧](#tab/js)\n\nА.\n",
        expected=("JavaScript",),
        fixed="# [JavaScript](#tab/js)\n\nА.\n",
    ),
    Bad(
        source="# [Python](#tab/python)\n\n```python\nrun()\n```\n",
        target="# [⟦Питон⟧](#tab/python)\n\n```python\nrun()\n```\n",
        expected=("Python",),
        fixed="# [Python](#tab/python)\n\n```python\nrun()\n```\n",
    ),
]
GOOD = [
    Good(source="# [HTTP](#tab/http)\n\nA.\n", target="# [HTTP](#tab/http)\n\nА.\n"),
    Good(source="# [Portal](#tab/portal)\n\nA.\n", target="# [ポータル](#tab/portal)\n\nA。\n"),
    Good(source="# [HTTP](#tab/http)\n\nA.\n", target="# [Запрос HTTP](#tab/http)\n\nА.\n"),
]


NAME_LIKE = lazy(
    r"[A-Z]{2,}[0-9]*|[A-Z][a-z]+(?:[A-Z][a-z0-9]*)+|[A-Za-z]+(?:[#+]+)|\.[A-Z]+|[A-Za-z]+\.js|[A-Z][a-z]+-[A-Z]"
)
"""An acronym, `JavaScript`, `C#`, `.NET`, `Node.js`, `Objective-C`."""


def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is None or "(#tab/" not in pair.source.text:
        return
    for match in pair.headings:
        if "(#tab/" not in match.source.text or match.target.text.endswith(match.source.text):
            continue
        tab = match.source.tab
        if tab is None or tab != match.target.tab:
            continue
        label = match.source.plain.strip()
        if match.target.plain.strip() != label and is_name(pair, label, tab):
            yield from changed(match, label)


def is_name(pair: Pair, label: str, tab: str) -> bool:
    if NAME_LIKE.fullmatch(label):
        return True
    return pair.source is not None and any(
        code.language in (tab.lower(), label.lower()) and label.lower() == tab.lower() for code in pair.source.codes
    )


def changed(match: Match[Segment], label: str) -> Iterator[Problem]:
    links = match.target.inline.of(PieceKind.LINK)
    if len(links) != 1 or stands_in(label, links[0].text) or not links[0].text.strip():
        return
    yield Difference(match, links[0].inner).problem(
        links[0].text,
        label,
        evidence=f'the tab "{match.source.tab}"',
        put=label if "\n" not in links[0].text else None,
        is_safe=match.is_sure,
    )
