"""What two pages may differ in: a rule that says which of it it reads is not called where that is the same."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from doclint.page import Html
from doclint.pair.columns import Role
from doclint.pair.links import same_links

if TYPE_CHECKING:
    from doclint.page import Page
    from doclint.pair.pair import Pair


class Part(StrEnum):
    """Beside these, a column of some `Role` is a part, whose cells may differ."""

    CODE = "blocks of code"
    HTML = "blocks of HTML"
    LINKS = "whatever leads somewhere"
    DIRECTIVES = "directives"
    LOST = "lost names"
    """Names of headings and running text that the translation lost."""


class Parts(dict[str, bool]):
    """Whether a part differs, found out when it is first asked for; beside no English all of them do."""

    def __init__(self, pair: Pair) -> None:
        super().__init__()
        self._pair = pair

    def __missing__(self, part: str) -> bool:
        pair = self._pair
        if pair.source is None:
            differs = True
        elif part is Part.LOST:
            differs = bool(pair.lost)
        elif isinstance(part, Part):
            differs = BY_PAGE[part](pair.source, pair.target)
        else:
            differs = any(column.differing for column in pair.columns(Role(part)))
        self[part] = differs
        return differs


def _code(source: Page, target: Page) -> bool:
    ours, theirs = ([(code.text, code.info) for code in page.codes] for page in (source, target))
    return ours != theirs


def _html(source: Page, target: Page) -> bool:
    ours, theirs = ([block.text for block in page.blocks if isinstance(block, Html)] for page in (source, target))
    return ours != theirs


def _links(source: Page, target: Page) -> bool:
    return not same_links(source, target)


def _directives(source: Page, target: Page) -> bool:
    ours, theirs = ([directive.text for directive in page.directives] for page in (source, target))
    return ours != theirs


BY_PAGE: dict[Part, Callable[[Page, Page], bool]] = {
    Part.CODE: _code,
    Part.HTML: _html,
    Part.LINKS: _links,
    Part.DIRECTIVES: _directives,
}
"""Of what the pages alone tell: whether it differs."""
