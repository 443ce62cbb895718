"""Damage of the kinds that engines do to links, directives, anchors and markup, put into clean text at a chosen place."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

SCRIPTS = ("абвгдеклмнопрст", "アイウエオカキクケコ", "ابتثجحدرس", "अआकखगचजतन", "αβγδεζηθλμν")


class Kind(NamedTuple):
    """One kind of damage: where it can be done, what it makes of the place, which rule must see it."""

    name: str
    rule: str
    place: re.Pattern[str]
    """Its first group is what gets damaged; the second, or else the first, is what must be expected."""
    harm: Callable[[Random, str], str]
    expects: bool = True
    """Whether the rule knows the word that must stand there."""


class Damaged(NamedTuple):
    """A text with one damage in it."""

    text: str
    expected: str
    start: int


def other_letters(random: Random, text: str) -> str:
    """A run of letters in another script; the ends of words and their punctuation stay."""
    words = [word for word in re.finditer(r"[A-Za-z]{2,}", text) if word[0] not in ("md", "https", "com")]
    word = random.choice(words)
    letters = random.choice(SCRIPTS)
    return text[: word.start()] + "".join(random.choice(letters) for _ in word[0]) + text[word.end() :]


def spaced(random: Random, text: str) -> str:
    at = random.randrange(1, len(text))
    return f"{text[:at]} {text[at:]}"


def slipped(random: Random, text: str) -> str:
    """One letter of the file name lost."""
    name = re.search(r"[a-z-]{8,}(?=\.md|$)", text)
    assert name is not None
    at = random.choice([i for i in range(*name.span()) if text[i] != text[i - 1] and text[i] not in "-s"])
    return text[:at] + text[at + 1 :]


def widened(random: Random, text: str) -> str:
    wide = str.maketrans("()[]!", random.choice(("（）［］！", "（）[]!")))
    return text.translate(wide) if "(" in text or "!" in text else text


ADDRESS = r"\[[^\[\]\n!]+\]\(((?:\.\./|https://)[^()\s]+)\)(?!\])"
INCLUDE = r"\[!INCLUDE ?\[[^\[\]]*\]\(([^()]+)\)\]"

KINDS = [
    Kind("address in another script", "link-target-changed", re.compile(ADDRESS), other_letters),
    Kind("space in the address", "link-target-changed", re.compile(ADDRESS), spaced),
    Kind("space before the address", "link-target-changed", re.compile(r"(?<=\])(\(((?<=\]\()(?:\.\./|https://)[^()\s]+)\))(?!\])"), lambda _, text: f" {text}"),
    Kind("wide parentheses", "link-target-changed", re.compile(r"(?<=\])(\(((?<=\]\()(?:\.\./|https://)[^()\s]+)\))(?!\])"), lambda _, text: f"（{text[1:-1]}）"),
    Kind("letter lost from the address", "link-target-changed", re.compile(r"\]\((\.\./[^()\s]*[a-z-]{8,}\.md)\)(?!\])"), slipped),
    Kind("include's path in another script", "include-changed", re.compile(INCLUDE), other_letters),
    Kind("include's keyword", "include-changed", re.compile(rf"({INCLUDE})"), lambda r, text: text.replace("INCLUDE", "".join(r.choices(SCRIPTS[0], k=7))), expects=False),
    Kind("include spaced", "include-changed", re.compile(rf"({INCLUDE})"), lambda _, text: text.replace("[!", "[! ", 1), expects=False),
    Kind("alert's keyword", "alert-changed", re.compile(r"(?<=> )(\[![A-Z]+\])"), other_letters),
    Kind("alert in wide brackets", "alert-changed", re.compile(r"(?<=> )(\[![A-Z]+\])"), lambda _, text: text.translate(str.maketrans("[]!", "［］！"))),
    Kind("tab's label", "tab-label-changed", re.compile(r"(?<=\[)(HTTP|JavaScript)(?=\]\(#tab/)"), other_letters),
    Kind("reference's label", "reference-link-undefined", re.compile(r"(?<=\]\[)([a-z]+)(?=\])"), other_letters),
    Kind("placeholder in another script", "placeholder-changed", re.compile(r"(\{[a-z]+-[a-z]+\})"), other_letters),
    Kind("placeholder spaced", "placeholder-changed", re.compile(r"(\{[a-z]+-[a-z]+\})"), lambda _, text: text.replace("-", " ")),
    Kind("anchor in another script", "anchor-changed", re.compile(r'(?:name|id)="([a-z-]+)"'), other_letters),
    Kind("anchor spaced", "anchor-changed", re.compile(r'(?:name|id)="([a-z]+-[a-z-]+)"'), lambda _, text: text.replace("-", " ", 1)),
    Kind("space in the emphasis", "emphasis-broken", re.compile(r"(?<!\S)(\*\*[^*\n]+\*\*)(?!\S)"), lambda _, text: f"** {text[2:-2]} **", expects=False),
    Kind("half of the emphasis", "emphasis-broken", re.compile(r"(?<!\S)(\*\*[^*\n]+\*\*)(?!\S)"), lambda _, text: text[2:], expects=False),
    Kind("space behind a link lost", "markup-glued", re.compile(r"\]\([^()\s]+\)( )(?=[a-zA-Zа-яα-ωÀ-ÿ]{4})"), lambda *_: "", expects=False),
]  # fmt: skip


def damaged(kind: Kind, text: str, random: Random) -> Damaged | None:
    """The text with this damage at one of the places for it; None where there is none."""
    places = [place for place in kind.place.finditer(text) if place[1]]
    if not places:
        return None
    place = random.choice(places)
    new = kind.harm(random, place[1])
    expected = place[2] if kind.place.groups > 1 else place[1]
    return Damaged(text[: place.start(1)] + new + text[place.end(1) :], expected, place.start(1))
