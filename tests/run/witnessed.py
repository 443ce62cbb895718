"""A small invented site with a history, whose pages differ from their English for all the reasons that there are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from tests.commandline import doclint
from tests.gitrepo import Repo

HUGO = "defaultContentLanguage: en\nlanguages:\n" + "".join(
    f"  {tag}:\n    contentDir: content/{tag}\n" for tag in ("en", "es", "fr", "it", "pt")
)
ENGLISH = (
    "# Crates\n\nA crate has a `weight` and a `size` in `units`.\n\n"
    "The {word} of a new crate stays until a `courier` takes it.\n\nCall `shipCrate` to hand it over to the `depot`.\n"
)
SPANISH = (
    "# Cajas\n\nUna caja tiene un `weight` y un `size` en `units`.\n\n"
    "El {word} de una caja nueva queda hasta que un `courier` la toma.\n\nCon `shipCrate` se entrega al `depot`.\n"
)


class Case(NamedTuple):
    """What stands in one place of a page."""

    then: str
    """In the English that was translated."""
    now: str
    spanish: str


CASES = {
    "kept": Case("`waitState`", "`waitState`", "`waitState`"),
    "renamed": Case("`pendingState`", "`waitState`", "`pendingState`"),
    "recased": Case("Github page", "GitHub page", "página de Github"),
    "capital": Case("`priceID`", "`priceId`", "`priceID`"),
    "quoted": Case("`“default”`", "`default`", "`“default”`"),
    "became code": Case("collection", "`crateCollection`", "colección"),
    "translated": Case("`waitState`", "`waitState`", "`estadoDeEspera`"),
    "own letters": Case("`waitState`", "`waitState`", "`estado_de_envío`"),
    "sample": Case("`label` or `label`", "`label` or `label`", "`etiqueta` o `etiqueta`"),
}
OTHERS = "# Page {number}\n\nSet `waitState` before `priceId`.\n\n|Name|Value|\n|:---|:---|\n|label|1|\n"


def pages(now: bool = True, copies: int = 1) -> dict[str, str]:
    """The pages by their path from the folder of all languages."""
    files = {f"en/other{number}.md": OTHERS.format(number=number) for number in range(3)}
    for name, case in CASES.items():
        for copy in range(copies):
            path = f"{name.replace(' ', '-')}{copy}.md"
            files[f"en/{path}"] = ENGLISH.format(word=case.now if now else case.then)
            files[f"es/{path}"] = SPANISH.format(word=case.spanish)
    return files


def one_repository(folder: Path, copies: int = 1) -> Repo:
    """The site with both languages; the Spanish of one page was right once."""
    repo = Repo(folder)
    first = {f"content/{path}": text for path, text in pages(now=False, copies=copies).items()}
    first["content/es/translated0.md"] = SPANISH.format(word="`waitState`")
    repo.commit({"hugo.yaml": HUGO, **first})
    repo.commit({f"content/{path}": text for path, text in pages(copies=copies).items()})
    return repo


def two_repositories(folder: Path, copies: int = 1) -> tuple[Repo, Repo]:
    """English and Spanish pages, each in a repository of its own."""
    english, spanish = Repo(folder / "english"), Repo(folder / "spanish")
    for now in (False, True):
        files: dict[str, str | bytes | None] = {**pages(now=now, copies=copies)}
        english.commit({path: text for path, text in files.items() if path.startswith("en/")})
        spanish.commit({path: text for path, text in files.items() if path.startswith("es/")} | {"count": str(now)})
    return english, spanish


def check(*arguments: str) -> list[str]:
    """The lines of `check` as JSON."""
    done = doclint("check", "--format", "jsonl", "--exit-zero", *arguments)
    assert done.exit_code == 0, done.output
    return done.stdout.splitlines()


def errors(*arguments: str) -> set[tuple[object, ...]]:
    """The errors that a run gives, each as place and expected word."""
    found = [json.loads(line) for line in check("--no-cache", "-j", "1", *arguments)]
    return {(one["path"], one["line"], one["expected"]) for one in found if one["severity"] == "error"}
