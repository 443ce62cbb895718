"""What people read, and may write as their language has it: words in code, numbers, labels; and damage beside it."""

from __future__ import annotations

import pytest

from tests.gitrepo import Repo
from tests.run.beside import said, settled, told, wanted

HELP = (
    "See.\n\n```bash\n{}: depot [OPTION...]\n\n{}:\n  -c, --config    {}\n  -e, --erase=<door>+   {}\n"
    "  -U, --upgrade=<key>+  {}\n```\n"
)
LIST = (
    "- {0} toggle\n- toggle {0} mode\n- see `undo/redo` and `{1}`\n\n"
    '```js\nlabel({{ "aria": "Toggle read-only" }});\nset({{ readonly: true }});\n```\n'
)
SHAPE = "One {} is `{}`.\n\nSee {}, which is kept as `halfVector`.\n"
FENCES = "See.\n\n```sh\ndepot open\n```\n\nThen:\n\n```sh\n{}list\n```\n"
LONG = "See *{}*{}, as `depot` says.\n\n" + "Read all of `depot` and its doors before it opens.\n\n" * 90


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(
            "Write `@depot Open the door to the north [link]` or `depot-help I have a parcel too large`.\n",
            "Напишите `@depot Открой дверь на север [ссылка]` или `depot-help У меня большая посылка`.\n",
            id="a sentence behind whom it asks",
        ),
        pytest.param(
            "Open from *17.30* to *23.00* since July 27,2027 at `depot`.\n",
            "Открыто с *17:30* до *23:00* с 27.07.2027 в `depot`.\n",
            id="times and dates",
        ),
        pytest.param(
            "```js\nconst key = depot.key;// -> 'north' or 'south'\n```\n",
            "```js\nconst key = depot.key;// -> 'north' или 'south'\n```\n",
            id="a comment right behind code",
        ),
        pytest.param(
            "```sh\ndepot open --all --name north --keep 3\n```\n",
            "```sh\ndepot open --name north --keep 3 --all\n```\n",
            id="flags in another order",
        ),
        pytest.param(
            "```\nClient ---> Depot ---> Door\n   |           |\n   +--- Key ---+\n```\n",
            "```\nКлиент ---> Склад ---> Дверь\n   |           |\n   +--- Ключ ---+\n```\n",
            id="a drawing in a fence without a language",
        ),
        pytest.param(
            HELP.format("Usage", "Key options (with -k or --key)", "list all keys", "erase (lose) door", "new key(s)"),
            HELP.format(
                "Использование", "Параметры ключей (с -k или --key)", "все ключи", "стереть дверь", "новые ключи"
            ),
            id="what the help of a command says",
        ),
        pytest.param(
            HELP.format("usage", "Flags", "list all keys", "erase a door", "new keys"),
            HELP.format("использование", "Flags", "list all keys", "erase a door", "new keys"),
            id="the label before a form of a command",
        ),
        pytest.param(
            "It takes `doorKind`, `doorName`, `size`, `keys` and `depth`, and gives `keys`.\n",
            "Берёт `doorKind` и `doorName` и `size` и `keys` и `depth`, даёт `keys`.\n",
            id="one word between all values",
        ),
        pytest.param(
            "```\n*  // all doors\n*  // are open now\n*  open(1);\n*  shut(2);\n```\n",
            "```\n*  // все открыты\n*  open(1);\n*  shut(2);\n```\n",
            id="a comment behind the mark of a line",
        ),
        pytest.param("It is 1.0 for the `depot`.\n", "Для `depot` это 1.\n", id="a number without its point"),
        pytest.param(
            FENCES.format(""), "См.\n\n```depot open```\n\nЗатем ```list```\n", id="code that stands in a line"
        ),
        pytest.param(
            'See <a href="a" title="Door state">it</a> and `depot`.\n',
            'См. <a href="a" title="Вид <i>Door</i>">это</a> и `depot`.\n',
            id="a tag in an attribute",
        ),
        pytest.param(
            "---\ntitle: All\nsidebar_label: WebDoors\n---\nA `door`.\n",
            "---\ntitle: Все\nsidebar_label: Двери для Depot-over-WebDoor\n---\n`door`.\n",
            id="a label of several words",
        ),
        pytest.param(
            "Choose a file (an `.mp3`, `.flac` or `.ogg` file) in `depot`.\n",
            "Выберите файл (MP3, FLAC или OGG) в `depot`.\n",
            id="values as files are called",
        ),
        pytest.param(
            "Call `open_door` / `shutDoor` of `%HOME%\\\\depot`. See `🎙 Use-case`.\n",
            "Вызовите `open_door()` / `shutDoor(name)` в `%HOME%\\depot`. См. `🎙 Пример`.\n",
            id="brackets of a call, two signs for one, a label with a picture",
        ),
        pytest.param(
            "It asks `Open depot/north? Yes / No`, runs `Write the door.conf file of each depot` and waits"
            " `max(base wait, lock wait) + 30 s`.\n",
            "Спросит `Открыть depot/north? Да / Нет`, шаг «Записать door.conf на каждом складе», ждёт"
            " `max(начальное, время замка) + 30 с`.\n",
            id="a question, a sentence and a formula in words",
        ),
        pytest.param(
            "Its `sun-pro`, `sea-pro`, and `sky-pro` doors stay.\n", "Двери `*-pro` остаются.\n", id="a star for values"
        ),
        pytest.param(
            "From `rand(x)` and `rand(x)+1.0` to `rand(st)`, `rand(st)+at(1.,0.)`, and `rand(st)+at(0.,1.)`:"
            " `x[0]⋅y[0]+x[1]⋅y[1]+...`.\n",
            "От `rand(x)` и `rand(x) + 1.0` до `rand(st)`, `rand(st) + at(1., 0.)`, `rand(st) + at(0., 1.)`:"
            " `x[0] * y[0] + x[1] * y[1] + ...`.\n",
            id="spaces and signs of formulas",
        ),
        pytest.param(
            'Use `say`{:class="block3looks"} or `wait`{:class="block3control"}.\n\n```\nsay\nwait\n```\n',
            'Здесь `говорить`{:class="block3looks"} или `ждать`{:class="block3control"}.\n\n```\nsay\nwait\n```\n',
            id="labels that have a class",
        ),
        pytest.param(
            "Names lose `` `code` ``, `**bold**`, or `_italic_`.\n",
            "Имена теряют `` `код` ``, `**жирный**` и `_курсив_`.\n",
            id="a list of marks",
        ),
        pytest.param(
            "````md\n| Door | Keys |\n|---|---|\n| north | 1 |\n````\n",
            "````md\n| Дверь | Ключи |\n| ----- | :---: |\n| north | 1 |\n````\n",
            id="the line below the head of a table",
        ),
        pytest.param(
            "```\nOnce:  Idea → Door → Lock\nDepot:  Idea → Plan → Door → Key\n```\n",
            "```\nРаньше:  Мысль → Дверь → Замок\nСклад:  Мысль → План → Дверь → Ключ\n```\n",
            id="steps behind a label",
        ),
        pytest.param(
            LONG.format("you", " too"), LONG.format("siz", "in").replace("Read", "Oku"), id="an ending behind emphasis"
        ),
    ],
)
def test_nothing_is_said(repo: Repo, source: str, target: str) -> None:
    assert told(settled(repo, "ru", source, target)) == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param(
            "```js\nvar depot = new Depot(1, 2);\nopen(depot);\n```\n",
            "```js\nconst depot = new Depot(1, 2);\nopen(depot);\n```\n",
            ("note", "var"),
            id="the newer word that declares a variable",
        ),
        pytest.param(
            LIST.format("read-only", "read-only"),
            LIST.format("только чтение", "только чтение"),
            ("warning", "read-only"),
            id="words of the text between backticks",
        ),
        pytest.param(
            SHAPE.format("half vector", "halfVector", "halfVector"),
            SHAPE.format("халфвектор", "halfVector", "халфвектор"),
            ("warning", "halfVector"),
            id="a name that the English says in words as well",
        ),
        pytest.param(
            "Use `getdoor DOOR_NAME`.\n\n```\ngetdoor DOOR_NAME\n```\n",
            "Здесь `getdoor NOME_PORTA`.\n\n```\ngetdoor DOOR_NAME\n```\n",
            ("warning", "DOOR_NAME"),
            id="what readers put behind a command",
        ),
        pytest.param(
            "Write it as `hh:mm`.\n\n```\nshut hh:mm\n```\n",
            "Пишите `чч:мм`.\n\n```\nshut hh:mm\n```\n",
            ("note", "hh:mm"),
            id="how a time is written",
        ),
        pytest.param(
            "Open `https://depot.yourcompany.com`.\n",
            "Откройте `https://depot.vashafirma.ru`.\n",
            ("note", "https://depot.yourcompany.com"),
            id="a domain of the reader's own",
        ),
        pytest.param(
            "It is shown in `first4…last4` format.\n",
            "Показан как `первые4…последние4`.\n",
            ("warning", "first4…last4"),
            id="a format in words",
        ),
        pytest.param(
            "The `halfVector` is it. If the halfVector and the key match.\n",
            "Это `halfVector`. Если половинный вектор и ключ совпадают.\n",
            ("warning", "halfVector"),
            id="a part of a name by its sound",
        ),
        pytest.param(
            "```bash\ndepot open\n✔ Depot opened\n```\n",
            "```bash\ndepot open\n✔ Склад opened\n```\n",
            ("note", "Depot"),
            id="what is printed behind a tick",
        ),
    ],
)
def test_no_error(repo: Repo, source: str, target: str, expected: tuple[str, str]) -> None:
    assert wanted(settled(repo, "ru", source, target)) == [expected]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param(
            "Write `show Doors WHERE name IS open` in `depot`.\n",
            "Напишите `show Двери ГДЕ имя ОТКРЫТО` в `depot`.\n",
            ("warning", "show Doors WHERE name IS open"),
            id="no sentence but a query",
        ),
        pytest.param("At 17.30 in `depot`.\n", "В 17:50 в `depot`.\n", ("warning", "17.30"), id="another time"),
        pytest.param(FENCES.format(""), "См.\n\n```sh depot open```\n", ("error", None), id="the language is shown"),
        pytest.param(
            'See `depot` and <a href="a" title="b">it</a>.\n',
            "См. `depot` и это</a>.\n",
            ("error", "<a>"),
            id="a tag without its beginning",
        ),
        pytest.param(
            "```sh\ndepot --open DOOR --all\n```\n",
            "```sh\ndepot --open DOOR -все\n```\n",
            ("error", "--all"),
            id="a flag that is another",
        ),
        pytest.param(
            'Write `hh:mm`, as in `shut("hh:mm")`.\n',
            'Пишите `чч:мм`, как в `shut("hh:mm")`.\n',
            ("error", "hh:mm"),
            id="how a program reads a time",
        ),
    ],
)
def test_damage_beside_it(repo: Repo, source: str, target: str, expected: tuple[str, str | None]) -> None:
    assert expected in [(one["severity"], one["expected"]) for one in settled(repo, "ru", source, target)]


@pytest.mark.parametrize(("setting", "rules"), [("hugo.toml", []), (".vitepress/config.js", ["content-missing"])])
def test_a_heading_that_the_generator_makes_of_the_title(repo: Repo, setting: str, rules: list[str]) -> None:
    form = "---\ntitle: {0}\n---\n{1}A depot has `doors`.\n\n## {2}\n\nSee `key`.\n"
    repo.commit({setting: "", "en/depot.md": form.format("Depot", "# Depot\n\n", "Keys")})
    repo.commit(
        {"ru/depot.md": form.format("Склад", "", "Ключи").replace("A depot has", "На складе").replace("See", "См.")}
    )
    assert [one["rule"] for one in said("ru")] == rules


@pytest.mark.parametrize(("behind", "severity"), [("form", "warning"), ("folder", "error")])
def test_how_a_name_is_made_of_words(repo: Repo, behind: str, severity: str) -> None:
    """A name that other pages have too is else no sample of the author's own."""
    source = f"Take the `door/key` {behind} of it.\n"
    repo.commit({"en/north.md": "See `door/key`.\n", "en/south.md": "Set `door/key`.\n", "en/depot.md": source})
    repo.commit({"ru/depot.md": "Возьмите `дверь/key` для него.\n"})
    assert wanted(said("ru")) == [(severity, "door/key")]


def test_how_many_is_no_other_number(repo: Repo) -> None:
    """Not even where the page had the number that its language now says in a word."""
    text = "- 9x keys (tier 3)\n\nA `depot` has more.\n"
    repo.commit({"en/depot.md": text})
    repo.commit({"ru/depot.md": text.replace("keys", "ключей").replace("has more", "больше")})
    repo.commit({"ru/depot.md": "- 9 ключей третьего уровня\n\nВ `depot` больше.\n"})
    assert told(said("ru")) == []
