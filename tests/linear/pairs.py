"""Pairs of pages of any size, each with much of one thing that rules look for."""

from __future__ import annotations

from collections.abc import Callable

Unit = Callable[[str, str], str]
"""One of many alike, from a name of its own and that name in other letters."""
Pages = Callable[[range], tuple[str, str]]
"""The English and the translation, of units with these numbers."""


def name(number: int) -> str:
    """A word spelt like the name of a thing, `parcelBcd`."""
    return "parcel" + letters(number, "abcdefghijklmnop").capitalize()


def other(number: int) -> str:
    """The same in other letters."""
    return "парцел" + letters(number, "абцдефгхийклмноп").capitalize()


def letters(number: int, alphabet: str) -> str:
    return "".join(alphabet[number >> shift & 15] for shift in (16, 12, 8, 4, 0))


def many(
    source: str, target: str, *, before: tuple[str, str] = ("", ""), between: str = "\n\n", after: str = ""
) -> Pages:
    """Many times the same with other names: `@` stands for a name, `~` for that name in other letters, `#` for a number."""

    def pages(numbers: range) -> tuple[str, str]:
        sides = (
            between.join(
                unit.replace("@", name(one)).replace("~", other(one)).replace("#", str(one)) for one in numbers
            )
            for unit in (source, target)
        )
        ours, theirs = (start + side + after + "\n" for start, side in zip(before, sides, strict=True))
        return ours, theirs

    return pages


def rows(ours: str, theirs: str, source: str, target: str) -> Pages:
    """A table of many rows under these headers."""
    line = "\n|" + "---|" * (ours.count("|") - 1) + "\n"
    return many(source, target, before=(ours + line, theirs + line), between="\n")


def turned(pages: Pages) -> Pages:
    """The same, the translation's units in the opposite order."""
    return lambda numbers: (pages(numbers)[0], pages(numbers[::-1])[1])


def paragraphs(source: str, target: str) -> Pages:
    """Many paragraphs of twenty such phrases."""
    one = many(source, target, between=" ")

    def pages(numbers: range) -> tuple[str, str]:
        pairs = [one(numbers[at : at + 20]) for at in range(0, len(numbers), 20)]
        return "\n".join(source for source, _ in pairs), "\n".join(target for _, target in pairs)

    return pages


PROPERTY = "|Property|Type|Description|", "|Свойство|Тип|Описание|"

PARAGRAPH = many("Set `@` to @.", "Задайте `~` для ~.", between=" ")
"""All in one."""

PAIRS: dict[str, Pages] = {
    "names lost": many("Set @ first.", "Сначала задайте ~."),
    "names gone": many("Set @ first.", "Сначала задайте это."),
    "names moved": turned(many("Set @ first.", "Сначала задайте @.")),
    "plain names lost": many("Set a @-word and Parcel@ first.", "Сначала задайте ~."),
    "names of collections lost": many("A Parcel@ collection.", "Набор ~."),
    "names lost in code": many("Set `@` first.", "Сначала задайте `~`."),
    "names without their code": many("Set `@` first.", "Сначала задайте @."),
    "paragraphs of many names": paragraphs("@ `@` [@](@.md), **@**", "~ `~` [~](@.md), **~**"),
    "one line of JSON": many('"@": #', '"~": #', before=("```json\n{ ",) * 2, between=", ", after=" }\n```"),
    "bold names": many("Set **@** first.", "Сначала задайте **~**."),
    "links": many("See [@](api/@.md).", "См. [~](апи/~.md)."),
    "link texts": many("See [@](api/@.md).", "См. [~](api/@.md)."),
    "anchors": many("See [here](#@).", "См. [здесь](#~)."),
    "value lists": many("Possible values are: `@`, `held`.", "Возможные значения: `~`, `held`."),
    "headings": many("## @ type", "## тип ~"),
    "headings with anchors": many("## A {#@}\n\nSet @.", "## Б {#@}\n\nЗадайте ~."),
    "items": many("- Set `@` and @", "- Задайте `~` и ~", between="\n"),
    "properties": rows(*PROPERTY, "|@|String|The text of @.|", "|~|Строка|Текст ~.|"),
    "types": rows(*PROPERTY, "|@|[@](@.md) collection|The text.|", "|~|[~](@.md) коллекция|Текст.|"),
    "members": rows("|Member|Value|", "|Элемент|Значение|", "|@|#|", "|~|#1|"),
    "cells that are names": rows("|Old|New|", "|Было|Стало|", "|@-a|@_b|", "|~-а|~_б|"),
    "numbers": rows("|Limit|Most|", "|Предел|Не более|", "|Parcels #|#|", "|Посылки #|#7|"),
    "headers": rows("|Header|Value|", "|Заголовок|Значение|", "|@|Bearer {@}|", "|~|Носитель {~}|"),
    "JSON": many('"@": "@",', '"~": "~",', before=("```json\n{\n",) * 2, between="\n", after='\n"a": 1 }\n```'),
    "blocks of JSON": many('```json\n{ "@": 1 }\n```', '```json\n{ "~": 1 }\n```'),
    "blocks of code": many("```python\n@ = #\n```", "```python\n~ = #\n```"),
    "one block of code": many(
        "row((#, 1), (0, 1), (1, 1))",
        "row((#, 1), (0, 2), (1, 1))",
        before=("```python\n",) * 2,
        between="\n",
        after="\n```",
    ),
    "members in another order": many('<!-- { "@": "", "b": "#" } -->', '<!-- { "b": "#", "@": "" } -->'),
    "rows in another order": turned(rows("|Member|Value|", "|Элемент|Значение|", "|@|#|", "|@|#|")),
    "paths": many("```http\nGET /a/{@}\n```", "```http\nGET /a/{~}\n```"),
    "containers": many(":::note[@]\nA.\n:::", ":::заметка[~]\nА.\n:::"),
    "shortcodes": many('{{< a @="#" >}}', '{{< a ~="#" >}}'),
    "HTML": many("<p>Set <code>@</code>.</p>", "<p>Задать <code>~</code>.</p>"),
    "front matter": many("@: @", "@: ~", before=("---\n",) * 2, between="\n", after="\n---\n"),
    "comments on the next line": many("Set `@`.", "<!-- doclint-disable-next-line -->\nЗадать `~`."),
    "comments that open and close": many(
        "Set `@`.", "<!-- doclint-disable DL202 -->\n\nЗадать `~`.\n\n<!-- doclint-enable -->"
    ),
    "comments without an end": many("Set `@`. <!-- {/* @", "Задать `~`. <!-- {/* @"),
    "comments without an end in code": many(
        "@\n/* @", "~\n/* @", before=("```python\n",) * 2, between="\n", after="\n```"
    ),
    "the same": many("Set `@` of [@](@.md) to @.", "Set `@` of [@](@.md) to @."),
}
