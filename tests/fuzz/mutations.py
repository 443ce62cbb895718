"""Changes of a text at random: of bytes, of characters, of words, of lines and of what stands between blank lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

SIGNS = [
    *"|`*_[](){}<>#!:;.,\"'\\/~^$%&=+-@",
    "\u200b",
    "\ufeff",
    "\u202e",
    "\0",
    "\r",
    "\r\n",
    "\u2028",
    "\u0301",
    "😀",
    "　",
    "\t",
    "    ",
]
"""What a page is made of, and what makes it another one."""

LETTERS = {
    "ru": "абвгдежзиклмнопрст",
    "ja": "アイウエオカキクケコ荷物",
    "ar": "ابتثجحدرس",
    "de": "äöüßaei",
    "el": "αβγδεζηθ",
}

SNIPPETS = """{keep.me}
{{< tab "depot" >}}
{% include depot.html %}
:::note
:::
<Tabs groupId="depot">
</Tabs>
<Depot size={big} list={[1, 2]} />
{
  one: 1,
  two: {a, b},
}
import Depot from '@site/depot';
export const depot = {
  one: 1,
};
!!! note "Depot"
=== "Tab"
[!INCLUDE [depot](../includes/depot.md)]
> [!NOTE]
## <a name="depot"></a>depotState {#depot}
```json
{"depotState": "inTransit", "count": 1}
```
```http
GET /depots/{depot-id}/parcels HTTP/1.1
```
|Property|Type|Description|
|:---|:---|:---|
|depotState|String|The state.|
|Member|Value|
|:---|---:|
|inTransit|0|
|delivered|1|
Parcels.Read.All, Parcels.ReadWrite.All, Depot.Directory.Read.All
[depotState](depot.md#state) and [depot][one]
[one]: depot.md "Depot"
<!-- { "blockType": "request", "name": "get_depot" } -->
<table><tr><td>depotState</td><td>0</td></tr></table>
title: Depots
ms.topic: reference
---
**depotState** and `inTransit`, {depot-id}, %s, ${depot}
""".splitlines()

WORD = re.compile(r"\w[\w.@$-]*|[^\w\s]")
LINE = re.compile(r"[^\n]*\n|[^\n]+")
BLOCK = re.compile(r"(?:[^\n]+\n?)+\n*|\n+")

Change = Callable[[Random, str, str], str]
"""Makes another text of a text; the third is that of the other side."""


def changed(dice: Random, text: str, other: str) -> tuple[str, str]:
    """The text with one change at random, and the name of the change."""
    name = dice.choice(list(CHANGES))
    return CHANGES[name](dice, text, other), name


def bytes_changed(dice: Random, data: bytes) -> bytes:
    """One byte flipped, put in or taken out; the text may be no UTF-8 then."""
    at = dice.randrange(len(data) + 1)
    kind = dice.choice(("flipped", "put in", "taken out"))
    if kind == "flipped" and at < len(data):
        return data[:at] + bytes([data[at] ^ (1 << dice.randrange(8))]) + data[at + 1 :]
    if kind == "put in":
        return data[:at] + bytes([dice.randrange(256)]) + data[at:]
    return data[:at] + data[at + 1 :]


def _character(dice: Random, text: str, other: str) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice(SIGNS) + text[at + dice.choice((0, 0, 1)) :]


def _stretch(dice: Random, text: str, other: str) -> str:
    """A stretch taken out, or there twice."""
    start = dice.randrange(len(text) + 1)
    end = start + min(int(dice.expovariate(1 / 20)), len(text) - start)
    return text[:start] + text[start:end] * dice.choice((0, 0, 2)) + text[end:]


def _replaced(make: Callable[[Random, str, list[str], list[str]], str], pattern: re.Pattern[str]) -> Change:
    """Changes one piece of the text, of which all pieces and those of the other side are known."""

    def change(dice: Random, text: str, other: str) -> str:
        places = [found.span() for found in pattern.finditer(text)]
        if not places:
            return text
        start, end = dice.choice(places)
        here, there = ([found[0] for found in pattern.finditer(side)] for side in (text, other))
        return text[:start] + make(dice, text[start:end], here, there or here) + text[end:]

    return change


def _swapped(pattern: re.Pattern[str]) -> Change:
    def change(dice: Random, text: str, other: str) -> str:
        places = [found.span() for found in pattern.finditer(text)]
        if len(places) < 2:
            return text
        first = dice.randrange(len(places) - 1)
        second = min(first + 1 + int(dice.expovariate(0.5)), len(places) - 1)
        (a, b), (c, d) = places[first], places[second]
        return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]

    return change


def _translated(dice: Random, word: str, here: list[str], there: list[str]) -> str:
    letters = LETTERS[dice.choice(list(LETTERS))]
    kept = dice.choice((0, 0, len(word) // 2))
    return word[:kept] + "".join(dice.choice(letters) if char.isalpha() else char for char in word[kept:])


def _misspelt(dice: Random, word: str, here: list[str], there: list[str]) -> str:
    at = dice.randrange(len(word))
    return dice.choice((word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], word[:at] + " " + word[at:]))


def _snippet(dice: Random, text: str, other: str) -> str:
    return inserted(dice, text, dice.randrange(1000) / 1000, [dice.choice(SNIPPETS)])


def inserted(dice: Random, text: str, share: float, lines: list[str]) -> str:
    """Lines put before the line at a share of the text, blank lines around them or not."""
    rows = text.split("\n")
    at = int(share * (len(rows) + 1))
    return "\n".join([*rows[:at], *lines, *rows[at:]])


CHANGES: dict[str, Change] = {
    "character": _character,
    "stretch": _stretch,
    "word dropped": _replaced(lambda dice, word, here, there: "", WORD),
    "word twice": _replaced(lambda dice, word, here, there: word + dice.choice(("", " ", ".")) + word, WORD),
    "word translated": _replaced(_translated, WORD),
    "word recased": _replaced(lambda dice, word, here, there: dice.choice((word.upper(), word.lower(), word.title())), WORD),
    "word misspelt": _replaced(_misspelt, WORD),
    "word of the page": _replaced(lambda dice, word, here, there: dice.choice(here), WORD),
    "word of the other side": _replaced(lambda dice, word, here, there: dice.choice(there), WORD),
    "words swapped": _swapped(WORD),
    "line dropped": _replaced(lambda dice, line, here, there: "", LINE),
    "line twice": _replaced(lambda dice, line, here, there: line * 2, LINE),
    "line of the other side": _replaced(lambda dice, line, here, there: dice.choice(there), LINE),
    "line joined": _replaced(lambda dice, line, here, there: line.rstrip("\n"), LINE),
    "lines swapped": _swapped(LINE),
    "block dropped": _replaced(lambda dice, block, here, there: "", BLOCK),
    "block twice": _replaced(lambda dice, block, here, there: block + "\n" + block, BLOCK),
    "blocks swapped": _swapped(BLOCK),
    "snippet": _snippet,
}  # fmt: skip
