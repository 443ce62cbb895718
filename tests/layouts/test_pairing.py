"""How pages come by their English without options, in repositories as people have them."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

import pytest

from tests.commandline import doclint
from tests.gitrepo import Repo, git

ENGLISH = "---\ntitle: Parcel\n---\n|Member|Value|\n|:---|:---|\n|inTransit|0|\n|delivered|1|\n"
JAPANESE = "---\ntitle: 荷物\n---\n|メンバー|値|\n|:---|:---|\n|イントランジット|0|\n|delivered|1|\n"


@pytest.fixture(autouse=True)
def here(folder: Path) -> Path:
    return folder


def texts(pairs: dict[str, str], *others: str) -> dict[str, str | bytes | None]:
    """Translated pages with their English ones, and pages that are none of both."""
    own: dict[str, str | bytes | None] = {name: f"# {number}\n" for number, name in enumerate(others)}
    return own | dict.fromkeys(pairs.values(), ENGLISH) | dict.fromkeys(pairs, JAPANESE)


def paired(*arguments: str) -> dict[str, str]:
    """The pages that were compared with an English one, which is found by the fault in each of them."""
    done = doclint("check", *arguments, "--select", "enum-member-changed", "--format", "jsonl")
    assert done.exit_code in (0, 1), done.output
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return {one["path"]: one["source"]["path"] for one in rows}


SITES: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {
    "mdn with other files beside the locales": (
        {
            "files/ja/web/api/parcel/index.md": "files/en-us/web/api/parcel/index.md",
            "files/ja/web/html/br/index.md": "files/en-us/web/html/br/index.md",
        },
        ("files/README.md", "files/jsondata/notes.md", "files/sidebars/a.md", "README.md"),
    ),
    "i18n/content beside content": (
        {
            "src/i18n/content/jp/docs/hub/parcel.mdx": "src/content/docs/hub/parcel.mdx",
            "src/i18n/content/jp/docs/hub/depot.mdx": "src/content/docs/hub/depot.mdx",
            "src/i18n/content/kr/docs/hub/depot.mdx": "src/content/docs/hub/depot.mdx",
        },
        ("src/content/docs/hub/new.mdx", "src/content/whats-new/a.md", "README.md"),
    ),
    "content/translations": (
        {
            "public/content/translations/ja/hub/index.md": "public/content/hub/index.md",
            "public/content/translations/pt-br/hub/index.md": "public/content/hub/index.md",
            "public/content/translations/ja/index.md": "public/content/index.md",
        },
        ("public/content/depot/index.md", "README.md"),
    ),
    "content/translations of one page": (
        {"content/translations/ja/hub.md": "content/hub.md"},
        ("content/depot.md", "README.md"),
    ),
    "i18n of the root": (
        {"i18n/ja/README.md": "README.md"},
        ("guide/a.md", "guide/b.md"),
    ),
    "i18n of a folder": (
        {"i18n/ja/guide/a.md": "guide/a.md", "i18n/ja/guide/b.md": "guide/b.md"},
        ("guide/c.md", "README.md"),
    ),
    "localization of the root": (
        {"localization/ja/hub/README.md": "hub/README.md", "localization/ko/depot/README.md": "depot/README.md"},
        ("van/README.md", "README.md"),
    ),
    "at signs": (
        {"docs/parcel@ja.md": "docs/parcel.md", "docs/hub@zh-hans.md": "docs/hub.md"},
        ("docs/depot.md",),
    ),
    "hyphens and underlines in lower case": (
        {"docs/parcel-ja.md": "docs/parcel.md", "docs/hub_ja.md": "docs/hub.md", "docs/hub-pt-br.md": "docs/hub.md"},
        ("docs/depot.md", "docs/how.md", "docs/how-to.md", "docs/log-in.md", "docs/log.md"),
    ),
    "every separator in one tree": (
        {"a/README-ja.md": "a/README.md", "b/README_ja.md": "b/README.md", "c/README.ja.md": "c/README.md"},
        ("README.md",),
    ),
    "folders that are no locales": (
        {"docs/ja/web/br/index.md": "docs/en/web/br/index.md", "docs/ja/web/index.md": "docs/en/web/index.md"},
        tuple(f"docs/en/tags/{tag}/index.md" for tag in ("br", "hr", "td", "te", "tr", "table", "p")),
    ),
    "languages by their names": (
        {
            "README.french.md": "README.md",
            "README.indonesian.md": "README.md",
            "hub/depot.brazilian-portuguese.md": "hub/depot.md",
        },
        ("hub/depot.draft.md",),
    ),
    "folders of languages by their names": (
        {"translations/french/hub.md": "hub.md", "translations/Japanese/depot.md": "depot.md"},
        ("van.md",),
    ),
    "folders of two kinds, of which one contradicts": (
        {
            "translations/ja/README.md": "README.md",
            "translations/ja/hub/a.md": "hub/a.md",
            "docs/i18n/ja/b.md": "docs/i18n/en/b.md",
            "docs/i18n/ko/c.md": "docs/i18n/en/c.md",
        },
        ("docs/d.md",),
    ),
    "pages by suffix in a folder of their own": (
        {"translations/README-ja.md": "README.md", "translations/README-de.md": "README.md"},
        ("translations/how-to.md", "guide.md", "SECURITY.md"),
    ),
    "pages by suffix, some of which lie above": (
        {
            "docs/README-JP.md": "README.md",
            "docs/README-DE.md": "README.md",
            "docs/HUB-JP.md": "docs/HUB.md",
            "docs/HUB-FR.md": "docs/HUB.md",
        },
        ("HUB.md", "docs/SECURITY.md", "docs/guide.md"),
    ),
    "jekyll's collections": (
        {
            "_ja/tour/parcel.md": "_tour/parcel.md",
            "_zh-cn/tour/parcel.md": "_tour/parcel.md",
            "_ja/hub/a/b.md": "_hub/a/b.md",
            "_ja/index.md": "index.md",
        },
        ("_config.yml", "_tour/van.md", "README.md"),
    ),
    "capitals": (
        {"docs/ja/Guide/Hub.md": "docs/en/guide/hub.md", "docs/ja/a.md": "docs/en/a.md"},
        ("docs/en/b.md",),
    ),
}


@pytest.mark.parametrize(("pairs", "others"), SITES.values(), ids=SITES)
def test_site_is_paired_by_itself(here: Path, pairs: dict[str, str], others: tuple[str, ...]) -> None:
    files = texts(pairs, *others)
    if any(name.startswith("files/") for name in pairs):
        files |= {
            name: str(text).replace("---\n", "---\nslug: Web\n", 1)
            for name, text in files.items()
            if name in {*pairs, *pairs.values()}
        }
    Repo(here / "site").commit(files)
    os.chdir("site")
    assert paired() == pairs


def test_folders_that_are_no_locales_are_not_paired(here: Path) -> None:
    names = [f"html/{tag}/index.md" for tag in ("br", "hr", "td", "te", "tr", "table", "p")]
    Repo(here / "site").commit(dict.fromkeys(["html/index.md", "index.md", *names], ENGLISH))
    os.chdir("site")
    assert "no layout is recognized here" in doclint("check").stderr


def test_what_is_paired_by_settings_is_in_no_doubt(here: Path) -> None:
    """Locales of a generator's folder, which go with each other, lie beside no source."""
    folder = "i18n/{}/docusaurus-plugin-content-docs/current/{}.md"
    pages = {folder.format(tag, name): f"docs/{name}.md" for tag in ("ja", "ko") for name in ("a", "b", "c")}
    files = texts(pages) | {"docusaurus.config.js": "module.exports = {i18n: {defaultLocale: 'en'}}"}
    Repo(here / "site").commit(files)
    os.chdir("site")
    assert paired() == pages
    assert "no source lies beside them" not in doclint("check").stderr


def test_of_two_folders_for_one_page_the_one_with_more_languages_is_paired(here: Path) -> None:
    pages = {f"i18n/README-{tag}.md": "README.md" for tag in ("DE", "JP", "ZH")}
    older = dict.fromkeys(("i18n/old/README-DE.md", "i18n/old/README-JP.md"), JAPANESE)
    Repo(here / "site").commit({**texts(pages), **older})
    os.chdir("site")
    assert paired() == pages


FORK = ("guide/parcel.md", "guide/hub.md", "index.md")


def test_branch_for_each_language(here: Path) -> None:
    repo = Repo(here / "site")
    repo.commit(dict.fromkeys(FORK, ENGLISH))
    git(repo.folder, "checkout", "-q", "-b", "ja")
    repo.commit(dict.fromkeys(FORK, JAPANESE))
    os.chdir("site")
    assert paired("--source", ".@main") == {name: name for name in FORK}
    assert paired(".", "--source", ".@main") == {name: name for name in FORK}
    assert paired("guide", "--source", ".@main") == {name: name for name in FORK[:2]}
    assert paired("guide/hub.md", "--source", ".@main") == {FORK[1]: FORK[1]}
    os.chdir("guide")
    assert paired(".", "--source", ".@main") == {"parcel.md": FORK[0], "hub.md": FORK[1]}


PAGES = {"docs/ja/guide/parcel.md": "docs/en/guide/parcel.md", "docs/ja/hub.md": "docs/en/hub.md"}


@pytest.mark.parametrize("source", [".@HEAD", ".", "../site.git", "docs/en", ".@HEAD:docs/en", "../copy", "../other"])
@pytest.mark.parametrize(
    ("named", "pages"),
    [
        ((), 2),
        ((".",), 2),
        (("docs",), 2),
        (("docs/ja",), 2),
        (("docs/ja/guide",), 1),
        (("docs/ja/guide/parcel.md",), 1),
    ],
)
def test_source_that_holds_both_sides(here: Path, source: str, named: tuple[str, ...], pages: int) -> None:
    repo = Repo(here / "site")
    repo.commit(texts(PAGES, "README.md"))
    repo.bare(here / "site.git")
    git(here, "clone", "-q", "site", "copy")
    for name, text in texts(PAGES, "README.md").items():
        (here / "other" / name).parent.mkdir(parents=True, exist_ok=True)
        (here / "other" / name).write_text(str(text), "utf-8")
    os.chdir("site")
    if ":" in source:
        source = "docs/en@HEAD"
    found = paired(*named, "--source", source)
    assert len(found) == pages
    assert {Path(path).name: "ja" for path in found} == {Path(path).name: "ja" for path in PAGES if path in found}
    assert all(
        PAGES[path].endswith(english.removeprefix("../copy/").removeprefix("../other/"))
        for path, english in found.items()
    )


def test_source_that_calls_its_folders_otherwise(here: Path) -> None:
    wanted = {
        f"docs/{name}/{tag}/{page}": f"packages/{name}/copy/en/{page}"
        for name, page in (("guide", "parcel.md"), ("reference", "hub/van.md"))
        for tag in ("ja", "ko")
    }
    sources: dict[str, str | bytes | None] = dict.fromkeys(wanted.values(), ENGLISH)
    Repo(here / "source").commit(sources)
    Repo(here / "site").commit(dict.fromkeys(wanted, JAPANESE))
    os.chdir("site")
    assert paired("--source", "../source") == wanted
    assert paired("docs/guide/ko", "--source", "../source@HEAD") == {
        path: english for path, english in wanted.items() if "guide/ko" in path
    }


def test_several_repositories_in_one_call(here: Path) -> None:
    Repo(here / "one").commit(texts(PAGES))
    Repo(here / "two").commit(texts({"hub.ja.md": "hub.md"}))
    assert paired("one", "two") == {
        **{f"one/{path}": f"one/{source}" for path, source in PAGES.items()},
        "two/hub.ja.md": "two/hub.md",
    }


@pytest.mark.parametrize("url", ["https://example.org/parcels/docs.ja-jp.git", "git@example.org:parcels/docs.ja-JP"])
def test_repository_under_another_name(here: Path, url: str) -> None:
    """Its origin tells what it is called."""
    Repo(here / "english").commit(dict.fromkeys(FORK, ENGLISH))
    clone = Repo(here / "translations")
    clone.commit(dict.fromkeys(FORK, JAPANESE))
    git(clone.folder, "remote", "add", "origin", url)
    os.chdir("translations")
    assert "the English of these pages" in doclint("check").stderr
    (one,) = {
        one["locale"]
        for one in map(json.loads, doclint("check", "--source", "../english", "--format", "jsonl").stdout.splitlines())
    }
    assert one == "ja-JP"


STATE = "translations/ja/.co-op-translator.json"


def test_digests_that_co_op_translator_keeps_beside_the_pages(here: Path) -> None:
    digest = hashlib.md5(ENGLISH.encode(), usedforsecurity=False).hexdigest()
    kept = {"docs/hub.md": {"original_hash": digest, "source_file": "docs/hub.md"}, "README.md": {"original_hash": "0"}}
    pages = {"translations/ja/docs/hub.md": "docs/hub.md", "translations/ja/README.md": "README.md"}
    repo = Repo(here / "site")
    repo.commit({**texts(pages), STATE: json.dumps(kept)})
    os.chdir("site")
    assert trusts() == {"translations/ja/docs/hub.md": "proven", "translations/ja/README.md": "paired"}
    newer = ENGLISH.replace("delivered", "handedOver")
    repo.commit({"docs/hub.md": newer})
    assert trusts() == {"translations/ja/docs/hub.md": "proven", "translations/ja/README.md": "paired"}
    for broken in ("", "[]", '{"docs/hub.md": 1}', '{"docs/hub.md": {"original_hash": []}}', "[" * 100_000):
        (repo.folder / STATE).write_text(broken, "utf-8")
        assert set(trusts().values()) == {"paired"}


def test_state_files_beside_pages_of_one_folder(here: Path) -> None:
    """Two sets of translations in one tree; the copy in English is none, and contradicts nothing."""
    digest = hashlib.md5(ENGLISH.encode(), usedforsecurity=False).hexdigest()
    kept = json.dumps({"hub.md": {"original_hash": digest, "source_file": "hub.md"}})
    pages = {"translations/ja/README.md": "README.md", "docs/i18n/ja/hub.md": "docs/hub.md"}
    copies = {"translations/en/README.md": ENGLISH, "docs/i18n/en/hub.md": ENGLISH}
    Repo(here / "site").commit(
        {
            **texts(pages),
            **copies,
            STATE: "{}",
            "docs/i18n/ja/.co-op-translator.json": kept,
            "docs/depot.md": "# Depot\n",
        }
    )
    os.chdir("site")
    assert paired() == pages
    assert trusts() == {"translations/ja/README.md": "paired", "docs/i18n/ja/hub.md": "proven"}
    assert "two layouts" not in doclint("check").stderr


def trusts() -> dict[str, str]:
    done = doclint("check", "--select", "enum-member-changed", "--format", "jsonl")
    return {one["path"]: one["trust"] for one in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("name", ["ko.parcels.dev", "parcels.dev-cn", "parcels.dev.ja-jp"])
def test_upstream_that_lies_beside_a_fork(here: Path, name: str) -> None:
    Repo(here / "parcels.dev").commit(dict.fromkeys(FORK, ENGLISH))
    Repo(here / name).commit(dict.fromkeys(FORK, JAPANESE))
    os.chdir(name)
    assert paired() == {page: page for page in FORK}
    assert paired("guide/hub.md") == {FORK[1]: FORK[1]}
    assert 'the English is taken from "../parcels.dev"' in doclint("check").stderr


def test_repository_beside_is_no_english_of_other_pages(here: Path) -> None:
    """Nor of a repository whose name holds no locale."""
    Repo(here / "parcels").commit({"other.md": ENGLISH, "index.md": ENGLISH})
    Repo(here / "parcels-ja").commit(dict.fromkeys(FORK, JAPANESE))
    Repo(here / "parcels-go").commit({"index.md": JAPANESE, "other.md": JAPANESE})
    for name in ("parcels-ja", "parcels-go"):
        os.chdir(here / name)
        assert paired() == {}


def test_repository_beside_that_lacks_most_pages_is_named(here: Path) -> None:
    Repo(here / "parcels").commit({"index.md": ENGLISH})
    Repo(here / "parcels-cn").commit(dict.fromkeys(FORK, JAPANESE))
    os.chdir(here / "parcels-cn")
    assert '"../parcels" has less than half of these pages: name it with --source' in doclint("check").stderr


def test_languages_by_name_without_babel(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "babel", None)
    Repo(here / "site").commit({"README.md": ENGLISH, "README.french.md": JAPANESE})
    os.chdir("site")
    assert "pages are named as X.french.md beside X.md (1): install doclint[locales]" in doclint("check").stderr


MDN = {
    "files/ja/web/parcel/index.md": "files/en-us/web/parcel/index.md",
    "files/ko/web/hub/index.md": "files/en-us/web/hub/index.md",
}


def test_mdn_in_two_repositories(here: Path) -> None:
    pages = {
        name: text.replace("---\n", "---\nslug: Web\n", 1) for name, text in texts(MDN).items() if isinstance(text, str)
    }
    Repo(here / "content").commit({name: pages[name] for name in MDN.values()})
    others = {
        "files/README.md": "# Files\n",
        "files/sidebars/br/index.md": "# Bars\n",
        "files/sidebars/index.md": "# Bars\n",
    }
    repo = Repo(here / "translated-content")
    repo.commit({name: pages[name] for name in MDN} | others)
    os.chdir(repo.folder)
    assert paired() == MDN
    assert paired("--source", "../content") == MDN
    assert paired("files/ja/web/parcel/index.md", "--source", "../content") == dict([*MDN.items()][:1])
    repo.commit({"doclint.toml": 'layout = "mdn"\nsource = "../content"\n'})
    assert paired() == MDN
