"""What two pages may differ in: a rule that says which of it it reads is not called where that is the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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


class Parts(dict[Part | Role, bool]):
    """Whether a part differs, found out when it is first asked for; beside no English all of them do."""

    def __init__(self, pair: Pair) -> None:
        super().__init__()
        self._pair = pair

    def __missing__(self, part: Part | Role) -> bool:
        pair = self._pair
        if pair.source is None:
            differs = True
        elif part is Part.LOST:
            differs = bool(pair.lost)
        elif part is Part.LINKS:
            differs = not same_links(pair.source, pair.target)
        elif isinstance(part, Part):
            held = HELD[part]
            differs = held(pair.source) != held(pair.target)
        else:
            differs = any(column.differing for column in pair.columns(part))
        self[part] = differs
        return differs


HELD: Mapping[Part, Callable[[Page], list[object]]] = {
    Part.CODE: lambda page: [(code.text, code.info) for code in page.codes],
    Part.HTML: lambda page: [block.text for block in page.blocks if isinstance(block, Html)],
    Part.DIRECTIVES: lambda page: [directive.text for directive in page.directives],
}
"""What a page holds of a part, in its order."""
