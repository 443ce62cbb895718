"""Whether two texts have the same numbers, by their digits."""

from __future__ import annotations

from functools import lru_cache

from doclint.text.lazypattern import lazy

WHOLE = lazy(r"\d+(?:[.,]\d+)*")


@lru_cache(1000)
def are_numbers_kept(source: str, target: str) -> bool:
    """Whether both sides have the same numbers, as in nearly every text; remembered, since pages repeat their texts."""
    if source == target:
        return True
    ours = WHOLE.findall(source)
    return not ours or sorted(ours) == sorted(WHOLE.findall(target))


def digits_of(number: str) -> str:
    """A number without signs between its digits."""
    return "".join(filter(str.isdigit, number)).lstrip("0")
