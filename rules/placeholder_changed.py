"""A placeholder is replaced by the reader or by a program, so its name stays as it is.

`{page-id}` becomes `{Паже-ИД}`: the reader who looks for it in the code finds nothing. Checked are placeholders whose name
no language has (`{page-id}`, `{EmailAddress}`, `<tenant_id>`, `${VAR}`), and those that programs fill in (`{0}`, `%s`).
A placeholder that is a plain word or a phrase (`{token}`, `<your name>`) is translated on many sites, and rightly.
Code is other rules' business.
"""

import re
from collections.abc import Iterator

from doclint.api import (
    Bad,
    Damage,
    Difference,
    Good,
    Match,
    Pair,
    PieceKind,
    Problem,
    Segment,
    Severity,
    Trust,
    beyond,
    find_word,
    judge,
    lazy,
    resembles,
    stands_in,
)

ID = "DL406"
NAME = "placeholder-changed"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="GET /parcels/{parcel-id}/scans\n",
        target="GET /parcels/⟦{Парцел-ИД}⟧/scans\n",
        expected=("{parcel-id}",),
        fixed="GET /parcels/{parcel-id}/scans\n",
    ),
    Bad(
        source="|Name|Value|\n|---|---|\n|mail|Use {{EmailAddress}} or {EmailAddress}.|\n",
        target="|名前|値|\n|---|---|\n|mail|⟦{{Email アドレス}}⟧または{EmailAddress}を使います。|\n",
        expected=("{{EmailAddress}}",),
        fixed="|名前|値|\n|---|---|\n|mail|{{EmailAddress}}または{EmailAddress}を使います。|\n",
    ),
    Bad(
        source="The parcel {0} of \\<courier-id\\> is late.\n",
        target="पार्सल ⟦{०}⟧, \\<courier-id\\> देर से है।\n",
        expected=("{0}",),
        fixed="पार्सल {0}, \\<courier-id\\> देर से है।\n",
    ),
    Bad(
        source="Send it to {depot-id} first.\n",
        target="まず⟦depot-id⟧に送ります。\n",
        expected=("{depot-id}",),
        fixed="まず{depot-id}に送ります。\n",
    ),
    Bad(
        source="Set it to &lt;depot_name&gt;.\n",
        target="Укажите ⟦&lt;имя_склада&gt;⟧.\n",
        expected=("&lt;depot_name&gt;",),
        fixed="Укажите &lt;depot_name&gt;.\n",
    ),
]
GOOD = [
    Good(source="Bearer {token}. Required.\n", target="Bearer {токен}. Обязательный.\n"),
    Good(source="Bearer \\{token\\} of {user-id}.\n", target="{user-id} のベアラー {トークン}。\n"),
    Good(source="From {from-depot} to {to-depot}.\n", target="{to-depot}へ、{from-depot}から。\n"),
    Good(source="Use `{parcel-id}`.\n", target="Используйте `{ид-посылки}`.\n"),
    Good(source="## Scan {#scan-it}\n", target="## Скан {#сканировать-это}\n"),
    Good(source="It is <b>late</b>.\n", target="遅れています。\n"),
]


PLACEHOLDER = lazy(
    r"""(?<![{$\\])\\?\$?\\?\{\{?(?![%#:/<\s])[^{}\n`]{1,60}\}\}?
      | %(?:\(\w+\))?(?:\d\$)?[sd@](?!\w)
      | (?:\\?<|&lt;)(?![/!\s])[^<>&\n`"'=/]{1,60}?(?:\\?>|&gt;)""",
    re.VERBOSE,
)

NAME_LIKE = lazy(r"\d+|\w*[a-z0-9][A-Z]\w*|[A-Z]{2,}[0-9]*|\w+(?:[-_.]\w+)+", re.ASCII)
"""A number, camelCase, an acronym, words joined by hyphens, underscores or dots."""

HIDING = (PieceKind.CODE, PieceKind.AUTOLINK)


def check(pair: Pair) -> Iterator[Problem]:
    source = pair.source.text if pair.source else ""
    if not any(mark in source for mark in ("{", "<", "&lt;", "%")):
        return
    for match in pair.differing:
        ours = match.source.text
        if "{" in ours or "<" in ours or "%" in ours or "&lt;" in ours:
            yield from changed(match)


def changed(match: Match[Segment]) -> Iterator[Problem]:
    """The placeholder of the English that is missing, and what stands in its place as often as it should."""
    names = [named(one[0]) for one in PLACEHOLDER.finditer(match.source.text)]
    if not any(map(is_protected, names)):
        return
    if not beyond(names, (named(one[0]) for one in PLACEHOLDER.finditer(match.target.text))):
        return
    ours, theirs = read(match.source), read(match.target)
    names, others = ([named(one[0]) for one in side] for side in (ours, theirs))
    gone = [name for name in beyond(names, others) if is_protected(name)]
    new = [name for name in beyond(others, names) if gone and name[0] == gone[0][0]]
    if gone and not new:
        yield from unbraced(match, ours[names.index(gone[0])], gone[0])
    if len(gone) != len(new) or len({*gone}) != 1:
        return
    for one, name in zip(theirs, others, strict=True):
        if name in new:
            yield problem(match, ours[names.index(gone[0])], one)


def unbraced(match: Match[Segment], ours: re.Match[str], name: str) -> Iterator[Problem]:
    """The problem of a placeholder whose name stands without its braces, where nothing tells that it is one."""
    inner, plain = name.strip("${}<>"), match.target.plain
    at = find_word(inner, plain)
    if name[0] == "%" or at < 0 or plain.count(inner) != 1 or stands_in(inner, match.source.plain.replace(name, "")):
        return
    around = plain[max(at - 1, 0) : at] + plain[at + len(inner) : at + len(inner) + 1]
    if not inner.isdecimal() and not any(char in "<>{}[]%$`" for char in around):
        span = match.target.inline.place(at, at + len(inner))
        is_whole = span.of(match.target.page.text) == inner
        yield Difference(match, span, match.source.place(*ours.span())).problem(
            inner, ours[0], evidence="a placeholder of the English", put=ours[0] if is_whole else None
        )


def named(written: str) -> str:
    """The placeholder without escapes."""
    return written.replace("\\", "").replace("&lt;", "<").replace("&gt;", ">")


def is_protected(placeholder: str) -> bool:
    inner = placeholder.strip("${}<>")
    return placeholder[0] in "%$" or (NAME_LIKE.fullmatch(inner) is not None and not is_tag(placeholder))


def is_tag(placeholder: str) -> bool:
    """Whether HTML has a tag of that name: none has two words but those that sites make up."""
    return placeholder[0] == "<" and re.fullmatch(r"<h[1-6]>|<[A-Z]+\d?>", placeholder) is not None


def read(segment: Segment) -> list[re.Match[str]]:
    """The placeholders of a segment outside of code."""
    hidden = [piece.span for piece in segment.inline.pieces if piece.kind in HIDING]
    return [
        one
        for one in PLACEHOLDER.finditer(segment.text)
        if not any(segment.place(*one.span()).overlaps(span) for span in hidden)
    ]


def problem(match: Match[Segment], ours: re.Match[str], theirs: re.Match[str]) -> Problem:
    span = match.target.place(*theirs.span())
    damage = judge(ours[0], theirs[0])
    is_alike = damage is Damage.HALF_TRANSLATED or resembles(ours[0], theirs[0])
    is_whole = span.of(match.target.page.text) == theirs[0]
    is_safe = match.is_sure and is_whole and is_alike
    return Difference(match, span, match.source.place(*ours.span())).problem(
        theirs[0], ours[0], evidence="a placeholder of the English", damage=damage, put=ours[0], is_safe=is_safe
    )
