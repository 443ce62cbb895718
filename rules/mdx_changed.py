"""Imports, components and expressions of an MDX page are code, so a translation repeats them.

`<Вкладки>` for `<Tabs>` stops the build, and `groupId="язык"` parts tabs that belong together. Attributes that hold
text (`label`, `title`, anything that reads as words) are free, and so are strings and comments in code, text between
tags, and paths to pages and pictures of the translation's own. Where the source is not proven, a component more or less is taken for
another version, unless it leaves one open.
"""

from collections.abc import Iterator

from doclint.api import Bad, Good, Pair, Part, Problem, Severity, Syntax, Trust, directives_changed

ID = "DL413"
NAME = "mdx-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED
READS = (Part.DIRECTIVES,)

BAD = [
    Bad(
        source="<Note>\n\nRing twice.\n\n</Note>\n",
        target="<⟦Примечание⟧>\n\nЗвоните дважды.\n\n</⟦Примечание⟧>\n",
        expected=("Note", "Note"),
        fixed="<Note>\n\nЗвоните дважды.\n\n</Note>\n",
    ),
    Bad(
        source='<Tabs groupId="carrier">\n<TabItem value="post" label="By post">\n\nRing.\n\n</TabItem>\n</Tabs>\n',
        target='<Tabs groupId="⟦運送会社⟧">\n<TabItem value="⟦郵便⟧" label="郵便で">\n\n鳴らす。\n\n</TabItem>\n</Tabs>\n',
        expected=("carrier", "post"),
        fixed='<Tabs groupId="carrier">\n<TabItem value="post" label="郵便で">\n\n鳴らす。\n\n</TabItem>\n</Tabs>\n',
        trust=Trust.PINNED,
    ),
    Bad(
        source="<Parcel first={<>No <code>box</code></>} />\n",
        target="<Parcel first=⟦{<>Без <code>ящика</code></>}⟧ />\n",
        expected=("{<>No <code>box</code></>}",),
        fixed="<Parcel first={<>No <code>box</code></>} />\n",
    ),
    Bad(
        source="import Parcel from '@site/parcel';\n\n# Parcels\n\n<Parcel size={big} />\n",
        target="⟦import Посылка from '@site/parcel';⟧\n\n# Посылки\n\n<Parcel size=⟦{большой}⟧ />\n",
        expected=("import Parcel from '@site/parcel';", "{big}"),
        fixed="import Parcel from '@site/parcel';\n\n# Посылки\n\n<Parcel size={big} />\n",
    ),
]
GOOD = [
    Good(
        source='<Card title="By post" icon="van" href="/en/post" />\n',
        target='<Card title="Почтой" icon="van" href="/ru/post" />\n',
    ),
    Good(
        source="import A from '@site/a';\nimport B from '@site/b';\n\n<A list={[{ label: 'Depot' }]} />\n",
        target="import B from '../b';\nimport A from '@site/a';\n\n<A list={[{ label: '集配所' }]} />\n",
    ),
    Good(
        source="<Parcel first={<>Empty</>} last={<b>All of {boxes}</b>} />\n",
        target="<Parcel first={<>空</>} last={<b>{boxes}のすべて</b>} />\n",
    ),
    Good(source="{/* for couriers */}\n\nRing.\n", target="{/* для курьеров */}\n\nЗвоните.\n"),
    Good(source="<Sizes big={1} />\n", target="<Sizes big={2} />\n\nРазмеры\n", trust=Trust.PINNED),
]


def check(pair: Pair) -> Iterator[Problem]:
    yield from directives_changed(pair, Syntax.MDX)
