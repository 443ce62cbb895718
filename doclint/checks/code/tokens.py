"""What a code block says to a machine: its tokens without comments, strings and prose.

Pygments tells them apart where it is installed (`doclint[code]`) and knows the language. Else only what cannot be
prose counts: flags, paths and words spelt as names, outside of anything that looks like a comment or a string.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from doclint.checks.code.help import texts_in_help
from doclint.checks.code.sentences import (
    SIGNED,
    is_drawn,
    is_in_sentence,
    is_prose_line,
    is_ruled,
    is_sentence,
    line_of,
)
from doclint.text.lazypattern import lazy

if TYPE_CHECKING:
    from pygments.lexer import Lexer

LONGEST = 20_000
"""Code points; a longer block is no example, and lexers are not all linear."""

PROSE = frozenset(("diff", "markdown", "md", "mdx", "mermaid", "text", "txt", "plaintext", "output", "log", "none"))
"""Languages whose words are prose even where a lexer has a token for them."""

SHELLS = frozenset("bash sh shell shellscript zsh console shell-session powershell ps1 batch bat cmd".split())

SECTIONED = frozenset(("toml", "ini", "cfg", "conf", "properties"))
"""Languages in which the name of a section stands between brackets."""

NAME = r"""(?<![\w@$])(?:
        [@$]?[a-z][a-z0-9]*[A-Z]\w*(?:[.@][A-Za-z]\w*)*           # camelCase, @odata.nextLink behind it
      | [@$][a-z]\w*(?:\.[A-Za-z]\w*)+                            # @odata.type
      | [A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+                    # snake_case
      | [a-z][a-z0-9]*(?:\.[a-z][A-Za-z0-9]*)*\.[a-z]\w*[A-Z]\w*  # microsoft.graph.deviceState
    )"""
"""A word whose shape no language has."""


STRUCTURE = lazy(
    rf"""(?<![\w-])--?[A-Za-z][\w-]*+                 # a flag
      | (?<![\w/.:])\.{{0,2}}(?:/[\w.@-]++){{2,}}      # a path of two parts or more
      | {NAME}""",
    re.ASCII | re.VERBOSE,
)


QUIET = lazy(
    r"""(["'`])(?:(?!\1)[^\\\n]|\\.)*(?:\1|$)|(?:\#|//|/\*|<!--|^[ \t]*(?:\*|--|;|%|'|REM\b)).*$""", re.MULTILINE
)
"""What may be a comment or a string, in whatever language."""

PLACEHOLDER = lazy(
    r"<[\w.](?:[^<>\n{}()=\"']|(?<=\w)'(?=\w)){0,120}>|\{\{?[^{}\n\"':;=,，]{1,60}\}\}?|\[[\w][^\[\]\n\"',;=]{1,60}\]"
)
FREE = lazy(r"\W(?:[A-Z][A-Z0-9_ -]*|.*[ -].*|(?:your|my|some|example)\w*)\W", re.DOTALL | re.IGNORECASE)
LINE = lazy(r"[^\n]+")
WORD = lazy(r"[^\W\d_$][\w$-]*|[\w$]+(?:\.\d+)*|[^\w\s]")

LABEL = lazy(r"[A-Za-z]+:(?=\s|\Z)")
"""Who speaks, or what follows, where it begins a line: `Q: What is a door?`."""


SAMPLE_NAME = lazy(r"\$?(?i:your|my|some|example)(?:[_-]+|[A-Z])\w*(?:-\w+)*")


COMMENT = lazy(r"<!--.*?-->|/\*.*?\*/", re.DOTALL)
QUOTES = "\"'`"
ADDRESS = lazy(r"""(["'`])([\w@.~-]*(?:[:/]|\w[._-]\w|[a-z][A-Z])[\w@.:/~-]*)\1""", re.ASCII)
IMPORT = lazy(r"(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*\Z")
"""What stands before a string that names a module, and is no sample of the author's."""

MARKUP = frozenset(("js", "jsx", "ts", "tsx", "javascript", "typescript", "html", "vue", "svelte"))
SHOWN = lazy(r"(?:(?<![=-])>|\}(?=[^<>{}]*</))([^<>{}=;()&|]*[^\W\d_][^<>{}=;()&|]*)(?=</|\{|<[A-Za-z])")
"""What stands between tags: text on the page that the code makes, which lexers of JSX take for names."""


TAG = lazy(r"</?[A-Za-z][\w.-]*[^<>]*>")
BESIDE = lazy(r"(?<=[>}])([^<>{}=;()&|\n]*[^\W\d_][^<>{}=;()&|\n]*)(?=[<{])")


class Token(NamedTuple):
    """One token, and where it begins in the block."""

    text: str
    start: int
    is_name: bool
    """Whether an author made it up, and a translator may have made up another."""


def code_tokens(text: str, language: str) -> list[Token] | None:
    """The tokens that a translator may not touch, in order; None where nothing tells them from prose."""
    lexer = None if language in PROSE or len(text) > LONGEST else lexer_of(language)
    return list(lexed(text, lexer, language)) if lexer else None


def plain_tokens(text: str) -> list[Token]:
    """Words, numbers and signs of a block in no known language, outside of what may be a comment, a string or prose."""
    quiet = COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text[:LONGEST])
    is_markup = "</" in quiet or "/>" in quiet
    for start, end in texts_in_markup(quiet) if is_markup else texts_in_help(quiet):  # an apostrophe begins no string
        quiet = quiet[:start] + " " * (end - start) + quiet[end:]
    quiet = QUIET.sub(lambda match: " " * len(match[0]), quiet)
    return [
        Token(word[0], word.start(), word[0][0].isalpha())
        for line in LINE.finditer(quiet)
        if not is_prose_line(line[0]) and not (is_markup and SIGNED.search(line[0]) is None)
        for word in WORD.finditer(quiet, line.start(), line.end())
        if not SAMPLE_NAME.fullmatch(word[0])
    ]


def is_code(text: str) -> bool:
    """Whether most lines of a block in no known language have signs that prose has not, and none is said or drawn."""
    lines = [line[0] for line in LINE.finditer(text[:LONGEST]) if line[0].strip()]
    speakers = [label[0] for line in lines if (label := LABEL.match(line))]
    if len(speakers) >= max(2 * len(set(speakers)), 3) or sum(map(is_ruled, lines)) > 1 or is_drawn(text):
        return False
    return 2 * sum(SIGNED.search(line) is not None for line in lines) >= len(lines) > 0


def structure_tokens(text: str) -> list[Token]:
    """Flags, paths and names of a block in no known language, outside of what may be a comment or a string."""
    return list(structures(QUIET.sub(lambda match: " " * len(match[0]), text[:LONGEST]), 0))


def structures(text: str, offset: int) -> Iterator[Token]:
    for match in STRUCTURE.finditer(text):
        around = text[max(match.start() - 1, 0) : match.start()] + text[match.end() : match.end() + 1]
        is_whole = not any(char.isalpha() and not char.isascii() for char in around)
        if is_whole and not SAMPLE_NAME.fullmatch(match[0].lstrip("-")):
            yield Token(match[0], offset + match.start(), not match[0].startswith("-"))


@lru_cache(64)
def lexer_of(language: str) -> Lexer | None:
    """Pygments' lexer for a fence's language; None where there is none, or Pygments is not installed."""
    try:
        from pygments.lexers import get_lexer_by_name
        from pygments.util import ClassNotFound
    except ImportError:
        return None
    try:
        return get_lexer_by_name(language) if language else None
    except ClassNotFound:
        return None


def is_same_language(one: str, other: str) -> bool:
    """Whether two names are of one language, as `ts` and `typescript`, so far as Pygments tells."""
    lexers = lexer_of(one), lexer_of(other)
    return lexers[0] is not None and lexers[1] is not None and lexers[0].name == lexers[1].name


def lexed(text: str, lexer: Lexer, language: str) -> Iterator[Token]:
    from pygments.token import Comment, Error, Keyword, Literal, Name, Number, Operator, Punctuation, Text

    shown = sorted(_texts(text, language), reverse=True)
    for start, kind, raw in lexer.get_tokens_unprocessed(text):
        word = raw.strip()
        while shown and shown[-1][1] <= start:
            shown.pop()
        if not word or len(word.split()) > 1 or (shown and shown[-1][0] <= start):
            continue
        if kind in Name or kind in Keyword or kind in Number or kind in Operator or kind in Comment.Preproc:
            if kind in Name.Builtin and language in SHELLS and is_in_sentence(text, start):
                continue
            if not SAMPLE_NAME.fullmatch(word):
                yield Token(word, start + raw.index(word), kind in Name)
        elif (kind in Punctuation or kind in Error) and not word.isascii():
            yield Token(word, start + raw.index(word), False)
        elif (kind in Literal.Scalar.Plain and is_alone(text, start, start + len(raw))) or (
            kind in Literal.String and raw[0] not in QUOTES and word.isascii()
        ):
            if not SAMPLE_NAME.fullmatch(word):
                yield Token(word, start + raw.index(word), not word[0].isdigit())
        elif (
            kind in Literal.String
            and IMPORT.search(text[max(0, start - 20) : start])
            and (name := ADDRESS.fullmatch(word))
        ):
            yield Token(name[2], start + raw.index(name[2]), True)
        elif kind in Text and language in SHELLS and not is_sentence(line_of(text, start)):
            if not SAMPLE_NAME.fullmatch(word):
                yield Token(word, start + raw.index(word), not word.startswith("-"))
        elif kind in Text or kind in Literal.Scalar:
            yield from structures(raw, start)


def _texts(text: str, language: str) -> Iterable[tuple[int, int]]:
    """Where text for readers stands, which lexers take for names."""
    if language in SHELLS:
        return texts_in_help(text)
    return texts_in_markup(text) if language in MARKUP else ()


def texts_in_markup(text: str) -> set[tuple[int, int]]:
    """Where text for readers stands between tags, and beside expressions in braces on a line with tags."""
    found = {match.span(1) for match in SHOWN.finditer(text)}
    for line in LINE.finditer(text) if "</" in text or "/>" in text else ():
        if TAG.search(line[0]):
            found |= {match.span(1) for match in BESIDE.finditer(text, line.start(), line.end())}
    return found


def is_alone(text: str, start: int, end: int) -> bool:
    """Whether a plain scalar is one word: behind its key, a hyphen or a comma, and nothing but a comment behind it."""
    line = line_of(text, start)
    at = start - text.rfind("\n", 0, start) - 1
    before, after = line[:at].rstrip(), line[at + end - start :].strip()
    return (not before or before[-1] in ":-[,{?") and (not after or after[0] in "#,]}:")


def placeholders(text: str) -> list[re.Match[str]]:
    """What stands for something the reader puts there: `<your-branch>`, `{id}`, `[NAME]`."""
    return list(PLACEHOLDER.finditer(text))


def is_free(placeholder: str, language: str) -> bool:
    """Whether brackets hold a placeholder for sure, and not a type or a tag."""
    if language in SECTIONED and placeholder[0] == "[":
        return False  # the name of a section
    return language in SHELLS or FREE.fullmatch(placeholder) is not None
