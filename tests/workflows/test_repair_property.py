"""Random damage of every kind, put into clean pages of several scripts, is found and put back to the very bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from doclint.engine import Wish
from doclint.layouts import Target
from doclint.run import Asked
from doclint.run.plan.plan import make
from doclint.workflows.fix.page import Repairer
from tests.checks.worddamage import KINDS, NUMBERS, SCRIPTS

PAGE = """---
title: {text}
ms.openlocfilehash: {digest}
---
# <a name="parcelroute"></a>⟦heading:parcelRoute⟧

{text} [⟦link:courierLane⟧](courierlane.md) {text}.

{text} ⟦prose:sortingHub⟧ {text}. {text} **⟦bold:dropPoint⟧** {text}.

|{head}|{head}|{head}|
|:---|:---|:---|
|⟦cell:depotState⟧|[⟦cell link:parcelWindow⟧](parcelwindow.md)|{text}.|
|routeTags|⟦type:stopList⟧|{text}.|

|Member|Value|{head}|
|:---|---:|:---|
|⟦member:inTransit⟧|⟦number:0⟧|{text}.|
|handedOver|1|{text}.|
|heldBack|2|{text}.|
"""
ENGLISH = PAGE.replace("|{head}|{head}|{head}|", "|Property|Type|Description|")
WORDS = {
    "en": ("the parcel goes on its way", "Description"),
    "ru": ("посылка идёт своим путём", "Описание"),
    "ja": ("荷物はそのまま進みます", "説明"),
    "ar": ("يمضي الطرد في طريقه", "الوصف"),
    "hi": ("पार्सल अपने रास्ते जाता है", "विवरण"),
    "de": ("das Paket geht seinen Weg", "Beschreibung"),
}
SAFE = ("heading", "link", "cell", "cell link", "type", "member", "number")
"""Places with a witness."""

TEXTS = ("heading", "link", "prose", "bold")
"""Where a language may put its own signs and endings on a name, so that those are no damage."""

UNPLACED = {("link", "dropped"), ("cell link", "dropped")}
"""Found, and nobody knows just where to put it back: no fix is offered."""


def laid(page: str, locale: str, digest: str, slot: str = "", word: str = "") -> str:
    """The page in a language, with another word in one slot."""
    text, head = WORDS[locale]
    parts = page.replace("{text}", text).replace("{head}", head).replace("{digest}", digest).split("⟦")
    made = parts[0]
    for part in parts[1:]:
        inner, _, rest = part.partition("⟧")
        name, _, usual = inner.partition(":")
        made += (word if name == slot else usual) + rest
    return made


def usual(slot: str) -> str:
    return PAGE.partition(f"⟦{slot}:")[2].partition("⟧")[0]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("property")
    english = laid(ENGLISH, "en", "").encode()
    (folder / "en").mkdir()
    (folder / "en/page.md").write_bytes(english)
    crlf = english.replace(b"\n", b"\r\n")
    return folder, hashlib.sha1(crlf, usedforsecurity=False).hexdigest()


def repairers(folder: Path, locale: str, digest: str) -> tuple[Target, Repairer, Repairer]:
    (folder / locale).mkdir(exist_ok=True)
    (folder / locale / "page.md").write_text(laid(PAGE, locale, digest), encoding="utf-8")
    plan = make(Asked(paths=(str(folder / locale),), source=str(folder / "en"), locale=locale, is_bare=True))
    rules = [rule.id for rule in plan.rules]
    ways = (Repairer(rules, plan.contexts, 60, Wish(unsafe=unsafe)) for unsafe in (False, True))
    return plan.targets[0], *ways


@pytest.mark.parametrize("locale", SCRIPTS)
@pytest.mark.parametrize("slot", SAFE)
def test_damage_with_a_witness_is_put_back_to_the_very_bytes(folders: tuple[Path, str], locale: str, slot: str) -> None:
    folder, digest = folders
    target, safe, _ = repairers(folder, locale, digest)
    clean = laid(PAGE, locale, digest).encode()
    assert list(safe.check(target, clean).findings) == []
    for name, damaged in harmed(locale, digest, slot):
        if slot in TEXTS and name in ("punctuation added", "glued"):
            continue
        done = safe.check(target, damaged)
        if (slot, name) in UNPLACED:
            assert (done.new, len(done.findings)) == (None, 1), (name, damaged.decode())
        else:
            assert done.new == clean, (name, damaged.decode())
            assert not done.findings


@pytest.mark.parametrize("locale", SCRIPTS)
@pytest.mark.parametrize("slot", ["prose", "bold"])
def test_damage_elsewhere_is_put_back_when_asked_for(folders: tuple[Path, str], locale: str, slot: str) -> None:
    folder, digest = folders
    target, safe, unsafe = repairers(folder, locale, digest)
    clean = laid(PAGE, locale, digest).encode()
    for name, damaged in harmed(locale, digest, slot):
        if name in ("punctuation added", "glued"):
            continue
        shown = safe.check(target, damaged)
        assert shown.new is None, "nothing but its looks says what stood there"
        assert shown.findings, (name, damaged.decode())
        is_offered = any(finding.fix for finding in shown.findings)
        done = unsafe.check(target, damaged)
        if name in ("recased", "spaced"):
            assert done.new == clean, (name, damaged.decode())
        elif is_offered:  # what the translator added beside it nobody can tell from the sentence
            assert done.new is not None, (name, damaged.decode())
            assert usual(slot).encode() in done.new, (name, damaged.decode())
            assert not done.findings, (name, damaged.decode())


def harmed(locale: str, digest: str, slot: str) -> Iterator[tuple[str, bytes]]:
    """The page with damage of each kind in a slot, three times at random."""
    clean = laid(PAGE, locale, digest)
    for name, harm in (NUMBERS if slot == "number" else KINDS).items():
        for seed in range(3):
            damaged = laid(PAGE, locale, digest, slot, harm(Random(seed), usual(slot), locale))
            if damaged != clean:
                yield name, damaged.encode()
