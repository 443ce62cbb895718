"""Whose Markdown pages are: told by settings, and by the configuration before them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commandline import doclint, rows

ENGLISH = '# Contexts\n\nChoose **Depot settings (organisation)** first. **"Night"** is usual.\n'
KOREAN = '# 컨텍스트\n\n**배송소 설정(조직)**을 고릅니다. **"밤"**이 기본값입니다.\n'
BOLD = "This holds for **{{< depot-version >}}** only.\n", "これは**{{< depot-version >}}**にのみ当てはまります。\n"


def put(path: str, text: str) -> None:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def rules() -> list[str]:
    return [row["rule"] for row in rows("docs/ko", "--source", "docs/en")]


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put("docs/en/page.md", ENGLISH)
    put("docs/ko/page.md", KOREAN)


@pytest.mark.parametrize(
    ("file", "settings"),
    [
        ("mkdocs.yml", "site_name: Depots\nmarkdown_extensions:\n  - tables\n"),
        ("mkdocs.yml", "site_name: Depots\nmarkdown_extensions:\n  pymdownx.betterem:\n"),
        ("docs/mkdocs.yaml", "INHERIT: ../base.yml\n"),
        ("config/ko/mkdocs.yml", "docs_dir: ../../docs/ko\n"),
        ("doclint.toml", 'dialect = "python-markdown"\n'),
        ("_config.yml", "title: Depots\nmarkdown: kramdown\n"),
        ("docs/_config.yml", "plugins: [jekyll-feed]\n"),
    ],
)
def test_python_markdown_and_kramdown_close_bold_behind_any_sign(file: str, settings: str) -> None:
    put(file, settings)
    assert rules() == []


@pytest.mark.parametrize(
    ("file", "settings"),
    [
        ("hugo.toml", "title = 'Depots'\n"),
        (".vitepress/config.ts", "export default {}\n"),
        ("doclint.toml", 'dialect = "commonmark"\n'),
        ("README.md", "# Depots\n"),
        ("_config.yml", "title: Depots\ntheme: landscape\n"),
        ("_config.yml", "markdown: CommonMark\nplugins: [jekyll-feed]\n"),
    ],
)
def test_commonmark_does_not(file: str, settings: str) -> None:
    put(file, settings)
    if file == "doclint.toml":
        put("mkdocs.yml", "site_name: Depots\n")
    assert set(rules()) == {"emphasis-broken"}


def test_a_dialect_that_nobody_knows_is_an_error() -> None:
    put("doclint.toml", 'dialect = "markdawn"\n')
    done = doclint("check", "docs/ko", "--source", "docs/en")
    assert done.exit_code == 2
    assert "markdawn" in done.stderr


def test_a_shortcode_is_filled_in_before_marks_are_read() -> None:
    put("docs/en/page.md", BOLD[0])
    put("docs/ko/page.md", BOLD[1])
    assert rules() == []


def test_keys_of_front_matter_are_read_in_any_case_by_hugo() -> None:
    put("docs/en/page.md", "---\ntitle: Depots\nlinkTitle: All\n---\n\nText.\n")
    put("docs/ko/page.md", "---\nTitle: 배송소\nLinkTitle: 모두\n---\n\n글.\n")
    done = doclint("check", "docs/ko", "--source", "docs/en", "--exact", "--exit-zero")
    assert "front-matter-changed" in done.stdout
    put("hugo.toml", "title = 'Depots'\n")
    done = doclint("check", "docs/ko", "--source", "docs/en", "--exact", "--exit-zero")
    assert "front-matter-changed" not in done.stdout


def test_names_of_tabs_are_for_readers() -> None:
    tabs = '{{< tabs name="ways" >}}\n{{< tab name="%s" />}}\n{{< tab name="%s" />}}\n{{< /tabs >}}\n'
    put("docs/en/page.md", tabs % ("overview", "by hand"))
    put("docs/ko/page.md", tabs % ("개요", "수동"))
    assert rules() == []
    put("docs/ko/page.md", tabs.replace("ways", "방법") % ("개요", "수동"))
    assert rules() == ["shortcode-changed"], "one that stands alone may be asked for by name"


def test_two_sites_in_one_repository_have_a_dialect_each() -> None:
    put("docs/mkdocs.yml", "site_name: Depots\n")
    for language, text in (("en", ENGLISH), ("ko", KOREAN)):
        put(f"docs/{language}/app/page.md", text)
        put(f"docs/{language}/app/hugo.toml", "title = 'Depots'\n")
    assert [(row["rule"], row["path"]) for row in rows("docs/ko", "--source", "docs/en")] == [
        ("emphasis-broken", "docs/ko/app/page.md")
    ] * 2
