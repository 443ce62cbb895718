"""A shortcode's name and arguments (`{{< tab >}}`, `{% include %}`) are read by the site, so they stay as they are.

A site generator stops at a shortcode that it does not know: one `{{< вкладка >}}` and no page is built.
Arguments that hold text (`title="Note"`, anything that reads as words) are free, and so are paths to pages and
pictures of the translation's own, and the choice between Hugo's two delimiters. Where the source is not proven, a
shortcode more or less is taken for another version, unless it leaves a pair open.
"""

from collections.abc import Iterator

from doclint.api import Bad, Good, Pair, Part, Problem, Severity, Syntax, Trust, directives_changed

ID = "DL412"
NAME = "shortcode-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED
READS = (Part.DIRECTIVES,)

BAD = [
    Bad(
        source='{{< tabpane >}}\n{{< tab header="By post" lang=http >}}\nGET /parcels\n{{< /tab >}}\n{{< /tabpane >}}\n',
        target='{{< tabpane >}}\n{{< ⟦вкладка⟧ header="Почтой" lang=http >}}\nGET /parcels\n{{< /⟦вкладка⟧ >}}\n{{< /tabpane >}}\n',
        expected=("tab", "tab"),
        fixed='{{< tabpane >}}\n{{< tab header="Почтой" lang=http >}}\nGET /parcels\n{{< /tab >}}\n{{< /tabpane >}}\n',
    ),
    Bad(
        source="Version {{% param vers.depot %}} is out.\n",
        target="バージョン {{% param ⟦バージョン.デポ⟧ %}} が出ました。\n",
        expected=("vers.depot",),
        fixed="バージョン {{% param vers.depot %}} が出ました。\n",
        trust=Trust.PINNED,
    ),
    Bad(
        source='{% include alert.html type="warning" %}\n',
        target='{% include alert.html type="⟦предупреждение⟧" %}\n',
        expected=("warning",),
        fixed='{% include alert.html type="warning" %}\n',
    ),
    Bad(  # a plain word in German, all else alike
        source="{{% note %}}\nRing.\n{{% /note %}}\n",
        target="{{% ⟦hinweis⟧ %}}\nKlingeln.\n{{% /⟦hinweis⟧ %}}\n",
        expected=("note", "note"),
        fixed="{{% note %}}\nKlingeln.\n{{% /note %}}\n",
        trust=Trust.PINNED,
    ),
    Bad(  # the pair is never closed
        source="{{% alert %}}\n\nRing.\n\n{{% /alert %}}\n",
        target="{{% alert %}}⟦⟧\n\nЗвоните.\n",
        expected=("{{% /alert %}}",),
        trust=Trust.PINNED,
    ),
]
GOOD = [
    Good(
        source='{{% alert title="Note" color="warning" %}}\n\nRing.\n\n{{% /alert %}}\n',
        target='{{% alert title="Примечание" color="warning" %}}\n\nЗвоните.\n\n{{% /alert %}}\n',
    ),
    Good(source='{{< depot name="North" url="/en/depots/" >}}\n', target='{{< depot name="北" url="/ja/depots/" >}}\n'),
    Good(  # in another order, as the words of the sentence
        source="From {{% param depot %}} to {{% param door %}}.\n",
        target="{{% param door %}}へ{{% param depot %}}から。\n",
    ),
    Good(  # another version
        source="{{% depots/intro %}}\n", target="{{% include intro.md %}}\n\nСклады.\n", trust=Trust.PINNED
    ),
    Good(  # another text that the site puts in
        source="{{% include intro.md parcels %}}\n", target="{{% include intro.md посылки %}}\n", trust=Trust.PINNED
    ),
    Good(source="Ring.\n", target="Звоните.\n\n{{% alert %}}\n\nЖдите.\n\n{{% /alert %}}\n", trust=Trust.PINNED),
]


def check(pair: Pair) -> Iterator[Problem]:
    yield from directives_changed(pair, Syntax.SHORTCODE)
