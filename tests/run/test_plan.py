"""Which pages a run checks against what: layouts, workspaces, changes, mirrors, as the command line meets them."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.commandline import doclint
from tests.gitrepo import Repo, git
from tests.layouts.sites import ONE_SITE, Files

ENGLISH = "---\ntitle: Parcel\n---\n|Member|Value|\n|:---|:---|\n|inTransit|0|\n|delivered|1|\n"
JAPANESE = "---\ntitle: 荷物\n---\n|メンバー|値|\n|:---|:---|\n|イントランジット|0|\n|delivered|1|\n"
RUSSIAN = "---\ntitle: Посылка\n---\n|Элемент|Значение|\n|:---|:---|\n|Интрансит|0|\n|delivered|1|\n"
HUGO = "defaultContentLanguage: en\nlanguages:\n  en:\n    contentDir: content/en\n  ja:\n    contentDir: content/ja\n"


@pytest.fixture(autouse=True)
def here(folder: Path) -> Path:
    return folder


def write(files: dict[str, str]) -> None:
    for name, text in files.items():
        file = Path(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def found(*arguments: str) -> list[dict[str, Any]]:
    done = doclint("check", *arguments, "--format", "jsonl")
    assert done.exit_code in (0, 1), done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def places(*arguments: str) -> set[tuple[str, str]]:
    return {(one["rule"], one["path"]) for one in found(*arguments)}


DAMAGED = {("enum-member-changed", "content/ja/parcel.md")}


@pytest.fixture
def site(here: Path) -> Repo:
    """A Hugo site with one page in two languages."""
    repo = Repo(here / "site")
    repo.commit({"hugo.yaml": HUGO, "content/en/parcel.md": ENGLISH, "content/ja/parcel.md": JAPANESE})
    os.chdir(repo.folder)
    return repo


def test_known_layout_needs_no_options(site: Repo) -> None:
    (one,) = found()
    assert (one["rule"], one["path"], one["locale"]) == ("enum-member-changed", "content/ja/parcel.md", "ja")
    assert one["source"]["path"].endswith("content/en/parcel.md")


def test_folder_below_the_top_and_a_page_are_paired_by_the_layout_too(site: Repo) -> None:
    assert places("content/ja") == DAMAGED
    assert places("content/ja/parcel.md") == DAMAGED
    os.chdir("content/ja")
    assert places("parcel.md") == {("enum-member-changed", "parcel.md")}


def test_source_page_that_a_hook_names_has_its_translations_checked(site: Repo) -> None:
    assert places("content/en/parcel.md") == DAMAGED


def test_commit_is_checked_without_a_checkout(site: Repo, tmp_path: Path) -> None:
    bare = site.bare(tmp_path / "bare.git")
    assert places(str(bare)) == DAMAGED
    assert places(f"{bare}@main") == DAMAGED


def test_pages_without_a_source_and_on_demand_sources_without_a_page(site: Repo) -> None:
    write({"content/ja/gone.md": "# 消えた\n", "content/en/new.md": "# New\n"})
    orphan = ("page-orphaned", "content/ja/gone.md")
    assert places("--select", "DL006,DL007") == {orphan}
    assert places("--select", "DL006,DL007", "--missing") == {orphan, ("page-missing", "content/ja/new.md")}


def test_missing_pages_of_a_source_folder() -> None:
    write({"en/a.md": ENGLISH, "en/b.md": "# B\n", "ru/a.md": RUSSIAN})
    assert ("page-missing", "ru/b.md") in places("ru", "--source", "en", "--missing")


def test_page_that_names_its_commit_is_compared_with_the_english_of_then(site: Repo) -> None:
    then = git(site.folder, "rev-parse", "HEAD")
    pinned = JAPANESE.replace("---\ntitle", f"---\ndefault_lang_commit: {then}\ntitle")
    site.commit({"content/ja/parcel.md": pinned, "content/en/parcel.md": ENGLISH.replace("delivered", "handedOver")})
    (one,) = found()
    assert (one["trust"], one["expected"], one["source"]["revision"]) == ("pinned", "inTransit", then)


def test_last_touch_finds_the_english_of_the_time(site: Repo) -> None:
    site.commit({"content/en/parcel.md": ENGLISH.replace("delivered", "handedOver")})
    assert [one["expected"] for one in found("--pin", "last-touch")] == ["inTransit"]


def test_last_touch_is_the_same_for_a_page_that_is_named(here: Path) -> None:
    english, russian = Repo(here / "en"), Repo(here / "ru")
    english.commit({"d/p.md": ENGLISH}, date=1_600_000_000)
    english.commit({"d/p.md": ENGLISH.replace("delivered", "handedOver")}, date=1_700_000_000)
    russian.commit({"d/p.md": RUSSIAN}, date=1_650_000_000)
    os.chdir(russian.folder)
    options = ("--source", str(english.folder), "--pin", "last-touch")
    assert found("d/p.md", *options) == found(".", *options)


@pytest.mark.parametrize("option", ["--since", "--changed-lines"])
def test_changes_of_a_commits_pages_are_refused(site: Repo, tmp_path: Path, option: str) -> None:
    done = doclint("check", f"{site.bare(tmp_path / 'bare.git')}@main", option, "HEAD")
    assert done.exit_code == 2
    assert f"{option} is for files in a working tree" in done.stderr


def test_source_folder_among_the_pages_is_the_layouts(here: Path) -> None:
    write({"docs/en-US/parcel.md": ENGLISH, "docs/ja-JP/parcel.md": JAPANESE})
    alone = places()
    assert alone == {("enum-member-changed", "docs/ja-JP/parcel.md")}
    assert places(".", "--source", "docs/en-US") == alone
    assert places("docs/ja-JP", "--source", "docs/en-US") == alone
    write({"doclint.toml": 'source = "docs/en-US"\n'})
    assert places() == alone


def test_half_present_layout_is_one_clear_line(here: Path) -> None:
    write({"hugo.yaml": HUGO, "content/en/parcel.md": ENGLISH, "content/fr/parcel.md": "# Colis\n"})
    done = doclint("check", "--format", "jsonl")
    (line,) = [line for line in done.stderr.splitlines() if "content/ja" in line]
    assert line.startswith("doclint: ")


def test_no_layout_is_said_and_pages_are_checked_alone() -> None:
    write({"notes/a.md": "# Посылка\n"})
    done = doclint("check")
    assert done.exit_code == 0
    assert "no layout is recognized here" in done.stderr
    assert "nothing found on 1 page\n       1  page with no source" in done.stdout


def test_split_repository_without_a_source_says_what_it_needs(here: Path) -> None:
    publish = json.dumps({"docsets_to_publish": [{"locale": "ru-ru"}]})
    write({".openpublishing.publish.config.json": publish, "docs/a.md": RUSSIAN})
    done = doclint("check")
    assert "the English of these pages lies in another repository" in done.stderr
    write({"doclint.toml": 'source = "../en"\n', "../en/docs/a.md": ENGLISH})
    (one,) = found()
    assert (one["expected"], one["locale"]) == ("inTransit", "ru-RU")


PAGES = ("api/index.md", "api/ref/index.md", "api/ref/parcel.md")


@pytest.fixture
def split(here: Path) -> Path:
    """Two repositories; every folder has an index, the English one at its top too, which is no page's English."""
    other = {"index.md": "# Hub\n", "parcel.md": "# Another\n"}
    Repo(here / "docs").commit({**dict.fromkeys(PAGES, ENGLISH), **other})
    Repo(here / "docs.ru-ru").commit(dict.fromkeys(PAGES, RUSSIAN))
    return here


@pytest.mark.parametrize("source", ["docs", "docs.git", "plain"])
@pytest.mark.parametrize(
    ("where", "argument", "named"),
    [
        ("docs.ru-ru", ".", PAGES),
        (".", "docs.ru-ru/api/ref/parcel.md", PAGES[2:]),
        (".", "docs.ru-ru/api/index.md", PAGES[:1]),
        (".", "docs.ru-ru/api", PAGES),
        ("docs.ru-ru", "api/ref", PAGES[1:]),
        ("docs.ru-ru/api/ref", "index.md", PAGES[1:2]),
        ("docs.ru-ru/api/ref", ".", PAGES[1:]),
    ],
)
def test_part_of_a_split_repository_is_paired_as_the_whole_is(
    split: Path, source: str, where: str, argument: str, named: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    if source == "docs.git":
        git(split, "clone", "-q", "--bare", "docs", "docs.git")
    elif source == "plain":
        write(
            {f"plain/{name}": text for name, text in [*dict.fromkeys(PAGES, ENGLISH).items(), ("index.md", "# Hub\n")]}
        )
    whole = {one["fingerprint"] for one in found("docs.ru-ru", "--source", source)}
    monkeypatch.chdir(split / where)
    rows = found(argument, "--source", str(split / source))
    assert len(whole) == len(PAGES)
    assert [one["rule"] for one in rows] == ["enum-member-changed"] * len(named)
    assert {one["fingerprint"] for one in rows} <= whole
    assert sorted(str(Path(one["path"]).absolute()) for one in rows) == [
        str(split / "docs.ru-ru" / one) for one in named
    ]


def test_missing_pages_of_a_part_of_a_split_repository_are_those_of_the_part(split: Path) -> None:
    (split / "docs.ru-ru/api/ref/parcel.md").unlink()
    rows = found("docs.ru-ru/api/ref", "--source", "docs", "--missing")
    assert {(one["rule"], one["path"]) for one in rows} == {
        ("enum-member-changed", "docs.ru-ru/api/ref/index.md"),
        ("page-missing", "docs.ru-ru/api/ref/parcel.md"),
    }


@pytest.mark.parametrize(("where", "rule"), [("docs/ru", "enum-member-changed"), ("i18n/russian", "page-orphaned")])
def test_translation_is_not_its_own_english_in_a_clone_of_its_repository(here: Path, where: str, rule: str) -> None:
    Repo(here / "site").commit({f"{where}/parcel.md": RUSSIAN, "en/parcel.md": ENGLISH})
    git(here, "clone", "-q", "--bare", "site", "site.git")
    alone = found(f"site/{where}", "--source", "site.git", "--allow-alone")
    assert {one["rule"] for one in alone} == {rule}
    assert {one["rule"] for one in found(f"site/{where}", "--source", "site/en")} == {"enum-member-changed"}


# a workspace


@pytest.fixture
def workspace(here: Path) -> None:
    write(
        {
            "en/parcel.md": ENGLISH,
            "ru/parcel.md": RUSSIAN,
            "ja/parcel.md": JAPANESE,
            "de/parcel.md": ENGLISH,
            "doclint.toml": 'source = "en"\n'
            + "".join(f'[[target]]\nname = "{tag}"\npath = "{tag}"\nlocale = "{tag}"\n' for tag in ("ru", "ja", "de"))
            + 'config = "de.toml"\n[[allow]]\nexpected = "inTransit"\nfound = "Интрансит"\nlocale = "ru"\n',
            "de.toml": 'ignore = ["enum-value-changed"]\n',
        }
    )


@pytest.mark.usefixtures("workspace")
def test_workspace_is_one_run_with_each_targets_own_exceptions() -> None:
    done = doclint("check")
    assert "ja/parcel.md" in done.stdout
    assert "ru/parcel.md" not in done.stdout
    lines = done.stdout.splitlines()
    assert "        1 page  ja: 1 error" in lines
    assert "        1 page  ru: nothing found" in lines
    assert "       1  not shown: house style" in lines


@pytest.mark.usefixtures("workspace")
def test_the_command_line_wins_over_a_targets_own_configuration() -> None:
    write({"de.toml": 'select = ["enum-value-changed"]\n', "de/parcel.md": RUSSIAN.replace("|1|", "|1,1|")})
    assert places("de") == {("enum-value-changed", "de/parcel.md")}
    assert places("de", "--select", "enum-member-changed") == {("enum-member-changed", "de/parcel.md")}


@pytest.mark.usefixtures("workspace")
def test_named_pages_of_a_workspace_are_of_their_target() -> None:
    assert places("ja/parcel.md") == {("enum-member-changed", "ja/parcel.md")}
    assert places("ru") == set()
    assert "in none of the workspace's targets" in doclint("check", "en").stderr


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize(
    "named", [("ja", "de", "ru"), ("ru/parcel.md", "de/parcel.md", "ja/parcel.md", "en/parcel.md")]
)
def test_pages_of_several_targets_are_checked_in_their_own_only(named: tuple[str, ...]) -> None:
    write({"de/parcel.md": RUSSIAN})
    assert sorted((one["path"], one["locale"]) for one in found(*named)) == [
        ("de/parcel.md", "de"),
        ("ja/parcel.md", "ja"),
    ]


def test_target_of_a_workspace_may_be_a_repository(here: Path) -> None:
    repo = Repo(here / "ru-pages")
    repo.commit({"parcel.md": RUSSIAN})
    target = '[[target]]\nname = "ru"\nrepository = "ru-pages"\nrev = "main"\nlocale = "ru-RU"\n'
    write({"en/parcel.md": ENGLISH, "doclint.toml": f'source = "en"\n{target}'})
    assert places() == {("enum-member-changed", "parcel.md")}


def test_glob_that_names_no_page_is_one_line(site: Repo) -> None:
    write({"doclint.toml": 'exclude = ["contnet/"]\n'})
    done = doclint("check")
    assert (done.exit_code, done.stderr) == (2, 'doclint: doclint.toml:1: the pattern "contnet/" names no page\n')


def test_exclude_holds_for_pages_that_are_named(site: Repo) -> None:
    write({"doclint.toml": 'exclude = ["content/ja/parcel.md"]\n'})
    done = doclint("check", "content/ja/parcel.md")
    assert done.exit_code == 2
    assert "include and exclude" in done.stderr


# changes


def test_since_takes_changed_pages_and_translations_of_changed_sources(site: Repo) -> None:
    site.commit({"content/en/depot.md": ENGLISH, "content/ja/depot.md": JAPANESE})
    assert found("--since", "HEAD") == []
    (site.folder / "content/ja/depot.md").write_text(JAPANESE + "\n", encoding="utf-8")
    assert {one["path"] for one in found("--since", "HEAD")} == {"content/ja/depot.md"}
    site.commit({"content/en/parcel.md": ENGLISH + "\nMore.\n"})
    assert {one["path"] for one in found("--since", "HEAD~1")} == {"content/ja/depot.md", "content/ja/parcel.md"}


def test_since_with_a_source_folder_of_the_same_repository(here: Path) -> None:
    repo = Repo(here / "docs")
    repo.commit({"en/a.md": ENGLISH, "ru/a.md": RUSSIAN, "en/b.md": ENGLISH, "ru/b.md": RUSSIAN})
    os.chdir(repo.folder)
    repo.commit({"en/b.md": ENGLISH + "\nMore.\n"})
    assert {one["path"] for one in found("ru", "--source", "en", "--since", "HEAD~1")} == {"ru/b.md"}


def test_changed_lines_leaves_old_faults_alone(site: Repo) -> None:
    more = JAPANESE.replace("|delivered|1|", "|デリバード|1|")
    (site.folder / "content/ja/parcel.md").write_text(more, encoding="utf-8")
    assert [one["expected"] for one in found()] == ["inTransit", "delivered"]
    assert [one["expected"] for one in found("--changed-lines", "HEAD")] == ["delivered"]
    done = doclint("check", "--changed-lines", "HEAD")
    assert "1  not shown: on lines that did not change" in done.stdout


def test_unknown_revision_is_one_line(site: Repo) -> None:
    done = doclint("check", "--since", "nowhere")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert 'no revision "nowhere"' in done.stderr


# the mirror


@pytest.fixture
def remote(here: Path) -> Repo:
    repo = Repo(here / "english")
    repo.commit({"parcel.md": ENGLISH, "depot.md": ENGLISH})
    write({"ru/parcel.md": RUSSIAN, "doclint.toml": f'source = {{ url = "file://{repo.folder}", rev = "main" }}\n'})
    return repo


def test_without_the_mirror_a_hook_says_so_and_does_not_fail(remote: Repo) -> None:
    done = doclint("check", "ru/parcel.md")
    assert done.exit_code == 0
    assert "`doclint source sync` gets it" in done.stderr


def test_sync_gets_what_the_pages_need(remote: Repo) -> None:
    os.chdir("ru")
    done = doclint("source", "sync")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "mirrored in" in done.stdout
    assert "1 page version fetched" in done.stdout
    assert places(".") == {("enum-member-changed", "parcel.md")}
    assert "up to date" in doclint("source", "sync").stdout


def test_a_hook_finds_configuration_mirror_and_baseline_by_itself(here: Path) -> None:
    """In a repository with the paths of the English one; the hook names pages from its top."""
    english = Repo(here / "english")
    english.commit({"docs/parcel.md": ENGLISH, "docs/old.md": ENGLISH})
    config = (
        f'locale = "ru-RU"\nexclude = ["drafts/"]\nbaseline = "known.txt"\nsource.url = "file://{english.folder}"\n'
    )
    repo = Repo(here / "docs.ru-ru")
    repo.commit({"docs/old.md": RUSSIAN, "drafts/parcel.md": RUSSIAN, "doclint.toml": config})
    os.chdir(repo.folder)
    assert doclint("source", "sync").exit_code == 0
    assert doclint("baseline", "write").exit_code == 0
    write({"docs/parcel.md": RUSSIAN})
    done = doclint("check", "docs/old.md", "docs/parcel.md", "drafts/parcel.md")
    assert done.exit_code == 1
    assert "docs/parcel.md" in done.stdout
    assert "1 new" in done.stdout
    assert "1 finding: 1 error, on 1 of 2 pages" in done.stdout
    assert doclint("check", "docs/old.md").exit_code == 0


def test_nothing_to_sync_is_said(here: Path) -> None:
    done = doclint("source", "sync")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


# init


def test_init_writes_a_configuration_that_checks_the_same(site: Repo) -> None:
    before = found()
    done = doclint("init")
    assert done.exit_code == 0, done.output
    assert 'layout = "hugo"' in (site.folder / "doclint.toml").read_text("utf-8")
    assert found() == before
    assert doclint("init").exit_code == 2
    assert doclint("init", "--force").exit_code == 0


# every layout


@pytest.mark.parametrize(("files", "pairs"), [site[1:] for site in ONE_SITE.values()], ids=ONE_SITE)
def test_every_layout_is_checked_without_options(here: Path, files: Files, pairs: dict[str, tuple[str, str]]) -> None:
    sources = {source for source, _ in pairs.values() if source in files}
    texts = dict.fromkeys(sources, ENGLISH) | dict.fromkeys((path for path in pairs if path in files), JAPANESE)
    body = {name: text.partition("---\n")[2].partition("---\n")[2] for name, text in texts.items()}
    repo = Repo(here / "parcels")
    repo.commit({name: f"{text}\n{body[name]}" if name in body else text for name, text in files.items()})
    os.chdir(repo.folder)
    damaged = {one["path"]: one for one in found("--select", "enum-member-changed,source-mismatch")}
    expected = {path: source for path, (source, _) in pairs.items() if source in sources}
    assert {path: one["source"]["path"] for path, one in damaged.items()} == expected
    for path, one in damaged.items():
        assert one["locale"] == pairs[path][1]


def test_index_of_digests_is_made_once_and_kept(here: Path, tmp_path: Path) -> None:
    repo = Repo(here / "english")
    repo.commit({"docs/new-name.md": ENGLISH})
    digest = hashlib.sha1(ENGLISH.replace("\n", "\r\n").encode()).hexdigest()
    write({"ru/docs/old-name.md": f"---\nms.openlocfilehash: {digest}\n" + RUSSIAN.partition("---\n")[2]})
    (one,) = found("ru", "--source", "english")
    assert (one["trust"], one["source"]["path"]) == ("proven", "docs/new-name.md")
    (index,) = (tmp_path / "cache").glob("git-digests-*.json")
    made = index.stat().st_mtime_ns
    assert found("ru", "--source", "english") == [one]
    assert index.stat().st_mtime_ns == made
    whole = index.read_bytes()
    for damaged in (b"", b"\xff", whole[:-3], b"[" * 200_000, b'{"a": 1}'):
        index.write_bytes(damaged)
        assert found("ru", "--source", "english") == [one]
        assert index.read_bytes() == whole


def test_page_of_nothing_is_right_where_the_english_is_one() -> None:
    write({"en/a.md": "\n", "ru/a.md": "", "en/b.md": ENGLISH, "ru/b.md": " \n"})
    assert places("ru", "--source", "en") == {("unreadable-page", "ru/b.md")}


def test_folders_that_nothing_tells_are_paired_by_patterns(here: Path) -> None:
    patterns = 'layout = { name = "patterns", patterns = ["copy/en -> docs/{locale}"] }\n'
    write({"doclint.toml": patterns, "copy/en/a.md": ENGLISH, "docs/ja/a.md": JAPANESE, "docs/ko/b.md": "# 소포\n"})
    assert places("--select", "DL102,DL006") == {
        ("enum-member-changed", "docs/ja/a.md"),
        ("page-orphaned", "docs/ko/b.md"),
    }


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        ('{ name = "patterns", patterns = ["copy/en"] }', 'the pattern "copy/en" is not "SOURCE -> TARGET"'),
        ('{ name = "hugo", folder = "x" }', 'unknown layout option "folder"'),
        ('"hugo"', 'the layout is set to "hugo": nothing in the tree suggests it'),
        ('"hugoo"', 'did you mean "hugo"'),
    ],
)
def test_layout_that_cannot_be_is_one_line(here: Path, layout: str, said: str) -> None:
    write({"doclint.toml": f"layout = {layout}\n", "docs/ja/a.md": JAPANESE})
    done = doclint("check")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert said in done.stderr


def test_page_of_the_teams_own_is_no_warning_where_the_english_never_had_it(site: Repo) -> None:
    site.commit({"content/en/gone.md": "# Depot\n", "content/ja/gone.md": "# 集配所\n"})
    site.commit({"content/en/made/of-code.md": "# Depot\n", "content/ja/made/of-code.md": "# 集配所\n"})
    gone = {"content/en/gone.md": None, "content/en/made/of-code.md": None}
    site.commit({**gone, "content/en/.gitignore": "!\nmade/\n", "content/ja/style-guide.md": "# 翻訳の手引き\n"})
    rows = found("--select", "page-orphaned")
    assert {one["path"]: one["severity"] for one in rows} == {
        "content/ja/gone.md": "warning",
        "content/ja/made/of-code.md": "note",  # the build makes its English
        "content/ja/style-guide.md": "note",
    }
    assert {one["severity"] for one in found("content/ja", "--source", ".@HEAD", "--select", "page-orphaned")} == {
        "warning",
        "note",
    }
