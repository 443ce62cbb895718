"""A paragraph that still reads as the English was forgotten, or the translator gave up on it.

Compared are paragraphs, list items and cells of several words that read letter for letter the same on both sides, and
a heading below the title where it is the only one. Left alone are code, names, links and lists of them, quotations, pages that have hardly any translated text (a page
that waits for its translation is not damaged), and translations into another English.
"""

from collections.abc import Iterator
from itertools import islice

from doclint.api import Bad, Difference, Good, Kind, Match, Pair, PieceKind, Problem, Segment, Severity, Trust, lazy

ID = "DL003"
NAME = "untranslated-block"
SEVERITY = Severity.NOTE
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="The courier scans the label.\n\nThe depot keeps every parcel for ten days before it goes back.\n\nEnd of it.\n",
        target="Курьер сканирует этикетку.\n\n⟦The depot keeps every parcel for ten days before it goes back.⟧\n\nКонец.\n",
    ),
    Bad(
        source="The courier scans the label.\n\n- Choose the depot that is nearest to the receiver's address.\n- Done.\n",
        target="宅配業者がラベルをスキャンします。\n\n- ⟦Choose the depot that is nearest to the receiver's address.⟧\n- 完了。\n",
    ),
    Bad(
        source="# The depot\n\n## Open a door\n\nTurn it around.\n\n|Key|Says|\n|---|---|\n|a|How many doors it has.|\n\n## Close it again\n",
        target="# 창고\n\n## 문 열기\n\n돌리세요.\n\n|키|설명|\n|---|---|\n|a|⟦How many doors it has.⟧|\n\n## ⟦Close it again⟧\n",
    ),
]
GOOD = [
    Good(
        source="Text here.\n\nGET /parcels/{id}/events and /depots\n",
        target="Текст.\n\nGET /parcels/{id}/events and /depots\n",
    ),
    Good(
        source="The depot keeps every parcel for ten days before it goes back.\n",
        target="The depot keeps every parcel for ten days before it goes back.\n",
    ),
    Good(
        source="Say it so.\n\n> The depot keeps every parcel for ten days before it goes back.\n",
        target="このように言う。\n\n> The depot keeps every parcel for ten days before it goes back.\n",
    ),
    Good(
        source="Text here.\n\n|Asks|For|\n|---|---|\n|All|verb=get, resource=parcels, part=depot, state=open|\n|it|(door: number, next: number, parcel: text) => void|\n|is|number \\| { doors: number, gap: number, way: text }|\n|of|[north, south, east, west, upper, lower]|\n\nDoorError: the depot has no such door\n",
        target="Текст.\n\n|Что|Чего|\n|---|---|\n|Все|verb=get, resource=parcels, part=depot, state=open|\n|оно|(door: number, next: number, parcel: text) => void|\n|есть|number \\| { doors: number, gap: number, way: text }|\n|из|[north, south, east, west, upper, lower]|\n\nDoorError: the depot has no such door\n",
    ),
    Good(  # a remark that a bracket too many keeps from being a definition
        source="Text here.\n\n[//]: # (This page was made from [all the sources](https://depot.example/sources.)\n",
        target="Текст.\n\n[//]: # (This page was made from [all the sources](https://depot.example/sources.)\n",
    ),
    Good(
        source="Text here.\n\n{/* ### One of the doors is open\n\nIt is shut at night.\n*/}\n",
        target="Текст.\n\n{/* ### One of the doors is open\n\nНочью она закрыта.\n*/}\n",
    ),
    Good(
        source="The color of the label.\n\nThe depot keeps every parcel for ten days before it goes back.\n",
        target="The colour of the label.\n\nThe depot keeps every parcel for ten days before it goes back.\n",
        locale="en-GB",
    ),
]

QUOTED = lazy(r"[\"“«].*?[\"”»]")
WORD = lazy(r"(?<![\w/.{<@#=-])[A-Za-z]?[a-z]+(?![\w/}>@#(=-]|\.\w)")
"""A word as prose has it, not a part of a path, a call or a name, and none of `key=value`."""
PRINTED = lazy(r"\W*[A-Za-z]+[a-z][A-Z]\w*:\s")
"""How what a program prints of an error begins: `TypeError: ...`."""

TYPE = lazy(r"\)\s*=>\s*\w|\w\s\|\s[\w{\"']|\A\[[^\[\]]*\]\Z")
"""How a type is written, and what may be chosen from: `(door: number) => void`, `number | { doors: number }`."""

COMMENT = lazy(r"(?m)^\[[^\[\]\n]*\]:\s*(?:#|<>)\s*[\"'(]")
"""A definition that leads nowhere and holds a remark: `[//]: # (made by a program)`."""

NEXT = lazy(r"[.!?]\s")
ROW = lazy(r"[A-Za-z]+(?:[ ,]+[A-Za-z]+){2}")
SENTENCE = lazy(r"[A-Z](?:[^.!?\n]|[.!?](?=\S))*[.!?](?=\s|\Z)")

FEWEST_WORDS = 5
FEWEST_OF_ALL = 3
"""Of a sentence, where nearly all of the page is translated."""
FEWEST_TEXTS = 5
LEFT = 0.1
"""The share of texts that may read as the English where the rest of a page counts as translated."""
FEWEST_IN_HEADING = 3
FEWEST_HEADINGS = 2
"""Headings of several words that a page must have for the one that is left to count as forgotten."""
SHORT = 15
"""Code points; so many or fewer hold no sentence."""

TRANSLATED = 0.5
"""The share of texts that must differ before the others count as forgotten."""


def check(pair: Pair) -> Iterator[Problem]:
    if (pair.locale or "").startswith("en"):
        return
    same = [match for match in texts(pair) if match.source.text == match.target.text and len(match.source.text) > SHORT]
    forgotten = [match for match in same if is_prose(match, FEWEST_OF_ALL)] + heading_left(pair)
    halves = [*sentences_left(pair)]
    if not forgotten and not halves:
        return
    prose = [match for match in texts(pair) if len(WORD.findall(match.source.text)) > 1]
    if sum(match.source.text != match.target.text for match in prose) < TRANSLATED * len(prose):
        return
    yield from halves
    left = sum(match.source.text == match.target.text and is_prose(match, 2) for match in prose)
    is_rest_done = left <= max(LEFT * len(prose), 1) and len(prose) >= FEWEST_TEXTS
    for match in forgotten:
        if match.target.kind is not Kind.HEADING and not is_prose(match, fewest(match, is_rest_done=is_rest_done)):
            continue
        yield Difference(match, match.target.span).problem(
            match.target.plain, evidence="reads letter for letter as the English", message="the text is still English"
        )


def fewest(match: Match[Segment], *, is_rest_done: bool) -> int:
    """How many words a text must have: fewer where all the rest of the page is translated, and it is a sentence."""
    if not is_rest_done:
        return FEWEST_WORDS
    return FEWEST_OF_ALL if match.target.plain.rstrip().endswith((".", ":", "!", "?")) else FEWEST_WORDS - 1


def sentences_left(pair: Pair) -> Iterator[Problem]:
    """The sentences that read as the English in a text of which the others were translated."""
    for match in pair.texts:
        is_several = NEXT.search(match.source.text) is not None and ROW.search(match.target.text) is not None
        if is_several and match.source.text != match.target.text and not match.target.quoted:
            yield from islice(sentences_of(match), 1)


def sentences_of(match: Match[Segment]) -> Iterator[Problem]:
    """The same of one text; what it says in code is none."""
    ours, theirs = match.source.plain, match.target.plain
    for sentence in SENTENCE.findall(ours):
        at = theirs.find(sentence)
        if at < 0 or sentence == ours or len(WORD.findall(sentence)) < FEWEST_WORDS or not is_words(sentence):
            continue
        place = match.target.inline.place(at, at + len(sentence))
        if not any(one.span.start <= place.start < one.span.end for one in match.target.inline.of(PieceKind.CODE)):
            yield Difference(match, place).problem(
                sentence, evidence="reads letter for letter as the English", message="the sentence is still English"
            )


def is_words(text: str) -> bool:
    """Whether a text is mostly words for readers, and not names."""
    found = WORD.findall(QUOTED.sub(" ", text))
    is_names = 3 * sum(word[0].isupper() for word in found) > len(found)
    return not is_names and sum(map(len, found)) > len("".join(text.split())) / 2


def texts(pair: Pair) -> Iterator[Match[Segment]]:
    """Paragraphs, list items and cells."""
    yield from pair.texts
    for table in pair.tables:
        for cells in table.cells:
            yield from cells


def heading_left(pair: Pair) -> list[Match[Segment]]:
    """The one heading of several words below the title that reads as the English, where all others were translated."""
    several = [it for it in pair.headings if it.source.level > 1 and len(WORD.findall(it.source.text)) > 1]
    same = [match for match in several if match.source.text == match.target.text]
    is_one = len(same) == 1 and len(several) >= FEWEST_HEADINGS and same[0].is_sure
    is_said_again = is_one and pair.target.text.count(same[0].target.plain) > 1  # a name that the page speaks of
    return same if is_one and not is_said_again and is_prose(same[0], FEWEST_IN_HEADING) else []


def is_prose(match: Match[Segment], fewest: int) -> bool:
    """Whether the text is mostly words for readers, and has so many."""
    segment = match.target
    if (
        segment.quoted
        or segment.text.startswith("{/*")  # a comment of MDX that goes on below
        or COMMENT.search(segment.text)
        or PRINTED.match(segment.plain)
        or TYPE.search(segment.plain)
        or len(WORD.findall(segment.text)) < fewest
    ):
        return False
    plain = segment.plain
    kept = (piece.text for piece in segment.inline.pieces if piece.kind in (PieceKind.CODE, PieceKind.LINK))
    for text in kept:
        plain = plain.replace(text, " ")
    found = WORD.findall(QUOTED.sub(" ", plain))
    if 3 * sum(word[0].isupper() for word in found) > len(found):
        return False  # names of people, works and licences stay as they are
    return len(found) >= fewest and sum(map(len, found)) > len("".join(plain.split())) / 2
