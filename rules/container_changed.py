"""A container's name and attributes (`:::note`, `:::image source="..." :::`) are read by the site, so they stay as they are.

`:::注意` for `:::note` is no box on the page but a line of colons, and a box whose end was lost swallows the rest
of the page. The title behind the name and attributes that hold text (`alt-text`, `title`, anything that reads as
words) are free, and so are paths to pages and pictures of the translation's own. Where the source is not proven,
a container more or less is taken for another version, unless it leaves a box open.
"""

from collections.abc import Iterator

from doclint.api import Bad, Good, Pair, Part, Problem, Severity, Syntax, Trust, directives_changed

ID = "DL411"
NAME = "container-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED
READS = (Part.DIRECTIVES,)

BAD = [
    Bad(
        source=":::note\nRing twice.\n:::\n\n:::tip[At night]\nRing once.\n:::\n",
        target=":::⟦注意⟧\n二回鳴らしてください。\n:::\n\n:::tip[夜間]\n一回だけ。\n:::\n",
        expected=("note",),
        fixed=":::note\n二回鳴らしてください。\n:::\n\n:::tip[夜間]\n一回だけ。\n:::\n",
    ),
    Bad(
        source=':::image type="content" source="media/depot.png" alt-text="A depot at night.":::\n',
        target=':::image type="⟦содержимое⟧" source="media/depot.png" alt-text="Депо ночью.":::\n',
        expected=("content",),
        fixed=':::image type="content" source="media/depot.png" alt-text="Депо ночью.":::\n',
    ),
    Bad(
        source='::: zone pivot="courier"\nRing.\n::: zone-end\n',
        target='::: zone ⟦повтор⟧="courier"\nЗвоните.\n::: zone-end\n',
        expected=("pivot",),
        fixed='::: zone pivot="courier"\nЗвоните.\n::: zone-end\n',
        trust=Trust.PINNED,
    ),
    Bad(
        source=":::warning\nHeavy.\n:::\n\nNext.\n",
        target="⟦:::   warning⟧\nثقيل.\n:::\n\nالتالي.\n",
        fixed=":::warning\nثقيل.\n:::\n\nالتالي.\n",
    ),
    Bad(  # the box is never closed
        source=":::note\nRing twice.\n:::\n\n:::tip\nWait.\n:::\n",
        target=":::note⟦⟧\nЗвоните дважды.\n\n:::tip\nЖдите.\n:::\n",
        expected=(":::",),
        trust=Trust.PINNED,
    ),
]
GOOD = [
    Good(source=":::note At night\nRing.\n:::\n", target=":::note 夜間\n鳴らしてください。\n:::\n"),
    Good(
        source=':::image source="media/en/a.png" alt-text="Depot":::\n',
        target=':::image source="media/ru/a.png" alt-text="Депо":::\n',
    ),
    Good(  # a box more, closed, in a page that a person translated
        source=":::note\nRing.\n:::\n",
        target=":::note\nЗвоните.\n:::\n\n:::tip\nЖдите.\n:::\n",
        trust=Trust.PINNED,
    ),
    Good(source=":::note\nRing.\n:::\n", target=":::tip\nЗвоните.\n:::\n", trust=Trust.PAIRED),
]


def check(pair: Pair) -> Iterator[Problem]:
    yield from directives_changed(pair, Syntax.CONTAINER)
