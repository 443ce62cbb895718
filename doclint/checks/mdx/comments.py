"""Comments of MDX: `{/* note */}`, whose stars become something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doclint.checks import Fix, Problem
from doclint.checks.mdx.parsed import MdxSide, unparsed
from doclint.text import Span
from doclint.text.damage import Damage
from doclint.text.lazypattern import lazy

COMMENT = lazy(r"\{/\*")
DAMAGED = lazy(r"\{[ \t]*(?:/[ \t]*[^*\s/}\w]|／[ \t]*[＊_*]|/[ \t]*_|/[ \t]+\*)")
DAMAGED_END = lazy(r"(?:\*[ \t]+[/／]|\*／|＊[ \t]*[/／]|_[ \t]*[/／])[ \t]*[}｝]")
END = lazy(r"[^\n]*?(_|[^\w\s*}]|[ \t]+\*)[ \t]*/[ \t]*\}")


def mdx_comments(source: MdxSide, target: MdxSide) -> Iterator[Problem]:
    """Comments whose stars became something else."""
    if "{/*" not in source.text or any(_endless(source)):
        return
    text = target.bare
    for match, until in _endless(target):
        end = DAMAGED_END.search(text, match.end(), until)
        span = Span(*(end or match).span())
        one = unparsed(
            span, span.of(text), "*/}" if end else None, None, "this comment has no end, so the page does not parse"
        )
        yield one._replace(fix=Fix.unsafe(span, "*/}") if end else None)
    if len(COMMENT.findall(target.text)) >= len(COMMENT.findall(source.text)) or DAMAGED.search(source.bare):
        return
    for match in DAMAGED.finditer(text):
        end = END.match(text, match.end())
        span = Span(*match.span())
        fix = None
        if end:
            close = Span(end.start(1), end.end())
            fix = Fix((Fix.unsafe(span, "{/*").edits[0], Fix.unsafe(close, "*/}").edits[0]), is_safe=False)
        yield unparsed(
            span,
            match[0],
            "{/*",
            Damage.PUNCTUATION_ADDED,
            f'"{match[0]}" does not begin a comment, so the page does not parse',
        )._replace(fix=fix)


def _endless(page: MdxSide) -> Iterator[tuple[re.Match[str], int]]:
    """The beginnings of comments before whose end another one begins, or the page ends, and where it does."""
    begun = list(COMMENT.finditer(page.bare))
    ends = [match.start() for match in begun[1:]] + [len(page.bare)]
    for match, until in zip(begun, ends, strict=False):
        if page.bare.find("*/", match.end(), until) < 0:
            yield match, until
