"""Whether two texts have the same numbers, by their digits."""

from __future__ import annotations

from collections import Counter

from doclint.text.lazypattern import lazy

WHOLE = lazy(r"\d+(?:[.,]\d+)*")


def are_numbers_kept(source: str, target: str) -> bool:
    """Whether both sides have the same numbers, as in nearly every text."""
    if source == target:
        return True
    ours = WHOLE.findall(source)
    return not ours or Counter(ours) == Counter(WHOLE.findall(target))


def digits_of(number: str) -> str:
    """A number without signs between its digits."""
    return "".join(filter(str.isdigit, number)).lstrip("0")
