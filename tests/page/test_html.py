"""Islands of HTML: which elements they hold and where; broken ones never raise."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings

from doclint.page.html import Island, island
from doclint.page.markdown import parse
from doclint.page.model import Html, Segment
from tests.page.hostile import texts


def read(text: str) -> Island | None:
    (block,) = parse(text).blocks
    assert isinstance(block, Html | Segment)
    return island(block)


@pytest.mark.parametrize(
    ("text", "elements", "words"),
    [
        pytest.param('<a name="Тип"></a>\n', [("a", {"name": "Тип"}, '<a name="Тип">')], "", id="anchor"),
        pytest.param("<P>Имя &amp;<!-- нет --><br/>\r\n<b\r\n id='x'>y</b></p>\r\n", [("p", {}, "<P>"), ("br", {}, "<br/>"), ("b", {"id": "x"}, "<b\r\n id='x'>")], "Имя &\ny", id="entity, comment, CRLF"),
        pytest.param("> <img alt=\"a > b\"\n>  src=c.png>\n", [("img", {"alt": "a > b", "src": "c.png"}, "<img alt=\"a > b\"\n>  src=c.png>")], "", id="over lines of a quote"),
        pytest.param("<div class='a b'><script>x</script>型</div>\n", [("div", {"class": "a b"}, "<div class='a b'>"), ("script", {}, "<script>")], "型", id="script"),
    ],
)  # fmt: skip
def test_elements(text: str, elements: list[tuple[str, dict[str, str], str]], words: str) -> None:
    found = read(text)
    assert found is not None
    assert [(item.name, item.attributes, item.span.of(text)) for item in found.elements] == elements
    assert (found.text.strip(), found.left_out) == (words, 0)


@pytest.mark.parametrize(
    "text", ["<div>\n<![\n", "<div>" + "a" * 6000 + "\n"], ids=["rejected by html.parser", "too long"]
)
def test_what_is_not_read(text: str) -> None:
    assert read(text) is None


def test_the_longest_island_is_quick() -> None:
    begin = time.process_time()
    read("<div>\n" + '<a b="' * 800 + "\n")
    assert time.process_time() - begin < 2


@settings(max_examples=150, deadline=None)
@given(texts)
def test_any_text(text: str) -> None:
    for block in parse(text).blocks:
        found = island(block) if isinstance(block, Html | Segment) else None
        for element in found.elements if found else ():
            raw = element.span.of(text)
            assert raw[1 : 1 + len(element.name)].lower() == element.name
            assert (raw[0], raw[-1]) == ("<", ">")
