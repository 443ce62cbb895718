"""Two code spans with no space between them melt into one, in which the backticks show.

Where a translation has ``a``b``, each letter between single backticks, Markdown sees a single span: the reader gets
one strange name in the place of two. Put a space between. Code that the English has in the same form, in a span
or a block, is left alone, and so is code that is about backticks.
"""

from collections.abc import Iterator

from doclint.api import Bad, Fix, Good, Pair, PieceKind, Problem, Severity, Trust, is_glued

ID = "DL502"
NAME = "code-spans-glued"
SEVERITY = Severity.ERROR
NEEDS = Trust.ALONE

BAD = [
    Bad(
        source="Set `isHeld` to `false`.\n",
        target="Установите ⟦`isHeld``false`⟧.\n",
        expected=("isHeld false",),
        fixed="Установите `isHeld` `false`.\n",
    ),
    Bad(
        target="⟦`depot``courier``locker`⟧ を選択します。\n",
        fixed="`depot` `courier` `locker` を選択します。\n",
    ),
]
GOOD = [
    Good(target="Введите `` `a``b` `` или ```` ``a`` ```` и `a` `b`.\n"),
    Good(source="Write `a``b` in Lisp.\n", target="Lisp では `a``b` と書きます。\n"),
    Good(  # the English has it in a block of code
        source="```python\nDepot(\"``\", '-')\n```\n\nA depot.\n",
        target="```python\nDepot(\"``\", '-')\n```\n\n倉庫は `Depot(\"``\", '-')` です。\n",
    ),
    Good(target="`depot`、`courier` または``depot``です。\n"),
]

GLUE = "``"


def check(pair: Pair) -> Iterator[Problem]:
    text = pair.target.text
    if GLUE not in text:
        return
    for segment in pair.target.segments():
        if GLUE not in segment.text:
            continue
        for piece in segment.inline.of(PieceKind.CODE):
            raw = piece.span.of(text)
            if is_glued(raw) and not (pair.source and raw.strip("`") in pair.source.text):
                parts = raw.strip("`").split(GLUE)
                yield Problem(
                    span=piece.span,
                    found=piece.text,
                    expected=" ".join(parts),
                    message=f'"{raw[:80]}" is read as one code span: the space between its {len(parts)} parts is missing',
                    fix=Fix.unsafe(piece.span, "` `".join(raw.split(GLUE))),
                    evidence="backticks in a code span",
                    target=segment,
                )
