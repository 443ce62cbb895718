"""Directives written in signs of full width, which no generator reads, are told sign by sign."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commandline import rows

ENGLISH = "# Depot\n\n{}\n\nText.\n"
JAPANESE = "# 集配所\n\n{}\n\n本文。\n"
BOX = ":::note\nRing.\n:::"
ENGLISHES = {
    "container-changed": BOX,
    "admonition-changed": "!!! note\n    Ring.",
    "shortcode-changed": "{{< note >}}\nRing.\n{{< /note >}}",
}
WIDE = "（：：：）、{{％ と `：：：`\n\n```\n：：：\n```"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def found(english: str, japanese: str) -> list[tuple[str, str, bool]]:
    Path("en.md").write_text(ENGLISH.format(english), "utf-8")
    Path("ja.md").write_text(JAPANESE.format(japanese), "utf-8")
    said = rows("ja.md", "--source", "en.md")
    return [(row["rule"], row["found"], row["breaks_build"]) for row in said if row["severity"] == "error"]


@pytest.mark.parametrize(
    ("japanese", "rule", "signs", "breaks_build"),
    [
        (":::note\n鳴らす。\n：：：", "container-changed", ["：：："], True),
        (":::note\n鳴らす。\n:：:", "container-changed", [":：:"], True),
        ("：：：note\n鳴らす。\n:::", "container-changed", ["：：："], True),
        ("：：：note\n鳴らす。\n：：：", "container-changed", ["：：：", "：：："], False),
        ("！！！ note\n    鳴らす。", "admonition-changed", ["！！！"], False),
        ("{{＜ note ＞}}\n鳴らす。\n{{< /note >}}", "shortcode-changed", ["{{＜", "＞}}"], True),
        ("{{< note >}}\n鳴らす。\n｛｛< /note >｝｝", "shortcode-changed", ["｛｛<", ">｝｝"], True),
    ],
)
def test_each_sign_is_told(japanese: str, rule: str, signs: list[str], breaks_build: bool) -> None:
    assert found(ENGLISHES[rule], japanese) == [(rule, sign, breaks_build) for sign in signs]


@pytest.mark.parametrize(
    ("english", "japanese"),
    [
        pytest.param("Text.", f"本文。\n\n{WIDE}", id="the English has no directives"),
        pytest.param(BOX, f":::note\n鳴らす：：：\n:::\n\n荷物{WIDE}", id="where no directive could be"),
        pytest.param(f"{BOX}\n\n：：：", ":::note\n鳴らす。\n:::\n\n：：：", id="the English has such signs itself"),
    ],
)
def test_wide_signs_of_text_are_free(english: str, japanese: str) -> None:
    assert found(english, japanese) == []
