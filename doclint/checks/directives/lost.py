"""Directives that stand on one side only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from doclint.checks.code.sentences import line_before
from doclint.checks.directives.tags import unpaired_tags
from doclint.checks.problem import Problem
from doclint.page.blankcode import without_code
from doclint.page.model import Directive, Syntax
from doclint.pair import Pair
from doclint.text import Severity, Span, Trust
from doclint.text.damage import Damage
from doclint.text.lazypattern import lazy

NAME = lazy(r"\w+")


def directives_lost(pair: Pair, syntax: Syntax) -> Iterator[Problem]:
    """A problem for each directive more or less; where the source is not proven, only for an end without the other."""
    if pair.source is None:
        return
    is_proven = pair.trust >= Trust.EMBEDDED
    surplus = _surplus(pair)
    broken = {name for name, count in surplus.items() if count}
    needless = _needless_ends(pair)
    alone = _one_lost(pair)
    for directive, before in pair.directives.dropped:
        if directive.syntax is not syntax or (not pair.is_exact and _is_written(pair, directive)):
            continue
        if directive.span in needless:
            continue
        is_sure = is_proven or _makes_up(directive, surplus, is_gone=True) or _is_half_lost(pair, directive)
        if is_sure or directive.span == alone:
            yield _dropped(pair, directive, before, "directive of the English page")._replace(
                severity=None if is_sure or syntax is not Syntax.MDX else Severity.WARNING,
                target=before,
                breaks_build=_pair_name(directive) in broken,
            )
    renamed = {match.source.name for match in pair.directives.matches if match.source.name != match.target.name}
    for directive in pair.directives.added if is_proven else _alone(pair.target.directives):
        is_told = directive.is_closing and directive.name in renamed  # of its beginning, which has another name
        if is_told or _is_opened_as_in_english(pair, directive):
            continue
        if directive.syntax is syntax and (is_proven or _makes_up(directive, surplus, is_gone=False)):
            yield Problem(
                span=directive.span,
                found=directive.text,
                message=f'"{directive.text}" has no counterpart in the English',
                evidence="directives of the English page",
                target=directive,
                breaks_build=_pair_name(directive) in broken,
            )


def _dropped(pair: Pair, directive: Directive, before: Directive | None, evidence: str) -> Problem:
    """The problem of a directive that is gone, whose place is behind another, or behind the front matter."""
    at = before.span.end if before else pair.target.front.end
    return Problem(
        span=Span(at, at),
        found="",
        expected=directive.text,
        damage=Damage.DROPPED,
        evidence=evidence,
        source=directive,
    )


def _one_lost(pair: Pair) -> Span | None:
    """The one directive on a line of its own that is gone, with its end, where every other stands beside one of the
    English: hardly another version, which has other text as well."""
    lost = [directive for directive, _ in pair.directives.dropped]
    is_pair = len(lost) == 2 and _pair_name(lost[0]) == _pair_name(lost[1]) and lost[1].is_closing
    if pair.directives.added or pair.source is None or not (len(lost) == 1 or is_pair):
        return None
    one, text = lost[0], pair.source.text
    if f"<{one.name}" in text[: pair.source.front.end]:
        return None  # of which the front matter tells translators what to do
    if line_before(text, one.span.start).strip() or text[one.span.end :].partition("\n")[0].strip():
        return None
    is_filled_in = one.text.startswith("{{") and not one.text.startswith(("{{<", "{{%"))  # which has a rule of its own
    return None if is_filled_in or one.marker == "import" else one.span


def imports_lost(pair: Pair) -> Iterator[Problem]:
    """The components that the English imports, and the translation has without."""
    ours = [one for one in pair.source.directives if one.marker == "import"] if pair.source else []
    theirs = [one for one in pair.target.directives if one.marker == "import"]
    named = {name for one in theirs for name in NAME.findall(one.text)}
    before, text = theirs[-1] if theirs else None, pair.target.text[pair.target.front.end :]
    for statement in ours if len(theirs) < len(ours) else ():
        names = [name for name in NAME.findall(statement.text.partition(" from ")[0])[1:] if name[0].isupper()]
        if any(f"<{name}" in text and name not in named for name in names):
            yield _dropped(pair, statement, before, "what the English page imports, and this page has the tag of")


def _needless_ends(pair: Pair) -> set[Span]:
    """The ends of English components without content that the translation writes in one tag: `<Card />`."""
    assert pair.source is not None
    text = pair.source.text
    ends = {
        one.span: other.span
        for one, other in pairwise(pair.source.directives)
        if other.is_closing and not one.is_closing and one.name == other.name and one.marker == other.marker == "<"
        if not text[one.span.end : other.span.start].strip()
    }
    return {ends[it.source.span] for it in pair.directives.matches if it.source.span in ends and it.target.is_whole}


def _surplus(pair: Pair) -> Counter[str]:
    """By how many beginnings the page has more than ends (fewer: below zero), of what the English always closes.

    A tag that the page closes, only where its layout hides that from the parser, is none of them.
    """
    assert pair.source is not None
    closed = {_pair_name(directive) for directive in pair.source.directives if directive.is_closing}
    ours, theirs = _unbalanced(pair.source.directives), _unbalanced(pair.target.directives)
    found = Counter({name: count for name, count in theirs.items() if name in closed and not ours[name]})
    tags = {directive.name for directive in pair.target.directives if directive.marker == "<"} & found.keys()
    if tags:
        text = without_code(pair.target)
        for name in tags - {tag for tag, _, _ in unpaired_tags(text)}:
            del found[name]
    return found


def _makes_up(directive: Directive, surplus: Counter[str], *, is_gone: bool) -> bool:
    """Whether the page would be in balance with what is gone, or without what is there; then it is counted."""
    name = _pair_name(directive)
    count = surplus[name] if directive.is_closing is is_gone else -surplus[name]
    if directive.is_whole or count <= 0:
        return False
    surplus[name] -= 1 if surplus[name] > 0 else -1
    return True


def _alone(directives: Iterable[Directive]) -> Iterator[Directive]:
    """Beginnings and ends without the other."""
    open_: dict[str, list[Directive]] = {}
    alone = []
    for directive in directives:
        if directive.is_whole:
            continue
        begun = open_.setdefault(_pair_name(directive), [])
        if not directive.is_closing:
            begun.append(directive)
        elif begun:
            begun.pop()
        else:
            alone.append(directive)
    yield from sorted([*alone, *(one for begun in open_.values() for one in begun)], key=lambda one: one.span)


def _is_written(pair: Pair, directive: Directive) -> bool:
    """Whether the page has a tag as often as the English, only where its layout hides it from the parser."""
    if pair.source is None or directive.marker != "<":
        return False
    tag = f"</{directive.name}" if directive.is_closing else f"<{directive.name}"
    return pair.target.text.count(tag) >= pair.source.text.count(tag)


def _is_opened_as_in_english(pair: Pair, directive: Directive) -> bool:
    """Whether the other end of a closing tag is written, but cannot be read, as where its quotes are broken."""
    if pair.source is None or directive.marker != "<" or not directive.is_closing:
        return False
    tags = f"<{directive.name}", f"</{directive.name}"
    (opened, closed), (begun, ended) = ([page.text.count(tag) for tag in tags] for page in (pair.source, pair.target))
    return begun >= opened and ended <= closed


def _is_half_lost(pair: Pair, directive: Directive) -> bool:
    """Whether only the other end of a component stands in the target, which alone may be any tag."""
    if pair.source is None or directive.marker != "<" or not directive.name or directive.is_whole:
        return False
    open_, close = f"<{directive.name}", f"</{directive.name}"
    ours, theirs = ([page.text.count(part) for part in (open_, close)] for page in (pair.source, pair.target))
    here, there = (1, 0) if directive.is_closing else (0, 1)
    return theirs[here] < ours[here] and theirs[there] >= ours[there]


def _unbalanced(directives: Iterable[Directive]) -> Counter[str]:
    """By how many each name has more beginnings than ends."""
    counts: Counter[str] = Counter()
    for directive in directives:
        if not directive.is_whole:
            counts[_pair_name(directive)] += -1 if directive.is_closing else 1
    return counts


def _pair_name(directive: Directive) -> str:
    """What the two ends of a pair share; containers end without a name."""
    if directive.syntax is Syntax.CONTAINER:
        return ":::"
    return directive.name.removeprefix("end")
