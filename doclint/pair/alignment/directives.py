"""Directive beside directive, by their order on the page and the names that both sides share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from doclint.page.model import Directive
from doclint.pair.alignment.align import Match
from doclint.pair.alignment.opcodes import Opcode, opcodes
from doclint.text import Confidence

MOST = 10_000
"""Directives of a page; of one with more none is compared, which a run says."""


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
            result.matches.extend(map(_by_name, a, b))
        elif [_form(x) for x in a] == [_form(y) for y in b]:
            result.matches.extend(Match(x, y, Confidence.MEDIUM, "order") for x, y in zip(a, b, strict=True))
        else:
            before = theirs[j - 1] if j else None
            likely = _of_one_form(a, b)
            result.matches.extend(likely)
            sources, targets = {id(match.source) for match in likely}, {id(match.target) for match in likely}
            left += [(x, before) for x in a if id(x) not in sources]
            over += [y for y in b if id(y) not in targets]
    _rejoin(result, left, over)
    return DirectiveAlignment(_unswapped(result.matches), result.dropped, result.added)


def _by_name(source: Directive, target: Directive) -> Match[Directive]:
    """Two of one name; those without a name, as expressions, have nothing but their order."""
    if source.name:
        return Match(source, target, Confidence.HIGH, "name")
    return Match(source, target, Confidence.MEDIUM, "order")


def _opcodes(ours: list[Directive], theirs: list[Directive]) -> list[Opcode]:
    left, right = ([(*_form(directive), directive.name) for directive in side] for side in (ours, theirs))
    same = sum(a == b for a, b in zip(left, right, strict=False))
    if [key[:2] for key in left] == [key[:2] for key in right] and 2 * same >= len(left) - 2:
        return [
            Opcode("equal" if a == b else "replace", i, i + 1, i, i + 1)
            for i, (a, b) in enumerate(zip(left, right, strict=True))
        ]
    return opcodes(left, right)


def _of_one_form(ours: list[Directive], theirs: list[Directive]) -> list[Match[Directive]]:
    """Where as many of one form stand on both sides, and names of letters that no English name has."""
    found = []
    for form in {_form(directive) for directive in ours}:
        pairs = [[directive for directive in side if _form(directive) == form] for side in (ours, theirs)]
        if len(pairs[0]) == len(pairs[1]) and not any(directive.name.isascii() for directive in pairs[1]):
            found += [Match(a, b, Confidence.MEDIUM, "order") for a, b in zip(*pairs, strict=True)]
    return found


def _form(directive: Directive) -> tuple[str, bool]:
    """Hugo's two delimiters, and any number of colons, are one form: sites change from one to the other."""
    return directive.marker[:2] if directive.marker[0] in "{:" else directive.marker, directive.is_closing


def _unswapped(matches: list[Match[Directive]]) -> list[Match[Directive]]:
    """Of those that were paired by name, those that read the same side by side, if only their order changed."""
    differing = [match for match in matches if _words(match.source) != _words(match.target)]
    by_text: defaultdict[str, list[Directive]] = defaultdict(list)
    for match in differing:
        by_text[_words(match.target)].append(match.target)
    same = {id(match.source): twins.pop(0) for match in differing if (twins := by_text[_words(match.source)])}
    if not same:
        return matches
    taken = {id(target) for target in same.values()}
    kept = [match for match in matches if _words(match.source) == _words(match.target)]
    moved = [
        Match(match.source, same[id(match.source)], match.confidence, "text")
        for match in differing
        if id(match.source) in same
    ]
    sources = [match.source for match in differing if id(match.source) not in same]
    targets = [match.target for match in differing if id(match.target) not in taken]
    rest = [
        Match(a, b, Confidence.MEDIUM, "order") for a, b in zip(sources, targets, strict=True) if _form(a) == _form(b)
    ]
    return sorted([*kept, *moved, *rest], key=lambda match: match.source.span)


def _rejoin(result: DirectiveAlignment, left: list[tuple[Directive, Directive | None]], over: list[Directive]) -> None:
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
