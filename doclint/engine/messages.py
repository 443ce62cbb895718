"""What is said of a damaged word: one sentence for each kind of damage."""

from __future__ import annotations

import unicodedata

from doclint.text.damage import Damage, bare, shortened, squeezed
from doclint.text.sound.pieces import pieces

MESSAGES = {
    Damage.TRANSLITERATED: '"{found}" is "{expected}", transliterated',
    Damage.TRANSLATED: '"{found}" is "{expected}", translated',
    Damage.WORDS_ADDED: '"{found}" is "{expected}" with words added',
    Damage.PUNCTUATION_ADDED: '"{found}" is "{expected}" with different punctuation',
    Damage.TRUNCATED: '"{found}" is only part of "{expected}"',
    Damage.MISSPELT: '"{found}" is "{expected}", misspelt',
    Damage.RENUMBERED: '"{found}" is "{expected}" with another number',
    Damage.DROPPED: '"{expected}" is missing',
    Damage.GLUED: '"{found}" is "{expected}" with something attached to it',
    Damage.ANOTHER_MEMBER: '"{found}" stands where "{expected}" should: it is another valid word',
}

AROUND = 30
"""Code points shown before the place where two long texts differ."""


def message(expected: str, found: str, damage: Damage) -> str:
    """The damage in one sentence; a found text too long to read is cut."""
    if damage is Damage.RECASED:
        form = f'"{{found}}" is "{{expected}}" {_in_other_form(expected, found)}'
    elif damage is Damage.SPACED:
        form = f'"{{found}}" is "{{expected}}" {_with_other_spaces(expected, found)}'
    elif damage is Damage.HALF_TRANSLATED:
        half = '"{found}" is "{expected}", half translated'
        form = half if _is_half_translated(expected, found) else '"{found}" stands in place of "{expected}"'
    elif damage is Damage.RENUMBERED and not any(map(str.isalpha, expected)):
        form = '"{found}" stands where the number "{expected}" should'
    else:
        form = MESSAGES[damage]
    ours, theirs = _cut(expected, found)
    return form.format(expected=ours, found=theirs)


def _cut(expected: str, found: str) -> tuple[str, str]:
    """Both texts short enough to be read, and from where they differ if what stands before it would be all."""
    ours, theirs = shortened(expected), shortened(found)
    if ours != theirs:
        return ours, theirs
    unlike = (at for at, (one, other) in enumerate(zip(expected, found, strict=False)) if one != other)
    same = next(unlike, min(len(expected), len(found)))
    if same <= AROUND:
        return ours, theirs
    return f"…{shortened(expected[same - AROUND :])}", f"…{shortened(found[same - AROUND :])}"


def _in_other_form(expected: str, found: str) -> str:
    """Other capitals, or signs that only look otherwise, such as a full-width colon."""
    if expected.casefold() == found.casefold():
        return "with different capitals"
    strange = [char for char in found if char not in expected and unicodedata.normalize("NFKC", char) != char]
    if not strange:
        return "in other character forms"
    return f"{'with' if _is_hidden(strange[0]) else 'written with'} {_named(strange[0])}"


def _with_other_spaces(expected: str, found: str) -> str:
    """Signs that nobody sees are named."""
    for there, here, word in ((expected, found, "with"), (found, expected, "without")):
        if hidden := [char for char in here if char not in there and _is_hidden(char)]:
            return f"{word} {_named(hidden[0])}"
    more = len("".join(found.split())) - len(found) - (len("".join(expected.split())) - len(expected))
    return "with spaces added" if more < 0 else "with spaces removed" if more else "with spaces moved"


def _is_hidden(char: str) -> bool:
    """Whether a character shows nothing, or looks like a space that it is not."""
    return not char.isascii() and (char.isspace() or squeezed(char) == "")


def _named(char: str) -> str:
    name = unicodedata.name(char, "").lower()
    return f"U+{ord(char):04X}" + (f" ({name})" if name else "")


def _is_half_translated(expected: str, found: str) -> bool:
    """Whether all that is plain Latin comes from the expected word, and there is more: `VPP токены` of vppTokens."""
    latin = [text for script, text in pieces(found) if script == "LATIN" and text.isascii()]
    wanted = bare(expected)
    return not found.isascii() and all(text.casefold() in wanted for text in latin)
