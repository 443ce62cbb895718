"""Braces of MDX: what stood in a string and is an expression now, and what has no end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doclint.checks import Fix, Problem
from doclint.checks.mdx.parsed import MdxSide, unparsed
from doclint.text import Span
from doclint.text.damage import Damage
from doclint.text.lazypattern import lazy

BRACE = lazy(r"""\\.|(?<=\{)/\*|[{}]|(?<=[{=(,:\[ ])"[^"\n]*"|(?<=[{=(,:\[])'[^'\n]*'""")
LITERAL = lazy(r"""\{(["'`])(\{[\w.]+\})\1\}""")
ANY_QUOTE = r"""(?:&quot;|&#39;|[\"'`“”„«»‘’「」\\])*"""


def mdx_literals(source: MdxSide, target: MdxSide) -> Iterator[Problem]:
    """Braces that stood in a string and are read as an expression now, whose name the page does not have."""
    for literal in {found[0]: found for found in LITERAL.finditer(source.bare)}.values():
        if literal[0] in target.text:
            continue
        inner = literal[2]
        for found in re.finditer(rf"\\?\{{?{ANY_QUOTE}{re.escape(inner)}{ANY_QUOTE}\}}?", target.bare):
            span = Span(*found.span())
            is_text = found[0] == rf"\{inner}"
            if found[0] not in source.text and not is_text and not LITERAL.fullmatch(found[0]):
                message = f'"{found[0]}" is read as an expression; the English says "{literal[0]}"'
                one = unparsed(span, found[0], literal[0], Damage.PUNCTUATION_ADDED, message)
                yield one._replace(fix=Fix.unsafe(span, literal[0]))


def mdx_braces(source: MdxSide, target: MdxSide) -> Iterator[Problem]:
    """A brace that opens an expression which never ends, where those of the English all do."""
    if any(True for _ in _unclosed(source.bare)):
        return
    for at in _unclosed(target.bare):
        message = "the expression that begins here has no end, so the page does not parse"
        yield unparsed(Span(at, at + 1), "{", None, None, message)


def _unclosed(text: str) -> Iterator[int]:
    """The outermost braces without their ends; what a backslash takes for text, strings and comments are left out."""
    if text.count("{") == text.count("}"):
        return
    open_: list[int] = []
    at, last = 0, text.rfind("*/")
    while match := BRACE.search(text, at):
        at = match.end()
        if match[0] == "{":
            open_.append(match.start())
        elif match[0] == "}" and open_:
            open_.pop()
        elif match[0] == "/*" and at <= last:
            at = text.index("*/", at) + 2
    yield from open_[:1]
