"""Lines of a block: which are drawn, and which read like a sentence for people."""

from __future__ import annotations

from doclint.text.lazypattern import lazy

DRAWN = lazy("[\u2500-\u257f]")

RULED = lazy("([-_=~\u2014])\\1{4}")

ARROW = lazy(r"(?<![<\w-])(?:-{2,}|={2,})>(?!\d)|<(?:-{2,}|={2,})(?![\w-])|\+-{2,}\+?|[\u2190-\u21ff]\s*\Z")
"""An arrow or a box that is drawn with the signs of a keyboard, or an arrow that leads on to the next line."""

SIGNED = lazy(
    r"[={};|$<>\\]|\w\(|\)\.|(?<!\w)--?\w|^\s*[\w.\"'/-]+:(?:\s|$)|\w::?\w|(?<!\w)[.~]?/\w|\w/\w|\w_\w|\[\w*\]|^\s*-\s"
)
"""Signs of code in a line."""

TOLD = lazy(r"^\s*[A-Za-z]+:\s+(?=[\"']?\w[\w'’-]*(?:,| [\u2190-\u21ff])?\s+\w[\w'’-]*(?:,| [\u2190-\u21ff])?\s+\w)")
"""A label before three words at least, or three steps with arrows between."""

HEADLINE = lazy(r"\s*([^\w\s\"'`])\1*\s+[^\W\d_]+(?: [^\W\d_]+)*\s+\1+\s*")
"""Words between the same signs: `=== Doors ===`."""

LONGEST_COMMAND = 4
"""Plain words in a row that may be a command."""


def is_prose_line(line: str) -> bool:
    """Whether a line reads like a sentence: words, and hardly anything that code has."""
    return SIGNED.search(TOLD.sub("", line)) is None and len(line.split()) > 2


def is_sentence(line: str) -> bool:
    """Whether a line of a shell's output or input reads like a sentence."""
    return len(line.split()) > LONGEST_COMMAND and is_prose_line(line)


def is_headline(line: str) -> bool:
    """Whether a line is a title for people above what follows."""
    return HEADLINE.fullmatch(line) is not None


def is_in_sentence(text: str, at: int) -> bool:
    """Whether a place lies behind the first word of a line that reads like a sentence, where no command begins."""
    return bool(line_before(text, at).strip()) and is_sentence(line_of(text, at))


def line_before(text: str, at: int) -> str:
    """What stands before a place in its line."""
    return text[text.rfind("\n", 0, at) + 1 : at]


def line_of(text: str, at: int) -> str:
    """The line that a place lies in."""
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]


def is_ruled(line: str) -> bool:
    """Whether a line is drawn in a line of text, as below the head of a table or around a box."""
    return RULED.search(line) is not None


def is_drawn(text: str) -> bool:
    """Whether lines of a block lead from one word to the other: `Client --> Server`."""
    return "<!--" not in text and any(map(ARROW.search, text.split("\n")))


def is_listing(line: str) -> bool:
    """Whether a line draws something: folders below each other, boxes."""
    return DRAWN.search(line) is not None
