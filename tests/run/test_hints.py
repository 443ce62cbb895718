"""What translators may choose is told where the English changed there, and nowhere else."""

from __future__ import annotations

from tests.gitrepo import Repo
from tests.run.beside import said

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
