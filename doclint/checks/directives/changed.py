"""What became of a directive: the problems for a name, a key or a value that should read the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from doclint.checks.difference import Difference
from doclint.checks.directives.lost import directives_lost, imports_lost
from doclint.checks.directives.values import bare, by_key, code, in_order, is_other_file, is_path, is_read
from doclint.checks.directives.wide import widened
from doclint.checks.problem import Fix, Problem
from doclint.page.dialects.kinds import Dialect
from doclint.page.model import Attribute, Directive, Syntax
from doclint.pair import Pair
from doclint.pair.alignment.align import Match
from doclint.text import Confidence, Edit, Severity, Span, Trust
from doclint.text.damage import CLOSE, is_close, is_translated_token, judge
from doclint.text.lazypattern import lazy
from doclint.text.words import is_name

READERS = (Dialect.DOCUSAURUS, Dialect.STARLIGHT, Dialect.VITEPRESS)
"""Generators that read the names of containers letter for letter; white space before them only VitePress."""

MOST = 300
"""Directives of a page that are counted for each value that is another."""

WORD = lazy(r"\w+")

SETTING = lazy(r"v?\d+(?:\.\d+)*|[a-z][a-z0-9_-]*", re.ASCII)
LITERAL = lazy(r"\{\s*(?:true|false|null)\s*\}")


def directives_changed(pair: Pair, syntax: Syntax) -> Iterator[Problem]:
    """A problem for each protected word of a directive that changed, and for each end of a pair that is lost.

    What a person writes as well, or another version has, is left alone where the source is not proven: a
    directive more or less, another plain name or value.
    """
    for match in pair.directives.matches:
        if match.source.syntax is syntax and match.source.text != match.target.text:
            yield from _changed(pair, match)
    if syntax is Syntax.MDX:
        yield from imports_lost(pair)
    lost = [] if _is_in_step(pair) else list(directives_lost(pair, syntax))
    wide = list(widened(pair, syntax))
    is_open = any(problem.breaks_build for problem in lost)
    yield from (problem._replace(breaks_build=is_open) for problem in wide)
    yield from (problem for problem in lost if problem.found or not wide)


def _changed(pair: Pair, match: Match[Directive]) -> Iterator[Problem]:
    source, target = match.source, match.target
    if source.marker in ("import", "export", "{"):
        yield from _code_changed(pair, match)
        return
    if source.name != target.name and source.name and target.name and _is_renamed(pair, source, target):
        problem = _problem(pair, match, source.name_span, target.name_span, what="name of the English directive")
        if target.name.casefold() == source.name.casefold() and _is_told(pair, source):
            yield problem.by_itself()
            return
        is_other = target.name.isascii() and not pair.is_exact  # a note may have become a caution
        if _is_in_step(pair):
            problem = problem._replace(confidence=Confidence.HIGH)
        yield problem._replace(severity=Severity.WARNING) if is_other else problem
    else:
        yield from _form_changed(pair, match)
    sources, targets = by_key(source), by_key(target)
    for key, attribute in sources.items():
        if key not in targets or is_read(attribute, key[1]) or _is_label(pair, match, attribute.key):
            continue
        if attribute.value.isdecimal() and not pair.is_exact and is_other_file(sources, targets):
            continue
        if not _is_moved(pair, match, attribute, targets[key]):
            yield from _value_changed(pair, match, attribute, targets[key])
    lost = [item for key, item in sources.items() if key not in targets]
    new = [item for key, item in targets.items() if key not in sources]
    for one, other in zip_longest(lost, new) if len(lost) == len(new) else ():
        if one.key and other.key and one.key != other.key:
            is_damage = _is_damage(pair, one.key, other.key)
            if is_damage or (len(lost) == 1 and one.value and one.value == other.value):
                problem = _problem(pair, match, one.key_span, other.key_span, what="attribute of the English directive")
                yield problem if is_damage else problem._replace(severity=Severity.WARNING, confidence=Confidence.HIGH)
    for one in lost if not new and pair.trust >= Trust.EMBEDDED else ():
        end, evidence = target.span.end, "attribute of the English directive"
        yield Difference(_sure(match), Span(end, end), one.span).problem("", one.key or one.value, evidence=evidence)


def _form_changed(pair: Pair, match: Match[Directive]) -> Iterator[Problem]:
    """White space between colons and name, other quotes around a title: the site then sees no directive.

    VitePress reads a container with white space and without, and so do others: only of some is known that they do not.
    """
    source, target = match.source, match.target
    if source.syntax is Syntax.CONTAINER and pair.policy.dialect is Dialect.VITEPRESS:
        return
    if source.syntax is Syntax.CONTAINER and target.name and source.text.startswith(source.marker + source.name):
        span = Span(target.span.start, target.name_span.end)
        kept = target.name
        expected = target.marker + kept
        edits: tuple[Edit, ...] = (Edit(span, expected),)
    elif source.syntax is Syntax.ADMONITION and source.text.endswith('"') and target.label_span:
        inner = target.label_span
        span = Span(inner.start - 1, inner.end + 1)
        kept = target.label
        expected = f'"{kept}"'
        edits = Edit(Span(span.start, inner.start), '"'), Edit(Span(inner.end, span.end), '"')
    else:
        return
    found = target.text[span.start - target.span.start : span.end - target.span.start]
    if found == expected:
        return
    is_whole = not any(char.isalnum() for char in found.replace(kept, "", 1))
    problem = Difference(_sure(match), span).problem(found, expected, evidence="form of the English directive")
    if _is_told(pair, source):
        problem = problem.by_itself()
    elif source.syntax is Syntax.CONTAINER and found.split() == [target.marker, kept] and not pair.is_exact:
        problem = problem._replace(severity=Severity.WARNING)
    yield problem._replace(fix=Fix(edits, is_safe=True)) if is_whole else problem


def _is_told(pair: Pair, directive: Directive) -> bool:
    """Whether it is known how the generator reads a container: then no version of the English explains another form."""
    return directive.syntax is Syntax.CONTAINER and pair.policy.dialect in READERS


def _is_renamed(pair: Pair, source: Directive, target: Directive) -> bool:
    """Whether another name is damage: a plain word in the place of a plain word is, where all the rest agrees."""
    if _is_damage(pair, source.name, target.name):
        return True
    alike = [item.key for item in source.attributes] == [item.key for item in target.attributes]
    is_other = is_name(target.name) or source.marker != target.marker
    return alike and not is_other


def _is_label(pair: Pair, match: Match[Directive], key: str) -> bool:
    """Whether the names of sibling shortcodes are what readers see, as those of tabs: all were translated alike.

    One that is known elsewhere would keep its name; where the English is proven, nothing is taken for granted.
    """
    source = match.source
    if pair.is_exact or key != "name" or source.syntax is not Syntax.SHORTCODE:
        return False
    others = [it for it in pair.directives.matches if it.source.name == source.name and not it.source.is_closing]
    values = [(_value(it.source, key), _value(it.target, key)) for it in others]
    return len(values) > 1 and all(ours and theirs and ours != theirs for ours, theirs in values)


def _is_moved(pair: Pair, match: Match[Directive], one: Attribute, other: Attribute) -> bool:
    """Whether directives of that name have the expected value as often as in the English, or the found one no oftener:
    the sentence is another, or one of them is gone, and none was put in the place of another."""
    if pair.source is None or pair.is_exact or not one.value or not other.value:
        return False
    if one.value == other.value or len(pair.target.directives) > MOST:
        return False
    ours, theirs = (
        Counter(_value(it, one.key) for it in page.directives if it.name == match.source.name)
        for page in (pair.source, pair.target)
    )
    return ours[one.value] <= theirs[one.value] or theirs[other.value] <= ours[other.value]


def _value(directive: Directive, key: str) -> str:
    return next((item.value for item in directive.attributes if item.key == key), "")


def _value_changed(pair: Pair, match: Match[Directive], one: Attribute, other: Attribute) -> Iterator[Problem]:
    if one.value == other.value:
        return
    if one.value.startswith("{") and not (LITERAL.fullmatch(one.value) and LITERAL.fullmatch(other.value)):
        if code(one.value) == code(other.value) or not _is_damage(pair, code(one.value), code(other.value)):
            return
    elif is_path(one.value) and not _is_setting(one.value, other.value):
        if bare(one.value) == bare(other.value) or not _is_foreign(one.value, other.value):
            return
    elif not _is_damage(pair, one.value, other.value) and not _is_setting(one.value, other.value):
        return
    problem = _problem(pair, match, one.span, other.span, what="value of the English directive")
    if pair.trust < Trust.EMBEDDED and _has_other_texts(one.value, other.value):
        yield problem._replace(severity=Severity.WARNING, is_hint=True, is_told_if_right_before=True)
        return
    if _is_setting(one.value, other.value) and _is_in_step(pair):
        problem = problem._replace(confidence=Confidence.HIGH)
    # it may be the author's own, unless the page has it still, as a tab among its tabs
    before, after = pair.target.text[: match.target.span.start], pair.target.text[match.target.span.end :]
    is_own = not pair.is_exact and not re.search(rf"[\"'`]{re.escape(one.value)}[\"'`]", f"{before}\n{after}")
    yield problem._replace(severity=Severity.WARNING) if is_own else problem


def _has_other_texts(expected: str, found: str) -> bool:
    """Whether an expression has texts more or less, as the rows of a table, and else the same words."""
    ours, theirs = code(expected), code(found)
    return expected.startswith("{") and theirs.isascii() and WORD.findall(ours) == WORD.findall(theirs)


def _is_setting(expected: str, found: str) -> bool:
    """Whether both are one word in small letters, a version, or a switch in braces: no text for readers."""
    return expected != found and any(all(map(form.fullmatch, (expected, found))) for form in (SETTING, LITERAL))


def _is_in_step(pair: Pair) -> bool:
    """Whether each directive of the one page stands beside one of the other."""
    return not (pair.directives.dropped or pair.directives.added)


def _code_changed(pair: Pair, match: Match[Directive]) -> Iterator[Problem]:
    """Strings and comments in code are free."""
    ours, theirs = in_order(code(match.source.text)), in_order(code(match.target.text))
    if match.source.marker == "import" and ours == theirs:
        for one, other in zip(match.source.attributes, match.target.attributes, strict=False):
            yield from _value_changed(pair, match, one, other)
        return
    if ours != theirs and _is_damage(pair, ours, theirs):
        problem = _problem(pair, match, match.source.span, match.target.span, what="code of the English page")
        yield problem if pair.is_exact else problem._replace(severity=Severity.WARNING)


def _is_damage(pair: Pair, expected: str, found: str) -> bool:
    """Whether a difference is one that no other version explains."""
    if expected == found or not found:
        return False
    return pair.trust >= Trust.EMBEDDED or _is_foreign(expected, found) or judge(expected, found) in CLOSE


def _is_foreign(expected: str, found: str) -> bool:
    return expected.isascii() and not found.isascii()


def _problem(pair: Pair, match: Match[Directive], source: Span, target: Span, *, what: str) -> Problem:
    assert pair.source is not None
    expected, found = source.of(pair.source.text), target.of(pair.target.text)
    is_alike = is_close(expected, found)
    is_safe = pair.is_exact and _is_safe(pair, match, expected, found, is_alike=is_alike)
    return Difference(_sure(match) if is_alike else match, target, source).problem(
        found, expected, evidence=what, put=expected, is_safe=is_safe
    )


def _sure(match: Match[Directive]) -> Match[Directive]:
    """The match as sure: the directives themselves say what differs, however they were laid side by side."""
    return match._replace(confidence=Confidence.HIGH)


def _is_safe(pair: Pair, match: Match[Directive], expected: str, found: str, *, is_alike: bool) -> bool:
    """Whether one token stands in the place of another that it resembles: order alone is no proof."""
    if is_alike:
        return pair.directive_places.is_beside(match)
    return is_translated_token(expected, found) and pair.directive_places.is_in_order(match)
