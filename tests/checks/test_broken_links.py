"""Links whose own signs are broken, also where they are all that a page has; at any trust."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commandline import doclint, rows

PAGE = "# Depot\n\nSee {} first.\n{}"
KOREAN = "# 집하장\n\n먼저 {} 보십시오.\n{}"
PICTURE = "![the hub](img/hub.png)"
HUB = "https://depot.example/hub/opening"
LINK = f"[the hub]({HUB})"
DEFINED = f"\n[hub]: {HUB}\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def errors(english: str, korean: str, *options: str, definitions: tuple[str, str] = ("", "")) -> list[str]:
    Path("en.md").write_text(PAGE.format(english, definitions[0]), "utf-8")
    Path("ko.md").write_text(KOREAN.format(korean, definitions[1]), "utf-8")
    return [row["rule"] for row in rows("ko.md", "--source", "en.md", *options) if row["severity"] == "error"]


@pytest.mark.parametrize("options", [(), ("--exact",)], ids=["paired", "exact"])
@pytest.mark.parametrize(
    "broken",
    [
        f"[허브] ({HUB})",
        f"[허브]（{HUB}）",
        f"[허브]（{HUB})",
        f"[허브]({HUB}）",
        f"[허브]({HUB}",
        f"［허브］({HUB})",
        f"【허브】({HUB})",
        f"[허브］({HUB})",
        f"[허브](({HUB})",
        f'[허브]({HUB} ")',
        f"[허브]({HUB} “허브”)",
        f"(허브)[{HUB}]",
        f"（허브）[{HUB}]",
        f"[허브] [{HUB}]",
        f"[허브][{HUB}]",
        f"[허브]: ({HUB})",
        f"허브]({HUB})",
        f"\\[허브]({HUB})",
        f"\\[허브\\]({HUB})",
        f"[허브]\\({HUB})",
        "[허브](https://depot.example/hub[/opening)",
    ],
)
def test_a_link_that_is_text(broken: str, options: tuple[str, ...]) -> None:
    assert errors(LINK, broken, *options) == ["link-target-changed"]


@pytest.mark.parametrize("options", [(), ("--exact",)], ids=["paired", "exact"])
@pytest.mark.parametrize(
    ("broken", "definition"),
    [
        pytest.param("[허브][허브]", DEFINED, id="the label was translated"),
        pytest.param("그[허브][허브]", DEFINED, id="behind a letter"),
        pytest.param("[허브] [hub]", DEFINED, id="a space makes two of it"),
        pytest.param("[허브] [허브]", DEFINED, id="a space, and the label was translated"),
        pytest.param("[허브] []", DEFINED, id="a space before nothing"),
        pytest.param("[허브][hub]", "", id="the definition is gone"),
        pytest.param("[허브][hub]", DEFINED.replace("[hub]", "[허브]"), id="its label was translated"),
    ],
)
def test_a_reference_without_definition(broken: str, definition: str, options: tuple[str, ...]) -> None:
    assert errors("[the hub][hub]", broken, *options, definitions=(DEFINED, definition)) == ["reference-link-undefined"]


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        (LINK, f"[허브]({HUB})"),
        (f'[the hub]({HUB} "The hub")', f'[허브]({HUB} "허브")'),
        (f'[the hub]({HUB} "The hub")', f"[허브]({HUB})"),
        (f"[the hub] ({HUB})", f"[허브] ({HUB})"),
        ("the [hub] (one of many)", "[허브] (여럿 중 하나)"),
        ("the hub (see the van)", "허브（밴을 보십시오）"),
        (f"the hub at {HUB}", f"허브（{HUB}）"),
        (LINK, f"허브({HUB})"),
        (f"the hub ({HUB})", f"허브({HUB})에서"),
        (LINK, f"[허브: {HUB}]"),
        ("[hub.md](hub.md)", "[hub.md](ko-hub.md)"),
        ("[the hub](hub.md) [1]", "[허브](hub.md) [1]"),
        ("[the hub](hub.md)", "허브(hub.md)"),
        ("Wait! [The hub](hub.md)", "잠깐! [허브](hub.md)"),
        ("![a](a.png) and [a](a.png)", "! [가](a.png) 및 [가](a.png)"),
    ],
)
def test_what_was_meant_so(english: str, korean: str) -> None:
    assert errors(english, korean) == []


@pytest.mark.parametrize("options", [(), ("--exact",)], ids=["paired", "exact"])
@pytest.mark.parametrize(
    ("english", "korean"),
    [
        (PICTURE, "! [허브](img/hub.png)"),
        (PICTURE, "！[허브](img/hub.png)"),
        (PICTURE, "[허브](img/hub.png)"),
        (f"[{PICTURE}](hub.md)", "[! [허브](img/hub.png)](hub.md)"),
        ("[the hub](hub.md)", "(허브)[hub.md]"),
        ("[the hub](/docs/hub)", "[허브] [/docs/hub]"),
        ("[the hub](#the-hub), `open`", "[허브(#the-hub), `open`"),
        ("[the hub](#the-hub), `open`", "[허브]#the-hub), `open`"),
    ],
)
def test_a_picture_or_page_that_is_no_more_one(english: str, korean: str, options: tuple[str, ...]) -> None:
    assert errors(english, korean, *options) == ["link-target-changed"]


@pytest.mark.parametrize(
    ("korean", "mended"),
    [
        ("(허브)[hub.md]", "[허브](hub.md)"),
        ("[허브] [hub.md]", "[허브](hub.md)"),
        ("\\[허브](hub.md)", "[허브](hub.md)"),
        ("허브](hub.md)", "허브](hub.md)"),  # nobody knows where the text begins
    ],
)
def test_the_brackets_are_put_right(korean: str, mended: str) -> None:
    errors("[the hub](hub.md)", korean)
    doclint("fix", "ko.md", "--source", "en.md", "--unsafe")
    assert Path("ko.md").read_text("utf-8") == KOREAN.format(mended, "")


@pytest.mark.parametrize(
    ("korean", "mended"),
    [
        ("[허브] (hub.md)", "[허브](hub.md)"),
        ("[중앙 [1] 허브] (hub.md)", "[중앙 [1] 허브](hub.md)"),
        ("\\[허브\\] (hub.md)", None),
        ("\\[허브] (hub.md)", None),
        ("[중앙\n\n허브] (hub.md)", None),  # the bracket stands in another paragraph
        ("`[`허브] (hub.md)", None),
        ("[중앙 <https://depot.example> 허브] (hub.md)", None),
    ],
)
def test_a_fix_is_safe_where_a_link_stands_then(korean: str, mended: str | None) -> None:
    assert errors("[the hub](hub.md)", korean)[:1] == ["link-target-changed"]
    doclint("fix", "ko.md", "--source", "en.md")
    assert Path("ko.md").read_text("utf-8") == KOREAN.format(mended or korean, "")


def test_a_bare_address_ends_where_the_generator_ends_it() -> None:
    """Before the first sign beyond ASCII for Hugo; GitHub reads up to the next white space."""
    address = f"https://depot.example/{'hub/' * 20}opening.go"
    assert errors(f"{address} now", f"{address}。필수。", "--exact") == ["link-target-changed"]
    (row,) = rows("ko.md", "--source", "en.md", "--exact")
    found, _, rest = row["message"].partition(" is ")
    assert "필수" in found
    assert found not in rest
    Path("doclint.toml").write_text('dialect = "hugo"\n', "utf-8")
    assert errors(f"{address} now", f"{address}。필수。", "--exact") == []


def test_the_sign_of_a_picture_is_put_right() -> None:
    errors(PICTURE, "! [허브](img/hub.png)")
    doclint("fix", "ko.md", "--source", "en.md")
    assert Path("ko.md").read_text("utf-8") == KOREAN.format("![허브](img/hub.png)", "")


def test_the_sign_of_a_sentence_before_a_picture_stays() -> None:
    errors(f"Look! {PICTURE}", "보세요! [허브](img/hub.png)")
    doclint("fix", "ko.md", "--source", "en.md", "--unsafe")
    assert Path("ko.md").read_text("utf-8") == KOREAN.format("보세요! ![허브](img/hub.png)", "")


def test_a_stray_quote_is_taken_away() -> None:
    assert errors(LINK, f'[허브]({HUB} ")') == ["link-target-changed"]
    doclint("fix", "ko.md", "--source", "en.md", "--unsafe")
    assert Path("ko.md").read_text("utf-8") == KOREAN.format(f"[허브]({HUB})", "")
