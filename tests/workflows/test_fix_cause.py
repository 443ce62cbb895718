"""`doclint fix --cause`: a person says once what stands there, and all places of one damage are repaired."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.commandline import doclint
from tests.gitrepo import Repo, git

ENGLISH = """# Get parcel {0}

|Name|Description|
|:---|:---|
|Authorization|Bearer {{token}}. Required.|
|Content-Type|application/json|
"""
DAMAGED = "{token} de portador"
RIGHT = "Bearer {token}"
PAGES = 12
FILE = Path(".doclint/replacements.toml")


def spanish(number: int, value: str = DAMAGED) -> str:
    english = ENGLISH.format(number)
    digest = hashlib.sha1(english.replace("\n", "\r\n").encode()).hexdigest()
    text = english.replace("Get parcel", "Obtener paquete").replace("Name|Description", "Nombre|Descripción")
    return f"---\nms.openlocfilehash: {digest}\n---\n" + text.replace("Bearer {token}. Required.", value)


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Pages with one damage that has no safe fix, one of them with another one."""
    repo = Repo(tmp_path / "site")
    english = {f"docs/en/parcel{number}.md": ENGLISH.format(number) for number in range(PAGES)}
    pages = {f"docs/es/parcel{number}.md": spanish(number) for number in range(PAGES)}
    pages["docs/es/parcel0.md"] = pages["docs/es/parcel0.md"].replace("Content-Type", "Tipo de contenido")
    repo.commit({**english, **pages, "doclint.toml": ""})
    monkeypatch.chdir(repo.folder)
    return repo


def page(number: int) -> str:
    return Path(f"docs/es/parcel{number}.md").read_text("utf-8")


def fingerprint() -> str:
    lines = doclint("check", "--format", "jsonl").stdout.splitlines()
    return next(row["fingerprint"] for row in map(json.loads, lines) if row["found"] == DAMAGED)


def test_its_places_are_shown_and_nothing_is_written(site: Repo) -> None:
    done = doclint("fix", "--cause", fingerprint())
    assert done.exit_code == 0
    assert done.stdout.count(f"⟦{DAMAGED}⟧") == PAGES
    assert f"\n{DAMAGED} stands in {PAGES} places on {PAGES} pages\nnext: " in done.stdout
    assert git(site.folder, "status", "--short") == ""


def test_a_diff_shows_it_first(site: Repo) -> None:
    done = doclint("fix", "--cause", fingerprint(), "--as", RIGHT, "--diff")
    assert done.stdout.count(f"+|Authorization|{RIGHT}|\n") == PAGES
    assert "Content-Type" not in "".join(line for line in done.stdout.splitlines() if line.startswith("+"))
    assert git(site.folder, "status", "--short") == ""


def test_a_word_is_put_in_all_its_places_and_remembered(site: Repo) -> None:
    done = doclint("fix", "--cause", fingerprint(), "--as", RIGHT)
    assert done.exit_code == 0
    assert [page(number) for number in range(1, PAGES)] == [spanish(number, RIGHT) for number in range(1, PAGES)]
    assert "Tipo de contenido" in page(0), "another cause is left"
    assert f'"{RIGHT}" where "{DAMAGED}" stood' in done.stdout
    assert f"fixed {PAGES} findings on {PAGES} pages" in done.stderr
    assert "1 replacement remembered" in done.stderr
    assert f'found = "{DAMAGED}"\nas = "{RIGHT}"\n' in FILE.read_text("utf-8")


def test_what_does_not_mend_a_page_is_taken_back(site: Repo) -> None:
    done = doclint("fix", "--cause", fingerprint(), "--as", "Portador {token}")
    assert done.exit_code == 1
    assert f"{PAGES} findings not fixed: undone, since the finding was still there" in done.stderr
    assert git(site.folder, "status", "--short") == ""


def test_it_is_offered_when_the_damage_comes_back(site: Repo) -> None:
    doclint("fix", "--cause", fingerprint(), "--as", RIGHT)
    doclint("fix")
    site.commit({})
    site.commit({"docs/es/parcel3.md": spanish(3), "docs/es/parcel4.md": spanish(4)})
    compared = doclint("compare", "HEAD~1", "HEAD")
    assert "2  of these were decided before: `doclint fix --remembered`" in compared.stdout
    plain = doclint("fix")
    assert "2 findings not fixed: a person decided what stands there, needs `doclint fix --remembered`" in plain.stderr
    assert page(3) == spanish(3)
    assert doclint("fix", "--remembered").exit_code == 0
    assert [page(3), page(4)] == [spanish(3, RIGHT), spanish(4, RIGHT)]
    assert doclint("check").exit_code == 0


def test_comments_and_order_of_what_is_remembered_stay() -> None:
    doclint("fix", "--cause", fingerprint(), "--as", RIGHT)
    ours = FILE.read_text("utf-8").replace("[[replacement]]", "# agreed with the vendor\n[[replacement]]")
    FILE.write_text(ours, "utf-8")
    Path("docs/es/parcel5.md").write_text(spanish(5), "utf-8")
    doclint("fix", "--cause", fingerprint(), "--as", RIGHT)
    assert FILE.read_text("utf-8") == ours
    Path("docs/es/parcel5.md").write_text(spanish(5), "utf-8")
    other = doclint("fix", "--cause", fingerprint(), "--as", "Bearer {token}. Es obligatorio.")
    assert other.exit_code == 2
    assert 'replacements.toml has another replacement of "' in other.stderr


def test_an_audits_verdicts_say_it_too() -> None:
    row = {"fingerprint": fingerprint(), "verdict": "real", "reason": "", "expected": RIGHT, "found": DAMAGED}
    Path("verdicts.json").write_text(json.dumps([{**row, "locale": "es", "repair": RIGHT}, {**row, "found": "x"}]))
    assert doclint("fix", "--from", "verdicts.json").exit_code == 0
    assert page(1) == spanish(1, RIGHT)
    assert FILE.is_file()
    Path("verdicts.json").write_text(json.dumps([row]))
    assert 'none of its verdicts has a "repair"' in doclint("fix", "--from", "verdicts.json").stderr


def test_one_job_and_many_say_the_same() -> None:
    asked = ("fix", "--cause", fingerprint(), "--as", RIGHT, "--diff", "--no-cache")
    one, many = (doclint(*asked, "--jobs", jobs).stdout for jobs in ("1", "2"))
    assert one == many
    assert one.count(f"+|Authorization|{RIGHT}|\n") == PAGES


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--as", "x"), "--as is the replacement for the places of a finding: name the finding with --cause"),
        (("--cause", "ffff"), 'no finding "ffff": use the paths and options of the check that found it'),
        (("--cause", "ffff", "--remembered"), "each say what is fixed: choose one"),
        (("--from", "gone.json"), 'no configuration file "gone.json"'),
    ],
)
def test_what_means_nothing_is_one_line(arguments: tuple[str, ...], said: str) -> None:
    done = doclint("fix", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[replacement]\n", "is not valid TOML"),
        ("[other]\n", "holds something other than [[replacement]] tables"),
        ('[[replacement]]\nfound = "x"\n', 'entry 1 needs texts "found" and "as"'),
        ("[[replacement]]\nfound = 1\nas = 2\n", 'entry 1 needs texts "found" and "as"'),
    ],
)
def test_a_file_that_is_wrong_is_one_line(text: str, said: str) -> None:
    FILE.parent.mkdir()
    FILE.write_text(text)
    done = doclint("fix")
    assert done.exit_code == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
