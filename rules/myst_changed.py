"""The name of a MyST directive or role, and of its options, is read by Sphinx, so a translation repeats it.

`{図}` draws no figure, `:幅:` is no option, and `{文書}` before a code span shows as text. Some languages have names of
directives of their own, which docutils knows and reads where the language of the site is set: those are a warning, and
all names of directives are where docutils is not installed. Roles and options have none, and are read in plain letters
only. The words in a directive, and behind its name, are for readers.
"""

import re
from collections.abc import Iterator

from doclint.api import (
    Bad,
    Code,
    Confidence,
    Difference,
    Fix,
    Good,
    Match,
    Page,
    Pair,
    Problem,
    Segment,
    Severity,
    Span,
    Trust,
    beyond,
    code_spans,
    judge,
    lazy,
    local_names,
)

ID = "DL417"
NAME = "myst-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="```{figure} ../img/card.png\n:width: 200px\n```\n",
        target="```{⟦絵図⟧} ../img/card.png\n:⟦幅⟧: 200px\n```\n",
        expected=("figure", "width"),
        fixed="```{figure} ../img/card.png\n:width: 200px\n```\n",
    ),
    Bad(
        source="See {doc}`the desk <desk>`.\n",
        target="См. {⟦документик⟧}`стойку <desk>`.\n",
        expected=("doc",),
        fixed="См. {doc}`стойку <desk>`.\n",
    ),
]
GOOD = [
    Good(source="```{note}\nRing.\n```\n", target="```{note}\n鳴らす。\n```\n"),
    Good(source="```{note}\nRing.\n```\n", target="```{tip}\nЗвоните.\n```\n"),
    Good(source="```{code-block} sh\n:caption: A\na\n```\n", target="```{code-block} sh\n:caption: А\na\n```\n"),
    Good(source="See {doc}`the desk <desk>`.\n", target="См. {doc}`стойку <desk>`.\n"),
    Good(source="Use `/{parcel}` or `{day|night}` here.\n", target="Пишите `/{посылка}` или `{день|ночь}` здесь.\n"),
]

DIRECTIVE = lazy(r"\{([^\s{}]+)\}")
OPTION = lazy(r"^[ \t]*:([^\s:`]+):(?=[ \t]|\r?$)([^\r\n]*)", re.MULTILINE)
LABEL = lazy(r"^\(([\w:.-]+)\)=[ \t]*$", re.MULTILINE)
LOOSE_LABEL = lazy(r"^\([^()\n]+\)[ \t]*[=＝]", re.MULTILINE)
FILES = ("include", "literalinclude", "figure", "image")
"""Directives that are given a file."""
PATH = lazy(r"(?<=\}\s)\S+")
SETTING = lazy(r"\d+(?:px|%|em)?|true|false")
SPAN = lazy(r"(?:\{[\w:+-]+\})?`[^`\n]+`")
ROLE = lazy(r"\{([^\s{}`]+)\}(?=`[^`])")


def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is None or "{" not in pair.source.text:
        return
    for code in pair.codes:
        if DIRECTIVE.match(code.source.info):
            yield from directive(pair, code)
    for match in pair.differing:
        if "}`" in match.source.text:
            yield from roles(pair, match)
    yield from labels(pair.source, pair.target)


def labels(source: Page, target: Page) -> Iterator[Problem]:
    """The names before headings that roles lead to, where one is gone: other letters, or a space before its sign."""
    if ")=" not in source.text:
        return
    ours, theirs = (dict.fromkeys(LABEL.findall(page.text)) for page in (source, target))
    gone = [label for label in ours if label not in theirs]
    strange = [found for found in LOOSE_LABEL.finditer(target.text) if found[0].strip()[1:-2] not in ours]
    if len(gone) == len(strange) == 1:
        span = Span(*strange[0].span())
        expected = f"({gone[0]})="
        yield Problem(
            span=span,
            found=strange[0][0],
            expected=expected,
            damage=judge(expected, strange[0][0]),
            evidence="a name that other pages lead to",
            fix=Fix.unsafe(span, expected),
        )


def directive(pair: Pair, match: Match[Code]) -> Iterator[Problem]:
    """The name of a directive, and those of the options at its beginning."""
    source, target = match.source, match.target
    ours, theirs = DIRECTIVE.match(source.info), DIRECTIVE.match(target.info)
    if ours and theirs:
        at = target.info_span.start
        names = local_names(pair.locale or "")
        is_known = names is None or theirs[1].casefold() in names
        span = Span(at + theirs.start(1), at + theirs.end(1))
        yield from changed(pair, match, ours[1], theirs[1], span, is_known=is_known)
        if ours[1] in FILES and (file := PATH.search(source.info)) and (other := PATH.search(target.info)):
            yield from changed(pair, match, file[0], other[0], Span(at + other.start(), at + other.end()))
    options, others = (list(OPTION.finditer(side.text)) for side in (source, target))
    if len(options) == len(others):
        for one, other in zip(options, others, strict=True):
            yield from changed(pair, match, one[1], other[1], target.place(*other.span(1)))
            if one[1] == other[1] and one[2].strip() != other[2].strip() and SETTING.fullmatch(one[2].strip()):
                place = target.place(*other.span(2))
                yield different(match, one[2].strip(), other[2].strip(), place)
    elif ours and target.language == "markdown":
        yield from (different(match, one[0].strip(), "", target.place(0, 0)) for one in gone(options, others))
    if ours and target.language == "markdown":
        spans, theirs_spans = ([*SPAN.finditer(side.text)] for side in (source, target))
        lost, new = beyond(spans, theirs_spans, whole), beyond(theirs_spans, spans, whole)
        if len(lost) == len(new):
            for one, other in zip(lost, new, strict=True):
                yield different(match, one[0], other[0], target.place(*other.span()))


def whole(found: re.Match[str]) -> str:
    return found[0]


def gone(ours: list[re.Match[str]], theirs: list[re.Match[str]]) -> list[re.Match[str]]:
    """The one option that the translation lacks, where it has all others."""
    names = {one[1] for one in theirs}
    lost = [one for one in ours if one[1] not in names]
    return lost if len(lost) == 1 == len(ours) - len(theirs) else []


def different(match: Match[Code], expected: str, found: str, span: Span) -> Problem:
    """The problem of code or of a setting in a directive that is another, or gone."""
    return Difference(match, span).problem(found, expected, evidence="the English directive", severity=Severity.WARNING)


def roles(pair: Pair, match: Match[Segment]) -> Iterator[Problem]:
    """The names of roles in running text, where one is gone and one is strange."""
    ours, theirs = roles_of(match.source), roles_of(match.target)
    known = {role[1] for role in ours}
    strange = [role for role in theirs if role[1] not in known]
    gone = [role for role in ours if role[1] not in {role[1] for role in theirs}]
    if len(gone) == len(strange) == 1:
        yield from changed(pair, match, gone[0][1], strange[0][1], match.target.place(*strange[0].span(1)))


def roles_of(segment: Segment) -> list[re.Match[str]]:
    """The roles of a text; braces at the end of a code span are code, as in `{name}`."""
    within = [code.whole for code in code_spans(segment)]
    found = ROLE.finditer(segment.text)
    return [role for role in found if not any(segment.place(*role.span(1)).overlaps(span) for span in within)]


def changed(
    pair: Pair, match: Match[Code] | Match[Segment], ours: str, theirs: str, span: Span, *, is_known: bool = False
) -> Iterator[Problem]:
    """A name in other letters than Sphinx's own; another name in plain letters is another directive."""
    if ours == theirs or theirs.isascii() or not ours.isascii():
        return
    fix = Fix.unsafe(span, ours) if span.of(pair.target.text) == theirs else None
    yield Problem(
        span=span,
        found=theirs,
        expected=ours,
        damage=judge(ours, theirs),
        severity=Severity.WARNING if is_known else None,
        fix=fix,
        confidence=Confidence(max(match.confidence, Confidence.MEDIUM)),
        evidence="a name that Sphinx reads unless its language is set" if is_known else "a name that Sphinx reads",
        source=match.source,
        target=match.target,
    )
