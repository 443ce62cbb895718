"""Containers, shortcodes, MDX and admonitions: what each says and where; what only looks like one stays text."""

from __future__ import annotations

import pytest

from doclint.page import Code, Html, Kind, Page, Segment
from doclint.page.inline.pieces import PieceKind
from doclint.page.markdown import parse
from doclint.page.model import Directive


def shown(page: Page) -> list[str]:
    """Each block in brief: a directive by its markup, the rest by its text."""
    found = []
    for block in page.blocks:
        if isinstance(block, Directive):
            raw = " ".join(block.span.of(page.text).split())
            found.append(f"/{raw}" if block.is_closing else raw)
        elif isinstance(block, Segment):
            found.append(f"{block.kind}: {block.text}")
        elif isinstance(block, Code | Html):
            found.append(f"{type(block).__name__}: {block.text}")
    return found


def attributes(directive: Directive, text: str) -> list[tuple[str, str]]:
    for item in directive.attributes:
        assert item.span.of(text) == item.value
        assert item.key_span.of(text) == item.key
    return [(item.key, item.value) for item in directive.attributes]


@pytest.mark.parametrize(
    ("text", "name", "found", "label"),
    [
        pytest.param(":::tip[Ночью `x`]{#id .c}\n", "tip", [("#", "id"), (".", "c")], "Ночью `x`", id="Docusaurus"),
        pytest.param(":::: warning 注意 {.x}\n", "warning", [(".", "x")], "注意", id="VuePress"),
        pytest.param('::: {.note title="نص"}\n', "", [(".", "note"), ("title", "نص")], "", id="Pandoc"),
        pytest.param(':::image source="a.png" alt-text="Депо ночью.":::\n', "image", [("source", "a.png"), ("alt-text", "Депо ночью.")], "", id="Microsoft"),
        pytest.param('{{< tab "a \\" b" c=`d e` f=1 >}}\n', "tab", [("", 'a \\" b'), ("c", "d e"), ("f", "1")], "", id="Hugo"),
        pytest.param("> {{% docs/a\n>   b='c d'\n> %}}\n", "docs/a", [("b", "c d")], "", id="over lines of a quote"),
        pytest.param('{{% a title="Имя „x" %}}\n', "a", [("title", "Имя „x")], "", id="other quotes in quotes"),
        pytest.param('{% include a.html b="型" %}\n', "include", [("", "a.html"), ("b", "型")], "", id="Jekyll"),
        pytest.param("<Tabs.Item a={[{b: 'x'}]} c=\"имя\" {...d} e />\n", "Tabs.Item", [("a", "{[{b: 'x'}]}"), ("c", "имя"), ("", "{...d}"), ("", "e")], "", id="JSX, objects"),
        pytest.param('!!! note inline "Имя"\n    x\n', "note", [("", "inline")], "Имя", id="MkDocs"),
        pytest.param("=== 「タブ」\n\n    x\n", "", [], "タブ", id="MkDocs tab in other quotes"),
        pytest.param("import {\n  A,\n} from './b';\n", "", [("", "./b")], "", id="import"),
    ],
)  # fmt: skip
def test_what_a_directive_says(text: str, name: str, found: list[tuple[str, str]], label: str) -> None:
    page = parse(text, "a.mdx")
    first = page.blocks[0]
    assert isinstance(first, Directive)
    assert (first.name, first.label) == (name, label)
    assert first.name_span.of(text) == name
    assert attributes(first, text) == found
    assert first.label_span is None or first.label_span.of(text) == label


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(":::note\nТекст\n:::\n", [":::note", "paragraph: Текст", "/:::"], id="no blank lines"),
        pytest.param("- a\n\n  :::tip\n  二\n  :::\n", ["item: a", ":::tip", "item: 二", "/:::"], id="in a list"),
        pytest.param(":::row:::\n:::column span=\"2\":::\nx\n:::column-end:::\n", [":::row:::", ':::column span="2":::', "paragraph: x", "/:::column-end:::"], id="columns"),
        pytest.param("{{% a %}} {{< b >}}\nx\n{{< /b >}} {{% /a %}}\n", ["{{% a %}}", "{{< b >}}", "paragraph: x", "/{{< /b >}}", "/{{% /a %}}"], id="several on a line"),
        pytest.param("Версия\n{{% param v %}}\nвышла.\n", ["paragraph: Версия\n{{% param v %}}\nвышла."], id="alone by the chance of line breaks"),
        pytest.param("{{% param v %}}\nвышла.\n", ["paragraph: {{% param v %}}\nвышла."], id="first by chance"),
        pytest.param("    {{% /a %}}\n", ["/{{% /a %}}"], id="Hugo reads them in code as well"),
        pytest.param("{% tab %}\nx\n{% endtab %}\n", ["{% tab %}", "paragraph: x", "/{% endtab %}"], id="Liquid's ends"),
        pytest.param("{% highlight a %}\nx\n", ["paragraph: {% highlight a %}\nx"], id="code that never ends"),
        pytest.param("{{ page('a', '') }}\n", ["{{ page('a', '') }}"], id="a value on a line of its own"),
        pytest.param("<Note>\nТекст\n</Note>\n", ["<Note>", "paragraph: Текст", "/</Note>"], id="a component"),
        pytest.param("<Note>\n\nТекст\n", ["Html: <Note>\n", "paragraph: Текст"], id="a placeholder that is never closed"),
        pytest.param("<XML>\nx\n</XML>\n", ["Html: <XML>\nx\n</XML>\n"], id="capitals"),
        pytest.param("<details>\nx\n</details>\n", ["Html: <details>\nx\n</details>\n"], id="HTML"),
        pytest.param("<Tabs>\n  <Tab>\n    Раз\n\n    - два\n    - три\n\n  </Tab>\n</Tabs>\n\n    code\n", ["<Tabs>", "<Tab>", "paragraph: Раз", "item: два", "item: три", "/</Tab>", "/</Tabs>", "Code: code\n"], id="an indented body of components"),
        pytest.param("<Tab>\n    <Note>\n    Раз\n    два\n    </Note>\n    Три:\n    - a\n</Tab>\n", ["<Tab>", "<Note>", "paragraph: Раз\nдва", "/</Note>", "paragraph: Три:", "item: a", "/</Tab>"], id="a paragraph of an indented body ends where anything else begins"),
        pytest.param("import types can be used\n", ["paragraph: import types can be used"], id="prose that imports"),
        pytest.param("import A from 'a';\n\n<Link to=\"b\">имя</Link> x\n:::\n", ["import A from 'a';", 'paragraph: <Link to="b">имя</Link> x', "/:::"], id="a page that imports is MDX"),
        pytest.param("!!! note \"Имя\"\n\n    Раз\n\n        code\n\n    - два\n\nТри\n", ['!!! note "Имя"', "paragraph: Раз", "Code: code\n", "item: два", "paragraph: Три"], id="an indented body"),
        pytest.param("=== \"A\"\n\n    !!! tip\n        x\n", ['=== "A"', "!!! tip", "paragraph: x"], id="nested"),
        pytest.param("??? Labels move here.\n", ["paragraph: ??? Labels move here."], id="question marks"),
        pytest.param("!!! note\nx\n", ["paragraph: !!! note\nx"], id="no body"),
    ],
)  # fmt: skip
def test_blocks(text: str, expected: list[str]) -> None:
    page = parse(text, "a.md")
    assert shown(page) == expected
    assert page.unplaced == 0


@pytest.mark.parametrize(
    ("text", "plain", "found"),
    [
        ('Служба :::no-loc text="Depot"::: едет.\n', "Служба Depot едет.", [':::no-loc text="Depot":::']),
        ("版 {{% param v %}} と `{{< a >}}`\n", "版  と {{< a >}}", ["{{% param v %}}"]),
        ("Hello {{ name }}, {name}, ::: {% if a %}b{% endif %}\n", "Hello {{ name }}, {name}, ::: b", ["{% if a %}", "{% endif %}"]),
    ],
)  # fmt: skip
def test_running_text(text: str, plain: str, found: list[str]) -> None:
    page = parse(text)
    (segment,) = page.segments()
    assert segment.plain == plain
    assert [piece.span.of(text) for piece in segment.inline.of(PieceKind.DIRECTIVE)] == found
    assert [directive.span.of(text) for directive in page.directives] == found


def test_running_text_of_mdx() -> None:
    text = "Из {props.a} <Foo.Bar b={1} /> 1 < 2 <b>x</b> {/* нет */}\n    y\n"
    (segment,) = parse(text, "a.mdx").segments()
    assert segment.plain == "Из   1 < 2 x \n    y"
    kinds = [piece.kind for piece in segment.inline.pieces]
    assert kinds.count(PieceKind.DIRECTIVE) == 3
    assert kinds.count(PieceKind.HTML) == 2


@pytest.mark.parametrize(
    ("text", "plain", "slug"),
    [
        ("## Посылки { #parcels }\n", "Посылки", "parcels"),
        ("## 荷物 {: .x #parcels }\n", "荷物", "parcels"),
        ("## Посылки {#parcels .x key=val}\n", "Посылки", "parcels"),
        ("## 荷物 {.notranslate lang=en}\n", "荷物", None),
        ("## Путь {id}.x {a .b}\n", "Путь {id}.x {a .b}", None),
    ],
)
def test_attributes_of_headings_are_not_read(text: str, plain: str, slug: str | None) -> None:
    (heading,) = parse(text).headings
    assert (heading.plain, heading.slug) == (plain, slug)


def test_items_after_an_admonition_in_a_list_are_items() -> None:
    kinds = [segment.kind for segment in parse("- a\n\n    !!! note\n        b\n\n- c\n").segments()]
    assert kinds == [Kind.ITEM, Kind.PARAGRAPH, Kind.ITEM]
