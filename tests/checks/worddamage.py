"""Damage of every kind that translation does to a protected word, done at random."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

SCRIPTS = {
    "ru": ("абвгдежзиклмнопрстуф", "Посылка", "склада"),
    "ja": ("アイウエオカキクケコサシスセソ", "荷物", "倉庫"),
    "ar": ("ابتثجحدرزسشصطعغ", "طرد", "المستودع"),
    "hi": ("अआइकखगघचजटतदनपबमरल", "पार्सल", "डिपो"),
    "de": ("äöüßqxy", "Übergabe", "Straße"),
}
"""By locale: letters, a word, another word."""

SOUNDS = {
    "ru": ("abcdefghijklmnopqrstuvwxyz", "абкдефгхижклмнопкрстуввксиз"),
    "hi": ("abcdefghijklmnopqrstuvwxyz", "अबकदएफगहइजकलमनओपकरसटउववकयज"),
}


def transliterated(random: Random, word: str, locale: str) -> str:
    """In the sounds of a script; in other letters where no table is at hand."""
    if locale in SOUNDS:
        return word.lower().translate(str.maketrans(*(side[:26] for side in SOUNDS[locale])))
    letters = SCRIPTS[locale][0]
    return "".join(random.choice(letters) for _ in word)


def recased(random: Random, word: str, locale: str) -> str:
    return random.choice([word.upper(), word.lower(), word[0].upper() + word[1:]])


def spaced(random: Random, word: str, locale: str) -> str:
    at = random.randrange(2, len(word) - 1)
    return f"{word[:at]} {word[at:]}"


def misspelt(random: Random, word: str, locale: str) -> str:
    at = random.randrange(1, len(word) - 1)
    return word[:at] + word[at] * 2 + word[at + 1 :]


def punctuated(random: Random, word: str, locale: str) -> str:
    return random.choice([f'"{word}"', f"///{word}", f"{word}：", f"({word})"])


KINDS: dict[str, Callable[[Random, str, str], str]] = {
    "transliterated": transliterated,
    "translated": lambda random, word, locale: SCRIPTS[locale][1],
    "half translated": lambda random, word, locale: word[: len(word) // 2] + SCRIPTS[locale][2],
    "recased": recased,
    "spaced": spaced,
    "words added": lambda random, word, locale: f"{word.lower()} {SCRIPTS[locale][2]}",
    "punctuation added": punctuated,
    "truncated": lambda random, word, locale: word[:-2],
    "misspelt": misspelt,
    "dropped": lambda random, word, locale: "",
    "glued": lambda random, word, locale: word + SCRIPTS[locale][2],
    "another member": lambda random, word, locale: "handedOver",
}

NUMBERS: dict[str, Callable[[Random, str, str], str]] = {
    "renumbered": lambda random, word, locale: str(int(word) + random.choice([1, 3, 10])),
    "number in words": lambda random, word, locale: SCRIPTS[locale][1],
    "number punctuated": lambda random, word, locale: random.choice(
        [f"{word},{word}", f"{word}-d", f".{word}", f"({word})"]
    ),
}
