"""What is said of one translated page beside its English, in the folder where the test stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.commandline import rows
from tests.gitrepo import Repo

JSON = '```json5\n{{\n  first: 1,\n{}  docks: "on",\n  seconds: 600,\n{}  last: 2,\n}}\n```\n'
ANSWER = "```http\n{}HTTP/1.1 200 OK\nServer: depot\nDate: today\nAge: 3\n```\n"


def settled(repo: Repo, locale: str, source: str, target: str, name: str = "depot.md") -> list[dict[str, Any]]:
    """Of a page that was translated after its English was written, which never changed."""
    repo.commit({f"en/{name}": source})
    repo.commit({f"{locale}/{name}": target})
    return said(locale)


def unversioned(locale: str, source: str, target: str, name: str = "depot.md") -> list[dict[str, Any]]:
    """Of a page without any history."""
    for folder, text in (("en", source), (locale, target)):
        Path(folder).mkdir(exist_ok=True)
        Path(folder, name).write_text(text, "utf-8")
    return said(locale)


def said(locale: str) -> list[dict[str, Any]]:
    """Of all pages of a language."""
    return rows("--no-config", locale, "--source", "en")


def seen(locale: str, source: str, target: str) -> list[str]:
    """The rules that say more than a note of a page without any history."""
    return [one["rule"] for one in without_notes(unversioned(locale, source, target))]


def without_notes(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for one in found if one["severity"] != "note"]


def told(found: list[dict[str, Any]]) -> list[tuple[str, str, str | None]]:
    """Severity, rule and expected words of each."""
    return [(one["severity"], one["rule"], one["expected"]) for one in found]


def wanted(found: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Severity and expected words of each; empty where there are none."""
    return [(one["severity"], one["expected"] or "") for one in found]
