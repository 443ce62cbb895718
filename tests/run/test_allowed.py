"""What translators may do, each in a page of one site: nothing is said of it, with the extras or without them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.gitrepo import Repo
from tests.run.beside import without_notes
from tests.withoutextras import WITH, WITHOUT, checked

ALLOWED = {
    "keys in code": (
        "Press `Ctrl+C` to stop the courier.\n",
        "Drücken Sie `Strg+C`, um den Kurier anzuhalten.\n",
    ),
    "another key in code": (
        "Press `Ctrl+Space` to open the list.\n",
        "Pulse `Ctrl+Espacio` para abrir la lista.\n",
    ),
    "keys in bold": (
        "Press **Ctrl+Shift+P** to open it.\n",
        "Appuyez sur **Ctrl+Maj+P** pour ouvrir.\n",
    ),
    "keys in text and code": (
        "Press Ctrl + Enter, or `Shift+Delete`, or `Alt+Left`.\n",
        "Drücken Sie Strg + Eingabe oder `Umschalt+Entf` oder `Alt+Links`.\n",
    ),
    "keys in tags": (
        "Press <kbd>Ctrl</kbd>+<kbd>Enter</kbd>.\n",
        "Drücken Sie <kbd>Strg</kbd>+<kbd>Eingabe</kbd>.\n",
    ),
    "a gloss beside the name": (
        "A ConfigMap holds the settings. The ConfigMap is read once.\n",
        "컨피그맵(ConfigMap)은 설정을 담는다. 컨피그맵은 한 번 읽는다.\n",
    ),
    "a gloss in code": (
        "A `ParcelMap` holds settings.\n",
        "소포맵(`ParcelMap`)은 설정을 담는다.\n",
    ),
    "a gloss in Japanese": (
        "A DaemonSet starts couriers.\n",
        "デーモンセット(DaemonSet)は配達員を起動します。\n",
    ),
    "sample values renamed alike": (
        'Send the name:\n\n```python\nuser = {"name": "John Miller", "city": "Springfield"}\nsend(user, message="Hello there")\nprint("Hello there")\n```\n\nIt prints:\n\n```\nHello there\n```\n\nThe value `"John Miller"` goes to the server, and `John` is shown.\n',
        'Отправьте имя:\n\n```python\nuser = {"name": "Иван Петров", "city": "Самара"}\nsend(user, message="Привет")\nprint("Привет")\n```\n\nПечатается:\n\n```\nПривет\n```\n\nЗначение `"Иван Петров"` идёт на сервер, и `Иван` показан.\n',
    ),
    "sample values in JSON": (
        'Request:\n\n```json\n{"title": "My parcel", "owner": "alice", "note": "Fragile goods"}\n```\n\nThe owner is `alice` here.\n',
        'Anfrage:\n\n```json\n{"title": "Mein Paket", "owner": "anna", "note": "Zerbrechliche Ware"}\n```\n\nDer Besitzer ist hier `anna`.\n',
    ),
    "a picture of its own": (
        "Look: ![The depot](images/depot.png)\n",
        "Смотрите: ![Депо](images/depot-ru.png)\n",
    ),
    "a picture in the folder of the language": (
        "Look: ![The depot](/img/en/depot.png)\n",
        "Смотрите: ![Депо](/img/ru/depot.png)\n",
    ),
    "a picture with the language in its name": (
        "Look: ![The depot](images/depot.png)\n",
        "Смотрите: ![Депо](images/depot_ko.png)\n",
    ),
    "a picture in a folder more": (
        "Look: ![The depot](/images/depot.png)\n",
        "Смотрите: ![Депо](/images/ko/depot.png)\n",
    ),
    "a video of its own": (
        '<video src="/media/tour.mp4"></video>\n\nText.\n',
        '<video src="/media/tour-ko.mp4"></video>\n\n글.\n',
    ),
    "a video of its own in a shortcode": (
        "{{< youtube w7Ft2ymGmfc >}}\n\nText.\n",
        "{{< youtube 9bZkp7q19f0 >}}\n\n글.\n",
    ),
    "a video of its own in a named shortcode": (
        '{{< youtube id="w7Ft2ymGmfc" title="Tour" >}}\n\nText.\n',
        '{{< youtube id="9bZkp7q19f0" title="여행" >}}\n\n글.\n',
    ),
    "a video of its own in MDX": (
        '<Video id="w7Ft2ymGmfc" title="Tour" />\n\nText.\n',
        '<Video id="9bZkp7q19f0" title="여행" />\n\n글.\n',
    ),
    "a video of its own in Liquid": (
        "{% youtube w7Ft2ymGmfc %}\n\nText.\n",
        "{% youtube 9bZkp7q19f0 %}\n\n글.\n",
    ),
    "a video of its own in a directive": (
        ":::video{id=w7Ft2ymGmfc}\nTour.\n:::\n\nText.\n",
        ":::video{id=9bZkp7q19f0}\n여행.\n:::\n\n글.\n",
    ),
    "a video of its own in a frame": (
        '<iframe src="https://video.example/embed/w7Ft2ymGmfc"></iframe>\n\nText.\n',
        '<iframe src="https://video.example/embed/9bZkp7q19f0"></iframe>\n\n글.\n',
    ),
    "a video of its own behind a picture": (
        "[![Tour](https://img.video.example/vi/w7Ft2ymGmfc/0.jpg)](https://video.example/watch?v=w7Ft2ymGmfc)\n",
        "[![여행](https://img.video.example/vi/9bZkp7q19f0/0.jpg)](https://video.example/watch?v=9bZkp7q19f0)\n",
    ),
    "endings after an apostrophe": (
        "The Pods and the Deployment of a Pod run.\n",
        "Pod'ы и Deployment'а Pod-ов работают.\n",
    ),
    "case endings in Turkish": (
        "The GitHub repository of JavaScript is in Vue.js.\n",
        "JavaScript'in GitHub'daki deposu Vue.js'tedir.\n",
    ),
    "no plural": (
        "Many ParcelHooks of one ParcelHook wait.\n",
        "Molti ParcelHook di un ParcelHook aspettano.\n",
    ),
    "case endings in Finnish": (
        "Use npmParcel with DepotKit.\n",
        "Käytä npmParcelia DepotKitin kanssa.\n",
    ),
    "case endings in Polish": (
        "Open the ParcelBox of DepotKit.\n",
        "Otwórz ParcelBoxa z DepotKitu.\n",
    ),
    "case endings in Hungarian": (
        "Open ParcelBox in DepotKit.\n",
        "Nyissa meg a ParcelBoxot a DepotKitben.\n",
    ),
    "a noun beside code instead of a plural": (
        "Many `ParcelHook`s wait.\n",
        "Viele `ParcelHook`-Objekte warten.\n",
    ),
    "a to False": (
        "Setting `lazy` to `False` disables it.\n",
        "`lazy` を `False` に設定すると無効になります。\n",
    ),
    "a to False in text": (
        "Set a to False, and b to None.\n",
        "a mit False belegen, und b mit None.\n",
    ),
    "an assignment at another place": (
        "Set `active=True` to keep it.\n",
        "Halten Sie es mit `active=True` aktiv.\n",
    ),
    "hours of the day": (
        "The depot opens at 9:30 AM and closes at 5 PM.\n",
        "Das Depot öffnet um 9:30 Uhr und schließt um 17 Uhr.\n",
    ),
    "hours in Korean": (
        "The depot opens at 9:30 AM and closes at 5:15 PM.\n",
        "집하장은 오전 9시 30분에 열고 오후 5시 15분에 닫습니다.\n",
    ),
    "hours in a table": (
        "|Day|Open|\n|---|---|\n|Monday|9:00 AM|\n|Friday|4:30 PM|\n",
        "|Tag|Offen|\n|---|---|\n|Montag|9:00 Uhr|\n|Freitag|16:30 Uhr|\n",
    ),
    "units": (
        "A parcel of 5 lb, 10 KB and 1.5 GB takes 30 seconds, 20 km/h.\n",
        "Ein Paket von 5 Pfund, 10 kB und 1,5 GB braucht 30 Sekunden, 20 km/h.\n",
    ),
    "units in French": (
        "At most 10 MB and 2 GB, 15 KB/s.\n",
        "Au plus 10 Mo et 2 Go, 15 Ko/s.\n",
    ),
    "units in Cyrillic": (
        "At most 10MB and 512 KB.\n",
        "Не более 10 МБ и 512 КБ.\n",
    ),
    "units in a table": (
        "|Name|Size|\n|---|---|\n|small|10 MB|\n|big|2 GB|\n",
        "|Имя|Размер|\n|---|---|\n|малый|10 МБ|\n|большой|2 ГБ|\n",
    ),
    "tooltips": (
        'A {{< glossary_tooltip text="pod" term_id="pod" >}} runs on a {{< glossary_tooltip text="node" term_id="node" >}}.\n',
        '{{< glossary_tooltip text="파드" term_id="pod" >}}는 {{< glossary_tooltip text="노드" term_id="node" >}}에서 실행된다.\n',
    ),
    "a tooltip more": (
        'A {{< glossary_tooltip text="pod" term_id="pod" >}} runs on a node.\n',
        '{{< glossary_tooltip text="파드" term_id="pod" >}}는 {{< glossary_tooltip text="노드" term_id="node" >}}에서 실행된다.\n',
    ),
    "a tooltip with a text": (
        'A {{< glossary_tooltip term_id="pod" >}} runs.\n',
        '{{< glossary_tooltip text="파드" term_id="pod" >}}가 실행된다.\n',
    ),
    "headings that gain ids": (
        "## Before the tour\n\nText.\n\n## After it\n\nMore.\n",
        "## 여행 전 {#before-the-tour}\n\n글.\n\n## 그 뒤 {#after-it}\n\n더.\n",
    ),
    "headings that gain anchors": (
        "## Before the tour\n\nText.\n",
        '<a id="before-the-tour"></a>\n## 여행 전\n\n글.\n',
    ),
    "headings that gain ids in MDX": (
        "## Before the tour\n\nText.\n",
        "## 여행 전 {/*before-the-tour*/}\n\n글.\n",
    ),
    "a title for an admonition": (
        "!!! note\n    Ring once.\n",
        '!!! note "Hinweis"\n    Einmal klingeln.\n',
    ),
    "a title for a directive": (
        ":::tip\n\nRing once.\n\n:::\n",
        ":::tip[ヒント]\n\n一回鳴らします。\n\n:::\n",
    ),
    "a title for a container": (
        "::: warning\nRing once.\n:::\n",
        "::: warning 注意\n一回鳴らします。\n:::\n",
    ),
    "comments in Python": (
        '```python\nx = 1  # the first parcel\n# go on\ny = "a"\n```\n',
        '```python\nx = 1  # première livraison\n# continuer\ny = "a"\n```\n',
    ),
    "comments in JavaScript": (
        "```js\n// the first parcel\nlet a = 1; /* an id */\n```\n",
        "```js\n// первая посылка\nlet a = 1; /* номер */\n```\n",
    ),
    "comments in HTML": (
        "```html\n<!-- the first parcel -->\n<p>a</p>\n```\n",
        "```html\n<!-- 最初の荷物 -->\n<p>a</p>\n```\n",
    ),
    "comments in YAML": (
        "```yaml\na: 1 # the first\n# go on\nb: 2\n```\n",
        "```yaml\na: 1 # der erste\n# weiter\nb: 2\n```\n",
    ),
    "comments in a shell": (
        "```bash\n# install the parcel\nnpm install parcel # takes a while\n```\n",
        "```bash\n# установите посылку\nnpm install parcel # займёт время\n```\n",
    ),
    "comments in SQL": (
        "```sql\n-- all parcels\nSELECT * FROM parcels; -- done\n```\n",
        "```sql\n-- alle Pakete\nSELECT * FROM parcels; -- fertig\n```\n",
    ),
    "comments in a diff": (
        "```diff\n- a = 1 # old\n+ a = 2 # new\n```\n",
        "```diff\n- a = 1 # alt\n+ a = 2 # neu\n```\n",
    ),
    "comments in code of no language": (
        "```\n# install the parcel\nnpm install parcel\n```\n",
        "```\n# установите посылку\nnpm install parcel\n```\n",
    ),
    "comments in settings": (
        "```ini\n; the depot\na=1\n```\n",
        "```ini\n; das Depot\na=1\n```\n",
    ),
    "comments beside a tree": (
        "```\nsrc/\n├── a.py      # the app\n└── b.py      # the tests\n```\n",
        "```\nsrc/\n├── a.py      # die App\n└── b.py      # die Tests\n```\n",
    ),
}


def path(name: str) -> str:
    return f"page{list(ALLOWED).index(name)}.{'mdx' if 'MDX' in name else 'md'}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of all pages; the English was there first."""
    repo = Repo(tmp_path_factory.mktemp("site"))
    repo.commit({f"en/{path(name)}": f"# Page\n\n{english}" for name, (english, _) in ALLOWED.items()})
    repo.commit({f"xx/{path(name)}": f"# Seite\n\n{target}" for name, (_, target) in ALLOWED.items()})
    return repo.folder


def messages(folder: Path, run: Sequence[str]) -> dict[str, list[str]]:
    """Errors and warnings by page."""
    found: dict[str, list[str]] = {}
    for one in without_notes(checked(run, folder, folder.parent / "cache", "xx", "--source", "en")):
        found.setdefault(one["path"], []).append(one["message"])
    return found


@pytest.fixture(scope="module")
def said(site: Path) -> dict[str, list[str]]:
    return messages(site, WITH)


@pytest.fixture(scope="module")
def said_without_extras(site: Path) -> dict[str, list[str]]:
    return messages(site, WITHOUT)


@pytest.mark.parametrize("name", ALLOWED)
def test_nothing_is_said(name: str, said: dict[str, list[str]], said_without_extras: dict[str, list[str]]) -> None:
    assert said.get(f"xx/{path(name)}", []) == []
    assert said_without_extras.get(f"xx/{path(name)}", []) == []


def test_a_fault_is_told_in_such_a_site(site: Path) -> None:
    (site / "en/fault.md").write_text("# Page\n\nSet `isHeavy` first.\n", "utf-8")
    (site / "xx/fault.md").write_text("# Seite\n\nSetzen Sie `истХеавы` zuerst.\n", "utf-8")
    assert list(messages(site, WITH)) == ["xx/fault.md"]
