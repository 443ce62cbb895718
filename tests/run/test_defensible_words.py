"""Words that a translator may change for a reason that the page itself shows, and damage beside them."""

from __future__ import annotations

import pytest

from tests.gitrepo import Repo
from tests.run.beside import said, settled, told, wanted

KEYS = "See.\n\n```yaml\nname: North\nlogo: /north.png\n```\n\n{} `name`, `{}` {} `doors`.\n"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(
            "See.\n\n```\nhtml\n<p>Door</p>\n<b>Key</b>\n```\n",
            "Voir.\n\n```html\n<p>Door</p>\n<b>Key</b>\n```\n",
            id="the language that the English has in the example",
        ),
        pytest.param(
            "```sql\nDELETE FROM `depot_doors` WHERE `id` = 1 AND `Name` = 'depot_key';\n```\n",
            "```sql\nDELETE FROM `depot_doors` WHERE `id`=1 AND `Name`='depot_key';\n```\n",
            id="a statement is no request",
        ),
        pytest.param(
            "# Depots\n\nDoors made after 31 January 2021 can change their signs.\n**Note**: You can use `door.png` and"
            " `key.png` by renaming them to `sign.ico`, 16x16, 32x32, 64x64 or 128x128.\nRestart the depot.\n",
            "# Dépôts\n\nLes portes faites après le 31 janvier 2021 changent.\n\n**Note** : `door.png` et `key.png` servent,"
            " si vous en faites `sign.ico`, 16x16, 32x32, 64x64 ou 128x128.\nRedémarrez le dépôt.\n",
            id="a paragraph that became two",
        ),
        pytest.param(
            "# {{Depot module}}\n\n{{A depot has doors.}}\n\n## {{DoorService}}\n\n{{It sends parcels on.}}\n\n{{Keys open it now.}}\n",
            "# Module de dépôt\n\nUn dépôt a des portes.\n\n## DoorService\n\nIl expédie les colis.\n\nLes clés l'ouvrent.\n",
            id="texts that a program looks for",
        ),
        pytest.param(
            "The pages `doors.md`, `screens.md` and `keys.md` agree.\n",
            "Les pages `doors.md` et `keys.md` s'accordent, et [les écrans](parts/screens.md) aussi.\n",
            id="values that the translation links to",
        ),
        pytest.param(
            "|Type|Meaning|\n|---|---|\n|`depot[e1]: depot<T>` where `e1: T` s.t. `0 < i` and `n > 0`|It has all.|\n",
            "|Type|Sens|\n|---|---|\n|`depot[e1]: depot<T>` où `e1: T` tel que `0 < i` et `n > 0`|Il a tout.|\n",
            id="letters with dots",
        ),
    ],
)
def test_nothing_is_said(repo: Repo, source: str, target: str) -> None:
    assert told(settled(repo, "fr", source, target)) == []


def test_a_number_that_no_paragraph_beside_it_has_is_missing(repo: Repo) -> None:
    source = "# Depots\n\nDoors made after 31 January 2021 can change their sign.\n\nAll of them say so.\n"
    target = "# Dépôts\n\nLes portes faites après le 31 janvier peuvent changer.\n\nToutes le disent.\n"
    assert told(settled(repo, "fr", source, target)) == [("warning", "number-in-text-changed", "2021")]


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        ("The file [open_door]({0}) opens it.\n", "Le fichier [ici]({0}) l'ouvre.\n", "warning"),
        ("- [open_door]({0})\n", "- [porte ouverte]({0})\n", "error"),
    ],
)
def test_a_sentence_may_say_in_words_where_its_link_leads(repo: Repo, source: str, target: str, severity: str) -> None:
    address = "doors/open_door.yml"
    found = settled(repo, "fr", source.format(address), target.format(address))
    assert [one["severity"] for one in found if one["rule"] == "link-text-changed"] == [severity]


def test_a_change_that_took_a_name_from_a_link_is_damage(repo: Repo) -> None:
    form = "{} [{}](doors/open_door.yml) {}.\n"
    repo.commit({"en/depot.md": form.format("The file", "open_door", "opens it")})
    repo.commit({"fr/depot.md": form.format("Le fichier", "open_door", "l'ouvre")})
    repo.commit({"fr/depot.md": form.format("Le fichier", "ici", "l'ouvre")})
    assert wanted(said("fr")) == [("error", "open_door")]


@pytest.mark.parametrize(("key", "severity"), [("log", "warning"), ("logo", "error")])
def test_a_key_that_the_code_of_the_english_has_otherwise(repo: Repo, key: str, severity: str) -> None:
    source = KEYS.format("It has", key, "and")
    repo.commit({"en/depot.md": source})
    repo.commit({"fr/depot.md": KEYS.format("Il y a", key, "et")})
    repo.commit({"fr/depot.md": KEYS.format("Il y a", {"log": "logo", "logo": "logos"}[key], "et")})
    assert [one["severity"] for one in said("fr")] == [severity]


TABLE = "|{}|{}|\n|---|---|\n|{}|`depot_gemini`|\n|DoorMost|`door_most`|\n"


@pytest.mark.parametrize(
    ("name", "found", "said_of"),
    [
        ("DepotGemini", "Depot Gemini", "note"),
        ("DepotGemini", "Depotgemini", "note"),
        ("depotGemini", "DepotGemini", "note"),
        ("depotGemini", "depot Gemini", "error"),
    ],
)
def test_a_product_beside_the_code_that_stands_for_it(repo: Repo, name: str, found: str, said_of: str) -> None:
    source, target = TABLE.format("Partner", "Code", name), TABLE.format("Partenaire", "Code", found)
    found_there = settled(repo, "fr", "# Partners\n\n" + source, "# Partenaires\n\n" + target)
    assert [one["severity"] for one in found_there] == [said_of]


@pytest.mark.parametrize(("sum_there", "expected"), [("15,4K-26,5K $", []), ("15,4K-26,7K $", ["$15.4K-26.5K"])])
def test_a_sum_of_money_is_written_as_the_language_has_it(repo: Repo, sum_there: str, expected: list[str]) -> None:
    form = "|{}|{}|\n|---|---|\n|**Small**|{}|\n|**Large**|{}|\n"
    english = "$15.4K-26.5K", "$16.2K-28.5K"
    repo.commit({"en/depot.md": form.format("Mode", "Total First Month", *english)})
    repo.commit({"fr/depot.md": form.format("Mode", "Total premier mois", *english)})
    repo.commit({"fr/depot.md": form.format("Mode", "Total premier mois", sum_there, "16,2K-28,5K $")})
    assert [one["expected"] for one in said("fr")] == expected


def test_a_name_with_a_gloss_behind_it(repo: Repo) -> None:
    form = "|{}|{}|\n|---|---|\n|depot_key|{}|\n|{}|{}|\n"
    source = form.format("Parameter", "Description", "The key.", "revenue", "What it brings.")
    target = form.format("パラメーター", "説明", "キーです。", "revenue（収益）", "収益です。")
    assert wanted(settled(repo, "ja", source, target)) == [("warning", "revenue")]


def test_text_that_runs_into_an_address_is_attached_to_it(repo: Repo) -> None:
    form = "{} https://depot.example/trial{}\n"
    found = settled(
        repo, "zh", form.format("Begin at", " so that you can go on."), form.format("请从", "，这样您可以继续。")
    )
    assert [(one["severity"], one["damage"]) for one in found] == [("error", "glued")]


def test_a_short_word_of_two_alphabets_is_like_many(repo: Repo) -> None:
    source = "Doors.\n\nNew parcels: `depot`.\n\nMove them, or set the CLI.\n"
    target = "Врата.\n\nНove пакете: `depot`.\n\nПомерите их, или СLI.\n"
    found = settled(repo, "sr", source, target)
    assert [(one["rule"], one["expected"]) for one in found] == [("name-lookalike", "CLI")]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(
            "See.\n\n```markdown\n{{</* mermaid */>}}\ngraph TD\n    A[Enter] --> B(Look)\n    B --> C{open}\n    C --> D[Keep]\n"
            "    D --> F[Save]\n{{</* /mermaid */>}}\n```\n",
            "Voir.\n\n```markdown\n{{</* mermaid */>}}\ngraph TD\n    A[Entrer] --> B(Regarder)\n    B --> C{ouvrir}\n    C --> D[Garder]\n"
            "    D --> F[Sauver]\n{{</* /mermaid */>}}\n```\n",
            id="a box of a drawing",
        ),
        pytest.param(
            "Ask for a list of doors received: OPV, IPV, Penta, MenA.\n",
            "Demandez la liste des portes reçues : OPV, VPI, Penta, MenA.\n",
            id="initials in another order",
        ),
        pytest.param(
            "See.\n\n```\nSigned-off-by: Your Name <your.email@example.com>\n```\n",
            "Voir.\n\n```\nSigned-off-by: Votre Nom <votre.email@exemple.com>\n```\n",
            id="a domain for examples",
        ),
    ],
)
def test_no_more_than_a_note_is_said(repo: Repo, source: str, target: str) -> None:
    assert {one["severity"] for one in settled(repo, "fr", source, target)} <= {"note"}


OTHER_TEXT = "# {}\n\n`depot open` {}.\n\n{}\n\n`depot shut` {}.\n"
GONE = (
    "Locale files such as `assets/doors.json` and a `_manifest.json` are written into `.depotpack` by `depot-pack`{}."
)


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("**Emballez les traductions** dans un paquet d'application.", {"note"}),
        ("`depot-pack` écrit les fichiers tels que `assets/doors.json` dans `.depotpack`, et voilà.", {"warning"}),
    ],
)
def test_what_is_gone_from_a_text_that_has_nothing_of_the_other(repo: Repo, text: str, severities: set[str]) -> None:
    source = OTHER_TEXT.format("Depots", "opens it", GONE.format(", which needs no help"), "shuts it")
    target = OTHER_TEXT.format("Dépôts", "l'ouvre", text, "le ferme")
    assert {one["severity"] for one in settled(repo, "fr", source, target)} == severities


USAGE = (
    "```bash\ndepot ls [{}] [flags]\n```\n\n## Arguments\n\n"
    "|Argument|Position|{}|Description|\n|---|---|---|---|\n|`{}`|1|No|{}|\n"
)


@pytest.mark.parametrize(("shown", "said_of"), [("chemin", "warning"), ("path", "error")])
def test_an_argument_that_the_usage_of_the_page_has_so(repo: Repo, shown: str, said_of: str) -> None:
    source = USAGE.format("path", "Required", "path", "The folder of the depot.")
    repo.commit({f"en/{name}.md": source for name in ("door", "key")})
    found = settled(repo, "fr", source, USAGE.format(shown, "Requis", "chemin", "Le dossier du dépôt."))
    assert [one["severity"] for one in found if one["rule"] == "property-name-changed"] == [said_of]


def test_a_number_with_its_unit_is_no_other_number(repo: Repo) -> None:
    source = "# Depots\n\nWe recommend `doorTimeout` with `1800` seconds.\n\n```yaml\ntimeout: 1800\n```\n"
    target = "# Dépôts\n\nNous recommandons `doorTimeout` de 30 min (`1800s`).\n\n```yaml\ntimeout: 1800\n```\n"
    assert [(one["severity"], one["damage"]) for one in settled(repo, "fr", source, target)] == [("warning", "glued")]


def test_the_end_of_a_component_whose_beginning_was_written_otherwise_has_its_counterpart(repo: Repo) -> None:
    form = "# {}\n\n<{} title='x'>\n{}\n</Card>\n"
    source, target = form.format("Depots", "Card", "Doors."), form.format("デポ", "カード", "扉。")
    found = settled(repo, "ja", source, target, "depot.mdx")
    assert ("error", "mdx-changed", "Card") in told(found)
    assert [one["message"] for one in found if "no counterpart" in one["message"]] == []
