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
