"""Signs of a directive in full width, which no generator reads: `：：：`, `！！！ note`, `{{＜ note ＞}}`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from doclint.checks.problem import Problem
from doclint.page.blankcode import without_code
from doclint.page.model import Syntax
from doclint.pair import Pair
from doclint.text import Span
from doclint.text.damage import judge
from doclint.text.lazypattern import lazy

SIGNS = {
    Syntax.CONTAINER: lazy(r"(?m)^[ \t>]*([:：﹕]{3,})"),
    Syntax.ADMONITION: lazy(r"(?m)^[ \t>]*([!！﹗]{3}|[?？﹖]{3})(?=[ +])"),
    Syntax.SHORTCODE: lazy(r"([{｛﹛]{2}[<＜﹤%％﹪]|[>＞﹥%％﹪][}｝﹜]{2})"),
}
"""What begins or ends a directive, in any width."""


def widened(pair: Pair, syntax: Syntax) -> Iterator[Problem]:
    """The signs in full width of a page whose English has such directives, and no sign so.

    Without a fix: narrow signs make other blocks of the page, which no repair may do.
    """
    form = SIGNS.get(syntax)
    source, target = pair.source, pair.target
    if (
        form is None
        or source is None
        or target.text.isascii()
        or not any(it.syntax is syntax for it in source.directives)
    ):
        return
    found = [match.span(1) for match in form.finditer(target.text) if not match[1].isascii()]
    if not found or any(not match[1].isascii() for match in form.finditer(source.text)):
        return
    text = without_code(target)
    for span in (Span(*one) for one in found):
        sign = span.of(text)
        if sign == span.of(target.text):
            expected = unicodedata.normalize("NFKC", sign)
            yield Problem(
                span=span,
                found=sign,
                expected=expected,
                damage=judge(expected, sign),
                evidence="directives of the English page",
            )
