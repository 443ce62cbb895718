"""Other forms and other samples that a translator may have, and damage beside them that stays an error."""

from __future__ import annotations

import pytest

from tests.gitrepo import Repo
from tests.run.beside import said, settled, told, wanted

SPAN = "Give it `{}` for the `doorSize`.\n"
CALLS = "```\n// all\nhttps://depot.example/doors\n\n{}// kept\nhttps://depot.example/doors?kept=1\n```\n"
SAMPLE = (
    "The class is `{0}Form`.\n\n```php\nclass {0}Form extends Form\n{{\n}}\n```\n\n"
    "A controller makes it.\n\n```php\n$form = new {0}Form();\nsend($form);\n```\n"
)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(SPAN.format("list(...doors...)"), SPAN.format("list(...门...)"), id="a word for what is left out"),
        pytest.param("See [all][1].\n\n[1]: {% link a.md %}\n", "见[全部][1]。\n\n[1]: {% link a.md %}\n", id="Liquid"),
        pytest.param(
            "```js\nconst depot = open('north');\n\n=> FETCH depot WHERE name = 'north';\n```\n",
            "```js\nconst depot = open('north');\n\n// 相当于\n// FETCH depot WHERE name = 'north';\n```\n",
            id="a line that became a comment",
        ),
        pytest.param(
            "```\ndepot\n├── door\n|   └── key\n└── dock\n```\n",
            "```\ndepot\n├── door\n│   └── key\n└── dock\n```\n",
            id="a drawn line",
        ),
        pytest.param(
            'See.\n\n```js\nsend((depot) => {\n  depot.open([\n    {door: 1, say: "hello"},\n  ]);\n});\n```\n',
            '见。\n\n```js\nsend(depot => {\n  depot.open([{door: 1, say: "你好"}])\n})\n```\n',
            id="code that was formatted anew",
        ),
        pytest.param(
            "See [doors](en/parts/doors?id=_12-open-doors).\n",
            "见[门](zh/parts/doors?id=_12-打开门)。\n",
            id="a section as docsify writes it",
        ),
        pytest.param(
            "Set `depotKeys`, `messages` and `doorSize`. Without `messages` it waits.\n",
            "设置 `depotKeys`、messages参数和 `doorSize`，否则它会等待。\n",
            id="a value that is said once, and not marked",
        ),
        pytest.param(
            "```bash\ndepot <the folder of the depot, with commas between several of them, if there are>\n```\n",
            "```bash\ndepot <仓库的文件夹，如果有多个用逗号分隔>\n```\n",
            id="a long text between the signs of a placeholder",
        ),
        pytest.param(
            SPAN.format("Doors of all depots = Number of depots × Doors of a depot"),
            SPAN.format("所有门 = 仓库数 × 每个仓库的门"),
            id="a formula in words",
        ),
        pytest.param(
            "```js\n/* Doors begin with a key,\n   and end with a lock */\nopen(1);\n```\n",
            "```js\n/* 门以钥匙开始，以锁结束 */\nopen(1);\n```\n",
            id="a comment on fewer lines",
        ),
        pytest.param(
            "```jsx\n<Depot>\n  {/* all doors */}\n  <Door />\n</Depot>\n```\n",
            "```jsx\n<Depot>\n  <Door />\n</Depot>\n```\n",
            id="a comment among tags",
        ),
        pytest.param(
            SPAN.format("Refused: header \u2018Door-Size\u2019 missing"),
            SPAN.format("Refused: header 'Door-Size' missing"),
            id="quotation marks as a keyboard has them",
        ),
        pytest.param(
            'The [open depot][] has a [door][].\n\n{% partial file="/en/links.md" /%}\n\n[door]: door.md\n',
            '[开放仓库][]有一扇[门][door]。\n\n{% partial file="/en/links.md" /%}\n\n[door]: door.md\n',
            id="definitions in a file that the site puts in",
        ),
        pytest.param(
            'A {{< tip text="door" id="door" >}} that a {{< tip text="clerk" id="clerk" >}} opens, or {{< tip text="back door" id="back-door" >}}.\n',
            '由{{< tip text="店员" id="clerk" >}}打开的{{< tip text="后门" id="back-door" >}}或{{< tip text="门" id="door" >}}。\n',
            id="shortcodes in the order of another sentence",
        ),
        pytest.param(
            "# Doors\n\n```py\ndoors = 3\n```\n\n/// note\n\nA door may wait as long as its `clerk` waits, or until all of the others that stand before it are open.\n\n///\n\n## Keys\n\nAll.\n",
            "# 门\n\n```py\ndoors = 3\n```\n\n/// note | 注意\n等 `clerk`。\n///\n\n## 钥匙\n\n全部。\n",
            id="a block without blank lines",
        ),
        pytest.param(SPAN.format("\u200bOpen Depot\u200b"), SPAN.format("打开仓库"), id="a label and unseen signs"),
    ],
)
def test_nothing_is_said(repo: Repo, source: str, target: str) -> None:
    assert told(settled(repo, "zh", source, target)) == []


def test_a_label_that_the_page_itself_defines_is_lost_beside_others(repo: Repo) -> None:
    source = "The [open depot][] waits.\n\nIt has a [door][].\n\n[door]: door.md\n"
    target = "[开放仓库][]在等待。\n\n它有：[门][]。\n\n[door]: door.md\n"
    assert told(settled(repo, "zh", source, target)) == [("error", "reference-link-undefined", "door")]


def test_other_quotation_marks_than_those_of_a_keyboard_are_damage(repo: Repo) -> None:
    source, target = SPAN.format("header 'Door-Size' missing"), SPAN.format("header \u2018Door-Size\u2019 missing")
    assert [one[:2] for one in told(settled(repo, "zh", source, target))] == [("error", "inline-code-changed")]


@pytest.mark.parametrize(("found", "severity"), [("DepotCharm", "warning"), ("depotcharm", "error")])
def test_a_brand_of_a_list_may_begin_with_a_capital(repo: Repo, found: str, severity: str) -> None:
    text = "(doorkit, numdoors, matplates, pandoors, {})\n"
    said_of = wanted(
        settled(repo, "pt", "Known programs " + text.format("depotCharm"), "Programas " + text.format(found))
    )
    assert said_of == [(severity, "depotCharm")]


def test_headings_without_a_letter_of_ascii_are_numbered_by_python_markdown(repo: Repo) -> None:
    source = "# Depot\n\n## Doors\n\n## Keys\n\nSee [keys](#keys) and [doors](#doors).\n"
    target = "# 仓库\n\n## 门\n\n## 钥匙\n\n见[钥匙](#_3)和[门](#_4)。\n"
    found = settled(repo, "zh", source, target)
    assert [(one["rule"], one["found"]) for one in found] == [("link-leads-nowhere", "#_4")]


@pytest.mark.parametrize(
    ("setting", "expected"), [("hugo.toml", "#钥匙"), ("config/_default/hugo.toml", "#钥匙"), ("mkdocs.yml", None)]
)
def test_no_id_is_proposed_that_a_setting_makes(repo: Repo, setting: str, expected: str | None) -> None:
    repo.commit({setting: ""})
    found = settled(repo, "zh", "## Keys\n\nSee [keys](#keys).\n", "## 钥匙\n\n见[钥匙](#keys)。\n")
    assert [(one["rule"], one["expected"]) for one in found] == [("link-leads-nowhere", expected)]


def test_a_container_with_a_space_is_damage_where_the_generator_is_known(repo: Repo) -> None:
    source, target = ":::info The depot\nIt is `open`.\n:::\n", "::: info 仓库\n它是 `open`。\n:::\n"
    assert told(settled(repo, "zh", source, target)) == [("warning", "container-changed", ":::info")]
    repo.commit({"docusaurus.config.js": "module.exports = {}\n"})
    assert told(said("zh")) == [("error", "container-changed", ":::info")]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("[6:30] Waiting...", "[6:30] 等待中...", ("note", "Waiting..."), id="a line with a time"),
        pytest.param("mean(depotDoors) < 9", "mean(仓库门) < 9", ("warning", "depotDoors"), id="a formula"),
        pytest.param(
            "door_key=key (if you have one)",
            "door_key=钥匙（如果有）",
            ("note", "key (if you have one)"),
            id="a value of words",
        ),
        pytest.param("depot set NEW_KEY", "depot set 新钥匙", ("warning", "NEW_KEY"), id="what the reader fills in"),
        pytest.param("depot set $NEW_KEY", "depot set $新钥匙", ("error", "$NEW_KEY"), id="a variable"),
        pytest.param("├── door.js (optional)", "├── door.js（可选）", ("note", "door.js (optional)"), id="a listing"),
        pytest.param("depot send --all", "depot 发送 --all", ("error", "send"), id="a command"),
    ],
)
def test_no_command_is_text(repo: Repo, source: str, target: str, expected: tuple[str, str]) -> None:
    form = "See.\n\n```bash\ndepot open north\n{}\n```\n"
    found = settled(repo, "zh", form.format(source), form.format(target))
    assert wanted(found) == [expected]


@pytest.mark.parametrize(
    ("lines", "severity"),
    [
        pytest.param(("let depot = open(1);", "send(depot);", ""), "warning", id="another line of code is another"),
        pytest.param(("const depot = open(1);", "", ""), "warning", id="gone in two places"),
        pytest.param(("const depot = open(1);", "send(depot);", ""), "error", id="else the same"),
    ],
)
def test_a_line_is_missing_from_the_same_example_alone(repo: Repo, lines: tuple[str, ...], severity: str) -> None:
    form = "See.\n\n```js\n{}\nload(depot);\n{}\ncount(doors);\n{}\nshut();\n```\n"
    source = form.format("const depot = open(1);", "send(depot);", "weigh(doors);")
    target = form.format(*lines).replace("\n\nshut", "\nshut").replace("\n\ncount", "\ncount").replace("See", "见")
    found = settled(repo, "zh", source, target)
    assert {one["severity"] for one in found if one["message"].endswith("is missing")} == {severity}


@pytest.mark.parametrize(
    ("found", "severity"),
    [pytest.param("door_size", "warning", id="the slip was mended"), pytest.param("doorsize", "error", id="a new one")],
)
def test_a_slip_that_the_code_does_not_share(repo: Repo, found: str, severity: str) -> None:
    form = "Open it.\n\n```toml\ndoor_size = 4\n```\n\n|Setting|Since|\n|---|---|\n|open_at|2021|\n|{}|2022|\n|shut_at|2023|\n"
    source, target = form.format("door_sizes"), form.format(found).replace("Setting|Since", "配置项|自")
    findings = settled(repo, "zh", source, target.replace("Open it", "打开"))
    assert {(one["severity"], one["found"]) for one in findings} == {(severity, found)}


def test_the_line_that_was_added_is_the_one_that_is_missing(repo: Repo) -> None:
    repo.commit({"en/depot.md": CALLS.format("")})
    repo.commit({"zh/depot.md": CALLS.format("").replace("all", "全部").replace("// kept", "// 保留")})
    repo.commit({"en/depot.md": CALLS.format("// open\nhttps://depot.example/open\n\n")})
    assert [one["severity"] for one in said("zh")] == ["note"]


def test_a_value_between_quotes_that_is_said_once(repo: Repo) -> None:
    source = 'As `"depot/#"`: `depot/#` reads `depot/a`, and `north` has `depot/a`, `depot/b`, and `depot/#`.\n'
    found = settled(repo, "zh", source, '`"depot/#"`：读取 `depot/a`，`north` 有 `depot/b`。\n')
    assert "error" not in {one["severity"] for one in found}


def test_a_sample_that_a_revision_put_over_throughout(repo: Repo) -> None:
    repo.commit({"en/depot.md": SAMPLE.format("Depot")})
    repo.commit({"pt/depot.md": SAMPLE.format("Depot").replace("The class is", "A classe é")})
    repo.commit({"pt/depot.md": SAMPLE.format("Armazem").replace("The class is", "A classe é")})
    found = said("pt")
    assert found
    assert "error" not in {one["severity"] for one in found}


def test_a_name_cut_short_is_no_sample_that_was_put_over(repo: Repo) -> None:
    page = "{} `depot()`, `load()`, `send()` {} `{}()`.\n\n```js\nasync () => load();\nasync () => send();\n```\n"
    found = settled(repo, "ru", page.format("It has", "and", "sync"), page.format("Здесь есть", "и", "ync"))
    assert wanted(found) == [("error", "sync()")]


def test_what_readers_fill_in_may_be_put_into_their_language_later(repo: Repo) -> None:
    source, target = "See `your-depot.com/doors` there.\n", "Mira `{}.com/doors` allí.\n"
    repo.commit({"en/depot.md": source})
    repo.commit({"es/depot.md": target.format("your-depot")})
    repo.commit({"es/depot.md": target.format("tu-almacén")})
    assert "error" not in {one["severity"] for one in said("es")}


def test_a_module_of_another_name_is_damage_in_code_that_else_reads_the_same(repo: Repo) -> None:
    form = 'See.\n\n```ts\nimport type {{ LiveDepot }} from "{}";\nimport {{ z }} from "depot:content";\n```\n'
    found = told(settled(repo, "es", form.format("depot/loaders"), form.format("depot:loaders")))
    assert [(rule, expected) for _, rule, expected in found] == [("code-block-changed", "depot/loaders")]


@pytest.mark.parametrize(("found", "severity"), [("Doorы", "warning"), ("Dооre", "error")])
def test_letters_of_another_script_at_the_end_may_be_grammar(repo: Repo, found: str, severity: str) -> None:
    target = f"У `depot` есть {found} и окно.\n"
    findings = told(settled(repo, "ru", "The `depot` has a Doore and a window.\n", target))
    assert findings == [(severity, "name-lookalike", "Doore")]


def test_words_that_grew_together_are_no_style(repo: Repo) -> None:
    form = "See.\n\n```js\nopen({} => {{\n  return{}door;\n}});\n```\n"
    found = told(settled(repo, "zh", form.format("(depot)", " "), form.format("depot", "").replace("See.", "见。")))
    assert ("code-block-changed", "return door") in [(rule, expected) for _, rule, expected in found]


def test_a_fence_right_below_a_tag_is_code_in_mdx(repo: Repo) -> None:
    form = (
        "<details>\n  <summary>{}</summary>\n{}```bash\ndepot open\n\ndepot shut\n```\n</details>\n\n:::note\n{}\n:::\n"
    )
    source, target = form.format("More", "\n", "Ring."), form.format("更多", "", "按铃。")
    assert told(settled(repo, "zh", source, target, "depot.mdx")) == []


@pytest.mark.parametrize(
    ("name", "found", "severity"),
    [
        pytest.param("depot-key-1.9.2", "depot-key-2.0.1", "warning", id="the translation is ahead"),
        pytest.param("depot-key-1.9.2", "depot-key-1.9.1", "error", id="it may be a slip"),
        pytest.param("(key: Key) => Door", "(key: Key, isOpen: boolean) => Door", "warning", id="one more is given"),
        pytest.param("(key: Key) => Door", "(key: Key, 打开 boolean) => Door", "error", id="words are given"),
    ],
)
def test_another_version_in_a_name(repo: Repo, name: str, found: str, severity: str) -> None:
    target = "现在启动 `{}`。\n"
    settled(repo, "zh", f"Start `{name}` now.\n", target.format(name))
    repo.commit({"zh/depot.md": target.format(found)})
    assert told(said("zh")) == [(severity, "inline-code-changed", name)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(
            "It stands where `top`, `right`, `bottom`, and `left` say.\n",
            "它的位置由 `top` 等属性决定。\n",
            id="one value of several, and the like",
        ),
        pytest.param(
            "You may `openDepot`, `Copy` or `Move`.\n", "可以 `openDepot`、`复制` 或 `Move`。\n", id="a label of a list"
        ),
        pytest.param(
            "Call <https://your_depot/api/sso>.\n", "访问 <https://你的仓库/api/sso>。\n", id="a host to fill in"
        ),
        pytest.param(
            "1. JSON\n\n   A.\n\n2. YAML\n\n   B.\n\n3. TOML\n\n   C.\n",
            "1. json\n\n   一。\n\n2. yaml\n\n   二。\n\n3. TOML\n\n   三。\n",
            id="words in capitals as files are called",
        ),
        pytest.param("```sql\nshow depots;\n```\n", "```sql\nSHOW depots;\n```\n", id="words of SQL have no case"),
        pytest.param(
            "1. DOOR\n\n   A.\n\n2. DOCK\n\n   B.\n\n3. TS_DEPOT\n\n   C.\n",
            "1. DOOR 编码（DOOR）\n\n   一。\n\n2. 码头编码（DOCK）\n\n   二。\n\n3. TS_DEPOT\n\n   三。\n",
            id="a word in capitals with what it means",
        ),
    ],
)
def test_no_error(repo: Repo, source: str, target: str) -> None:
    assert [one for one in settled(repo, "zh", source, target) if one["severity"] == "error"] == []
