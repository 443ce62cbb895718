"""What the words of a whole site say of one page: a name that others have, a word that no English page has."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from doclint.cli import main
from doclint.run.checker import Checker
from tests.gitrepo import Repo, git

HUGO = "defaultContentLanguage: en\nlanguages:\n" + "".join(
    f"  {tag}:\n    contentDir: content/{tag}\n" for tag in ("en", "es", "ja")
)
ENGLISH = "# Scales\n\nThe `{name}` of a crate is set by its owner, and read by every scale.\n"
SPANISH = "# Básculas\n\nLa `{name}` de una caja la fija su dueño, y la lee cada báscula.\n"
JAPANESE = "# はかり\n\n箱の `{name}` は持ち主が決め、どのはかりも読みます。\n"
OTHER = "# Page {number}\n\nSet `crateWeight` before you call the scale.\n"
PAGES = 12
"""So many that there is a result cache."""

NAME = re.compile(r"(?<=`)[^`\n]+(?=`)|label")
CHANGED = ("en/scales.md", "en/block.md")

Write = Callable[[str, str], None]


@pytest.fixture
def write(folder: Path) -> Write:
    """Writes a page of a Hugo site, in which the test stands, and which has a cache of its own."""
    (folder / "hugo.yaml").write_text(HUGO)
    for number in range(PAGES):
        for tag in ("en", "es", "ja"):
            put(f"content/{tag}/plain{number}.md", f"# {number}\n")
    return put


def put(path: str, text: str) -> None:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def others(write: Write, count: int, text: str = OTHER) -> None:
    """So many more English pages, each with a translation of nothing."""
    for number in range(count):
        write(f"content/en/other{number}.md", text.format(number=number))
        write(f"content/es/other{number}.md", "# Otra\n")


def pair(write: Write, found: str, expected: str = "crateWeight", text: str = SPANISH, tag: str = "es") -> None:
    write("content/en/scales.md", ENGLISH.format(name=expected))
    write(f"content/{tag}/scales.md", text.format(name=found))


def remember(folder: Path = Path()) -> None:
    """Commit what lies in a folder, so that history is all here and tells nothing: names were others the day before."""
    if (folder / ".git").exists():
        return
    now = {
        path.relative_to(folder).as_posix(): path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()
    }
    then = {path: NAME.sub("formerName", text) for path, text in now.items() if path.endswith(CHANGED)}
    english = {path: text for path, text in now.items() if not {"es", "ja"} & set(path.split("/"))}
    repo = Repo(folder)
    repo.commit({**dict.fromkeys(now.keys() - english.keys()), **then, "first": ""})
    repo.commit({**english, "second": ""})
    repo.commit({**now, "third": ""})


def check(*more: str) -> list[str]:
    remember()
    done = CliRunner().invoke(main, ["check", "--format", "jsonl", "--exit-zero", *more])
    assert done.exit_code == 0, done.output
    return done.stdout.splitlines()


def said(*more: str, page: str = "scales.md") -> list[tuple[str, str, str]]:
    """Found word, verdict and the witnesses of what is found in a code span of a page."""
    rows = [json.loads(line) for line in check(*more)]
    rows = [row for row in rows if row["rule"] == "inline-code-changed" and row["path"].endswith(page)]
    return [(row["found"], row["verdict"], " ".join(one["witness"] for one in row["witnesses"])) for row in rows]


@pytest.mark.parametrize(
    ("found", "text", "tag"),
    [("pesoDeCaja", SPANISH, "es"), ("hakoNoOmosa", JAPANESE, "ja")],
    ids=["es", "ja"],
)
def test_name_of_other_pages_beside_a_word_of_none_is_damaged(write: Write, found: str, text: str, tag: str) -> None:
    pair(write, found, text=text, tag=tag)
    others(write, 2)
    assert said() == [(found, "damaged", "lexicon")]
    (line,) = [line for line in check() if found in line]
    assert f'\\"crateWeight\\" is a name on 2 other English pages, \\"{found}\\" on none' in line


@pytest.mark.parametrize("count", [0, 1], ids=["none", "one"])
def test_name_of_fewer_pages_is_no_proof(write: Write, count: int) -> None:
    pair(write, "pesoDeCaja")
    others(write, count)
    assert said() == [("pesoDeCaja", "needs-review", "")]


@pytest.mark.parametrize(
    "english",
    ["`pesoDeCaja`", "```\nx = pesoDeCaja\n```", "A peso is a coin, a caja is a box."],
    ids=["name", "code", "words"],
)
def test_found_word_that_english_has_is_no_proof(write: Write, english: str) -> None:
    pair(write, "pesoDeCaja")
    others(write, 3)
    write("content/en/old.md", f"# Old\n\n{english}\n")
    write("content/es/old.md", "# Vieja\n")
    assert said() == [("pesoDeCaja", "needs-review", "")]


def test_word_among_lines_of_code_makes_no_name(write: Write) -> None:
    """A sample is a sample, on however many pages."""
    pair(write, "saludoInicial", "greeting")
    others(write, 4, "# {number}\n\n```js\nconst greeting = 'x';\n```\n")
    assert said() == [("saludoInicial", "needs-review", "")]


@pytest.mark.parametrize(
    "text",
    [
        "|Member|Value|\n|:---|:---|\n|greeting|1|\n",
        "# {number} {{#greeting}}\n",
        '```json\n{{\n  "greeting": 1\n}}\n```\n',
        "```yaml\ngreeting: 1\n```\n",
    ],
    ids=["table", "heading", "json", "yaml"],
)
def test_key_makes_a_name(write: Write, text: str) -> None:
    pair(write, "saludoInicial", "greeting")
    others(write, 2, text)
    assert said() == [("saludoInicial", "damaged", "lexicon")]


YAML = """openapi: 3.0.0
paths:
  /crates:
    get:
      operationId: listCrates
components:
  schemas:
    Crate:
      properties:
        crateWeight:
          type: string
          enum:
            - veryHeavy
            - light
        owner:
          properties:
            ownerName:
              type: string
      required:
        - notHere
    Kind:
      enum: [openCrate, shutCrate]
"""
JSON = json.dumps(
    {
        "swagger": "2.0",
        "paths": {
            "/crates": {"get": {"operationId": "listCrates", "parameters": [{"name": "shelfId", "in": "query"}]}}
        },
        "definitions": {"Crate": {"properties": {"crateWeight": {"enum": ["veryHeavy"]}}, "required": ["notHere"]}},
    }
)


@pytest.mark.parametrize(
    ("name", "text", "expected", "is_known"),
    [
        ("api/openapi.yaml", YAML, "crateWeight", True),
        ("api/openapi.yaml", YAML, "listCrates", True),
        ("api/openapi.yaml", YAML, "veryHeavy", True),
        ("api/openapi.yaml", YAML, "ownerName", True),
        ("api/openapi.yaml", YAML, "shutCrate", True),
        ("api/openapi.yaml", YAML, "notHere", False),
        ("api/crates.swagger.json", JSON, "crateWeight", True),
        ("api/crates.swagger.json", JSON, "veryHeavy", True),
        ("api/crates.swagger.json", JSON, "listCrates", True),
        ("api/crates.swagger.json", JSON, "shelfId", True),
        ("api/crates.swagger.json", JSON, "notHere", False),
        ("api/other.yaml", YAML, "crateWeight", False),
        ("openapi.yaml", YAML.replace("openapi: 3.0.0", "title: none"), "crateWeight", False),
        ("openapi.json", "[" * 100_000, "crateWeight", False),
    ],
)
def test_api_description_makes_names(write: Write, name: str, text: str, expected: str, is_known: bool) -> None:
    write(name, text)
    pair(write, "pesoDeCaja", expected)
    assert said() == [("pesoDeCaja", *(("damaged", "lexicon") if is_known else ("needs-review", "")))]


@pytest.mark.parametrize("name", ["my-service", "your.crate", "crate-1", "crate-b", "exampleCrate"])
def test_name_that_says_it_is_made_up_is_no_proof(write: Write, name: str) -> None:
    pair(write, "pesoDeCaja", name)
    others(write, 3, f"# {{number}}\n\nSee `{name}`.\n")
    assert said() == [("pesoDeCaja", "needs-review", "")]


def spanish_prose(write: Write, count: int) -> None:
    for number in range(count):
        write(f"content/en/prose{number}.md", "# Prose\n")
        write(f"content/es/prose{number}.md", f"# Prosa {number}\n\nPon cada medidor sobre su propia mesa.\n")


@pytest.mark.parametrize(("count", "verdict"), [(2, "needs-review"), (3, "damaged")])
def test_word_of_the_locale_is_damage_where_the_page_keeps_the_name(write: Write, count: int, verdict: str) -> None:
    write("content/en/scales.md", ENGLISH.format(name="scale") + "\nRead `scale` twice.\n")
    write("content/es/scales.md", SPANISH.format(name="medidor") + "\nLee `scale` dos veces.\n")
    spanish_prose(write, count)
    assert said() == [("medidor", verdict, "lexicon" if verdict == "damaged" else "")]


def test_sample_that_only_one_page_has_is_left_to_people(write: Write) -> None:
    pair(write, "medidor", "scale")
    spanish_prose(write, 5)
    assert said() == [("medidor", "needs-review", "")]


@pytest.mark.parametrize(
    ("name", "found", "other", "verdict", "witness"),
    [
        ("label", "etiqueta", "See `label`.", "needs-review", ""),
        ("label", "etiqueta", "|A|B|\n|:-|:-|\n|label|1|", "needs-review", "lexicon"),
        ("crateLabel", "etiquetaDeCaja", "See `crateLabel`.", "damaged", "lexicon"),
    ],
    ids=["plain word", "key", "name"],
)
def test_plain_word_that_the_page_replaced_everywhere_may_be_of_a_sample(
    write: Write, name: str, found: str, other: str, verdict: str, witness: str
) -> None:
    write("content/en/scales.md", ENGLISH.format(name=name) + f"\nRead `{name}` twice.\n")
    write("content/es/scales.md", SPANISH.format(name=found) + f"\nLee `{found}` dos veces.\n")
    others(write, 3, f"# {{number}}\n\n{other}\n")
    assert said() == [(found, verdict, witness)] * 2


BLOCK = """# Page

Use `label`.

```jsx
export default function Page() {
  const crate = openCrate(7);
  crate.label = 3;
  return (
    <main id="crates">
      {crate.weight}, open label
      <a href="https://example.com">Crates</a>
    </main>
  );
}
```
"""


@pytest.mark.parametrize(
    ("line", "severity"),
    [("crate.label = 3", "warning"), ("open label", "note")],
    ids=["member", "text"],
)
def test_words_that_a_block_shows_are_no_names(write: Write, line: str, severity: str) -> None:
    write("content/en/block.md", BLOCK)
    write("content/es/block.md", BLOCK.replace(line, line.replace("label", "etiqueta")))
    others(write, 3, "|A|B|\n|:-|:-|\n|label|1|\n")
    rows = [json.loads(line) for line in check("--select", "code-block-changed")]
    assert [(row["found"], row["severity"]) for row in rows] == [("etiqueta", severity)]


def test_prose_in_place_of_a_name_is_no_proof(write: Write) -> None:
    """The English may have been prose, too, when it was translated."""
    write("content/en/scales.md", "# crateWeight\n\nText.\n")
    write("content/es/scales.md", "# Pesos\n\nTexto.\n")
    others(write, 3)
    spanish_prose(write, 3)
    assert not [line for line in check() if "scales.md" in line and '"lexicon"' in line]


def test_name_added_to_another_page_changes_a_warm_verdict(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    pair(write, "pesoDeCaja")
    others(write, 1)
    assert said() == [("pesoDeCaja", "needs-review", "")]
    checked: list[str] = []
    before = Checker.check

    def counted(self: Checker, target: object, data: bytes | None = None) -> object:
        checked.append(target.path)  # type: ignore[attr-defined]
        return before(self, target, data)  # type: ignore[arg-type]

    monkeypatch.setattr(Checker, "check", counted)
    assert said() == [("pesoDeCaja", "needs-review", "")]
    assert checked == []
    write("content/en/plain0.md", "# 0\n\nSet `crateWeight`.\n")
    assert said() == [("pesoDeCaja", "damaged", "lexicon")]
    assert sorted(checked) == ["content/es/plain0.md", "content/es/scales.md", "content/ja/plain0.md"]
    checked.clear()
    write("content/en/plain0.md", "# 0\n")
    assert said() == [("pesoDeCaja", "needs-review", "")]
    assert "content/es/scales.md" in checked


def test_the_same_bytes_for_any_number_of_jobs_any_order_warm_and_cold(write: Write, tmp_path: Path) -> None:
    write("doclint.toml", 'layout = "hugo"\n')
    others(write, 3)
    spanish_prose(write, 4)
    for number in range(40):
        write(f"content/en/many{number}.md", ENGLISH.format(name="crateWeight") + "\nRead `scale` twice.\n")
        write(f"content/es/many{number}.md", SPANISH.format(name=f"pesoDeCaja{number}") + "\nLee `medidor`.\n")
    cold = check("-j", "1")
    assert sum('"damaged"' in line for line in cold) >= 40
    assert check("-j", "1") == cold
    shutil.rmtree(tmp_path / "cache")
    assert check("-j", "4") == cold
    assert check("-j", "4", "--no-cache") == cold
    paths = sorted(str(path) for path in Path("content").rglob("*.md") if path.parent.name != "en")
    random.Random(1).shuffle(paths)
    assert sorted(check(*paths)) == sorted(cold)
    alone = [line for path in paths if "many7." in path for line in check(path)]
    assert alone == [line for line in cold if "many7." in line]
    assert alone


@pytest.mark.parametrize("damage", [b"", b"no book", None], ids=["empty", "other", "bit"])
def test_damaged_book_is_made_anew(write: Write, tmp_path: Path, damage: bytes | None) -> None:
    pair(write, "pesoDeCaja")
    others(write, 2)
    right = check("--no-cache")
    books = list((tmp_path / "cache").glob("words-*.txt"))
    assert books
    for book in books:
        data = book.read_bytes()
        book.write_bytes(data.replace(b"crateWeight", b"crateHeight") if damage is None else damage)
    assert check("--no-cache") == right


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder that cannot be written")
def test_cache_that_cannot_be_written_is_no_error(write: Write, tmp_path: Path) -> None:
    pair(write, "pesoDeCaja")
    others(write, 2)
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache").chmod(0o500)
    assert said("--no-cache") == [("pesoDeCaja", "damaged", "lexicon")]


def test_runs_at_once_make_one_book_and_say_the_same(write: Write, tmp_path: Path) -> None:
    pair(write, "pesoDeCaja")
    others(write, 2)
    command = [sys.executable, "-m", "doclint", "check", "--format", "jsonl", "--exit-zero", "--no-cache"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") for _ in range(3)]
    outputs = {run.communicate(timeout=60)[0] for run in runs}
    assert len(outputs) == 1
    assert '"lexicon"' in outputs.pop()
    assert len(list((tmp_path / "cache").glob("words-*.txt"))) == 1


def test_old_books_are_removed(write: Write, tmp_path: Path) -> None:
    pair(write, "pesoDeCaja")
    others(write, 2)
    cache = tmp_path / "cache"
    cache.mkdir()
    for number in range(100):
        (cache / f"words-{number:032}.txt").write_bytes(b"x")
        os.utime(cache / f"words-{number:032}.txt", (time.time() - 1000,) * 2)
    assert said() == [("pesoDeCaja", "damaged", "lexicon")]
    assert len(list(cache.glob("words-*.txt"))) == 64


def test_english_of_another_folder(write: Write) -> None:
    others(write, 2)
    pair(write, "pesoDeCaja")
    shutil.move("content", "elsewhere")
    shutil.move("elsewhere/es", "es")
    Path("hugo.yaml").unlink()
    assert said("es", "--source", "elsewhere/en") == [("pesoDeCaja", "damaged", "lexicon")]


def test_english_of_a_commit(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pair(write, "pesoDeCaja")
    others(write, 2)
    shutil.move("content/es", tmp_path / "es")
    remember()
    Repo(tmp_path / "es").commit({"last": ""}, 1_600_000_000 + 3 * 86_400)
    monkeypatch.chdir(tmp_path / "es")
    assert said(".", "--source", "../site/content/en@main") == [("pesoDeCaja", "damaged", "lexicon")]


def test_commit_that_holds_both_sides(write: Write, tmp_path: Path) -> None:
    pair(write, "pesoDeCaja")
    others(write, 2)
    remember()
    git(tmp_path, "clone", "-q", "--bare", "site", "both.git")
    assert said(f"{tmp_path / 'both.git'}@main") == [("pesoDeCaja", "damaged", "lexicon")]


def test_site_proves_nothing_before_history_is_heard(write: Write, tmp_path: Path) -> None:
    """The name may have been another one on all pages when the page was translated."""
    pair(write, "pesoDeCaja")
    others(write, 2)
    remember()
    git(tmp_path, "clone", "-q", "--bare", "--depth", "1", f"file://{tmp_path / 'site'}", "both.git")
    assert said(f"{tmp_path / 'both.git'}@main") == [("pesoDeCaja", "needs-review", "lexicon")]
