"""A fence that does not open or close turns prose into code, or code into prose, down to the end of the page.

Four things break one: no closing fence, other signs or fewer than three backticks in its place, an invisible character
before the fence (a zero-width space, a no-break space, a byte order mark in the middle of the page), and a fence glued
to the end of the line before. The second and the last are told by the English, which has more code blocks and no such
signs. What the English has as well is left alone, and so is code that begins and ends in one line.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator

from doclint.api import Bad, Code, Confidence, Fix, Good, Page, Pair, Problem, Severity, Span, Trust, lazy

ID = "DL503"
NAME = "fence-broken"
SEVERITY = Severity.ERROR
NEEDS = Trust.ALONE

BAD = [
    Bad(
        target="Запрос:\n\n⟦\u200b⟧```http\nGET /parcels\n⟦\u200b⟧```\n",
        fixed="Запрос:\n\n```http\nGET /parcels\n```\n",
    ),
    Bad(
        target="要求:\n\n⟦```http⟧\nGET /parcels\n\n応答は次のとおりです。\n",
        source="The request:\n\n```http\nGET /parcels\n```\n\nThe response:\n",
    ),
    Bad(
        source="The request:\n\n```http\nGET /parcels\n```\n",
        target="Запрос: ⟦```http⟧\nGET /parcels\n```\n",
    ),
    Bad(target="# अनुरोध\n\n⟦\u00a0⟧```http\nGET /parcels\n```\n", fixed="# अनुरोध\n\n```http\nGET /parcels\n```\n"),
    Bad(
        source="# A\n\n```sh\na\n```\n\nText.\n\n```js\nb\n```\n",
        target="# А\n\n```sh\na\n⟦``⟧\n\nТекст.\n\n⟦“`⟧js\nb\n```\n",
        expected=("```", "```"),
        fixed="# А\n\n```sh\na\n```\n\nТекст.\n\n```js\nb\n```\n",
    ),
    Bad(
        source="# A\n\n```sh\na\n```\n\n# B\n\n```js\nb\n```\n",
        target="# А\n\nсначала a\n\n# Б\n\n⟦```js⟧\nb\n```\n",
    ),
    Bad(  # a block less, and signs around texts in code, which are no fences
        source='# A\n\n```sh\na\n```\n\n```py\n"""Say."""\n```\n',
        target='# А\n\nТекст.\n\n⟦```py⟧\n"""\nСкажи.\n"""\n```\n',
    ),
]
GOOD = [
    Good(target="\ufeff```http\nGET /посылки\n```\n"),
    Good(target="- 手順\n\n  ```\n  a\n  ```\n\n````\n```\n````\n"),
    Good(source="```\nGET /parcels\n", target="```\nGET /посылки\n"),
    Good(source="Use ```a``b```.\n", target="Используйте ```a``b```.\n"),
    Good(source="```\na\n```\n\nUse it.\n", target="Используйте ```a```\n", trust=Trust.PAIRED),
]

HIDDEN = lazy(r"^[ \t>]*([^\x00-\x7f\w]{1,8})[ \t]*(?=`{3}|~{3})", re.MULTILINE)
GLUED = lazy(r"(?<=[^\s`>])[ \t]*(`{3,})[A-Za-z]*[ \t]*$", re.MULTILINE)
WORN = lazy(r"^[ \t>]*([`´‘’'\"“”„]{1,3}(?:[ \t]?[`´‘’'\"“”„]){1,2})([A-Za-z]*)[ \t]*\r?$", re.MULTILINE)
"""What may be left of a fence."""
PLAIN_QUOTES = frozenset("'\" \t")


def check(pair: Pair) -> Iterator[Problem]:
    text = pair.target.text
    if "```" not in text and "~~~" not in text:
        return
    problems = [*hidden(pair), *glued(pair), *worn(pair)] or [*unclosed(pair)]
    problems = problems or [*swallowed(pair)] or [*miscounted(pair)]
    yield from problems


def hidden(pair: Pair) -> Iterator[Problem]:
    text = pair.target.text
    before = (part.rstrip(" \t")[-1:] for fence in ("```", "~~~") for part in text.split(fence)[:-1])
    if all(map(str.isascii, before)):
        return  # looking for fences is many times faster than the pattern
    for match in HIDDEN.finditer(text):
        if match.start() and all(unicodedata.category(char) in ("Cf", "Zs") for char in match[1]):
            span = Span(*match.span(1))
            names = ", ".join(f"U+{ord(char):04X}" for char in match[1])
            yield Problem(
                span=span,
                found=match[1],
                message=f"{names} before the fence, so the code block is not read as one",
                fix=Fix.unsafe(span, ""),
                evidence="invisible characters",
            )


def glued(pair: Pair) -> Iterator[Problem]:
    """Fences at the end of a line of prose, where the English has none and more code blocks."""
    if pair.source is None:
        return
    whole = [sum(code.closed for code in fences(page)) for page in (pair.source, pair.target)]
    if whole[1] >= whole[0] or any(GLUED.search(segment.text) for segment in pair.source.segments()):
        return
    languages = {code.language for code in fences(pair.source)}
    for segment in pair.target.segments():
        for match in GLUED.finditer(segment.text) if "```" in segment.text else ():
            if is_span(segment.text, match, languages):
                continue
            span = segment.place(match.start(1), len(segment.text[: match.end()].rstrip()))
            yield Problem(
                span=span,
                found=span.of(pair.target.text),
                message="the fence is at the end of a line, so the code is read as text",
                evidence="the English has more code blocks",
                target=segment,
            )


def is_span(text: str, fence: re.Match[str], languages: Collection[str]) -> bool:
    """Whether the signs end code that began in the same line, and no language of a fence is shown with it."""
    before = text[text.rfind("\n", 0, fence.start()) + 1 : fence.start(1)]
    opened = before.split("```")
    return len(opened) == 2 and bool(words := opened[1].split()) and words[0] not in languages


def worn(pair: Pair) -> Iterator[Problem]:
    """Lines of nothing but two or more backticks and quotes, which were fences: the English has no such and more code."""
    source, target = pair.source, pair.target
    if source is None or len(fences(target)) >= len(fences(source)):
        return
    ours = {line.strip() for line in source.text.split("\n")}
    for match in WORN.finditer(target.text):
        signs, language = match[1], match[2]
        if set(signs) <= PLAIN_QUOTES or (set(signs) == {"`"} and len(signs) > 2):
            continue  # what code has around its texts, or a fence
        if match[0].strip() not in ours and (language == "" or any(line == f"```{language}" for line in ours)):
            span = Span(*match.span(1))
            yield Problem(
                span=span,
                found=signs,
                expected="```",
                message=f'"{signs}" is not a fence, so code and text run together',
                fix=Fix.unsafe(span, "```"),
                evidence="the English has more code blocks",
            )


def swallowed(pair: Pair) -> Iterator[Problem]:
    """A block that goes on over the beginning of the next, since its own end is lost; the English has both."""
    source, target = pair.source, pair.target
    if source is None or len(fences(target)) >= len(fences(source)):
        return
    begins = {opening(code).of(source.text).strip() for code in fences(source) if code.info}
    inside = {line.strip() for code in fences(source) for line in code.text.split("\n")}
    for code in fences(target):
        lines = (line.strip() for line in code.text.split("\n")) if code.closed else ()
        if any(line in begins and line not in inside for line in lines):
            yield Problem(
                span=opening(code),
                found=opening(code).of(target.text),
                message="this code block has no end of its own, and goes on to that of the next",
                evidence="the English has more code blocks",
                target=code,
            )


def unclosed(pair: Pair) -> Iterator[Problem]:
    """The last fence, where nothing closes it and the English has none like it."""
    known = sum(not code.closed for code in fences(pair.source)) if pair.source else 0
    found = [code for code in fences(pair.target) if not code.closed]
    for code in found[known:]:
        reaches_end = not pair.target.text[code.whole.end :].strip()
        yield Problem(
            span=opening(code),
            found=opening(code).of(pair.target.text),
            message="this code block is never closed",
            severity=None if reaches_end else Severity.WARNING,
            evidence="no closing fence",
            target=code,
        )


def miscounted(pair: Pair) -> Iterator[Problem]:
    """The first fence that is not the English one, where the pages have the same headings and other fences."""
    if pair.source is None or not pair.is_exact or len(pair.source.headings) != len(pair.target.headings):
        return
    ours, theirs = fences(pair.source), fences(pair.target)
    if len(ours) == len(theirs):
        return
    at = next((i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a.language != b.language), len(theirs))
    end = len(pair.target.text)
    span = opening(theirs[at]) if at < len(theirs) else Span(end, end)
    yield Problem(
        span=span,
        found=span.of(pair.target.text),
        message=f"the English has {len(ours)} code blocks, this page {len(theirs)}",
        severity=Severity.WARNING,
        confidence=Confidence.MEDIUM,
        evidence="code blocks of the English",
    )


def fences(page: Page) -> list[Code]:
    return [code for code in page.codes if code.fenced]


def opening(code: Code) -> Span:
    """The fence that opens a block, with its language."""
    return Span(code.whole.start, max(code.info_span.end, code.whole.start + 3))
