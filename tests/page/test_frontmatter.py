"""The quick way through front matter says what YAML says, or nothing."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from doclint.page import frontmatter
from doclint.text import Span

KEYS = st.sampled_from(["title", "ms.date", "a-b", "_x", "1", "t i", "é", ""])
VALUES = st.text(st.sampled_from([*"aБ名 \t:#'\"[]{}|>*&!%@`,?-~=.\\<1\x85\u2028\xa0é"]), max_size=8)
LINES = st.lists(
    st.builds(lambda key, gap, value: f"{key}:{gap}{value}", KEYS, st.sampled_from(["", " ", "  "]), VALUES), max_size=4
)


@given(LINES, st.sampled_from(["\n", "\r\n"]))
@example(["title: a #b"], "\n")
@example(["title: a: b"], "\n")
@example(["title: 'a' b"], "\n")
@example(["title: a:"], "\n")
@example(["title: a", " b"], "\n")
def test_what_is_read_quickly_is_what_yaml_reads(lines: list[str], end: str) -> None:
    text = end.join([*lines, ""])
    body = Span(0, len(text))
    quick = frontmatter._plain(text, body)
    if quick:
        assert quick == frontmatter._yaml(text, body)


def test_pages_as_they_are_take_the_quick_way() -> None:
    text = (
        'title: Тип ресурса parcel\ndescription: "Посылка: состояние"\nms.date: 11/18/2020\nms.locfileid: "49259559"\n'
    )
    assert [entry.value for entry in frontmatter._plain(text, Span(0, len(text))) or ()] == [
        "Тип ресурса parcel",
        "Посылка: состояние",
        "11/18/2020",
        "49259559",
    ]
