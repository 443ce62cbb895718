"""What a site's generator reads in its own way is read so, and another line or version of the English is no damage."""

from __future__ import annotations

import pytest

from tests.gitrepo import Repo
from tests.run.beside import ANSWER, JSON, said, settled, told, without_notes

STEPS = """# {0}

<Steps>
  <Step title="{0}">
    - {1} `depot open`.
    - {2}

    | {3} | {4} |
    | --- | --- |
    | `dock` | {4} |

    ```bash
    depot open {5}
    ```

  </Step>
</Steps>
"""
ENGLISH = "Depot", "Run", "Wait (a minute), then look.", "Name", "Use", "--all"

EXAMPLE = (
    "Text.\n\n```json\n"
    '{{ "{}": {{ "isOpen": true, "{}": "a", "{}": "b", "{}": "c", "{}": "d", "{}": "e" }} }}\n'
    "```\n\nAfter.\n"
)
ONE, OTHER = "9f86d081884c7d659a2feaa0c55ad015", "60303ae22b998861bce3b28f33eec1be"


def found(repo: Repo, source: str, target: str) -> list[tuple[str, str, str | None]]:
    """Severity, rule and expected words of all findings of a Japanese page, but for notes."""
    return told(without_notes(settled(repo, "ja", source, target)))


def test_what_is_indented_in_a_component_is_no_code(repo: Repo) -> None:
    target = STEPS.format("倉庫", "次を実行：", "待ってから（1分）、確認します。", "名前", "用途", "--all")
    assert found(repo, STEPS.format(*ENGLISH), target) == []


def test_what_is_fenced_in_a_component_is_code(repo: Repo) -> None:
    target = STEPS.format("倉庫", "次を実行：", "待ってから（1分）、確認します。", "名前", "用途", "--すべて")
    assert found(repo, STEPS.format(*ENGLISH), target) == [("error", "code-block-changed", "--all")]


def test_a_component_without_content_may_be_one_tag(repo: Repo) -> None:
    source = '<Card title="Open">\n</Card>\n<Card title="Shut"></Card>\n\n<Card title="Lock">\n\nTwice.\n\n</Card>\n'
    target = '<Card title="開く" />\n<Card title="閉じる" />\n\n<Card title="施錠" />\n\n二回。\n'
    assert found(repo, source, target) == [("error", "mdx-changed", "</Card>")]


def test_a_component_whose_end_a_picture_hides(repo: Repo) -> None:
    form = "<Steps>\n  <Step title={}>\n    1. {}\n\n{}\n  </Step>\n\n  <Step title={{<>{} <code>door</code></>}}>\n    `door`\n  </Step>\n</Steps>\n"
    source = form.format('"Open."', "The key.", '   <img\n   src="/door.png"\n   alt="A door."\n   />', "Add")
    target = form.format('"開く。"', "鍵。", '    <img src="/door.png" alt="扉。" />', "足す")
    assert found(repo, source, target) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(
            "Write <code>&#96;makeDepot()&#96;</code> or <code>&#96;dock&#96;</code>.\n",
            "写成 <code>`makeDepot()`</code> 或 <code>`dock`</code>。\n",
            id="entities in a code tag",
        ),
        pytest.param(
            "<p><pre>\n    let doors = open()\n\n    doors.each { one -> one.shut() }\n    </pre></p>\n\nAfter.\n",
            "<p></p>\n<pre>    let doors = open()\n\n    doors.each { one -&gt; one.shut() }\n    </pre>\n\n后。\n",
            id="an entity in code between tags that a blank line cuts",
        ),
        pytest.param(
            "See [Depot](/parts/depot#doors).\n\nSee [Dock](/parts/dock).\n",
            "请看[仓库](/parts/depot-cn#doors)。\n\n请看[码头](/parts/dock-cn)。\n",
            id="a tag of the locale at the end of an address",
        ),
        pytest.param(
            '# Depot\n\n<code src="./demo/sizes.tsx">Sizes</code>\n<code src="./demo/open.tsx" debug>Open</code>\n',
            '# 仓库\n\n<code src="./demo/sizes.tsx">尺寸</code>\n<code src="./demo/open.tsx" debug>打开</code>\n',
            id="the captions of demos",
        ),
        pytest.param(
            "```tsx\nlet depot: Depot = open();\n```\n",
            "```js\nlet depot: Depot = open();\n```\n",
            id="two names of a language that look alike",
        ),
        pytest.param(
            "# Depots\n\nIt is `open`.\n\n## All doors of a depot\n\nThey are `shut`.\n\n## Docks\n\nSee `dock`.\n",
            "# 倉庫\n\n`open` です。\n\n<!-- ## All doors of a depot -->\n\n## ドック\n\n`dock` 参照。\n",
            id="a section that is hidden for now",
        ),
        pytest.param(
            "# Depots\n\n## Doors\n\n## Docks\n\n## Made on 12 June 2026\n",
            "# 倉庫 {#depots}\n\n## ドア {#doors}\n\n## ドック {#docks}\n\n## 2026年1月14日作成 {#made-on-14-june-2026}\n",
            id="an anchor of a heading whose date came later",
        ),
        pytest.param(
            "---\ntitle: Depots\nlayout: guide\n---\n\n# Doors\n\nText.\n",
            "---\nlayout: guide\n---\n",
            id="a page without any text so far",
        ),
        pytest.param(
            JSON.format("  isQuick: false,\n", ""),
            JSON.format("", "  mostParcels: 200,\n"),
            id="as many values, one of them of another name",
        ),
        pytest.param(ANSWER.format(""), ANSWER.format("$ curl -i north-1\n"), id="a command above the answer"),
        pytest.param(
            "|Name|Way|\n|---|---|\n|one|Depot4-compatible|\n|two|Own|\n",
            "|名称|方式|\n|---|---|\n|one|兼容 Depot4|\n|two|自有|\n",
            id="an adjective of a product",
        ),
        pytest.param(
            "Write `depot_door` in camelCase.\n",
            "用驼峰命名写 `depot_door`。\n",
            id="a way to write names",
        ),
        pytest.param(
            "|Call|Parameters|\n|---|---|\n|`open`|none|\n|`shut`|`{ now }`|\n|`lock`|`{ key }`|\n",
            "|调用|参数|\n|---|---|\n|`open`|无|\n|`shut`|`{ now }`|\n|`lock`|`{ key }`|\n",
            id="a word for nothing where names stand between backticks",
        ),
        pytest.param(
            "Write `**text**`.\n\nSee `parts/depot.yaml`.\n",
            "写 `**文本**`。\n\n见 `./parts/depot.yaml`。\n",
            id="marks and a folder",
        ),
        pytest.param(f"Made from `{ONE}`.\n", f"由 `{OTHER}` 生成。\n", id="the digest of another version"),
    ],
)
def test_nothing_is_said(repo: Repo, source: str, target: str) -> None:
    assert found(repo, source, target) == []


def test_vitepress_reads_a_container_with_a_space_and_without(repo: Repo) -> None:
    source, target = ":::info The depot\nIt is `open`.\n:::\n", "::: info 仓库\n它是 `open`。\n:::\n"
    assert ("warning", "container-changed", ":::info") in found(repo, source, target)
    repo.commit({".vitepress/config.ts": "export default {}\n"})
    assert told(without_notes(said("ja"))) == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param(
            "Open `dockDoor.left` now.\n\nShut `gate.right` then.\n\nSee `roadWay`.\n",
            "现在打开 `gate.right`。\n\n然后关上 `gate.right`。\n\n见 `roadWay`。\n",
            ("inline-code-changed", "dockDoor.left"),
            id="another word of the English page",
        ),
        pytest.param(
            "|Option|Use|Type|\n|---|---|---|\n|`a1`|Which.|`left` or `sideDoor`|\n|`b2`|How.|string|\n",
            "|选项|用途|类型|\n|---|---|---|\n|`a1`|哪个，`left` 或 `sideDoor`。|字符串|\n|`b2`|如何。|string|\n",
            ("type-name-changed", "sideDoor"),
            id="a word that stands in another cell of its row",
        ),
        pytest.param(
            EXAMPLE.format("depot", "doorKind", "dockSide", "roadName", "keptDays", "lastFee"),
            EXAMPLE.format("gate", "carrierKey", "parcelIds", "routeMap", "heldSince", "maxLoad").replace("true", "7"),
            ("json-value-changed", "true"),
            id="another example",
        ),
    ],
)
def test_a_warning_at_most(repo: Repo, source: str, target: str, expected: tuple[str, str]) -> None:
    seen = found(repo, source, target)
    assert ("warning", *expected) in seen
    assert {severity for severity, *_ in seen} == {"warning"}


def test_words_that_came_later_were_not_damaged(repo: Repo) -> None:
    first = "# Depots\n\n### B. Sort inside `{}` (richer prompts)\n\nText.\n"
    page = "# 창고\n\n### B. `@router` 내부에서 분류 (풍부한 프롬프트)\n\n본문.\n"
    repo.commit({"en/depot.md": first.format("@router")})
    repo.commit({"ja/depot.md": page})
    repo.commit({"en/depot.md": first.format("route_turn")})
    assert told(without_notes(said("ja"))) == [("warning", "heading-identifier-changed", "route_turn")]


def test_a_name_that_another_cell_repeats_is_an_error(repo: Repo) -> None:
    source = "|Parameter|Use|\n|---|---|\n|`steps`|The 'steps' input says how often.|\n|`depot_id`|Which depot.|\n"
    target = "|参数|用途|\n|---|---|\n|`步数`|'steps' 输入说明多少次。|\n|`depot_id`|哪个仓库。|\n"
    assert found(repo, source, target) == [("error", "property-name-changed", "steps")]


@pytest.mark.parametrize(
    ("name", "title", "severity"),
    [
        ("WoodGlue", "Wood Glue", "warning"),
        ("wood_glue", "Wood glue", "warning"),
        ("WoodGlue", "WoodGlue", "error"),
    ],
)
def test_a_name_that_the_english_itself_puts_into_words(repo: Repo, name: str, title: str, severity: str) -> None:
    repo.commit({f"en/{name}.md": f"# {title}\n", "en/depot.md": f"# A\n\nSee [{name}]({name}.md).\n"})
    repo.commit({f"ko/{name}.md": "# 목재용 풀\n", "ko/depot.md": f"# A\n\n[목재용 풀]({name}.md)을 보세요.\n"})
    assert (severity, "link-text-changed", name) in told(without_notes(said("ko")))


def test_another_name_of_the_english_heading_is_not_what_became_of_one(repo: Repo) -> None:
    seen = settled(repo, "pt", "## Open `$store` and `$stored`\n\nText.\n", "## Abra `#store` e `$stored`\n\nTexto.\n")
    assert {(one["found"], one["expected"]) for one in seen} == {("#store", "$store")}


def test_headings_in_tags_of_mdx_are_headings(repo: Repo) -> None:
    """Some tools put each heading into a tag with the id of the English one."""
    source = "## Doors\n\nAll `doors`.\n\n### A key\n\nIt opens `door`.\n\nSee [keys](#a-key).\n"
    target = source.replace("## Doors", '<div id="doors">\n## 扉\n</div>', 1)
    target = target.replace("### A key", '<div id="a-key">\n### 鍵\n</div>').replace("See", "参照")
    assert told(settled(repo, "ja", source, target.replace("All", "全"), "depot.mdx")) == []
