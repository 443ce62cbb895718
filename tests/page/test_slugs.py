"""The ids that generators make of headings, held against the generators' own functions."""

from __future__ import annotations

import pytest

from doclint.page.dialects import ids, slugs
from doclint.page.dialects.kinds import Dialect
from doclint.page.markdown import parse

SLUGGER = {
    "Before the tour": ("before-the-tour", "before-the-tour"),
    "Auth & tenancy": ("auth--tenancy", "auth-tenancy"),
    "What's new in 2.0?": ("whats-new-in-20", "what-s-new-in-2-0"),
    "C++ and C#": ("c-and-c", "c-and-c"),
    "Перед рейсом": ("перед-рейсом", "перед-реисом"),
    "집하장의 설정": (
        "집하장의-설정",
        "\u110c\u1175\u11b8\u1112\u1161\u110c\u1161\u11bc\u110b\u1174-\u1109\u1165\u11af\u110c\u1165\u11bc",
    ),
    "snake_case name": ("snake_case-name", "snake-case-name"),
    "100 parcels": ("100-parcels", "_100-parcels"),
    "हिन्दी शीर्षक": ("हिन्दी-शीर्षक", "हिन्दी-शीर्षक"),
    "«Кавычки»": ("кавычки", "«кавычки»"),
    "emoji 🚚 here": ("emoji--here", "emoji-🚚-here"),
    "kebab-case--twice": ("kebab-case--twice", "kebab-case-twice"),
}
"""What github-slugger 2 and VitePress (@mdit-vue/shared 3) made of these texts when they were asked."""


@pytest.mark.parametrize("text", SLUGGER)
def test_github_and_vitepress(text: str) -> None:
    github, vitepress = SLUGGER[text]
    assert slugs.slugs(text, Dialect.DOCUSAURUS) == [github]
    assert slugs.slugs(text, Dialect.VITEPRESS) == [vitepress]


@pytest.mark.parametrize("text", [*SLUGGER, "Élan vital – été", "x² + y½", "Ⅳ part", "¿Qué es?", "a/b: c"])
def test_python_markdown(text: str) -> None:
    toc = pytest.importorskip("markdown.extensions.toc")
    pymdownx = pytest.importorskip("pymdownx.slugs")
    made = set(slugs.slugs(text, Dialect.PYTHON_MARKDOWN))
    theirs = {toc.slugify(text, "-"), toc.slugify_unicode(text, "-"), pymdownx.slugify(case="lower")(text, "-")}
    assert made == {one for one in theirs if one}


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("컨테이너 프로브(probe)", ["컨테이너-프로브probe", "컨테이너-프로브-probe"]),
        ("Über 2 Wege: a_b", ["über-2-wege-a_b", "über-2-wege-a-b", "uber-2-wege-a_b"]),
        ("Same", ["same"]),
    ],
)
def test_hugo_has_three_ways(text: str, ways: list[str]) -> None:
    found = slugs.slugs(text, Dialect.HUGO)
    assert found[: len(ways)] == ways
    assert slugs.likeliest(text, Dialect.HUGO) == (ways[0] if len(ways) == 1 else None)


def test_ids_are_written_in_many_forms() -> None:
    text = (
        "# A {#one}\n\n# B { .wide #two }\n\n# C {/* #three */}\n\n<a name='four'></a><h2 id=five>D</h2>\n\n"
        '(six)=\n# E\n\n{{< anchor name "seven" >}}\n\nText[^8].\n\n[^8]: Note.\n\n## Ж и З\n\n## Ж и З\n'
    )
    known = ids.ids(parse(text, "page.md"))
    wanted = ["#one", "#two", "#three", "#four", "#five", "#six", "#seven", "#8", "#%D0%B6-и-з", "#ж-и-з-1"]
    assert [name for name in wanted if not ids.has(name, known)] == []
    assert not ids.has("#a", known), "its own id stands instead"
    assert not ids.has("#nine", known)
