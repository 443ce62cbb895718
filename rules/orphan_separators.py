"""Commas in a row with nothing between them are what is left of a list whose members the translation moved away.

`Возможные значения:,,,,, desktop windowsRT` no longer tells the reader where one value ends and the next
begins. Commas and semicolons of any script count. One segment is one finding, however many runs it
has. Code is left alone, and so are `a,,b`, which is data, other repeated punctuation, and what the English has too.
"""

from collections.abc import Iterator

from doclint.api import Bad, Good, Pair, PieceKind, Problem, Segment, Severity, Span, Trust, separator_runs

ID = "DL305"
NAME = "orphan-separators"
SEVERITY = Severity.WARNING
NEEDS = Trust.ALONE

BAD = [
    Bad(target="Возможные значения:⟦,,,,⟧ `depot` `courier` `parcelLocker`, `neighbour`.\n"),
    Bad(target="値は `held`⟦、、、⟧ `lost` `returned`、、です。\n"),
    Bad(
        source="One of: `a`, `b`, `c`.\n",
        target="أحد القيم التالية⟦،،⟧ `a` `b` `c`.\n",
    ),
    Bad(target="|値|\n|---|\n|`open`⟦、 、⟧ `closed`|\n"),
]
GOOD = [
    Good(target="Строка `1,,3` пуста; строка 1,,3 тоже... Подождите!!\n"),
    Good(target="しばらくお待ちください。。 「はい」、「いいえ」、;文字で区切ります。\n"),
    Good(target="Позиция &nbsp; &nbsp; , затем `,` , и\n\n```\n,,,\n```\n"),
    Good(source="Leave fields empty: , , and go on.\n", target="Оставьте поля пустыми: , , и продолжайте.\n"),
]


def check(pair: Pair) -> Iterator[Problem]:
    text = pair.target.text
    if next(separator_runs(text), None) is None:
        return
    known = {span.of(pair.source.text) for span in separator_runs(pair.source.text)} if pair.source else set()
    for segment in pair.target.segments():
        runs = [span for span in outside_code(segment) if span.of(text) not in known]
        if runs:
            yield Problem(
                span=runs[0],
                found=runs[0].of(text),
                message=f'"{runs[0].of(text)[:20]}" separates nothing; the members of the list are elsewhere',
                evidence="separators in a row",
                target=segment,
            )


def outside_code(segment: Segment) -> Iterator[Span]:
    """The runs of separators in a segment's text, as places in the page."""
    runs = [segment.place(*span) for span in separator_runs(segment.text)]
    if runs:
        kept = [piece.span for piece in segment.inline.of(PieceKind.CODE, PieceKind.HTML, PieceKind.AUTOLINK)]
        kept += [piece.target_span for piece in segment.inline.pieces if piece.target_span]
        yield from (run for run in runs if not any(run.overlaps(span) for span in kept))
