"""Where links to a section of a page may lead: the ids written on it, and those that its headings get."""

from __future__ import annotations

import html
from collections.abc import Iterator
from urllib.parse import unquote

from doclint.page.dialects.kinds import Dialect
from doclint.page.dialects.slugs import alike, likeliest, python_markdown, slugs
from doclint.page.model import Page, Segment
from doclint.text.lazypattern import lazy

WRITTEN = [
    lazy(form)
    for form in (
        *(
            name + r"""\s*=\s*(?:"([^"\n]+)"|'([^'\n]+)'|\{["']([^"'\n]+)["']\}|([^\s"'<>{}]+))"""
            for name in (r"id(?<!\wid)", r"name(?<!\wname)")
        ),
        r"""\{[^{}\n#]*+#([^\s{}#]++)[^{}\n]*+\}""",
        r"""\{\s*/\*\s*#?([^\s*{}]+)\s*\*/\s*\}""",
        r"""\((?<![^\n]\()([^()\s]+)\)=[ \t]*(?m:$)""",
        r"""\[\^([^\]\n]+)\]:""",
        r"""name(?<!\wname)\s+"([^"\n]+)\"""",
    )
]
"""An attribute, `{#id}` in all its forms, MDX's `{/*id*/}`, a label of MyST, a footnote, `{{< anchor name "id" >}}`.

Each begins with a sign that stands for itself, which takes a fifth of the time.
"""

COUNTED = lazy(r"[-_]\d+\Z")
"""What a generator puts behind the second of two equal ids."""


def written(text: str) -> Iterator[str]:
    """The ids that stand on a page, in whatever form; one in code may be among them."""
    for form in WRITTEN:
        for match in form.finditer(text):
            yield next(group for group in match.groups() if group)


def folded(fragment: str) -> str:
    """A fragment as it is compared: decoded, without its sign and capitals."""
    return unquote(html.unescape(fragment)).removeprefix("#").casefold()


def ids(page: Page, dialect: Dialect | None = None) -> frozenset[str]:
    """All that a link to a section of the page may lead to, folded; of any generator where none is known."""
    made = {slug for heading in page.headings for slug in of_heading(heading, dialect)}
    return standing(page) | frozenset(map(folded, {*made, *numbered(page, dialect)}))


def standing(page: Page) -> frozenset[str]:
    """The ids that stand on the page, folded: a part of `ids`, told without a look at what is made of its headings."""
    return frozenset(map(folded, {*written(page.text)}))


def numbered(page: Page, dialect: Dialect | None) -> Iterator[str]:
    """`_1`, `_2` and so on: what Python-Markdown calls the headings of whose letters none is of ASCII."""
    if dialect is None or dialect.is_python:
        nameless = sum(not (heading.slug or python_markdown(heading.plain)) for heading in page.headings)
        yield from (f"_{number}" for number in range(1, nameless + 1))


def of_heading(heading: Segment, dialect: Dialect | None = None) -> list[str]:
    """The ids of one heading: the one that is written there, or those that its text gets; both where a tag has one."""
    if heading.slug is None:
        return slugs(heading.plain, dialect)
    return [heading.slug, *(slugs(heading.plain, dialect) if "<" in heading.text else [])]


def right_id(heading: Segment, english: Segment, fragment: str, dialect: Dialect | None = None) -> str | None:
    """The one id that a heading surely has, beside the English one with the id of a link; None where nobody knows."""
    if heading.slug or dialect:
        return heading.slug or likeliest(heading.plain, dialect)
    return alike(heading.plain, english.plain, unquote(html.unescape(fragment)).removeprefix("#"))


def instead(fragment: str, page: Page) -> str | None:
    """The id that stands at the one heading whose text would make this one, if it had none of its own."""
    name = folded(fragment)
    found = [one.slug for one in page.headings if one.slug and name in map(folded, slugs(one.plain))]
    return found[0] if len(found) == 1 else None


def linked(fragment: str, dialect: Dialect | None) -> list[str]:
    """What a link to a section asks for: the fragment, or what VitePress makes of it, as it does of headings.

    https://github.com/vuejs/vitepress/blob/main/src/node/markdown/plugins/link.ts, `normalizeHash`.
    """
    made = slugs(unquote(html.unescape(fragment)).removeprefix("#"), dialect) if dialect is Dialect.VITEPRESS else []
    return [fragment, *made]


def has(fragment: str, known: frozenset[str]) -> bool:
    """Whether a fragment leads to one of the ids, the second of two equal ones included."""
    name = folded(fragment)
    return name in known or COUNTED.sub("", name) in known
