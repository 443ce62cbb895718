"""Front matter that cannot be read stops the build, or the page is published without title and template.

A colon in a plain value (`text: Guía: cómo`), a quotation mark that is one too many, was never closed or is none to a
program, a second `---` that is gone. The message names the sign. Spoken of where the English can be read; quotes around
the value, or other ones, are offered where they are enough.
"""

from collections.abc import Iterator

from doclint.api import Bad, Edit, Fix, FrontTrouble, Good, Pair, Problem, Severity, Span, Trust, front_trouble

ID = "DL013"
NAME = "front-matter-unreadable"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="---\ntitle: Send\nteaser:\n  text: A guide to parcels\n---\nText.\n",
        target="---\ntitle: Enviar\nteaser:\n  text: ⟦Guía: cómo⟧ enviar\n---\nTexto.\n",
        fixed='---\ntitle: Enviar\nteaser:\n  text: "Guía: cómo enviar"\n---\nTexto.\n',
    ),
    Bad(
        source='---\ntitle: "The depot"\n---\nText.\n',
        target='---\ntitle: ⟦"Склад⟧\n---\nТекст.\n',
        fixed='---\ntitle: "Склад"\n---\nТекст.\n',
    ),
    Bad(
        source='---\ntitle: "The depot"\n---\nText.\n',
        target='---\ntitle: "倉庫"⟦"⟧\n---\n本文。\n',
        fixed='---\ntitle: "倉庫"\n---\n本文。\n',
    ),
    Bad(
        source="---\ntitle: 'The depot'\n---\nText.\n",
        target="---\ntitle: ⟦'L'entrepôt'⟧\n---\nTexte.\n",
        fixed='---\ntitle: "L\'entrepôt"\n---\nTexte.\n',
    ),
    Bad(
        source="---\ntitle: The depot\n---\nText.\n",
        target='---\ntitle: ⟦"倉庫"の使い方⟧\n---\n本文。\n',
        fixed="---\ntitle: '\"倉庫\"の使い方'\n---\n本文。\n",
    ),
    Bad(
        source='+++\ntitle = "The depot"\n+++\n\nText.\n',
        target="+++\ntitle = ⟦«Склад»⟧\n+++\n\nТекст.\n",
        fixed='+++\ntitle = "Склад"\n+++\n\nТекст.\n',
    ),
    Bad(
        source="---\ntitle: The depot\n---\nText.\n",
        target="⟦---⟧\ntitle: Склад\n\nТекст.\n",
    ),
]
GOOD = [
    Good(source="---\ntitle: A\n---\nText.\n", target="---\ntitle: 'Склад: всё'\n---\nТекст.\n"),
    Good(source="---\ntitle: A\n---\nText.\n", target='---\ntitle: „Das „Lager""\n---\nText.\n'),
    Good(source="---\ntitle: A: b\n---\nText.\n", target="---\ntitle: А: б\n---\nТекст.\n"),
    Good(source="Text.\n\n---\n\nMore: a: b\n", target="---\n\nテキスト: あ: い\n\n---\n"),
]


def check(pair: Pair) -> Iterator[Problem]:
    source, target = pair.source, pair.target
    if source is None or pair.trust is Trust.EMBEDDED or not target.text.lstrip("\ufeff").startswith(("---", "+++")):
        return
    is_toml = source.text.startswith("+++")
    if not is_toml and not (source.front.entries and source.front.is_valid):
        return
    if not is_toml and target.front.entries and target.front.is_valid:
        return
    trouble = front_trouble(target)
    if trouble and front_trouble(source) is None:
        yield problem(pair, trouble)


def problem(pair: Pair, trouble: FrontTrouble) -> Problem:
    text = pair.target.text
    span = trouble.span
    if trouble.value:  # up to the word behind the sign
        rest = text[span.end : trouble.value.end]
        word = next(iter(rest.split(maxsplit=1)), "")
        span = Span(trouble.value.start, span.end + len(rest) - len(rest.lstrip()) + len(word))
    return Problem(
        span=span,
        found=span.of(text),
        message=trouble.why,
        fix=mended(pair, trouble),
        evidence="the front matter of the English can be read",
        breaks_build=True,
    )


def mended(pair: Pair, trouble: FrontTrouble) -> Fix | None:
    if trouble.put is not None:
        return Fix.unsafe(trouble.span, trouble.put)
    return quoted(pair, trouble.value) if trouble.value else None


def quoted(pair: Pair, value: Span) -> Fix | None:
    """Quotes around the value, where it holds no sign that quotes would have to hide."""
    text = value.of(pair.target.text)
    if '"' in text or "\\" in text:
        return None
    return Fix((Edit(value, f'"{text}"'),), is_safe=False)
