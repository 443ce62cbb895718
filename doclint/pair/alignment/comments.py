"""English that a translator left in comments before the blocks made from it.

Kubernetes' Chinese pages keep each English paragraph, list or heading so. Beside English that has moved on, the comment
still says which block the translation was made from; whether its words are believed is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from doclint.page import Block, Html, Kind
from doclint.pair.alignment.features import form, words, words_in
from doclint.text.lazypattern import lazy

PARAGRAPH = lazy(r"(?!import |export )[A-Za-z][^\n\r]*(?:\n[A-Za-z][^\n\r]*)*")
"""Lines of which each begins with a word: nothing but a paragraph."""

FEWEST_WORDS = 2
"""Fewer words in a comment are a mark for people, such as `<!-- body -->`."""


def english_before(blocks: Sequence[Block], known: frozenset[str]) -> dict[int, frozenset[str]]:
    """The words of the English in a comment before each block, by the block's place, 0-based.

    `known` are the comments of the source, which hold no English of a translator's.
    """
    found: dict[int, frozenset[str]] = {}
    for at, block in enumerate(blocks):
        if not isinstance(block, Html) or not block.is_comment or block.text in known:
            continue
        kept = _kept(block)
        after = _after(blocks, at + 1)
        if [shape for shape, _ in kept] == [form(part) for part in after]:
            found.update((at + 1 + offset, said) for offset, (_, said) in enumerate(kept))
        elif kept:
            whole = frozenset().union(*(said for _, said in kept))
            found.update((at + 1 + offset, whole) for offset in range(len(after)))
    return found


def _kept(comment: Html) -> list[tuple[tuple[str, int], frozenset[str]]]:
    """The form and the words of each block of the English in a comment, without those that say nothing."""
    english = _inside(comment)
    if PARAGRAPH.fullmatch(english):  # as most are
        said = words_in(english)
        return [((Kind.PARAGRAPH, 0), said)] if len(said) >= FEWEST_WORDS else []
    if not english or len(words(comment)) < FEWEST_WORDS:
        return []
    from doclint.page.markdown import parse

    blocks = parse(english, "comment.md").blocks
    return [(form(block), said) for block in blocks if (said := words(block))]


def _inside(comment: Html) -> str:
    text = comment.text.strip()
    return text[4:-3].strip("-\n") if text.startswith("<!--") and text.endswith("-->") else ""


def _after(blocks: Sequence[Block], start: int) -> Sequence[Block]:
    """The blocks after a comment, up to the next one."""
    rest = range(start, len(blocks))
    end = next((at for at in rest if isinstance(one := blocks[at], Html) and one.is_comment), len(blocks))
    return blocks[start:end]
