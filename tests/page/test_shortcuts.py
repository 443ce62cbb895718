"""What is read without the inline parser reads as the parser would."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from doclint.page import inlinestate
from doclint.page.markdown import parse

PARTS = st.sampled_from(
    [*"ab ж名()[]<>*_`\\!&~{}|#\"'", '<a name="x-y"></a>', "<a name='x'></a>", "[имя](../a/b.md)", "[x](a_b.md#c)", "](", "(a)", "[a]"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=6).map("".join))
@example('<a name="parcel"></a>Тип parcel')
@example("Коллекция [parcel](../parcel.md), пусто")
@example("[a](b)[c](d)")
@example("[a_b_](c.md)")
@example("![a](b.md)")
@example("[a](javascript:b)")
def test_any_text(content: str) -> None:
    for segment in parse(f"# {content}\n\n{content}\n\n|{content}|\n|-|\n|{content}|\n").segments():
        slow = inlinestate.parse(segment)
        assert (segment.plain, segment.inline.pieces) == (slow.plain, slow.pieces)
        size = len(segment.plain)
        for start in range(size):
            assert segment.inline.place(start, size) == slow.place(start, size)
