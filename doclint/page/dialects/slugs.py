"""The id that a heading's text gets, as each generator makes it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from urllib.parse import quote, unquote

from doclint.page.dialects.kinds import Dialect
from doclint.text.lazypattern import lazy

Slug = Callable[[str], str]

NO_WORD = lazy(r"[^\w\s-]")
GAPS = lazy(r"[-\s]+")
ACCENTS = lazy("[\u0300-\u036f]")
TAGS = lazy("</?[^>]*>")
CONTROLS = lazy("[\x00-\x1f]")
SIGNS = lazy(r"""[\s~`!@#$%^&*()\-_+=\[\]{}|\\;:"'<>,.?/]+""")
LATIN = lazy(
    r"(?:FULLWIDTH )?LATIN (CAPITAL|SMALL) (?:LETTER|LIGATURE) "
    r"([A-Z]|AA|AE|AO|AU|AY|DZ|HV|LJ|NJ|OE|OO|VY|TZ)(?: WITH .+)?\Z"
)
"""The names of letters, which say of those with accents and strokes what is below."""
BARE = dict(zip("ßẞıſẛŉƉƆɔƎǝƐɛ", "sSilsnDOoEeEe", strict=True))
"""What hexo-util makes of letters whose names do not say it."""
SPECIAL = lazy(r"""[\s~`!@#$%^&*()\-_+=\[\]{}|\\;:"'“”‘’<>,.?/]+""")


def github(text: str) -> str:
    """As github-slugger does, and with it Docusaurus, Starlight and MyST: letters, marks and numbers stay."""
    kept = (char for char in text.strip().lower() if char in " -_" or _is_word(char))
    return "".join(kept).replace(" ", "-")


def _is_word(char: str) -> bool:
    return unicodedata.category(char) in ("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc")


def hugo(text: str) -> str:
    """As Hugo's `github` ids: a combining mark, as of Hindi vowels, is dropped."""
    kept = (char for char in text.strip() if char in " -_" or unicodedata.category(char)[0] == "L" or char.isdecimal())
    return "".join(kept).lower().replace(" ", "-")


def hugo_ascii(text: str) -> str:
    """As Hugo's `github-ascii` ids: accents go, and letters beyond ASCII with them."""
    return hugo(unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode())


def blackfriday(text: str) -> str:
    """As Hugo's `blackfriday` ids: whatever is no letter and no number parts words."""
    kept = (char if unicodedata.category(char)[0] in "LN" else " " for char in text.lower())
    return "-".join("".join(kept).split())


def python_markdown(text: str) -> str:
    """As Python-Markdown's `toc` as it comes: letters beyond ASCII are dropped; empty where none is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return GAPS.sub("-", NO_WORD.sub("", plain).strip().lower())


def python_markdown_unicode(text: str) -> str:
    """The same with `slugify_unicode`."""
    return GAPS.sub("-", NO_WORD.sub("", text).strip().lower())


def pymdownx(text: str) -> str:
    """As those of pymdownx in lower case, the usual setting of sites in other letters."""
    return re.sub(r"[^\w\- ]", "", TAGS.sub("", text).strip().lower()).replace(" ", "-")


def kramdown(text: str) -> str:
    """As kramdown's own: letters of ASCII and what stands behind the first of them; Jekyll's are GitHub's."""
    return re.sub(r"[^a-z0-9 -]", "", re.sub(r"\A[^a-z]+", "", text.lower())).replace(" ", "-")


def vitepress(text: str) -> str:
    """As VitePress: signs of ASCII become hyphens, accents go, and no id begins with a digit."""
    plain = CONTROLS.sub("", ACCENTS.sub("", unicodedata.normalize("NFKD", text)))
    slug = SPECIAL.sub("-", plain).strip("-")
    return re.sub(r"^([0-9])", r"_\1", slug).lower()


def hexo(text: str) -> str:
    """As Hexo: capitals and letters stay, those of Latin without accents; white space and signs of ASCII are hyphens.

    A combining mark by itself stays, and so does what other scripts have on their letters.
    https://github.com/hexojs/hexo-util/blob/master/lib/slugize.ts
    """
    plain = text if text.isascii() else "".join(map(_without_accent, text))
    return SIGNS.sub("-", CONTROLS.sub("", plain)).strip("-")


def _without_accent(char: str) -> str:
    if char.isascii():
        return char
    name = LATIN.match(unicodedata.name(char, ""))
    if name is None:
        return BARE.get(char, char)
    return name[2] if name[1] == "CAPITAL" else name[2].lower()


def markdown_it_anchor(text: str) -> str:
    """As markdown-it-anchor as it comes: every sign stays, in the form that addresses have for it."""
    return quote(re.sub(r"\s+", "-", text.strip().lower()), safe="-_.!~*'()")


def doc_builder(text: str) -> str:
    """As Hugging Face's doc-builder: of letters and numbers those of ASCII stay."""
    return re.sub(r"[^a-z0-9-]", "", text.strip().lower().replace(" ", "-"))


KINDS: dict[Dialect, tuple[Slug, ...]] = {
    Dialect.COMMONMARK: (github,),
    Dialect.DOCUSAURUS: (github,),
    Dialect.HEXO: (hexo,),
    Dialect.HUGO: (hugo, blackfriday, hugo_ascii),
    Dialect.KRAMDOWN: (github, kramdown),
    Dialect.MYST: (github, python_markdown),
    Dialect.PYTHON_MARKDOWN: (python_markdown, python_markdown_unicode, pymdownx),
    Dialect.BETTEREM: (python_markdown, python_markdown_unicode, pymdownx),
    Dialect.STARLIGHT: (github,),
    Dialect.VITEPRESS: (vitepress,),
}
"""The ways of each; the first is that of the generator as it comes, the others are settings of it."""

ALL: tuple[Slug, ...] = tuple(
    dict.fromkeys([*(way for ways in KINDS.values() for way in ways), markdown_it_anchor, doc_builder])
)


def slugs(text: str, dialect: Dialect | None = None) -> list[str]:
    """The ids that a heading's text may get, the likeliest first; of all generators where none is known."""
    found = dict.fromkeys(make(text) for make in (ALL if dialect is None else KINDS[dialect]))
    return [slug for slug in found if slug]


def likeliest(text: str, dialect: Dialect | None = None) -> str | None:
    """The one id that a heading's text gets from a known generator; None where none is known, or a setting tells.

    So it does where the generator as it comes makes none of the text, and others would: a number may stand for it.
    """
    if dialect is None or not KINDS[dialect][0](text):
        return None
    found = slugs(text, dialect)
    return found[0] if len(found) == 1 else None


def alike(text: str, english: str, known: str) -> str | None:
    """The id that a heading's text gets as the English one got its own; None where ways that make that one differ.

    So an unknown generator is told by what it makes: `Setup-Guide` of `Setup guide`, and no small letters then.
    """
    made = {unquote(slug) for way in ALL if way(english) == known and (slug := way(text))}
    return made.pop() if len(made) == 1 else None
