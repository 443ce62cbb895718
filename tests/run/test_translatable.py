"""What stands beside names and is text: a translator may put it into their language, whatever the letters say."""

from __future__ import annotations

import pytest

from tests.gitrepo import Repo
from tests.run.beside import settled, wanted

HELP = "```bash\n$ depot --help\n  -o, --open [key]   {}\n                     {}\n  --port: {}\n      {}\n```\n"
ENGLISH = (
    "Open the depot in a window and",
    "show all its doors, if need be",
    "Optional, set the port for the depot, default is `80`",
    "The port of the depot.",
)
CHINESE = ("在窗口中打开仓库并在需要时", "显示所有的 doors", "可选，设置仓库的端口，默认为 `80`", "depot 的端口。")
CALL = "```bash\ncurl https://{}/v1/parcels \\\n  -H 'Accept: text/plain'\n```\n"
SPAN = "Give it `{}` for the `doorSize`.\n"
OUTPUT = "```js\nconsole.log(`👋 {0}, ${{args.name}}!`)\n```\n\nSo:\n\n```bash\n$ depot greet --name '{1}'\n👋 {0}, {1}!\n```\n"
ROWS = "|Function|Parameters|\n|---|---|\n|OPEN|{}|\n|SHUT|{}|\n|HOLD|{}|\n"
PHRASES = "The number of the door.", "A list of doors, doors1, ..., doorN.", "door"
REQUEST = "```http\nGET https://{}/v1/parcels\n```\n"


def found(repo: Repo, source: str, target: str) -> list[tuple[str, str]]:
    """The severity and the expected words of all findings of a Chinese page."""
    return wanted(settled(repo, "zh", source, target))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(HELP.format(*ENGLISH), HELP.format(*CHINESE), id="what a command's help says"),
        pytest.param(
            "Put `{the door}` in it, as `open={}`.\n",
            "把 `{门}` 放进去，如 `open={}`。\n",
            id="braces in a code span are no role",
        ),
        pytest.param(
            SPAN.format("boolean | 'auto' | depot"), SPAN.format("'auto' | depot | boolean"), id="a union's order"
        ),
        pytest.param(SPAN.format("open('depot')"), SPAN.format('open("depot")'), id="other quotes"),
        pytest.param(
            SPAN.format("openDepot(...)"), SPAN.format("openDepot(…)"), id="another sign for what is left out"
        ),
        pytest.param(SPAN.format("Depot9+"), SPAN.format("depot9+"), id="a product from a version on"),
        pytest.param(SPAN.format("en_us.json"), SPAN.format("zh_cn.json"), id="the file of the page's language"),
        pytest.param(
            ROWS.format("The number of the door.", "A list of doors.", "door"),
            ROWS.format("门的编号。", "门的列表。", "门"),
            id="a column of parameters that says what to put in",
        ),
    ],
)
def test_nothing_is_said(repo: Repo, source: str, target: str) -> None:
    assert found(repo, source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param(
            CALL.format("your-depot-address"),
            CALL.format("你的仓库地址"),
            ("note", "https://your-depot-address/v1/parcels"),
            id="what the reader puts into an address",
        ),
        pytest.param(
            REQUEST.format("your-depot-address"),
            REQUEST.format("你的仓库地址"),
            ("note", "your-depot-address"),
            id="what the reader puts into a request",
        ),
        pytest.param(
            "## FAQ {#faq}\n\nAsk.\n", "## 常见问题 {#faq}\n\n问。\n", ("note", "FAQ"), id="a short form in a heading"
        ),
        pytest.param(
            SPAN.format("doorWidth"), "`doorSize` 由 `holdOpen` 决定。\n", ("warning", "doorWidth"), id="another name"
        ),
        pytest.param(
            SPAN.format("C:\\Depots\\YourDepotName"),
            "为 `doorSize` 给出 `C:\\仓库\\仓库名`。\n",
            ("note", "C:\\Depots\\YourDepotName"),
            id="a path of the reader's own",
        ),
        pytest.param(
            "Give it `depot://sender:secret@warehouse:door/shelf`.\n",
            "给出 `depot://寄件人:密码@仓库:door/货架`。\n",
            ("warning", "depot://sender:secret@warehouse:door/shelf"),
            id="an address of words that say what to put there",
        ),
        pytest.param(
            "Give it `log:server=host[:port]` or `memory:size`.\n",
            "给出 `log:server=host[:port]` 或 `memory:大小`。\n",
            ("warning", "memory:size"),
            id="words of a pattern beside one that says what may be left out",
        ),
        pytest.param(
            "|Property|Type|\n|---|---|\n|door|doorSize|\n|open|`boolean`|\n",
            "|属性|类型|\n|---|---|\n|door|doorSize 结构体|\n|open|`boolean`|\n",
            ("warning", "doorSize"),
            id="what a type is, behind its name",
        ),
        pytest.param(
            "It runs on `Shelf Door`, `DEPOT64` and `Depot Door`.\n",
            "它在 `shelf door`、`depot64` 和 `depot door` 上运行。\n",
            ("warning", "DEPOT64"),
            id="other capitals in all of a sentence",
        ),
        pytest.param(
            'Run `depot send -n "Your Parcel" -t [the key below[@version]]`.\n',
            '运行 `depot send -n "你的包裹" -t [下面的钥匙[@版本]]`。\n',
            ("warning", 'depot send -n "Your Parcel" -t [the key below[@version]]'),
            id="words in brackets that say what to put there",
        ),
        pytest.param(
            OUTPUT.format("Hello", "John Doe"),
            OUTPUT.format("你好", "小李").replace("So:", "于是："),
            ("note", "Hello, John Doe!"),
            id="what the page's own code prints",
        ),
        pytest.param(
            "It has `Depot`, `Door` and `Help`.\n",
            "它有 `Depot`、`Door` 和 `帮助`。\n",
            ("warning", "Help"),
            id="a menu",
        ),
        pytest.param(
            ROWS.format(*PHRASES),
            ROWS.format("门的编号。", "门的列表，门1，...，门N。", "门"),
            ("note", "doorN"),
            id="a name that a phrase in a column of parameters makes up",
        ),
    ],
)
def test_it_is_milder(repo: Repo, source: str, target: str, expected: tuple[str, str]) -> None:
    assert found(repo, source, target) == [expected]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param(
            HELP.format(*ENGLISH),
            HELP.format(*CHINESE).replace("--open", "--打开"),
            "--open",
            id="a flag of a command's help",
        ),
        pytest.param(
            CALL.format("depot.example"), CALL.format("仓库.example"), "https://depot.example/v1/parcels", id="a host"
        ),
        pytest.param(
            "## CASE {#case}\n\n```sql\nCASE a END\n```\n",
            "## 情况 {#case}\n\n```sql\nCASE a END\n```\n",
            "CASE",
            id="a heading that code has",
        ),
        pytest.param(
            "It is `isOpen`, `isShut` or `isHeld`.\n",
            "它是 `isOpen`、`isShut` 或 `已保留`。\n",
            "isHeld",
            id="a value of a list",
        ),
        pytest.param(SPAN.format("first..last"), SPAN.format("first...last"), "first..last", id="dots within"),
        pytest.param(
            "Give it `depot://sender:secret@warehouse`.\n",
            "给出 `仓库://sender:secret@warehouse`。\n",
            "depot://sender:secret@warehouse",
            id="the scheme of an address",
        ),
        pytest.param(
            "Run `depot send --keep [the key below]`.\n",
            "运行 `depot send --保留 [下面的钥匙]`。\n",
            "depot send --keep [the key below]",
            id="a flag beside words in brackets",
        ),
        pytest.param(
            ROWS.format("door (optional)", "doors, hold", "key"),
            ROWS.format("door (可选)", "doors, hold", "钥匙"),
            "key",
            id="a column of parameters with asides",
        ),
    ],
)
def test_damage_beside_it_stays_an_error(repo: Repo, source: str, target: str, expected: str) -> None:
    assert ("error", expected) in found(repo, source, target)
