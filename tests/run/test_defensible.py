"""What a competent translator can defend is no error, even where history says that the English always read so."""

from __future__ import annotations

import pytest

from tests.gitrepo import Repo
from tests.run.beside import ANSWER, JSON, settled, wanted, without_notes
from tests.run.beside import said as beside_now

SHAPE = "A `depot` is `{}` wide and the `dock` is `462×147` wide.\n"
RUN = "\n```js\nmakeDepot();\n```\n"
LIST = "Algorithms are `{}`, `{}` and `{}` for each `depot`.\n"
SET = "Write `--set a=1` in `depotctl`.\n\nA later one wins: `--set a=1 {} b=2`, or `--set`.\n"
LESS = "|Name|Less|\n|---|---|\n|none|`0%`|\n|late|`29%`|\n|lost|`67%`|\n"
UNITS = "|Name|Most|\n|---|---|\n|late|{}|\n|lost|50|\n|gap|5|\n"
MARKUP = "```html\n<depot-list>\n  <template #title>\n{}  </template>\n</depot-list>\n<depot-end />\n```\n"
METHOD = "```java\nclass Depot {{\n  int doors = 4;\n{}  int docks = 2;\n}}\n```\n"
PROSE = "```\n1{} confirm the host\nnorth-1\n2{} restart the node\n```\n"
TODO = "## Changes\n\n* {0}\n\n## Fixes\n\n* {0}\n\n## News\n\n* {0}\n"
SESSION = "```console\n{}depot> list doors\n{}depot> open\n{}```\n"
DRAWN = "```\n┌─{0}─┐\n│ {1} │\n├─{0}─┤\n│ 14 │\n└─{0}─┘\n```\n"
TOLD = "```sh\n$ depot help\nkeep  (path)  {}\nmost  (number)  {}\n```\n"
CLASS = '```js\nclass DepotListPart {\n  name = "DepotList";\n}\n```\n'
STATES = "* OPEN\n* {}\n* HELD\n"


def found(repo: Repo, source: str, target: str) -> list[tuple[str, str]]:
    """The severity and the expected words of all findings of a French page, but for notes."""
    return wanted(without_notes(settled(repo, "fr", source, target)))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(
            "# Use StrictDepot\n\nStrict Depot is `StrictDepot`.\n",
            "# Utiliser Strict Depot\n\nC'est `StrictDepot`.\n",
            id="spaced as elsewhere in the English",
        ),
        pytest.param(SHAPE.format("147×147"), SHAPE.format("147 × 147"), id="spaces around a sign between numbers"),
        pytest.param(SET.format("-set"), SET.format("--set"), id="the English is the odd one"),
        pytest.param(
            "Go to `Depot Settings -> Doors -> Key service`.\n",
            "Allez dans `Réglages du dépôt -> Portes -> Key service`.\n",
            id="a way through menus",
        ),
        pytest.param(
            "|Name|Default|\n|---|---|\n|`door`|`\u2014`|\n", "|Name|Default|\n|---|---|\n|`door`|`-`|\n", id="nothing"
        ),
        pytest.param(
            "The metadata is metadata of `Door.metatada`, the other of `Dock.metadata`.\n",
            "Les données sont celles de `Door.metadata`, et de `Dock.metadata`.\n",
            id="a slip of the English, which else spells the word so",
        ),
        pytest.param(
            "## Open a door\n\nSee [it](#open-a-door).\n",
            "## Ouvrir [#open-a-door]\n\nVoir [ici](#open-a-door).\n",
            id="an id in square brackets",
        ),
        pytest.param("Such as `Europe/Paris`.\n", "Comme `Europe/Berlin`.\n", id="a time zone of the reader's own"),
        pytest.param(TODO.format("TBD"), TODO.format("À venir"), id="one short form over and over is no list"),
        pytest.param(
            JSON.format("  isQuick: false,\n", ""),
            JSON.format("", "  mostParcels: 200,\n"),
            id="as many values, one of them of another name",
        ),
        pytest.param(ANSWER.format(""), ANSWER.format("$ curl -i north-1\n"), id="a command above the answer"),
        pytest.param(PROSE.format(",", ","), PROSE.format("、", "、"), id="the signs of a language in steps"),
        pytest.param(
            "```console\n$ depot list\nnorth 1\nsouth 2\neast 3\n```\n",
            "```console\ndepot list\n```\n\nOn voit :\n\n```\nnorth 1\nsouth 2\neast 3\n```\n",
            id="a command in a block of its own, without its prompt",
        ),
        pytest.param(
            SESSION.format("", "north\n", "open now\n"),
            SESSION.format("", "# => north\n", "# => open now\n"),
            id="what is printed as a comment",
        ),
        pytest.param(DRAWN.format("──", "no"), DRAWN.format("───────", "aucune"), id="the lines of a drawn table"),
        pytest.param(
            TOLD.format(
                "Folder of the parcels to keep, as '/home/parcels'.", "Largest number of parcels. The default is '100'."
            ),
            TOLD.format("Dossier des colis à garder, comme '/home/parcels'", "Nombre de colis, '100' sans cela"),
            id="what a table of a program's help says, to its end",
        ),
        pytest.param(
            "# Uninstall DepotDesk\n\nDepotDesk goes.\n\n```sh\nopen DepotDesk\n```\n",
            "# Désinstaller DepotDeska\n\nIl s'en va.\n\n```sh\nopen DepotDesk\n```\n",
            id="an ending that grammar puts behind a brand",
        ),
        pytest.param(
            "Run `copy <path/name> user@server:</folder/path>`.\n",
            "Lancez `copy <chemin/nom> moi@serveur:</dossier/chemin>`.\n",
            id="a login beside what the reader puts in",
        ),
        pytest.param(
            "Open `http://yourhost:21`.\n", "Ouvrez `http://votrehote:21`.\n", id="a host of the reader's own"
        ),
        pytest.param(
            "Ask for `200 000` parcels, or pay `0.001 EUR`.\n",
            "Demandez `200.000` colis ou payez `0,001` EUR.\n",
            id="numbers for people in backticks",
        ),
        pytest.param(
            "It opens a depotDoor.\n\nThe depotGUI shows it.\n\nA DepotGUI has more.\n",
            "DepotDoor ouvert.\n\nVoici le DepotGUI.\n\nUn DepotGUI en a plus.\n",
            id="a capital at the beginning of a name in prose, and one that the English has, too",
        ),
        pytest.param(
            "- [depot.com](https://depot.com/) is free.\n\nSee depot.com.\n",
            "- [Depot.com](https://depot.com/) est libre.\n\nVoir depot.com.\n",
            id="a host where a sentence begins",
        ),
        pytest.param(
            "The `useDoor:`, `keepKey:`, and `door.open` keys.\n",
            "Les clés `useDoor`, `keepKey` et `door.open`.\n",
            id="keys without their colons",
        ),
        pytest.param(
            "It puts snake_case into camelCase for the `depot`.\n",
            "Il transforme la notation serpent en notation chameau pour le `depot`.\n",
            id="ways to spell names",
        ),
        pytest.param(
            "```bash\nour-cool-depot\n-doors\n-keys\n```\n",
            "```bash\nnotre-super-dépôt\n-doors\n-keys\n```\n",
            id="a folder that is ours",
        ),
        pytest.param(
            "Open it with the depotSocket API.\n",
            "用depotSocketAPI打开它。\n",
            id="no space before the next word",
        ),
        pytest.param(
            "It keeps 8 MiB.\n\n```go\n// 8 MiB\n```\n", "Хранит 8 МиБ.\n\n```go\n// 8 MiB\n```\n", id="units of bytes"
        ),
        pytest.param(
            "One page for `open`, `shut` and `lock` of each depot.\n\nIt opens `depotDoor`.\n",
            "Une page pour ouvrir, fermer et verrouiller.\n\nElle ouvre `depotDoor`.\n",
            id="a list of plain words that is said in words",
        ),
        pytest.param("Open `http://door/<path>`.\n", "Ouvrez `http://door/<Chemin>`.\n", id="a capital in it"),
        pytest.param(
            "Run `depot close door <DoorName>`.\n",
            "Lancez `depot close door <nom de la porte>`.\n",
            id="capitals in what a command is given",
        ),
        pytest.param(
            "|Key|Meaning|\n|---|---|\n|kind|The kind (e.g., no_key, double_key, one_key).|\n",
            "|Key|Meaning|\n|---|---|\n|kind|Le genre (comme no_key, double_key, one_key).|\n",
            id="what stands before a list is none of its values",
        ),
        pytest.param(
            "It works with `Depot`, `Parcelset` and `Door`.\n",
            "Il marche avec Depot, ParcelSet et Door.\n",
            id="a value with other capitals and without its marks",
        ),
        pytest.param(
            "```sql\nDELETE FROM parcels WHERE id = 1;   -- the first\n```\n",
            "```sql\nDELETE FROM parcels WHERE id = 1;   -- le premier\n```\n",
            id="a comment behind a verb that requests share",
        ),
    ],
)
def test_nothing_is_said_or_a_note(repo: Repo, source: str, target: str) -> None:
    assert found(repo, source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param(
            "Run `makeDepot` first, then `dock`.\n" + RUN,
            "Lancez `dock` 1 fois.\n" + RUN,
            ["makeDepot"],
            id="a name that is gone, and no number of the text",
        ),
        pytest.param(
            LIST.format("RoadWay", "SeaWay", "AirWay"),
            LIST.format("roadway", "seaway", "airway"),
            ["RoadWay"],
            id="a list that got other capitals as a whole is told once",
        ),
        pytest.param(UNITS.format("0.5"), UNITS.format("50"), ["0.5"], id="a number in the unit of another row"),
        pytest.param(
            "Start with `open/0` and make `parcels` with `name` and `size`.\n",
            "Ouvrez `parcels`, commencez par `open/0` ou bien `hold/2` et `shut/0`.\n",
            ["name", "size"],
            id="a sentence about other code",
        ),
        pytest.param(
            f"Make a `DepotList`.\n\nNow look at new `DepotList` parts.\n\n{CLASS}",
            f"Faites une `DepotList`.\n\nVoyez les parties de `DepotListPart`.\n\n{CLASS}",
            ["DepotList"],
            id="a longer name of the page's own code",
        ),
        pytest.param(
            "See [how_to_send](guide.md) for it.\n",
            "Voyez [comment envoyer](guide.md) pour cela.\n",
            ["how_to_send"],
            id="a title with low lines that is said in words",
        ),
        pytest.param(
            "<div><pre>\nopen(1);\n\nsend(\n  doorKeyPlace, size, keyType, depth);\n</pre></div>\n",
            "<div><pre>\nopen(1);\n\nsend(\n  doorPlace, size, keyType, depth);\n</pre></div>\n",
            ["doorKeyPlace"],
            id="code behind a blank line in a tag",
        ),
        pytest.param(
            "* OECD\n* NATO\n* IMF\n* WTO\n",
            "* Organisation de coopération\n* NATO\n* FMI\n* WTO\n",
            ["OECD", "IMF"],
            id="short forms that are others in the language of the page",
        ),
        pytest.param(
            "---\ntitle: A\nslug: the-door-opens\n---\nA `door`.\n",
            "---\ntitle: A\nslug: la-porte-du-dépôt\n---\nUne `door`.\n",
            ["the-door-opens"],
            id="the address of a page",
        ),
        pytest.param(
            "It has a `flag`. The `flag` is `on`.\n",
            "Il y a un `flag`. `Flag` est `on`.\n",
            ["flag"],
            id="a capital where a sentence begins",
        ),
        pytest.param(
            "It opens a depotDoor.\n", "Il ouvre un depotdoor.\n", ["depotDoor"], id="capitals inside a name in prose"
        ),
        pytest.param(
            '<Definition inherited="no" animatable="no" />\n\nText.\n',
            '<Definition inherited="no" animatable="não" />\n\nTexte.\n',
            ["no"],
            id="a word that a component shows, and has in another place",
        ),
        pytest.param(
            "See [the guide](/en/part1/guide#doors).\n",
            "Voyez [le guide](/fr/part1/руководство#portes).\n",
            ["/en/part1/guide#doors"],
            id="a page of a site that may have names in each language",
        ),
        pytest.param(
            SESSION.format("Welcome to depot 1.9\n", "", ""),
            SESSION.format("", "", ""),
            ["Welcome to depot 1.9"],
            id="what a program prints before its first prompt",
        ),
        pytest.param(
            LESS, LESS.replace("`29%`", "`-29%`").replace("`67%`", "`-67%`"), ["29%", "67%"], id="a column with signs"
        ),
        pytest.param(
            "The `doorSize` comes of `doorWidth`.\n",
            "`doorSize` vient de `doorWith`.\n",
            ["doorWidth"],
            id="a name misspelt, or one whose slip in the English was mended",
        ),
        pytest.param(
            "---\nhero:\n  name: DepotPress\n---\nText.\n",
            "---\nhero:\n  name: ДепотПресс\n---\nTexte.\n",
            ["DepotPress"],
            id="a name in front matter that readers see",
        ),
        pytest.param(
            MARKUP.format("    Our Depot\n"),
            MARKUP.format("").replace("#title>\n  <", "#title> Notre dépôt <"),
            ["Our Depot\n  </template>"],
            id="text between tags that stands on another line",
        ),
        pytest.param(
            METHOD.format("  static void open(String name) {\n    doors = 3;\n  }\n"),
            METHOD.format("    doors = 3;\n"),
            ["}"],
            id="the bracket of a part that went",
        ),
    ],
)
def test_a_warning_at_most(repo: Repo, source: str, target: str, expected: list[str]) -> None:
    said = found(repo, source, target)
    assert [words for severity, words in said if severity == "warning"] == expected
    assert not {words for severity, words in said if severity == "error"} & set(expected)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param(
            "# Use StrictDepot\n\nIt is `StrictDepot`.\n",
            "# Utiliser Strict Depot\n\nC'est `StrictDepot`.\n",
            "StrictDepot",
            id="spaced nowhere else",
        ),
        pytest.param(SET.format("--set"), SET.format("-set"), "--set", id="the translation is the odd one"),
        pytest.param(UNITS.format("0.5"), UNITS.format("70"), "0.5", id="another number"),
        pytest.param(
            "See [the guide](/part1/guide#doors).\n",
            "Voyez [le guide](/part1/руководство#doors).\n",
            "/part1/guide#doors",
            id="the address of a page without a locale",
        ),
        pytest.param(
            SESSION.format("", "north\n", "open now\n"),
            SESSION.format("", "north\n", "open now\n").replace("depot> open\n", ""),
            "depot> open",
            id="a command of a session",
        ),
        pytest.param(
            "Run `copy <path> --to depot@north:<folder>`.\n",
            "Lancez `copy <chemin> --vers depot@north:<dossier>`.\n",
            "copy <path> --to depot@north:<folder>",
            id="a flag beside what the reader puts in",
        ),
        pytest.param(LESS, LESS.replace("`67%`", "`-67%`"), "67%", id="one number with a sign"),
        pytest.param(STATES.format("SHUT"), STATES.format("FERMÉ"), "SHUT", id="a list of several short forms"),
        pytest.param(
            LIST.format("RoadWay", "SeaWay", "AirWay"),
            LIST.format("RoadWay", "seaway", "AirWay"),
            "SeaWay",
            id="one of a list that got other capitals",
        ),
        pytest.param(
            LIST.format("RoadWay", "SeaWay", "AirWay"),
            LIST.format("RoadWay", "seaway", "airway"),
            "SeaWay",
            id="not all of a list that got other capitals",
        ),
        pytest.param(
            METHOD.format("  void open() {\n    doors = 3;\n  }\n"),
            METHOD.format("  void open() {\n    doors = 3;\n"),
            "}",
            id="a bracket whose part stands",
        ),
    ],
)
def test_damage_beside_it_stays_an_error(repo: Repo, source: str, target: str, expected: str) -> None:
    assert ("error", expected) in found(repo, source, target)


def test_a_text_without_its_name_is_not_called_a_translation_of_it(repo: Repo) -> None:
    (one,) = settled(repo, "fr", "- Set depotState first.\n", "- Commencez par l'état.\n")
    assert one["message"] == 'the text does not say "depotState", as the English does'


def test_what_readers_fill_in_is_told_once(repo: Repo) -> None:
    found = settled(repo, "fr", "- It is <depot_name>/<door_name>.\n", "- C'est <nom_du_depot>/<nom_de_la_porte>.\n")
    assert {one["rule"] for one in found} == {"placeholder-changed"}


def test_what_is_missing_from_a_list_is_told_once(repo: Repo) -> None:
    """Of the spans that may stand for it that is the likest."""
    target = "Les algorithmes sont `RoadWay`, `SeaRoads`, `SaeWay` et `AirWay` de `depot`.\n"
    said = found(repo, LIST.format("RoadWay", "SeaWay", "AirWay"), target)
    assert said == [("warning", ""), ("warning", "SeaWay")]  # which a slip of the English may be, too


def test_a_label_put_into_the_language_later_is_no_error(repo: Repo) -> None:
    english = "Fill in `Username`.\n\nSet `doorWidth`.\n"
    repo.commit({"fr/depot.md": "Remplissez `Username`.\n\nRéglez `doorWidth`.\n"})
    french = "Remplissez `Prénom`.\n\nRéglez `largeurPorté`.\n"
    assert found(repo, english, french) == [("warning", "Username"), ("error", "doorWidth")]


def test_capitals_with_an_arrow_between_them_are_still_said(repo: Repo) -> None:
    said = found(repo, "It is `Depot -> Door`.\n", "C'est `Dépôt -> Porte`.\n")
    assert said == [("warning", "Depot -> Door")]


def test_a_part_of_a_longer_word_is_not_lost_where_that_stands(repo: Repo) -> None:
    english = "## `$env.DOOR_*` and `$env.DEPOT_DOOR_*`\n\nSee.\n"
    assert without_notes(settled(repo, "ko", english, english.replace("and", "및").replace("See", "보세요"))) == []


@pytest.mark.parametrize(("is_later", "severity"), [(True, "note"), (False, "error")])
def test_another_cell_of_the_row_says_nothing_of_this_one(repo: Repo, *, is_later: bool, severity: str) -> None:
    row = "|Name|Meaning|Note|\n|---|---|---|\n|`openDoor`|It is one of `isOn`, `isOff`, `isDone`{}.|{}|\n|`shut`|.|No.|\n"
    now = row.format(", `isHeld`", "See.")
    french = row.format("", "Voyez.").replace("It is one of", "C'est un de").replace("No", "Non")
    repo.commit({"en/depot.md": row.format("", "See `isHeld`.") if is_later else now})
    repo.commit({"fr/depot.md": french})
    repo.commit({"en/depot.md": now, "README.md": "Read.\n"})
    assert wanted(beside_now("fr")) == [(severity, "isHeld")]
