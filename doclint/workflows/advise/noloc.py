"""Microsoft's ways to keep words from translation: `:::no-loc text="Name":::`, and a list in the front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from doclint.page import Page
from doclint.text import Edit, Span

KEY = "no-loc"
LIST = re.compile(
    r"^no-loc[ \t]*:[ \t]*(?:\[(?P<flow>[^\[\]\r\n]*)\][ \t]*)?(?P<more>[^\r\n]*)(?=[\r\n]|\Z)", re.MULTILINE
)
ITEM = re.compile(r"(?:\r\n|\n)(?P<lead>[ \t]*-[ \t]+)(?P<item>[^\r\n]*)")
PLAIN = re.compile(r"[A-Za-z][\w.-]*", re.ASCII)
"""Words that YAML needs no quotes for; plain words such as `true` never get here."""
UNUSED_ENDS = "\"' \t"


class FrozenList(NamedTuple):
    """The `no-loc` list of a page, and how one adds to it."""

    words: tuple[str, ...]
    place: Span | None
    """Where more goes; None where the list is written in a way that we leave alone."""
    form: str
    """`new`, `flow` or `block`."""
    lead: str = ""


def inline(word: str) -> str:
    """The directive that keeps one instance."""
    return f':::no-loc text="{word}":::'


def is_microsoft(page: Page) -> bool:
    """Whether the page's own metadata says that its site is one that knows these."""
    return any(entry.key.startswith("ms.") for entry in page.front.entries)


def frozen(page: Page) -> FrozenList:
    """The list as it stands in the front matter."""
    text, end = page.text, page.front.end
    body = text[:end].rstrip("\r\n")
    closing = max(body.rfind("\n"), body.rfind("\r")) + 1
    if not page.front.entries or not page.front.is_valid or page.front.is_toml or not closing:
        return FrozenList((), None, "new")
    match = LIST.search(text, 0, closing)
    if match is None:
        return FrozenList((), Span(closing, closing), "new")
    if match["flow"] is not None and not match["more"].strip():
        words = [part.strip(UNUSED_ENDS) for part in match["flow"].split(",")]
        at = match.end("flow")
        return FrozenList(tuple(filter(None, words)), Span(at, at), "flow")
    return _block(text, match, closing) if not match["more"].strip() else FrozenList((), None, "new")


def _block(text: str, match: re.Match[str], closing: int) -> FrozenList:
    words, lead, at = [], "", match.end()
    while item := ITEM.match(text, at, closing):
        words.append(item["item"].strip(UNUSED_ENDS))
        lead, at = item["lead"], item.end()
    return FrozenList(tuple(words), Span(at, at) if words else None, "block", lead)


def added(page: Page, words: Iterable[str]) -> Edit | None:
    """The edit that puts words on the list; None where it cannot be done."""
    known = frozen(page)
    new = [word for word in dict.fromkeys(words) if word not in known.words]
    if known.place is None or not new:
        return None
    end = "\r\n" if "\r\n" in page.text[: page.front.end] else "\n"
    written = [word if PLAIN.fullmatch(word) else f'"{word}"' for word in new]
    if known.form == "new":
        return Edit(known.place, f"{KEY}: [{', '.join(written)}]{end}")
    if known.form == "flow":
        return Edit(known.place, (", " if known.words else "") + ", ".join(written))
    return Edit(known.place, "".join(f"{end}{known.lead}{word}" for word in written))
