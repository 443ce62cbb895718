"""Whether a source is the very one a target was made from: digests that translators keep in the metadata."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence

from doclint.page.frontmatter import FrontMatter

OPENLOC = "ms.openlocfilehash"
"""Microsoft: SHA-1 of the English file with CRLF line ends. Measured on 99.95 % of 126,000 pages; a few match the raw
bytes."""
CO_OP = re.compile(r"\s*<!--\s*CO_OP_TRANSLATOR_METADATA:\s*(\{.*?\})\s*-->", re.DOTALL)
"""co-op-translator: a comment at the head, with `original_hash`, the MD5 of the source file as it lay on the disk
(co_op_translator/utils/common/metadata_utils.py)."""
HEX = re.compile(r"(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})")
ALGORITHMS = {32: "md5", 40: "sha1", 64: "sha256"}
PREFIX = re.compile(r"(?:md5|sha-?1|sha-?256)\s*[:=-]\s*")
"""What may stand before a digest, as in `sha256:...`."""
HEAD = 10_000
"""Code points after the front matter in which the comment must stand."""


def digests(front: FrontMatter, text: str = "", keys: Sequence[str] = ()) -> tuple[str, ...]:
    """The digests of its source that a page names, or that are kept for it, in lower-case hex.

    `text` is the page with its front matter.
    `keys` are more front matter keys; how long the value is tells MD5, SHA-1 and SHA-256 apart.
    """
    named = (front.told, front.value(OPENLOC), _co_op(text[front.end : front.end + HEAD]), *map(front.value, keys))
    return tuple(PREFIX.sub("", value.strip().lower(), count=1) for value in named if value)


def digests_of(source: bytes, lengths: Iterable[int] = tuple(ALGORITHMS)) -> Iterator[str]:
    """What a page made from these bytes may keep of them; of the kinds with so many hex digits."""
    crlf = source.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    for length in lengths:
        for data in (crlf, source) if crlf != source else (source,):
            yield hashlib.new(ALGORITHMS[length], data, usedforsecurity=False).hexdigest()


def matches(named: tuple[str, ...], source: bytes) -> bool:
    """Whether one of the digests is that of the source."""
    lengths = tuple({len(digest): None for digest in named if HEX.fullmatch(digest)})
    return any(digest in named for digest in digests_of(source, lengths))


def is_proven(front: FrontMatter, source: bytes, text: str = "", keys: Sequence[str] = ()) -> bool | None:
    """Whether a digest that a target names is that of the source; None where it names none."""
    named = digests(front, text, keys)
    return matches(named, source) if named else None


def _co_op(head: str) -> str | None:
    match = CO_OP.match(head)
    if match is None:
        return None
    try:
        value = json.loads(match.group(1)).get("original_hash")
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, str) else None
