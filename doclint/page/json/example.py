"""JSON examples as documentation writes them: with comments, ellipses, placeholders and forgotten commas."""

from __future__ import annotations

import re

from doclint.page.json.reader import Reader
from doclint.page.json.tokens import tokens
from doclint.page.json.values import JsonExample, Key, Value
from doclint.text.lazypattern import lazy

__all__ = ["JsonExample", "Key", "Value", "is_json_alone", "looks_like_json", "read"]

JSON_LANGUAGES = frozenset({"json", "jsonc", "json5", "jsonld", "json-ld"})
MIXED_LANGUAGES = frozenset({"", "http", "javascript", "js", "text", "txt", "plaintext", "none", "output", "console"})

PROGRAMS = frozenset({"javascript", "js"})
"""Languages whose statements hold objects that read like JSON."""

MEMBER = lazy(r"""[\w"'][^\S\r\n]*+:""")
MESSAGE = lazy(r"^(?:HTTP/\d|(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]++[\w/{<])", re.MULTILINE)


def looks_like_json(code: str, language: str) -> bool:
    """Whether `read` is worth its time, judged by the fence's info word and a glance at the code."""
    if language in JSON_LANGUAGES:
        return "{" in code or "[" in code
    return language in MIXED_LANGUAGES and "{" in code and MEMBER.search(code) is not None


def is_json_alone(code: str, language: str) -> bool:
    """Whether there is nothing but JSON, and no statements of a program around it."""
    return looks_like_json(code, language) and (language not in PROGRAMS or code.lstrip()[:1] in ("{", "["))


def read(code: str) -> JsonExample | None:
    """The keys and values of all JSON documents in the code, or None when there is no object or array in it.

    What surrounds the documents (request lines, headers, statements) is passed over. Never raises.
    """
    reader = Reader(code)
    messages = [match.start() for match in MESSAGE.finditer(code)][::-1]
    for token in tokens(code):
        while messages and messages[-1] <= token.start:
            reader.end_documents()  # a brace forgotten in the request must not swallow the response
            messages.pop()
        reader.take(token)
    return reader.result()
