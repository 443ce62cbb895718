"""The language behind a fence tells the site how to show the code, and tools whether to run it, so it stays as it is.

In `piton` nothing is coloured, `mermaid` that is lost shows its source in the place of a drawing. Compared are examples
of as many lines that share a half of them, so that comments may be translated. One name of a shell for another is left alone, and so
is a language where the English names none; `ts` for `js` is a note.
"""

from collections.abc import Iterator

from doclint.api import (
    PROSE_LANGUAGES,
    SHELLS,
    Bad,
    Code,
    Difference,
    Good,
    Match,
    Pair,
    Part,
    Problem,
    Severity,
    Span,
    Trust,
    is_same_language,
)

ID = "DL311"
NAME = "fence-language-changed"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED
READS = (Part.CODE,)

BAD = [
    Bad(
        source="# Depots\n\nOpen it:\n\n```python\ndepot.open()\n```\n",
        target="# Lager\n\nÖffnen Sie es:\n\n```⟦pyton⟧\ndepot.open()\n```\n",
        expected=("python",),
        fixed="# Lager\n\nÖffnen Sie es:\n\n```python\ndepot.open()\n```\n",
    ),
    Bad(
        source="# Depots\n\nOpen it:\n\n``` js\ndepot.open()\n```\n",
        target="# 集配所\n\n開きます。\n\n``` ⟦ジェイエス⟧\ndepot.open()\n```\n",
        expected=("js",),
        fixed="# 集配所\n\n開きます。\n\n``` js\ndepot.open()\n```\n",
    ),
    Bad(
        source="# Depots\n\nOpen it:\n\n```json\n{}\n```\n",
        target="# Склады\n\nОткройте его:\n\n```⟦⟧\n{}\n```\n",
        expected=("json",),
    ),
    Bad(  # a note
        source="# Depots\n\nOpen it:\n\n```ts\ndepot.open()\n```\n",
        target="# Lager\n\nÖffnen Sie es:\n\n```⟦js⟧\ndepot.open()\n```\n",
        fixed="# Lager\n\nÖffnen Sie es:\n\n```ts\ndepot.open()\n```\n",
    ),
    Bad(  # with a comment that was translated
        source="# Depots\n\nOpen it:\n\n```ruby\n# All doors\ndepot.open\n```\n",
        target="# 창고\n\n여세요.\n\n```⟦rust⟧\n# 모든 문\ndepot.open\n```\n",
        expected=("ruby",),
        fixed="# 창고\n\n여세요.\n\n```ruby\n# 모든 문\ndepot.open\n```\n",
    ),
]
GOOD = [
    Good(source="# A\n\n```sh\ndepot open\n```\n", target="# А\n\n```bash\ndepot open\n```\n"),
    Good(source="# A\n\n```\ndepot.open()\n```\n", target="# ア\n\n```python\ndepot.open()\n```\n"),
    Good(source="# A\n\n```typescript\nlet a = 1;\n```\n", target="# ア\n\n```ts\nlet a = 1;\n```\n"),
    Good(source="# A\n\n```JSON\n{}\n```\n", target="# ア\n\n```json\n{}\n```\n"),
    Good(source="# A\n\n```text\nDepot is open\n```\n", target="# А\n\n```\nСклад открыт\n```\n"),
]

SCRIPTS = frozenset("js javascript jsx mjs cjs ts typescript tsx mts cts".split())
"""Names of one language with types and without, which a site shows alike."""

DRAWN = frozenset(("mermaid", "diff"))
"""Of these the site makes something else than text."""


def check(pair: Pair) -> Iterator[Problem]:
    for match in pair.codes:
        ours, theirs = match.source.language, match.target.language
        if ours != theirs and ours and not is_free(ours, theirs) and is_same(match.source.text, match.target.text):
            yield problem(match, ours, theirs)


def is_same(ours: str, theirs: str) -> bool:
    """Whether both examples have as many lines, and a half of them in common; white space does not count."""
    here, there = ([" ".join(line.split()) for line in text.splitlines() if line.strip()] for text in (ours, theirs))
    return len(here) == len(there) and 2 * len({*here} & {*there}) >= len({*here})


def is_free(expected: str, found: str) -> bool:
    """Whether the one is as good as the other: two names of a shell or a language, none for what is text all the same."""
    if expected in SHELLS:
        return found in SHELLS
    if found and is_same_language(expected, found):
        return True
    return expected in PROSE_LANGUAGES and expected not in DRAWN and (not found or found in PROSE_LANGUAGES)


def severity(expected: str, found: str) -> Severity | None:
    """An error for a name that no language has; a note where the code looks the same by both names."""
    if not found.isascii():
        return Severity.ERROR
    return Severity.NOTE if {expected, found} <= SCRIPTS else None


def problem(match: Match[Code], expected: str, found: str) -> Problem:
    """The problem of another name, or of none; its place is then the fence."""
    target = match.target
    at = target.info.casefold().find(found) if found else -1
    span = Span(target.info_span.start + at, target.info_span.start + at + len(found)) if at >= 0 else target.info_span
    return Difference(match, span, match.source.info_span).problem(
        found,
        expected,
        evidence="the language of the code in English",
        message=f'the code block is marked "{found}", in the English "{expected}"' if found else "",
        put=expected if at >= 0 else None,
        severity=severity(expected, found),
        is_no_english=not found.isascii(),
    )
