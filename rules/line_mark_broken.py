"""A mark at the beginning of a line that lost its space, or became another sign, shows as text.

`-Punkt`, `1.Punkt` and `• Punkt` are no items of a list, and `&gt; Hinweis` is no quotation. A comment whose end is
damaged hides the page down to its end: an error. Spoken of where the English has no line of this form, and more items
or quotations than the translation; a step of its own that is numbered as East Asia writes it (`1、`) is a note. Headings are `heading-glued`'s business.
"""

import re
from collections.abc import Iterator
from itertools import islice

from doclint.api import (
    Bad,
    Fix,
    Good,
    Html,
    Kind,
    Page,
    Pair,
    Problem,
    Segment,
    Severity,
    Span,
    Trust,
    lazy,
    without_code,
)

ID = "DL510"
NAME = "line-mark-broken"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="# Depots\n\nOpen them.\n\n- North\n- South\n",
        target="# Lager\n\nÖffnen Sie sie.\n\n- Nord\n⟦-⟧Süd\n",
        expected=("- ",),
        fixed="# Lager\n\nÖffnen Sie sie.\n\n- Nord\n- Süd\n",
    ),
    Bad(
        source="# Depots\n\n1. Open it.\n2. Close it.\n\n> Not at night.\n",
        target="# 集配所\n\n⟦１．⟧開きます。\n⟦2．⟧閉じます。\n\n⟦＞⟧ 夜間は不可。\n",
        expected=("1. ", "2. ", "> "),
        fixed="# 集配所\n\n1. 開きます。\n2. 閉じます。\n\n> 夜間は不可。\n",
    ),
    Bad(
        source="# Depots\n\n<!-- for the team -->\n\nOpen it.\n",
        target="# Склады\n\n⟦<!--⟧ для команды —>\n\nОткройте его.\n",
    ),
]
GOOD = [
    Good(source="# Depots\n\n- North\n- South\n", target="# Lager\n\n-5 Grad oder\n- Nord\n- Süd\n"),
    Good(source="# Depots\n\nNorth and south.\n", target="# Склады\n\n• Север и юг.\n"),
    Good(source="##Depots\n\n-North\n", target="##Lager\n\n-Nord\n"),
    Good(source="# A\n\n- North\n- South\n", target="# А\n\n- Север\n\n    • Юг\n- Юг\n"),
    Good(  # no line begins so
        source="# A\n\n- North\n- South\n\nSee `it`.\n", target="# А\n\n- Север\n\nЭто юг.\n\n`он` — юг.\n"
    ),
    Good(source="Write <!-- so.\n\n> A\n", target="Пишите <!-- так.\n\n> А\n"),
]

ITEM = lazy(
    r"^[ \t]*(-(?=[^\W\d_])|[•‣◦●▪・–—－][ \t\u00a0\u3000]?|[0-9]{1,3}(?:[.)](?=[^\W\d_])|[．、])|[０-９]{1,3}[.．、)])[ \u3000]?",
    re.MULTILINE,
)
QUOTE = lazy(r"^[ \t]*(&gt;|\\>|＞)", re.MULTILINE)
QUOTED = lazy(r"\n[ \t]*>")
"""Of all lines but the first; a sign that stands for itself is found five times as fast as `^`."""
LISTED = lazy(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])\s")
COMMA = "、"
"""What stands behind the number of a step in the writing of East Asia."""

BREAK = lazy(r"<br\s*/?>\s*\Z")
DIGITS = lazy(r"\d+")


def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is None:
        return
    if "<!--" in pair.target.text:
        yield from comments(pair.source, pair.target)
    for form, count in ((ITEM, items), (QUOTE, quotes)):
        missing = count(pair.source) - count(pair.target)
        if missing > 0 and not form.search(without_code(pair.source)):
            text = without_code(pair.target)
            begun = (it for it in form.finditer(text) if form is QUOTE or begins_block(text, it.start()))
            for found in islice((it for it in begun if is_blank_before(pair.target, it)), missing):
                yield problem(pair, Span(*found.span(1)), expected(form, found[1]))


def items(page: Page) -> int:
    """How many items of lists a page has."""
    return sum(isinstance(block, Segment) and block.kind is Kind.ITEM for block in page.blocks)


def quotes(page: Page) -> int:
    """How many lines of a page begin as those of quotations do."""
    if ">" not in page.text:
        return 0
    return len(QUOTED.findall(page.text)) + page.text.lstrip(" \t").startswith(">")


def begins_block(text: str, at: int) -> bool:
    """Whether a line follows an empty one or another item, and is not the next line of a paragraph."""
    before = text[:at].rstrip("\n").rpartition("\n")[2] if not text.endswith("\n\n", 0, at) else ""
    return not before.strip() or ITEM.match(before) is not None or LISTED.match(before) is not None


def is_blank_before(page: Page, found: re.Match[str]) -> bool:
    """Whether nothing stands before a mark in its line, code neither."""
    return not page.text[found.start() : found.start(1)].strip()


def is_by_itself(page: Page, span: Span) -> bool:
    """Whether a text with a number as its language writes it (`1、`) is one paragraph, or a line that a tag ends."""
    before = page.text[: span.start].rstrip(" \t")
    line, _, behind = page.text[span.end :].partition("\n")
    is_ended = BREAK.search(line) is not None or not behind.partition("\n")[0].strip()
    line_before = before.rstrip("\n").rpartition("\n")[2]
    return is_ended and (not before or before.endswith("\n\n") or BREAK.search(line_before) is not None)


def expected(form: re.Pattern[str], found: str) -> str:
    """The mark as it is read, with its space."""
    if form is QUOTE:
        return "> "
    number = DIGITS.match(found)
    return f"{int(number[0])}. " if number else "- "


def problem(pair: Pair, span: Span, mark: str) -> Problem:
    page = pair.target
    is_step = not pair.is_exact and page.text[span.end - 1] == COMMA and is_by_itself(page, span)
    found = span.of(page.text)
    end = span.end + (page.text[span.end : span.end + 1] in (" ", "\u3000"))
    what = "a quotation" if mark[0] == ">" else "an item of a list"
    return Problem(
        span,
        found,
        expected=mark,
        message=f'"{found}" begins no line of {what} here, and is shown as text: "{mark}" does',
        severity=Severity.NOTE if is_step else Severity.WARNING,
        evidence="the English has more of them",
        fix=Fix.unsafe(Span(span.start, end), mark),
    )


def comments(source: Page, target: Page) -> Iterator[Problem]:
    """The comment that has no end, where all of the English have theirs."""
    unended, ours = ([*unended_comments(page)] for page in (target, source))
    for block in unended if not ours else ():
        start = block.span.start + block.text.index("<!--")
        yield Problem(
            Span(start, start + 4),
            "<!--",
            message='this comment has no end: "-->" is missing, and the rest of the page is hidden',
            evidence="all comments of the English have one",
            breaks_build=True,
        )


def unended_comments(page: Page) -> Iterator[Html]:
    for block in page.blocks:
        if isinstance(block, Html) and block.is_comment and "-->" not in block.text:
            yield block
