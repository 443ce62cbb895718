"""One of several equal parts of a run, told by the source page alone."""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple, Self

from doclint.layouts import Target
from doclint.text.errors import ConfigError

WRITTEN = re.compile(r"(\d{1,6})/(\d{1,6})", re.ASCII)


class Shard(NamedTuple):
    """Number NUMBER of OF, counted from 1."""

    number: int = 1
    of: int = 1

    @classmethod
    def read(cls, text: str) -> Self:
        """`3/16`. Raises ConfigError."""
        match = WRITTEN.fullmatch(text)
        if not match or not 1 <= int(match[1]) <= int(match[2]):
            raise ConfigError(f'--shard "{text}" is not NUMBER/OF, such as 3/16, counted from 1')
        return cls(int(match[1]), int(match[2]))

    def holds(self, target: Target) -> bool:
        """Whether a page belongs here; all translations of one source page do, whatever other pages there are."""
        digest = hashlib.blake2b(target.source.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        return int.from_bytes(digest, "big") % self.of == self.number - 1

    def __str__(self) -> str:
        return f"shard {self.number} of {self.of}"
