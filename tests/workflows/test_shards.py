"""A run in shards: all parts merged are the run, to the byte, and what is no whole run is named."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from doclint.reports.choose import FORMATS
from tests.commandline import doclint
from tests.gitrepo import Repo

PAGE = "# Parcel {0}\n\n|Member|Value|\n|:---|:---|\n|inTransit{0}|0|\n|delivered{0}|1|\n\nCall `getParcel{0}` first.\n"
NAMES = [f"parcel/{name}.md" for name in "abcdefgh"] + ["zones.md"]
SHARDS = 3
COMMAND = re.compile(rb"doclint audit [^\"<]*")


def english(name: str) -> str:
    return PAGE.format(NAMES.index(name) + 1)


def damaged(name: str) -> str:
    return english(name).replace("inTransit", "вПути").replace("getParcel", "получитьПосылку")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """English and two locales; a known finding that is fixed, one on a page that went, an accepted one, one unused."""
    repo = Repo(tmp_path / "site")
    pages = {f"docs/en/{name}": english(name) for name in NAMES}
    pages |= {f"docs/ru/{name}": damaged(name) if number % 2 else english(name) for number, name in enumerate(NAMES)}
    pages |= {f"docs/de/{name}": english(name).replace("first", "zuerst") for name in NAMES[2:]}
    pages["docs/ru/gone.md"] = damaged("zones.md")
    pages["docs/en/gone.md"] = english("zones.md")
    pages["docs/ru/parcel/a.md"] = damaged("parcel/a.md")
    pages["docs/ru/parcel/b.md"] = pages["docs/de/zones.md"] = "\udcff".encode("utf-8", "surrogateescape")
    repo.commit(pages)
    monkeypatch.chdir(repo.folder)
    return repo


@pytest.fixture
def exceptions(site: Repo) -> Repo:
    assert doclint("baseline", "write").exit_code == 0
    site.commit({"docs/ru/gone.md": None, "docs/en/gone.md": None, "docs/ru/parcel/a.md": english("parcel/a.md")})
    entries = '[[accept]]\nexpected = "inTransit4"\nreason = "so"\n'
    entries += '[[accept]]\nexpected = "nowhere"\nreason = "so"\n'
    entries += '[[accept]]\nexpected = "past"\nreason = "so"\nuntil = 2020-01-01\n'
    site.commit({"doclint.accept.toml": entries, "docs/ru/parcel/c.md": damaged("parcel/c.md")})
    return site


def parts(folder: Path, *options: str, of: int = SHARDS) -> list[str]:
    """The files of all shards."""
    folder.mkdir(exist_ok=True)
    files = [str(folder / f"part-{number}.jsonl") for number in range(1, of + 1)]
    for number, file in enumerate(files, 1):
        done = doclint("check", *options, "--shard", f"{number}/{of}", "--part", file, "--quiet")
        assert done.exit_code in (0, 1, 3), done.stderr
    return files


def test_merged_parts_are_the_report_of_the_whole_run(site: Repo, tmp_path: Path) -> None:
    files = parts(tmp_path / "parts")
    for form in FORMATS:
        whole = doclint("check", "--format", form)
        merged = doclint("merge", *reversed(files), "--format", form)
        assert (merged.stdout, merged.stderr, merged.exit_code) == (whole.stdout, whole.stderr, whole.exit_code)
        assert whole.exit_code == 1
        assert "getParcel" in whole.stdout


def test_an_audit_of_parts_is_the_audit_of_the_whole_run(site: Repo, tmp_path: Path) -> None:
    clean = {
        f"docs/{folder}/zones.md": f"---\nms.service: depots\n---\n{english('zones.md')}" for folder in ("en", "de")
    }
    site.commit({"doclint.toml": 'published-url = "https://example.org/{locale}/{path}"\n', **clean})
    whole = doclint("audit", "-o", str(tmp_path / "audit"))
    expected = files_below(tmp_path / "audit")
    assert {"index.html", "coverage.csv", "data/causes.js"} < expected.keys()
    assert json.loads(expected["summary.json"])["score"]["pages"]["product"]["depots"] == 1
    first, *more = parts(tmp_path / "parts")
    Path("docs/de/zones.md").unlink()  # it is read no more, though nothing was found on it
    merged = doclint("audit", "-o", str(tmp_path / "audit"), "--from", first, *more)
    assert (merged.stdout, merged.stderr, merged.exit_code) == (whole.stdout, whole.stderr, whole.exit_code)
    assert {name for name, data in files_below(tmp_path / "audit").items() if data != expected[name]} == set()
    refused = doclint("audit", "-o", str(tmp_path / "other"), "--from", first, *more, "--missing")
    assert (refused.exit_code, "leave out --missing" in refused.stderr) == (2, True)


def files_below(folder: Path) -> dict[str, bytes]:
    """The files of an audit but those that say when they were made, without the command that made them."""
    files = [file for file in folder.rglob("*") if file.is_file() and file.suffix not in (".xlsx", ".gz")]
    return {file.relative_to(folder).as_posix(): COMMAND.sub(b"", file.read_bytes()) for file in files}


@pytest.mark.parametrize(
    "how", [[], ["--statistics"], ["--sample", "2"], ["--strict-baseline"], ["--fail-on", "never"]]
)
def test_accepted_and_known_findings_count_once_in_all(exceptions: Repo, tmp_path: Path, how: list[str]) -> None:
    exceptions.commit({"docs/ru/parcel/b.md": english("parcel/b.md"), "docs/de/zones.md": english("zones.md")})
    whole = doclint("check", *how)
    merged = doclint("merge", *parts(tmp_path / "parts"), *how)
    assert (merged.stdout, merged.stderr, merged.exit_code) == (whole.stdout, whole.stderr, whole.exit_code)
    if not how:
        assert "no longer matches" in whole.stdout
        assert "expired" in whole.stdout
        assert "nowhere" in whole.stdout
        assert "inTransit4" not in whole.stdout


def test_a_shard_speaks_of_its_pages_only(exceptions: Repo) -> None:
    def paths(*options: str) -> set[str]:
        lines = doclint("check", *options, "--format", "jsonl").stdout.splitlines()
        return {json.loads(line)["path"] for line in lines} - {"doclint.accept.toml"}

    exceptions.commit({f"docs/ru/{name}": damaged(name).replace("delivered", "доставлен") for name in NAMES})
    found, whole = [paths("--shard", f"{number}/{SHARDS}") for number in range(1, SHARDS + 1)], paths()
    assert whole == {f"docs/ru/{name}" for name in NAMES}
    assert all(found)
    assert whole == set().union(*found)
    assert sum(map(len, found)) == len(whole)


def test_a_page_stays_in_its_shard_with_all_its_translations(site: Repo, tmp_path: Path) -> None:
    def shards() -> dict[str, int]:
        lines = [Path(file).read_text().splitlines() for file in parts(tmp_path / "parts")]
        rows = [(number, json.loads(line)) for number, some in enumerate(lines) for line in some]
        return {row["path"]: number for number, row in rows if "counts" in row}

    first = shards()
    assert {first[f"docs/ru/{name}"] - first[f"docs/de/{name}"] for name in NAMES[2:]} == {0}
    assert len(set(first.values())) == SHARDS
    site.commit({"docs/en/more.md": "# More\n", "docs/ru/more.md": "# Ещё\n", "docs/ru/parcel/e.md": None})
    second = shards()
    assert {path: second[path] for path in first if path in second} == {p: n for p, n in first.items() if p in second}


def test_a_run_without_shards_is_one_part(site: Repo, tmp_path: Path) -> None:
    whole = doclint("check", "--part", str(tmp_path / "all.jsonl"))
    merged = doclint("merge", str(tmp_path))
    assert (merged.stdout, merged.exit_code) == (whole.stdout, whole.exit_code)


def test_a_run_that_nearly_no_page_has_english_for_is_refused_when_all_is_known(tmp_path: Path, site: Repo) -> None:
    (tmp_path / "english").mkdir()
    (tmp_path / "english" / "other.md").write_text("# Other\n")
    source = ["docs/ru", "--source", str(tmp_path / "english")]
    whole = doclint("check", *source)
    merged = doclint("merge", *parts(tmp_path / "parts", *source))
    assert whole.exit_code == merged.exit_code == 2
    assert whole.stderr == merged.stderr


def test_parts_that_are_no_whole_run_are_named_in_one_line(site: Repo, tmp_path: Path) -> None:
    first, second, third = parts(tmp_path / "parts")

    def refused(*files: str) -> str:
        done = doclint("merge", *files)
        assert (done.exit_code, done.stdout) == (2, "")
        (line,) = done.stderr.splitlines()
        return line

    assert "of 3 shards 2 is missing" in refused(first, third)
    assert "of 3 shards 1, 3 are missing" in refused(second)
    twin = str(shutil.copy(second, tmp_path / "twin.jsonl"))
    assert f'shard 2 of 3 is there twice: "{second}" and "{twin}"' in refused(first, second, twin, third)
    assert "another number of shards" in refused(first, *parts(tmp_path / "four", of=4))
    assert "is not a part" in refused(first, str(site.folder / "docs/en/zones.md"))
    assert "cannot be read" in refused(first, "nowhere.jsonl")
    assert "no part in the folder" in refused("docs")
    cut = tmp_path / "cut.jsonl"
    cut.write_bytes(Path(third).read_bytes()[:-20])
    assert f'"{cut}" is cut off' in refused(first, second, str(cut))
    cut.write_bytes(Path(third).read_bytes().replace(b'"trust":"', b'"trust":9,"x":"', 1))
    assert doclint("merge", first, second, str(cut)).exit_code == 2
    for key, says in (
        ("version", "made by another version of doclint"),
        ("rules", "made by other rules"),
        ("pages", "made of other pages"),
    ):
        cut.write_text(Path(third).read_text().replace(f'"{key}":"', f'"{key}":"0', 1))
        assert f'"{cut}" is not of the same run as "{first}": {says}' in refused(first, second, str(cut))
    cut.write_text(Path(third).read_text().replace('"doclint_part":', '"doclint_part":9', 1))
    assert f'"{cut}" was made by another version of doclint' in refused(first, second, str(cut))
    site.commit({"docs/ru/parcel/e.md": damaged("parcel/e.md").upper()})
    assert "made at another commit" in refused(first, second, parts(tmp_path / "later")[2])


def test_a_part_under_another_configuration_is_named(site: Repo, tmp_path: Path) -> None:
    first, second, _ = parts(tmp_path / "parts")
    third = str(tmp_path / "third.jsonl")
    for name, text in (
        ("doclint.toml", '[severity]\nenum-member-changed = "warning"\n'),
        ("doclint.toml", '[[allow]]\nexpected = "inTransit4"\nreason = "so"\n'),
        ("doclint.toml", '[[override]]\nwhen.path = ["docs/ru/**"]\nmin-confidence = "high"\n'),
        ("doclint.accept.toml", '[[accept]]\nexpected = "inTransit4"\nreason = "so"\n'),
    ):
        (site.folder / name).write_text(text)
        assert doclint("check", "--shard", "3/3", "--part", third, "--quiet", "--exit-zero").exit_code in (0, 3)
        (site.folder / name).unlink()
        done = doclint("merge", first, second, third)
        assert (done.exit_code, done.stdout) == (2, "")
        assert f'"{third}" is not of the same run as "{first}": made under another configuration' in done.stderr


def test_a_part_that_lost_something_in_its_middle_is_damaged(site: Repo, tmp_path: Path) -> None:
    first, second, third = parts(tmp_path / "parts")
    lines = Path(third).read_bytes().splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.startswith(b'{"rule"'))
    end = next(number for number in range(at, len(lines)) if not lines[number].startswith(b'{"rule"'))
    for without in (
        [*lines[: at - 1], *lines[end:]],  # a page
        [*lines[:at], *lines[at + 1 :]],  # a finding
        [*lines[:at], lines[at].replace(b"paired", b"pared!"), *lines[at + 1 :]],
    ):
        Path(third).write_bytes(b"".join(without))
        done = doclint("merge", first, second, third, "--quiet")
        assert (done.exit_code, f'the part "{third}" is damaged: run its shard again' in done.stderr) == (2, True)


def test_parts_are_found_by_folders_and_patterns_alike(site: Repo, tmp_path: Path) -> None:
    parts(tmp_path / "parts")
    whole = doclint("merge", str(tmp_path / "parts"), "--format", "jsonl")
    for place in (f"{tmp_path}/parts/part-?.jsonl", f"{tmp_path}/**/part-*.jsonl"):
        merged = doclint("merge", place, "--format", "jsonl")
        assert (merged.stdout, merged.exit_code) == (whole.stdout, 1)
    done = doclint("merge", f"{tmp_path}/none-*.jsonl")
    assert (done.exit_code, f'no part matches "{tmp_path}/none-*.jsonl"' in done.stderr) == (2, True)


def test_a_text_that_has_changed_since_is_not_shown(site: Repo, tmp_path: Path) -> None:
    files = parts(tmp_path / "parts")
    (site.folder / "docs/ru/parcel/d.md").write_text("# Other\n")
    done = doclint("merge", *files, "--format", "rdjsonl")
    assert done.exit_code == 2
    assert '"docs/ru/parcel/d.md" has changed or is gone' in done.stderr
    assert doclint("merge", *files, "--format", "jsonl").exit_code == 1


def test_without_duckdb_the_extra_is_named(site: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    doclint("check", "--part", str(tmp_path / "all.jsonl"), "--quiet")
    monkeypatch.setitem(sys.modules, "duckdb", None)
    done = doclint("merge", str(tmp_path), "--dataset", str(tmp_path / "data"))
    assert (done.exit_code, "pip install 'doclint[dataset]'" in done.stderr) == (2, True)
    assert doclint("audit", "--from", str(tmp_path / "all.jsonl"), "-o", str(tmp_path / "audit")).exit_code in (0, 3)
    assert (tmp_path / "audit" / "findings.csv").is_file()
    assert not list((tmp_path / "audit").glob("*.parquet"))


@pytest.mark.parametrize("shard", ["0/3", "4/3", "3", "1/0", "a/b", "-1/3"])
def test_a_shard_that_is_none_is_refused(site: Repo, shard: str) -> None:
    done = doclint("check", "--shard", shard)
    assert done.exit_code == 2
    assert "such as 3/16" in done.stderr


def test_a_part_is_of_a_plain_check(site: Repo, tmp_path: Path) -> None:
    done = doclint("check", "--fix", "--part", str(tmp_path / "part.jsonl"))
    assert (done.exit_code, "--part is for a plain check" in done.stderr) == (2, True)
    done = doclint("check", "--part", str(tmp_path / "no" / "part.jsonl"))
    assert (done.exit_code, "cannot be written" in done.stderr) == (2, True)
