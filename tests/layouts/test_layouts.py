"""Where translations and their sources lie: one small repository for each layout, in the shape that real ones have."""

from __future__ import annotations

import os
import pickle
import time
from pathlib import Path

import pytest

from doclint.layouts import Layout
from doclint.layouts.detect import NAMES, Detected, by_name, detect
from doclint.layouts.layout import Counterpart, Translation
from doclint.layouts.pairs.coverage import missing
from doclint.layouts.tree import FolderTree, RevisionTree, root_of
from doclint.sources.git.commit import open_tree
from doclint.text.errors import ConfigError
from tests.gitrepo import Repo
from tests.layouts.sites import I18N, MOUNTS, ONE_SITE, SPHERES, Files

PUBLISHED = '\ufeff{"docsets_to_publish": [{"docset_name": "parcels", "build_source_folder": ".", "locale": "%s"}]}'


def tree(folder: Path, files: Files, name: str = "parcels") -> FolderTree:
    for path, content in files.items():
        file = folder / name / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    return FolderTree(folder / name)


def layout(found: Detected) -> Layout:
    assert found.layout is not None, found.notes
    return found.layout


class TestOneTree:
    @pytest.mark.parametrize(("name", "files", "pairs"), ONE_SITE.values(), ids=ONE_SITE)
    def test_pages_are_paired(self, tmp_path: Path, name: str, files: Files, pairs: dict[str, tuple[str, str]]) -> None:
        where = tree(tmp_path, files)
        found = detect(where)
        assert found.notes == []
        known = layout(found)
        assert (known.name, known.is_split) == (name, False)
        assert {path: tuple(source) for path, source in known.pages(where)} == pairs
        for target, (source, locale) in pairs.items():
            assert Translation(locale, target) in known.translations(source)
            assert known.counterpart(source) is None
            assert known.translations(target) == []
        assert pickle.loads(pickle.dumps(known)) == known

    @pytest.mark.parametrize(("name", "files", "pairs"), ONE_SITE.values(), ids=ONE_SITE)
    def test_set_by_name(self, tmp_path: Path, name: str, files: Files, pairs: dict[str, tuple[str, str]]) -> None:
        where = tree(tmp_path, files)
        assert layout(by_name(name, where)) == layout(detect(where))

    def test_plain_names_are_the_translations(self, tmp_path: Path) -> None:
        files = {"adev-ja/intro.md": "", "adev-ja/intro.en.md": "", "adev-ja/untouched.md": ""}
        where = tree(tmp_path, files, "angular")
        known = layout(detect(where))
        assert list(known.pages(where)) == [("adev-ja/intro.md", Counterpart("adev-ja/intro.en.md", "ja"))]
        assert known.translations("adev-ja/intro.en.md") == [Translation("ja", "adev-ja/intro.md")]
        assert layout(detect(where, locale="ko")).counterpart("adev-ja/intro.md") == ("adev-ja/intro.en.md", "ko")

    def test_a_commit_without_a_checkout(self, tmp_path: Path) -> None:
        _, files, pairs = ONE_SITE["docusaurus"]
        repo = Repo(tmp_path / "site")
        repo.commit({**files, ".github/ja/a.md": "", "docs/.hidden/b.md": ""})
        opened = open_tree(f"{repo.folder}@main")
        assert opened
        where = RevisionTree(opened)
        assert where.name == "site"
        assert sorted(where.paths()) == sorted(files)
        assert where.read("no.md") is None
        assert {path: tuple(source) for path, source in layout(detect(where)).pages(where)} == pairs

    def test_root_of_a_folder(self, tmp_path: Path) -> None:
        repo = Repo(tmp_path / "site")
        repo.commit({"docs/ja/a.md": ""})
        assert root_of(repo.folder / "docs" / "ja") == repo.folder
        assert root_of(tmp_path) == tmp_path

    def test_two_that_do_not_meet_hold_together(self, tmp_path: Path) -> None:
        files = {**ONE_SITE["hugo mounts"][1], "README.md": "", "README.ja.md": ""}
        where = tree(tmp_path, files)
        found = detect(where)
        assert found.notes == []
        known = layout(found)
        assert {path: source.path for path, source in known.pages(where)} == {
            "site/content/ja/guide/a.md": "site/content/en/guide/a.md",
            "README.ja.md": "README.md",
        }
        assert known.translations("README.md") == [Translation("ja", "README.ja.md")]

    def test_source_in_another_language(self, tmp_path: Path) -> None:
        files = {
            "docusaurus.config.js": "i18n: {defaultLocale: 'zh-CN'}",
            "docs/a.md": "",
            f"{I18N}docs/current/a.md": "",
        }
        assert layout(detect(tree(tmp_path, files))).source_locale == "zh-CN"
        files = {"docs/de/a.md": "", "docs/en/a.md": ""}
        known = layout(detect(tree(tmp_path / "de", files), source_locale="de"))
        assert known.counterpart("docs/en/a.md") == ("docs/de/a.md", "en")
        files = {"docs/zh-CN/a.md": "", "docs/zh-TW/a.md": ""}
        known = layout(detect(tree(tmp_path / "zh", files), source_locale="zh-CN"))
        assert known.counterpart("docs/zh-TW/a.md") == ("docs/zh-CN/a.md", "zh-TW")

    def test_words_are_no_locales(self, tmp_path: Path) -> None:
        """`id`, `no` and `is` are words where their pages are others; `my-docs` is no Burmese."""
        files = {"docs/en/a.md": "", "docs/id/x.md": "", "docs/no/y.md": "", "my-docs/a.md": "", "docs/api/a.md": ""}
        assert detect(tree(tmp_path, files)) == (None, [])

    def test_an_end_is_a_locale_where_more_than_an_index_or_its_letters_tell(self, tmp_path: Path) -> None:
        """`kit-ts` is no kit in Tsonga."""
        files = {"kit/README.md": "# The kit\n", "kit-ts/README.md": "# The kit in TypeScript\n"}
        assert detect(tree(tmp_path / "ts", files)) == (None, [])
        files = {"kit/README.md": "# The kit\n", "kit-ja/README.md": "# 荷物を送るための道具\n"}
        assert layout(detect(tree(tmp_path / "ja", files))).name == "folder-suffix"

    def test_links_and_hidden_folders_are_passed_over(self, tmp_path: Path) -> None:
        where = tree(tmp_path, {"docs/en/a.md": "", ".cache/docs/ja/a.md": ""})
        (where.folder / "docs" / "ja").symlink_to(where.folder / "docs" / "en", target_is_directory=True)
        assert list(where.paths()) == ["docs/en/a.md"]
        assert detect(where).layout is None


class TestSplit:
    @pytest.mark.parametrize(
        ("name", "files", "locale"),
        [
            ("clone", {".openpublishing.publish.config.json": PUBLISHED % "ru-ru", "api/a.md": ""}, "ru-RU"),
            ("parcel-docs.de-DE", {"api/a.md": ""}, "de-DE"),
            ("parcel-docs_fr-FR", {"api/a.md": ""}, "fr-FR"),
            ("parcel-docs.zh-hans-cn", {"api/a.md": ""}, "zh-Hans-CN"),
            ("ja.parcels.dev", {"api/a.md": ""}, "ja"),
            (
                "clone",
                {"metadata.md": "---\ngit-repo: https://example.com/x/parcels.ja-JP\n---\n", "a.md": ""},
                "ja-JP",
            ),
        ],
    )
    def test_same_path_in_another_repository(self, tmp_path: Path, name: str, files: Files, locale: str) -> None:
        found = detect(tree(tmp_path, files, name))
        assert found.notes == []
        known = layout(found)
        assert (known.name, known.is_split) == ("split", True)
        assert known.counterpart("api/a.md") == ("api/a.md", locale)
        assert known.translations("api/a.md") == [(locale, "api/a.md")]
        assert known.counterpart("media/map.png") is None

    def test_the_english_repository_is_none(self, tmp_path: Path) -> None:
        files = {".openpublishing.publish.config.json": PUBLISHED % "en-us", "api/a.md": ""}
        assert detect(tree(tmp_path, files)) == (None, [])

    @pytest.mark.parametrize("name", ["parcels-go", "vue.js", "docs-cs", "ru", "my.site", "is.it"])
    def test_names_that_tell_nothing(self, tmp_path: Path, name: str) -> None:
        assert detect(tree(tmp_path, {"a.md": ""}, name)) == (None, [])

    def test_mdn_without_english(self, tmp_path: Path) -> None:
        files = {f"files/{locale}/web/a/index.md": "---\nslug: Web/A\n---\n" for locale in ("ja", "zh-cn")}
        known = layout(detect(tree(tmp_path, files)))
        assert known.is_split
        assert known.counterpart("files/zh-cn/web/a/index.md") == ("files/en-us/web/a/index.md", "zh-CN")
        assert [one.path for one in known.translations("files/en-us/web/a/index.md")] == list(files)

    def test_patterns(self, tmp_path: Path) -> None:
        files = {"docs/tsconfig/pt/a.md": "", "docs/guide/fa/b.md": ""}
        patterns = [("packages/reference/copy/en", "docs/tsconfig/{locale}"), ("guide/", "docs/guide/{locale}/")]
        known = layout(by_name("patterns", tree(tmp_path, files), patterns=patterns, is_split=True))
        assert known.is_split
        assert known.counterpart("docs/tsconfig/pt/a.md") == ("packages/reference/copy/en/a.md", "pt")
        assert known.counterpart("docs/guide/fa/b.md") == ("guide/b.md", "fa")

    @pytest.mark.parametrize(
        "patterns",
        [[], [("en", "{locale}/{locale}")], [("en", "none/{locale}")], [("en", "docs")], [("../en", "docs")]],
    )
    def test_patterns_that_are_none(self, tmp_path: Path, patterns: list[tuple[str, str]]) -> None:
        with pytest.raises(ConfigError):
            by_name("patterns", tree(tmp_path, {"docs/ja/a.md": ""}), patterns=patterns)


class TestNotes:
    @pytest.mark.parametrize(
        ("files", "note"),
        [
            (
                {"hugo.toml": SPHERES, "content/en/a.md": "", "content/pt-br/a.md": ""},
                'hugo.toml names contentDir "content/chinese", which does not exist',
            ),
            (
                {"docusaurus.config.js": "i18n: {defaultLocale: 'en', locales: ['en', 'ja']}", "docs/a.md": ""},
                'docusaurus.config.js names locales, and there is no folder "i18n"',
            ),
            (
                {"docusaurus.config.js": "i18n: {}", f"{I18N}docs-gone/current/a.md": ""},
                f'"{I18N}docs-gone/current/" has pages, and its source is not found: no folder "gone"',
            ),
            (
                {"config/ja/mkdocs.yml": "docs_dir: ../../pages/ja", "docs/a.md": ""},
                'config/ja/mkdocs.yml names docs_dir "../../pages/ja", which does not exist',
            ),
            (
                {".openpublishing.publish.config.json": PUBLISHED % "russian"},
                '.openpublishing.publish.config.json names "russian", which is not a locale',
            ),
            (
                {f"docs/{locale}/{page}.md": "" for locale in ("ja", "ko") for page in "abcd"},
                '"docs/ja/" and "docs/ko/" hold the same pages, and no source lies beside them: '
                "name the repository of the source with --source, or "
                'set layout = { name = "patterns", patterns = ["FOLDER OF THE SOURCE -> docs/{locale}"] }',
            ),
            (
                {"translations/ja/.co-op-translator.json": "{}", "translations/ja/gone.md": ""},
                "translations/ja/.co-op-translator.json suggests the layout co-op-translator, "
                "but no page has its English there",
            ),
        ],
    )
    def test_half_there(self, tmp_path: Path, files: Files, note: str) -> None:
        assert note in detect(tree(tmp_path, files)).notes

    @pytest.mark.parametrize(
        "files",
        [
            {"docusaurus.config.js": "i18n: {defaultLocale: 'en', locales: ['en']}", "docs/a.md": ""},
            {"mkdocs.yml": "docs_dir: built/pages", "docs/a.md": ""},
            {"hugo.toml": 'languageCode = "en-us"', "content/a.md": "", "docs/config.toml": "["},
            {"astro.config.mjs": "export default {}", "src/content/docs/a.md": ""},
            {f"docs/{one}/{page}.md": "" for one in ("cs", "java", "ts") for page in "abcd"},
            {"docs/id/a.md": "", "docs/is/b.md": "", "src/no/c.md": "", "how-to.md": "", "how.md": "", "v1.0.md": ""},
        ],
    )
    def test_a_site_in_one_language_says_nothing(self, tmp_path: Path, files: Files) -> None:
        assert detect(tree(tmp_path, files)) == (None, [])

    def test_the_name_says_other_than_the_config(self, tmp_path: Path) -> None:
        files = {".openpublishing.publish.config.json": PUBLISHED % "ru-ru"}
        found = detect(tree(tmp_path, files, "docs.de-de"))
        assert layout(found).counterpart("a.md") == ("a.md", "ru-RU")
        assert len(found.notes) == 1
        assert "ru-RU is taken" in found.notes[0]

    def test_two_layouts_claim_the_same_pages(self, tmp_path: Path) -> None:
        """What one takes for a translation is a source to the other."""
        files = {"hugo.yaml": MOUNTS, **{f"content/{one}/{page}.md": "" for one in ("en", "ja") for page in "abc"}}
        files |= {"content/ja/a.ko.md": ""}
        found = detect(tree(tmp_path, files))
        assert layout(found).name == "hugo"
        assert found.notes == [
            "the tree fits two layouts, hugo (hugo.yaml) and suffix (X.ko.md beside X.md): "
            'hugo is taken; set layout = "suffix" for the other'
        ]

    def test_settings_come_before_numbers(self, tmp_path: Path) -> None:
        files = {"site/hugo.yaml": MOUNTS, "site/content/en/a.md": "", "site/content/ja/a.md": ""}
        files |= {f"site/content/ja/{page}{one}.md": "" for page in "xyz" for one in ("", ".fr")}
        files |= {f"docs/{one}/{page}.md": "" for one in ("en", "de") for page in "xyz"}
        found = detect(tree(tmp_path, files))
        known = layout(found)
        assert known.name == "hugo, folders"
        assert ["hugo is taken" in note for note in found.notes] == [True]
        assert known.counterpart("site/content/ja/x.fr.md") == ("site/content/en/x.fr.md", "ja")
        assert known.counterpart("docs/de/x.md") == ("docs/en/x.md", "de")

    def test_declared_split_beside_pairs(self, tmp_path: Path) -> None:
        files = {".openpublishing.publish.config.json": PUBLISHED % "ru-ru", "en/a.md": "", "ja/a.md": ""}
        found = detect(tree(tmp_path, files))
        assert layout(found).name == "split"
        assert ['layout = "folders"' in note for note in found.notes] == [True]

    @pytest.mark.parametrize("name", sorted(set(NAMES) - {"patterns"}))
    def test_a_name_that_does_not_fit(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(ConfigError, match=f'the layout is set to "{name}"'):
            by_name(name, tree(tmp_path, {"a.md": ""}))

    def test_split_by_name_takes_the_locale(self, tmp_path: Path) -> None:
        known = layout(by_name("split", tree(tmp_path, {"a.md": ""}), locale="ja"))
        assert known.counterpart("a.md") == ("a.md", "ja")

    def test_no_such_name(self, tmp_path: Path) -> None:
        with pytest.raises(ConfigError, match='no layout "sphinx": there are hugo, docusaurus'):
            by_name("sphinx", tree(tmp_path, {"a.md": ""}))


HOSTILE = {
    "broken": b"{[\x00: ]} = 'x",
    "not a mapping": b"[1, 2, 3]",
    "empty": b"",
    "bytes": bytes(range(256)),
    "deep": b"[" * 100_000,
    "deep mappings": b'{"a":' * 100_000,
    "huge": b"a: b\n" * 200_000,
    "aliases": b"a: &a [x]\nb: &b [*a, *a]\nc: &c {<<: [*b, *b], contentDir: *a}\nlanguages: *c\n",
    "wrong types": b'{"languages": [1], "module": {"mounts": {"a": 1}}, "docsets_to_publish": {"locale": 3}, '
    b'"docs_dir": ["x"], "plugins": "i18n", "theme": [], "defaultContentLanguage": {}, "contentDir": 7}',
    "wrong types below": b'{"languages": {"ja": "x", "de": {"contentDir": ["y"]}}, "module": {"mounts": [3, null]}, '
    b'"docsets_to_publish": [null, {"locale": 7}], "plugins": [{"i18n": []}, {"i18n": {"languages": [1, {}]}}]}',
    "outside": b'{"languages": {"ja": {"contentDir": "../../etc"}, "de": {"contentDir": "/"}}, "docs_dir": "/etc"}',
    "constants": b"const a = a;" * 10_000 + b"defaultLocale: a " * 10_000,
}
CONFIGS = [
    *("hugo.toml", "hugo.yaml", "hugo.json", "config/_default/languages.toml", "mkdocs.yml", "config/ja/mkdocs.yml"),
    *(".openpublishing.publish.config.json", "docusaurus.config.js", "astro.config.mjs", "metadata.md"),
    *("docs/language_names.yml", "translations/ja/.co-op-translator.json"),
]


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_hostile_settings_never_raise(tmp_path: Path, content: bytes) -> None:
    where = tree(tmp_path, {"docs/en/a.md": "", "docs/ja/a.md": "", "content/a.md": "", f"{I18N}docs/current/a.md": ""})
    for config in CONFIGS:
        tree(tmp_path, {config: ""})
        (where.folder / config).write_bytes(content)
    start = time.process_time()
    known = layout(detect(where))
    assert time.process_time() - start < 10
    assert known.counterpart("docs/ja/a.md") == ("docs/en/a.md", "ja")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_settings_that_are_pipes(tmp_path: Path) -> None:
    where = tree(tmp_path, {"docs/en/a.md": "", "docs/ja/a.md": ""})
    for name in ("hugo.toml", "mkdocs.yml", "astro.config.mjs", ".openpublishing.publish.config.json"):
        os.mkfifo(where.folder / name)
    assert layout(detect(where)).name == "folders"


def test_settings_that_are_folders(tmp_path: Path) -> None:
    files = {f"{config}/x.md": "" for config in CONFIGS if "." in config}
    assert detect(tree(tmp_path, {**files, "docs/en/a.md": "", "docs/ja/a.md": ""})).layout is not None


class TestCoverage:
    def test_one_tree(self, tmp_path: Path) -> None:
        files = {"docs/en/a.md": "", "docs/en/b.md": "", "docs/ja/a.md": "", "docs/ja/old.md": "", "docs/ja/x.png": ""}
        files |= {"docs/de/a.md": "", "docs/de/b.md": "", "README.md": ""}
        where = tree(tmp_path, files)
        known = layout(detect(where))
        assert list(missing(known, where)) == [("docs/en/b.md", Translation("ja", "docs/ja/b.md"))]

    def test_two_repositories(self, tmp_path: Path) -> None:
        english = tree(tmp_path, {"a.md": "", "b.md": "", "x.yml": ""}, "docs")
        german = tree(tmp_path, {"a.md": "", "alt.md": ""}, "docs.de-de")
        known = layout(detect(german))
        assert list(missing(known, german, english)) == [("b.md", Translation("de-DE", "b.md"))]


class Invented:
    """A tree of paths only."""

    name = "parcels"
    origin = ""

    def __init__(self, paths: list[str]) -> None:
        self._paths = paths

    def paths(self) -> list[str]:
        return self._paths

    def read(self, path: str) -> bytes | None:
        return b""


LARGE = {
    "folders": [
        f"docs/{one}/part{i % 97}/p-{i}.md" for one in ("en", "ja", "pt-br", "zh_CN", "ru") for i in range(10_000)
    ],
    "suffix": [
        f"docs/part{i % 97}/p-{i}{one}.md" for one in ("", ".ja", ".pt-br", ".zh_CN", ".ru") for i in range(10_000)
    ],
}
ODD = {
    "a locale in every folder": [f"d{i}/{one}/a{j}.md" for i in range(5000) for one in ("en", "ja") for j in (1, 2)],
    "a suffix on every folder": [f"d{i}{one}/a.md" for i in range(5000) for one in ("", "-ja", "-fr")],
    "folders in folders": [f"{'ja/' * i}x.md" for i in range(1000)],
    "long names": ["a" * 100_000 + ".ja.md", "a." * 50_000 + "md", "-ja" * 30_000 + "/a.md"],
}


@pytest.mark.parametrize(("name", "paths"), LARGE.items(), ids=LARGE)
def test_fifty_thousand_pages_take_no_time(name: str, paths: list[str]) -> None:
    where = Invented(paths)
    known = layout(detect(where))
    assert known.name == name
    assert len(pickle.dumps(known)) < 1000
    start = time.process_time()
    assert sum(1 for _ in known.pages(where)) == 40_000
    assert time.process_time() - start < 1.5


@pytest.mark.parametrize("paths", ODD.values(), ids=ODD)
def test_odd_trees_take_no_time(paths: list[str]) -> None:
    start = time.process_time()
    detect(Invented(paths))
    assert time.process_time() - start < 10
