"""What a competent translator can defend in code: what programs print, what readers put there, words of a sentence."""

from __future__ import annotations

import pytest

from tests.gitrepo import Repo
from tests.run.beside import said, settled, wanted, without_notes

OPTIONS = "```\n  -a, --all      {}\n      --size int {}\n  -m, --most int  {}\n      --keep     {}\n```\n"
TOLD = "all doors (open or shut)", "Size of the doors", "most doors (default 25)", "keep a door"
TOLD_THERE = "所有门（开或关）", "门的大小", "门的最大数量（默认 25）", "保留门"
ECHO = "```bash\n$ ./depot --loud {0}\n{1}\n\n$ ./depot {0}\n{0}\n```\n"
NOTES = "```console\n$ depot install north\n{}:\n\n    north.depot.local ({} 80)\n\n  echo {}: user\n```\n"
STARTS = (
    "```shellscript\nDoor is starting, please wait...\nDepot is starting, {}...\n\nDoors:\n        DoorId: 4\n```\n"
)
EITHER = "```bash\nlsof -i:42  {0}  netstat | grep 42\nlsof -i:21  {0}  netstat | grep 21\n```\n"
TERNARY = "```js\nconst door = new Door({{\n  kind: {},\n  size: 3,\n}});\n```\n"
REPL = '```elixir\niex> name = "Ada"\n{}iex> "{} #{{name}}"\n"{} Ada"\n```\n'
ASKED = "```\n{0}\nA: ?\n\n{1}\nA: {2}\n\n{3}\nA: ?\n```\n"
QUESTIONS = "Q: What is a door?", "Q: Who is Ada?", "A person.", "Q: Where is the depot of the north?"
JOINED = "```py\ndepot.say(\n    (\n{}    ),\n    kind=1,\n    size=2,\n)\n```\n"
TREE = "```text\ndoors/\n├── north/\n{} south/\n└── east/\n```\n"
BOX = "```asciiart\n{0}     {1}     {0}\n| {2} | -> | {3} |\n|{0}|\n```\n"
SAID = "> It says:\n> ```bash\n> Depot.open_all: {}\n> ```\n"
CALLED = (
    "```\nGET    /doors/:id   # {0}\nDELETE /doors/:id -- {1}\nPOST   /doors   {0} ({1})\nPUT /doors (door {1})\n```\n"
)
ROWS = "<Keys\n  rows={{[\n    ['OPEN', 'It opens.', 'a'],\n{}    ['SHUT', 'It shuts.', 'a'],\n  ]}}\n/>\n"
BESIDE = "```\n/doors\n  north.key  -- {}\n  south.key  -- {} `open_door` {}.\n  {}.txt     -- {}\n```\n"
PASSED = "```\n{0} -> {1} -> {2}\n{0} -> {2} -> {3}\n```\n"
TIMES = "```\n* * *\n| | |── {2} (0-7, where 0 {3} 7 are one)\n| |──── {1}\n|────── {0}\n```\n"
SHOWN = "```jsx\nif (root.textContent.match(/{0}: now/i)) {{}}\nconst door = <p>{0}: now</p>;\n```\n"
STEPS = "See a door:\n\n1. Open the door.\n2. Shut the door.\n"
LOCK = "    ['LOCK', 'It locks.', 'a'],\n"
PARCELS = "```nim\nlet {0} = {1}(north)\nlet {1} = {0}({1})\nsend({0}, {1})\n```\n"
USAGE = "It is called as `{}`, as in `send door`.\n"


def found(repo: Repo, source: str, target: str) -> list[tuple[str, str]]:
    """The severity and the expected words of all findings of a Chinese page, but for notes."""
    return wanted(without_notes(settled(repo, "zh", source, target)))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(OPTIONS.format(*TOLD), OPTIONS.format(*TOLD_THERE), id="what stands beside options"),
        pytest.param(
            "```sh\n  -k, --key string   Depot key\n```\n",
            "```sh\n  -k, --key string   Depot 的钥匙\n```\n",
            id="one word of what an option does",
        ),
        pytest.param(
            "```sh\n(optional)depotctl remove north\ndepotctl add south\n```\n",
            "```sh\n(可选)depotctl remove north\ndepotctl add south\n```\n",
            id="an aside before a command",
        ),
        pytest.param(
            PARCELS.format("parcel", "box"), PARCELS.format("包裹", "盒子"), id="a name that was put over throughout"
        ),
        pytest.param(
            '```json\n{"north": 1, "a longer key": "Adas", "doors": 3}\n```\n',
            '```json\n{"north": 1, "更长的键": "Adas", "doors": 3}\n```\n',
            id="a key of several words",
        ),
        pytest.param(ECHO.format("Hello", "HELLO"), ECHO.format("你好", "你好"), id="a word that is printed again"),
        pytest.param(
            NOTES.format("Your depot is below", "port", "Username"),
            NOTES.format("你的仓库在下面", "端口", "用户名"),
            id="what is printed below a command",
        ),
        pytest.param(
            ASKED.format(*QUESTIONS),
            ASKED.format("Q: 门是什么？", "Q: Ada 是谁？", "一个人。", "Q: 北方的仓库在哪里？").replace(
                "A: ?", "A：？"
            ),
            id="the signs of the language where somebody asks",
        ),
        pytest.param(
            JOINED.format('        "Open the door. "\n        "Say nothing."\n'),
            JOINED.format('        "打开门，什么都不要说。"\n'),
            id="two strings that became one",
        ),
        pytest.param(
            BOX.format("_________", "sends a", "Ada", "depot"),
            BOX.format("_______", "发送", "小李", "仓库"),
            id="lines and words of a drawing",
        ),
        pytest.param(
            '```astro title="a.astro"\nRead more <a href="/depot/">of the depot</a>.\n```\n',
            '```astro title="a.astro"\n<a href="/depot/">关于仓库</a>的更多信息。\n```\n',
            id="a sentence of another order in tags",
        ),
        pytest.param(TREE.format("|--"), TREE.format("├──"), id="a drawing with one kind of lines"),
        pytest.param(
            SAID.format("all doors go from shut to open."),
            SAID.format("将所有门从关闭更改为打开。"),
            id="what a label begins",
        ),
        pytest.param(
            "```bash\n$ depot add -b a-short-name-for-my-door\n```\n",
            "```bash\n$ depot add -b 您的门的短名称\n```\n",
            id="a name of the reader's own",
        ),
        pytest.param(
            "## How it is set (#set-openDoor)\n\nSee [it](#set-openDoor).\n",
            "## 如何设置 (#set-openDoor)\n\n见[此处](#set-openDoor)。\n",
            id="an anchor in brackets",
        ),
        pytest.param(USAGE.format("most is {most doors}"), USAGE.format("most is {最多的门}"), id="words in braces"),
        pytest.param(USAGE.format("openDoor()"), USAGE.format("openDoor();"), id="a semicolon at its end"),
        pytest.param(
            USAGE.format("https://depotname.run.example/door"),
            USAGE.format("https://wodecangku.run.example/door"),
            id="the name in an address",
        ),
        pytest.param(USAGE.format('"door": "north'), USAGE.format('"door":"north"'), id="a quote that was closed"),
        pytest.param(
            "Put DepotNorth beside your `co/depotnorth-box`, as DepotNorth is `DepotNorth`.\n",
            "把北方仓库放在 `co/depotnorth-box` 旁边，DepotNorth 即 `DepotNorth`。\n",
            id="what code of the English has in other capitals",
        ),
        pytest.param(EITHER.format("or"), EITHER.format("或"), id="or between two commands"),
        pytest.param(
            TERNARY.format('full ? "shut" : "open"'),
            TERNARY.format("(full ? 'shut' : 'open')"),
            id="an expression is no key of JSON",
        ),
        pytest.param(
            USAGE.format("find(name) -> door or list of doors"), USAGE.format("find(name) -> 门或门的列表"), id="words"
        ),
        pytest.param(
            USAGE.format("{ open: 1, ...key from step 2 }"), USAGE.format("{ open: 1, ...第 2 步的钥匙 }"), id="rest"
        ),
        pytest.param(USAGE.format("--door value"), USAGE.format("--door=value"), id="the sign behind a flag"),
        pytest.param(
            USAGE.format("--door=path, -d path"), USAGE.format("--door=value, -d value"), id="two forms of an option"
        ),
        pytest.param(USAGE.format("1.2 -> 1.3 -> 1.5"), USAGE.format("1.2 → 1.3 → 1.5"), id="from version to version"),
        pytest.param(USAGE.format("1\u2013100"), USAGE.format("1〜100"), id="from a number to another"),
        pytest.param(
            "```sh\ndepot open [door id or name] --all\n```\n",
            "```sh\ndepot open [your door id or name] --all\n```\n",
            id="a word more that says what to put there",
        ),
        pytest.param(
            "```sql\nSELECT door('a');  -- a door (wide)\n```\n",
            "```sql\nSELECT door('a');  -- a door （wide）\n```\n",
            id="signs of a comment",
        ),
        pytest.param(USAGE.format("Node >= 1.3"), USAGE.format("Node 1.3+"), id="the least version"),
        pytest.param(
            CALLED.format("Get a door", "Shut it"), CALLED.format("打开门", "关门"), id="what is said of a request"
        ),
        pytest.param(
            "```sh\n\uf444 Door core files \uf444\nP|~/.config|door\n\n== Launcher ==\nP|~/.config|parcel\n```\n",
            "```sh\n\uf444 门核心文件 \uf444\nP|~/.config|door\n\n== 启动器 ==\nP|~/.config|parcel\n```\n",
            id="titles among settings",
        ),
        pytest.param(
            "```sh\nssh -i <path to your key> depot@<your door's address or name>\n```\n",
            "```sh\nssh -i <密钥的路径> depot@<你的门的地址或名称>\n```\n",
            id="an apostrophe in what is to be filled in",
        ),
        pytest.param(
            "```\nparcel.json, door*.json\n*.key, *.p12\n*.map (tells all)\n```\n",
            "```\nparcel.json、door*.json\n*.key、*.p12\n*.map（说明一切）\n```\n",
            id="the commas of a list",
        ),
        pytest.param(
            "## Ask for \u0441hatDoors\n\nSee https://depot.example/@door. Use `openDoor`.\n",
            "## 请求 chatDoors\n\n见 https://depot.example/@door 。用 `openDoor`。\n",
            id="a letter and a full stop too many in the English",
        ),
        pytest.param(
            "![Newest](https://badge.example/depot?label=Newest) ![Docs](https://badge.example/badge/Docs-Open_it-blue)\n",
            "![最新](https://badge.example/depot?label=最新) ![文档](https://badge.example/badge/文档-打开-blue)\n",
            id="what a badge says",
        ),
        pytest.param(ROWS.format(LOCK), ROWS.format("").replace("It opens", "打开"), id="a row of a table in JSX"),
        pytest.param(
            BESIDE.format(
                "The key of all doors (see them)",
                "If it is cold. Says",
                "etc to all",
                "README",
                "Notes/scripts on how to make a key",
            ),
            BESIDE.format("所有门的钥匙（见门）", "天冷时。说", "等", "README", "关于如何制作钥匙的说明/脚本"),
            id="what stands beside names",
        ),
        pytest.param(
            PASSED.format("Ada", "Depot", "Door", "Level one"), PASSED.format("艾达", "仓库", "门", "一级"), id="chain"
        ),
        pytest.param(
            TIMES.format("Minute (0-59)", "Hour", "Day of the week", "and"),
            TIMES.format("分（0-59）", "时", "星期几", "和"),
            id="captions of a drawing",
        ),
        pytest.param(
            "```js\nlamp(0xFFAA00, .5);\n```\n", "```js\nlamp(0xffaa00, 0.5);\n```\n", id="numbers written otherwise"
        ),
        pytest.param(
            SHOWN.format("Opened"), SHOWN.format("已打开"), id="what code looks for in the text that it shows"
        ),
        pytest.param(
            "```\ndepotctl set DOOR_NAME [flags]\n```\n",
            "```\ndepotctl set NOM_DE_PORTE [options]\n```\n",
            id="argument",
        ),
        pytest.param(
            "```yaml\n- name: Setup depot\n  door: Whether the door is open (or shut).\n```\n",
            "```yaml\n- name: Setup Depot\n  door: 门是否打开（或关闭）。\n```\n",
            id="what data says to people",
        ),
        pytest.param(
            TREE.format("├──"), TREE.format("├──").replace("├── n", "├──\u00a0n"), id="a space of another kind"
        ),
        pytest.param(
            "```\n    -u, --url <URL>\n            RPC Url\n\n    -d, --door <D>\n            The door\n```\n",
            "```\n    -u, --url <URL>\n            RPC URL\n\n    -d, --door <D>\n            门\n```\n",
            id="capitals of a line of words",
        ),
        pytest.param(
            "# Door\n\n## See also\n\n* [depot](depot.md) - It sends\n\n###### Made by a program on 1-Jun-2030\n",
            "# 门\n\n## 另见\n\n* [depot](depot.md) - 它发送\n",
            id="a heading with nothing below",
        ),
        pytest.param(STEPS, "看门：\n\n1、打开门。\n\n2、关门。\n", id="steps that are paragraphs"),
        pytest.param(STEPS, "看门：\n\n1、打开门。<br />\n2、关门。<br />\n", id="steps that a tag ends"),
        pytest.param(
            "```\n+------+-------+\n| door | north |\n+------+-------+\n```\n\nIt is `door`.\n\n```js\nsay({ in: '$' });\n```\n",
            "```\n+-----+-------+\n| door | north |\n+-----+-------+\n```\n\n即 `door`。\n\n```js\nsay({ in: '€' });\n```\n",
            id="a line of a table and the sign of a currency",
        ),
    ],
)
def test_nothing_is_said_or_a_note(repo: Repo, source: str, target: str) -> None:
    assert found(repo, source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param(
            STARTS.format("please wait"),
            "```shellscript\n门正在启动，请稍候...\n仓库正在启动，请稍候...\n\n门：\n        门 ID：4\n```\n",
            ["Doors:\n        DoorId:"],
            id="lines that were put over whole",
        ),
        pytest.param(
            "See [doorOpend](#dooropened).\n\n## doorOpened\n\nSo.\n",
            "见 [doorOpened](#dooropened)。\n\n## doorOpened\n\n如此。\n",
            ["doorOpend"],
            id="a slip of the English that its link has not",
        ),
        pytest.param(STEPS, "看门：\n\n1、打开门。\n2、关门。\n", ["1. ", "2. "], id="steps that run together"),
        pytest.param(
            "```sh\ndepot add edited_file\n```\n",
            "```sh\ndepot add [改过的文件]\n```\n",
            ["edited_file"],
            id="in brackets",
        ),
        pytest.param(
            "More: `brand-voice`, `bill-ops`, `audit-ops`, `cost-ops` and `work-ops`.\n",
            "还有：`brand-voice`、`bill-ops`、`work-ops` 等。\n",
            ["audit-ops", "cost-ops"],
            id="a shorter list",
        ),
        pytest.param(
            "Each `resource` has an address.\n\n```\n# one resource\nopen(1);\n```\n",
            "每个`资源`都有地址。\n\n```\n# 这一个\nopen(1);\n```\n",
            ["resource"],
            id="a plain word that the page's code does not have",
        ),
        pytest.param(USAGE.format("<DOOR_KEY>"), USAGE.format("<门的钥匙>"), ["<DOOR_KEY>"], id="words in brackets"),
        pytest.param(
            "## How doorWidth is set\n\nSo.\n",
            "## 如何设置宽度\n\n如此。\n",
            ["doorWidth"],
            id="a heading of other words",
        ),
        pytest.param(
            USAGE.format("[north, east]") + "\n```\n[north, east]\n```\n",
            USAGE.format("[北, 东]") + "\n```\n[north, east]\n```\n",
            ["[north, east]"],
            id="what stands in which order",
        ),
        pytest.param(
            "## `--keep[=[host:]port]`\n\nIt keeps.\n\n## `DEPOT_FILE=file`\n\nIt reads.\n",
            "## `--keep[=[主机:]端口]`\n\n保持。\n\n## `DEPOT_FILE=文件`\n\n读取。\n",
            ["--keep[=[host:]port]", "DEPOT_FILE=file"],
            id="the values of a flag and a variable in headings that show how they are set",
        ),
        pytest.param(
            USAGE.format("nameOfDoor(arg1, ...)"),
            USAGE.format("门名(参数1, ...)"),
            ["nameOfDoor(arg1,"],
            id="a call with brackets",
        ),
        pytest.param(
            "All the `door.openXXX` calls.\n", "全部 `door.open〜` 调用。\n", ["door.openXXX"], id="any letters"
        ),
        pytest.param(USAGE.format("send PARCEL"), USAGE.format("send 包裹"), ["PARCEL"], id="an argument"),
        pytest.param(
            USAGE.format("nameOfDoor arg1 arg2..."), USAGE.format("门名 arg1 arg2..."), ["nameOfDoor"], id="a call"
        ),
        pytest.param(
            REPL.format('"Ada"\n', "Hello", "Hello"), REPL.format("", "你好", "你好"), ['"Ada"'], id="a REPL's answer"
        ),
        pytest.param(
            "```yaml\nkind: north\nwide: 3\ndoor: Whether the door is open (or shut).\n```\n",
            "```yaml\n种类: north\nwide: 3\ndoor: 门是否打开（或关闭）。\n```\n",
            ["kind"],
            id="a key beside what data says to people",
        ),
    ],
)
def test_it_is_a_warning(repo: Repo, source: str, target: str, expected: list[str]) -> None:
    assert found(repo, source, target) == [("warning", one) for one in expected]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param(
            NOTES.format("Your depot is below", "port", "Username"),
            NOTES.format("Your depot is below", "port", "Username").replace("install", "安装"),
            "install",
            id="a command above what is printed",
        ),
        pytest.param(
            USAGE.format("find(name) -> door or list of doors"),
            USAGE.format("查找(name) -> 门或门的列表"),
            "find",
            id="a name",
        ),
        pytest.param("## The doorWidth\n\nSo.\n", "## 宽度\n\n如此。\n", "doorWidth", id="a heading that is a name"),
        pytest.param(EITHER.format("or"), EITHER.format("or").replace("-i", "-я"), "-i", id="a flag beside it"),
        pytest.param(
            CALLED.format("Get", "Shut"),
            CALLED.format("打开", "关").replace("GET    /doors", "GET    /门"),
            "doors",
            id="path",
        ),
    ],
)
def test_damage_beside_it_stays_an_error(repo: Repo, source: str, target: str, expected: str) -> None:
    assert any(one == "error" and expected in words for one, words in found(repo, source, target))


def test_what_a_setting_says_to_people_is_left_to_the_translator_and_its_names_are_not(repo: Repo) -> None:
    source = "```yaml\nsteps:\n  - name: Install modules\n    with: depot\n```\n"
    target = source.replace("Install modules", "Installation des modules")
    assert without_notes(settled(repo, "fr", source, target)) == []
    repo.commit({"fr/depot.md": target.replace("with:", "avec:")})
    assert [one["expected"] for one in without_notes(said("fr"))] == ["with"]
