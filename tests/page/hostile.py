"""Random text that is hard on a Markdown parser."""

from __future__ import annotations

from hypothesis import strategies as st

CHARACTERS = [*"\r\n\t |\\`*_[]()<>!&#-+=~:{}\"'.1a \u2028\u00a0\u3000\ufeff\0\x0b\x0c\x85😀жあع"]
WORDS = """\
\r\n|> |- |1. |    |\t|```|~~~|```json\n|\n```\n|# |## |===|---|\n---\n|\n===\n|<!--|-->|<a name="x"></a>|<br>|</span>|[!NOTE]\
|[!INCLUDE [a](b.md)]|[HTTP](#tab/http)|](|][|]: |[a]|[a]: b\n|![|&amp;|&#124;|<http://a.b>|**|__|``|\\\\|  \n|\\\n|{#id}\
|alertState|Имя свойства|プロパティ|الخاصية|title: x\n|---\n|...\n|: |> > |\n\n|\r|\r\r\n|\n\r|<b>|<pre>|<![CDATA[|?>|<?\
|:::|:::note|::::|\n:::\n|:::tip[Имя]{#id .c}\n|:::image a="b":::\n|:::no-loc text="Имя":::|{{< tab "a" >}}|{{< /tab >}}\n|{{% a b=c\
|%}}|{% include a.b %}\n|{% endtab %}|{{ a.b }}\n|<Tabs>\n|</Tabs>\n|<Таб a={{b: 1}} />\n|{/* a */}\n|import A from 'b';\n|!!! note "Имя"\n    \
|=== "a"\n\n    b\n|??? тип\n        |{.a b=c}|{% highlight a %}\n|\n{% endhighlight %}\n|{{< highlight a >}}\n|[a]: {{ a }}b\n""".split(
    "|"
)
PIPES = ["|", "\\|", "|---|---|\n", "|a|b|\n", "\n|-|-|\n", "a|b\n-|-\n", "`a|b`", "`a\\|b`", "|\n"]

TABLE = '|Имя|Type\\|kind|\n|:--|--|\n|`a\\|b`|[x](y "z")|extra|\nshort|\n'
PAGE = (
    '---\ntitle: "Тип оповещения"\nms.date: 1\n---\n\n# <a name="alert"></a>Тип [alert](a.md)\n\n'
    f"Описание **свойства** `alertState` и [ссылка][1].\n\n{TABLE}\n> [!NOTE]\n> Текст `a\n> b`\n>\n> - пункт\n>   {TABLE}\n"
    '1. Шаг\n\n   ```json\n   { "@odata.type": "#alert" }\n   ```\n\n\tcode\n\n<!-- { "blockType": "request" } -->\n\n'
    ':::note[Имя]\nТекст {{< ref "a" >}}\n:::\n\n{{% tab %}}\n\n<Tabs>\nТекст\n</Tabs>\n\n{{% /tab %}}\n\n!!! note "Имя"\n    Текст\n\n'
    'Заголовок\n---\n\n[1]: http://a.b/c "t"\n\n# [HTTP](#tab/http)\n~~~ http\nGET /x\n'
)

soups = st.lists(
    st.sampled_from(CHARACTERS) | st.sampled_from([word for word in WORDS if word]) | st.sampled_from(PIPES),
    max_size=40,
).map("".join)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A page as people write them, with pieces cut out, doubled and put in."""
    text = draw(st.sampled_from([PAGE, TABLE]))
    if draw(st.booleans()):
        text = text.replace("\n", draw(st.sampled_from(["\r\n", "\r"])))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.integers(0, 12))
        text = text[:start] + draw(soups)[:12] + text[draw(st.sampled_from([start, end])) :]
    return text


texts = soups | mutated()
