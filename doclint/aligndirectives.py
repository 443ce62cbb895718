"""Directive beside directive, by their order on the page and the names that both sides share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from doclint.align import Confidence, Match
from doclint.page.model import Directive

MOST = 1000
"""Directives of a page; the comparison takes quadratic time."""


@dataclass(frozen=True, slots=True)
class DirectiveAlignment:
    """The directives of two pages side by side; comments are left out."""

    matches: list[Match[Directive]] = field(default_factory=list)
    dropped: list[tuple[Directive, Directive | None]] = field(default_factory=list)
    """Of the source, without a partner; with each the target's directive before the place."""
    added: list[Directive] = field(default_factory=list)
    """Of the target, without a partner."""


def align_directives(source: Sequence[Directive], target: Sequence[Directive]) -> DirectiveAlignment:
    """Lay directives side by side: those of one name by order, and as many others between them as are of one form."""
    ours = [directive for directive in source if not directive.is_comment]
    theirs = [directive for directive in target if not directive.is_comment]
    if max(len(ours), len(theirs)) > MOST:
        return DirectiveAlignment()
    result = DirectiveAlignment()
    left: list[tuple[Directive, Directive | None]] = []
    over: list[Directive] = []
    for tag, i, i_end, j, j_end in _opcodes(ours, theirs):
        a, b = ours[i:i_end], theirs[j:j_end]
        if tag == "equal":
            result.matches.extend(Match(x, y, Confidence.HIGH, "name") for x, y in zip(a, b, strict=True))
        elif [_form(x) for x in a] == [_form(y) for y in b]:
            result.matches.extend(Match(x, y, Confidence.HIGH, "order") for x, y in zip(a, b, strict=True))
        else:
            before = theirs[j - 1] if j else None
            left += [(x, before) for x in a]
            over += b
    _rejoin(result, left, over)
    return result


def _opcodes(ours: list[Directive], theirs: list[Directive]) -> list[tuple[str, int, int, int, int]]:
    keys = [[(*_form(directive), directive.name) for directive in side] for side in (ours, theirs)]
    if keys[0] == keys[1]:
        return [("equal", 0, len(ours), 0, len(theirs))]
    return list(SequenceMatcher(None, *keys, autojunk=False).get_opcodes())


def _form(directive: Directive) -> tuple[str, bool]:
    return directive.marker, directive.is_closing


def _rejoin(
    result: DirectiveAlignment, left: list[tuple[Directive, Directive | None]], over: list[Directive]
) -> None:
    """Those that only stand in another place, as words of a sentence do, belong together."""
    by_text: defaultdict[str, list[Directive]] = defaultdict(list)
    for directive in over:
        by_text[_words(directive)].append(directive)
    taken = set()
    for directive, before in left:
        same = by_text[_words(directive)]
        if same:
            other = same.pop(0)
            taken.add(id(other))
            result.matches.append(Match(directive, other, Confidence.HIGH, "text"))
        else:
            result.dropped.append((directive, before))
    result.added.extend(directive for directive in over if id(directive) not in taken)


def _words(directive: Directive) -> str:
    return "".join(directive.text.split())
