"""A commit that makes another name of a right one fails in its hook, in any script and wherever the name stands."""

from __future__ import annotations

import re

import pytest

from tests.commandline import doclint
from tests.gitrepo import Repo

BLOCK = (
    "```go\npackage main\n\nfunc main() {\n\tr := crate.Default()\n\n"
    '\tr.GET("/parcels", func(c *crate.Context) {\n\t\tc.JSON(200, crate.H{"size": 3})\n\t})\n}\n```\n\n'
    "```sh\npython main.py --route north\n```\n\n"
)
TABLE = "|{0}|{1}|\n|:---|:---|\n|`parcelSize`|{2}|\n|`parcelRoute`|{3}|\n\n"
ENGLISH = (
    "# Parcels\n\nEvery handler of a parcel gets a `*crate.Context` that wraps the one of the depot.\n\n"
    + BLOCK
    + "Put the route into `main.py` before the courier comes, and leave `crate.Context` alone.\n\n"
    + TABLE.format("Name", "Meaning", "how large it is", "where it goes")
    + "Read [how parcels travel](https://depot.example/travel/routes) before you begin.\n"
)
PAGES = {
    "de": "# Pakete\n\nJede Funktion für ein Paket bekommt einen `*crate.Context`, der den des Lagers umhüllt.\n\n"
    + BLOCK
    + "Schreib den Weg in `main.py`, bevor der Bote kommt, und lass `crate.Context` in Ruhe.\n\n"
    + TABLE.format("Name", "Bedeutung", "wie groß es ist", "wohin es geht")
    + "Lies zuerst, [wie Pakete reisen](https://depot.example/travel/routes).\n",
    "ja": "# 荷物\n\n荷物のすべての関数は、倉庫のものを包む `*crate.Context` を受け取ります。\n\n"
    + BLOCK
    + "配達員が来る前に `main.py` に経路を書き、`crate.Context` はそのままにします。\n\n"
    + TABLE.format("名前", "意味", "大きさ", "行き先")
    + "始める前に[荷物の旅](https://depot.example/travel/routes)を読んでください。\n",
    "ru": "# Посылки\n\nКаждая функция посылки получает `*crate.Context`, который оборачивает тот, что у склада.\n\n"
    + BLOCK
    + "Запишите путь в `main.py`, пока не пришёл курьер, и не трогайте `crate.Context`.\n\n"
    + TABLE.format("Имя", "Значение", "какого она размера", "куда она идёт")
    + "Сначала прочтите, [как ездят посылки](https://depot.example/travel/routes).\n",
}
CHANGES = {
    "type in code": (
        "func(c *crate.Context)",
        ("func(c *crate.Kontext)", "func(c *crate.コンテキスト)", "func(c *crate.Контекст)"),
    ),
    "type on the whole page": ("crate.Context", ("crate.Kontext", "crate.コンテキスト", "crate.Контекст")),
    "file in code": ("python main.py", ("python haupt.py", "python メイン.py", "python главный.py")),
    "file on the whole page": ("main.py", ("haupt.py", "メイン.py", "главный.py")),
    "flag in code": ("--route", ("--weg", "--経路", "--путь")),
    "number in code": ("c.JSON(200,", ("c.JSON(300,",) * 3),
    "line of code": ("\tr := crate.Default()\n", ("",) * 3),
    "command": ("python main.py --route north\n", ("",) * 3),
    "sign in code": ("crate.H{", ("crate。H{",) * 3),
    "keyword": ("func main", ("funktion main", "関数 main", "функция main")),
    "name of a row": ("|`parcelRoute`|", ("|`parcelRoute2`|", "|`parcelWay`|", "|`parcelRute`|")),
    "span": ("`main.py`", ("`haupt.py`", "`メイン.py`", "`главный.py`")),
    "cell": ("`parcelSize`", ("`paketGröße`", "`荷物サイズ`", "`размерПосылки`")),
    "link": ("travel/routes", ("travel/ routes", "旅/経路", "поездка/пути")),
}
LOCALES = ("de", "ja", "ru")


@pytest.fixture
def site(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> Repo:
    monkeypatch.delenv("PRE_COMMIT_FROM_REF", raising=False)
    return repo


def page(locale: str) -> str:
    return f"{locale}/parcel.md"


def hook(locale: str) -> tuple[int, str]:
    done = doclint("check", "--hook", page(locale), "--source", "en", "--no-config")
    return done.exit_code, done.stdout


def write(site: Repo, path: str, text: str) -> None:
    (site.folder / path).write_text(text, encoding="utf-8")


def anew(text: str) -> str:
    """Another word for each that stands neither in code nor in an address."""
    kept = re.split(r"(```.*?```|`[^`]*`|\]\([^)]*\))", text, flags=re.DOTALL)
    kept[::2] = [re.sub(r"\w+", lambda word: word[0][::-1], between) for between in kept[::2]]
    return "".join(kept)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("change", CHANGES)
def test_another_name_in_the_place_of_a_right_one_fails(site: Repo, change: str, locale: str) -> None:
    site.commit({page("en"): ENGLISH, **{page(name): text for name, text in PAGES.items()}})
    right, wrong = CHANGES[change][0], CHANGES[change][1][LOCALES.index(locale)]
    write(site, page(locale), PAGES[locale].replace(right, wrong))
    code, said = hook(locale)
    assert code == 1, said
    assert " error " in said


@pytest.mark.parametrize("locale", LOCALES)
def test_a_page_that_is_translated_from_its_copy_is_not_a_change_of_names(site: Repo, locale: str) -> None:
    """Whoever translates may put a sample's names into their language; that stood there in English proves nothing."""
    site.commit({page("en"): ENGLISH, page(locale): "<!-- to do -->\n\n" + ENGLISH})
    write(site, page(locale), PAGES[locale].replace("python main.py", "python haupt.py"))
    code, said = hook(locale)
    assert code == 0, said
    assert " error " not in said


@pytest.mark.parametrize("locale", LOCALES)
def test_a_page_that_is_translated_anew_says_nothing(site: Repo, locale: str) -> None:
    site.commit({page("en"): ENGLISH, page(locale): PAGES[locale]})
    text = anew(PAGES[locale])
    assert text != PAGES[locale]
    write(site, page(locale), text)
    assert hook(locale) == (0, "")


@pytest.mark.parametrize("locale", LOCALES)
def test_a_page_that_takes_over_what_the_english_changed_says_nothing(site: Repo, locale: str) -> None:
    site.commit({page("en"): ENGLISH, page(locale): PAGES[locale]})
    new = [
        ("main.py", "start.py"),
        ("crate.Context", "crate.Request"),
        ("parcelSize", "parcelVolume"),
        ("routes", "ways"),
    ]
    texts = {page("en"): ENGLISH, page(locale): PAGES[locale]}
    for one, other in new:
        texts = {path: text.replace(one, other) for path, text in texts.items()}
    site.commit({page("en"): texts[page("en")]})
    write(site, page(locale), texts[page(locale)])
    assert hook(locale) == (0, "")


@pytest.mark.parametrize("locale", LOCALES)
def test_english_and_translation_that_change_at_once(site: Repo, locale: str) -> None:
    site.commit({page("en"): ENGLISH, page(locale): PAGES[locale]})
    for path, text in ((page("en"), ENGLISH), (page(locale), PAGES[locale])):
        write(site, path, text.replace("crate.Context", "crate.Request").replace("--route", "--way"))
    assert hook(locale) == (0, "")


def test_what_readers_fill_in_may_be_put_into_another_language(site: Repo) -> None:
    english, german = (text.replace("main.py", "your-route.py") for text in (ENGLISH, PAGES["de"]))
    site.commit({page("en"): english, page("de"): german})
    write(site, page("de"), german.replace("your-route.py", "dein-weg.py"))
    code, said = hook("de")
    assert code == 0, said
