"""An include names a file that the build puts in its place, so its path stays as it is.

`[!INCLUDE [text](../../includes/beta-disclaimer.md)]` draws in a passage that many pages share. With
another path, a translated keyword or a space too many the passage is gone, and the reader finds the markup instead.
The text between the inner brackets is never shown and is free, and so is a tag of the locale in the path.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from doclint.api import (
    Bad,
    Damage,
    Difference,
    Fix,
    Good,
    Match,
    Pair,
    Problem,
    Segment,
    Severity,
    Span,
    Trust,
    address,
    beyond,
    judge,
    lazy,
)

ID = "DL402"
NAME = "include-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="[!INCLUDE [beta](../includes/beta-note.md)]\n",
        target="[!INCLUDE [beta](⟦../включает/бета-ноте.md⟧)]\n",
        expected=("../includes/beta-note.md",),
        fixed="[!INCLUDE [beta](../includes/beta-note.md)]\n",
    ),
    Bad(  # the keyword
        source="[!INCLUDE [beta](../includes/beta-note.md)]\n",
        target="⟦[!含める [ベータ](../includes/beta-note.md)]⟧\n",
        expected=("[!INCLUDE [beta](../includes/beta-note.md)]",),
        fixed="[!INCLUDE [ベータ](../includes/beta-note.md)]\n",
    ),
    Bad(  # of MkDocs
        source='--8<-- "rules.md"\n\nText.\n\n--8<-- "end.md"\n',
        target='⟦—8<— "rules.md"⟧\n\nТекст.\n\n⟦--8<-- "конец.md"⟧\n',
        expected=('--8<-- "rules.md"', '--8<-- "end.md"'),
        fixed='--8<-- "rules.md"\n\nТекст.\n\n--8<-- "end.md"\n',
    ),
    Bad(  # spaces and wide brackets
        source="Before.\n\n[!INCLUDE[rules](rules.md)]\n",
        target="前。\n\n⟦[! INCLUDE [規則]（rules.md）]⟧\n",
        expected=("[!INCLUDE[rules](rules.md)]",),
        fixed="前。\n\n[!INCLUDE[規則](rules.md)]\n",
    ),
]
GOOD = [
    Good(source="[!INCLUDE [a](new-1.md)]\n", target="[!INCLUDE [а](new-2.md)]\n", trust=Trust.PAIRED),
    Good(source="[!INCLUDE [beta](beta-note.md)]\n", target="[!INCLUDE [бета](beta-note.md)]\n"),
    Good(source="[!INCLUDE [beta](en-us/beta.md)]\n", target="[!include [ベータ](ja-jp/beta.md)]\n"),
    Good(
        source="[!INCLUDE [one](a.md)] [!INCLUDE [two](b.md)]\n",
        target="[!INCLUDE [два](b.md)] [!INCLUDE [один](a.md)]\n",
    ),
]


DIRECTIVE = lazy(r"(\[!([A-Za-z]+(?:-\w+)*)(\s*)\[)([^\[\]]*)(\]\()([^()]*)(\)\])")
"""As the build reads it; `[!code-csharp[text](path)]` draws in an example likewise."""

LOOSE = lazy(
    r"[\[［]\s?[!！]\s?([^\s\[\]()（）［］]{1,40})\s?[\[［]([^\[\]［］]*)[\]］]\s?[(（]([^()（）]*)[)）]\s?[\]］]"
)
"""What damage leaves of it."""


SNIPPET = lazy(r"-{1,3}8<-{1,3}[ \t]+[\"']([^\"'\n]+)[\"'](?=[ \t]*\r?$)", re.MULTILINE)
"""As MkDocs draws in a file."""
LOOSE_SNIPPET = lazy(r"(?<![^\s])[-–—]+[ \t]?8[ \t]?<[ \t]?[-–—]+[ \t]*[^\n]*?(?=[ \t]*\r?$)", re.MULTILINE)


DRAWN = lazy(r"^<<<[ \t]+(@?[^\s{}]+)[^\n]*?(?=[ \t]*\r?$)", re.MULTILINE)

LOOSE_DRAWN = lazy(r"^<[ \t]?<[ \t]?<?[ \t]*@[^\n]*?(?=[ \t]*\r?$)", re.MULTILINE)
"""What VitePress draws in: `<<< @/parts/depot.ts{3}`."""


class Include(NamedTuple):
    """One directive in a segment."""

    keyword: str
    path: str

    @property
    def key(self) -> tuple[object, ...]:
        return self.keyword.casefold(), *address(self.path)[:4]


def check(pair: Pair) -> Iterator[Problem]:
    source = pair.source.text if pair.source else ""
    if "8<" in source:
        yield from snippets(source, pair.target.text, SNIPPET, LOOSE_SNIPPET)
    if "<<<" in source:
        yield from snippets(source, pair.target.text, DRAWN, LOOSE_DRAWN)
    if "[!" not in source or written(source) == written(pair.target.text):
        return
    for match in pair.texts:
        if "[!" in match.source.text and match.source.text != match.target.text:
            yield from changed(match)


def snippets(source: str, target: str, form: re.Pattern[str], loose: re.Pattern[str]) -> Iterator[Problem]:
    """The lines of MkDocs and VitePress that draw in a file, and are not the English ones, where both have as many."""
    ours, theirs = list(form.finditer(source)), list(loose.finditer(target))
    if len(ours) != len(theirs):
        return
    known = {address(found[1])[:4] for found in ours}
    for one, other in zip(ours, theirs, strict=True):
        whole = form.fullmatch(other[0])
        if (whole is None or address(whole[1])[:4] not in known) and other[0] not in source:
            span, expected = Span(*other.span()), one[0].strip()
            yield Problem(
                span,
                other[0],
                expected,
                judge(expected, other[0]),
                fix=Fix.unsafe(span, expected),
                evidence="an include of the English",
                source_span=Span(*one.span()),
                is_no_english=whole is None or not other[0].isascii(),
            )


def written(text: str) -> list[tuple[str, str]]:
    return [(found[2], found[6]) for found in DIRECTIVE.finditer(text)]


def changed(match: Match[Segment]) -> Iterator[Problem]:
    """The one directive of the English that is missing, and the one of the target that is none of the English."""
    ours = list(DIRECTIVE.finditer(match.source.text))
    theirs = list(LOOSE.finditer(match.target.text))
    keys = [Include(one[2], one[6]).key for one in ours]
    whole = {one.start() for one in DIRECTIVE.finditer(match.target.text)}
    others = [(*Include(one[1], one[3]).key, *([] if one.start() in whole else ["broken"])) for one in theirs]
    missing, strange = beyond(keys, others), beyond(others, keys)
    if len(missing) != 1 or len(strange) != 1:
        return
    mine, yours = ours[keys.index(missing[0])], theirs[others.index(strange[0])]
    yield problem(match, mine, yours, whole)


def problem(match: Match[Segment], ours: re.Match[str], theirs: re.Match[str], whole: set[int]) -> Problem:
    is_path = theirs.start() in whole and ours[2].casefold() == theirs[1].casefold()
    expected, found = (ours[6], theirs[3]) if is_path else (ours[0], theirs[0])
    span = match.target.place(*(theirs.span(3) if is_path else theirs.span()))
    text = expected if is_path else f"{ours[1]}{theirs[2]}{ours[5]}{ours[6]}{ours[7]}"
    is_plain = span.of(match.target.page.text) == found
    may_have_moved = is_path and any(found in segment.text for segment in match.source.page.segments())
    return Difference(match, span, match.source.place(*ours.span(6 if is_path else 0))).problem(
        found,
        expected,
        evidence="an include of the English",
        damage=judge(expected, found) if is_path else Damage.HALF_TRANSLATED,
        message="" if is_path else f'"{found}" is not a directive, but "{expected}" is',
        put=text if is_plain else None,
        is_safe=match.is_sure and not may_have_moved,
    )
