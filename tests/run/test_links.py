"""Where links of a site lead, as its pages ask: pages and sections of their own language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commandline import doclint, rows

HUGO = "defaultContentLanguage: en\nlanguages:\n" + "".join(
    f"  {tag}:\n    contentDir: content/{tag}\n" for tag in ("en", "ko")
)
GLUE = "# Glue\n\n## Kinds of glue\n\nMany.\n"
KOREAN_GLUE = "# 풀\n\n## 풀의 종류\n\n여럿.\n"

Write = Callable[[str, str], None]


@pytest.fixture
def write(folder: Path) -> Write:
    """Writes a page of a Hugo site, in which the test stands."""
    Path("hugo.yaml").write_text(HUGO)
    return put


def put(path: str, text: str) -> None:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def findings(*arguments: str) -> list[tuple[str, str, str, str | None]]:
    return [(row["rule"], row["severity"], row["found"], row["expected"]) for row in rows(*arguments)]


def page(write: Write, english: str, korean: str) -> None:
    write("content/en/docs/cutter.md", f"# Cutter\n\nSee {english} first.\n")
    write("content/ko/docs/cutter.md", f"# 절단기\n\n먼저 {korean} 보세요.\n")


@pytest.mark.parametrize(
    "korean",
    [
        "[풀](/ko/docs/glue/)",
        "[풀](/ko/docs/glue)",
        "[풀](/docs/glue/)",
        "[풀](/ko/docs/glue/#풀의-종류)",
        "[풀](/docs/glue/#kinds-of-glue)",
        "[풀](../glue/#%ED%92%80%EC%9D%98-%EC%A2%85%EB%A5%98)",
        "[풀](glue.md#풀의-종류)",
    ],
)
def test_a_link_that_arrives_is_allowed(write: Write, korean: str) -> None:
    write("content/en/docs/glue.md", GLUE)
    write("content/ko/docs/glue.md", KOREAN_GLUE)
    page(write, "[glue](/docs/glue/#kinds-of-glue)", korean)
    assert findings() == []


def test_another_page_of_the_language_is_the_translators_choice(write: Write) -> None:
    write("content/en/docs/gluing.md", GLUE)
    write("content/en/docs/pasting.md", GLUE)
    write("content/ko/docs/pasting.md", KOREAN_GLUE)
    page(write, "[glue](/docs/gluing/)", "[풀](/docs/pasting/)")
    assert findings() == []
    Path("content/ko/docs/pasting.md").unlink()
    Path("content/en/docs/pasting.md").unlink()
    assert [one[0] for one in findings()] == ["link-target-changed"], "the page is gone, and nothing is remembered"


def test_no_such_page_in_the_language(write: Write) -> None:
    write("content/en/docs/glue.md", GLUE)
    page(write, "[glue](/docs/glue/)", "[풀](/ko/docs/glue/)")
    assert findings() == [("link-leads-nowhere", "warning", "/ko/docs/glue/", "/docs/glue/")]
    write("content/ko/docs/glue.md", KOREAN_GLUE)
    assert findings() == []


def test_a_page_that_no_language_has(write: Write) -> None:
    write("content/en/docs/glue.md", GLUE)
    write("content/ko/docs/glue.md", KOREAN_GLUE)
    for wrong in ("/ko/docs/paste/", "/ko/docs/풀/", "/ko/붙임/glue/"):
        page(write, "[glue](/docs/glue/)", f"[풀]({wrong})")
        ((rule, severity, *words),) = findings()
        assert (rule, *words) == ("link-target-changed", wrong, "/docs/glue/")
        assert severity in ("note", "warning"), "somebody may know of a page that is no file"
    write("content/ko/docs/paste.md", KOREAN_GLUE)
    page(write, "[glue](/docs/glue/)", "[풀](/ko/docs/paste/)")
    assert [one for one in findings() if one[0] != "page-orphaned"] == [], "a page of the translation's own"
    Path("content/ko/docs/paste.md").unlink()
    page(write, "[glue](/docs/unknown/)", "[풀](/ko/docs/nowhere/)")
    assert findings() == [], "nobody knows where the English leads"


def test_a_site_that_shows_the_english_instead_has_no_missing_pages(write: Write) -> None:
    Path("hugo.yaml").unlink()
    write("docusaurus.config.js", "i18n: {defaultLocale: 'en', locales: ['en', 'ko']}\n")
    folder = "i18n/ko/docusaurus-plugin-content-docs/current"
    for name in ("cutter", "glue"):
        write(f"docs/{name}.md", "# Cutter\n\nSee [glue](/docs/glue) first.\n")
    write(f"{folder}/cutter.md", "# 절단기\n\n먼저 [풀](/ko/docs/glue) 보세요.\n")
    assert findings() == []
    for name in ("cutter", "glue"):
        write(f"docs/{name}.md", f"{GLUE}\nSee [glue](/docs/glue#kinds-of-glue) first.\n")
    write(f"{folder}/cutter.md", f"{KOREAN_GLUE}\n먼저 [풀](/docs/glue#kinds-of-glue) 보세요.\n")
    assert findings() == [], "the English page is shown there"
    write(f"{folder}/glue.md", f"{KOREAN_GLUE}\n먼저 [풀](/docs/glue#풀의-종류) 보세요.\n")
    ((*said, right),) = findings()
    assert said == ["link-leads-nowhere", "error", "/docs/glue#kinds-of-glue"], "an address has the page's language"
    assert right == "/docs/glue#풀의-종류"


def test_a_section_that_the_translated_page_lacks(write: Write) -> None:
    write("content/en/docs/glue.md", GLUE)
    write("content/ko/docs/glue.md", KOREAN_GLUE)
    page(write, "[glue](glue.md#kinds-of-glue)", "[풀](glue.md#kinds-of-glue)")
    right = "glue.md#풀의-종류"
    assert findings() == [("link-leads-nowhere", "error", "glue.md#kinds-of-glue", right)]
    for tag, text in (("en", GLUE), ("ko", KOREAN_GLUE)):
        write(f"content/{tag}/v1/docs/glue.md", text)
    page(write, "[glue](/docs/glue#kinds-of-glue)", "[풀](/ko/docs/glue#kinds-of-glue)")
    wanted = ("link-leads-nowhere", "error", "/ko/docs/glue#kinds-of-glue", "/ko/docs/glue#풀의-종류")
    assert findings() == [wanted], "an older version lies deeper"
    page(write, "[glue](glue.md#kinds-of-glue)", "[풀](glue.md#kinds-of-glue)")
    assert doclint("fix", "--unsafe").exit_code in (0, 1)
    assert right in Path("content/ko/docs/cutter.md").read_text("utf-8")
    assert findings() == []


@pytest.mark.parametrize(
    ("korean", "right"),
    [
        ("/ko/docs/tools/붙임/glue/", "/ko/docs/tools/sticky/glue/"),
        ("/docs/tools/pegajoso/glue#kinds", "/docs/tools/sticky/glue#kinds"),
        ("/ko/docs/붙임/", None),
        ("../붙임/", None),
        ("/ko/docs/folders/tools/glue/", ""),
        ("/ko/docs/tools/sticky/paste/", ""),
        ("/files/붙임.pdf", ""),
        ("https://example.org/docs/tools/붙임/glue/", ""),
    ],
)
def test_a_link_that_the_english_does_not_have(write: Write, korean: str, right: str | None) -> None:
    for tag, text in (("en", GLUE), ("ko", KOREAN_GLUE)):
        write(f"content/{tag}/docs/tools/sticky/glue.md", text)
        write(f"content/{tag}/docs/folders/glue.md", text)
    page(write, "it", f"[풀]({korean})")
    wanted = [] if right == "" else [("link-leads-nowhere", "warning", korean, right)]
    assert [one for one in findings() if one[0] == "link-leads-nowhere"] == wanted
    write("static/_redirects", f"{korean.partition('#')[0]} /docs/tools/ 301\n")
    if korean.startswith("/"):
        assert [one for one in findings() if one[0] == "link-leads-nowhere"] == [], "the old address leads on"
    write("content/ko/docs/붙임.md", KOREAN_GLUE)
    if right is None:
        assert [one for one in findings() if one[0] == "link-leads-nowhere"] == [], "paths may have such letters"


def test_letters_that_no_path_has(write: Write) -> None:
    """Whatever makes the page that the English leads to."""
    page(write, "[glue](/docs/hub/glue/)", "[풀](/ko/docs/도구/tools/glue/)")
    assert findings() == [("link-leads-nowhere", "warning", "/ko/docs/도구/tools/glue/", None)], "more than one folder"
    page(write, "[glue](/generated/)", "[풀](/ko/붙임/)")
    assert findings() == [("link-target-changed", "warning", "/ko/붙임/", "/generated/")]
    page(write, "[glue](/generated/)", "[풀](/ko/made/)")
    assert findings() == []


def test_a_slash_that_went(write: Write) -> None:
    write("content/en/docs/glue.md", GLUE)
    write("content/ko/docs/glue.md", KOREAN_GLUE)
    page(write, "[glue](/docs/glue/)", "[풀](docs/glue/)")
    assert findings() == [("link-leads-nowhere", "error", "docs/glue/", "/docs/glue/")]
    alone = findings("content/ko/docs/cutter.md", "--source", "content/en/docs/cutter.md")
    assert alone == [("link-leads-nowhere", "warning", "docs/glue/", "/docs/glue/")], "no page of the site tells"
    write("content/ko/docs/docs/glue.md", KOREAN_GLUE)
    assert [one for one in findings() if one[0] != "page-orphaned"] == []


def test_two_folders_without_a_layout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put("en/a.md", "# A\n\nSee [glue](glue.md#kinds-of-glue).\n")
    put("ko/a.md", "# 가\n\n[풀](glue.md#kinds-of-glue)을 보세요.\n")
    put("en/glue.md", GLUE)
    put("ko/glue.md", KOREAN_GLUE)
    assert [one[0] for one in findings("ko", "--source", "en")] == ["link-leads-nowhere"]
    put("ko/glue.md", KOREAN_GLUE.replace("종류", "종류 {#kinds-of-glue}"))
    assert findings("ko", "--source", "en") == []


def test_other_sites_and_what_a_generator_fills_in_are_not_asked(write: Write) -> None:
    english = "[a](https://depot.example/glue#x), [b](mailto:a@depot.example), [c]({{< ref glue >}}#kinds-of-glue)"
    page(write, english, english)
    write("content/en/docs/glue.md", GLUE)
    write("content/ko/docs/glue.md", KOREAN_GLUE)
    assert findings() == []


@pytest.mark.parametrize(
    ("cut", "severity"),
    [
        pytest.param("", "error", id="all sections"),
        pytest.param("## 사용\n\n풀을 칠합니다.\n", "warning", id="one is lacking"),
    ],
)
def test_a_page_that_lacks_a_section_may_be_behind(write: Write, cut: str, severity: str) -> None:
    more, korean_more = "\n## Use\n\nSpread it.\n", "\n## 사용\n\n풀을 칠합니다.\n"
    write("content/en/docs/glue.md", GLUE + more)
    write("content/ko/docs/glue.md", (KOREAN_GLUE + korean_more).replace(cut, "") if cut else KOREAN_GLUE + korean_more)
    page(write, "[glue](glue.md#kinds-of-glue)", "[풀](glue.md#kinds-of-glue)")
    assert [one[1] for one in findings() if one[0] == "link-leads-nowhere"] == [severity]


@pytest.mark.parametrize(
    ("found", "rules"),
    [
        pytest.param("https://depot.example/guide/\u200e", [], id="a sign behind it is none of it"),
        pytest.param("https://depot.example/안내/", ["link-target-changed"], id="a word of it"),
    ],
)
def test_hugo_ends_a_bare_address_at_a_letter_of_another_script(write: Write, found: str, rules: list[str]) -> None:
    page(write, "https://depot.example/guide/", found)
    assert [one[0] for one in findings()] == rules


@pytest.mark.parametrize(
    ("english", "korean", "right", "lacking", "evidence"),
    [
        ("/docs/glue/", "/docs/glue/#풀칠", "/docs/glue/", "page or its English", "/docs/glue/"),
        ("/docs/glue/", "/ko/docs/glue/#풀칠", "/ko/docs/glue/", "translated page", "/docs/glue/"),
        ("glue.md#kinds-of-glue", "glue.md#풀칠", "glue.md#풀의-종류", "translated page", "glue.md#kinds-of-glue"),
        ("glue.md#use", "glue.md#풀칠", "glue.md#use", "translated page", "glue.md#use"),
    ],
)
def test_what_is_said_of_the_english_is_true(
    write: Write, english: str, korean: str, right: str, lacking: str, evidence: str
) -> None:
    write("content/en/docs/glue.md", GLUE + "\n## Use\n")
    write("content/ko/docs/glue.md", KOREAN_GLUE + "\n## 사용 {#use}\n")
    page(write, f"[glue]({english})", f"[풀]({korean})")
    (row,) = rows()
    assert row["expected"] == right
    assert f'no heading of the {lacking} has the id "풀칠"' in row["message"]
    assert row["evidence"] == f'the English link leads to "{evidence}"'


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("packages", "config", "link", "right"),
    [
        ('"hexo-renderer-marked": "7"', "theme: post", "#setup-guide", "#Guia-e-configuracao-v2-0"),
        ('"hexo-renderer-marked": "7"', "marked: {modifyAnchors: 1}", "#setup-guide", None),
        ('"hexo-renderer-other": "1"', "theme: post", "#setup-guide", None),
        ('"hexo-renderer-other": "1"', "theme: post", "#Setup-guide", "#Guia-e-configuracao-v2-0"),
    ],
)
def test_hexo_keeps_capitals_and_drops_accents(packages: str, config: str, link: str, right: str | None) -> None:
    """Where the generator is not known, the English id tells how ids are made, or no other is proposed."""
    put("package.json", f'{{"dependencies": {{"hexo": "8", {packages}}}}}')
    put("_config.yml", f"title: Glue\n{config}\n")
    put("source/docs/a.md", f"# Glue\n\nSee [it]({link}) and [cutter](b.html{link}).\n\n## Setup guide\n")
    put("source/docs/b.md", "# Cutter\n\n## Setup guide\n")
    put(
        "source/pt/docs/a.md", f"# Cola\n\nVeja [isto]({link}) e [ali](b.html{link}).\n\n## Guia e configuração: v2.0\n"
    )
    put("source/pt/docs/b.md", "# Cortador\n\n## Guia e configuração: v2.0\n")
    told = findings("source/pt/docs", "--source", "source/docs")
    wanted = [right, right and f"b.html{right}"]
    assert [(one[0], one[3]) for one in told] == [("link-leads-nowhere", one) for one in wanted]


SWITCHER = "[日本語](README.ja-JP.md), [繁體中文](README.zh-TW.md)"


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        pytest.param(f"See {SWITCHER}.", f"참조: {SWITCHER}.", id="a switcher"),
        pytest.param(
            "See [日本語](README.ja-JP.md).",
            "참조: [繁體中文](README.zh-TW.md).",
            id="another language than the English names",
        ),
    ],
)
def test_the_same_page_in_another_language_is_no_missing_page(write: Write, english: str, korean: str) -> None:
    Path("hugo.yaml").unlink()
    write("README.md", f"# Glue\n\n{english}\n")
    write("README.ko-KR.md", f"# 풀\n\n{korean}\n")
    write("README.ja-JP.md", "# のり\n")
    write("README.zh-TW.md", "# 膠水\n")
    assert [one for one in findings() if one[0] == "link-leads-nowhere"] == []


def test_an_address_that_the_english_has_is_compared_with_that_one(write: Write) -> None:
    Path("hugo.yaml").unlink()
    switcher = (
        "[日本語](localization/ja/README.md), [한국어](localization/ko/README.md), [中文](localization/zh/README.md)"
    )
    write("README.md", f"# Glue\n\n{switcher}\n")
    for tag in ("ja", "ko", "zh"):
        write(f"localization/{tag}/README.md", f"# 糊\n\n{switcher}\n")
    assert [one for one in findings() if one[0] == "link-leads-nowhere"] == []


def test_an_address_that_the_english_has_is_compared_with_that_one_in_any_order(write: Write) -> None:
    write("content/en/docs/glue.md", GLUE)
    page(
        write,
        "[日本語](/ja/docs/glue/), [한국어](/ko/docs/glue/)",
        "[한국어](/ko/docs/glue/), [日本語](/ja/docs/glue/)",
    )
    assert [one for one in findings() if one[0] == "link-leads-nowhere"] == []
