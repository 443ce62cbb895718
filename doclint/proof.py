"""Whether a source is the very one a target was made from: digests that translators keep in the metadata."""

from __future__ import annotations

import hashlib

from doclint.page.frontmatter import FrontMatter

OPENLOC = "ms.openlocfilehash"
"""Microsoft: SHA-1 of the English file with CRLF line ends. Measured on 99.95 % of 126,000 pages; a few match the raw
bytes."""


def is_proven(front: FrontMatter, source: bytes) -> bool | None:
    """Whether the digest in a target's front matter is that of the source; None where it names none."""
    wanted = front.value(OPENLOC)
    if not wanted:
        return None
    crlf = source.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    return any(hashlib.sha1(data, usedforsecurity=False).hexdigest() == wanted.lower() for data in (crlf, source))
