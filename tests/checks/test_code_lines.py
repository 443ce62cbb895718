"""Lines of code that else read the same: what differs in them is told in every language of a fence and of a page."""

from __future__ import annotations

import pytest

import doclint
from doclint import Finding

ENGLISH = "# Depot\n\nOpen it.\n\nSet `depotKey`.\n\n{}\n\nThen shut it.\n\nSee `depotLog`.\n"
PAGES = {
    "ja": "# 集配所\n\n開きます。\n\n`depotKey` を設定します。\n\n{}\n\nそれから閉じます。\n\n`depotLog` を参照。\n",
    "ru": "# Склад\n\nОткройте его.\n\nЗадайте `depotKey`.\n\n{}\n\nЗатем закройте.\n\nСм. `depotLog`.\n",
}


def found(source: str, target: str, locale: str, language: str = "", *, exact: bool = False) -> list[Finding]:
    """The findings on a page with a block of code, beside the English block."""
    ours, theirs = (f"```{language}\n{code}```" for code in (source, target))
    return doclint.check(ENGLISH.format(ours), PAGES[locale].format(theirs), locale=locale, exact=exact)


@pytest.mark.parametrize("locale", PAGES)
@pytest.mark.parametrize(
    ("language", "source", "target", "expected", "what"),
    [
        pytest.param("yaml", "doors: 30\nname: north\n", "doors: 40\nname: north\n", "30", "40", id="number in YAML"),
        pytest.param("ini", "[depot]\ndoors = 30\n", "[depot]\ndoors = 40\n", "30", "40", id="number in INI"),
        pytest.param("toml", "doors = 30\n", "doors = 40\n", "30", "40", id="number in TOML"),
        pytest.param("", "doors: 30\nroute: 7\n", "doors: 30\nroute: 8\n", "7", "8", id="number without a language"),
        pytest.param("js", 'paint("rgb(24 9 8)");\n', 'paint("rgb(34 9 8)");\n', "24", "34", id="number in a string"),
        pytest.param(
            "js",
            'say("It is PARCEL-12 now", { kind: "text" });\n',
            'say("It is PARCEL-13 now", { kind: "text" });\n',
            "PARCEL-12",
            "PARCEL-13",
            id="number in a name",
        ),
        pytest.param(
            "json",
            '{ "sentAt": "2031-04-05T06:07:08Z" }\n',
            '{ "sentAt": "2041-04-05T06:07:08Z" }\n',
            "2031",
            "2041",
            id="year in JSON",
        ),
        pytest.param(
            "shell",
            "# Send all parcels,\n# as the courier does.\ncourier send all\n",
            "# 全部。\n地址 send all\n",
            "courier",
            "地址",
            id="a command below a remark that takes fewer lines",
        ),
        pytest.param("", "courier list depots\n", "", "courier list depots", "", id="nothing left of a block"),
        pytest.param(
            "console",
            "Connecting to depot (10.0.0.1)\n",
            "Connecting to depot （10.0.0.1)\n",
            "(",
            "（",
            id="full-width sign in output",
        ),
        pytest.param(
            "sh", "courier set '{\"a\":1}'\n", "courier set '{\"a\"：1}'\n", ":", "：", id="full-width sign in a string"
        ),
        pytest.param(
            "python", "a: Union[Box, Van]\n", "a: Union[Box，Van]\n", ",", "，", id="full-width sign in a type"
        ),
        pytest.param("js", 'send("north");\n', "send(“north”);\n", '"', "“", id="quotes of a text"),
        pytest.param(
            "sql",
            "SET depot_quota = 5;\n",
            "SET depot_quota\u200b = 5;\n",
            "depot_quota",
            "depot_quota\u200b",
            id="sign that does not show",
        ),
        pytest.param(
            "",
            "courier depot list --all\n",
            "配送 depot list --all\n",
            "courier",
            "配送",
            id="command without a language",
        ),
        pytest.param(
            "js",
            "export default plan({\n  doors,\n});\n",
            "店 default plan({\n  doors,\n});\n",
            "export",
            "店",
            id="keyword",
        ),
        pytest.param(
            "js", "plan({\n  doors,\n});\nrun();\n", "plan({\n  doors,\nrun();\n", "});", "", id="closing line"
        ),
    ],
)
def test_what_no_translator_changes_is_found(
    language: str, source: str, target: str, expected: str, what: str, locale: str
) -> None:
    for exact in (False, True):
        findings = found(source, target, locale, language, exact=exact)
        assert (expected, what) in {(one.expected, one.found) for one in findings}, findings
    assert {one.severity for one in findings} <= {"error", "warning"}


@pytest.mark.parametrize("locale", PAGES)
@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        pytest.param(
            "yaml", "# It's here -- now\ndoors: 3\n", "# It’s here — now\ndoors: 3\n", id="signs of a comment"
        ),
        pytest.param("yaml", "doors: 3  # two of 30\n", "doors: 3  # 二つ、40\n", id="words of a comment"),
        pytest.param("js", 'send("Hello", 1);\n', 'send("こんにちは", 1);\n', id="whole string"),
        pytest.param(
            "jsx", "<h1>Hello, {name}!</h1>\n<p>{x}</p>\n", "<h1>你好，{name}！</h1>\n<p>{x}</p>\n", id="text in tags"
        ),
        pytest.param(
            "console", "Usage: courier list [flags]\n", "用法: courier list [flags]\n", id="label of an output"
        ),
        pytest.param("sh", "courier checkout <your-depot>\n", "courier checkout <あなたの倉庫>\n", id="placeholder"),
        pytest.param("js", "send('a');\nrun()\n", 'send("a");\nrun();\n', id="quotes and semicolons"),
        pytest.param(
            "html",
            "<p>\n  Some words about parcels,\n  that fill two lines.\n</p>\n",
            "<p>\n  小包についての言葉。\n</p>\n",
            id="sentence on fewer lines",
        ),
        pytest.param("js", "plan({ a });\nrun();\n", "plan({\n  a\n});\nrun();\n", id="other line breaks"),
    ],
)
def test_what_translators_change_is_left_alone(language: str, source: str, target: str, locale: str) -> None:
    assert found(source, target, locale, language) == []


@pytest.mark.parametrize(("locale", "word"), [("ru", "район"), ("ja", "市区町村")])
def test_one_word_of_a_string_is_damage_where_the_english_is_proven(locale: str, word: str) -> None:
    source, target = (f'{{ "city": "String ({text})" }}\n' for text in ("identifier", word))
    (one,) = found(source, target, locale, "json", exact=True)
    assert (one.expected, one.found, one.severity) == ("identifier", word, "warning")
    assert found(source, target, locale, "json") == []


@pytest.mark.parametrize(("locale", "word"), [("ru", "посылки"), ("ja", "小包")])
def test_one_word_of_a_sentence_in_a_string_is_a_note_where_the_english_may_be_another(locale: str, word: str) -> None:
    source, target = (f'{{ "detail": "Extra {text} are not permitted" }}\n' for text in ("parcels", word))
    (one,) = found(source, target, locale, "json")
    assert (one.expected, one.found, one.severity) == ("parcels", word, "note")
