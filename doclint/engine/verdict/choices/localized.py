"""Tags of languages and time zones in samples, which are put into the page's language."""

from __future__ import annotations

from doclint.checks import Problem
from doclint.text import locale
from doclint.text.lazypattern import lazy

LOCALE = lazy(r"(?<![\w-])[a-z]{2}(?:[-_][A-Za-z]{2,4})?(?=/|\Z|(?<=[-_]..)\.\w+\Z)")

FILE = lazy(r"[a-z]{2}[-_][A-Za-z]{2}\.\w+")
"""What a file with the words of a language is called: `en_us.json`."""

TAGGED = lazy(r"(?<=\w)[-_]([a-z]{2}(?:[-_][A-Za-z]{2,4})?)(?=(?:\.\w+)?\W*\Z)")
"""The tag of a language behind a name: `{{intro-ja}}`, `intro-ja.md`."""

JOINED = lazy(r"\b[a-z]{2}[A-Z]{2}\b")
"""The tag of a language as names in code have it: `deDE`."""

TIME_ZONE = lazy(
    r"(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Z][a-z]+(?:[_-][A-Za-z]+)*"
)
"""A zone of the tz database; a sample has one of the reader's own."""


def is_localized(problem: Problem) -> bool:
    """Whether one language's tag or time zone stands for another's: samples are put into the page's language."""
    expected, found = (problem.expected or "").strip("\"'"), problem.found.strip("\"'")
    if not expected or not found or expected == found:
        return False
    if all(len(text) in (2, 5) and locale.normalize(text) for text in (expected, found)):
        return True
    if (tagged := TAGGED.search(found)) and found.replace(tagged[0], "", 1) == expected:
        return tagged[1] in locale.COUNTRIES or locale.normalize(tagged[1]) is not None
    if (tag := JOINED.search(found)) and expected != (kept := JOINED.sub("", expected)) == JOINED.sub("", found):
        return bool(kept) and locale.normalize(f"{tag[0][:2]}-{tag[0][2:]}") is not None
    zones = TIME_ZONE.fullmatch(expected), TIME_ZONE.fullmatch(found)
    if zones[0] and zones[1] and zones[0][1] == zones[1][1]:
        return True
    if "/" not in found and not (FILE.fullmatch(expected) and FILE.fullmatch(found)):
        return False
    return _without_tags(expected) == _without_tags(found)


def _without_tags(path: str) -> str:
    return "/".join(part for part in LOCALE.sub("", path).split("/") if part)
