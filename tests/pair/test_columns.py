"""What a column holds, told by its header."""

from __future__ import annotations

import pytest

from doclint.pair.columns import Role, role, role_anywhere


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        pytest.param("Member", Role.MEMBER, id="one word"),
        pytest.param("  Member\u00a0name ", Role.MEMBER, id="white space of any kind"),
        pytest.param("Parcel property", Role.NAME, id="by its last word"),
        pytest.param("Property (old)", Role.NAME, id="what stands in brackets is an aside"),
        pytest.param("Permissions (from least to most privileged)", Role.SCOPE, id="a long aside"),
        pytest.param("Permissions acting on self (from least)", Role.SCOPE, id="permissions by the first word"),
        pytest.param("Permission type", Role.PROSE, id="whole before last word"),
        pytest.param("Member of", Role.OTHER, id="others not by the first word"),
        pytest.param("Response header:", Role.HEADER, id="a colon"),
        pytest.param("", Role.OTHER, id="nothing"),
    ],
)
def test_the_role_of_an_english_column(header: str, expected: Role) -> None:
    assert role(header, {}) is expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Элемент", Role.MEMBER),
        ("値", Role.VALUE),
        ("Eigenschaftenname", Role.NAME),
        ("数据类型", Role.TYPE),
        ("標頭", Role.HEADER),
        ("사용 권한", Role.SCOPE),
        ("Значение (по умолчанию)", Role.VALUE),
        ("Новое значение", Role.OTHER),
    ],
)
def test_the_role_of_a_column_in_any_language(header: str, expected: Role) -> None:
    assert role_anywhere(header, {}) is expected


def test_a_teams_own_words_come_first() -> None:
    own = {"value": Role.PROSE, "спичка": Role.MEMBER}
    assert role("Value", own) is Role.PROSE
    assert role_anywhere("Спичка", own) is Role.MEMBER
