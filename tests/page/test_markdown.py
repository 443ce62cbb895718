"""What a page is made of, feature by feature, each with its exact place."""

from __future__ import annotations

import pytest

from doclint.page import Code, Html, Kind, Segment
from doclint.page.inline.pieces import Inline, PieceKind
from doclint.page.markdown import parse
from doclint.page.model import Definition


def only(text: str) -> Segment:
    """The one segment of a text."""
    (segment,) = parse(text).segments()
    return segment


def pieces(inline: Inline, text: str) -> list[tuple[str, str, str, str]]:
    """Kind, span, inner and target of each piece, as they stand in the text."""
    return [(piece.kind, piece.span.of(text), piece.inner.of(text), piece.target) for piece in inline.pieces]


@pytest.mark.parametrize(
    ("text", "entries", "end"),
    [
        pytest.param("---\ntitle: Тип оповещения\n---\nx", {"title": "Тип оповещения"}, "x", id="plain"),
        pytest.param('---\ntitle: "Тип"\nms.date: 1/2/2020\n---\nx', {"title": "Тип", "ms.date": "1/2/2020"}, "x", id="quoted"),
        pytest.param("\ufeff---\r\n'title': 'Тип' # да\r\n...\r\nx", {"title": "Тип"}, "x", id="BOM, CRLF and quoted key"),
        pytest.param("---\ntitle: a: b\nauthor: [c\n---\nx", {"title": "a: b", "author": "[c"}, "x", id="no YAML after translation"),
        pytest.param("---\ntitle: *Тип*\n---\nx", {"title": "*Тип*"}, "x", id="an asterisk is an alias for YAML"),
        pytest.param("---\na: {b: c}\nd: [e]\nf: g\n---\nx", {"a.b": "c", "f": "g"}, "x", id="inner mappings by dotted names, sequences left out"),
        pytest.param("---\ntitle: Тип\n", {}, "---\ntitle: Тип\n", id="never closed"),
        pytest.param("---\n\nПроза.\n\n---\nx", {}, "---\n\nПроза.\n\n---\nx", id="two thematic breaks"),
        pytest.param("x\n---\na: b\n---\n", {}, "x\n---\na: b\n---\n", id="not at the top"),
    ],
)  # fmt: skip
def test_front_matter(text: str, entries: dict[str, str], end: str) -> None:
    front = parse(text).front
    assert {entry.key: entry.span.of(text) for entry in front.entries if entry.span} == entries
    assert all(entry.key.endswith(entry.key_span.of(text)) for entry in front.entries)
    assert text[front.end :] == end


def test_a_value_that_yaml_decodes_has_no_place() -> None:
    entry = parse('---\ntitle: "a\\u0301 \\"b\\""\n---\n').front.get("title")
    assert entry is not None
    assert entry.span is None
    assert entry.value == 'a\u0301 "b"'


@pytest.mark.parametrize(
    ("text", "level", "content", "plain", "slug"),
    [
        pytest.param('# <a name="alert-type"></a>Тип `alert` #\n', 1, '<a name="alert-type"></a>Тип `alert`', "Тип alert", "alert-type", id="name"),
        pytest.param("## <a id='x'/>Тип\n", 2, "<a id='x'/>Тип", "Тип", "x", id="id, closed at once"),
        pytest.param("### プロパティ {#properties}\n", 3, "プロパティ {#properties}", "プロパティ", "properties", id="braces behind"),
        pytest.param("# 型 {/*types*/}\n", 1, "型 {/*types*/}", "型", "types", id="MDX comment behind"),
        pytest.param("Заголовок\nв две строки\n===\n", 1, "Заголовок\nв две строки", "Заголовок\nв две строки", None, id="setext"),
        pytest.param("> - ####\tالخصائص\t##\n", 4, "الخصائص", "الخصائص", None, id="in a quoted list, tabs"),
        pytest.param("# a {b}\n", 1, "a {b}", "a {b}", None, id="braces that are text"),
    ],
)  # fmt: skip
def test_headings(text: str, level: int, content: str, plain: str, slug: str | None) -> None:
    (heading,) = parse(text).headings
    assert (heading.level, heading.raw, heading.plain, heading.slug) == (level, content, plain, slug)


@pytest.mark.parametrize(
    ("text", "tab"),
    [
        ("# [HTTP](#tab/http)\n", "http"),
        ('# <a name="javascript"></a>[JavaScript](#tab/javascript)\n', "javascript"),
        ("# [HTTP](#tab/http) ещё\n", None),
        ("[HTTP](#tab/http)\n", None),
        ("# [HTTP](#tabs)\n", None),
    ],
)
def test_tabs(text: str, tab: str | None) -> None:
    assert only(text).tab == tab


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        pytest.param("|Имя|Тип|\n|:--|--:|\n|id|String|\n", [["Имя", "Тип"], ["id", "String"]], id="outer pipes"),
        pytest.param("Имя | Тип\n--|--\nid | String", [["Имя", "Тип"], ["id", "String"]], id="none"),
        pytest.param("|a\\|b|`c\\|d`|\n|-|-|\n|\\||e\\\\|\n", [["a\\|b", "`c\\|d`"], ["\\|", "e\\\\|"]], id="escaped"),
        pytest.param("|a|b|\n|-|-|\n|`c|d`|\n", [["a", "b"], ["`c", "d`"]], id="code does not protect a pipe"),
        pytest.param("|a|b|\n|-|-|\n|1|\n|1|2|3|\n||2|\n", [["a", "b"], ["1"], ["1", "2", "3"], ["", "2"]], id="ragged"),
        pytest.param("- x\n\n  |a|\n  |-|\n  |b|\n", [["a"], ["b"]], id="in a list"),
        pytest.param("> |a|\n>|-|\n>  | b |\n", [["a"], ["b"]], id="in a quote"),
        pytest.param("|\u3000型\u3000|\u00a0б\u00a0|\n|-|-|\n", [["型", "б"]], id="wide and no-break spaces around"),
        pytest.param("|a|\r\n|-|\r\n| b\t|\r\n", [["a"], ["b"]], id="CRLF"),
    ],
)  # fmt: skip
def test_tables(text: str, cells: list[list[str]]) -> None:
    (table,) = parse(text).tables
    assert [[cell.raw for cell in row.cells] for row in (table.header, *table.rows)] == cells
    assert [[cell.text for cell in row.cells] for row in (table.header, *table.rows)] == [
        [cell.replace("\\|", "|") for cell in row] for row in cells
    ]


def test_a_code_span_over_an_escaped_pipe_is_placed_with_its_backslash() -> None:
    text = "|a|\n|-|\n|Или `x \\| y` [z \\|](w)|\n"
    (table,) = parse(text).tables
    inline = table.rows[0].cells[0].inline
    assert pieces(inline, text) == [("code", "`x \\| y`", "x \\| y", ""), ("link", "[z \\|](w)", "z \\|", "w")]
    assert [piece.text for piece in inline.pieces] == ["x | y", "z |"]


@pytest.mark.parametrize(
    ("text", "content", "whole", "language"),
    [
        pytest.param('```json\n{"a": 1}\n```\n', '{"a": 1}\n', '```json\n{"a": 1}\n```', "json", id="fenced"),
        pytest.param("~~~~ HTTP {#x}\nGET /\n~~~\n~~~~\nx", "GET /\n~~~\n", "~~~~ HTTP {#x}\nGET /\n~~~\n~~~~", "http", id="tildes"),
        pytest.param("```\n", "", "```\n", "", id="empty and open"),
        pytest.param("- x\n\n  ``` c#\n  a\n\n   b\n  ```\n", "a\n\n b\n", "``` c#\n  a\n\n   b\n  ```", "c#", id="in a list"),
        pytest.param("    a\n\n\tb\n\nx", "a\n\nb\n", "a\n\n\tb", "", id="indented"),
        pytest.param("{% highlight ruby %}\n# a\n\n- b\n{% endhighlight %}\nx", "# a\n\n- b\n", "{% highlight ruby %}\n# a\n\n- b\n{% endhighlight %}", "ruby", id="Liquid"),
        pytest.param("x\n{%- codeblock lang:js -%}\na\n{%- endcodeblock -%}\n", "a\n", "{%- codeblock lang:js -%}\na\n{%- endcodeblock -%}", "lang:js", id="Liquid, below a paragraph"),
        pytest.param("- x\n\n  {{< highlight go >}}\n  # a\n  {{< /highlight >}}\n", "# a\n", "{{< highlight go >}}\n  # a\n  {{< /highlight >}}", "go", id="Hugo, in a list"),
        pytest.param("> ```js\r\n> a\r\n> ```\r\n", "a\n", "```js\r\n> a\r\n> ```", "js", id="in a quote, CRLF"),
    ],
)  # fmt: skip
def test_code(text: str, content: str, whole: str, language: str) -> None:
    (code,) = parse(text).codes
    assert (code.text, code.whole.of(text).rstrip("\n"), code.language) == (content, whole.rstrip("\n"), language)
    assert code.info_span.of(text) == code.info
    for number, line in enumerate(content.splitlines()):
        at = sum(len(before) + 1 for before in content.splitlines()[:number])
        assert code.place(at, at + len(line)).of(text) == line


def test_html_comments_and_blocks() -> None:
    text = '<!-- {\n  "blockType": "request"\n} -->\n\n<div>\nx\n</div>\n\nПроза <!-- внутри --> и.\n'
    comment, block, prose = parse(text).blocks
    assert isinstance(comment, Html)
    assert isinstance(block, Html)
    assert isinstance(prose, Segment)
    assert (comment.is_comment, block.is_comment) == (True, False)
    assert comment.span.of(text) == '<!-- {\n  "blockType": "request"\n} -->\n'
    assert pieces(prose.inline, text) == [("html", "<!-- внутри -->", "<!-- внутри -->", "")]
    assert prose.plain == "Проза  и."


def test_paragraphs_items_and_quotes() -> None:
    text = "Раз\nдва.\n\n- три\n  четыре\n\n  > пять\n  > шесть\n\n1. семь\n"
    found = [(s.kind, s.quoted, s.text, s.raw) for s in parse(text).segments()]
    assert found == [
        (Kind.PARAGRAPH, False, "Раз\nдва.", "Раз\nдва."),
        (Kind.ITEM, False, "три\nчетыре", "три\n  четыре"),
        (Kind.PARAGRAPH, True, "пять\nшесть", "пять\n  > шесть"),
        (Kind.ITEM, False, "семь", "семь"),
    ]


@pytest.mark.parametrize(
    ("text", "expected", "plain"),
    [
        pytest.param("``a ` b`` и ` c `", [("code", "``a ` b``", "a ` b", ""), ("code", "` c `", "c", "")], "a ` b и c", id="code"),
        pytest.param('[Тип](a.md#b "t")', [("link", '[Тип](a.md#b "t")', "Тип", "a.md#b")], "Тип", id="link with title"),
        pytest.param("[a](<b c>)![d](e)", [("link", "[a](<b c>)", "a", "b c"), ("image", "![d](e)", "d", "e")], "a", id="angle brackets, image"),
        pytest.param("[a \\[b](c\\)d)", [("link", "[a \\[b](c\\)d)", "a \\[b", "c\\)d")], "a [b", id="escapes stay in the target"),
        pytest.param("[**a**](b)", [("link", "[**a**](b)", "**a**", "b"), ("strong", "**a**", "a", "")], "a", id="bold link"),
        pytest.param("***a** b*", [("emphasis", "***a** b*", "**a** b", ""), ("strong", "**a**", "a", "")], "a b", id="bold in italic"),
        pytest.param("<http://a.b>", [("autolink", "<http://a.b>", "http://a.b", "http://a.b")], "http://a.b", id="autolink"),
        pytest.param("a<br/>b &lt;&NotEqualTilde; *c*", [("html", "<br/>", "<br/>", "br"), ("emphasis", "*c*", "c", "")], "a b <≂̸ c", id="break and entities"),
        pytest.param("[!INCLUDE [note](../a.md)]", [("include", "[!INCLUDE [note](../a.md)]", "note", "../a.md")], "", id="include"),
        pytest.param("[!include[](a.md)]", [("include", "[!include[](a.md)]", "", "a.md")], "", id="include without text"),
        pytest.param("[!a](b)", [("link", "[!a](b)", "!a", "b")], "!a", id="exclamation mark in a link"),
        pytest.param("a [!NOTE]", [], "a [!NOTE]", id="an alert stands first"),
    ],
)  # fmt: skip
def test_inline(text: str, expected: list[tuple[str, str, str, str]], plain: str) -> None:
    segment = only(text)
    assert pieces(segment.inline, text) == expected
    assert segment.plain == plain
    for piece in segment.inline.pieces:
        assert piece.target_span is None or piece.target_span.of(text) == piece.target


def test_alerts() -> None:
    text = "> [!NOTE]\n> Не `менять`\n"
    segment = only(text)
    assert [(kind, inner) for kind, _, inner, _ in pieces(segment.inline, text)] == [
        ("alert", "NOTE"),
        ("code", "менять"),
    ]
    assert segment.plain == "\nНе менять"


def test_plain_text_leads_back() -> None:
    text = "> **Имя** [свойства\n> типа](a.md) &amp; `код`\n"
    inline = only(text).inline
    assert inline.plain == "Имя свойства\nтипа & код"
    for word, raw in (
        ("Имя", "Имя"),
        ("типа", "типа"),
        ("&", "&amp;"),
        ("свойства\nтипа", "свойства\n> типа"),
        ("код", "код"),
    ):
        at = inline.plain.index(word)
        assert inline.place(at, at + len(word)).of(text) == raw
    assert [piece.plain.of(inline.plain) for piece in inline.of(PieceKind.LINK, PieceKind.CODE)] == [
        "свойства\nтипа",
        "код",
    ]


def test_references_and_definitions() -> None:
    text = "[Тип][1], [да][] и [нет]; [x](y [1].\n\n[1]: <a b.md> 'a%20b'\n[да]: ä.md\n[нет]:\n  c.md\n"
    page = parse(text)
    (segment,) = page.segments()
    assert [(piece.text, piece.target, piece.target_span) for piece in segment.inline.of(PieceKind.LINK)][:3] == [
        ("Тип", "1", None),
        ("да", "да", None),
        ("нет", "нет", None),
    ]
    definitions = [block for block in page.blocks if isinstance(block, Definition)]
    assert [(item.label_span.of(text), item.target) for item in definitions] == [
        ("1", "a b.md"),
        ("да", "ä.md"),
        ("нет", "c.md"),
    ]
    assert [item.target_span.of(text) for item in definitions if item.target_span] == ["a b.md", "ä.md", "c.md"]


def test_addresses_that_a_generator_fills_in_are_those_of_definitions() -> None:
    text = 'Тип [a][1], [b][2].\n\n[1]: {{ site.url }}/b/\n[2]: https://c.example/{{ d["e"] | f: 1 }} "T"\n[3]: {{ e }} f\n'
    page = parse(text)
    definitions = [block for block in page.blocks if isinstance(block, Definition)]
    assert [(item.label, item.target_span.of(text)) for item in definitions if item.target_span] == [
        ("1", "{{ site.url }}/b/"),
        ("2", 'https://c.example/{{ d["e"] | f: 1 }}'),
    ]
    assert [len(segment.inline.of(PieceKind.LINK)) for segment in page.segments()] == [2, 0]


def test_what_is_nested_too_deep_is_counted() -> None:
    page = parse("> " * 70 + "a\n\nb\n")
    assert page.unplaced == 1
    assert [segment.text for segment in page.segments()] == ["b"]


def test_an_open_fence_is_told() -> None:
    assert [code.closed for code in parse("```\na\n```\n\n```\nb\n").codes] == [True, False]
    assert all(isinstance(block, Code) for block in parse("```\na").blocks)


def test_a_footnote_is_no_definition() -> None:
    text = "[^1]:\n    これらのスクリプトは命名規則に従います。\n    [種類](a.md)を参照してください。\n"
    assert [piece.target for piece in only(text).inline.of(PieceKind.LINK)] == ["a.md"]
