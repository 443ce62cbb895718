"""Names that a translator may have put over, mended or named for the page's own language, which no witness calls damage."""

from __future__ import annotations

import pytest

from tests.commandline import rows
from tests.gitrepo import Repo
from tests.run.beside import said, settled, told, wanted

SPAN = "The rule `{}` holds for a `depot`.\n"
NIM = "```nim\nvar\n  {0}: int = 4\n  {1}: bool = false\nopenDepot({0}, {1})\necho {0}, {1}\n```\n"
UNIT = "```shell\n[Unit]\nDescription=Depot {}\n\n[Service]\nUser=depot\nLimitNOFILE=500000\n```\n"
OUTPUT = "Run it:\n\n```shell\n{}\n```\n"
READERS = r"C:\Users\**Your Name**\door", "https://depot.mydoors.com", "yourname@door.com"
DIFF = "```js\n  open(door);\n+{}\n+countDoors(door);\n  shut(door);\n```\n"
PICTURE = '{{% Img src="image/{}.png", alt="{}", width="800", height="{}" %}}\n'


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        pytest.param(
            SPAN.format("@door"), SPAN.format("@doors"), "warning", id="a slip of the English that was mended"
        ),
        pytest.param(SPAN.format("dj<di"), SPAN.format("d[j]<d[i]"), "warning", id="code that was mended"),
        pytest.param(SPAN.format("door"), SPAN.format("a[door]"), "warning", id="brackets around a name"),
        pytest.param(
            SPAN.format(READERS[0]), SPAN.format(r"C:\Users\**Ваше имя**\door"), "warning", id="a folder of readers"
        ),
        pytest.param(SPAN.format(READERS[1]), SPAN.format("https://depo.midoors.com"), "note", id="a host of readers"),
        pytest.param(SPAN.format(READERS[2]), SPAN.format("tunombre@door.com"), "warning", id="an address of readers"),
        pytest.param(
            SPAN.format("http://depot-IP:80"), SPAN.format("http://IP-склада:80"), "warning", id="a host to fill in"
        ),
        pytest.param(SPAN.format("depots/{YEAR}"), SPAN.format("depots/{ГОД}"), "warning", id="capitals in braces"),
        pytest.param(
            NIM.format("age", "open"), NIM.format("возраст", "открыто"), "warning", id="plain words of an example"
        ),
        pytest.param(UNIT.format("Service"), UNIT.format("склада"), "note", id="what a unit is called"),
        pytest.param(
            SPAN.format("Set DOOR_KEY environment variable"),
            SPAN.format("Задать переменную DOOR_KEY"),
            "warning",
            id="what a box of an installer says",
        ),
        pytest.param(SPAN.format("[error, door]"), SPAN.format("[ошибка, дверь]"), "warning", id="what a pair holds"),
        pytest.param(
            SPAN.format("Doors -> Settings"), SPAN.format("Двери -> Настройки"), "warning", id="the way through menus"
        ),
        pytest.param(
            SPAN.format("[0x4, 0x9, key bytes]"),
            SPAN.format("[0x4, 0x9, байты ключа]"),
            "warning",
            id="words of a list",
        ),
        pytest.param(
            OUTPUT.format("Got 1/1 depots from DepotApi.\nEnter your door [Current: None | No input: b1]"),
            OUTPUT.format("Получено 1/1 складов из DepotApi.\nВведите дверь [Сейчас: нет | Без ввода: b1]"),
            "note",
            id="what a program prints",
        ),
        pytest.param(
            "Each depot has the doorWidth that you want.\n",
            "У каждого склада та ширина двери, какую вы хотите.\n",
            "note",
            id="a name that is said in words",
        ),
        pytest.param(SPAN.format("openDoor"), SPAN.format("gate.openDoor"), "note", id="a name with its owner"),
        pytest.param(SPAN.format("conf/door.yaml"), SPAN.format("depot/conf/door.yaml"), "note", id="a longer path"),
        pytest.param(
            "It has its own door groupID here.\n", "Cela vient de leur propre ID de groupe d'ici.\n", "note", id="words"
        ),
        pytest.param(SPAN.format("north"), SPAN.format("'north'"), "note", id="quotes around a value"),
        pytest.param(SPAN.format("actions"), SPAN.format("action"), "note", id="one of a kind"),
        pytest.param(
            SPAN.format("Map<door, key[]"), SPAN.format("Map<door, key[]>"), "note", id="a bracket of the English"
        ),
    ],
)
def test_no_more_is_said_than(repo: Repo, source: str, target: str, severity: str) -> None:
    others = "|Key|Text|\n|---|---|\n|`age`|Years|\n|`open`|Or shut|\n" + "".join(f"\n`{one}`\n" for one in READERS)
    repo.commit({f"en/{name}.md": others for name in ("north", "south", "west")})
    found = settled(repo, "ru", source, target)
    assert {one["severity"] for one in found} == {severity}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("Watch it. {{back-to-depot}}\n", "看视频。{{back-to-depot-zh}}\n", id="a name with the language"),
        pytest.param(
            PICTURE.format("a1", "Doors", 494), PICTURE.format("b2", "门", 519), id="the size of another picture"
        ),
        pytest.param(
            DIFF.format("// Count the doors\n+// again"), DIFF.format("// 再次数门"), id="a comment of a changed line"
        ),
        pytest.param(
            "|Name|Type|Text|\n|---|---|---|\n|`door`|`DOOR`|A door|\n|`key`|`KEY`|A key of it|\n|`dock`|`DOCK`|Docks|\n",
            "|名称|说明|类型|\n|---|---|---|\n|`door`|一扇门|`DOOR`|\n|`key`|它的钥匙|`KEY`|\n|`dock`|码头|`DOCK`|\n",
            id="columns in another order",
        ),
        pytest.param(SPAN.format('door="..."'), SPAN.format('door="....."'), id="dots for what is left out"),
        pytest.param(SPAN.format("open &lt;door&gt;"), SPAN.format("open <door>"), id="entities of the English"),
        pytest.param(SPAN.format("13.6.0+"), SPAN.format("13.6.0 以上"), id="a version or a later one"),
        pytest.param(SPAN.format("\u2011open"), SPAN.format("-open"), id="a hyphen that the English had in print"),
        pytest.param(
            OUTPUT.format("$ depot open\n3 doors"), OUTPUT.format("depot open\n3 doors"), id="the prompt of a shell"
        ),
        pytest.param(SPAN.format("depot.nim"), SPAN.format("depot-cn.nim"), id="a file of the language"),
        pytest.param("```sh[As a guest]\nopen\n```\n", "```sh[作为客人]\nopen\n```\n", id="the label of a tab of code"),
        pytest.param(SPAN.format("enUS.doorSize"), SPAN.format("zhCN.doorSize"), id="a name of the language"),
        pytest.param(
            "With `OPEN_DOOR=true` it opens, with `SHUT` not.\n",
            "开启 `OPEN_DOOR` 则打开，`SHUT` 则否。\n",
            id="a switch",
        ),
        pytest.param(
            "Made back in 2021, it takes 512 million parcels.\n",
            "2021 年以来，它接收 5億1200万 个包裹。\n",
            id="myriads",
        ),
        pytest.param(
            "Pass `doorKeys` to `put`.\n\nA `doorKey` is long.\n",
            "把 `doorKey` 传给 `put`。\n\n`doorKey` 很长。\n",
            id="one of several",
        ),
        pytest.param(
            "# Doors\n\n## Open all of them\n\nA.\n\n## open all from depot\n\nIt is `depot`.\n",
            "# 门\n\n## 打开所有门\n\n一。\n\n## open all from depot\n\nopen all from depot 即 `depot`。\n",
            id="a heading that the page speaks of",
        ),
        pytest.param("It opens all `*.key` files by `open`.\n", "用 `open` 打开所有 `.key` 文件。\n", id="files"),
        pytest.param("Put your key on `doorhub.com` by `put`.\n", "用 `put` 把钥匙放到 DoorHub。\n", id="a brand"),
        pytest.param(
            "Call `openDoor()` for it. Where `openDoor` has no key, `shut` it.\n",
            "为此调用 `openDoor()`。如果没有钥匙就 `shut`。\n",
            id="a call that is said once",
        ),
        pytest.param(
            "You can say `depot config door.open always` to open, or `shut` it.\n\n```sh\ndepot\n```\n",
            "要打开请用下面的命令，或者 `shut`：\n\n```sh\ndepot\ndepot config door.open always\n```\n",
            id="a command that moved into a block",
        ),
        pytest.param(
            "Set `door_ulr` to `shut`.\n\n```js\nconst door_url = open();\n```\n",
            "把 `door_url` 设为 `shut`。\n\n```js\nconst door_url = open();\n```\n",
            id="a slip that code has not",
        ),
    ],
)
def test_nothing_is_said(repo: Repo, source: str, target: str) -> None:
    assert told(settled(repo, "zh", source, target)) == []


def test_all_translations_were_renamed_and_the_english_forgotten(repo: Repo) -> None:
    others = ("de", "es", "fr", "ja")
    page = "`DoorType` {}: open `DoorType`.\n"
    names = "See `DoorType` and `DoorType`.\n"
    repo.commit({"en/depot.md": page.format("opens"), **{f"en/{one}.md": names for one in ("north", "south", "west")}})
    repo.commit({f"{locale}/depot.md": page.format(locale * 3) for locale in (*others, "ru")})
    renamed = {locale: page.format(locale * 3).replace("DoorType", "Gate") for locale in (*others, "ru")}
    repo.commit({"ru/depot.md": renamed["ru"]})
    russian = [one["severity"] for one in rows() if one["path"].startswith("ru")]
    assert "error" in russian
    repo.commit({f"{locale}/depot.md": renamed[locale] for locale in others})
    assert {one["severity"] for one in rows() if one["path"].startswith("ru")} == {"warning"}


def test_code_that_a_digest_leaves_out(repo: Repo) -> None:
    code = "```js\nconst depot = open(1);\nsend(depot);\nload(depot);\nshut(depot);\n```\n"
    cut = code.replace("load(depot);\n", "")
    assert {one["severity"] for one in settled(repo, "ru", code, cut)} == {"error"}
    rest = "".join(f"\n## Part {number}\n\nIt is a depot.\n" for number in range(4))
    repo.commit({"en/other.md": code + rest})
    repo.commit({"ru/other.md": cut})
    found = [one for one in said("ru") if one["path"].endswith("other.md") and one["rule"] == "code-block-changed"]
    assert {one["severity"] for one in found} == {"warning"}


@pytest.mark.parametrize(
    ("then", "now", "severity"),
    [
        pytest.param("opneDoor()", "openDoor()", "warning", id="as other English pages spell it"),
        pytest.param("openDoor()", "openDor()", "error", id="as no English page spells it"),
    ],
)
def test_a_slip_in_a_text_that_was_written_anew(repo: Repo, then: str, now: str, severity: str) -> None:
    repo.commit({f"en/{name}.md": "`openDoor` opens.\n" for name in ("north", "south", "west")})
    settled(repo, "ru", f"The rule calls `{then}` for all.\n", f"Правило вызывает `{then}` для всех.\n")
    repo.commit({"ru/depot.md": f"Здесь для каждого склада будет вызвано `{now}`.\n"})
    assert [one["severity"] for one in said("ru")] == [severity]


@pytest.mark.parametrize(
    ("now", "severity"),
    [pytest.param("{open: bool}", "warning", id="a sign alone"), pytest.param("{открыть: bool}", "error", id="words")],
)
def test_what_a_commit_changed_alone(repo: Repo, now: str, severity: str) -> None:
    target = "Правило вызывает `{}` для всех.\n"
    settled(repo, "ru", "The rule calls `{open?: bool}` for all.\n", target.format("{open?: bool}"))
    repo.commit({"ru/depot.md": target.format(now)})
    assert [one["severity"] for one in said("ru")] == [severity]


@pytest.mark.parametrize(("text", "severity"), [("{}", "warning"), ("Так: {}", "error")])
def test_a_page_that_nobody_has_translated_is_a_copy_of_another_version(repo: Repo, text: str, severity: str) -> None:
    texts = [f"The {one} depot keeps every parcel.\n\n" for one in ("north", "south", "east", "west", "hill", "lake")]
    code = "```yaml\ndoor: 1\nkey: 2\n{}lock: 3\n```\n"
    repo.commit({"en/depot.md": "".join(texts) + code.format("size: &All\n")})
    repo.commit({"ru/depot.md": "".join(map(text.format, texts)) + code.format("")})
    assert ("size: &All", severity) in [(one["expected"], one["severity"]) for one in said("ru")]


@pytest.mark.parametrize(("code", "severity"), [("ouvrirPorte", "warning"), ("openDoor", "error")])
def test_a_name_that_the_code_of_a_page_defines_and_others_have_too(repo: Repo, code: str, severity: str) -> None:
    """Where the translation has it nowhere, somebody chose another one, as for all else in the code of a lesson."""
    form = "Call `{}` often.\n\n```js\nfunction {}(key) {{\n  key.use();\n}}\n```\n"
    repo.commit({f"en/{name}.md": "See `openDoor`.\n" for name in ("north", "south", "west")})
    repo.commit({"en/depot.md": form.format("openDoor", "openDoor")})
    repo.commit(
        {"fr/depot.md": form.format("ouvrirPorte", code).replace("Call", "Appelez").replace("often", "souvent")}
    )
    assert (severity, "openDoor") in wanted([one for one in said("fr") if one["rule"] == "inline-code-changed"])


@pytest.mark.parametrize(
    ("text", "damage"),
    [("On peut inclure tout.", "translated"), ("On peut tout.", "misspelt")],
    ids=("a word", "a slip"),
)
def test_a_word_of_the_language_is_no_slip(repo: Repo, text: str, damage: str) -> None:
    found = settled(repo, "fr", "The `include` opens.\n\nIt can.\n", f"Le `inclure` ouvre.\n\n{text}\n")
    assert [one["damage"] for one in found] == [damage]


@pytest.mark.parametrize(
    ("name", "found", "severity"),
    [
        pytest.param("Sign-in / Open", "Вход / Открыть", "warning", id="a label"),
        pytest.param("door-friendly", "для дверей", "warning", id="words that a hyphen joins"),
        pytest.param("signIn", "вход", "error", id="a name"),
    ],
)
def test_what_was_left_in_english_before_it_was_put_over(repo: Repo, name: str, found: str, severity: str) -> None:
    settled(repo, "ru", f"The rule calls `{name}` for all.\n", f"Правило вызывает `{name}` для всех.\n")
    repo.commit({"ru/depot.md": f"Здесь для каждого склада будет `{found}`.\n"})
    assert [one["severity"] for one in said("ru")] == [severity]


@pytest.mark.parametrize(
    ("rest", "severity"),
    [
        pytest.param("", "warning", id="words alone"),
        pytest.param("\n```\ndepot\n```\n", "error", id="a page with code"),
    ],
)
def test_backticks_that_only_set_words_off(repo: Repo, rest: str, severity: str) -> None:
    source = f"A `heavy` door is `eco-friendly`, and `Sign-in / Open` shows it.\n{rest}"
    settled(repo, "ru", source, f"Дверь `heavy` и `eco-friendly`, как видно по `Sign-in / Open`.\n{rest}")
    repo.commit({"ru/depot.md": f"Здесь `тяжёлая` дверь: `eco-friendly`, что знает `Sign-in / Open`.\n{rest}"})
    assert [one["severity"] for one in said("ru")] == [severity]
