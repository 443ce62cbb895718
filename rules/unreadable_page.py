"""A file that cannot be read as a page cannot be checked, and readers of the site may not see it either.

It is not UTF-8, or there is nothing in it. Save it as UTF-8, or get the translation again.
"""

from collections.abc import Iterator

from doclint.api import Bad, Good, Pair, Problem, Severity, Span, Trust

ID = "DL001"
NAME = "unreadable-page"
SEVERITY = Severity.ERROR
NEEDS = Trust.ALONE

BAD = [
    Bad(target="Посылка\n".encode("utf-16")),
    Bad(target="小包\n".encode("shift_jis")),
    Bad(target=b""),
]
GOOD = [Good(target="\ufeffПосылка\r\n"), Good(target="小包")]


def check(pair: Pair) -> Iterator[Problem]:
    if pair.target.trouble:
        yield Problem(span=Span(0, 0), found="", message=pair.target.trouble, evidence="the bytes of the file")
