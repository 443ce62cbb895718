"""The documentation shows what really happens: its commands are run on the pages that they are about."""

from __future__ import annotations

import hashlib
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click

from doclint.cli import main
from tests.conftest import ROOT
from tests.documented import blocks, run, shown
from tests.gitrepo import Repo, git

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
ENUM = "# Parcel states\n\n|Member|Value|\n|:---|:---|\n|inTransit|0|\n|delivered|1|\n|handedOver|2|\n"
RUSSIAN = ENUM.replace("Parcel states", "Состояния").replace("Member|Value", "Элемент|Значение")
ROUTE = """---
title: parcelRoute
---
# parcelRoute

The routeTags of a [parcelWindow](parcelwindow.md).

|Member|Value|Description|
|:---|:---|:---|
|inTransit|0|On its way.|
|deliveredLate|1|Too late.|
"""
ROUTE_RU = """---
ms.openlocfilehash: {}
title: parcelRoute
---
# <a name="parcelroute"></a>Парцелрауте

Роутетагс объекта [парцелвиндов](parcelwindow.md).

|Элемент|Значение|Описание|
|:---|:---|:---|
|Интрансит|нуль|В пути.|
|деливередлате|1|Слишком поздно.|
"""
STATES = """---
title: Parcel states
---
# Parcel states

|Member|Value|
|:---|:---|
|inTransit|0|
|delivered|1|
|notFound|2|

The courierName says who carries it.
"""


def write(folder: Path, **pages: str) -> None:
    for name, text in pages.items():
        file = folder / name.replace("__", "/").replace("_RU", "-RU").replace("_md", ".md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def test_adopting(tmp_path: Path) -> None:
    old = RUSSIAN.replace("inTransit", "Интрансит").replace("handedOver", "передано")
    write(tmp_path, docs__en__parcel_md=ENUM, docs__ru_RU__parcel_md=old)
    (first, printed), (second, later) = shown("adopting")
    assert run(first, tmp_path) == printed
    (entries,) = blocks("adopting")
    assert entries in (tmp_path / ".doclint/baseline.ru-RU.txt").read_text("utf-8")
    new = old.replace("Интрансит", "в пути").replace("delivered", "доставлено")
    write(tmp_path, docs__ru_RU__parcel_md=new)
    assert run(second, tmp_path) == later


def test_exceptions(tmp_path: Path) -> None:
    write(tmp_path, docs__en__parcel_md=ENUM, docs__ru_RU__parcel_md=RUSSIAN.replace("inTransit", "в пути"))
    ((command, printed),) = shown("exceptions")
    assert run(command, tmp_path) == printed
    (entry,) = blocks("exceptions", "toml")
    assert entry in (tmp_path / "doclint.accept.ru-RU.toml").read_text("utf-8")
    assert run("doclint check docs/ru-RU --source docs/en --quiet", tmp_path) == ""


def test_fixing(tmp_path: Path) -> None:
    digest = hashlib.sha1(ROUTE.replace("\n", "\r\n").encode()).hexdigest()
    write(tmp_path, docs__en__parcelroute_md=ROUTE, docs__ru__parcelroute_md=ROUTE_RU.format(digest))
    (fix, printed), (diff, difference) = shown("fixing")
    assert run(diff, tmp_path) == difference
    assert run(fix, tmp_path) == printed


def test_hand_back(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "site")
    digest = hashlib.sha1(STATES.replace("\n", "\r\n").encode()).hexdigest()
    proven = STATES.replace("---\n", f"---\nms.openlocfilehash: {digest}\n", 1)
    ru, ja = proven.replace("Parcel states", "Состояния"), proven.replace("Parcel states", "荷物の状態")
    ticket = '[[accept]]\nexpected = "inTransit"\nreason = "the next delivery has it"\nticket = "HUB-12"\n'
    old = {
        "ru/parcel.md": ru.replace("inTransit", "Интрансит").replace("delivered", "Деливеред"),
        "ja/parcel.md": ja.replace("delivered", "デリバード"),
    }
    repo.commit({"en/parcel.md": STATES, "doclint.accept.ru.toml": ticket, "doclint.toml": "", **old})
    git(repo.folder, "checkout", "-q", "-b", "handback")
    handed = {"ru/parcel.md": ru.replace("notFound", "Нотфаунд"), "ja/parcel.md": ja.replace("delivered", "配達済み")}
    repo.commit(dict(handed))
    (compare, printed), (fix, left), (stale, words) = shown("hand-back")
    assert run(compare, repo.folder) == printed
    assert run(fix, repo.folder) == left
    git(repo.folder, "checkout", "-q", "--", ".")
    english = STATES.replace("notFound", "misrouted").replace("The courierName says", "Its label says")
    repo.commit({"en/parcel.md": english})
    assert run(stale, repo.folder) == words


def test_repair_at_the_root() -> None:
    text = (ROOT / "docs" / "repair-at-the-root.md").read_text("utf-8")
    examples = re.findall(r"^    \$ (doclint .*)\n((?:    .*\n)+)", text, re.MULTILINE)
    (table, printed), (diff, beginning) = [
        (command, re.sub(r"^    ", "", said, flags=re.M)) for command, said in examples
    ]
    assert run(table, ROOT).startswith(printed)
    assert run(diff, ROOT).startswith(beginning)


def commands() -> Iterator[tuple[str, str]]:
    """Every command line of the documentation, with its page."""
    for page in PAGES:
        text = page.read_text("utf-8")
        fenced = re.findall(r"^```(?:sh|console)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
        indented = re.findall(r"^    (?:\$ )?(doclint .*)$", text, re.MULTILINE)
        lines = [line for block in fenced for line in block.splitlines()] + indented
        inline = re.findall(r"`(doclint [a-z][^`]*)`", re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.M))
        for line in [*lines, *inline]:
            if line.removeprefix("$ ").startswith("doclint "):
                yield page.name, re.split(r"\s+#\s|\s{3,}", line.removeprefix("$ "))[0]


def unknown(line: str) -> list[str]:
    """What of a command line there is not: a command, or options."""
    words = shlex.split(line.replace("...", ""))[1:]
    command: click.Command | None = main
    while words and isinstance(command, click.Group) and not words[0].startswith("-"):
        name = words.pop(0)
        command = command.get_command(click.Context(command), name)
        if command is None:
            return [name]
    known = {option for param in command.params for option in param.opts + param.secondary_opts} if command else ()
    return [word for word in words if word.startswith("--") and word.partition("=")[0] not in known]


def test_commands_and_their_options_are_there() -> None:
    found = list(commands())
    assert len(found) > 50
    assert {one: left for one in found if (left := unknown(one[1]))} == {}


def test_verdicts(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "site")
    english = "# Parcels\n\nA parcel is `waitState` until a `courier` takes it.\n"
    japanese = "# 荷物\n\n荷物は `waitState` です。`配達員` が受け取ります。\n"
    repo.commit({"en/parcel.md": english, "doclint.toml": ""})
    repo.commit({"ja/parcel.md": japanese})
    repo.commit({"en/parcel.md": english.replace("waitState", "pendingState")})
    (check, found), (why, told) = shown("verdicts")
    assert run(check, repo.folder) == found
    assert run(why, repo.folder).startswith(told)


def test_behind(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "site")
    more = "Its label says who carries it."
    english = f"---\ntitle: Parcels\n---\n\nA parcel is `waitState` until a `courier` takes it.\n\n{more}\n"
    japanese = english.replace("Parcels", "荷物").replace("A parcel is", "荷物は").replace(" until a ", "です。 ")
    japanese = japanese.replace(" takes it.", " が受け取ります。").replace(more, "ラベルに運ぶ人が書いてあります。")
    repo.commit({"en/parcel.md": english, "ja/parcel.md": japanese, "ru/parcel.md": english, "doclint.toml": ""})
    (stale, behind), (confirm, done), (again, lacking) = shown("behind")
    renamed = english.replace("waitState", "pendingState")
    repo.commit({"en/parcel.md": renamed, "ru/parcel.md": renamed})
    assert run(stale, repo.folder) == behind
    repo.commit({"ja/parcel.md": japanese.replace("waitState", "pendingState")})
    assert run(confirm, repo.folder) == done
    repo.commit({"en/parcel.md": renamed.replace("carries it.", "carries it, and where to."), "ru/parcel.md": None})
    assert run(again, repo.folder) == lacking
