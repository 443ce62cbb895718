"""What a directive says: its name, attributes and label, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doclint.page.directives.directive import Attribute, Directive, Syntax
from doclint.page.directives.forms import BRACES, NAME
from doclint.page.placed import Placed
from doclint.text import Span
from doclint.text.lazypattern import lazy

ATTRIBUTE = lazy(
    rf"""(?P<key>[^\s"'`=<>{{}}\[\]/]+)\s*=\s*
      (?:"(?P<double>[^"\\]*+(?:\\.[^"\\]*+)*)"|'(?P<single>[^']*+)'|`(?P<raw>[^`]*+)`|(?P<braces>{BRACES})|(?P<bare>[^\s"'`<>{{}}]+))
    |(?P<short>[#.])(?P<id>[^\s{{}}#.=]+)
    |"(?P<text>[^"\\]*+(?:\\.[^"\\]*+)*)"|'(?P<quoted>[^']*+)'|`(?P<code>[^`]*+)`|(?P<spread>{BRACES})|(?P<word>[^\s"'`{{}}]+)""",
    re.VERBOSE | re.DOTALL,
)
"""`key="value"`, `#id`, `.class`, or a value by place."""

PATH_NAME = rf"(?P<name>{NAME}(?:/[\w.-]+)*)"

CONTAINER = lazy(
    r"""(?P<marker>:{3,})[ \t]*(?P<name>[^\W\d_](?:[\w-]|[^\x00-\x7f\s])*)?
    (?P<head>\[(?P<label>[^\[\]\\]*+(?:(?:\\.|\[[^\[\]]*+\])[^\[\]\\]*+)*)\])?
    (?P<rest>.*?)(?P<whole>:{3,})?""",
    re.VERBOSE | re.DOTALL,
)

KEYED = lazy(r"\s*[^\s={}\[\]]+\s*=")

IN_BRACES = lazy(rf"{BRACES}\s*\Z")

SHORTCODE = lazy(
    rf"""(?P<marker>\{{\{{[<%]|\{{%|\{{\{{)-?\s*(?:(?P<comment>/\*)|(?P<close>/)?\s*{PATH_NAME})
    (?P<rest>.*?)(?P<whole>/)?\s*-?[%>]?\}}\}}?""",
    re.VERBOSE | re.DOTALL,
)

TAG = lazy(rf"<(?P<close>/)?(?P<name>{NAME})?(?P<rest>.*?)(?P<whole>/)?>", re.DOTALL)

ADMONITION = lazy(
    rf"(?P<marker>!!!|\?\?\?\+?|===[!+]?) +(?P<name>{NAME})?(?P<rest>[^\"“”„«»「『]*)(?P<title>.*)", re.DOTALL
)

MODULE_PATH = lazy(r"""(["'])(?P<path>[^"'\n]+)\1\s*;?\Z""")


def read(placed: Placed, syntax: Syntax) -> Directive:
    """The directive that a stretch of text is."""
    text = placed.text
    if syntax is Syntax.CONTAINER:
        return _container(placed)
    if syntax is Syntax.SHORTCODE:
        return _shortcode(placed)
    if syntax is Syntax.ADMONITION:
        return _admonition(placed)
    if text.startswith("<"):
        return _tag(placed)
    return _module(placed) if text[:1].isalpha() else _expression(placed)


def syntax_of(text: str) -> Syntax:
    """Whose syntax a directive in running text is."""
    if text.startswith(":"):
        return Syntax.CONTAINER
    return Syntax.SHORTCODE if text.startswith(("{%", "{{<", "{{%")) else Syntax.MDX


def _made(placed: Placed, syntax: Syntax, match: re.Match[str], **more: object) -> Directive:
    name = match["name"] or ""
    made = Directive(placed.text, placed.runs, syntax, match["marker"] if "marker" in match.re.groupindex else "<")
    made.name, made.name_span = name, placed.place(*match.span("name")) if name else Span(0, 0)
    groups = match.groupdict()
    made.is_closing, made.is_whole = bool(groups.get("close")), bool(groups.get("whole"))
    for key, value in more.items():
        setattr(made, key, value)
    return made


def _container(placed: Placed) -> Directive:
    match = CONTAINER.fullmatch(placed.text)
    assert match is not None
    made = _made(placed, Syntax.CONTAINER, match)
    made.is_closing = not made.name and not match["rest"].strip()
    if made.is_whole and made.name.endswith("-end"):
        made.is_closing, made.is_whole = True, False
    start, end = match.span("rest")
    label = match.span("label") if match["head"] else None
    braces = IN_BRACES.search(placed.text, start, end)
    if label is None and not KEYED.match(match["rest"]):
        title = placed.text[start : braces.start() if braces else end]
        if title.strip():
            label = start + len(title) - len(title.lstrip()), start + len(title.rstrip())
        start = end
    if label is not None:
        made.label, made.label_span = placed.text[slice(*label)], placed.place(*label)
    if braces:
        start, end = braces.start() + 1, braces.start() + len(braces[0].rstrip()) - 1
    made.attributes = tuple(_attributes(placed, start, end))
    return made


def _shortcode(placed: Placed) -> Directive:
    match = SHORTCODE.fullmatch(placed.text)
    assert match is not None
    if match["comment"]:
        return Directive(placed.text, placed.runs, Syntax.SHORTCODE, match["marker"] + "/*", is_whole=True)
    made = _made(placed, Syntax.SHORTCODE, match)
    if made.marker == "{%" and made.name.startswith("end"):
        made.is_closing = True
    if made.marker == "{{":
        made.is_whole = True
        return made
    made.attributes = tuple(_attributes(placed, *match.span("rest")))
    return made


def _tag(placed: Placed) -> Directive:
    match = TAG.fullmatch(placed.text)
    assert match is not None
    made = _made(placed, Syntax.MDX, match)
    made.attributes = tuple(_attributes(placed, *match.span("rest")))
    return made


def _admonition(placed: Placed) -> Directive:
    match = ADMONITION.fullmatch(placed.text)
    assert match is not None
    made = _made(placed, Syntax.ADMONITION, match, attributes=tuple(_attributes(placed, *match.span("rest"))))
    start, end = match.span("title")
    if end - start > 1:
        made.label, made.label_span = placed.text[start + 1 : end - 1], placed.place(start + 1, end - 1)
    return made


def _module(placed: Placed) -> Directive:
    made = Directive(placed.text, placed.runs, Syntax.MDX, placed.text[:6], is_whole=True)
    path = MODULE_PATH.search(placed.text)
    if path:
        place = placed.place(*path.span("path"))
        made.attributes = (Attribute("", path["path"], Span(place.start, place.start), place),)
    return made


def _expression(placed: Placed) -> Directive:
    marker = "{/*" if placed.text[1:].lstrip().startswith("/*") else "{"
    return Directive(placed.text, placed.runs, Syntax.MDX, marker, is_whole=True)


def _attributes(placed: Placed, start: int, end: int) -> Iterator[Attribute]:
    for match in ATTRIBUTE.finditer(placed.text, start, end):
        group = match.lastgroup
        assert group is not None
        key = "key" if match["key"] else "short"
        place = placed.place(*match.span(group))
        key_span = placed.place(*match.span(key)) if match[key] else Span(place.start, place.start)
        yield Attribute(match[key] or "", match[group], key_span, place)
