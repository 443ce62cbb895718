"""The ids that generators make of headings, held against the generators' own functions."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from doclint.page.dialects import ids, slugs
from doclint.page.dialects.kinds import Dialect
from doclint.page.markdown import parse

HERE = Path(__file__).parent
SLUGS: dict[str, dict[str, str]] = json.loads((HERE / "slugs.json").read_text("utf-8"))
"""What github-slugger 2, VitePress (@mdit-vue/shared 3), Hexo (hexo-util 4) and markdown-it-anchor made of texts: slugs.mjs asked them."""


@pytest.mark.parametrize("text", SLUGS)
def test_github_vitepress_hexo_and_markdown_it_anchor(text: str) -> None:
    made = SLUGS[text]
    assert slugs.slugs(text, Dialect.DOCUSAURUS) == [one for one in [made["github"]] if one]
    assert slugs.slugs(text, Dialect.VITEPRESS) == [one for one in [made["vitepress"]] if one]
    assert slugs.slugs(text, Dialect.HEXO) == [one for one in [made["hexo"]] if one]
    assert {one for one in made.values() if one} <= set(slugs.slugs(text))


@pytest.mark.skipif(not os.environ.get("DOCLINT_NODE_MODULES"), reason="needs npm: see tests/page/slugs.mjs")
def test_the_packages_still_say_so() -> None:
    """DOCLINT_NODE_MODULES names the folder in which the packages of slugs.mjs were installed."""
    folder = os.environ["DOCLINT_NODE_MODULES"]
    done = subprocess.run(["node", HERE / "slugs.mjs", "--check"], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("text", SLUGS)
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
        '(six)=\n# E\n\n{{< anchor name "seven" >}}\n\nText[^8].\n\n[^8]: Note.\n\n## Ж и З\n\n## Ж и З\n\n'
        "## И К [[nine]]\n\n## Prüfen a_b\n"
    )
    known = ids.ids(parse(text, "page.md"))
    wanted = [
        "#one",
        "#two",
        "#three",
        "#four",
        "#five",
        "#six",
        "#seven",
        "#8",
        "#%D0%B6-и-з",
        "#ж-и-з-1",
        "#nine",
        "#prfen-ab",
    ]
    assert [name for name in wanted if not ids.has(name, known)] == []
    assert not ids.has("#a", known), "its own id stands instead"
    assert not ids.has("#и-к-nine", known)
    assert not ids.has("#ten", known)
