"""Words of HTTP, of which there are few: what else stands in their place was translated."""

from __future__ import annotations

from functools import cache

from doclint.text.lazypattern import lazy

METHODS = frozenset(("CONNECT", "DELETE", "GET", "HEAD", "MERGE", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"))
"""What a request begins with: those of RFC 9110, PATCH, and MERGE of Microsoft's OData."""

STATUS = lazy(r"(?:HTTP/[0-9.]+ )?([1-5]\d\d) ([A-Z][A-Za-z '-]+)")
ANY_STATUS = lazy(r"(?:HTTP/[0-9.]+ )?([1-5]\d\d)\b")
LONGEST = 25
"""Letters of a word that may stand for a method."""


def is_request(text: str) -> bool:
    """Whether a text begins with a method and a path or an address."""
    method, _, path = text.partition(" ")
    return method in METHODS and path.lstrip()[:1] in ("/", "{", "<", "h")


def is_method_translated(expected: str, found: str) -> bool:
    """Whether a word in capitals that is no method stands in a method's place."""
    is_word = found.isalpha() and found.isupper() and len(found) <= LONGEST
    return expected in METHODS and found not in METHODS and is_word


@cache
def _phrases() -> dict[str, str]:
    """What stands behind each status code; asked by few pages, and dear to load."""
    from http import HTTPStatus

    return {str(status.value): status.phrase.casefold() for status in HTTPStatus}


def is_status_translated(expected: str, found: str) -> bool:
    """Whether other words stand behind the same status code than those that the protocol has for it."""
    ours, theirs = STATUS.fullmatch(expected), ANY_STATUS.match(found)
    if not ours or not theirs or _phrases().get(ours[1]) != ours[2].casefold():
        return False
    return ours[1] == theirs[1] and theirs.end() < len(found) and expected.casefold() != found.casefold()
