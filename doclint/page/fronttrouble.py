"""Why a site cannot read the front matter of a page, and where: YAML between `---`, TOML between `+++`."""

from __future__ import annotations

import re
from typing import NamedTuple

from doclint.page.frontmatter import LIMIT
from doclint.page.frontquotes import YAML_VALUE, misquoted
from doclint.page.model import Page
from doclint.text import Span
from doclint.text.lazypattern import lazy
from doclint.text.spans import BOM

FENCE = lazy(r"(---|\+\+\+)[ \t]*\r?\n")


class FrontTrouble(NamedTuple):
    """What is wrong."""

    why: str
    span: Span
    """The sign at which reading stops; empty where something is missing."""
    value: Span | None = None
    """The plain value that holds the sign, where quotes around it would do."""
    put: str | None = None
    """What would do in the place of the span."""


def front_trouble(page: Page) -> FrontTrouble | None:
    """What keeps a site from reading the front matter; None where it is read, or there is none."""
    text = page.text
    start = 1 if text.startswith(BOM) else 0
    fence = FENCE.match(text, start)
    if fence is None:
        return None
    end = re.compile(rf"^{re.escape(fence[1])}[ \t]*\r?$", re.MULTILINE).search(text, fence.end())
    if end is None:
        return FrontTrouble(f'front matter that begins with "{fence[1]}" never ends', Span(*fence.span(1)))
    body = Span(fence.end(), end.start())
    if body.end - body.start > LIMIT:
        return None
    is_toml = fence[1] == "+++"
    trouble_of = _toml_trouble if is_toml else _yaml_trouble
    trouble = trouble_of(text, body)
    if trouble is None or trouble.value:
        return trouble
    fault = misquoted(
        text, body, is_toml=is_toml, reads=lambda mended: trouble_of(mended, Span(0, len(mended))) is None
    )
    if fault is None:
        return trouble
    why = f"front matter is not valid {'TOML' if is_toml else 'YAML'}: {fault.why}"
    return FrontTrouble(why, fault.span, put=fault.put)


def _yaml_trouble(text: str, body: Span) -> FrontTrouble | None:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for _ in yaml.parse(body.of(text), Loader=loader):
            pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = body.start + (_offset(body.of(text), mark.line, mark.column) if mark else 0)
        at = min(at, body.end)
        value = _value(text, at) if "mapping values" in (error.problem or "") else None
        return FrontTrouble(
            f"front matter is not valid YAML: {error.problem}", Span(at, at + (value is not None)), value
        )
    except yaml.YAMLError:
        return None  # characters that are an encoding's fault
    return None


def _offset(text: str, line: int, column: int) -> int:
    at = 0
    for _ in range(line):
        at = text.find("\n", at) + 1
    return at + column


def _value(text: str, at: int) -> Span | None:
    """The value that a second colon of its line stands in."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    before = YAML_VALUE.match(text, start, end)
    if before is None or not before.end() < at:
        return None
    return Span(before.end(), before.end() + len(text[before.end() : end].rstrip()))


def _toml_trouble(text: str, body: Span) -> FrontTrouble | None:
    import tomllib

    try:
        tomllib.loads(body.of(text))
    except (ValueError, RecursionError) as error:
        found = re.search(r"line (\d+), column (\d+)", str(error))
        at = body.start + (_offset(body.of(text), int(found[1]) - 1, int(found[2]) - 1) if found else 0)
        why = re.sub(r"\s*\(at .*\)", "", str(error)).lower()
        return FrontTrouble(f"front matter is not valid TOML: {why}", Span(min(at, body.end), min(at, body.end)))
    return None
