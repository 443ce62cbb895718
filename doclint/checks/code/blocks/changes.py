"""The tokens of a block that have become others or are gone, in code and in fences of no known language."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from doclint.checks.code.blocks.kinds import REMARKS, is_foreign, is_sign, overlap
from doclint.checks.code.frontkeys import front_changes
from doclint.checks.code.sentences import line_before
from doclint.checks.code.tokens import MARKUP as MARKUP_LANGUAGES
from doclint.checks.code.tokens import PROSE as PROSE_LANGUAGES
from doclint.checks.code.tokens import Token as CodeToken
from doclint.checks.code.tokens import code_tokens, is_code, is_free, placeholders, plain_tokens, structure_tokens
from doclint.checks.samples.prose import is_words
from doclint.page import Code
from doclint.page.json.example import is_json_alone
from doclint.pair.alignment.align import Match
from doclint.pair.alignment.opcodes import opcodes
from doclint.text.damage import likeness

LONGEST_CHANGE = 4
"""Tokens that were put in the place of others, or are gone."""

Change = tuple[CodeToken, CodeToken]
"""What stood there and what stands there now, empty where it is gone."""


def _is_compared(match: Match[Code]) -> bool:
    source = match.source
    return (
        source.text.split() != match.target.text.split()
        and source.language != "http"
        and not is_json_alone(source.text, source.language)
    )


def block_changes(match: Match[Code], *, is_proven: bool) -> list[Change]:
    """The tokens that have become others or are gone; what was added is not looked at."""
    if not _is_compared(match):
        return []
    language = match.source.language
    found: list[Change]
    ours, theirs = code_tokens(match.source.text, language), code_tokens(match.target.text, language)
    is_read = ours is not None and theirs is not None and language not in MARKUP_LANGUAGES
    if (ours is None or theirs is None) and language not in PROSE_LANGUAGES and is_code(match.source.text):
        ours, theirs = plain_tokens(match.source.text), plain_tokens(match.target.text)
    if ours is None or theirs is None:
        front = front_changes(match.source.text, match.target.text)
        found = _structure_changes(structure_tokens(match.source.text), structure_tokens(match.target.text))
        return front + [one for one in found if not any(overlap(one[1], other) for _, other in front)]
    ours, theirs = _without_placeholders(match, ours, theirs)
    here, there = ([token.text for token in side] for side in (ours, theirs))
    if here == there:
        return []
    found = []
    for kind, a, b, c, d in opcodes(here, there):
        expected, word = _joined(ours[a:b], match.source.text), _joined(theirs[c:d], match.target.text)
        if kind != "equal" and expected is not None and not expected.text.isascii() and not expected.is_name:
            continue  # a sign of typography stands in text
        if not is_read and expected and word and is_sign(expected.text) and is_sign(word.text):
            continue  # where code and text for readers are hard to tell apart, as between tags
        if kind == "equal" or expected is None or _is_comment(expected) or _is_long(b - a, d - c, word):
            continue
        if _begins_as_remark(match.source.text, expected.start):
            continue
        if kind == "replace" and b - a == d - c:
            found += zip(ours[a:b], theirs[c:d], strict=True)
        elif word is not None:
            found.append((expected, word))
        elif (is_proven or _is_flag_gone(expected.text, here, there)) and not any(token.is_name for token in ours[a:b]):
            end = theirs[c - 1].start + len(theirs[c - 1].text) if c else 0
            found.append((expected, CodeToken("", end, False)))
    return found


def _is_flag_gone(text: str, ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether a flag is gone from a block, and does not stand in another place of it."""
    return text.startswith("-") and theirs.count(text) < ours.count(text)


def _is_long(ours: int, theirs: int, word: CodeToken | None) -> bool:
    """Whether so many tokens became so many others that somebody wrote the lines anew."""
    most = LONGEST_CHANGE if word is None or not is_foreign(word.text) else 4 * LONGEST_CHANGE
    return max(ours, theirs) > most and (ours != theirs or ours > 2 * most)


def _is_comment(tokens: CodeToken) -> bool:
    """Whether neighbouring words have but spaces between: a comment that the lexer does not know."""
    return tokens.is_name and " " in tokens.text and is_words(tokens.text)


def _begins_as_remark(code: str, at: int) -> bool:
    """Whether the line is a comment in some language, if not in that of the fence."""
    return line_before(code, at).lstrip().startswith(REMARKS)


def _joined(tokens: Sequence[CodeToken], text: str) -> CodeToken | None:
    """Neighbouring tokens as one."""
    if not tokens:
        return None
    start, end = tokens[0].start, tokens[-1].start + len(tokens[-1].text)
    return CodeToken(text[start:end], start, all(token.is_name for token in tokens))


def _structure_changes(ours: Sequence[CodeToken], theirs: Sequence[CodeToken]) -> list[Change]:
    """A flag, path or name that is gone, with the new one that it is like; in no known order."""
    here, there = Counter(token.text for token in ours), Counter(token.text for token in theirs)
    lost = [token for token in ours if not there[token.text]]
    new = [token for token in theirs if not here[token.text]]
    if len(lost) != len(new) or len(ours) != len(theirs):
        return []
    return [
        (a, b)
        for a, b in zip(lost, new, strict=True)
        if likeness(a.text, b.text) >= 0.6 or a.text[0] == b.text[0] in "-/"
    ]


def _without_placeholders(
    match: Match[Code], ours: list[CodeToken], theirs: list[CodeToken]
) -> tuple[list[CodeToken], list[CodeToken]]:
    """The tokens without those of placeholders that differ."""
    here, there = placeholders(match.source.text), placeholders(match.target.text)
    if len(here) != len(there):
        return ours, theirs
    both = [(a, b) for a, b in zip(here, there, strict=True) if a[0] != b[0] and is_free(a[0], match.source.language)]
    for index, spans in enumerate(([a.span() for a, _ in both], [b.span() for _, b in both])):
        ends = dict(spans)
        starts = sorted(ends)
        kept = [t for t in (ours, theirs)[index] if not _is_within(t.start, starts, ends)]
        ours, theirs = (kept, theirs) if index == 0 else (ours, kept)
    return ours, theirs


def _is_within(at: int, starts: Sequence[int], ends: Mapping[int, int]) -> bool:
    """Whether a place lies in one of several stretches, which begin at `starts`."""
    before = bisect_right(starts, at)
    return before > 0 and at < ends[starts[before - 1]]
