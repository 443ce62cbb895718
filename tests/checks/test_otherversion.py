"""What another version of the English may explain is no error, unless the source is proven."""

from __future__ import annotations

import pytest

from doclint.engine import engine, rulebook
from doclint.engine.subject import Subject
from doclint.page.markdown import parse
from doclint.pair import Pair
from doclint.text import Trust

RULES = rulebook.load()

SAMPLE = "Ask for `parcel*north*#98765` or `?no-depot-check`.\n"
CODE = "```sh\nserve --enable-feature=otlp\n```\n"
JSON = '```json\n{ "some.optional.key": 1 }\n```\n'


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(SAMPLE, "Pida `paquete_norte_#98765` o `?depot-check=no`.\n", id="samples and parameters"),
        pytest.param(CODE, "```sh\nserve --web.receiver\n```\n", id="a flag that was renamed"),
        pytest.param(JSON, '```json\n{ "alguna.clave.libre": 1 }\n```\n', id="a key that a person put over"),
    ],
)
def test_other_code_in_plain_letters_is_an_error_only_where_the_source_is_proven(source: str, target: str) -> None:
    assert severities(source, target, Trust.PROVEN) == {"error"}
    assert severities(source, target, Trust.PINNED) == {"warning"}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("Set `inTransit`.\n", "Укажите `вПути`.\n", id="letters that nobody writes code in"),
        pytest.param("Set `inTransit`.\n", "Setze `InTransit`.\n", id="the word itself with other capitals"),
        pytest.param('```json\n{ "depotKey": 1 }\n```\n', '```json\n{ "depot Key": 1 }\n```\n', id="spaced"),
    ],
)
def test_damage_that_shows_stays_an_error_where_the_commit_is_all_one_knows(source: str, target: str) -> None:
    assert severities(source, target, Trust.PINNED) == {"error"}


def test_a_list_of_permissions_that_is_merely_shorter_is_an_error_only_where_the_source_is_proven() -> None:
    table = "|Type|Permissions|\n|---|---|\n|Delegated|{}|\n"
    source, target = table.format("Depot.Read.All, Depot.Write.All, Parcels.Read.All"), table.format("Depot.Read.All")
    target = target.replace("Type|Permissions", "種類|アクセス許可").replace("Delegated", "委任")
    assert severities(source, target, Trust.PROVEN) == {"error"}
    assert severities(source, target, Trust.EMBEDDED) == {"warning"}


def severities(source: str, target: str, trust: Trust) -> set[str]:
    subject = Subject(Pair(parse(target), parse(source), trust, "es"), "page.md", target)
    return {str(finding.severity) for finding in engine.check(subject, RULES)[0]}
