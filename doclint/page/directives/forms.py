"""How each kind of directive is written: where one that begins at a place ends."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection

from doclint.text.lazypattern import lazy

LONGEST = 2000
"""Code points of a directive; what is longer is text, so that no page takes longer than linear time."""

LAST = {"{": "}", "<": ">", ":": ":::"}
"""What every directive that begins with a character ends with."""

NAME = r"[^\W\d_][^\x00-,/;-@\[-^`{-\x7f\s“”„«»「」『』：]*+"
"""Letters of any script with their marks, and of ASCII what `[\\w.:-]` is."""

BRACES = r"\{[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*\}[^{}]*+)*\}"
"""An expression with objects in it."""

QUOTED = r'"[^"\\]*+(?:\\.[^"\\]*+)*"|`[^`]*+`'

HUGO = lazy(
    rf"""\{{\{{[<%]-?\s*(?:/\*|/?\s*[^\W\d_])
    (?:[^"`>%]*+(?:(?:{QUOTED}|[>%](?!\}}\}}))[^"`>%]*+)*|[^\n]*?)[>%]\}}\}}""",
    re.DOTALL | re.VERBOSE,
)
"""Where quotes do not pair, up to the first end on the line."""

LIQUID = lazy(rf"""\{{%-?\s*/?\s*[^\W\d_](?:[^"`%]*+(?:(?:{QUOTED}|%(?!\}}))[^"`%]*+)*|[^\n]*?)%\}}""", re.DOTALL)

OPENER = lazy(r"\{(?:\{[<%]|%)-?\s*(?!/|end)(?P<name>[^\s%>}\"`=]+)")

OUTPUT = lazy(r"\{\{-?\s*[A-Za-z_][\w.]*(?:\.\w+|\(.*\)|\s*\|.*)\s*-?\}\}[ \t]*")
"""Liquid's or Jinja's `{{ name.of.a.value }}`, which only a line of its own tells from text in braces."""

TAG = lazy(
    rf"""</?>|</?(?P<name>{NAME})
    (?:\s++(?:[^\s"'<>{{}}/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|{BRACES}))?|{BRACES}))*\s*+/?>""",
    re.VERBOSE,
)
"""A tag as JSX has it: dotted names, expressions for values."""

EXPRESSION = lazy(rf"\{{\s*/\*.*?\*/\s*\}}|{BRACES}", re.DOTALL)

COMMENT = lazy(r"\{\s*/\*.*?\*/\s*\}", re.DOTALL)

CONTAINER = lazy(r":{3,}[ \t]*(?:(?:[^\W\d_]|\{)[^:\n]*+(?::(?!::)[^:\n]*+)*(?:(?<!:):{3,})?)?[ \t]*")
"""A line that opens or closes a container, or is a whole one."""

INLINE_CONTAINER = lazy(r":::(?P<name>[^\W\d_][\w-]*)\s+[\w-]+=(?:(?!:::).)*?:::")
"""`:::no-loc text="Name":::` in running text."""

ADMONITION = lazy(
    rf"""(?:!!!|\?\?\?\+?)[ ]+{NAME}(?:[ ]++[\w-]++)*(?:[ ]+["“”„«»「『].*)?[ \t]*|
    ===[!+]?[ ]+["“”„«»「『].*""",
    re.VERBOSE,
)
"""MkDocs' first line; quotes that a translator made typographic do not make it another line."""

IMPORT = lazy(r"""import\s+(?:[\w$*{},\s]{1,500}?\bfrom\s*)?(?:"[^"\n]+"|'[^'\n]+')[ \t]*;?[ \t]*""")

IMPORT_FROM = lazy(r"""import\s+[\w$*{},\s]{1,500}?\bfrom\s*(?:"[^"\n]+"|'[^'\n]+')[ \t]*;?[ \t]*""")
"""With names, as no sentence has it."""

LINE = lazy(r"[^\n]+")

STATEMENT = lazy(r"(?m)^(?:import|export)\b")

EXPORT = lazy(r"export\s+(?:default|const|let|var|async|function|class)\s|export\s*[{*]")


def shortcode_end(text: str, at: int, end: int) -> int:
    """Where the shortcode that begins at a place ends; -1 where none does."""
    return _end(LIQUID if text.startswith("{%", at) else HUGO, text, at, end)


def component_end(text: str, at: int, end: int) -> int:
    """Where the tag or expression that begins at a place ends, as MDX reads it; -1 where none does."""
    return _end(TAG if text[at] == "<" else EXPRESSION, text, at, end)


def _end(pattern: re.Pattern[str], text: str, at: int, end: int) -> int:
    end = min(end, at + LONGEST)
    if text.find(LAST[text[at]], at + 1, end) < 0:
        return -1
    match = pattern.match(text, at, end)
    return match.end() if match else -1


def inline_end(text: str, at: int, end: int, *, is_mdx: bool) -> int:
    """Where the directive in running text that begins at a place ends; -1 where none does.

    Tags that HTML has as well are left to it.
    """
    char = text[at]
    if char == ":":
        return _end(INLINE_CONTAINER, text, at, end) if text.startswith(":::", at) else -1
    if char == "<":
        match = TAG.match(text, at, min(end, at + LONGEST)) if is_mdx and text.find(">", at, end) > 0 else None
        is_jsx = match and (not match["name"] or "." in match["name"] or "{" in match[0])
        return match.end() if match and is_jsx else -1
    if text.startswith(("{%", "{{<", "{{%"), at):
        return shortcode_end(text, at, end)
    if is_mdx:
        return component_end(text, at, end)
    return _end(COMMENT, text, at, end) if text.startswith("{/*", at) else -1


def pair_name(shortcode: str) -> str | None:
    """The name under which a shortcode's end must stand on the page; None for an end."""
    match = OPENER.match(shortcode)
    return match["name"] if match else None


def component_name(tag: str) -> str:
    """The name in a tag of a component; empty for a fragment or expression."""
    match = TAG.match(tag)
    return (match["name"] or "") if match else ""


def is_component(tag: str, closers: Collection[str], *, is_mdx: bool) -> bool:
    """Whether a tag or expression that fills a line is JSX and no HTML: beyond MDX only an unmistakable one."""
    match = TAG.match(tag)
    if match is None or not match["name"]:
        return is_mdx
    name = match["name"]
    if is_mdx:
        return not _may_be_html(name) or "." in name or "{" in tag
    is_closed = tag.startswith("</") or tag.endswith("/>") or name in closers
    return is_closed and not _may_be_html(name) and not name.isupper()


def _may_be_html(name: str) -> bool:
    return name[0].isascii() and name[0].islower()


def statements(text: str, *, is_mdx: bool) -> list[tuple[int, int]]:
    """The ranges of the imports and exports that a paragraph of lines is; none where it is anything else.

    Prose begins with these words too: beyond MDX only imports of names, one a line, are taken for what they are.
    """
    if not is_mdx:
        lines = [match.span() for match in LINE.finditer(text)]
        return lines if all(IMPORT_FROM.fullmatch(text, *line) for line in lines) else []
    starts = [match.start() for match in STATEMENT.finditer(text)]
    parts = [(a, b) for a, b in itertools.pairwise([*starts, len(text)])]
    is_all = all((IMPORT if text.startswith("import", a) else EXPORT).match(text, a, b) for a, b in parts)
    return [(a, a + len(text[a:b].rstrip())) for a, b in parts] if starts[:1] == [0] and is_all else []
