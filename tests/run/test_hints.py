"""What translators may choose is told where the English changed there, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

from tests.commandline import rows
from tests.gitrepo import Repo
from tests.run.beside import said, told
from tests.run.witnessed import HUGO

ENGLISH = (
    "# Parcels\n\nSet `{state}` before you ship.\n\nRead [the guide]({link}) first.\n\n"
    "```js\nconst depot = open();\nship(({parcel}) => depot.put(parcel));\n```\n"
)
GERMAN = (
    "# Pakete\n\nSetze `{state}` vor dem Versand.\n\nLies zuerst [die Anleitung]({link}).\n\n"
    "```js\nconst depot = open();\nship(({parcel}) => depot.put(parcel));\n```\n"
)
THEN = {"state": "waitState", "link": "https://depot.example/guide", "parcel": "parcel"}
NOW = {"state": "pendingState", "link": "https://yard.example/handbook", "parcel": "parcel, index"}


def found() -> dict[str, tuple[str, str]]:
    return {one["rule"]: (one["severity"], one["verdict"]) for one in said("de")}


def heard(findings: list[dict[str, Any]]) -> dict[str, tuple[str, ...]]:
    """The severity and what the witnesses say, by the expected words."""
    return {one["expected"]: (one["severity"], *(it["says"] for it in one["witnesses"])) for one in findings}


def test_links_and_lines_of_older_english(repo: Repo) -> None:
    repo.commit({"en/a.md": ENGLISH.format(**THEN), "de/a.md": GERMAN.format(**THEN)})
    repo.commit({"en/a.md": ENGLISH.format(**NOW)})
    hints = found()
    assert hints["link-target-changed"] == ("note", "source-changed")
    assert hints["code-block-changed"] == ("note", "source-changed")


def test_links_and_lines_of_the_translator(repo: Repo) -> None:
    own = {**THEN, "link": "https://lager.example/anleitung"}
    repo.commit({"en/a.md": ENGLISH.format(**THEN), "de/a.md": GERMAN.format(**own)})
    repo.commit({"en/a.md": ENGLISH.format(**{**THEN, "state": "pendingState"})})
    assert found() == {"inline-code-changed": ("note", "source-changed")}


def test_without_versions_nothing_is_told(repo: Repo) -> None:
    repo.commit({"en/a.md": ENGLISH.format(**{**NOW, "state": "waitState"}), "de/a.md": GERMAN.format(**THEN)})
    assert found() == {}


PAGE = (
    "---\ntitle: {title}\nweight: {weight}\n---\n\n## {title} {id}\n\n{read} [{title}]({link}) {span}.\n\n{text}\n\n"
    "- [Parcel.clone]({copy})\n\n{first} `depot`, {mark}.\n\n```sh\nopen --port {port}\n```\n\n```md\ntitle: {title}\n{line}```\n\n{text}\n\n"
    '<img src="depot.png" width="{wide}">\n'
)
WORDS = {"title": "Parcels", "text": "How parcels go from one depot to the next.", "first": "First", "read": "Read on"}
WORTE = {"title": "Pakete", "text": "Wie Pakete von Lager zu Lager kommen.", "first": "Zuerst", "read": "Siehe dort"}
RIGHT = {
    "weight": "10",
    "mark": "`yield`",
    "span": "`gate`",
    "wide": "240",
    "line": "state: open\n",
    "id": "{#all-parcels}",
    "link": "https://git.example/depots/31",
    "copy": "https://web.example/api/clone",
    "port": "8000",
}
WRONG = {
    "weight": "13",
    "mark": "yield",
    "span": "`depot`",
    "wide": "270",
    "line": "",
    "id": "",
    "link": "https://git.example/depots31",
    "copy": "https://web.example/api/clne",
    "port": "8003",
}


@pytest.mark.parametrize("is_pinned", [False, True])
def test_what_was_right_before(repo: Repo, is_pinned: bool) -> None:
    """Words that people choose as they like are told where a change took the right ones away."""
    english = repo.commit({"hugo.yaml": HUGO, "content/en/a.md": PAGE.format(**WORDS, **RIGHT)})
    pin = f"---\ndefault_lang_commit: {english}\n" if is_pinned else "---\n"
    for words in (RIGHT, WRONG):
        repo.commit({"content/it/a.md": PAGE.format(**WORTE, **words).replace("---\n", pin, 1)})
    found = rows("--no-config", "content/it")
    assert sorted(one["expected"] for one in found) == sorted(word.strip("`\n{#}") for word in RIGHT.values())
    known = set()  # told beside English that is known, whatever stood there
    if is_pinned:
        known = {"8000", "all-parcels", "yield", RIGHT["link"], RIGHT["copy"]}
    by_word = {word: says for word, says in heard(found).items() if word not in known}
    assert by_word.pop("10") == ("note", "was-right")
    assert set(by_word.values()) == {("warning", "was-right")}


def test_what_was_never_otherwise(repo: Repo) -> None:
    repo.commit({"en/a.md": PAGE.format(**WORDS, **RIGHT), "de/a.md": PAGE.format(**WORTE, **WRONG)})
    assert [one["expected"] for one in said("de")] == ["all-parcels", "gate", "yield", "8000"]


ALONE = (
    "# Options\n\nThen `ship` it.\n\n{any} parcel in `hold` waits for `gate`.\n\n"
    "```\ndepot open [FLAGS]\n```\n\nDraw it.\n\n```py\nparcel.render(depot)\nparcel.close()\n```\n\nShut it.\n\nUse `open` with `open --all`, or `hold`.\n"
)
GREEK = (
    "# Επιλογές {#options}\n\nΜετά `ship` το.\n\nΔέμα σε `hold` περιμένει `gate`.\n\n"
    "```\ndepot open [FLAGS]\n```\n\nΖωγραφίστε το.\n\n```py\nparcel.render(depot)\nparcel.close()\n```\n\nΚλείστε το.\n\nΜε `open` και `open --all`, ή `hold`.\n"
)


def test_a_change_that_touched_nothing_else(repo: Repo) -> None:
    """It is told of words that a language has its own for, of samples, and where the English changed elsewhere."""
    repo.commit({"en/a.md": ALONE.format(any="A")})
    repo.commit({"el/a.md": GREEK})
    repo.commit({"en/a.md": ALONE.format(any="Any")})
    exchanged = {
        "#options": "#πύλη",
        "σε `hold`": "σε",
        ".render": ".paint",
        "FLAGS": "ΣΗΜΑΙΕΣ",
        "Με `open` και": "Με `ανοιχτό` και",
        "Μετά `ship` το": "Στείλτε το μετά",  # written anew, with a word of the language
    }
    greek = GREEK
    for right, wrong in exchanged.items():
        greek = greek.replace(right, wrong)
    repo.commit({"el/a.md": greek})
    assert heard(said("el")) == {
        "options": ("warning", "was-right"),
        "ship": ("note", "damaged"),
        "hold": ("warning", "was-right"),
        "render": ("warning", "was-right"),
        "FLAGS": ("warning", "was-right"),
        "open": ("error", "damaged", "was-right"),
    }


def test_english_that_is_kept_in_comments(repo: Repo) -> None:
    """Only a change that touched nothing else tells a word that was put over from one of older English."""
    english = (
        "Open the `depot` for each parcel that waits.\n\nSee [the list](/docs/couriers/) of all who bring parcels.\n"
    )
    kept = "<!--\n{}\n-->\n打开 `depot`。\n\n<!--\n{}\n-->\n参见[列表](/docs/couriers/)。\n"
    first, second = english.strip().split("\n\n")
    repo.commit({"en/a.md": english})
    repo.commit({"zh/a.md": kept.format(first, second)})
    repo.commit({"en/a.md": english.replace("each parcel", "every parcel")})
    assert said("zh") == []
    repo.commit({"zh/a.md": kept.format(first.replace("depot", "store"), second.replace("bring", ""))})
    assert told(said("zh")) == [
        ("warning", "kept-english-changed", "depot"),
        ("warning", "kept-english-changed", "bring"),
    ]


def test_an_address_that_led_somewhere(repo: Repo) -> None:
    """One that leads to no page is told where a change put it in the place of the right one, or where only a sign of one
    that does is another."""
    english = "See [one](/couriers/) of all.\n\nSee [two](/made/list/) or [three](/made/map/).\n"
    french = "Voir [un](/fr/couriers/) de tous.\n\nVoir [deux](/made/list/) ou [trois](/fr/carte/).\n"
    pages = {f"{locale}/{name}.md": f"# {name}\n" for locale in ("en", "fr") for name in ("couriers", "route")}
    repo.commit({"en/a.md": english, **pages})
    repo.commit({"fr/a.md": french})
    repo.commit({"fr/a.md": french.replace("/made/list/", "/made/faire/").replace("/fr/couriers/", "/fr/route/")})
    assert told(said("fr")) == [("warning", "link-target-changed", "/made/list/")]
    repo.commit({"fr/a.md": french.replace("/fr/couriers/", "/courirs/")})
    assert told(said("fr")) == [("warning", "link-target-changed", "/couriers/")]
