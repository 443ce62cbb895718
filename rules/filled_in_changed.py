"""What a generator fills in (`{{ page.title | upcase }}`, `{{Glossary("depot")}}`, `[[toc]]`) is code.

With a translated name, filter or keyword the build stops, or the reader sees the braces. Texts in quotes behind the
first argument, and white space, are free. Spoken of where letters stand that the English has in none of its own, and
of braces that are closed by halves; plain names in braces are placeholders, of which another rule tells.
"""

import re
from collections.abc import Iterator

from doclint.api import Bad, Damage, Fix, Good, Pair, Problem, Severity, Span, Trust, beyond, lazy, without_code

ID = "DL419"
NAME = "filled-in-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="It is {{ page.title | upcase }} now.\n",
        target="Это ⟦{{ page.title | заглавные }}⟧ теперь.\n",
        expected=("{{ page.title | upcase }}",),
        fixed="Это {{ page.title | upcase }} теперь.\n",
    ),
    Bad(
        source='See {{Glossary("depot", "the depot")}} first.\n',
        target='先に⟦{{用語集("depot", "倉庫")}}⟧を参照。\n',
        expected=('{{Glossary("depot", "the depot")}}',),
    ),
    Bad(
        source='See {{Header("Accept")}} first.\n',
        target='Сначала ⟦{{Header("Принять")}}⟧.\n',
        expected=('{{Header("Accept")}}',),
        fixed='Сначала {{Header("Accept")}}.\n',
    ),
    Bad(
        source='See {{Header("Accept")}} first.\n',
        target='Сначала ⟦{{Header("Accept")}⟧.\n',
        expected=('{{Header("Accept")}}',),
        fixed='Сначала {{Header("Accept")}}.\n',
    ),
    Bad(  # which of the two it was, nothing tells
        source="It is {{ page.title | upcase }} or {{ page.name | upcase }}.\n",
        target="Это ⟦{{ page.название | upcase }}⟧.\n",
    ),
    Bad(
        source="[[toc]]\n\nText.\n",
        target="⟦[[目录]]⟧\n\n文。\n",
        expected=("[[toc]]",),
        fixed="[[toc]]\n\n文。\n",
    ),
    Bad(
        source="<!--@include: ./a.md-->\n\nText.\n",
        target="⟦<!--@包含: ./a.md-->⟧\n\n文。\n",
        expected=("<!--@include: ./a.md-->",),
        fixed="<!--@include: ./a.md-->\n\n文。\n",
    ),
]
GOOD = [
    Good(source="It is {{ page.title | upcase }}.\n", target="Это {{page.title|upcase}}.\n"),
    Good(source='{{Glossary("depot")}}\n', target='{{Glossary("depot", "депо")}}\n'),
    Good(source='On {{ page.date | date: "%B %d" }}.\n', target='{{ page.date | date: "%d日" }}です。\n'),
    Good(source='{{Note("Mind the gap")}}\n', target='{{Note("Осторожно")}}\n'),
    Good(source="Write `{{ a.b }}`.\n", target="Пишите `{{ а.б }}`.\n"),
    Good(source="{{ сайт.имя }}\n", target="{{ сайт.адрес }}\n"),
]

OUTPUT = lazy(r"\{\{-?(?![<%{])[^{}\n]*?[.|(][^{}\n]*?\}\}?")
"""What is filled in with more than a name."""
LINE = lazy(r"\[\[(?<![^\n]\[\[)[^\[\]\n]+\]\](?=\r?$)", re.MULTILINE)
INCLUDE = lazy(r"<!--(?<![^\n]<!--)[ \t]*@[^\n]*?-->")
"""At the beginning of a line; the signs come first in the pattern, since they are quickly looked for."""
STRING = lazy(r"\"[^\"\n]*\"|'[^'\n]*'")
FIRST = lazy(r"\{\{\s*[^\s(]+\(\s*([\"'])(?P<value>(?:(?!\1)[^\n])*)\1")
"""The first argument of a macro, by which it looks something up."""


def check(pair: Pair) -> Iterator[Problem]:
    source, target = pair.source, pair.target
    if source is None or source.text == target.text:
        return
    if OUTPUT.search(target.text) or LINE.search(target.text):
        ours, theirs = without_code(source), without_code(target)
        for form in (OUTPUT, LINE):
            yield from changed(form, ours, theirs)
    if INCLUDE.search(target.text):
        yield from changed(INCLUDE, source.text, target.text)


def changed(form: re.Pattern[str], source: str, target: str) -> Iterator[Problem]:
    """The problems of one form: those of the target that the English explains in no way."""
    ours = [match[0] for match in form.finditer(source)]
    theirs = [Span(*match.span()) for match in form.finditer(target)]
    known = {code(one) for one in ours}
    if not all(one.isascii() and is_whole(one, form) for one in known):
        return
    gone = beyond(map(code, ours), (code(span.of(target)) for span in theirs))
    strange = [span for span in theirs if code(span.of(target)) not in known]
    places = dict(zip(theirs, ours, strict=False)) if len(ours) == len(theirs) else {}
    for span in strange if ours else ():
        found = span.of(target)
        if not is_whole(found, form) or not code(found).isascii():
            right = [one for one in ours if code(one) in gone]
            expected = places.get(span) if places.get(span) in right else right[0] if len(right) == 1 else None
            yield problem(span, found, expected)
    for span, english in places.items():
        one, other = FIRST.match(english), FIRST.match(span.of(target))
        if one and other and span not in strange and is_key(one["value"], other["value"]):
            yield problem(span, span.of(target), english)._replace(severity=Severity.WARNING)


def code(written: str) -> str:
    """What a program reads: no strings, no white space; of an include what stands before the path."""
    if written.startswith("<!--"):
        return written.partition(":")[0]
    return "".join(STRING.sub('""', written).split())


def is_whole(written: str, form: re.Pattern[str]) -> bool:
    return form is not OUTPUT or written.endswith("}}")


def is_key(expected: str, found: str) -> bool:
    """Whether a word stands for one in other letters; several words are text."""
    return expected.isascii() and bool(expected) and not found.isascii() and not any(map(str.isspace, expected))


def problem(span: Span, found: str, expected: str | None) -> Problem:
    has_texts = expected is not None and (STRING.findall(expected)[1:] or ("|" in expected and STRING.search(expected)))
    return Problem(
        span=span,
        found=found,
        expected=expected,
        damage=Damage.TRANSLATED,
        message="" if expected else f'"{found}" is not one of the sample values in the English',
        evidence="sample values in the English",
        fix=Fix.unsafe(span, expected) if expected and not has_texts else None,
    )
