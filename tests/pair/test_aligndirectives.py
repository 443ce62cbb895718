"""Directive beside directive: by name, by order among those that changed, by text where only the order changed."""

from __future__ import annotations

import pytest

from doclint.page.markdown import parse
from doclint.pair import Pair
from doclint.text import Trust


def beside(source: str, target: str, trust: Trust = Trust.PINNED) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    found = Pair(parse(target), parse(source), trust).directives
    return (
        [(match.source.text, match.target.text) for match in found.matches],
        [directive.text for directive, _ in found.dropped],
        [directive.text for directive in found.added],
    )


@pytest.mark.parametrize(
    ("source", "target", "matches", "dropped", "added"),
    [
        pytest.param(":::note\na\n:::\n", ":::注意\nb\n:::\n", [(":::note", ":::注意"), (":::", ":::")], [], [], id="renamed"),
        pytest.param("{{% a %}} b {{% c %}}\n", "б {{% c %}} {{% a %}}\n", [("{{% a %}}", "{{% a %}}"), ("{{% c %}}", "{{% c %}}")], [], [], id="in another order"),
        pytest.param("x {{% p a %}} {{% p b %}}\n", "х {{% p b %}} {{% p в %}}\n", [("{{% p a %}}", "{{% p в %}}"), ("{{% p b %}}", "{{% p b %}}")], [], [], id="of one name, in another order"),
        pytest.param(":::note\na\n:::\n", ":::note\nб\n", [(":::note", ":::note")], [":::"], [], id="an end is lost"),
        pytest.param("a\n", "{{% alert %}}\n\nб\n\n{{% /alert %}}\n", [], [], ["{{% alert %}}", "{{% /alert %}}"], id="added"),
        pytest.param("{/* a */}\n", "{/* б */}\n", [], [], [], id="comments are left out"),
        pytest.param("{{< a >}}\n", "{{% a %}}\n", [("{{< a >}}", "{{% a %}}")], [], [], id="the other delimiter"),
    ],
)  # fmt: skip
def test_beside(source: str, target: str, matches: list[tuple[str, str]], dropped: list[str], added: list[str]) -> None:
    assert beside(source, target) == (matches, dropped, added)


def test_a_lost_directive_does_not_part_the_text() -> None:
    source = ":::note\nRing twice.\n:::\n\nWait.\n"
    pair = Pair(parse("Звоните дважды.\n\nЖдите.\n"), parse(source), Trust.PROVEN)
    assert [(match.source.text, match.target.text) for match in pair.texts] == [
        ("Ring twice.", "Звоните дважды."),
        ("Wait.", "Ждите."),
    ]
