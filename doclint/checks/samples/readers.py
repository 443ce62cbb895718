"""What stands in a code span for what readers put there: placeholders, hosts, values in capitals."""

from __future__ import annotations

from doclint.text.lazypattern import lazy

PLACEHOLDER = lazy(
    r"\{[^{}`,:\"'，：]*\}|(?:(?<=[a-z] )(?<!return )|(?=<(?![A-Z]\w*>)))<[^<>`]*>|\[[^\[\]`,:\"'，：]*\]"
)
"""What stands for something that readers put there; lists, maps and tags of components, but in commands, are code."""

TOLD = lazy(r"<[^<>`]*>|(?<![\w@])[^\W\d_]\w*@[^\W\d_]\w*(?=:<|:/|:?\s|:?$)")
"""What stands between such brackets in any language, and a login beside it: `copy <file> user@server:<folder>`."""

HOST = lazy(r"(?<=://)(?:your[a-z]+|[a-z]+name)(?=[.:/]|$)")

HOST_THERE = lazy(r"(?<=://)[^\s/:.]+(?=[.:/]|$)")
"""What says that the reader's own host stands there, and one that does."""

CAPITALS = lazy(r"(?:[^\W\d_a-z]+[_ -])+[^\W\d_a-z]+")
"""What stands for a value in samples: `PARAM_NAME`."""

PARTS = lazy(r"[_ -]")

OPTION = lazy(r"(-+[\w-]+)[= ](?P<value>[^\W\d_]+), ?(-+[\w-]+)[= ](?P=value)")
"""Two forms of an option, with what readers put behind either: `--file=path, -f path`."""


def is_half_foreign(expected: str, found: str) -> bool:
    """Whether one word of a name is kept and another is in letters that the name does not have: nobody names so."""
    return not found.isascii() and not set(PARTS.split(expected)).isdisjoint(PARTS.split(found))


def is_filled_in(expected: str, found: str) -> bool:
    """Whether nothing differs but what readers replace: between angle brackets, a login beside them, `yourhost`."""
    options = OPTION.fullmatch(expected), OPTION.fullmatch(found)
    if options[0] and options[1]:
        return options[0].group(1, 3) == options[1].group(1, 3)
    if HOST.search(expected):
        return HOST.sub("", expected) == HOST_THERE.sub("", found)
    is_told = any(match[0].startswith("<") for match in PLACEHOLDER.finditer(expected))
    return is_told and TOLD.sub("<>", expected) == TOLD.sub("<>", found)
